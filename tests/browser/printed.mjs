// Prints every leaflet's page from the browser and holds it against the office PDF beside it. A format
// without folds has to come out on the same paper and on as many sides, in the design of the PDF: what stands
// largest stands there in the same direction and is not much smaller, and as much of the paper is coloured; a folded one panel after panel
// on A4, on no more pages than it has panels; headings follow each other as in the PDF; no text runs over
// another; nothing of the site's menu stands on paper. A leaflet in two languages prints the side of the page's own. The last line
// is two numbers: passed and failed.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch, tally } from "./browser.mjs";
import { serve } from "./server.mjs";

// A folder of a site, and what the names of the leaflets hold that are to be printed.
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

// What somebody sees of a PDF's first page who walks by: the type that stands largest, its size and the room that
// it takes, in shares of the page, and how much colour there is.
function afar(pdf) {
  const run = (command, ...args) => execFileSync(command, args, { stdio: ["ignore", "pipe", "ignore"] });
  const told = run("pdftotext", "-bbox", "-l", "1", pdf, "-").toString();
  const [, width, height] = /<page width="([\d.]+)" height="([\d.]+)"/.exec(told).map(Number);
  // A letter that stands for a question is a sign, not a headline.
  const words = [...told.matchAll(/xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(?!(?:Q|問)<)/g)].map((word) => word.slice(1).map(Number));
  // Lines across the page are as high as their type, those down it as wide.
  const size = ([left, top, right, low]) => Math.min(low - top, Math.max(right - left, (low - top) / 2)) / height;
  const largest = Math.max(...words.map(size));
  const large = words.filter((word) => size(word) > 0.7 * largest);
  const [left, top] = [0, 1].map((at) => Math.min(...large.map((word) => word[at])));
  const [right, low] = [2, 3].map((at) => Math.max(...large.map((word) => word[at])));
  const dots = run("pdftoppm", "-singlefile", "-r", "12", pdf);
  const colours = dots.subarray(dots.indexOf("\n255\n") + 5);
  let colour = 0;
  for (let at = 0; at + 2 < colours.length; at += 3) colour += Math.max(...colours.subarray(at, at + 3)) - Math.min(...colours.subarray(at, at + 3));
  return { size: largest, down: low - top > 1.2 * (right - left), middle: [(left + right) / 2 / width, (top + low) / 2 / height], colour: colour / colours.length / 85 };
}
// In which ways a sheet is of another design than its PDF.
function differ(own, pdf) {
  const far = own.middle.map((at, axis) => Math.abs(at - pdf.middle[axis]));
  const share = (a, b) => `${Math.round((100 * a) / b)} %`;
  return [
    own.down === pdf.down ? "" : "what stands largest stands in the other direction",
    Math.max(...far) < 0.3 ? "" : "what stands largest stands elsewhere",
    own.size > 0.35 * pdf.size ? "" : `what stands largest is ${share(own.size, pdf.size)} as large`,
    own.colour >= 0.4 * pdf.colour && own.colour <= 2.5 * pdf.colour ? "" : `there is ${share(own.colour, pdf.colour)} of its colour`,
  ].filter((problem) => problem !== "");
}

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
  designed: document.querySelector(".sheet[class*=design-]:not(.sheet-flow, .paper-panel)")?.className ?? "",
  over: [...document.querySelectorAll(".sheet-body, .sheet-hook")].filter((box) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1).map((box) => box.textContent.trim().slice(0, 20)),
  panels: document.querySelectorAll(".paper-panel").length,
  menu: [...document.querySelectorAll("nav a")].map((link) => link.textContent).slice(0, 4).join(""),
});

const site = await serve(root);
for (const folder of ["leaflets", "en/leaflets"]) {
  for (const file of readdirSync(join(root, folder)).filter((name) => name.includes(which) && name.endsWith(".html") && name !== "index.html").sort()) {
    const page = await browser.newPage();
    await page.goto(`${site.origin}/${folder}/${file}`, { waitUntil: "load" });
    await page.evaluate(() => document.fonts.ready.then(() => {}));
    await page.emulateMedia({ media: "print" });
    let shown = await page.evaluate(read);
    const pdf = join(root, folder, shown.pdf);
    const wanted = sheet(pdf);
    // What runs over is measured on a window as wide as the paper, whatever the browser's own is.
    const size = shown.panels > 0 ? A4 : wanted.size;
    await page.setViewportSize({ width: Math.round((size[0] / 25.4) * 96), height: Math.round((size[1] / 25.4) * 96) });
    shown = await page.evaluate(read);
    const paper = join(own, "printed.pdf");
    await page.pdf({ path: paper, preferCSSPageSize: true, printBackground: true });
    await page.close();
    const got = sheet(paper);
    if (/\.\w+-\w+\.pdf$/.test(shown.pdf)) wanted.pages /= 2;
    const problems = [];
    if (!near(got.size, size)) problems.push(`the paper is ${got.size.map(Math.round)} mm, not ${size.map(Math.round)}`);
    if (shown.panels === 0 && got.pages !== wanted.pages) problems.push(`${got.pages} pages, the PDF has ${wanted.pages}`);
    if (shown.panels > 0 && got.pages > shown.panels) problems.push(`${got.pages} pages for ${shown.panels} panels`);
    const printed = words(paper);
    if (shown.panels === 0) problems.push(...order(shown.heads.map(bare), printed, words(pdf)));
    if (shown.designed) problems.push(...differ(afar(paper), afar(pdf)));
    if (shown.over.length > 0) problems.push(`text runs over: ${shown.over.join(", ")}`);
    if (shown.menu !== "" && printed.includes(bare(shown.menu))) problems.push("the menu is printed");
    tell(`${folder}/${file} printed`, problems);
  }
}
site.close();
await browser.close();
rmSync(own, { recursive: true });
done();
