// Buttons that copy the text of another element. Without this script they stay hidden, and the
// text can be selected.
(() => {
  "use strict";

  // Where the clipboard is out of reach, as on some pages opened from a disk.
  function bySelection(element) {
    const selection = getSelection();
    selection.selectAllChildren(element);
    return document.execCommand("copy");
  }

  for (const button of document.querySelectorAll("button[data-copy]")) {
    const text = document.getElementById(button.dataset.copy);
    const status = button.parentElement.querySelector("[role=status]");
    button.hidden = false;
    button.addEventListener("click", async () => {
      let done;
      try {
        await navigator.clipboard.writeText(text.textContent);
        done = true;
      } catch {
        done = bySelection(text);
      }
      status.textContent = done ? button.dataset.done : button.dataset.failed;
    });
  }
})();
