// Prints every leaflet's page from the browser and holds it against the office PDF beside it. A format
// without folds has to come out on the same paper and on as many sides; a folded one panel after panel
// on A4, on no more pages than it has panels; nothing of the site's menu stands on paper. The last line
// is two numbers: passed and failed.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch, tally } from "./browser.mjs";
import { serve } from "./server.mjs";

const root = process.argv[2];
const { tell, done } = tally();
const own = mkdtempSync(join(tmpdir(), "chirashi-printed-"));
const browser = await launch();

const A4 = [210, 297];

// Pages and the size of the first one, in millimetres.
function sheet(pdf) {
  const told = execFileSync("pdfinfo", [pdf], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const [, width, height] = /^Page size:\s+([\d.]+) x ([\d.]+)/m.exec(told);
  return { pages: Number(/^Pages:\s+(\d+)/m.exec(told)[1]), size: [width, height].map((points) => (points * 25.4) / 72) };
}
const near = (a, b) => a.every((side, at) => Math.abs(side - b[at]) < 1);
const bare = (text) => text.replace(/\s+/gu, "");
const words = (pdf) => bare(execFileSync("pdftotext", ["-raw", pdf, "-"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));

// In the page: where its PDF is, what it shows, and what is not for paper.
const read = () => ({
  pdf: [...document.querySelectorAll('a[href$=".pdf"]')].map((link) => link.getAttribute("href")).find((href) => !href.endsWith(".print.pdf")),
  panels: document.querySelectorAll(".paper-panel").length,
  menu: [...document.querySelectorAll("nav a")].map((link) => link.textContent).slice(0, 4).join(""),
});

const site = await serve(root);
for (const folder of ["leaflets", "en/leaflets"]) {
  for (const file of readdirSync(join(root, folder)).filter((name) => name.endsWith(".html") && name !== "index.html").sort()) {
    const page = await browser.newPage();
    await page.goto(`${site.origin}/${folder}/${file}`, { waitUntil: "load" });
    await page.evaluate(() => document.fonts.ready.then(() => {}));
    const shown = await page.evaluate(read);
    const paper = join(own, "printed.pdf");
    await page.pdf({ path: paper, preferCSSPageSize: true, printBackground: true });
    await page.close();
    const pdf = join(root, folder, shown.pdf);
    const [got, wanted] = [sheet(paper), sheet(pdf)];
    const problems = [];
    const size = shown.panels > 0 ? A4 : wanted.size;
    if (!near(got.size, size)) problems.push(`the paper is ${got.size.map(Math.round)} mm, not ${size.map(Math.round)}`);
    if (shown.panels === 0 && got.pages !== wanted.pages) problems.push(`${got.pages} pages, the PDF has ${wanted.pages}`);
    if (shown.panels > 0 && got.pages > shown.panels) problems.push(`${got.pages} pages for ${shown.panels} panels`);
    const printed = words(paper);
    if (shown.menu !== "" && printed.includes(bare(shown.menu))) problems.push("the menu is printed");
    tell(`${folder}/${file} printed`, problems);
  }
}
site.close();
await browser.close();
rmSync(own, { recursive: true });
done();
