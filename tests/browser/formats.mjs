// Writes a copy of a content folder with a leaflet in every format, edition, design and both languages, to be
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
  ...["a4", "b5", "a3"].map((format) => [`poster-${format}`, `format: ${format}\ndesign: poster`]),
];
// Designs are those of statements.
const designs = ["title", "voice", "figure", "question", "compare", "newspaper"];
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

const one = "窓口では、保険証を見せるだけで受診できる。家族が代わりに出すこともでき、暗証番号を覚えなくてよい。\n";
const two = "At the desk people show their card, and are seen. Relatives can show it for them, and nobody has to know a number by heart.\n";
for (const design of designs) {
  const text = (keys, head, table, body) => `---\n${keys}---\n\n${table}\n## ${head[0]} {#a}\n\n${body.repeat(2)}\n## ${head[1]} {#b}\n\n${body.repeat(2)}`;
  writeFileSync(
    join(to, "speakers", `x-${design}.ja.md`),
    text(
      `name: 見本太郎\naffiliation: 見本の会\ntitle: 保険証をなくさないで\npull: 手放せない一枚です\nsummary: 見本の発言です。\ntopics: [biometrics]\ndesign: ${design}\nfigures:\n  - value: 約80万人\n    caption: 一人で暮らす高齢者\n`,
      ["なぜ窓口で困るのか", "だれが助けるのか"],
      design === "compare" ? "| これまで | これから |\n| --- | --- |\n| 見せるだけ | 暗証番号が要る |\n| 毎年届く | 自分で更新する |\n" : "",
      one,
    ),
  );
  writeFileSync(
    join(to, "speakers", `x-${design}.en.md`),
    text(
      "name: Taro Mihon\naffiliation: A sample group\ntitle: Keep the insurance card\npull: A card nobody can do without\nsummary: A sample statement.\nfigures:\n  - value: about 800,000\n    caption: older people living alone\ntranslation: {status: draft}\n",
      ["Why does the desk fail people?", "Who helps them?"],
      design === "compare" ? "| So far | From now on |\n| --- | --- |\n| It is shown | It needs a PIN |\n| It comes by post | People renew it |\n" : "",
      two,
    ),
  );
}
