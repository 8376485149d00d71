// Writes a copy of a content folder with a leaflet in every format, edition and both languages, to be
// built and looked at: node formats.mjs CONTENT FOLDER.
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [, , from, to] = process.argv;
const plain = ["a3", "a3-bifold", "a4", "a4-duplex", "a4-trifold", "a4-zfold", "a5", "a5-duplex", "b5", "b5-duplex", "postcard"];
const kinds = [
  ...plain.map((format) => [format, `format: ${format}`]),
  ["signature-sheet", "format: signature-sheet"],
  ["large", "format: a5\nedition: large"],
  ["mono", "format: a4\nedition: mono"],
  ["both", "format: a4\nlanguages: [ja, en]"],
];
// A postcard has room for no more than this.
const few = new Set(["postcard"]);

cpSync(from, to, { recursive: true });
const leaflets = join(to, "leaflets");
rmSync(leaflets, { recursive: true, force: true });
mkdirSync(leaflets);
const speaker = readdirSync(join(to, "speakers")).filter((name) => name.endsWith(".ja.md")).sort()[0].replace(".ja.md", "");
for (const [name, keys] of kinds) {
  const small = few.has(name);
  const who = small || name === "signature-sheet" ? "" : `speakers: [${speaker}]\n`;
  const ja = small ? "" : "\n## 見本の要点その一 {#one}\n\n見本の本文です。\n\n## 見本の要点その二 {#two}\n\n見本の本文です。\n";
  const en = small ? "" : "\n## A first sample point {#one}\n\nSample text.\n\n## A second sample point {#two}\n\nSample text.\n";
  writeFileSync(join(leaflets, `x-${name}.ja.md`), `---\ntitle: 見本のチラシ\nhook: 見本を見よう\n${keys}\n${who}---\n\n見本の前文です。\n${ja}`);
  writeFileSync(
    join(leaflets, `x-${name}.en.md`),
    `---\ntitle: A sample leaflet\nhook: Look at a sample\ntranslation: {status: draft}\n---\n\nSample words to begin with.\n${en}`,
  );
}
