//! What is right stays as it is, what is mended keeps every word, and nothing that could be meant in
//! two ways is told as certain.

use crate::support::{Site, YAMADA_JA};

#[test]
fn a_number_in_a_name_is_its_own_or_a_copys() {
    let site = Site::new().file("speakers/mihon_2022.ja.md", YAMADA_JA);
    let site = site.file("speakers/rei_1.ja.md", YAMADA_JA);
    let said = site.run(&["check", "--no-leaflets"]).stderr;
    for right in ["mihon-2022.ja.md", "rei-1.ja.md"] {
        assert!(said.contains(&format!("`{right}`")), "{said}");
    }
    site.run(&["check", "--no-leaflets", "--fix"]);
    for name in ["mihon-2022.ja.md", "rei-1.ja.md"] {
        assert!(site.has(&format!("content/speakers/{name}")), "{name}");
    }
    // Beside the file that it is a copy of, it is told as one, and stays where it is.
    let site = Site::new().file("speakers/yamada_1.ja.md", YAMADA_JA);
    assert_eq!(site.codes(), ["file/copy"]);
    let before = site.tree("content");
    site.run(&["check", "--no-leaflets", "--fix"]);
    assert_eq!(site.tree("content"), before);
}

/// What `--fix` makes of a text that stands in the place of the summary of a statement, and what is
/// told of it before.
fn fixed(summary: &str) -> (String, Vec<String>) {
    let site = Site::new().edited("speakers/yamada.ja.md", SUMMARY, summary);
    let codes = site.codes();
    site.run(&["check", "--no-leaflets", "--fix"]);
    let text = site.read("content/speakers/yamada.ja.md");
    let (before, after) = YAMADA_JA.split_once(SUMMARY).unwrap();
    let text = text.strip_prefix(before).expect(&text);
    (text.strip_suffix(after).expect(text).to_owned(), codes)
}

const SUMMARY: &str = "summary: 番号で暮らしが見られ、窓口は混乱します。";

#[test]
fn a_text_in_quotation_marks_goes_on_below() {
    for text in [
        "summary: \"We stand with the workers'\n  insurance funds.\"",
        "summary: 'We stand by the \"poor\"\n  of the town.'",
        "summary:\n  ja: \"We stand with the workers'\n    insurance funds.\"",
        "summary: \"Three things matter\n  note: patients, carers, doctors\"",
    ] {
        assert_eq!(fixed(text), (text.to_owned(), vec![]), "{text}");
    }
}

#[test]
fn a_mark_that_nothing_closes_is_told_in_a_list_of_maps_too() {
    let figures = "figures:\n  - value: \"88％\n    caption: 申請した人\"";
    let (_, codes) = fixed(&format!("{SUMMARY}\n{figures}"));
    assert_eq!(codes, ["front-matter/syntax"]);
}
