//! What each reader begins with: texts with every mark that it knows, and what has failed before.

use std::path::Path;

/// The seeds of a reader.
pub(super) fn of(name: &str) -> Vec<Vec<u8>> {
    let own: &[&[u8]] = match name {
        "front_matter" => &FRONT_MATTER,
        "markdown" => &MARKDOWN,
        "import" => &REPORTS,
        "dates" => &DATES,
        "svg" => &DRAWINGS,
        "pictures" => &[b"\x89PNG\r\n\x1a\n", b"GIF89a", b"\xff\xd8\xff\xe0", b"RIFF\0\0\0\0WEBPVP8 "],
        _ => &[b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n4 0 obj<</Length 30>>stream\nBT /F 9 Tf (a) Tj ET 0 0 9 9 re f\nendstream endobj\ntrailer<</Root 1 0 R>>"],
    };
    let mut seeds: Vec<Vec<u8>> = own.iter().map(|seed| seed.to_vec()).collect();
    if matches!(name, "front_matter" | "markdown") {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/speakers");
        let mut files: Vec<_> = std::fs::read_dir(content)
            .unwrap()
            .map(|file| file.unwrap().path())
            .collect();
        files.sort();
        seeds.extend(files.iter().take(2).map(|file| {
            let text = std::fs::read(file).unwrap();
            // The first byte says which kind of file it is.
            if name == "front_matter" {
                [b"\0", text.as_slice()].concat()
            } else {
                text
            }
        }));
    }
    seeds
}

const FRONT_MATTER: [&[u8]; 7] = [
    "\0---\nname：山田　花子\ntitle: 「窓口」を守る: #会\ntopics: ［privacy、costs］\ndate: 令和4年11月17日\nsource:\n  title: 会報\n  url: https://example.org/\nphoto:\n\tfile: a.png\n\talt: 顔\n---\n\n## 見出し {#a topic=b}\n".as_bytes(),
    "\x01---\nname: a\ntitle:\n  ja: \"題\n  en: 'Title\norder: ３\ndraft: はい\ntopics:\n・a\n・b\n-c\n---\n".as_bytes(),
    "\x06title:\n  ja: 会\n  en: Rally\nlanguages: [ja、en]\nbase_url: https://例え.jp/a/index.html\npublisher:\n name: 会\n   phone: ０３−００００−００００\ncolors: {accent: #a00}\n".as_bytes(),
    "\0ーーー\n名前：山田\n---\n---\n本文".as_bytes(),
    "\0---\nsummary: |\n  一行\n  二行\nsummary: >-\n  折る\n  行\nname: *a\ntitle: &a @x\n---\n<!-- 覚え\n".as_bytes(),
    b"\0---\nname: {a: [b, {c: d}]}\n\ttitle: x\n  - y\n? z\n---\n",
    "\x02\u{feff}---\r\nname: a\u{b}\u{3099}\u{2028}\r\n---\r\n⽇本\u{200b}\r\n".as_bytes(),
];

/// Inputs that failed, each with its reader.
pub(super) const FAILED: [(&str, &str); 6] = [
    // A tab below a key whose languages stand below it.
    (
        "front_matter",
        "\0---\nname: a\nsource:\n  title:\n\tja: x\n---\n",
    ),
    // An item of dashes that would end the front matter, were its bullet mended.
    ("front_matter", "\u{1}--\nい\ntopics:\n・\n・--\n\n--"),
    (
        "front_matter",
        "\0---\nname: a\ntopics:\n・--\n---\n\n本文\n",
    ),
    // An item that holds nothing above a key.
    ("front_matter", "---\n-\n\n\ti e: \n--"),
    // A line of settings that has a right place only once the one above is mended.
    ("front_matter", "\u{7}title:\nja:x\n en d"),
    // Many colons behind a key.
    (
        "front_matter",
        "\u{1}--\n題\norder:: : : : : : : : : ３はい\n--",
    ),
];

const MARKDOWN: [&[u8]; 5] = [
    "##見出し\n＃＃ 見出し ｛#a　topic=b、c｝\n・一つ\n　・中\n・二つ\n①甲\n②乙\n１．子\n２．丑\n一、天\n二、地\n　段落。\n※注\n●題\n本文".as_bytes(),
    "は**「太字」**と*{返戻|へん|れい}*と~~消す~~[^1]。［つどい］（event:a）![図](../images/写真 1.png)https://例え.jp/あ、a@b.jp\n\n[^1]: 注\n[^2]: [^1]\n".as_bytes(),
    "| 甲 | {返|へん} |\n|---|:-:|\n| 一 | <!-- 秘 --> |\n｜全｜角｜\n｜ー｜ー｜\n年\t数\n1\t2\n".as_bytes(),
    "<!-- 秘\n\n密 --> 後 `<!--` ```\n##x\n```\n~~~\n文\n---\n題\n===\n\t字下げ\n    四つ\n> 引用\n＞引用\n－－－\n***\n<b>x</b>&amp;\\*".as_bytes(),
    "- a\n  - b\n\n    c\n1. d\n   > e\n\n[x][y]\n\n[y]: <z> \"t\"\n![](a)[](b)\n# h\n####### h\n**a*b**c*_d__\n".as_bytes(),
];

const REPORTS: [&[u8]; 2] = [
    "見本町の集会\n2024年10月5日\n\n◆ みほん町会 会長 見本花子さん\n　窓口を守ってほしい。\n- 2 -\n◆ 商店会　例川太一さん\n　人の手を減らさ\nないでください。\n\u{c}見本町の集会\n".as_bytes(),
    "１．団体　会長　佐藤清さん\n司会／山本：はじめます。\n佐藤（団体・会長）\n「はい」\n".as_bytes(),
];

const DATES: [&[u8]; 6] = [
    "2022-11-17".as_bytes(),
    "令和4年11月17日（木）".as_bytes(),
    "R4.11.17".as_bytes(),
    "２０２２／１１／１７".as_bytes(),
    "平成元年2月30日".as_bytes(),
    "17 November 2022".as_bytes(),
];

const DRAWINGS: [&[u8]; 3] = [
    b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><style>a{fill:url(#b)}</style><path d=\"M0 0L9 9\"/><use href=\"#a\"/><image href=\"data:image/png;base64,iVBORw0KGgo=\"/></svg>",
    b"<!DOCTYPE svg [<!ENTITY a \"&b;&b;\"><!ENTITY b \"x\">]><svg>&a;<script>x</script><g onload=\"x\"><foreignObject/></g></svg>",
    b"<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><svg width=\"1e9\" height=\"-1\"><text style=\"font-family:'a'\">\x88\xa0</text></svg>",
];
