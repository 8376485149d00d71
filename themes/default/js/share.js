// Buttons that hand the page on: by the system's own sheet, where there is one, or by its address. Nothing is asked of
// another host. Without this script they stay hidden.
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

  for (const row of document.querySelectorAll(".share")) {
    const url = row.dataset.url ?? location.href.split("#")[0];
    const status = row.querySelector("[role=status]");
    const [sheet, copy] = [row.querySelector("[data-share]"), row.querySelector("[data-address]")];
    row.hidden = false;
    if (navigator.share) {
      sheet.hidden = false;
      // Whoever closes the sheet has changed their mind: that is no fault.
      sheet.addEventListener("click", () => navigator.share({ title: row.dataset.title, url }).catch(() => {}));
    }
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      let done;
      try {
        await navigator.clipboard.writeText(url);
        done = true;
      } catch {
        done = byField(url);
        copy.focus();
      }
      status.textContent = done ? copy.dataset.done : copy.dataset.failed;
    });
  }
})();
