//! Mistakes in lists of figures: what is certain is mended, and what is not is told with all of the
//! lines that would be right.

use super::says;
use crate::support::{Site, YAMADA_JA};

const PATH: &str = "speakers/yamada.ja.md";
const ORDER: &str = "order: 1\n";

fn with(lines: &str) -> Site {
    Site::new().edited(PATH, ORDER, &format!("{ORDER}{lines}\n"))
}

fn figures(name: &str, lines: &str) {
    says(&format!("figures_{name}"), &with(lines));
}

#[test]
fn a_caption_is_missing() {
    figures(
        "missing-caption",
        "figures:\n  - value: 約80万人\n    source: 会報\n  - value: 4桁\n    caption: 暗証番号",
    );
}

#[test]
fn a_number_stands_alone() {
    figures("plain", "figures: 5年、10年");
    figures("plain-list", "figures:\n  - 約80万人\n  - 20,000円");
}

#[test]
fn a_key_is_none() {
    figures(
        "unknown-key",
        "figures:\n  - value: 約80万人\n    caption: 一人暮らし\n    unit: 人",
    );
}

#[test]
fn every_key_has_a_mark() {
    figures(
        "marks",
        "figures:\n  - value: 約80万人\n  - caption: 一人暮らし",
    );
}

#[test]
fn what_is_certain_is_mended() {
    let block = "figures:\n  - value: 約80万人\n    caption: 一人暮らし\n    source: 会報\n";
    let unindented = block.replace("\n  ", "\n");
    for (name, lines, right) in [
        (
            "indent",
            "figures:\n  - value: 約80万人\n     caption: 一人暮らし\n   source: 会報",
            block,
        ),
        (
            "japanese",
            "数字：\n・値：約80万人\n　説明：一人暮らし\n　出典：会報",
            &unindented,
        ),
        (
            "braces",
            "figures: ［｛値：約80万人、説明：一人暮らし、出典：会報｝］",
            "figures: [{value: 約80万人, caption: 一人暮らし, source: 会報}]\n",
        ),
    ] {
        figures(name, lines);
        let site = with(lines);
        site.run(&["check", "--no-leaflets", "--fix"]);
        assert_eq!(site.codes(), [""; 0], "{name}");
        let text = site.read(&format!("content/{PATH}"));
        assert_eq!(text, YAMADA_JA.replace(ORDER, &format!("{ORDER}{right}")));
        site.run(&["check", "--no-leaflets", "--fix"]);
        assert_eq!(site.read(&format!("content/{PATH}")), text);
    }
}
