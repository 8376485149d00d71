// Prints what each kind of page of a built site weighs when it is first opened, over a local server
// that compresses text as hosts do, on a machine without the site's faces: on a phone, everything that
// the browser fetches by itself; on a desk, where browsers fetch pictures far below the screen
// in advance, those of the first screen, and the others in brackets. There it is enough to weigh the
// two pages of each kind that are heaviest on a phone. Fails, by a last line of two numbers (passed and failed),
// for each page that is above 100 kB or takes more than twelve requests. With pages named after the folder, weighs these alone; with
// --all, weighs and prints every page on both.
import { readdirSync } from "node:fs";
import { launch } from "./browser.mjs";
import { serve, withoutFaces } from "./server.mjs";

const root = process.argv[2];
const all = process.argv.includes("--all");
const MOST = 100_000;
const MOST_REQUESTS = 12;
const SCREENS = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
  desk: { viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1 },
};

const site = await serve(root);
const faces = withoutFaces(root);
const browser = await launch({ env: faces.env });

// The addresses of the pictures that the first screen shows.
const pictures = () => [...document.images]
  .filter((image) => {
    const box = image.getBoundingClientRect();
    return box.top < innerHeight && box.bottom > 0 && box.width > 0;
  })
  .map((image) => image.currentSrc)
  .filter(Boolean);
const path = (url) => decodeURIComponent(new URL(url).pathname);

// Nothing is kept from one page to the next: each is a reader's first. Nothing is told of a page that
// only leads on to another.
async function weigh(file, screen) {
  const context = await browser.newContext(SCREENS[screen]);
  const page = await context.newPage();
  const fetched = new Set();
  page.on("requestfinished", (request) => {
    if (request.url().startsWith(site.origin)) fetched.add(path(request.url()));
  });
  await page.goto(`${site.origin}/${file.split("/").map(encodeURIComponent).join("/")}`, { waitUntil: "load" });
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  await page.waitForTimeout(100);
  const first = new Set((await page.evaluate(pictures)).map(path));
  const moved = path(page.url()) !== `/${file}`;
  await context.close();
  const sum = { file, screen, sent: 0, html: 0, css: 0, fonts: 0, pictures: 0, ahead: 0, files: 0, requests: 0 };
  for (const [at, size] of [...fetched].map((one) => [one, site.sizes.get(one)])) {
    if (!size) continue;
    const kind = { ".html": "html", ".css": "css", ".js": "css", ".woff2": "fonts" }[size.ending] ?? "pictures";
    if (kind === "pictures" && screen === "desk" && !first.has(at)) {
      sum.ahead += size.sent;
      continue;
    }
    sum.requests += 1;
    sum.sent += size.sent;
    sum[kind] += size.sent;
    if (kind === "fonts") sum.files += 1;
  }
  return moved ? undefined : sum;
}

const named = process.argv.slice(3).filter((one) => one.endsWith(".html"));
const found = readdirSync(root, { recursive: true }).map((one) => String(one).replaceAll("\\", "/"));
const files = named.length > 0 ? named : found.filter((one) => one.endsWith(".html") && !one.endsWith("404.html")).sort();
const weights = [];
async function weighAll(queue, screen) {
  await Promise.all([0, 1, 2].map(async () => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      const sum = await weigh(file, screen);
      if (sum) weights.push(sum);
    }
  }));
  weights.sort((a, b) => b.sent - a.sent);
}
// Pages in one folder and language are of a kind.
const kind = (file) => file.replace(/[^/]+\.html$/, (name) => (name === "index.html" || !file.slice(3).includes("/") ? name : "*"));
await weighAll([...files], "phone");
const kinds = weights.reduce((map, { file }) => map.set(kind(file), [...(map.get(kind(file)) ?? []), file]), new Map());
await weighAll(all || named.length > 0 ? [...files] : [...kinds.values()].flatMap((one) => one.slice(0, 2)), "desk");
await browser.close();
site.close();
faces.drop();

// The heaviest stands for its kind.
const heaviest = new Map();
for (const sum of weights) {
  const key = `${sum.screen} ${all ? sum.file : kind(sum.file)}`;
  if (!heaviest.has(key)) heaviest.set(key, sum);
}
const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(7);
console.log("First view, kB   sent (requests)   html css+js  fonts (files) pictures (+ ahead)");
for (const [, s] of [...heaviest].sort(([a], [b]) => (a < b ? 1 : -1))) {
  console.log(`        ${s.screen.padStart(5)} ${kb(s.sent)} ${`(${s.requests})`.padStart(10)}${kb(s.html)}${kb(s.css)}${kb(s.fonts)} ${`(${s.files})`.padStart(5)}${kb(s.pictures)} ${`(+${kb(s.ahead).trim()})`.padStart(8)}   ${s.file}`);
}
const faults = ({ file, screen, sent, requests }) => [
  ...(sent > MOST ? [`${file} weighs ${kb(sent).trim()} kB when first opened on a ${screen}`] : []),
  ...(requests > MOST_REQUESTS ? [`${file} takes ${requests} requests when first opened on a ${screen}`] : []),
];
const failed = weights.map(faults).filter((found) => found.length > 0);
for (const fault of failed.flat()) console.log(`FAILED: ${fault}`);
console.log(`${weights.length - failed.length} ${failed.length}`);
