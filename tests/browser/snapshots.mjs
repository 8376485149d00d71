// Compares ten key pages at two widths with small pictures in the repository: grey, a quarter of
// the size, the first 2,400 px. They show a layout that broke, not how a font is drawn.
// UPDATE_SNAPSHOTS=1 writes them anew: then look at what changed.
// Prints failures, then a last line of two numbers.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch, tally } from "./browser.mjs";

const root = process.argv[2];
const folder = new URL("snapshots/", import.meta.url);
const update = process.env.UPDATE_SNAPSHOTS === "1";
const { tell, done } = tally();

const PAGES = [
  ["home", "index.html", "light"],
  ["home-en-dark", "en/index.html", "dark"],
  ["speakers", "speakers/index.html", "light"],
  ["speaker", "speakers/sugaya.html", "light"],
  ["speaker-en-dark", "en/speakers/sugaya.html", "dark"],
  ["topics-en", "en/topics/index.html", "light"],
  ["topic-dark", "topics/elderly-access.html", "dark"],
  ["event", "events/2022-11-17-rally.html", "light"],
  ["search", "search.html#q=保険証", "light"],
  ["leaflet", "leaflets/speaker-sugaya.html", "light"],
];
const WIDTHS = [360, 1280];
const TALLEST = 2400;
// A picture is cut into squares of so many points; a square differs when its mean does by more
// than so much of 255. Of all squares so many may differ.
const [SQUARE, DIFFERENT, SHARE] = [8, 28, 0.03];

const browser = await launch();
const easel = await browser.newPage();

// In the page: a picture as grey points at a quarter of its size, and as a file to keep.
const draw = (source) => easel.evaluate(async (data) => {
  const image = new Image();
  image.src = data.url;
  await image.decode();
  const [width, height] = data.shrink ? [Math.round(image.width / 4), Math.round(image.height / 4)] : [image.width, image.height];
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.imageSmoothingQuality = "high";
  if (data.shrink) context.filter = "grayscale(1)";
  context.drawImage(image, 0, 0, width, height);
  const { data: points } = context.getImageData(0, 0, width, height);
  const across = Math.ceil(width / data.square);
  const down = Math.ceil(height / data.square);
  const [sums, counts] = [new Array(across * down).fill(0), new Array(across * down).fill(0)];
  for (let i = 0; i < width * height; i += 1) {
    const square = Math.floor(Math.floor(i / width) / data.square) * across + Math.floor((i % width) / data.square);
    sums[square] += points[4 * i];
    counts[square] += 1;
  }
  return { width, height, across, means: sums.map((sum, i) => sum / counts[i]), file: data.shrink ? canvas.toDataURL("image/webp", 0.5) : null };
}, { ...source, square: SQUARE });

const apart = (a, b) => {
  if (a.width !== b.width) return `${a.width * 4} px wide, not ${b.width * 4}`;
  // A few lines more or less are a change of the text, or of a font.
  if (Math.abs(a.height - b.height) > Math.max(12, b.height * 0.04)) return `${a.height * 4} px high, not ${b.height * 4}`;
  const rows = Math.min(a.means.length, b.means.length) / a.across;
  let different = 0;
  for (let i = 0; i < rows * a.across; i += 1) if (Math.abs(a.means[i] - b.means[i]) > DIFFERENT) different += 1;
  const share = different / (rows * a.across);
  return share > SHARE ? `${(share * 100).toFixed(1)} % looks different` : null;
};

if (update) mkdirSync(folder, { recursive: true });
for (const [name, path, colorScheme] of PAGES) {
  for (const width of WIDTHS) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, reducedMotion: "reduce" });
    const [file, query] = path.split("#");
    await page.goto(pathToFileURL(join(root, file)).href + (query ? `#${encodeURI(query)}` : ""));
    if (query) await page.waitForSelector(".found");
    await page.evaluate(() => document.fonts.ready);
    const height = Math.min(TALLEST, await page.evaluate(() => document.documentElement.scrollHeight));
    const shot = await page.screenshot({ clip: { x: 0, y: 0, width, height }, fullPage: true });
    await page.close();
    const now = await draw({ url: `data:image/png;base64,${shot.toString("base64")}`, shrink: true });
    const kept = new URL(`${name}-${width}.webp`, folder);
    const bytes = Buffer.from(now.file.split(",")[1], "base64");
    if (update) {
      writeFileSync(kept, bytes);
      tell(`${name} at ${width} px`, []);
    } else if (!existsSync(kept)) {
      tell(`${name} at ${width} px`, ["there is no picture: UPDATE_SNAPSHOTS=1 tests/browser/run makes it"]);
    } else {
      const before = await draw({ url: `data:image/webp;base64,${readFileSync(kept).toString("base64")}` });
      const found = apart(now, before);
      if (found && process.env.SNAPSHOTS_TO) writeFileSync(join(process.env.SNAPSHOTS_TO, `${name}-${width}.webp`), bytes);
      tell(`${name} at ${width} px`, found ? [`${found}; if it is meant: UPDATE_SNAPSHOTS=1 tests/browser/run`] : []);
    }
  }
}
await browser.close();
done();
