//! Text in vertical lines: a newspaper of one statement.

use super::lines::{built, words};
use crate::support::Site;

const NEWS: &str = "---\nname: 見本太郎\naffiliation: 見本の会\ntitle: 保険証をなくさないで\npull: 大きく刷る一言\ntopics: [privacy]\nsummary: 窓口で起きたことを述べた。\ndesign: newspaper\n---\n\n## 窓口で {#a}\n\n「保険証」は12日、**2022年**の{窓口|まどぐち}でABCと呼ばれ、ソーシャルワーカーが「困る」と述べた。\n\n## つぎの見出し {#b}\n\nあとに続くのは、べつの文だと語った。\n";

#[test]
fn a_newspaper_stands_in_vertical_lines_that_are_copied_in_their_order() {
    let site = Site::new().file("speakers/mihon.ja.md", NEWS);
    let set = built(&site, "speaker-mihon.ja");
    let all = words(&set);
    for told in [
        "保険証をなくさないで",
        "大きく刷る一言",
        "窓口で起きたことを述べた。",
        "「保険証」は12日、2022年の窓口",
        "でABCと呼ばれ、ソーシャルワーカーが「困る」と述べた。",
        "あとに続くのは、べつの文だと語った。",
        "つぎの見出し",
    ] {
        assert!(all.contains(told), "no {told} in {all}");
    }
    // Lines run down, and the next is at the left of the last.
    let of = |word: &str, after: usize| {
        let at = set.iter().skip(after).position(|line| line.words == word);
        &set[after + at.unwrap_or_else(|| panic!("no {word}: {set:#?}"))]
    };
    let title = set.iter().position(|line| line.words == "険").unwrap();
    let (first, next) = (of("険", title), of("証", title));
    assert!(
        next.base < first.base && (next.from - first.from).abs() < 1.0,
        "{first:?} {next:?}"
    );
    let body = set
        .iter()
        .filter(|line| "窓口で起きた".contains(&line.words) && !line.words.is_empty());
    assert!(
        body.clone().count() > 3 && body.clone().all(|line| line.size >= 12.0),
        "{body:?}"
    );
}

/// What lines of a newspaper hold beside sentences: notes, line ends of the author's, addresses that are
/// longer than a line, characters in a form that is chosen by a mark.
#[test]
fn nothing_of_the_text_is_lost() {
    let text = NEWS.replace(
        "あとに続くのは",
        "一行目の終わり\\\n二行目[^n]は辻\u{e0100}さんのhttps://www.example.org/a-long-address/of-a-page/that-goes-onを見る。\n\n- 一つ目の項\n- 二つ目の項\n\n> 引いた文です。\n\n[^n]: 注の本文です。\n\nあとに続くのは",
    );
    let site = Site::new().file("speakers/mihon.ja.md", &text);
    let set = built(&site, "speaker-mihon.ja");
    let all = words(&set);
    for told in [
        "一行目の終わり",
        "二行目",
        "注の本文です。",
        "https://www.example.org/a-long-address/of-a-page/that-goes-on",
        "一つ目の項",
        "二つ目の項",
        "引いた文です。",
        "べつの文だと語った。",
    ] {
        assert!(all.contains(told), "no {told} in {all}");
    }
    assert!(!all.contains("終わり二行目"), "{all}");
    // Nothing leaves the paper.
    for line in &set {
        assert!(
            line.from > 0.0 && line.to < 595.0 && line.base > 0.0 && line.base < 842.0,
            "{line:?}"
        );
    }
}
