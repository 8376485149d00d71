// Walks every page of a built site at three widths, light and dark: accessibility, validity,
// width, touch, console, requests; or those pages alone that are named after the site. Prints failures, then a last line of two numbers.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequire } from "node:module";
import { HtmlValidate } from "html-validate";
import { launch, tally } from "./browser.mjs";

const [, , root, ...named] = process.argv;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const files = readdirSync(root, { recursive: true }).map(String).filter((f) => f.endsWith(".html") && (named.length === 0 || named.includes(f))).sort();
const widths = [320, 768, 1280];
const { tell, done } = tally();

const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: { "long-title": "off", "no-inline-style": "off", "require-sri": "off", "no-trailing-whitespace": "off", "valid-id": "off", "tel-non-breaking": "off", "no-dup-id": "error" },
});

// 404.html is shown at any depth of a host and names its files from the host's root, so that
// from disk it stands without its style sheet: only its HTML is looked at.
const styled = files.filter((file) => !file.endsWith("404.html"));

// What search engines and those who share a page are told.
function told(html) {
  const problems = [];
  const one = (what, pattern) => {
    const found = [...html.matchAll(pattern)].map((match) => match[1].trim());
    if (found.length !== 1 || found[0] === "") problems.push(`${what}: ${found.length === 0 ? "none" : JSON.stringify(found)}`);
    return found[0] ?? "";
  };
  if (/<meta http-equiv="refresh"/.test(html)) return problems;
  one("title", /<title>([^<]*)<\/title>/g);
  const description = one("description", /<meta name="description" content="([^"]*)">/g);
  if (description.length > 420) problems.push(`description: ${description.length} characters`);
  one("og:title", /<meta property="og:title" content="([^"]*)">/g);
  one("canonical", /<link rel="canonical" href="(https?:[^"]*)">/g);
  one("main heading", /<h1[^>]*>(.*?)<\/h1>/gs);
  if (/<meta name="robots"/.test(html)) problems.push("hidden from search engines");
  try {
    JSON.parse(one("JSON-LD", /<script type="application\/ld\+json">([^<]*)<\/script>/g));
  } catch (error) {
    problems.push(`JSON-LD: ${error.message}`);
  }
  for (const [image] of html.matchAll(/<img [^>]*>/g)) {
    if (!/ width="/.test(image) || !/ height="/.test(image) || !/ alt="/.test(image)) problems.push(`without width, height or alt: ${image}`);
  }
  return problems;
}

for (const file of files) {
  const html = readFileSync(join(root, file), "utf8");
  const report = await validator.validateString(html, file);
  const found = report.results.flatMap((r) => r.messages).filter((m) => m.severity === 2);
  tell(`${file}: valid HTML`, found.map((m) => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`));
  if (!file.endsWith("404.html")) tell(`${file}: told to machines`, told(html));
}

const browser = await launch();

// Links and buttons that stand by themselves and are too small for a finger; links in running
// text are as high as their line.
const small = () => [...document.querySelectorAll("a, button, input")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".visually-hidden, .skip, p, dd, .sheet, .sheets-paper"))
  .map((one) => [one, one.getBoundingClientRect()])
  .filter(([, { width, height }]) => width > 1 && (height < 43.5 || width < 24))
  .map(([one, { width, height }]) => `${one.textContent.trim().slice(0, 20)} (${one.closest("[class]")?.className}): ${Math.round(width)} × ${Math.round(height)} px`);

// Text that a narrow box breaks into lines of a letter or two. The first and the last line may be
// short wherever they are, and one alone before a long word.
const squeezed = () => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const around = node.parentElement;
    if (node.data.trim() === "" || !around.checkVisibility({ visibilityProperty: true }) || around.closest(".skip, pre")) continue;
    if (around.getBoundingClientRect().width < 2) continue; // for screen readers alone
    range.selectNodeContents(node);
    const lines = [...range.getClientRects()].filter((line) => line.width > 1).slice(1, -1);
    const em = parseFloat(getComputedStyle(around).fontSize);
    const short = lines.map((line) => line.width < 1.5 * em);
    if (short.some((one, at) => one && short[at + 1])) found.push(`${node.data.trim().slice(0, 30)} (${around.closest("[class]")?.className})`);
  }
  return found;
};

// Lines that begin with what may not stand there, such as a comma. Only these characters and those
// before them are measured.
const misbegun = () => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const box = (node, at) => {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect();
  };
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const marks = [...node.data.matchAll(/(?<=\S)[、。，．！？）」』】ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々]/gu)];
    if (marks.length === 0 || node.parentElement.closest("pre, code, .cite-text")) continue;
    for (const { index } of marks) {
      const [before, own] = [box(node, index - 1), box(node, index)];
      if (before.width > 0 && own.width > 0 && own.top > before.bottom - 1) found.push(`${node.data.slice(0, index)} | ${node.data.slice(index, index + 5)}`);
    }
  }
  return found;
};

// Rules of axe that look at how a page is laid out or coloured; all others see the same page at
// every width and in every scheme, as long as nothing is hidden or shown by either. What is said to
// a screen reader is therefore judged in the light at the narrowest and the widest width, and what
// depends on layout and colour at all of them.
const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
const LAID_OUT = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable", "meta-viewport", "css-orientation-lock"];
const judge = (page, everything) => page.evaluate(([tags, rules]) => globalThis.axe.run({
  preload: false,
  resultTypes: ["violations"],
  elementRef: false,
  runOnly: rules ? { type: "rule", values: rules } : { type: "tag", values: tags },
}), [TAGS, everything ? null : LAID_OUT]);

async function walk(queue) {
  const context = await browser.newContext({ colorScheme: "light" });
  const page = await context.newPage();
  let heard = [];
  page.on("console", (message) => heard.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => heard.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) heard.push(`request: ${request.url()}`);
  });
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    heard = [];
    const [wide, missed, broken] = [[], [], []];
    const broke = async (how) => broken.push(...(await page.evaluate(squeezed)).map((text) => `${how}: ${text}`));
    const violations = { light: [], dark: [] };
    await page.setViewportSize({ width: widths[0], height: 900 });
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(pathToFileURL(join(root, file)).href);
    if (page.url() !== pathToFileURL(join(root, file)).href) continue; // an old address that has moved
    await page.evaluate(axe);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const over = await overflow();
      if (over > 0) wide.push(`${width} px: ${over} px too wide`);
      await broke(`${width} px`);
      for (const scheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme: scheme });
        const result = await judge(page, scheme === "light" && width !== 768);
        for (const v of result.violations) violations[scheme].push(`${width} px: ${v.id}: ${v.nodes[0]?.target.join(" ")} (${v.help})`);
      }
      if (width === 320) missed.push(...await page.evaluate(small));
    }
    // Where lists change from one column to two.
    await page.setViewportSize({ width: 360, height: 900 });
    await broke("360 px");
    for (const width of [1280, 640]) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
      const over = await overflow();
      if (over > 0) wide.push(`200 % text at ${width} px: ${over} px too wide`);
      await broke(`200 % text at ${width} px`);
    }
    await page.setViewportSize({ width: 360, height: 900 });
    const over = await overflow();
    if (over > 0) wide.push(`200 % text at 360 px: ${over} px too wide`);
    tell(`${file}: lines of large text begin as they may`, await page.evaluate(misbegun));
    for (const scheme of ["light", "dark"]) tell(`${file} (${scheme}): accessible`, violations[scheme]);
    tell(`${file}: large enough for a finger`, missed);
    tell(`${file}: no horizontal scroll`, wide);
    tell(`${file}: no text in splinters`, broken);
    tell(`${file}: nothing said, nothing asked of other hosts`, heard);
  }
  await context.close();
}

const queue = [...styled];
await Promise.all([walk(queue), walk(queue)]);

// The first leaflet of each design.
const designs = new Map();
for (const file of styled.filter((one) => one.startsWith("leaflets/"))) {
  const design = / design-([a-z]+)/.exec(readFileSync(join(root, file), "utf8"))?.[1];
  if (design !== undefined && !designs.has(design)) designs.set(design, file);
}
// A page of each kind as readers with other needs see it, and a leaflet of each design.
const kinds = ["index.html", "speakers/index.html", "topics/index.html", "leaflets/index.html", "search.html", "about.html",
  ...["speakers/", "topics/", "events/"].map((folder) => styled.find((f) => f.startsWith(folder) && !f.endsWith("index.html"))), ...designs.values()]
  .filter((file) => styled.includes(file));
for (const [name, options] of [["forced colours", { forcedColors: "active" }], ["high contrast", { contrast: "more" }], ["high contrast, dark", { contrast: "more", colorScheme: "dark" }], ["reduced motion", { reducedMotion: "reduce" }]]) {
  const page = await browser.newPage(options);
  for (const file of kinds) {
    await page.goto(pathToFileURL(join(root, file)).href);
    await page.evaluate(axe);
    const result = await judge(page, true);
    const moving = await page.evaluate(() => document.getAnimations().length + Number(getComputedStyle(document.documentElement).scrollBehavior === "smooth"));
    const problems = result.violations.map((v) => `${v.id}: ${v.nodes[0]?.target.join(" ")}`);
    if (options.reducedMotion && moving > 0) problems.push("something moves");
    tell(`${file}: ${name}`, problems);
  }
  await page.close();
}

// By keyboard: past the masthead in one step, through the menu, to the other language.
{
  const page = await browser.newPage();
  const at = () => page.evaluate(() => ({
    skip: document.activeElement.matches(".skip"),
    menu: document.activeElement.closest(".menu") ? document.activeElement.href : null,
    language: document.activeElement.closest(".languages") ? document.activeElement.href : null,
    outline: getComputedStyle(document.activeElement).outlineStyle,
  }));
  const speaker = styled.find((file) => file.startsWith("speakers/") && !file.endsWith("index.html"));
  const problems = [];
  await page.goto(pathToFileURL(join(root, speaker)).href);
  await page.keyboard.press("Tab");
  if (!(await at()).skip) problems.push("the first step is not the way past the masthead");
  await page.keyboard.press("Enter");
  if (!(await page.evaluate(() => document.activeElement.id === "_main"))) problems.push("the way past the masthead does not lead to the text");
  await page.goto(pathToFileURL(join(root, speaker)).href);
  const [menu, unseen] = [[], []];
  let language = null;
  for (let i = 0; i < 30 && !language; i += 1) {
    await page.keyboard.press("Tab");
    const here = await at();
    if (here.menu) menu.push(here.menu);
    if (here.outline === "none") unseen.push(`step ${i + 1} shows no focus`);
    language = here.language;
  }
  if (menu.length < 3) problems.push(`the menu has ${menu.length} steps`);
  if (language) {
    await Promise.all([page.waitForURL((url) => url.href === language), page.keyboard.press("Enter")]);
    if ((await page.getAttribute("html", "lang")) === "ja" || !page.url().endsWith(speaker)) problems.push(`the language switch leads to ${page.url()}`);
  } else {
    problems.push("no way to the other language");
  }
  tell("by keyboard through menu and language switch", [...problems, ...unseen]);
}

// The button of the citation: there only where there is JavaScript, says what it did, and what it
// copied is what is shown.
{
  const speaker = styled.find((file) => file.startsWith("speakers/") && !file.endsWith("index.html"));
  const address = pathToFileURL(join(root, speaker)).href;
  const page = await browser.newPage();
  await page.goto(address);
  const problems = [];
  const [wanted, done_] = [await page.textContent("#_cite"), await page.getAttribute("[data-copy]", "data-done")];
  await page.click("[data-copy]");
  await page.waitForFunction(() => document.querySelector(".cite-do [role=status]").textContent !== "");
  const said = await page.textContent(".cite-do [role=status]");
  if (said !== done_) problems.push(`it says “${said}”`);
  const pasted = await page.evaluate(async () => {
    const field = document.body.appendChild(document.createElement("textarea"));
    field.focus();
    return field;
  }).then(() => page.keyboard.press("Control+V")).then(() => page.inputValue("body > textarea"));
  if (pasted.trim() !== wanted.trim()) problems.push(`it copied “${pasted.slice(0, 40)}”`);
  const plain = await browser.newPage({ javaScriptEnabled: false });
  await plain.goto(address);
  if (await plain.isVisible("[data-copy]")) problems.push("without JavaScript there is a button that does nothing");
  if (!(await plain.isVisible("#_cite"))) problems.push("without JavaScript there is no text to select");
  tell("the button of the citation", problems);
}
// On a phone's first screen a statement begins: its first sentence, or that of its summary.
{
  const page = await browser.newPage({ viewport: { width: 360, height: 640 } });
  const late = [];
  for (const file of styled.filter((f) => /(^|\/)(speakers|statements)\/(?!index)/.test(f))) {
    await page.goto(pathToFileURL(join(root, file)).href);
    const bottom = await page.evaluate(() => {
      const first = document.querySelector(".lead-text, .columns-main .prose");
      if (!first) return 0; // a person without a statement
      const texts = document.createTreeWalker(first, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      range.setStart(first, 0);
      range.setEnd(first, first.childNodes.length);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const end = text.data.search(/。|[.!?](?=\s|$)/u);
        if (end < 0) continue;
        range.setEnd(text, end + 1);
        break;
      }
      return range.getBoundingClientRect().bottom;
    });
    if (bottom > 640) late.push(`${file}: its first sentence ends at ${Math.round(bottom)} px`);
  }
  tell("statements begin on a phone's first screen", late);
  await page.close();
}

// Ways to hand a page on: a link without JavaScript, and a button that copies the address; nothing is asked of
// another host until somebody follows the link.
{
  const problems = [];
  for (const folder of ["speakers/", "topics/", "leaflets/"]) {
    const file = styled.find((one) => one.startsWith(folder) && !one.endsWith("index.html"));
    if (file === undefined) continue;
    const address = pathToFileURL(join(root, file)).href;
    const page = await browser.newPage();
    page.on("request", (request) => {
      if (!/^(file|data):/.test(request.url())) problems.push(`${file}: asks for ${request.url()}`);
    });
    await page.goto(address);
    await page.click(".share [data-copy]");
    await page.waitForFunction(() => document.querySelector(".share [role=status]").textContent !== "");
    const [wanted, said, told] = await page.evaluate(() => [document.querySelector(".share").dataset.url, document.querySelector(".share [role=status]").textContent, document.querySelector(".share [data-copy]").dataset.done]);
    if (said !== told) problems.push(`${file}: it says “${said}”`);
    await page.evaluate(() => document.body.appendChild(document.createElement("textarea")).focus());
    await page.keyboard.press("Control+V");
    const pasted = await page.inputValue("body > textarea");
    if (pasted !== wanted || !wanted.endsWith(file)) problems.push(`${file}: it copied “${pasted}”`);
    const plain = await browser.newPage({ javaScriptEnabled: false });
    await plain.goto(address);
    if (await plain.locator(".share [data-copy]:visible, [data-share]:visible").count() > 0) problems.push(`${file}: without JavaScript there are buttons that do nothing`);
    if (!(await plain.isVisible(".share a[href^='https://line.me/']"))) problems.push(`${file}: without JavaScript there is no way to LINE`);
    await page.close();
    await plain.close();
  }
  tell("ways to hand a page on", problems);
}
await browser.close();
done();
