// Drives the live preview in a real browser, on a folder with a Japanese name and spaces, written
// as a Mac writes it: an edit, an error, its mending, a new, a renamed and a removed file, styles,
// pictures and leaflets, a change that the system does not tell of, light and dark.
// Prints failures, then a last line of two numbers: passed and failed.
import { spawn } from "node:child_process";
import { mkdtempSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const [program, shots] = process.argv.slice(2);
let passed = 0;
let failed = 0;
function tell(name, holds, why = "") {
  if (holds) passed += 1;
  else {
    failed += 1;
    console.log(`FAILED: ${name} ${why}`);
  }
}

// ── A site in a folder as people name them ─────────────────────────────────

const work = mkdtempSync(join(tmpdir(), "chirashi-"));
const home = join(work, "集会の ガイド（2022 秋）".normalize("NFD"));
const content = join(home, "原稿");
const at = (path) => join(content, path);
const write = (path, text) => {
  mkdirSync(join(at(path), ".."), { recursive: true });
  writeFileSync(at(path), text);
};
const paragraphs = Array.from({ length: 30 }, (_, i) => `${i + 1}番目の段落です。窓口に長い列ができ、待つ時間が延びたという声が寄せられました。\n`).join("\n");
const yamada = `---
name: 山田花子
title: 保険証をなくさないで
topics: [privacy]
summary: 番号で暮らしが見られます。
---

はじめに申し上げます。

## 見られる暮らし {#watched topic=privacy}

番号で暮らしが見えてしまいます。

${paragraphs}
## おわりに {#end topic=privacy}

最後の段落です。
`;
write("site.yaml", "title: {ja: 集会の記録, en: Rally report}\nlanguages: [ja, en]\nbase_url: https://example.org/rally/\nevent: rally\n");
write("events/rally.ja.md", "---\nname: 緊急集会\ndate: 2022-11-17\n---\n");
write("topics/privacy.ja.md", "---\nname: 個人情報\nsummary: 番号で暮らしが見えることについて。\n---\n");
write("topics/lonely.ja.md", "---\nname: だれも話さなかったこと\nsummary: まだ声がありません。\n---\n");
write("speakers/yamada.ja.md", yamada);
write("pages/about.ja.md", "---\ntitle: このサイトについて\n---\n\n集会の記録です。\n");
// The page says が as one character, the file's name as two.
const drawing = (colour) => `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30" fill="${colour}"/></svg>`;
const picture = `images/${"会場の絵がある.svg".normalize("NFD")}`;
write(picture, drawing("#a33"));
write("pages/hall.ja.md", "---\ntitle: 会場\n---\n\n![会場の絵](../images/会場の絵がある.svg)\n");

// ── The preview ────────────────────────────────────────────────────────────

const server = spawn(program, ["serve", "--content", content, "--port", "0", "--theme", join(home, "見た目")], {
  cwd: home,
  env: { ...process.env, CHIRASHI_LANG: "ja", CHIRASHI_CACHE: "off" },
});
process.on("exit", () => server.kill());
mkdirSync(join(home, "見た目", "css"), { recursive: true });
let said = "";
server.stdout.on("data", (text) => { said += text; });
server.stderr.on("data", (text) => { said += text; });
const ended = new Promise((resolve) => server.on("exit", (code) => resolve(code)));
async function until(holds, most = 30000) {
  const begun = Date.now();
  for (;;) {
    const found = await holds();
    if (found) return found;
    if (Date.now() - begun > most) return null;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
const root = (await until(() => said.match(/http:\/\/127\.0\.0\.1:\d+\//)))?.[0];
tell("the address is told", Boolean(root), said);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: process.env.DARK ? "dark" : "light" });
const page = await context.newPage();
const heard = [];
page.on("pageerror", (error) => heard.push(error.message));
// The pages' policy holds in the preview too: whatever it forbids, the console tells.
page.on("console", (said) => { if (/Content.Security.Policy/i.test(said.text())) heard.push(said.text()); });
page.on("request", (request) => { if (!request.url().startsWith(root) && !request.url().startsWith("data:")) heard.push(request.url()); });
let loads = 0;
page.on("load", () => { loads += 1; });
const shoot = async (name) => { if (shots) await page.screenshot({ path: join(shots, `${name}.png`) }); };
const text = (selector) => page.locator(selector).first().innerText();
const shows = (words, most) => until(async () => (await page.locator("body").innerText()).includes(words), most);
const paragraph = () => page.evaluate(() => Math.round([...document.querySelectorAll(".prose p")].find((p) => p.innerText.startsWith("12番目")).getBoundingClientRect().top));
const overlay = () => page.evaluate(() => {
  const tree = document.querySelector("chirashi-preview")?.shadowRoot;
  const veil = tree?.querySelector(".veil");
  return veil && !veil.hidden ? tree.querySelector(".panel").innerText : "";
});
const badge = () => page.evaluate(() => {
  const found = document.querySelector("chirashi-preview")?.shadowRoot.querySelector(".badge");
  return found && !found.hidden ? found.innerText : "";
});
const edit = (path, from, to) => {
  const old = readFileSync(at(path), "utf8");
  if (!old.includes(from)) throw new Error(`${path}: no ${from}`);
  writeFileSync(at(path), old.replace(from, to));
};

await page.goto(`${root}speakers/yamada.html`);
tell("the pages' own policy stands in the preview", (await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content"))?.includes("default-src 'none'"));
await until(badge);
await page.evaluate(async () => { await document.fonts.ready; scrollTo({ top: 1500, behavior: "instant" }); });
tell("warnings stand in a badge", (await badge()).includes("注意"), await badge());
await shoot("badge");
const before = await paragraph();

// An edit far above what is being read, and one in view.
edit("speakers/yamada.ja.md", "番号で暮らしが見えてしまいます。", "番号で生活が見えてしまいます。");
tell("an edit is shown", await shows("番号で生活が見えてしまいます。"));
tell("in its place, without loading", loads === 1 && (await page.evaluate(() => document.querySelector(".masthead") !== null)));
tell("the reader stays where they were", Math.abs((await paragraph()) - before) <= 2, `${before} → ${await paragraph()}`);
edit("speakers/yamada.ja.md", "title: 保険証をなくさないで", "title: 保険証を残してください");
tell("a title is shown", await shows("保険証を残してください"));
tell("also in the tab", (await page.title()).includes("保険証を残してください"), await page.title());

// An error, and its mending.
edit("speakers/yamada.ja.md", "topics: [privacy]", "topics: [privasy]");
tell("an error is laid over the page", await until(async () => (await overlay()).includes("privasy")));
await page.waitForTimeout(400);
await shoot("error");
const report = await overlay();
for (const words of ["エラーが1件", "speakers/yamada.ja.md", "4行目", "直し方", "privacy"]) tell(`the report says ${words}`, report.includes(words), report);
tell("the place is marked", (await page.evaluate(() => document.querySelector("chirashi-preview").shadowRoot.querySelector("mark").innerText)) === "privasy");
tell("the good page stays below", (await text("h1")).includes("保険証を残してください"));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const accessible = async (name) => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run("chirashi-preview", { preload: false }));
  tell(`${name}: accessible`, violations.length === 0, violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`).join("\n  "));
};
await accessible("the report");
await page.emulateMedia({ colorScheme: "dark" });
await shoot("error-dark");
await accessible("the report in the dark");
await page.setViewportSize({ width: 360, height: 740 });
tell("the report fits a phone", await page.evaluate(() => { const p = document.querySelector("chirashi-preview").shadowRoot.querySelector(".panel"); return p.scrollWidth <= p.clientWidth; }));
await shoot("error-phone-dark");
await page.emulateMedia({ colorScheme: "light" });
await shoot("error-phone");
await page.setViewportSize({ width: 1280, height: 900 });
await page.keyboard.press("Escape");
tell("Esc closes it", (await overlay()) === "");
tell("a badge stays", (await badge()).includes("エラー"), await badge());
await page.keyboard.press("Enter");
tell("and opens it again", (await overlay()).includes("privasy"));
edit("speakers/yamada.ja.md", "topics: [privasy]", "topics: [privacy]");
tell("mended, it goes by itself", await until(async () => (await overlay()) === ""));
await shoot("mended");
tell("still without loading", loads === 1, String(loads));

// Content that would like to be code.
edit("speakers/yamada.ja.md", "summary: 番号", "summary: [<img src=x onerror=alert(1)>");
await until(async () => (await overlay()) !== "");
tell("content in the report is text", (await overlay()).includes("<img src=x") && (await page.evaluate(() => document.querySelector("chirashi-preview").shadowRoot.querySelector("img") === null)), await overlay());
await shoot("markup");
edit("speakers/yamada.ja.md", "summary: [<img src=x onerror=alert(1)>", "summary: 番号");
await until(async () => (await overlay()) === "");

// A new file, another name, gone.
await page.goto(`${root}speakers/index.html`);
write("speakers/sato.ja.md", yamada.replace("山田花子", "佐藤一郎"));
tell("a new statement is in the list", await shows("佐藤一郎"));
await page.goto(`${root}speakers/sato.html`);
renameSync(at("speakers/sato.ja.md"), at("speakers/sato-ichiro.ja.md"));
tell("a renamed one leaves its address", await until(async () => (await page.title()).includes("見つかりません") || (await text("h1")).includes("見つかりません")), await page.title());
await shoot("gone");
tell("and stands at the new one", (await page.goto(`${root}speakers/sato-ichiro.html`)).status() === 200 && (await shows("佐藤一郎")));
rmSync(at("speakers/sato-ichiro.ja.md"));
tell("a removed one is gone", await until(async () => (await page.title()).includes("見つかりません")), await page.title());
tell("for whoever asks", (await page.request.get(`${root}speakers/sato-ichiro.html`)).status() === 404);

// As editors save: a new file takes the name of the old one. Names as a Mac writes them.
await page.goto(`${root}about.html`);
writeFileSync(at("pages/.about.tmp"), "---\ntitle: このサイトについて\n---\n\n別の保存のしかたです。\n");
renameSync(at("pages/.about.tmp"), at("pages/about.ja.md"));
tell("saving by renaming is seen", await shows("別の保存のしかたです。"));

await page.goto(`${root}hall.html`);
const drawn = () => page.evaluate(async () => {
  const img = document.querySelector("main img");
  if (!img?.complete || img.naturalWidth === 0) return "";
  const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d");
  canvas.drawImage(img, 0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).join();
});
tell("a picture is found by the other form of its name", await until(async () => (await drawn()) === "170,51,51"), await drawn());
writeFileSync(at(picture), drawing("#3a3"));
tell("and a new one takes its place", await until(async () => (await drawn()) === "51,170,51"), await drawn());

// What lies elsewhere the system does not tell of, as with folders on a network.
writeFileSync(join(work, "遠く.md"), "---\ntitle: 遠く\n---\n\n遠くにあります。\n");
symlinkSync(join(work, "遠く.md"), at("pages/far.ja.md"));
tell("a file that lies elsewhere is a page", await until(async () => (await page.request.get(`${root}far.html`)).status() === 200));
await page.goto(`${root}far.html`);
writeFileSync(join(work, "遠く.md"), "---\ntitle: 遠く\n---\n\n遠くで改めました。\n");
tell("a change that nobody tells of is found", await shows("遠くで改めました。"));

// The look.
const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
writeFileSync(join(home, "見た目", "css", "own.css"), "body { background: rgb(1, 2, 3) !important; }\n");
tell("a style sheet is swapped", await until(async () => (await paper()) === "rgb(1, 2, 3)"), await paper());
rmSync(join(home, "見た目", "css", "own.css"));
tell("and back", await until(async () => (await paper()) !== "rgb(1, 2, 3)"));
tell("no style sheet stands twice", await until(() => page.evaluate(() => { const all = [...document.querySelectorAll('link[rel="stylesheet"]')].map((l) => new URL(l.href).pathname); return all.length > 0 && new Set(all).size === all.length; })));

// Leaflets are set when they are looked at, and again when what they say has changed.
await page.goto(`${root}leaflets/speaker-yamada.html`);
const sheet = () => page.evaluate(() => { document.querySelector("details.leaflet-look")?.setAttribute("open", ""); const img = document.querySelector("img.thumb-picture"); return img?.complete && img.naturalWidth > 0 ? img.currentSrc : ""; });
const first = await until(sheet, 60000);
tell("a leaflet has its picture", Boolean(first));
await shoot("leaflet");
edit("speakers/yamada.ja.md", "title: 保険証を残してください", "title: 窓口の声を聞いてください");
tell("its picture is set again", await until(async () => { const now = await sheet(); return now && now !== first; }, 60000), await sheet());
await shoot("leaflet-again");
const pdf = await page.request.get(`${root}leaflets/speaker-yamada.ja.pdf`);
tell("so are its PDFs", pdf.status() === 200 && pdf.headers()["content-type"] === "application/pdf" && (await pdf.body()).subarray(0, 5).toString() === "%PDF-");

// The folder goes and comes back.
renameSync(content, join(home, "よそ"));
tell("a folder that goes is told", await until(() => said.includes("フォルダーがなくなりました")), said);
tell("the site stays", (await page.goto(`${root}about.html`)).status() === 200);
renameSync(join(home, "よそ"), content);
tell("its return too", await until(() => said.includes("フォルダーが戻りました")), said);
edit("pages/about.ja.md", "別の保存のしかたです。", "戻ってからの編集です。");
tell("and it is followed again", await shows("戻ってからの編集です。"));

// From nothing: a site that has never been good.
server.kill("SIGINT");
tell("Ctrl-C ends it cleanly", (await ended) === 0, said);
tell("and says so", said.includes("プレビューを終えました"), said);
tell("an open page says that the preview has stopped", await until(() => page.evaluate(() => { const t = document.querySelector("chirashi-preview").shadowRoot.querySelector(".toast"); return !t.hidden && t.innerText.includes("止まっています"); })));
await shoot("stopped");
edit("site.yaml", "languages: [ja, en]", "languages: ");
const serve = (lang, ...args) => spawn(program, ["serve", "--content", content, ...args], { cwd: home, env: { ...process.env, CHIRASHI_LANG: lang, CHIRASHI_CACHE: "off" } });
const again = serve("ja", "--port", new URL(root).port);
await until(async () => { try { return (await page.request.get(root)).status() === 503; } catch { return false; } });
tell("an open page turns into the report by itself", await until(async () => (await page.locator("body").innerText()).includes("1件、")), await page.locator("body").innerText());
await page.goto(root);
tell("a site that was never good is a report", (await page.locator("body").innerText()).includes("languages"));
await shoot("alone");
edit("site.yaml", "languages: ", "languages: [ja, en]");
tell("and becomes the site when it is mended", await shows("山田花子"));
await shoot("home");
// The same port again, and none in particular; in English.
const taken = serve("ja", "--port", new URL(root).port);
let refused = "";
taken.stderr.on("data", (text) => { refused += text; });
tell("a port in use is told, not a crash", (await new Promise((resolve) => taken.on("exit", resolve))) === 2 && refused.includes("--port"), refused);
const other = serve("en");
let ready = "";
other.stdout.on("data", (text) => { ready += text; });
const english = (await until(() => ready.match(/http:\/\/127\.0\.0\.1:\d+\//)))?.[0];
tell("another preview finds a port of its own", Boolean(english) && english !== root, ready);
const reader = await context.newPage();
await reader.goto(`${english}speakers/yamada.html`);
edit("speakers/yamada.ja.md", "topics: [privacy]", "topics：［privasy］");
const read = () => reader.evaluate(() => document.querySelector("chirashi-preview")?.shadowRoot.querySelector(".panel")?.innerText ?? "");
tell("the report speaks English", await until(async () => (await read()).includes("How to mend it")), await read());
await reader.waitForTimeout(300);
if (shots) await reader.screenshot({ path: join(shots, "error-english.png") });
other.kill("SIGINT");
tell("it ends cleanly with a page open", (await new Promise((resolve) => other.on("exit", resolve))) === 0);
again.kill("SIGTERM");
tell("nothing went wrong in the pages, nothing was asked of others", heard.length === 0, heard.join("\n  "));

await browser.close();
rmSync(work, { recursive: true, force: true });
console.log(`${passed} ${failed}`);
