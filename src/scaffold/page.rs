//! A new file of any kind: every key with what it is for, and the places to be filled in.

use super::known::KnownNames;
use super::new_file::NewFile;
use super::rows::{self, KeyRow, RowValue};
use super::{body, yaml};
use crate::base::{DocKind, Lang, OutPath};
use crate::diagnostic::UiLang;
use crate::source::{KeySpec, ValueType, keys};

/// The files that `new` writes, in every language of the site; paths are below the content
/// folder. Notes are in the language of the interface, what is to be filled in is in the
/// language of the file.
#[must_use]
pub(crate) fn files(wanted: &NewFile, known: &KnownNames, ui: UiLang) -> Vec<(OutPath, Vec<u8>)> {
    let original = known.languages.first().copied().unwrap_or(Lang::JA);
    let languages = known.languages.iter();
    languages
        .filter_map(|lang| {
            let rows = if *lang == original {
                rows::original(wanted, known, *lang, ui)
            } else {
                rows::translation(wanted, *lang)
            };
            let text = page(&rows, &opening(wanted.kind, *lang == original, ui), ui)
                + &body::text(wanted, *lang, *lang == original);
            Some((path(wanted, *lang)?, text.into_bytes()))
        })
        .collect()
}

/// Where a page file lies below the content folder.
fn path(wanted: &NewFile, lang: Lang) -> Option<OutPath> {
    let (folder, slug) = (wanted.kind.folder(), &wanted.slug);
    let folder = match &wanted.event {
        Some(event) if wanted.kind.is_by_event() => format!("{folder}/{event}"),
        _ => folder.to_owned(),
    };
    OutPath::parse(&format!("{folder}/{slug}.{lang}.md"))
}

/// The front matter, with its `---` lines.
pub(super) fn page(rows: &[KeyRow], opening: &str, ui: UiLang) -> String {
    let mut text = String::from("---\n");
    comment(&mut text, opening);
    for row in rows {
        text.push('\n');
        comment(&mut text, &note(row, ui));
        match &row.value {
            RowValue::Fill(value) => line(&mut text, row.key.name, &yaml::text(value)),
            RowValue::Set(value) => line(&mut text, row.key.name, value),
            RowValue::Offer(lines) => comment(&mut text, lines),
            RowValue::Lines(lines) => text.push_str(lines),
        }
    }
    text.push_str("---\n");
    text
}

fn line(text: &mut String, key: &str, value: &str) {
    text.extend([key, ": ", value, "\n"]);
}

fn comment(text: &mut String, lines: &str) {
    for line in lines.lines() {
        text.extend(["# ", line].concat().trim_end().chars().chain(['\n']));
    }
}

/// Whether a file that `new` makes has to have a key: that of a person holds a statement, and needs what
/// statements need.
fn is_needed(key: &KeySpec) -> bool {
    let same = |own: &KeySpec| own.required && (own.name, own.says) == (key.name, key.says);
    key.required || keys::of(DocKind::Statement).iter().any(same)
}

/// What a key is for, and what can stand behind it.
fn note(row: &KeyRow, ui: UiLang) -> String {
    let key = row.key;
    let must = if is_needed(key) {
        ui.pick("【必須】", "(needed) ")
    } else {
        ""
    };
    let mut note = format!("{must}{}", key.says.of(ui));
    if matches!(key.holds, ValueType::Date) {
        let forms = ui.pick(
            "2024-10-05、2024年10月5日、令和6年10月5日、R6.10.5 のどれでも読み取れます",
            "2024-10-05, 2024年10月5日, 令和6年10月5日 and R6.10.5 are all read",
        );
        note = format!("{note}\n{forms}");
    }
    if let ValueType::Choice(words) = key.holds {
        let can = ui.pick("書けるもの：", "What can stand here: ");
        note = format!("{note}\n{can}{}", words.join(ui.pick("、", ", ")));
    }
    if let Some(choices) = &row.choices {
        let can = ui.pick("使える名前：", "What can stand here:");
        note = format!("{note}\n{can}");
        for choice in choices {
            note = format!("{note}\n  {choice}");
        }
    }
    note
}

fn opening(kind: DocKind, is_original: bool, ui: UiLang) -> String {
    let what = match kind {
        DocKind::Speaker => ("発言者と発言", "a speaker and the statement"),
        DocKind::Statement => ("発言", "a statement"),
        DocKind::Topic => ("トピック", "a topic"),
        DocKind::Event => ("集会や催し", "a rally or other event"),
        DocKind::Leaflet => ("自分で組み立てるチラシ", "a leaflet composed by hand"),
        DocKind::Page => ("ページ", "a page"),
    };
    let what = ui.pick(what.0, what.1);
    let mut text = if is_original {
        ui.pick(
            format!("{what}のファイルです。【要記入】とあるところを、印ごと消して書き換えます。\n"),
            format!("This file is for {what}. Write your own in the place of 【要記入】 or [FILL IN], mark and all.\n"),
        ) + ui.pick(
            "「# 」で始まる行は説明で、サイトには出ません。「# 項目: 値」の行は、行のはじめの「# 」を消すと使えます。",
            "Lines that begin with “# ” are notes and do not appear on the site. Take the “# ” away to use one of the form “# key: value”.",
        )
    } else {
        ui.pick(
            format!("{what}の翻訳です。[FILL IN] や【要記入】とあるところを、印ごと消して書き換えます。\n"),
            format!("This is a translation of {what}. Write your own in the place of 【要記入】 or [FILL IN], mark and all.\n"),
        ) + ui.pick(
            "ここにない項目（日付、トピック、順番など）は、もとのファイルから引き継がれます。",
            "What is not here (date, topics, order, …) is taken from the original.",
        )
    };
    if matches!(kind, DocKind::Speaker | DocKind::Statement) && is_original {
        text += ui.pick(
            "\n\n本文の書き方（下の「---」の次から）：\n\
             「## 見出し {#印}」の行で節を分けます。印は半角の英小文字・数字・ハイフンで、重ならないように付けます。\n\
             その節で語られているトピックは {#point-1 topic=トピックの名前} のように書くと、トピックのページに載ります。\n\
             .strong は、いちばん強く訴えている節の一つにだけ付けます。チラシに大きく載ります。",
            "\n\nThe text stands below the second “---”:\n\
             A line “## Heading {#mark}” begins a section. A mark holds lower-case letters, digits and hyphens; use none twice.\n\
             Name the topics of a section as in {#point-1 topic=name-of-topic}: the section then appears on the topic's page.\n\
             Give .strong to the one section that says most: leaflets print it large.",
        );
    }
    text
}
