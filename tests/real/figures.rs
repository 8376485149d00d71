//! Every figure of the rally report stands in the statement of whoever said it, in both languages; those
//! of the report itself, in the text on the rally.

use std::path::Path;

/// A document of the report, and its figures as each language writes them.
const FIGURES: [(&str, &[(&str, &str)]); 8] = [
    (
        "events/2022-11-17-rally",
        &[
            ("約400人", "about 400 people"),
            ("13万筆", "130,000 signatures"),
            ("2022年10月13日", "13 October 2022"),
            ("2024年秋", "autumn 2024"),
        ],
    ),
    (
        "speakers/sumie",
        &[
            ("憲法31条", "Article 31 of the Constitution"),
            ("憲法41条", "Article 41"),
            ("一人も出さない", "no one driven out of practice"),
        ],
    ),
    (
        "speakers/yoshida",
        &[
            ("6月の骨太の方針", "June's Basic Policy"),
            ("2023年3月末", "the end of March 2023"),
        ],
    ),
    ("speakers/fujita", &[("2023年4月", "April 2023")]),
    ("speakers/mizunaga", &[("憲法13条", "Article 13")]),
    (
        "speakers/harada",
        &[
            ("2万円", "20,000 yen"),
            ("10月13日", "13 October"),
            ("2024年秋", "autumn 2024"),
            ("6月の閣議決定", "cabinet decision of June"),
            ("88％", "88 per cent"),
        ],
    ),
    (
        "speakers/chiba",
        &[("わずか0.09％", "a mere 0.09 per cent")],
    ),
    (
        "speakers/sugaya",
        &[
            ("約80万人", "about 800,000"),
            ("4桁", "four-digit"),
            ("5年、10年ごと", "every five years and every ten"),
            ("75歳以上", "aged 75 and over"),
            ("2割", "20 per cent"),
        ],
    ),
];

#[test]
fn every_figure_stands_with_whoever_said_it() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    for (document, figures) in FIGURES {
        let text =
            |lang| std::fs::read_to_string(content.join(format!("{document}.{lang}.md"))).unwrap();
        let (ja, en) = (text("ja"), text("en"));
        for (in_ja, in_en) in figures {
            assert!(ja.contains(in_ja), "{document}: no {in_ja}");
            assert!(en.contains(in_en), "{document}: no {in_en}");
        }
    }
}
