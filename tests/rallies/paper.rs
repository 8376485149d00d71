//! The page of a leaflet says what its paper says.

use super::{BUILT, file, text};
use crate::support::html::Page;

#[test]
fn the_foot_and_the_names_of_a_leaflet_s_page_are_those_of_its_paper() {
    for (page, pdf, said) in [
        (
            "leaflets/speaker-yamada.html",
            "leaflets/speaker-yamada.ja.pdf",
            [
                "お問い合わせ",
                "sample@shukai.test",
                "全文と出典はこちら",
                "やまだ",
            ],
        ),
        (
            "en/leaflets/speaker-yamada.html",
            "en/leaflets/speaker-yamada.en.pdf",
            [
                "Contact",
                "sample@shukai.test",
                "Full text and source",
                "YAMADA",
            ],
        ),
        (
            "leaflets/big.html",
            "leaflets/big.ja.pdf",
            [
                "お問い合わせ",
                "sample@shukai.test",
                "全文と出典はこちら",
                "鈴木太郎",
            ],
        ),
    ] {
        let paper = chirashi::preflight::words(&BUILT[pdf]);
        let paper: String = paper.split_whitespace().collect();
        let html = file(page);
        let html = Page::read(&html).main().to_owned();
        let drawn = text(&html);
        for words in said {
            let bare: String = words.split_whitespace().collect();
            assert!(paper.contains(&bare), "{pdf}: no {words} in {paper}");
            assert!(drawn.contains(words), "{page}: no {words} in {drawn}");
        }
        assert!(!html.contains("<span></span>"), "{page}");
    }
}
