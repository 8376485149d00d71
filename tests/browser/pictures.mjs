// Builds a site with large pictures in a statement's and a page's text and portraits upright and wide,
// and opens it on screens of several widths and sharpnesses. Of each picture the browser has to fetch
// the smallest file that is as wide as the picture is drawn, point for point, and one that does not know
// how to measure it (`sizes="auto"`) none that is too narrow; pictures in the text wait until they are
// near, and room is kept for each. Prints failures, then a last line of two numbers.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch, tally } from "./browser.mjs";

const program = process.argv[2];
const WIDTHS = [360, 768, 1024, 1280];
const SHARP = [1, 2, 3];
const { tell, done } = tally();
const browser = await launch();

// A photograph of many colours: shades and blots, so that it is no drawing.
async function photograph(width, height) {
  const page = await browser.newPage();
  const url = await page.evaluate(([w, h]) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: w, height: h });
    const ink = canvas.getContext("2d");
    for (let i = 0; i < 600; i += 1) {
      ink.fillStyle = `hsl(${(i * 37) % 360} 60% ${30 + ((i * 13) % 50)}%)`;
      ink.fillRect((i * 7919) % w, (i * 104729) % h, w / 4, h / 5);
    }
    return canvas.toDataURL("image/jpeg", 0.7);
  }, [width, height]);
  await page.close();
  return Buffer.from(url.split(",")[1], "base64");
}

const work = mkdtempSync(join(tmpdir(), "chirashi-pictures-"));
const put = (path, data) => {
  mkdirSync(dirname(join(work, "content", path)), { recursive: true });
  writeFileSync(join(work, "content", path), data);
};
const text = "これは画像を確かめるための文章です。文章のあいだに画像があり、その前にも後にも文章があります。\n\n".repeat(12);
put("site.yaml", "title: 画像の見本\nlanguages: [ja, en]\nbase_url: https://example.org/\n");
put("topics/sample.ja.md", "---\nname: 見本\nsummary: 画像を確かめるためのテーマです。\n---\n");
put("speakers/mihon.ja.md", `---
name: 見本花子
title: 画像のある発言
topics: [sample]
summary: 画像を確かめるための発言です。
photo: {file: mihon.jpg, alt: 演壇の見本花子さん, credit: 見本写真部, consent: [web]}
---

## 文章の画像 {#text topic=sample}

${text}![横長の会場](../images/hall.jpg)

${text}- 箇条書きの画像

  ![縦長の垂れ幕](../images/banner.jpg)
`);
put("speakers/yoko.ja.md", `---
name: 見本太郎
title: 横長の写真の発言
topics: [sample]
summary: 画像を確かめるための発言です。
photo: {file: yoko.jpg, alt: 演壇の見本太郎さん, consent: [web]}
---

${text}
`);
put("pages/sample.ja.md", `---\ntitle: 画像のあるページ\n---\n\n${text}![横長の会場](../images/hall.jpg)\n`);
put("images/hall.jpg", await photograph(4000, 3000));
put("images/banner.jpg", await photograph(1500, 2000));
put("images/mihon.jpg", await photograph(1800, 2400));
put("images/yoko.jpg", await photograph(1600, 900));
execFileSync(program, ["build", "--no-leaflets"], { cwd: work, stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, CHIRASHI_LANG: "en", CHIRASHI_CACHE: "off" } });

// What the page shows of each picture, once it was scrolled through.
const shown = async () => {
  for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
    scrollTo(0, y);
    await new Promise((soon) => { requestAnimationFrame(() => requestAnimationFrame(soon)); });
  }
  const all = [...document.querySelectorAll(`img[src*="assets/pictures/"]`)];
  const width = (image) => Number(image.currentSrc.match(/-(\d+)\.\w+$/)?.[1]);
  await Promise.all(all.map((image) => image.complete || new Promise((loaded) => { image.onload = loaded; image.onerror = loaded; })));
  const found = all.map((image) => ({
    file: image.currentSrc.split("/").pop(),
    has: width(image),
    // Where a frame cuts it off at the sides, it is wider than the frame.
    width: Math.max(image.getBoundingClientRect().width, image.getBoundingClientRect().height * image.getAttribute("width") / image.getAttribute("height")),
    sizes: image.sizes,
    lazy: image.loading === "lazy",
    first: image.getBoundingClientRect().top + scrollY < innerHeight,
    choice: [...image.parentElement.querySelectorAll("[srcset]")].map((one) => [...one.srcset.matchAll(/ (\d+)w/g)].map((m) => Number(m[1]))),
    kept: image.getAttribute("width") / image.getAttribute("height"),
    real: image.naturalWidth / image.naturalHeight,
  }));
  // What is fetched at once is chosen by the rest of the list.
  await Promise.all(all.filter(({ loading }) => loading === "lazy").map(async (image) => {
    const [source] = image.parentElement.querySelectorAll("source");
    image.loading = "eager";
    source.replaceWith(source.cloneNode());
    await new Promise((soon) => { setTimeout(soon, 50); });
    await image.decode().catch(() => {});
  }));
  return found.map((one, i) => ({ ...one, unmeasured: width(all[i]) }));
};

for (const file of ["speakers/mihon.html", "speakers/yoko.html", "sample.html", "en/speakers/mihon.html"]) {
  for (const width of WIDTHS) {
    for (const deviceScaleFactor of SHARP) {
      const context = await browser.newContext({ viewport: { width, height: 800 }, deviceScaleFactor });
      const page = await context.newPage();
      await page.goto(pathToFileURL(join(work, "public", file)).href);
      const found = await page.evaluate(shown);
      const problems = [];
      for (const { file: name, has, unmeasured, width: wide, sizes, choice, kept, real, lazy, first } of found) {
        const wanted = wide * deviceScaleFactor;
        const best = choice[0].find((one) => one >= wanted - 1) ?? choice[0].at(-1);
        if (has !== best) problems.push(`${name}: shown ${Math.round(wide)} px wide, ${best} would do (${sizes})`);
        if (!(unmeasured >= best)) problems.push(`${name}: ${unmeasured} is too narrow for ${Math.round(wide)} px (${sizes})`);
        if (!(Math.abs(kept / real - 1) < 0.02)) problems.push(`${name}: room kept for ${kept.toFixed(3)}, not ${real.toFixed(3)}`);
        if (lazy === first) problems.push(`${name}: ${lazy ? "waits on the first screen" : "is fetched before it is near"}`);
        if (choice.length < 2) problems.push(`${name}: no choice of kinds`);
      }
      if (found.length < 1) problems.push("no picture");
      tell(`${file} at ${width} px, ${deviceScaleFactor} points to a pixel: pictures`, problems);
      await context.close();
    }
  }
}
await browser.close();
rmSync(work, { recursive: true });
done();
