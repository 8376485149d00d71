// The word that was meant, where a word of a query stands nowhere: “insurance” for “insurence”, 保険証
// for 保健証. search.js fetches this only then. Words known are those of the index itself; what is
// offered has been found on a page as it is offered.
(() => {
  "use strict";

  // Characters that are taken for each other by shape, folded; 一 is also taken for ー, which folding drops.
  const SHAPES = ["力か", "口ろ", "二に", "八は", "夕た", "工え", "卜と", "千ち", "三み", "土士", "末未", "己已", "大犬", "日曰"];
  const ALIKE = new Map(SHAPES.flatMap(([a, b]) => [[a, b], [b, a]]));
  // An index of more parts is too much to read for an offer: then words are those that begin as the
  // one that was asked for, and of other scripts only shapes that are taken for each other.
  const FEW = 8;
  // How many passages are looked at for a way of writing.
  const LOOKED_AT = 12;

  const kind = (c) => (/[\p{Script=Han}々]/u.test(c) ? "han" : /[\p{Script=Katakana}ー]/u.test(c) ? "katakana" : /\p{Script=Hiragana}/u.test(c) ? "hiragana" : "");

  // Letters left out, put in, changed or swapped between two words; `most` + 1 for more than that.
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let [before, row] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
    for (let i = 1; i <= a.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= b.length; j += 1) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      [before, row] = [row, next];
    }
    return Math.min(row[b.length], most + 1);
  }

  globalThis.chirashiSearch.near = ({ start, tokens, read, passages, passage, find, closely, holds, isLong, allOf, fold, parts }) => {
    const isSmall = async () => (await start()).terms.length <= FEW;
    const ids = (list) => {
      const found = new Map();
      read(list, found);
      return found;
    };

    // The nearest word of a script with spaces. Short words are near too many, and a number is meant.
    async function word(asked) {
      const most = asked.length < 4 || /\d/.test(asked) ? 0 : asked.length < 7 ? 1 : 2;
      if (most === 0) return null;
      let best = null;
      for (const [token, list] of await tokens((await isSmall()) ? "" : asked.slice(0, 2))) {
        if (/[^a-z]/.test(token)) continue;
        const far = distance(asked, token, most);
        if (far > most) continue;
        const one = { token, far: far * 2 + (token[0] === asked[0] ? 0 : 1), often: ids(list).size };
        if (!best || one.far < best.far || (one.far === best.far && one.often > best.often)) best = one;
      }
      return best && best.token;
    }

    // Where a text without spaces stands on a page, as it is written there; where its end was changed, as
    // a whole: 犬保険 is meant for no piece of 健康保険 or 被保険者.
    function written(found, text, isWhole) {
      const all = allOf(found);
      const folded = fold(all);
      for (let at = folded.text.indexOf(text); at >= 0; at = folded.text.indexOf(text, at + 1)) {
        const [from, to] = [folded.from[at], folded.to[at + text.length - 1]];
        const goesOn = (inside, outside) => kind(inside) !== "" && kind(inside) === kind(outside);
        const isCut = isWhole && (goesOn(all.charAt(from), all.charAt(from - 1)) || goesOn(all.charAt(to - 1), all.charAt(to)));
        if (!isCut) return all.slice(from, to);
      }
      return null;
    }

    // What differs from a text in one character and might have been meant: an ideograph for another, a
    // kana for another in a long text, or a shape for another.
    async function changed(chars) {
      const all = (await isSmall()) ? new Map(await tokens("")) : new Map();
      const out = [];
      for (const [i, c] of chars.entries()) {
        const put = (one, alike) => out.push({ text: [...chars.slice(0, i), ...one, ...chars.slice(i + 1)].join(""), alike, isWhole: !alike && (i === 0 || i === chars.length - 1) });
        if (ALIKE.has(c)) put([ALIKE.get(c)], true);
        if (c === "一" && i > 0) put([], true);
        if (chars.length < (kind(c) === "han" ? 3 : 5)) continue;
        const [before, after] = [chars[i - 1] ?? "", chars[i + 1] ?? ""];
        for (const token of all.keys()) {
          const [first, second] = token;
          const other = before ? second : first;
          const fits = before ? first === before && other && (!after || all.has(other + after)) : second === after;
          if (fits && other !== c && kind(other) === kind(c)) put([other], false);
        }
      }
      return out;
    }

    // The nearest text without spaces: the one of a like shape, then the one that stands most often.
    async function run(asked) {
      const chars = Array.from(asked);
      if (chars.length < 2) return null;
      const found = [];
      for (const one of await changed(chars)) {
        const these = await passages({ text: one.text, unspaced: true });
        if (these.size > 0) found.push({ ...one, these });
      }
      found.sort((a, b) => b.alike - a.alike || b.these.size - a.these.size);
      for (const { text, these, isWhole } of found) {
        for (const id of [...these.keys()].slice(0, LOOKED_AT)) {
          const spot = written(await passage(id), text, isWhole);
          if (spot) return spot;
        }
      }
      return null;
    }

    // Whether a part of a query stands anywhere.
    async function stands(one) {
      const some = [...(await passages(one)).keys()];
      if (!isLong(one)) return some.length > 0;
      for (const id of some.slice(0, LOOKED_AT)) if (holds(await passage(id), [one])) return true;
      return some.length > LOOKED_AT;
    }

    // The query with what stands nowhere replaced by what is near; nothing, where that leads nowhere.
    return async (query) => {
      const folded = fold(query);
      let [out, at] = ["", 0];
      for (const one of parts(folded.text)) {
        if (await stands(one)) continue;
        let near = one.unspaced ? await run(one.text) : await word(one.text);
        if (!near) continue;
        const [from, to] = [folded.from[one.at], folded.to[one.at + one.text.length - 1]];
        if (/^\p{Lu}/u.test(query.slice(from))) near = near[0].toUpperCase() + near.slice(1);
        out += query.slice(at, from) + near;
        at = to;
      }
      if (at === 0) return null;
      out += query.slice(at);
      const asked = parts(fold(out).text);
      const result = await find(asked);
      return result.whole && (await closely(result, asked)).found.length > 0 ? out : null;
    };
  };
})();
