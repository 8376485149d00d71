//! The grid of lines: in columns that stand side by side, text stands on the same lines, whatever stands between.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::lines::{self, Line};
use crate::support::Site;

const JA: &str = "「ちょっと待って」と言われ、しょっちゅう立ち止まりました（見本の話です）。";
const EN: &str = "The invented receptionist apologised (repeatedly), and everybody waited.";

/// Left of this, in points, only lines of the left column begin, on A4 and on B5.
const MIDDLE: f32 = 258.0;

/// Sections with all that can stand in a text.
fn body(lang: &str, sections: usize) -> String {
    let (text, heading, long, cell) = if lang == "ja" {
        (
            JA,
            "見本の要点",
            "見本の要点で、見出しが2行になる長いもの",
            "表",
        )
    } else {
        (
            EN,
            "A sample point",
            "A sample point with a heading that takes two lines",
            "Cell",
        )
    };
    let extras = [
        format!("- {text}\n- {text}"),
        format!("### {heading}\n\n{text}"),
        format!("> {text}\n\n{text}"),
        format!("| {cell} | {cell} 2 |\n| --- | --- |\n| {cell} 3 | {cell} 4 |\n\n{text}"),
        format!("{text}\n\n{text}"),
    ];
    let mut body = String::new();
    for at in 0..sections {
        let heading = if at % 2 == 0 { heading } else { long };
        let more = &extras[at % extras.len()];
        let _ = write!(body, "## {heading} {at} {{#s{at}}}\n\n{text}\n\n{more}\n\n");
    }
    body
}

/// How far the text of each column is from the lines of the other, in points, at most; and how many lines each
/// column has.
fn apart(lines: &[Line], sentence: &str, pitch: f32) -> (f32, [usize; 2]) {
    let begins: String = sentence.chars().take(6).collect();
    let of_text = |line: &&Line| line.words.contains(&begins);
    let mut sizes: BTreeMap<i32, usize> = BTreeMap::new();
    #[allow(clippy::cast_possible_truncation, reason = "hundredths of a point")]
    let hundredths = |line: &Line| (line.size * 100.0).round() as i32;
    for line in lines.iter().filter(of_text) {
        *sizes.entry(hundredths(line)).or_default() += 1;
    }
    let (size, _) = sizes.into_iter().max_by_key(|(_, count)| *count).unwrap();
    // Facts of the event have the same size, and stand in a box below the columns.
    let is_text = |line: &&Line| {
        let words = line.words.trim_start_matches('•').trim();
        hundredths(line) == size && !words.is_empty() && sentence.contains(words)
    };
    let pages: Vec<u32> = lines.iter().map(|line| line.page).collect();
    let (mut most, mut counts) = (0.0_f32, [0, 0]);
    for page in 1..=*pages.iter().max().unwrap() {
        let bases = |is_right: bool| {
            let own = lines
                .iter()
                .filter(is_text)
                .filter(move |line| line.page == page && (line.from > MIDDLE) == is_right);
            own.map(|line| line.base).collect::<Vec<f32>>()
        };
        let (left, right) = (bases(false), bases(true));
        counts[0] += left.len();
        counts[1] += right.len();
        let Some(first) = left.first() else { continue };
        let step = pitch * lines.iter().find(is_text).unwrap().size;
        for base in left.iter().chain(&right) {
            let at = (base - first) / step;
            most = most.max((at - at.round()).abs() * step);
        }
    }
    (most, counts)
}

#[test]
fn columns_stand_on_the_same_lines() {
    let mut site = Site::new();
    for sections in [3, 4, 6] {
        let ja = format!(
            "---\nname: 見本{sections}\ntitle: 見本の題\ntopics: [access]\nsummary: 見本の要旨です。\n---\n\n{}",
            body("ja", sections)
        );
        let en = format!(
            "---\nname: Mihon {sections}\ntitle: A sample\nsummary: A sample summary.\n---\n\n{}",
            body("en", sections)
        );
        site = site
            .file(&format!("speakers/kumi{sections}.ja.md"), &ja)
            .file(&format!("speakers/kumi{sections}.en.md"), &en);
    }
    let composed = |format: &str| {
        format!(
            "---\ntitle: 見本\nhook: 見本を見よう\nformat: {format}\n---\n\n前書きの文です。\n\n{}",
            body("ja", 4)
        )
    };
    let site = site
        .file("leaflets/ryomen.ja.md", &composed("a4-duplex"))
        .file("leaflets/b5.ja.md", &composed("b5-duplex"));
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}{}", run.stderr, run.stdout);
    let ja = [
        "speaker-kumi3",
        "speaker-kumi4",
        "speaker-kumi6",
        "ryomen",
        "b5",
    ];
    let ja = ja.map(|name| (format!("leaflets/{name}.ja.pdf"), JA, 1.72));
    let en = ["speaker-kumi3", "speaker-kumi4", "speaker-kumi6"];
    let en = en.map(|name| (format!("en/leaflets/{name}.en.pdf"), EN, 1.42));
    for (pdf, sentence, pitch) in ja.into_iter().chain(en) {
        let lines = lines::read(&site.path(&format!("public/{pdf}")));
        let (apart, counts) = apart(&lines, sentence, pitch);
        assert!(counts.iter().all(|count| *count > 3), "{pdf}: {counts:?}");
        assert!(apart < 0.2, "{pdf}: {apart} pt\n{lines:#?}");
    }
}
