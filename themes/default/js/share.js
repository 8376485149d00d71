// Buttons that hand something on: copy the text of another element or the address of the page, or open the
// system's own sheet, where there is one. Nothing is asked of another host. Without this script they stay hidden,
// and what they would copy can be selected.
(() => {
  "use strict";

  // Where the clipboard is out of reach, as on pages opened from a disk.
  function byField(text) {
    const field = document.createElement("textarea");
    field.value = text;
    field.readOnly = true;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }

  const address = (row) => row?.dataset.url ?? location.href.split("#")[0];

  for (const button of document.querySelectorAll("button[data-copy]")) {
    const element = document.getElementById(button.dataset.copy);
    const text = element?.textContent ?? address(button.closest("[data-url]"));
    const status = button.parentElement.querySelector("[role=status]");
    button.hidden = false;
    button.addEventListener("click", async () => {
      let done;
      try {
        await navigator.clipboard.writeText(text);
        done = true;
      } catch {
        done = byField(text);
        button.focus();
      }
      status.textContent = done ? button.dataset.done : button.dataset.failed;
    });
  }

  for (const row of document.querySelectorAll(".share")) {
    const sheet = row.querySelector("[data-share]");
    row.hidden = false;
    if (navigator.share) {
      sheet.hidden = false;
      // Whoever closes the sheet has changed their mind: that is no fault.
      sheet.addEventListener("click", () => navigator.share({ title: row.dataset.title, url: address(row) }).catch(() => {}));
    }
  }
})();
