//! Letters, minutes, programmes and mails as they are typed: their lines stay lines or are told, ordinary
//! text is left alone, and nothing of it stops the site.

use crate::support::{SITE, Site};

const PATH: &str = "speakers/yamada.ja.md";
const ABOUT: &str = "pages/about.ja.md";
const TEXT: &str = "集会の記録です。";
const TOPICS: &str = "topics: [privacy, access]";
const SUMMARY: &str = "summary: 番号で暮らしが見られ、窓口は混乱します。";

/// What is told of the page about the site with a text in the place of its own.
fn told(written: &str) -> Vec<String> {
    Site::new().edited(ABOUT, TEXT, written).codes()
}

#[test]
fn ordinary_text_is_left_alone() {
    for written in [
        "- 開会\n- 議事\n  - 決算報告\n  - 予算案\n- 閉会",
        "1. 開会\n2. 議事\n   1. 決算\n   2. 予算\n3. 閉会",
        "窓口では、保険証を見せるだけで受診できていました。それが、機械の前で立ち止\nまり、暗証番号を思い出せずに列ができるようになりました。職員は、患者さんの対\n応に追われています。",
        "会は署名を集め、\n十月に町へ出しました。\nいまも続けています。",
        "保険証を残してほしいと\n訴えた。",
        "この町で働く住民\nの利用を保障すること",
        "「残してほしい」\nと述べた。",
        "参加費500円（*学生は無料）、資料代300円（*会員は無料）。",
        "*は必須の欄です。氏名*、住所*、電話*をお書きください。",
        "昼食*と保険*は各自で。",
        "5*6=30、2*3=6です。",
        "・賛成　・反対　・わからない",
        "10月5日から\n10月12日までです。",
        "紙の保険証（見本）を掲げた。",
        "5つの要求、30日の署名、2つの集会です。",
        "One line\nand another, as mail has it.",
    ] {
        assert_eq!(told(written), [""; 0], "{written}");
    }
}

#[test]
fn lines_that_run_together_are_told() {
    for written in [
        "呼びかけ人\n山田太郎（川沿いの会代表）\n佐藤花子（保険医会理事）",
        "賛同団体：\n川沿いの会\n区民の会\n患者の会",
        "振込先\nゆうちょ銀行 記号10120 番号12345671\n口座名 川沿いの会",
        "以上です。\n川沿いの会\n山田太郎",
        "次のとおり。\n→ 九月に集まる",
    ] {
        assert_eq!(told(written), ["text/joined-lines"], "{written}");
    }
    for (written, codes) in [
        (
            "待たされた人が、\n12\n何人もいた。",
            vec!["text/page-number"],
        ),
        (
            "待たされた人が、\n― 12 ―\n何人もいた。",
            vec!["text/page-number"],
        ),
        (
            "年 人数\n2022 120\n2023 150\n2024 200",
            vec!["text/pasted-table"],
        ),
        ("\u{f0d8}\t窓口\n\u{f0d8}\t開館", vec!["text/list-form"]),
    ] {
        assert_eq!(told(written), codes, "{written}");
    }
}

/// The remedy keeps the lines on the page.
#[test]
fn lines_are_kept_by_what_is_offered() {
    let site = Site::new().edited(ABOUT, TEXT, "川沿いの会\\\n山田太郎");
    assert_eq!(site.codes(), [""; 0]);
    let run = site.run(&["build", "--no-leaflets"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(site.out("about.html").contains("川沿いの会<br>"));
}

/// A statement may begin with a list or a quotation, and a request be made at a long address.
#[test]
fn paper_holds_what_a_statement_begins_with() {
    for body in [
        "- 保険証を残す\n- 説明を尽くす",
        "> 引いた文です。",
        "1. 日時　五日\n2. 場所　公民館\n\n文です。",
        "We don\u{2bc}t want it. 彼の\u{2bc}24年の発言が、ここに長い文として続きます。",
    ] {
        let text = Site::new().read("content/speakers/yamada.ja.md");
        let head = text.split("\n---\n").next().unwrap();
        let head = head.replace(SUMMARY, "");
        let site = Site::new()
            .file(PATH, &format!("{head}\n---\n\n{body}\n"))
            .without("speakers/yamada.en.md");
        let run = site.run_in("ja", &["check"]);
        assert_eq!(run.status, 0, "{body}\n{}", run.stderr);
    }
    let form = "https://docs.google.com/forms/d/e/1FAIpQLSd0a8Wm1x3v0s2yV3Q7bq9VxKzN0cYtGgR5mPp2hLwE4uJ6A/viewform?usp=sf_link";
    let settings = format!(
        "{SITE}call_to_action:\n  text: {{ja: 署名にご協力ください。, en: Please sign.}}\n  url: {form}\n"
    );
    let site = Site::new().file("site.yaml", &settings);
    let run = site.run_in("ja", &["check"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
}

#[test]
fn one_slip_of_front_matter_is_one_message() {
    for (from, to, code) in [
        (
            SUMMARY,
            "summary: 長い要約が\nここで折り返して\nいます。",
            "front-matter/syntax",
        ),
        (
            TOPICS,
            "topic: [privacy, access]",
            "front-matter/unknown-key",
        ),
        (TOPICS, "topics= privacy", "front-matter/syntax"),
        (TOPICS, "topics:", "front-matter/empty-value"),
        (
            TOPICS,
            "topics:\n  privacy\n  access",
            "front-matter/list-form",
        ),
        (
            SUMMARY,
            "summary: 番号で｛暮｜くら｝しが見られます。",
            "front-matter/full-width",
        ),
        (
            SUMMARY,
            "summary: 番号で暮らしが<br>見られます。",
            "front-matter/marks",
        ),
        (
            "name: 山田花子",
            "name: ｛山田｜やまだ｝花子",
            "front-matter/marks",
        ),
    ] {
        let site = Site::new().edited(PATH, from, to);
        assert_eq!(site.codes(), [code], "{to}");
    }
    let topic = "---\ntitle: 市民の声\nsummary: 声です。\n---\n";
    let site = Site::new().file("topics/access.ja.md", topic);
    assert!(
        !site
            .codes()
            .contains(&"front-matter/missing-key".to_owned())
    );
    let run = site.run_in("ja", &["check", "--no-leaflets"]);
    assert!(run.stderr.contains("  name: 市民の声"), "{}", run.stderr);
    // A line of a text may begin with the word for a key.
    let site = Site::new().edited(
        PATH,
        SUMMARY,
        "summary: 次のとおり。\n  日時：令和6年10月5日",
    );
    assert_eq!(site.codes(), [""; 0]);
}
