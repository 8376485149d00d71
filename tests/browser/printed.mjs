// Prints every leaflet's page from the browser and holds it against the office PDF beside it. A format
// without folds has to come out on the same paper and on as many sides; a folded one panel after panel
// on A4, on no more pages than it has panels; headings follow each other as in the PDF; nothing of the
// site's menu stands on paper. A leaflet in two languages prints the side of the page's own. The last line
// is two numbers: passed and failed.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch, tally } from "./browser.mjs";
import { serve } from "./server.mjs";

// A folder of a site, and how the names of the leaflets begin that are to be printed.
const [, , root, which = ""] = process.argv;
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

// What is wrong with the order of headings: those that the PDF has too stand in it as on the page, one
// after the other, and on the printed page as well.
function order(heads, printed, pdf) {
  const both = heads.filter((head) => head !== "" && pdf.includes(head));
  if (both.length === 0) return ["no heading of the page stands in the PDF"];
  return [["PDF", pdf], ["printed page", printed]].flatMap(([name, text]) => {
    let from = 0;
    for (const head of both) {
      const at = text.indexOf(head, from);
      if (at < 0) return [`"${head}" is out of order in the ${name}`];
      from = at + head.length;
    }
    return [];
  });
}

// In the page: where its PDF is, what it shows, and what is not for paper.
const read = () => ({
  pdf: [...document.querySelectorAll('a[href$=".pdf"]')].map((link) => link.getAttribute("href")).find((href) => !href.endsWith(".print.pdf")),
  heads: [...document.querySelectorAll(".sheet-hook, .sheet-heading b")].filter((head) => head.checkVisibility()).map((head) => head.textContent),
  panels: document.querySelectorAll(".paper-panel").length,
  menu: [...document.querySelectorAll("nav a")].map((link) => link.textContent).slice(0, 4).join(""),
});

const site = await serve(root);
for (const folder of ["leaflets", "en/leaflets"]) {
  for (const file of readdirSync(join(root, folder)).filter((name) => name.startsWith(which) && name.endsWith(".html") && name !== "index.html").sort()) {
    const page = await browser.newPage();
    await page.goto(`${site.origin}/${folder}/${file}`, { waitUntil: "load" });
    await page.evaluate(() => document.fonts.ready.then(() => {}));
    await page.emulateMedia({ media: "print" });
    const shown = await page.evaluate(read);
    const paper = join(own, "printed.pdf");
    await page.pdf({ path: paper, preferCSSPageSize: true, printBackground: true });
    await page.close();
    const pdf = join(root, folder, shown.pdf);
    const [got, wanted] = [sheet(paper), sheet(pdf)];
    if (/\.\w+-\w+\.pdf$/.test(shown.pdf)) wanted.pages /= 2;
    const problems = [];
    const size = shown.panels > 0 ? A4 : wanted.size;
    if (!near(got.size, size)) problems.push(`the paper is ${got.size.map(Math.round)} mm, not ${size.map(Math.round)}`);
    if (shown.panels === 0 && got.pages !== wanted.pages) problems.push(`${got.pages} pages, the PDF has ${wanted.pages}`);
    if (shown.panels > 0 && got.pages > shown.panels) problems.push(`${got.pages} pages for ${shown.panels} panels`);
    const printed = words(paper);
    if (shown.panels === 0) problems.push(...order(shown.heads.map(bare), printed, words(pdf)));
    if (shown.menu !== "" && printed.includes(bare(shown.menu))) problems.push("the menu is printed");
    tell(`${folder}/${file} printed`, problems);
  }
}
site.close();
await browser.close();
rmSync(own, { recursive: true });
done();
