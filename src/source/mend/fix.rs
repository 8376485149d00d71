//! A whole file mended: what `check --fix` writes.

use super::prose::wide_marks;
use super::{Fix, MOST_PASSES, Patched, lines, prose};
use crate::base::DocKind;
use crate::source::characters::Breaks;
use crate::source::decode::decode;
use crate::source::fault::Typo;
use crate::source::front_matter::split;
use crate::source::keys;

/// A file before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FixedFile {
    /// The text as it was read.
    pub before: String,
    /// The text as it is to be written, in UTF-8.
    pub after: String,
    /// The encoding it was in, if it was not plain UTF-8.
    pub encoding: Option<&'static str>,
    /// Whether line ends change.
    pub line_ends: bool,
}

/// What a text of the content folder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextKind {
    /// `site.yaml`.
    Settings,
    /// A page file of a kind.
    Page(DocKind),
}

/// Mends a text; `None` when nothing is to be
/// mended, or when it is no text. What is not mended stays as it is, byte for byte.
#[must_use]
pub(crate) fn fix(bytes: &[u8], kind: TextKind) -> Option<FixedFile> {
    let decoded = decode(bytes, Breaks::Soft).ok()?;
    let encoding = decoded.typos.iter().find_map(|typo| match typo {
        Typo::Encoding(name) => Some(*name),
        _ => None,
    });
    let read = decoded.text.into_owned();
    let before = read.replace("\r\n", "\n");
    let mut after = before.clone();
    // A mend can bring another to light, such as a key under a fence that was no fence.
    for _ in 0..MOST_PASSES {
        let mends = mends(&after, kind);
        if mends.is_empty() {
            break;
        }
        after = Patched::new(&after, &mends).text;
    }
    if read.as_bytes() == bytes && after == before {
        return None;
    }
    // A file of Windows stays one.
    let is_even = before.matches('\n').count() == read.matches("\r\n").count();
    let line_ends = bytes.contains(&b'\r') && (!is_even || !read.contains('\r'));
    let [before, after] = [before, after].map(|text| {
        if is_even && !line_ends && read.contains('\r') {
            text.replace('\n', "\r\n")
        } else {
            text
        }
    });
    Some(FixedFile {
        before,
        after,
        encoding,
        line_ends,
    })
}

fn mends(text: &str, kind: TextKind) -> Vec<Fix> {
    let TextKind::Page(kind) = kind else {
        return lines(text, keys::SITE);
    };
    let Ok(halves) = split(text, keys::of(kind)) else {
        return Vec::new();
    };
    let yaml = &text[halves.yaml.start..halves.yaml.end];
    let mut all = halves.mends;
    let shifted = |fixes: Vec<Fix>, by: usize| {
        fixes.into_iter().map(move |fix| Fix {
            span: fix.span.shifted(by),
            ..fix
        })
    };
    all.extend(shifted(lines(yaml, keys::of(kind)), halves.yaml.start));
    let body = &text[halves.body.start..halves.body.end];
    // What is a note has to be known before its lines are mended.
    let notes = wide_marks(body);
    let of_body = if notes.is_empty() { prose(body) } else { notes };
    all.extend(shifted(of_body, halves.body.start));
    all.sort_by_key(|mend| (mend.span.start, mend.span.end));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(text: &str) -> String {
        fix(text.as_bytes(), TextKind::Page(DocKind::Speaker))
            .map_or_else(|| text.to_owned(), |fix| fix.after)
    }

    fn line(written: &str) -> String {
        let text = mended(&format!("---\n{written}\n---\n\n本文：そのまま。\n"));
        let inner = text.strip_prefix("---\n").unwrap();
        inner
            .strip_suffix("\n---\n\n本文：そのまま。\n")
            .unwrap()
            .to_owned()
    }

    #[test]
    fn slips_have_one_remedy() {
        for (written, right) in [
            ("name：山田花子", "name: 山田花子"),
            ("name ： 山田花子", "name: 山田花子"),
            ("name:　山田花子", "name: 山田花子"),
            ("name:山田花子", "name: 山田花子"),
            ("name:\t山田花子", "name: 山田花子"),
            ("　name: 山田花子", "name: 山田花子"),
            ("ｎａｍｅ：山田花子", "name: 山田花子"),
            ("Name: 山田花子", "name: 山田花子"),
            ("名前：山田花子", "name: 山田花子"),
            ("氏名: 山田花子 # 仮", "name: 山田花子 # 仮"),
            ("topics: ［privacy、costs］", "topics: [privacy, costs]"),
            ("topics: [privacy，　costs]", "topics: [privacy, costs]"),
            ("topics: privacy, costs", "topics: [privacy, costs]"),
            ("topics: privacy", "topics: [privacy]"),
            (
                "topics: [“privacy”, “costs”]",
                "topics: [\"privacy\", \"costs\"]",
            ),
            ("topics:\n・privacy\n・costs", "topics:\n- privacy\n- costs"),
            ("topics:\n  -privacy", "topics:\n  - privacy"),
            ("date: ２０２２－１１－１７", "date: 2022-11-17"),
            ("date: 2022/11/17", "date: 2022-11-17"),
            ("date: R4/11/17", "date: 2022-11-17"),
            ("date: 令和４年１１月１７日", "date: 令和4年11月17日"),
            ("date: “2022-11-17”", "date: \"2022-11-17\""),
            ("order: ３", "order: 3"),
            ("draft: はい", "draft: true"),
            ("draft: True", "draft: true"),
            ("kind: Summary", "kind: summary"),
            ("＃ 覚え書き", "# 覚え書き"),
            (
                "title: 保険証: 何が変わるか",
                "title: \"保険証: 何が変わるか\"",
            ),
            ("title: @保険証", "title: \"@保険証\""),
            ("title: *大事*なこと", "title: \"*大事*なこと\""),
            ("title: #保険証を守れ", "title: \"#保険証を守れ\""),
            ("title: %の話", "title: \"%の話\""),
            ("title: \"保険証\"を守る", "title: '\"保険証\"を守る'"),
            ("title: [重要] 保険証", "title: \"[重要] 保険証\""),
            (
                "title: {返戻|へんれい}のこと",
                "title: \"{返戻|へんれい}のこと\"",
            ),
            ("title: “保険証\"", "title: \"保険証\""),
            ("source:\n\ttitle: 会報", "source:\n  title: 会報"),
            ("source:\n　title：会報", "source:\n  title: 会報"),
            (
                "出典:\n  題: 会報\n  アドレス: https://example.org/",
                "source:\n  title: 会報\n  url: https://example.org/",
            ),
            (
                "title:\n  日本語: 題\n  英語: Title",
                "title:\n  ja: 題\n  en: Title",
            ),
            ("備考：メモ", "備考: メモ"),
            (
                "photo:\n  file: a.jpg\n alt: 演壇",
                "photo:\n  file: a.jpg\n  alt: 演壇",
            ),
            (
                "photo:\n    file: a.jpg\n  alt: 演壇\n     credit: 会",
                "photo:\n    file: a.jpg\n    alt: 演壇\n    credit: 会",
            ),
            (
                "photo:\n    file: a.jpg\n\talt: 演壇\n　　credit: 会",
                "photo:\n    file: a.jpg\n    alt: 演壇\n    credit: 会",
            ),
            (
                "source:\n　　title: 会報\n　　url: https://a.jp/",
                "source:\n  title: 会報\n  url: https://a.jp/",
            ),
            (
                "topics:\n  - a\n - b\n   - c",
                "topics:\n  - a\n  - b\n  - c",
            ),
            (
                "title:\n  ja: 題\n   en: Title",
                "title:\n  ja: 題\n  en: Title",
            ),
            ("name: 山田\n  title: 題", "name: 山田\ntitle: 題"),
        ] {
            assert_eq!(line(written), right, "{written}");
        }
    }

    #[test]
    fn values_in_other_places_have_one_remedy() {
        for (written, right) in [
            (
                "title:\n夕方の話\nname: 見本",
                "title: 夕方の話\nname: 見本",
            ),
            (
                "title:\n  ja:\n  夕方\n  en: Title",
                "title:\n  ja: 夕方\n  en: Title",
            ),
            ("name: {見本花子}", "name: 見本花子"),
            (
                "photo:\n  file: \"..\\images\\new\\x.jpg\"",
                "photo:\n  file: ../images/new/x.jpg",
            ),
            (
                "source:\n  title:\n    ja: 会報\n    en: News\n    url: https://a.jp/",
                "source:\n  title:\n    ja: 会報\n    en: News\n  url: https://a.jp/",
            ),
        ] {
            assert_eq!(line(written), right, "{written}");
        }
    }

    #[test]
    fn lists_of_maps_have_one_remedy() {
        for (written, right) in [
            (
                "数字：\n・値：88％\n　説明：申請した人\n・数値：2万円\n　説明：一人あたり",
                "figures:\n- value: 88％\n  caption: 申請した人\n- value: 2万円\n  caption: 一人あたり",
            ),
            (
                "figures:\n  - value: 88％\n     caption: 申請\n  - value: 4桁\n   caption: 番号",
                "figures:\n  - value: 88％\n    caption: 申請\n  - value: 4桁\n    caption: 番号",
            ),
            (
                "figures:\n  -value: 88％\n   caption: 申請\n - value: 4桁\n   caption: 番号",
                "figures:\n  - value: 88％\n    caption: 申請\n  - value: 4桁\n    caption: 番号",
            ),
            (
                "figures:\n- value: 88％\ncaption: 申請\nsource:\n  title: 会報",
                "figures:\n- value: 88％\n  caption: 申請\nsource:\n  title: 会報",
            ),
            (
                "figures:\n  値: 88％\n  説明: 申請した人",
                "figures:\n  value: 88％\n  caption: 申請した人",
            ),
            (
                "figures: ［｛値：88％、説明：申請した人｝、｛値：4桁、説明：番号: 4つ｝］",
                "figures: [{value: 88％, caption: 申請した人}, {value: 4桁, caption: \"番号: 4つ\"}]",
            ),
            (
                "figures:\n  - ｛value：88％、caption：申請した人｝",
                "figures:\n  - {value: 88％, caption: 申請した人}",
            ),
            (
                "figures: {数字: 88％, 説明: 申請した人}",
                "figures: {value: 88％, caption: 申請した人}",
            ),
            (" name: 山田\ntitle: 題", "name: 山田\ntitle: 題"),
        ] {
            assert_eq!(line(written), right, "{written}");
        }
    }

    #[test]
    fn what_is_right_or_uncertain_stays() {
        for written in [
            "name: 山田　花子",
            "title: 「保険証」：その先",
            "title: “保険証”",
            "title: {ja: 題, en: Title}",
            "summary: |\n  一行目：そのまま\n  名前：山田",
            "summary: >-\n  title:そのまま",
            "summary: \"二行に\n  わたる：文\"",
            "summary: これは\n  続き：です",
            "summary: \"We stand with the workers'\n  insurance funds.\"",
            "aliases:\n  - \"a'\n    b.html\"",
            "role:\n  ja: 会長\ntitle:\n  en la plaza",
            "role:\n  ja: 会長\ntitle:\n  en la plaza\nname:\n  ja: 会",
            "title:\n一行目\n二行目",
            "title:\nname 山田",
            "title: {ja: 題}",
            "title: {ja 題}",
            "topics: [privacy,\n  costs]",
            "topics: 個人情報",
            "date: 11/17/2022",
            "date: 令和4年11月17日",
            "date: 2022年11月17日",
            "date: R4.11.17",
            "  name: 山田\n  title: 題",
            "title:\n    ja: 題\n    en: Title\nsource:\n  title: 会報",
            "name: 山田\n  続き",
            "photo:\n  file: a.jpg\n  alt: 演壇で\n    file: と書く",
            "date: 2022-02-30",
            "nmae: 山田",
            "name: 山田\n名前: 田中",
            "aliases: [speakers/old.html]",
            "source:\n  url: https://example.org/a：b",
            "# 名前：山田",
            "https://example.org/",
            "figures:\n- value: 88％\n  caption: 申請した人\n- value: 4桁\n  caption: 番号\nsource:\n  title: 会報",
            "figures:\n  - caption:\n      ja: 申請\n      en: applied\n    value: 88％\n\n  - value: 4桁\n    caption: 番号を\n      覚える",
            "figures: [{value: 88％, caption: 申請した人}]",
            "figures:\n  value: 88％\n  caption: 申請した人",
            "figures: 約80万人",
            "figures:\n  - 約80万人\n  - 88％",
        ] {
            assert_eq!(line(written), written);
        }
    }

    /// What is done for each line must not grow with the lines below it: this takes a moment, or
    /// minutes.
    #[test]
    fn a_list_of_any_length_is_read_once() {
        let items = "- a\n".repeat(100_000);
        let text = format!("---\ntopics:\n{items}---\n");
        assert_eq!(mended(&text), text);
        let text = format!("---\ntopics: b\n{items}---\n");
        let right = format!("---\ntopics: [b{}]\n---\n", ", a".repeat(100_000));
        assert_eq!(mended(&text), right);
        let items = "- 値: 1\n  説明: a\n".repeat(30_000);
        let right = items.replace("値", "value").replace("説明", "caption");
        let text = format!("---\nfigures:\n{items}---\n");
        assert_eq!(mended(&text), format!("---\nfigures:\n{right}---\n"));
        let text = format!("---\nfigures: {{a{}}}\n---\n", ":a".repeat(50_000));
        assert_eq!(mended(&text), text);
    }

    #[test]
    fn a_file_of_windows_stays_one() {
        let kind = TextKind::Page(DocKind::Speaker);
        let written = "---\r\nname: 山田\r\n---\r\n\r\n本文です。\r\n";
        assert_eq!(fix(written.as_bytes(), kind), None);
        let mixed = "---\nname: 山田\n---\r\n\r\n本文です。\r\n";
        assert_eq!(fix(mixed.as_bytes(), kind), None);
        let fixed = fix(written.replace("name: ", "name：").as_bytes(), kind);
        assert_eq!(fixed.map(|fix| fix.after).as_deref(), Some(written));
        let fixed = fix(mixed.replace("name: ", "name：").as_bytes(), kind);
        let right = mixed.replace("\r\n", "\n");
        assert_eq!(fixed.map(|fix| fix.after), Some(right));
    }

    #[test]
    fn the_rest_of_the_file_is_untouched() {
        let text = "---\nname：山田  \n---\n\n本文：\t“そのまま”  \n\n最後の行";
        assert_eq!(mended(text), text.replace("name：山田", "name: 山田"));
    }

    proptest::proptest! {
        #[test]
        fn mending_twice_is_mending_once(text in "(---\n|ーーー\n|name|topics|date|source|figures|value|説明|名前|: |：|:|　|\t|、|\\[|［|\\]|］|“|\"|'|#|＃|・|- |@|\\||\n|\\PC){0,40}") {
            for kind in [TextKind::Settings, TextKind::Page(DocKind::Speaker)] {
                if let Some(first) = fix(text.as_bytes(), kind) {
                    let second = fix(first.after.as_bytes(), kind);
                    proptest::prop_assert_eq!(second, None, "{:?}", first.after);
                }
            }
        }

        #[test]
        fn any_bytes_are_mended_or_left(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..80)) {
            let _ = fix(&bytes, TextKind::Page(DocKind::Page));
        }
    }
}
