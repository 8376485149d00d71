//! Every key on one page, as Markdown, made from the one table of keys.

use std::fmt::Write;

use crate::base::DocKind;
use crate::diagnostic::UiLang;
use crate::source::keys;
use crate::source::{KeySpec, ValueType};

/// The page in a language.
#[must_use]
pub(crate) fn reference(lang: UiLang) -> String {
    let mut page = String::from(lang.pick(JA, EN));
    section(&mut page, "site.yaml", keys::SITE, lang);
    for kind in DocKind::ALL {
        let within = if kind.is_by_event() {
            lang.pick("<催し>/", "<event>/")
        } else {
            ""
        };
        let title = format!("{} — {}/{within}", thing(kind, lang), kind.folder());
        section(&mut page, &title, keys::of(kind), lang);
    }
    page
}

const JA: &str = "\
# 項目の一覧

<!-- chirashi schema --page で作ったページです。直接は書き換えません。 -->

ファイルのはじめの欄（`---` と `---` の間）と `site.yaml` に書ける項目のすべてです。English: [keys.en.md](keys.en.md)

- 「項目: 値」の形で、コロンは半角、そのあとに半角の空白を一つ入れます。
- **必須**の項目は必ず書きます。ほかは、要らなければ行ごと書かないでおきます。
- **共通**の項目は、翻訳のファイルには書かなくても、もとのファイルから引き継がれます。
- `photo.file` のように点でつないだ項目は、`photo:` の下に2文字下げて `file:` と書きます。`figures.value` のように並びの中にあれば、`figures:` の下に `- value:` と書き、2つ目からの項目を `value` の頭にそろえます。
- 「文（言語別も可）」は、`title: {ja: 集会の記録, en: Rally report}` のように言語ごとに分けても書けます。
- 日付は `2024-10-05`、`2024年10月5日`、`令和6年10月5日`、`R6.10.5` のどれでも書けます。
";

const EN: &str = "\
# Every key

<!-- Made by chirashi schema --page; not to be edited by hand. -->

All keys that can stand in the head of a file (between `---` and `---`) and in `site.yaml`. 日本語：[keys.ja.md](keys.ja.md)

- A line has the form `key: value`, with a plain colon and one space after it.
- **Needed** keys have to be there. Leave out the lines of others that you do not need.
- **Shared** keys need not be written in a translation: they are taken from the original.
- A key with a point, such as `photo.file`, is written below `photo:` as `file:`, two spaces further in. One in a list, such as `figures.value`, is written below `figures:` as `- value:`, and the keys after it stand below the `v`.
- “Text (or by language)” can also be written as `title: {ja: 集会の記録, en: Rally report}`.
- Dates are written as `2024-10-05`, `2024年10月5日`, `令和6年10月5日` or `R6.10.5`.
";

fn thing(kind: DocKind, lang: UiLang) -> &'static str {
    match kind {
        DocKind::Speaker => lang.pick("発言者", "Speakers"),
        DocKind::Statement => lang.pick("ほかの集会での発言", "Further statements"),
        DocKind::Topic => lang.pick("トピック", "Topics"),
        DocKind::Event => lang.pick("集会や催し", "Events"),
        DocKind::Leaflet => lang.pick("チラシ", "Leaflets"),
        DocKind::Page => lang.pick("その他のページ", "Other pages"),
    }
}

fn section(page: &mut String, title: &str, table: &[KeySpec], lang: UiLang) {
    let head = lang.pick(
        "| 項目 | 何を書くか | 形 | 例 | |\n| --- | --- | --- | --- | --- |",
        "| key | what it is for | form | example | |\n| --- | --- | --- | --- | --- |",
    );
    // Writing to a string cannot fail.
    let _ = write!(page, "\n## {title}\n\n{head}\n");
    rows(page, table, "", lang);
}

fn rows(page: &mut String, table: &[KeySpec], prefix: &str, lang: UiLang) {
    for key in table {
        let name = format!("{prefix}{}", key.name);
        let example = match key.example.of(lang) {
            "" => String::new(),
            example => format!("`{}`", cell(example)),
        };
        let mut marks = Vec::new();
        if key.required {
            marks.push(lang.pick("**必須**", "**needed**"));
        }
        if key.neutral && prefix.is_empty() {
            marks.push(lang.pick("共通", "shared"));
        }
        let (says, form) = (cell(key.says.of(lang)), form(key.holds, lang));
        let marks = marks.join(lang.pick("・", ", "));
        let _ = writeln!(page, "| `{name}` | {says} | {form} | {example} | {marks} |");
        if let ValueType::Map(inner) | ValueType::Maps(inner) = key.holds {
            rows(page, inner, &format!("{name}."), lang);
        }
    }
}

/// A text for a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

fn form(holds: ValueType, lang: UiLang) -> String {
    let words = |words: &[&str]| {
        let all = words.iter().map(|word| format!("`{word}`"));
        all.collect::<Vec<_>>().join(lang.pick("、", ", "))
    };
    match holds {
        ValueType::Text | ValueType::File => lang.pick("文", "text").into(),
        ValueType::Local => lang
            .pick("文（言語別も可）", "text (or by language)")
            .into(),
        ValueType::List => lang.pick("文の並び", "list of texts").into(),
        ValueType::Words(all) => lang.pick(
            format!("次のものの並び：{}", words(all)),
            format!("list of {}", words(all)),
        ),
        ValueType::Languages => lang.pick("言語の並び", "list of languages").into(),
        ValueType::Addresses => lang.pick("アドレスの並び", "list of addresses").into(),
        ValueType::Name(kind) => lang.pick(
            format!("{}の名前", kind.folder()),
            format!("name in {}", kind.folder()),
        ),
        ValueType::Names(kind) => lang.pick(
            format!("{}の名前の並び", kind.folder()),
            format!("list of names in {}", kind.folder()),
        ),
        ValueType::Folder => lang.pick("フォルダーの名前", "name of a folder").into(),
        ValueType::Date => lang.pick("日付", "date").into(),
        ValueType::Number => lang.pick("整数", "whole number").into(),
        ValueType::Flag => words(&["true", "false"]),
        ValueType::Choice(all) => words(all),
        ValueType::Url => lang
            .pick(
                "https:// で始まるアドレス",
                "address beginning with https://",
            )
            .into(),
        ValueType::Color => lang.pick("色", "colour").into(),
        ValueType::Glossary => lang.pick("言葉と訳語", "terms and renderings").into(),
        ValueType::Map(_) => lang.pick("下の項目", "the keys below").into(),
        ValueType::Maps(_) => lang.pick("下の項目の並び", "list of the keys below").into(),
    }
}
