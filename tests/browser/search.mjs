// Searches a built site as a reader does: folding as the index folds, finding, keyboard, screen
// reader, and the page without JavaScript. Prints failures, then a last line of two numbers.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch, tally } from "./browser.mjs";

const root = process.argv[2];
const { tell, done } = tally();
const browser = await launch();
const address = (file) => pathToFileURL(join(root, file)).href;
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
const heard = [];
page.on("console", (message) => heard.push(message.text()));
page.on("pageerror", (error) => heard.push(error.message));
page.on("request", (request) => {
  if (!/^(file|data):/.test(request.url())) heard.push(request.url());
});

async function results(file, query) {
  // From another page, so that one search after another loads the page anew.
  await page.goto("about:blank");
  await page.goto(`${address(file)}#q=${encodeURIComponent(query)}`);
  await page.waitForFunction(() => document.getElementById("_search-status").textContent !== "");
  return {
    status: await page.textContent("#_search-status"),
    found: await page.$$eval(".found", (all) => all.map((one) => ({
      href: one.querySelector("a").href,
      heading: one.querySelector("h3").textContent,
      marks: [...one.querySelectorAll("mark")].map((mark) => mark.textContent),
    }))),
  };
}

// What is typed is folded as src/web/index/fold.rs folds what is written.
await results("search.html", "証");
const examples = JSON.parse(readFileSync(new URL("../search/folding.json", import.meta.url), "utf8"));
const folded = await page.evaluate((all) => all.map(([text]) => globalThis.chirashiSearch.fold(text).text), examples);
tell("folding", examples.flatMap(([text, expected], i) => (folded[i] === expected ? [] : [`${text}: “${folded[i]}”, not “${expected}”`])));

const stems = [["policies", "policy"], ["cards", "card"], ["abolished", "abolishing"], ["stopped", "stop"], ["caring", "cares"], ["boxes", "box"]];
const apart = [["care", "card"], ["business", "busy"], ["bus", "bu"], ["police", "policy"]];
const stemmed = await page.evaluate((all) => all.map((pair) => pair.map(globalThis.chirashiSearch.stem)), [...stems, ...apart]);
tell("stems", [...stems, ...apart].flatMap((pair, i) => ((stemmed[i][0] === stemmed[i][1]) === (i < stems.length) ? [] : [`${pair}: ${stemmed[i]}`])));

// [page, query, a result that has to be there, what is marked in it]
for (const [file, query, wanted, mark] of [
  ["search.html", "保険証", "speakers/sugaya.html", "保険証"],
  ["search.html", "保險證", "speakers/sugaya.html", "保険証"],
  ["search.html", "ｵﾝﾗｲﾝ資格確認", "topics/online-eligibility.html", "オンライン資格確認"],
  ["search.html", "おんらいん", "topics/online-eligibility.html", "オンライン"],
  ["search.html", "サイバ", "topics/cybersecurity.html", "サイバー"],
  ["search.html", "ちばいちろう", "speakers/chiba.html"],
  ["search.html", "Chiba", "speakers/chiba.html"],
  ["search.html", "へんれい", "speakers/chiba.html#cannon"],
  ["search.html", "ほけんしょう", "speakers/sugaya.html#no-consultation"],
  ["search.html", "こうれいしゃ", "topics/elderly-access.html"],
  ["search.html", "すがや", "speakers/sugaya.html"],
  ["search.html", "菅谷さん", "speakers/sugaya.html"],
  ["search.html", "すがや先生", "speakers/sugaya.html"],
  ["search.html", "お医者さん", "topics/burden-on-clinics.html"],
  ["search.html", "医療デジタル", "speakers/fujita.html"],
  ["search.html", "老人", "topics/elderly-access.html"],
  ["search.html", "マイナカード", "topics/voluntary-principle.html"],
  ["en/search.html", "seniors", "en/topics/elderly-access.html"],
  ["search.html", "小鳥 大砲", "speakers/chiba.html#cannon", "小鳥"],
  ["search.html", "高齢者の負担", "speakers/sugaya.html#hostage", "高齢者"],
  ["search.html", "アスベスト", "speakers/chiba.html#belonging", "アスベスト"],
  ["en/search.html", "CARDS", "en/speakers/mizunaga.html", "card"],
  ["en/search.html", "policies", "en/topics/democratic-process.html", "Policy"],
  ["en/search.html", "insur", "en/speakers/chiba.html", "insurers"],
  ["en/search.html", "cannon bird", "en/speakers/chiba.html#cannon", "cannon"],
]) {
  const { status, found } = await results(file, query);
  const one = found.find(({ href }) => href === address("").replace(/\/?$/, "/") + wanted);
  const problems = [];
  if (!one) problems.push(`not found: ${wanted} (${status}; ${found.map(({ href }) => href.split("/").slice(-2).join("/"))})`);
  else if (mark && !one.marks.includes(mark)) problems.push(`marked: ${one.marks}`);
  tell(`${file}: ${query}`, problems);
}
// What a reader means stands among the first: [page, query, the file, among how many].
for (const [file, query, wanted, most] of [
  ["search.html", "監視社会", "topics/surveillance-society.html", 1],
  ["search.html", "サイバーセキュリティ", "topics/cybersecurity.html", 1],
  ["search.html", "2022年11月17日", "events/2022-11-17-rally.html", 3],
  ["search.html", "１１月１７日", "events/2022-11-17-rally.html", 3],
  ["search.html", "千葉 一郎", "speakers/chiba.html", 3],
  ["search.html", "ちば", "speakers/chiba.html", 3],
  ["en/search.html", "November 17", "en/events/2022-11-17-rally.html", 3],
  ["en/search.html", "surveillance", "en/topics/surveillance-society.html", 3],
  ["en/search.html", "privacy", "en/topics/medical-privacy.html", 4],
  ["search.html", "住江", "speakers/sumie.html", 1],
  ["search.html", "11月17日", "events/2022-11-17-rally.html", 3],
]) {
  const { found } = await results(file, query);
  const all = found.map(({ href }) => href.split("#")[0]);
  const place = [...new Set(all)].findIndex((href) => href.endsWith(`/${wanted}`));
  tell(`${file}: ${query} first`, place >= 0 && place < most ? [] : [`${wanted} is number ${place + 1} of ${all.slice(0, 4).map((href) => href.split("/").slice(-2).join("/"))}`]);
}
// An excerpt ends with a whole word of its page.
{
  const { found } = await results("en/search.html", "information");
  const texts = await page.$$eval(".found-text", (all) => all.map((one) => one.textContent));
  const problems = [];
  for (const [i, text] of texts.entries()) {
    const last = text.match(/([\p{L}\p{N}]+)…$/u)?.[1];
    // Japanese in an English text has no ends of words.
    if (!last || /[\u2e80-\uffff]/.test(last)) continue;
    await page.goto(found[i].href);
    const words = (await page.textContent("main")).split(/[^\p{L}\p{N}]+/u);
    if (!words.includes(last)) problems.push(`${found[i].href}: …${last}`);
  }
  tell("excerpts end with whole words", texts.some((text) => text.endsWith("…")) ? problems : ["none is cut"]);
}
{
  const { status: none } = await results("search.html", "。、");
  tell("marks alone are answered", none.includes("。、") ? [] : [none]);
  await results("search.html", "医療");
  const heard = await page.locator("main").ariaSnapshot();
  const lacking = [/search/, /searchbox "[^"]+"/, /status: .*[0-9]/, /- list/, /heading ".+" \[level=3\]/].filter((wanted) => !wanted.test(heard));
  tell("a screen reader hears field, number, list and headings", lacking.map((wanted) => `${wanted} in ${heard.slice(0, 600)}`));
}
{
  const { status, found } = await results("search.html", "ぬぬぬぬ");
  tell("nothing is found", found.length === 0 && status.includes("ぬぬぬぬ") ? [] : [status]);
  const title = await results("search.html", "医療現場");
  tell("titles before text", title.found[0]?.href.endsWith("topics/burden-on-clinics.html") ? [] : [title.found[0]?.href]);
}

// What was meant by a word that stands nowhere: [page, query, what is offered, if anything].
for (const [file, query, offered] of [
  ["en/search.html", "insurence", "insurance"],
  ["en/search.html", "Insurence", "Insurance"],
  ["en/search.html", "insruance card", "insurance card"],
  ["en/search.html", "cybersecurty", "cybersecurity"],
  ["en/search.html", "surveilance", "surveillance"],
  ["en/search.html", "asbestoss", "asbestos"],
  ["en/search.html", "xylophone", null],
  ["en/search.html", "2023", null],
  ["search.html", "マイナンバー力ード", "マイナンバーカード"],
  ["search.html", "マイナンバ一カード", "マイナンバーカード"],
  ["search.html", "マイナンハーカード", "マイナンバーカード"],
  ["search.html", "保健証", "保険証"],
  ["search.html", "保健証　廃止", "保険証　廃止"],
  ["search.html", "監子社会", "監視社会"],
  ["search.html", "犬保険", null],
  ["search.html", "ぬぬぬぬ", null],
  ["search.html", "高齢者の負担", null],
  ["search.html", "保険証", null],
]) {
  const { status } = await results(file, query);
  const link = await page.$(".search-near a");
  const said = link && await link.textContent();
  const problems = said === offered ? [] : [`offered: ${said} (${status})`];
  if ((await page.inputValue("#_q")) !== query) problems.push("the query was replaced");
  if (link && !(await link.evaluate((one) => one.closest("[role=status]") !== null))) problems.push("not said");
  if (link) {
    // From the field past its button to the offer; then the results of it, the focus in the field.
    await page.focus("#_q");
    for (let i = 0; i < 2; i += 1) await page.keyboard.press("Tab");
    if (!(await link.evaluate((one) => one === document.activeElement))) problems.push("not reached by keyboard");
    await page.keyboard.press("Enter");
    await page.waitForFunction((text) => new URLSearchParams(location.hash.slice(1)).get("q") === text && document.querySelector(".found") && !document.querySelector(".search-near"), offered, { timeout: 5000 }).catch(() => problems.push("leads nowhere"));
    if ((await page.evaluate(() => document.activeElement.id)) !== "_q") problems.push("the focus is lost");
  }
  tell(`${file}: ${query} is near ${offered}`, problems);
}
// What makes the offer is fetched when it is needed, not before.
{
  const asked = [];
  const listen = (request) => asked.push(request.url());
  page.on("request", listen);
  await results("search.html", "保険証");
  page.off("request", listen);
  tell("nothing more is fetched where something is found", asked.filter((url) => url.endsWith("near.js")));
}

// Every result leads to its place.
for (const file of ["search.html", "en/search.html"]) {
  const { found } = await results(file, file.startsWith("en") ? "insurance" : "医療");
  const missing = [];
  for (const { href } of found) {
    await page.goto(href);
    const id = decodeURIComponent(new URL(href).hash.slice(1));
    if (id && !(await page.evaluate((one) => document.getElementById(one) !== null, id))) missing.push(href);
  }
  tell(`${file}: every result leads to its place`, found.length > 3 ? missing : ["too few results"]);
}

{
  await results("search.html", "insurance card");
  const there = await page.$$eval("#_search-status a[hreflang]", (all) => all.map((one) => `${one.hreflang} ${one.getAttribute("href")}`));
  tell("a query in Latin letters leads to the English search", there[0] === "en en/search.html#q=insurance%20card" ? [] : there);
  await results("search.html", "保険証");
  const none = await page.$$eval("#_search-status a[hreflang]", (all) => all.length);
  tell("a query that is answered here leads nowhere else", none === 0 ? [] : ["a link"]);
}

// By keyboard alone: from the first page through the masthead to a result, and back.
await page.goto(address("index.html"));
for (let i = 0; i < 20 && !(await page.evaluate(() => document.activeElement.closest(".seek"))); i += 1) await page.keyboard.press("Tab");
await Promise.all([page.waitForURL(/search\.html$/), page.keyboard.press("Enter")]);
for (let i = 0; i < 20 && (await page.evaluate(() => document.activeElement.id)) !== "_q"; i += 1) await page.keyboard.press("Tab");
await page.keyboard.type("監視社会");
await page.keyboard.press("Enter");
await page.waitForSelector(".found");
const live = await page.evaluate(() => {
  const status = document.getElementById("_search-status");
  return [status.getAttribute("role"), status.textContent, document.querySelector("form").getAttribute("role"), document.activeElement.id];
});
tell("the result is said, the focus stays", live[0] === "status" && /[0-9]/.test(live[1]) && live[2] === "search" && live[3] === "_q" ? [] : [live.join(" ")]);
for (let i = 0; i < 20 && !(await page.evaluate(() => document.activeElement.closest(".found"))); i += 1) await page.keyboard.press("Tab");
const aim = await page.evaluate(() => document.activeElement.href);
await Promise.all([page.waitForURL((url) => url.href === aim), page.keyboard.press("Enter")]);
await page.goBack();
await page.waitForSelector(".found");
tell("back to the results", (await page.inputValue("#_q")) === "監視社会" ? [] : ["the field is empty"]);

// From the field, the first result is two steps off: past the button. Escape empties the field, and says so.
await results("search.html", "監視社会");
await page.focus("#_q");
for (let i = 0; i < 2; i += 1) await page.keyboard.press("Tab");
const near = await page.evaluate(() => document.activeElement === document.querySelector(".found a"));
tell("Tab leads from the field to the first result", near ? [] : [await page.evaluate(() => document.activeElement.outerHTML.slice(0, 100))]);
await page.focus("#_q");
await page.keyboard.press("Escape");
await page.waitForFunction(() => !document.querySelector(".found"));
const emptied = await page.evaluate(() => [document.getElementById("_q").value, document.getElementById("_search-status").textContent, document.activeElement.id, document.getElementById("_search-index").hidden, location.search + location.hash]);
tell("Escape empties the field", emptied[0] === "" && emptied[1] === "検索欄を空にしました。" && emptied[2] === "_q" && !emptied[3] && emptied[4] === "" ? [] : [emptied.join(" | ")]);

// An old link's words are found, and moved to where no server hears of them.
await page.goto("about:blank");
await page.goto(`${address("search.html")}?q=${encodeURIComponent("監視社会")}`);
await page.waitForSelector(".found");
const moved = await page.evaluate(() => [location.search, decodeURIComponent(location.hash)]);
tell("an old link", moved[0] === "" && moved[1] === "#q=監視社会" ? [] : moved);
// So are those of another page's field.
// That page names its files from the root of its host, where none are here: it is read apart.
const lost = await browser.newPage();
await lost.goto(address("404.html"));
const field = await lost.evaluate(() => [...document.querySelectorAll("form [name]")].length);
await lost.close();
tell("the field of the page for what is not found tells no server", field === 0 ? [] : ["a field has a name"]);

// Without JavaScript: no field that does nothing, an index that leads everywhere.
const plain = await browser.newPage({ javaScriptEnabled: false });
await plain.goto(address("search.html"));
const without = [];
if (await plain.isVisible("#_q")) without.push("the field is shown");
if (!(await plain.isVisible("noscript p"))) without.push("nothing is said");
if (!(await plain.isVisible("text=アスベスト")) && !(await plain.isVisible('a[href="speakers/chiba.html#cannon"]'))) without.push("no index");
tell("without JavaScript", without);

// After all that, nothing of the reader was kept.
await results("search.html", "監視社会");
const kept = await page.evaluate(async () => [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches?.keys?.().catch(() => []))?.length ?? 0].join(" "));
tell("no cookie and no storage", kept === " 0 0 0 0" ? [] : [kept]);
tell("nothing said, nothing asked of other hosts", heard);
await browser.close();
done();
