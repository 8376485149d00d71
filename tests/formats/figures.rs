//! A number that carries an argument: how large it stands on paper, with what beside it, and on the page
//! that prints as the same sheet.

use super::lines::{self, Line, built};
use super::passages;
use crate::support::Site;

/// A statement with these figures, of so many sections.
fn site(figures: &str, sections: usize) -> Site {
    let sections = passages(sections);
    let person = format!(
        "---\nname: 見本太郎\naffiliation: 見本の会\ntitle: 保険証をなくさないで\npull: 大きく刷る一言\ntopics: [privacy]\norder: 9\nsummary: 見本です。\nfigures:\n{figures}source: {{title: 集会の報告}}\n---\n{sections}"
    );
    Site::new().file("speakers/mihon.ja.md", &person)
}

/// Two figures: one with a source, and one without.
const TWO: &str = "  - value: 約80万人\n    caption: 東京で一人で暮らす高齢者\n    source: 国の調査\n  - value: 4桁\n    caption: 覚える番号\n";

/// The pieces of type that say something, the largest first.
fn saying<'l>(set: &'l [Line], words: &str) -> Vec<&'l Line> {
    let mut found: Vec<&Line> = set
        .iter()
        .filter(|line| line.words.contains(words))
        .collect();
    found.sort_by(|a, b| b.largest.total_cmp(&a.largest));
    found
}

fn height(set: &[Line], words: &str) -> f32 {
    let found = saying(set, words);
    found
        .first()
        .unwrap_or_else(|| panic!("no {words}: {set:#?}"))
        .base
}

#[test]
fn a_number_stands_largest_with_its_caption_and_source() {
    let set = built(&site(TWO, 2), "speaker-mihon.ja");
    let number = saying(&set, "80万")[0];
    assert!((100.0..=150.0).contains(&number.largest), "{number:?}");
    // Its words are smaller, and on the same line.
    assert_eq!(number.words, "約80万人");
    let share = number.size / number.largest;
    assert!((0.3..0.6).contains(&share), "{number:?}");
    let caption = saying(&set, "東京で一人で")[0];
    assert!((18.0..=24.0).contains(&caption.size), "{caption:?}");
    let bases = [
        "80万",
        "東京で一人で",
        "国の調査",
        "見本太郎",
        "保険証をなくさないで",
    ];
    let bases = bases.map(|words| height(&set, words));
    assert!(
        bases.windows(2).all(|pair| pair[0] > pair[1]),
        "{bases:?} {set:#?}"
    );
    // Over a third of the sheet is the number's.
    assert!(bases[4] < 842.0 * 0.67, "{bases:?}");
    // One thing stands largest.
    assert!(saying(&set, "大きく刷る一言").is_empty());
    let second = saying(&set, "4")[0];
    assert!((36.0..=48.0).contains(&second.largest), "{second:?}");
    assert!(saying(&set, "集会の報告").len() > 1, "{set:#?}");
}

#[test]
fn the_second_number_goes_first_where_there_is_no_room() {
    let site = site(TWO, 7);
    let set = built(&site, "speaker-mihon.ja");
    assert!(saying(&set, "覚える番号").is_empty(), "{set:#?}");
    assert!(saying(&set, "80万")[0].largest > 89.0);
    let body = saying(&set, "窓口では、");
    assert!(
        !body.is_empty() && body.iter().all(|line| line.size > 11.9),
        "{body:?}"
    );
    let page = site.page("leaflets/speaker-mihon.html");
    assert!(!page.source.contains("覚える番号"));
}

#[test]
fn a_number_of_any_length_is_on_the_sheet_and_whole() {
    for (value, core) in [
        ("13万筆超", "13万"),
        ("0.09％", "0.09"),
        ("1億2,345万6,789円以上", "1億2,345万6,789"),
        ("over 1,300,000", "1,300,000"),
        ("5年、10年", "10"),
    ] {
        let figures = format!("  - value: {value}\n    caption: 見本の数\n");
        let set = built(&site(&figures, 2), "speaker-mihon.ja");
        let number = saying(&set, core)[0];
        assert!(number.largest > 44.0, "{value}: {number:?}");
        let (from, to) = (number.from, number.to);
        assert!(from > 35.0 && to < 595.3 - 35.0, "{value}: {number:?}");
    }
}

/// What has no digits stands large as a whole, and as small as it takes to fit.
#[test]
fn words_in_the_place_of_a_number_stay_on_the_sheet() {
    let value = "全国の医療機関のほとんどすべて";
    let figures = format!("  - value: {value}\n    caption: 見本の数\n");
    let set = built(&site(&figures, 2), "speaker-mihon.ja");
    let line = saying(&set, value)[0];
    assert!(line.from > 35.0 && line.to < 595.3 - 35.0, "{line:?}");
}

/// A source of the original is that of the number in every language, not that of the statement.
#[test]
fn a_number_keeps_its_source_in_translations() {
    let figures = "order: 2\nsource: {title: 集会の報告}\nfigures:\n  - value: {ja: 2万円, en: \"20,000 yen\"}\n    caption: {ja: 一人あたり, en: for everybody}\n    source: 役所の調査";
    let site = Site::new().edited("speakers/tanaka.ja.md", "order: 2", figures);
    let set = built(&site, "../en/leaflets/speaker-tanaka.en");
    assert!(!saying(&set, "20,000").is_empty(), "{set:#?}");
    assert!(!saying(&set, "役所の調査").is_empty(), "{set:#?}");
    // The foot alone tells where the statement is from.
    assert_eq!(saying(&set, "集会の報告").len(), 1, "{set:#?}");
}

#[test]
fn topics_and_events_have_numbers_of_their_own() {
    let figures = "figures: {value: 88%, caption: had waited}\n";
    let site = Site::new()
        .edited(
            "topics/privacy.ja.md",
            "summary:",
            &format!("{figures}hook: だれが見るのか\nsummary:"),
        )
        .edited("events/rally.ja.md", "date:", &format!("{figures}date:"));
    let set = built(&site, "topic-privacy.ja");
    assert!(saying(&set, "88")[0].largest > 100.0, "{set:#?}");
    assert!(
        height(&set, "88") > height(&set, "だれが見るのか"),
        "{set:#?}"
    );
    let set = lines::read(&site.path("public/leaflets/event-rally.ja.pdf"));
    assert!(saying(&set, "88")[0].largest > 100.0, "{set:#?}");
}

#[test]
fn pages_show_the_number_with_its_caption() {
    let site = site(TWO, 2).edited(
        "speakers/yamada.ja.md",
        "order: 1\n",
        "order: 1\nfigures: {value: 4桁, caption: 番号}\n",
    );
    built(&site, "speaker-mihon.ja");
    let figure = "<figure class=\"figure\"><p class=\"figure-value\"><span>約<b>80万</b>人</span></p><figcaption>東京で一人で暮らす高齢者 <small class=\"figure-source\">国の調査</small></figcaption></figure>";
    let page = site.page("speakers/mihon.html");
    assert!(page.source.contains(figure), "{}", page.source);
    let sheet = site.page("leaflets/speaker-mihon.html");
    let number =
        "<figure class=\"sheet-figure\"><p class=\"figure-value\"><span>約<b>80万</b>人</span></p>";
    assert!(sheet.source.contains(number), "{}", sheet.source);
    let (before, after) = sheet.source.split_once(number).unwrap();
    assert!(!before.contains("sheet-hook") && after.contains("sheet-hook"));
    assert!(after.contains("国の調査") && !sheet.source.contains("大きく刷る一言"));
    // A translation that tells none shows none, and another page tells none of another's.
    let other = site.page("speakers/yamada.html");
    assert!(other.source.contains("<b>4</b>桁") && !other.source.contains("80万"));
    assert!(
        !site
            .page("en/speakers/yamada.html")
            .source
            .contains("figure-value")
    );
    let data = site.out("statements.json");
    assert!(data.contains("\"value\": \"約80万人\"") && data.contains("\"source\": \"国の調査\""));
    let index = site.tree("public/assets");
    let is_told = |bytes: &Vec<u8>| {
        String::from_utf8_lossy(bytes).contains("約80万人 東京で一人で暮らす高齢者")
    };
    assert!(index.values().any(is_told));
}
