//! Tables on paper: they stay within their column, whatever it takes, and figures stay whole.

use super::lines::{self, Line};
use crate::support::Site;

const TABLE: &str = "| 項目 | 2020年度 | 2021年度 | 2022年度 |\n| --- | --- | --- | --- |\n\
    | 見本の窓口を利用した人 | 1,234,567人 | 1,345,678人 | 1,456,789人 |\n\
    | かかった費用 | 123,456,789円 | 134,567,890円 | 145,678,901円 |\n";

/// The lines of a leaflet with a table in one of its sections.
fn set(format: &str) -> Vec<Line> {
    let text = format!(
        "---\ntitle: 見本\nhook: 見本を見よう\nformat: {format}\n---\n\n見本の前文。\n\n## 一つ目\n\n{TABLE}\n\
        ## 二つ目\n\n見本の本文です。\n\n## 三つ目\n\n見本の本文です。\n"
    );
    let site = Site::new().file("leaflets/x.ja.md", &text);
    let run = site.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    lines::read(&site.path("public/leaflets/x.ja.pdf"))
}

#[test]
fn cells_stay_apart_and_figures_whole() {
    for format in ["a4", "a5", "a3"] {
        let all = set(format);
        let of = |words: &str| {
            let mut found = all.iter().filter(|line| line.words.contains(words));
            found
                .next()
                .unwrap_or_else(|| panic!("{format}: no {words} in {all:#?}"))
        };
        for row in [
            ["1,234,567", "1,345,678", "1,456,789"],
            ["123,456,789", "134,567,890", "145,678,901"],
        ] {
            let [first, second, third] = row.map(of);
            assert!((first.base - third.base).abs() < 0.5, "{format}: {row:?}");
            // Cells that stand close are read as one line; those on one another are not.
            let apart = |a: &Line, b: &Line| std::ptr::eq(a, b) || a.to <= b.from;
            let all = apart(first, second) && apart(second, third);
            assert!(all, "{format}: {first:?} {second:?} {third:?}");
            assert!(first.size > 7.9, "{format}: {first:?}");
        }
        let name = of("かか");
        let figure = of("123,456,789");
        assert!(
            std::ptr::eq(name, figure) || name.to < figure.from,
            "{format}: {name:?}"
        );
    }
}

/// A leaflet that nobody composed leaves such a table to the page, and says so.
#[test]
fn a_wide_table_is_left_to_the_page() {
    let row = |cell: &str| format!("|{}\n", format!(" {cell} |").repeat(9));
    let table = row("2020年度の合計") + &row("---") + &row("123,456,789円");
    let site = Site::new().edited(
        "speakers/yamada.ja.md",
        "番号で暮らしが見えてしまいます。",
        &format!("番号で暮らしが見えてしまいます。\n\n{table}"),
    );
    let run = site.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let all = lines::read(&site.path("public/leaflets/speaker-yamada.ja.pdf"));
    let text: String = all.iter().map(|line| line.words.as_str()).collect();
    assert!(text.contains("表はサイトのページにあります"), "{text}");
    assert!(!text.contains("123,456,789"), "{text}");
    assert!(site.out("speakers/yamada.html").contains("123,456,789円"));
}
