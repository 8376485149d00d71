// Search on this site: nothing is sent anywhere, and the words stand behind the `#` of the address, which
// browsers keep to themselves. The index lies beside the pages in parts
// (src/web/index), each a script that hands its contents to `chirashiSearch`; so it works
// from a disk as from a host.
(() => {
  "use strict";

  // ---- Text as it is searched: the same steps as src/web/index/fold.rs ----

  const CLUSTER = /.[\u0300-\u036f\u3099\u309a\ufe00-\ufe0f\uff9e\uff9f\u{e0100}-\u{e01ef}]*/gsu;
  const ACCENT = /[\u0300-\u036f\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
  const LETTER = /[\p{Alphabetic}\p{N}\p{M}]/u;
  const LARGE = {
    ぁ: "あ", ぃ: "い", ぅ: "う", ぇ: "え", ぉ: "お", っ: "つ", ゃ: "や", ゅ: "ゆ", ょ: "よ", ゎ: "わ",
    ゕ: "か", ゖ: "け", 箇: "か", ぢ: "じ", づ: "ず", ゔ: "ぶ",
  };
  const V = { ぁ: "ば", ぃ: "び", ぅ: "ぶ", ぇ: "べ", ぉ: "ぼ" };
  const LONGEST_WORD = 32;
  let variants = new Map();

  function simple(c) {
    if (c >= "ァ" && c <= "ヶ") return String.fromCharCode(c.charCodeAt(0) - 0x60);
    if (c === "ー" || c === "'" || c === "’") return "'";
    return LETTER.test(c) ? variants.get(c) ?? c : " ";
  }

  // The folded text, and for each of its code units where it begins and ends in the original.
  function fold(text) {
    const all = [];
    for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
      const bare = cluster.normalize("NFKD").replace(ACCENT, "").normalize("NFC");
      for (const one of bare) {
        for (const lower of one.toLowerCase()) {
          const c = simple(lower);
          if (c !== "'") all.push({ c, from: index, to: index + cluster.length });
          else if (all.length > 0) all[all.length - 1].to = index + cluster.length;
        }
      }
    }
    const folded = { text: "", from: [], to: [] };
    for (let i = 0; i < all.length; i += 1) {
      let { c, from, to } = all[i];
      const next = all[i + 1]?.c ?? "";
      if (c === "ゔ" && V[next]) {
        c = V[next];
        i += 1;
        to = all[i].to;
      } else if ((c === "け" || c === "ゖ") && /[月所国年条]/.test(next) && /[0-9〇一二三四五六七八九十百千数何]/.test(all[i - 1]?.c ?? "")) {
        c = "か";
      } else {
        c = LARGE[c] ?? c;
      }
      folded.text += c;
      for (let unit = 0; unit < c.length; unit += 1) {
        folded.from.push(from);
        folded.to.push(to);
      }
    }
    return folded;
  }

  const isUnspaced = (c) => c.codePointAt(0) >= 0x2e80;

  // The parts of folded text: runs without spaces, and words; `at` is where each begins.
  function parts(text) {
    const out = [];
    let last = null;
    let at = 0;
    for (const c of text) {
      if (c === " ") {
        last = null;
      } else if (last && last.unspaced === isUnspaced(c)) {
        last.text += c;
      } else {
        last = { text: c, at, unspaced: isUnspaced(c) };
        out.push(last);
      }
      at += c.length;
    }
    return out;
  }

  // English endings taken off: a light stem, only ever compared with another.
  function stem(word) {
    if (!/^[a-z]{4,}$/.test(word)) return word;
    let s = word;
    if (/[a-z]{2}ies$/.test(s)) s = `${s.slice(0, -3)}y`;
    else if (/(x|ch|sh|ss|zz)es$/.test(s)) s = s.slice(0, -2);
    else if (/[^sui]s$/.test(s)) s = s.slice(0, -1);
    const bare = s.replace(/(ing|ed)$/, "");
    if (bare !== s && bare.length > 2 && /[aeiouy]/.test(bare)) {
      s = bare.replace(/([bdgmnprt])\1$/, "$1");
    }
    if (s.length > 3) s = s.replace(/e$/, "");
    return s.replace(/([^aeiou])y$/, "$1i");
  }

  // Whether a word of the text answers a word of the query.
  function answers(word, asked) {
    return asked.length > 1 && word.startsWith(asked) ? true : word === asked || stem(word) === stem(asked);
  }

  // ---- The index, part by part ----

  const box = document.getElementById("_search");
  const parted = new Map();
  const arrived = new Map();

  globalThis.chirashiSearch = Object.assign((name, value) => arrived.set(name, value), { fold, stem, answers });
  if (!box) return;
  const { root, index } = box.dataset;
  const words = JSON.parse(box.dataset.words);
  const others = JSON.parse(box.dataset.elsewhere);

  // What a script of the site hands over: `value` is asked for once it has run.
  function fetched(path, value) {
    if (!parted.has(path)) {
      parted.set(path, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = `${root}assets/${path}`;
        script.onload = () => {
          script.remove();
          if (value()) resolve(value());
          else reject(new Error(path));
        };
        script.onerror = () => {
          script.remove();
          parted.delete(path);
          reject(new Error(path));
        };
        document.head.append(script);
      }));
    }
    return parted.get(path);
  }

  const part = (name) => fetched(`search/${index}/${name}.js`, () => arrived.get(`${index}/${name}`));

  let known = null;
  async function start() {
    known ??= part("root").then((found) => {
      const pairs = Array.from(found.variants);
      for (let i = 0; i + 1 < pairs.length; i += 2) variants.set(pairs[i], pairs[i + 1]);
      return found;
    }).catch((error) => {
      known = null;
      throw error;
    });
    return known;
  }

  // In the order of code points, as the index is sorted.
  function before(a, b) {
    const [x, y] = [Array.from(a), Array.from(b)];
    for (let i = 0; i < Math.min(x.length, y.length); i += 1) {
      if (x[i] !== y[i]) return x[i].codePointAt(0) < y[i].codePointAt(0);
    }
    return x.length < y.length;
  }

  // The last part that begins no later than `token`.
  function place(firsts, isAfter) {
    let [low, high] = [0, firsts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isAfter(firsts[middle])) high = middle;
      else low = middle + 1;
    }
    return low - 1;
  }

  const SYMBOLS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  // Adds the passages of a token to `into`: number → the parts of the passage that hold it.
  function read(list, into) {
    for (const group of list.split(" ")) {
      const set = SYMBOLS.indexOf(group[0]);
      let [id, number, shift] = [0, 0, 0];
      for (let i = 1; i < group.length; i += 1) {
        const symbol = SYMBOLS.indexOf(group[i]);
        number |= (symbol & 31) << shift;
        shift += 5;
        if (symbol < 32) {
          id += number;
          into.set(id, (into.get(id) ?? 0) | set);
          [number, shift] = [0, 0];
        }
      }
    }
  }

  // All tokens that begin with `prefix`, with their lists.
  async function tokens(prefix) {
    const { terms } = await start();
    const first = Math.max(0, place(terms, (token) => before(prefix, token)));
    const last = place(terms, (token) => !token.startsWith(prefix) && before(prefix, token));
    const all = await Promise.all(terms.slice(first, last + 1).map((_, i) => part(`t${first + i}`)));
    return all.flatMap(Object.entries).filter(([token]) => token.startsWith(prefix));
  }

  // The passages of all tokens that begin with `prefix` and are wanted.
  async function beginning(prefix, wanted) {
    const found = new Map();
    for (const [token, list] of await tokens(prefix)) if (wanted(token)) read(list, found);
    return found;
  }

  // The passages of one part of the query.
  async function passages({ text, unspaced }) {
    if (!unspaced) {
      const asked = text.slice(0, LONGEST_WORD);
      return beginning(stem(asked).replace(/i$/, ""), (word) => answers(word, asked));
    }
    const chars = Array.from(text);
    if (chars.length === 1) return beginning(text, () => true);
    let found = null;
    for (let i = 0; i + 1 < chars.length; i += 1) {
      const pair = chars[i] + chars[i + 1];
      const these = await beginning(pair, (token) => token === pair);
      if (found) {
        for (const [id, set] of found) {
          const both = set & (these.get(id) ?? 0);
          if (both) found.set(id, both);
          else found.delete(id);
        }
      } else {
        found = these;
      }
      if (found.size === 0) break;
    }
    return found;
  }

  const [TEXT, HEADING, TITLE] = [1, 2, 4];
  const weight = (set) => (set & TITLE ? 100 : set & HEADING ? 10 : set & TEXT ? 1 : 0);

  // The passages that answer every part of the query, the best first; else those that answer
  // as many parts as any do. Pages that no menu leads to come after all others.
  async function find(asked) {
    const all = new Map();
    for (const one of asked) {
      for (const [id, set] of await passages(one)) {
        const passage = all.get(id) ?? { id, parts: 0, score: 0 };
        passage.parts += 1;
        passage.score += weight(set);
        all.set(id, passage);
      }
    }
    // Named in the page's title alone: the page itself is found, not each of its sections.
    const named = [...all.values()].filter(({ score }) => score > 0);
    const most = named.reduce((most, { parts }) => Math.max(most, parts), 0);
    const found = named.filter(({ parts }) => parts === most);
    const { aside } = await start();
    const late = ({ id }) => Number(id >= aside);
    return { whole: most === asked.length, found: found.sort((a, b) => late(a) - late(b) || b.score - a.score || a.id - b.id) };
  }

  // A text; one in another language than its page is written as [language, text].
  const told = (text) => (typeof text === "string" ? { text } : { lang: text[0], text: text[1] });

  // A passage with its page.
  async function passage(id) {
    const { pages } = await start();
    const number = place(pages, (first) => first > id);
    let at = pages[number];
    for (const [path, kind, lang, title, who, also, all] of await part(`p${number}`)) {
      if (id < at + all.length) {
        const [spot, heading, words, ...blocks] = all[id - at];
        return { path, kind, lang, title: told(title), who: told(who), also: `${also}\n${words}`, spot, heading, blocks: blocks.map(told), opening: id === at };
      }
      at += all.length;
    }
    return null;
  }

  // Where a text answers the query: [from, to] in the text, in order and apart.
  function marks(text, asked) {
    const folded = fold(text);
    const found = [];
    const add = (at, length) => found.push([folded.from[at], folded.to[at + length - 1]]);
    const all = parts(folded.text);
    for (const { text: one, unspaced } of asked) {
      if (unspaced) {
        for (let at = folded.text.indexOf(one); at >= 0; at = folded.text.indexOf(one, at + 1)) add(at, one.length);
      } else {
        for (const word of all) if (!word.unspaced && answers(word.text, one)) add(word.at, word.text.length);
      }
    }
    found.sort((a, b) => a[0] - b[0]);
    const apart = [];
    for (const [from, to] of found) {
      const last = apart[apart.length - 1];
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else apart.push([from, to]);
    }
    return apart;
  }

  // Pairs of characters can all be there without standing in a row.
  const isLong = ({ text, unspaced }) => unspaced && Array.from(text).length > 2;

  // All the text that a passage is found by.
  const allOf = (found) => [found.title.text, found.heading, ...found.blocks.map(({ text }) => text), found.who.text, found.also].join("\n");

  function holds(found, asked) {
    const text = fold(allOf(found)).text;
    return asked.filter(isLong).every((one) => text.includes(one.text));
  }

  // Looks that closely at the first passages, which are most often all.
  const CLOSELY = 200;
  async function closely({ whole, found }, asked) {
    if (!whole || !asked.some(isLong)) return { found, exact: true };
    const some = found.slice(0, CLOSELY);
    const seen = await Promise.all(some.map(({ id }) => passage(id)));
    const kept = some.filter((_, i) => seen[i] && holds(seen[i], asked));
    return { found: [...kept, ...found.slice(CLOSELY)], exact: found.length <= CLOSELY };
  }

  // Of the first results, the page that is called as the query is comes before those whose titles
  // hold it among other words.
  async function titled(found, query) {
    const [name, first] = [fold(query).text, found.slice(0, STEP)];
    const seen = await Promise.all(first.map(({ id }) => passage(id)));
    const so = (_, i) => seen[i]?.opening && fold(seen[i].title.text).text === name;
    return [...first.filter(so), ...first.filter((one, i) => !so(one, i)), ...found.slice(STEP)];
  }

  // The query that may have been meant. That is more than was asked for: if it fails, nothing is lost.
  async function near(query) {
    try {
      const made = await fetched("near.js", () => globalThis.chirashiSearch.near);
      return await made({ start, tokens, read, passages, passage, find, closely, holds, isLong, allOf, fold, parts })(query);
    } catch {
      return null;
    }
  }

  // ---- What the reader sees ----

  const form = box.querySelector("form");
  const input = document.getElementById("_q");
  const status = document.getElementById("_search-status");
  const list = document.getElementById("_search-results");
  const more = document.getElementById("_search-more");
  const index_ = document.getElementById("_search-index");
  const STEP = 20;

  const fill = (text, values) => text.replace(/\{(\w+)(?:\|([^}|]*)\|([^}|]*))?\}/g, (_, key, one, many) =>
    one === undefined ? values[key] ?? "" : String(values[key]) === "1" ? one : many);

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  // A stretch of text around its first mark, marked.
  function marked(text, asked, room) {
    const all = marks(text, asked);
    let [from, to] = [0, text.length];
    if (room && text.length > room) {
      from = Math.max(0, (all[0]?.[0] ?? 0) - room / 4);
      if (from > 0) {
        // From the beginning of a sentence or a word, when one is near.
        const near = text.slice(from, all[0][0]).search(/(?<=[。、]|[.,;] | )\S/);
        from += near > 0 ? near : 0;
      }
      to = Math.min(text.length, from + room);
      // To the end of a word, where words have spaces between them.
      const end = to < text.length ? text.slice(from, to + 1).search(/\s\S*$/) : -1;
      if (end > room / 2) to = from + end;
    }
    const out = [from > 0 ? "…" : ""];
    let at = from;
    for (const [begin, end] of all) {
      if (end <= from || begin >= to) continue;
      out.push(text.slice(at, begin), element("mark", {}, text.slice(Math.max(begin, at), Math.min(end, to))));
      at = Math.min(end, to);
    }
    out.push(text.slice(at, to), to < text.length ? "…" : "");
    return out;
  }

  function shown(found, asked) {
    const headline = found.opening ? found.title.text : found.heading;
    const block = found.blocks.findIndex(({ text }) => marks(text, asked).length > 0);
    const spot = found.spot && found.kind === "s" && block > 0 && marks(headline, asked).length === 0
      ? `${found.spot}.${block + 1}`
      : found.spot;
    const href = `${root}${found.path.split("/").map(encodeURIComponent).join("/")}${spot ? `#${spot}` : ""}`;
    const by = element("p", { class: "found-by" }, element("span", { class: "label", lang: index }, words[found.kind]));
    const own = ({ lang }) => (lang ? { lang } : {});
    if (found.who.text) by.append(" ", element("b", own(found.who), ...marked(found.who.text, asked)));
    if (!found.opening) by.append(" ", element("span", own(found.title), ...marked(found.title.text, asked)));
    const link = element("a", { href, ...(found.opening ? own(found.title) : {}) }, ...marked(headline, asked));
    const item = element("li", { class: "found" }, element("h3", {}, link), by);
    const quoted = found.blocks[block] ?? found.blocks.find((one) => one.text) ?? told("");
    const { text } = quoted;
    // Characters that fill a square say as much as two letters.
    const room = /[\u2e80-\ud7ff]/.test(text.slice(0, 40)) ? 110 : 220;
    if (text) item.append(element("p", { class: "found-text", ...own(quoted) }, ...marked(text.replaceAll("\n", " "), asked, room)));
    if (found.lang) item.lang = found.lang;
    return item;
  }

  // The query cut where kanji, katakana, hiragana and letters meet, without short hiragana and without
  // what is added to names out of respect.
  function cut(query) {
    const runs = /[\p{Script=Han}々〇]+|[\p{Script=Katakana}ー]+|\p{Script=Hiragana}{3,}|[A-Za-z0-9]+/gu;
    const respect = /(?<=\S{2})(さん|さま|ちゃん|くん|様|氏|君|先生)(?=\s|$)/gu;
    return query.normalize("NFKC").replace(respect, "").match(runs) ?? [];
  }

  let turn = 0;
  async function search() {
    turn += 1;
    const mine = turn;
    const query = input.value.trim();
    try {
      await start();
      if (mine !== turn) return;
      remember(query);
      let asked = parts(fold(query).text);
      if (asked.length === 0) {
        // Marks alone find nothing; a field that was emptied says nothing.
        show([], query && fill(words.none, { query }), null, elsewhere(query));
        index_.hidden = false;
        return;
      }
      let result = await find(asked);
      let { found, exact } = await closely(result, asked);
      let key = result.whole ? "found" : "some";
      let said = query;
      const pieces = cut(query);
      const isCut = pieces.length > 0 && pieces.join(" ") !== query.normalize("NFKC");
      if (!(result.whole && found.length > 0) && isCut) {
        const apart = parts(fold(pieces.join(" ")).text);
        const other = await find(apart);
        if (other.whole || found.length === 0) {
          [asked, result] = [apart, other];
          ({ found, exact } = await closely(other, apart));
          key = other.whole ? "apart" : "some";
        }
      }
      if (key !== "found") said = (isCut ? pieces : asked.map(({ text }) => text)).join(words.and);
      found = await titled(found, query);
      const items = await batch(found, 0, asked);
      const meant = key === "found" && found.length > 0 ? null : await near(query);
      if (mine !== turn) return;
      index_.hidden = found.length > 0;
      const text = found.length === 0 ? words.none : words[exact || key !== "found" ? key : "about"];
      show(items, fill(text, { query, pieces: said, n: found.length }), meant, elsewhere(query));
      offer(found, STEP, asked, mine);
    } catch {
      if (mine !== turn) return;
      index_.hidden = false;
      show([], words.failed);
    }
  }

  // Results as the reader sees them, from one place in the list on.
  async function batch(found, from, asked) {
    const some = await Promise.all(found.slice(from, from + STEP).map(({ id }) => passage(id)));
    return some.filter(Boolean).map((one) => shown(one, asked));
  }

  function offer(found, from, asked, mine) {
    more.hidden = from >= found.length;
    more.onclick = async () => {
      const items = await batch(found, from, asked);
      if (mine !== turn) return;
      list.append(...items);
      items[0]?.querySelector("a").focus();
      offer(found, from + STEP, asked, mine);
    };
  }

  function show(items, text, meant, others = []) {
    more.hidden = true;
    list.replaceChildren(...items);
    list.hidden = items.length === 0;
    status.replaceChildren(text, ...(meant ? [instead(meant)] : []), ...others);
  }

  // The ways to the searches of other languages, where the query is written as one of them is.
  function elsewhere(query) {
    const isSquare = /[\u2e80-\ud7ff\u{20000}-\u{3ffff}]/u.test(query);
    const isLatin = !isSquare && /\p{Script=Latin}{3}/u.test(query);
    const here = /^(ja|zh|ko)/.test(index);
    const fits = ({ square }) => (square && isSquare && !here) || (!square && isLatin && here);
    return others.filter(fits).map(({ lang, name, href }) => element("span", { class: "search-elsewhere" },
      element("a", { href: `${href}${fragment(query)}`, hreflang: lang }, fill(words.elsewhere, { query, language: name }))));
  }

  // The way to another query, said with the result: never taken without the reader.
  function instead(query) {
    const link = element("a", { href: fragment(query) }, query);
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      input.value = query;
      input.focus();
      search();
    });
    const [before, after] = words.near.split("{query}");
    return element("span", { class: "search-near" }, before, link, after);
  }

  const fragment = (query) => `#q=${encodeURIComponent(query)}`;

  // The address keeps the query, so that the way back leads to the results.
  function remember(query) {
    try {
      history.replaceState(null, "", location.pathname + (query ? fragment(query) : ""));
    } catch {
      // Some browsers do not let pages opened from a disk change their address.
    }
  }

  let pause = 0;
  function soon() {
    clearTimeout(pause);
    pause = setTimeout(search, 200);
  }
  input.addEventListener("input", (event) => {
    if (!event.isComposing) soon();
  });
  input.addEventListener("compositionend", soon);
  // In every browser, and said: an empty field alone tells a screen reader nothing.
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing || input.value === "") return;
    event.preventDefault();
    clearTimeout(pause);
    input.value = "";
    search().then(() => {
      if (input.value === "") show([], words.cleared);
    });
  });
  input.addEventListener("focus", () => start().catch(() => {}), { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    search();
  });
  const asked = (text) => new URLSearchParams(text.slice(1)).get("q");
  function answer(query) {
    if (!query || query === input.value.trim()) return;
    input.value = query;
    search();
  }
  addEventListener("hashchange", () => answer(asked(location.hash)));
  // Links of old have the words behind a `?`, where every request of the page would tell them.
  const old = asked(location.search);
  if (old) remember(old);
  answer(asked(location.hash) ?? old);
})();
