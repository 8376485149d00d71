// Keeps an open page of the preview up to date in its place, and shows what is wrong.
(() => {
  const me = document.currentScript;
  if (!me || document.documentElement.chirashi) return;
  document.documentElement.chirashi = true;
  const own = (name) => me.dataset[name] ?? "";
  // A page that is nothing but the report: whatever comes next takes its place.
  const alone = "alone" in me.dataset;
  const have = { page: own("page"), styles: own("styles"), pictures: own("pictures") };

  // ── The page itself ──────────────────────────────────────────────────────

  // An address, or the addresses of a srcset, without and with the mark that makes a browser ask again.
  const bare = (addresses) => addresses.replace(/[?&]chirashi=[^&#\s,]*/g, "");
  const fresh = (address, mark) => `${bare(address)}${bare(address).includes("?") ? "&" : "?"}chirashi=${mark}`;
  const isOurs = (node) => node.nodeType === 1 && node.localName === "script" && (node.getAttribute("src") ?? "").startsWith("/.chirashi/");
  const scripts = (page) => [...page.querySelectorAll("script")].filter((s) => !isOurs(s) && (s.type === "" || /javascript|module/.test(s.type))).map((s) => s.outerHTML).join();
  // One that is being swapped stands twice.
  const sheets = (page) => [...new Set([...page.querySelectorAll('link[rel="stylesheet"]')].map((l) => new URL(bare(l.getAttribute("href") ?? ""), location.href).pathname))].join();
  const inline = (page) => [...page.querySelectorAll("head style")];

  function take(html) {
    // Told by its source: read here, its styles would fall under this page's policy.
    if (/<script [^<>]* data-alone>/.test(html)) {
      location.reload();
      return;
    }
    const next = new DOMParser().parseFromString(html, "text/html");
    // What the search has made of its page cannot be compared with what the page was.
    const isBuilt = document.querySelector('script[src*="search.js"]') !== null;
    if (alone || isBuilt || scripts(document) !== scripts(next) || sheets(document) !== sheets(next)) {
      location.reload();
      return;
    }
    document.title = next.title;
    attributes(document.documentElement, next.documentElement);
    const [old, now] = [inline(document), inline(next)];
    if (old.length === now.length) old.forEach((style, i) => { if (style.textContent !== now[i].textContent) style.textContent = now[i].textContent; });
    morph(document.body, next.body);
  }

  /** Makes `from` equal to `to`, leaving alone whatever already is. */
  function morph(from, to) {
    attributes(from, to);
    const wanted = [...to.childNodes].filter((node) => !isOurs(node));
    const there = [...from.childNodes].filter((node) => !isOurs(node));
    let start = 0;
    while (start < there.length && start < wanted.length && alike(there[start], wanted[start])) start += 1;
    let end = 0;
    while (end < there.length - start && end < wanted.length - start && alike(there[there.length - 1 - end], wanted[wanted.length - 1 - end])) end += 1;
    const old = there.slice(start, there.length - end);
    const now = wanted.slice(start, wanted.length - end);
    const after = there[there.length - end] ?? [...from.childNodes].find(isOurs) ?? null;
    for (const node of now) {
      const at = old.findIndex((candidate) => isSame(candidate, node));
      if (at < 0) {
        from.insertBefore(document.importNode(node, true), old[0] ?? after);
        continue;
      }
      old.splice(0, at).forEach((gone) => gone.remove());
      const kept = old.shift();
      if (kept.nodeType === 1) morph(kept, node);
      else if (kept.nodeValue !== node.nodeValue) kept.nodeValue = node.nodeValue;
    }
    old.forEach((gone) => gone.remove());
  }
  const alike = (a, b) => a.isEqualNode(b);
  const isSame = (a, b) => a.nodeType === b.nodeType && a.nodeName === b.nodeName && (a.id ?? "") === (b.id ?? "");

  function attributes(from, to) {
    for (const { name } of [...from.attributes]) {
      // What the reader has opened stays open.
      if (!to.hasAttribute(name) && !(name === "open" && from.localName === "details")) from.removeAttribute(name);
    }
    for (const { name, value } of [...to.attributes]) {
      // A button that a script has shown stays so.
      if (name === "hidden" && from.localName === "button") continue;
      const now = from.getAttribute(name);
      if (now !== value && (now === null || bare(now) !== value)) from.setAttribute(name, value);
    }
  }

  // ── Style sheets, pictures, leaflets ─────────────────────────────────────

  function restyle(mark) {
    for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
      const next = link.cloneNode();
      next.setAttribute("href", fresh(link.getAttribute("href"), mark));
      // The old one stays until the new one is there: no flash.
      next.addEventListener("load", () => link.remove());
      next.addEventListener("error", () => next.remove());
      link.after(next);
    }
  }

  const isLeaflet = (address) => /\/leaflets\/[^/]+\.(pdf|png|webp|svg)([?#]|$)/.test(address);
  const shown = () => [...document.querySelectorAll("img[src], iframe[src], embed[src], object[data]")];
  const addressOf = (element) => new URL(element.getAttribute(element.localName === "object" ? "data" : "src"), location.href).href;
  const isOurPicture = (element) => { const at = addressOf(element); return at.startsWith(location.origin) && !isLeaflet(at); };
  function refresh(element, mark) {
    const set = element.getAttribute("srcset");
    if (set) element.setAttribute("srcset", set.split(",").map((one) => { const [at, ...size] = one.trim().split(/\s+/); return [fresh(at, mark), ...size].join(" "); }).join(", "));
    const name = element.localName === "object" ? "data" : "src";
    element.setAttribute(name, fresh(element.getAttribute(name), mark));
  }

  function repaint(mark) {
    for (const element of shown().filter(isOurPicture)) refresh(element, mark);
  }

  // A leaflet is set when it is looked at: those in view are asked for again, the others when
  // they come into view.
  const marks = new Map();
  const stale = new Set();
  const view = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) if (isIntersecting && stale.delete(target)) renew(target);
  });
  async function renew(element) {
    const address = bare(addressOf(element));
    const known = marks.get(address);
    const headers = known ? { "If-None-Match": known } : {};
    const answer = await fetch(address, { headers, cache: "no-store" }).catch(() => null);
    const mark = answer?.headers.get("etag");
    if (!mark || answer.status !== 200) return;
    marks.set(address, mark);
    refresh(element, mark.replaceAll('"', ""));
  }
  function reprint() {
    for (const element of shown().filter((e) => isLeaflet(addressOf(e)))) {
      stale.add(element);
      view.unobserve(element);
      view.observe(element);
    }
  }

  // ── What is wrong ────────────────────────────────────────────────────────

  const host = document.createElement("chirashi-preview");
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(chirashiStyle);
  root.adoptedStyleSheets = [sheet];
  root.innerHTML = `<div class="veil" hidden><section class="panel" role="dialog" tabindex="-1" aria-labelledby="title" aria-describedby="advice"><div class="head"><h1 id="title"></h1><p id="advice"></p><button type="button" class="close"></button></div><div class="list"></div></section></div><button type="button" class="badge" aria-haspopup="dialog" hidden></button><p class="toast" role="status" hidden></p>`;
  const find = (selector) => root.querySelector(selector);
  const [veil, panel, badge, toast] = [".veil", ".panel", ".badge", ".toast"].map(find);
  let report = null;
  let before = null;
  let timer = 0;

  function open() {
    if (veil.hidden) before = document.activeElement;
    veil.hidden = false;
    badge.hidden = true;
    panel.focus({ preventScroll: true });
  }
  function close() {
    veil.hidden = true;
    badge.hidden = !report || report.list === "";
    if (!badge.hidden) badge.focus({ preventScroll: true });
    else before?.focus?.({ preventScroll: true });
  }
  function say(words, isBad) {
    clearTimeout(timer);
    toast.textContent = words;
    toast.classList.toggle("bad", isBad);
    toast.hidden = false;
    if (!isBad) timer = setTimeout(() => { toast.hidden = true; }, 2500);
  }
  function tell(next) {
    const last = report;
    report = next;
    host.lang = next.lang;
    find("#title").textContent = next.title;
    find("#advice").textContent = next.advice;
    find(".close").textContent = next.close;
    find(".list").innerHTML = next.list; // made and escaped by the preview itself
    badge.textContent = next.badge;
    badge.className = `badge ${next.errors > 0 ? "error" : "warning"}`;
    veil.classList.toggle("quiet", next.errors === 0);
    panel.setAttribute("aria-modal", String(next.errors > 0));
    const wasOpen = !veil.hidden;
    if (next.errors > 0) {
      if (!wasOpen) open();
      return;
    }
    if (next.list === "" || (last && last.errors > 0)) veil.hidden = true;
    badge.hidden = next.list === "" || !veil.hidden;
    if (wasOpen && veil.hidden) before?.focus?.({ preventScroll: true });
    if (last && last.errors > 0) say(next.mended, false);
  }
  badge.addEventListener("click", open);
  find(".close").addEventListener("click", close);
  veil.addEventListener("click", (event) => { if (event.target === veil) close(); });
  addEventListener("keydown", (event) => {
    if (veil.hidden) return;
    if (event.key === "Escape") { event.preventDefault(); close(); }
    if (event.key === "Tab" && report?.errors > 0 && host.contains(document.activeElement)) {
      // The report has one thing to press; the page behind it is out of reach.
      event.preventDefault();
      const button = find(".close");
      (root.activeElement === button ? panel : button).focus();
    }
  }, true);
  if (!alone) document.documentElement.append(host);

  // ── Listening ────────────────────────────────────────────────────────────

  let source = null;
  let lost = 0;
  let number = null;
  function listen() {
    if (source || document.hidden) return;
    const query = new URLSearchParams({ at: location.pathname, ...have });
    source = new EventSource(`/.chirashi/events?${query}`);
    const on = (name, act) => source.addEventListener(name, (event) => act(JSON.parse(event.data)));
    on("page", ({ html, mark }) => { have.page = mark; take(html); });
    on("styles", ({ mark }) => { have.styles = mark; restyle(mark); });
    on("pictures", ({ mark }) => { have.pictures = mark; repaint(mark); });
    on("state", (state) => { if (number !== null && number !== state.number) reprint(); number = state.number; });
    if (!alone) on("report", tell);
    source.addEventListener("open", () => { clearTimeout(lost); if (lost) toast.hidden = true; lost = 0; });
    source.addEventListener("error", () => {
      rest();
      if (!lost && report) lost = setTimeout(() => say(report.stopped, true), 1500);
      setTimeout(listen, 1000);
    });
  }
  function rest() {
    source?.close();
    source = null;
  }
  // Browsers keep few connections to one place: a page that nobody sees gives its own back.
  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  listen();
})();
