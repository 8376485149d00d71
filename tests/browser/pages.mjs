// Walks every page of a built site: accessibility, validity, width, console, requests.
// Prints failures, then a last line of two numbers: passed and failed.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequire } from "node:module";
import { HtmlValidate } from "html-validate";
import { launch, tally } from "./browser.mjs";

const root = process.argv[2];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const files = readdirSync(root, { recursive: true }).map(String).filter((f) => f.endsWith(".html")).sort();
const widths = [320, 768, 1280];
const { tell, done } = tally();

const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: { "long-title": "off", "no-inline-style": "off", "require-sri": "off", "no-trailing-whitespace": "off", "valid-id": "off", "tel-non-breaking": "off", "no-dup-id": "error" },
});

// 404.html is shown at any depth of a host and names its files from the host's root, so that
// from disk it stands without its style sheet: only its HTML is looked at.
const styled = files.filter((file) => !file.endsWith("404.html"));

for (const file of files) {
  const report = await validator.validateString(readFileSync(join(root, file), "utf8"), file);
  const found = report.results.flatMap((r) => r.messages).filter((m) => m.severity === 2);
  tell(`${file}: valid HTML`, found.map((m) => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`));
}

const browser = await launch();

async function walk(colorScheme, queue) {
  const context = await browser.newContext({ colorScheme });
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
    const wide = [];
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(pathToFileURL(join(root, file)).href);
    if (page.url() !== pathToFileURL(join(root, file)).href) continue; // an old address that has moved
    const violations = [];
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const over = await overflow();
      if (over > 0) wide.push(`${width} px: ${over} px too wide`);
      await page.evaluate(axe);
      const result = await page.evaluate(() => globalThis.axe.run({ preload: false, runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] }));
      for (const v of result.violations) violations.push(`${width} px: ${v.id}: ${v.nodes[0]?.target.join(" ")} (${v.help})`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
    const over = await overflow();
    if (over > 0) wide.push(`200 % text: ${over} px too wide`);
    tell(`${file} (${colorScheme}): accessible`, violations);
    tell(`${file} (${colorScheme}): no horizontal scroll`, wide);
    tell(`${file} (${colorScheme}): nothing said, nothing asked of other hosts`, heard);
  }
  await context.close();
}

const [light, dark] = [[...styled], [...styled]];
await Promise.all([walk("light", light), walk("dark", dark)]);
await browser.close();
done();
