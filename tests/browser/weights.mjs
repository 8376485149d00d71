// Prints what each kind of page of a built site weighs when it is first opened: everything that
// the browser fetches by itself, over a local server that compresses text as hosts do. Fails, by
// a last line of two numbers (passed and failed), for each page above 110 kB; the aim is 100.
import { createServer } from "node:http";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";

const root = process.argv[2];
const all = process.argv.includes("--all");
// The aim, and what no page may ever exceed.
const [aim, most] = [100_000, 110_000];
const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".xml": "application/xml", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".webp": "image/webp", ".jpg": "image/jpeg", ".png": "image/png" };
const text = new Set([".html", ".css", ".js", ".json", ".xml", ".svg"]);

const sizes = new Map();
const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  const ending = extname(path);
  try {
    const raw = readFileSync(join(root, path));
    const body = text.has(ending) ? gzipSync(raw, { level: 6 }) : raw;
    sizes.set(path, { sent: body.length, raw: raw.length, ending });
    response.writeHead(200, { "content-type": types[ending] ?? "application/octet-stream", "content-length": body.length, ...(text.has(ending) ? { "content-encoding": "gzip" } : {}) });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const origin = `http://127.0.0.1:${server.address().port}`;

// A machine that has the site's faces fetches none: here they are hidden from the browser.
const own = mkdtempSync(join(tmpdir(), "weights-"));
const families = [...new Set([...readFileSync(join(root, "assets/fonts.css"), "utf8").matchAll(/font-family:"([^"]+)"/g)].map((m) => m[1]))];
const hidden = families.map((name) => `<pattern><patelt name="family"><string>${name}</string></patelt></pattern>`).join("");
writeFileSync(join(own, "fonts.conf"), `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include>/etc/fonts/fonts.conf</include><selectfont><rejectfont>${hidden}</rejectfont></selectfont></fontconfig>`);

const browser = await chromium.launch({
  env: { ...process.env, FONTCONFIG_FILE: join(own, "fonts.conf") },
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

// Nothing is kept from one page to the next: each is a reader's first.
async function weigh(file) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const fetched = new Set();
  page.on("requestfinished", (request) => {
    if (request.url().startsWith(origin)) fetched.add(decodeURIComponent(new URL(request.url()).pathname));
  });
  await page.goto(`${origin}/${file.split("/").map(encodeURIComponent).join("/")}`, { waitUntil: "load" });
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  await page.waitForTimeout(100);
  const moved = new URL(page.url()).pathname !== `/${file}`;
  await context.close();
  const sum = { file, sent: 0, raw: 0, html: 0, css: 0, fonts: 0, pictures: 0, files: 0 };
  for (const path of fetched) {
    const size = sizes.get(path);
    if (!size) continue;
    sum.sent += size.sent;
    sum.raw += size.raw;
    if (size.ending === ".html") sum.html += size.sent;
    else if (size.ending === ".css" || size.ending === ".js") sum.css += size.sent;
    else if (size.ending === ".woff2") {
      sum.fonts += size.sent;
      sum.files += 1;
    } else sum.pictures += size.sent;
  }
  return moved ? undefined : sum;
}

const only = process.argv.slice(3).filter((a) => a.endsWith(".html"));
const files = only.length > 0 ? only : readdirSync(root, { recursive: true }).map((f) => String(f).replaceAll("\\", "/")).filter((f) => f.endsWith(".html") && !f.endsWith("404.html")).sort();
// Pages in one folder and language are of a kind. Fonts weigh most, so of each kind those with the
// most different characters are weighed; with --all, every page.
const kind = (file) => file.replace(/[^/]+\.html$/, (name) => (name === "index.html" || !file.slice(3).includes("/") ? name : "*"));
const characters = (file) => new Set(readFileSync(join(root, file), "utf8")).size;
const kinds = files.reduce((map, file) => map.set(kind(file), [...(map.get(kind(file)) ?? []), file]), new Map());
const richest = (of) => of.map((file) => [characters(file), file]).sort(([a], [b]) => b - a).slice(0, 6).map(([, file]) => file);
const weights = [];
const queue = all || only.length > 0 ? [...files] : [...kinds.values()].flatMap(richest);
await Promise.all([0, 1].map(async () => {
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    const sum = await weigh(file);
    if (sum) weights.push(sum);
  }
}));
await browser.close();
server.close();
rmSync(own, { recursive: true });

// The heaviest stands for its kind.
const heaviest = new Map();
for (const sum of weights.sort((a, b) => b.sent - a.sent)) {
  const key = all ? sum.file : kind(sum.file);
  if (!heaviest.has(key)) heaviest.set(key, sum);
}
const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(7);
console.log("First view, kB  sent    raw   html css+js  fonts (files) pictures  heaviest page of its kind");
for (const [, s] of [...heaviest].sort(([a], [b]) => (a < b ? -1 : 1))) {
  console.log(`            ${kb(s.sent)}${kb(s.raw)}${kb(s.html)}${kb(s.css)}${kb(s.fonts)} ${`(${s.files})`.padStart(5)}${kb(s.pictures)}    ${s.file}`);
}
const over = weights.filter((s) => s.sent > aim).length;
console.log(`${weights.length - over} of ${weights.length} pages are within ${kb(aim).trim()} kB`);
const heavy = weights.filter((s) => s.sent > most);
for (const s of heavy) console.log(`FAILED: ${s.file} weighs ${kb(s.sent).trim()} kB when first opened`);
console.log(`${weights.length - heavy.length} ${heavy.length}`);
