// The field on pages that lead to the search page: the words go behind the `#` of the address, which
// browsers do not send to a server.
(() => {
  "use strict";

  for (const form of document.querySelectorAll("form.search-field")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const query = form.querySelector("input").value.trim();
      const page = form.action.split("#")[0];
      location.assign(query ? `${page}#q=${encodeURIComponent(query)}` : page);
    });
  }
})();
