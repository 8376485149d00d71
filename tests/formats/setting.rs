//! How text is set, whatever its length: where lines begin, where columns end, how full lines are.
//! Every rule is held on leaflets of many lengths, so that columns end at every place.

use std::fmt::Write as _;
use std::sync::LazyLock;

use super::lines::{self, Line};
use crate::support::Site;

/// Sentences with much that must not begin a line.
const JA: [&str; 6] = [
    "「ちょっと待って」と言われ、しょっちゅう立ち止まりました（見本の話です）。",
    "ニュースレターを、きょうもシャッターの前で、ゆっくりと配っています。",
    "番号をめぐって、見本町の『ひろば』では、あれこれと、話し合いがつづきました。",
    "やっと順番が来たのに、カードリーダーが、まっ黒な画面になってしまったのです。",
    "「どうして」「なぜ」という声が、あちこちで、日ごとに大きくなっていきました。",
    "もちろん、急ぐ理由もあったのでしょう。けれども、だれもはっきりとは知りません。",
];

/// Sentences with long words.
const EN: [&str; 6] = [
    "Representatives of neighbouring municipalities congratulated the volunteers afterwards.",
    "An extraordinarily complicated registration procedure was introduced without consultation.",
    "Administrative responsibilities, nevertheless, remained comprehensively misunderstood.",
    "The invented receptionist apologised (repeatedly), and everybody waited.",
    "Unfortunately, the identification equipment malfunctioned throughout the afternoon.",
    "Participants recommended straightforward, understandable, trustworthy documentation.",
];

/// A leaflet's text: a heading and the paragraphs under it, so many times.
struct Text {
    sections: Vec<(String, Vec<String>)>,
    /// Whether every other heading is one of the third level.
    minor: bool,
}

impl Text {
    fn new(lang: &str, minor: bool, sections: usize, sentences: usize) -> Self {
        let (pool, between) = if lang == "ja" { (JA, "") } else { (EN, " ") };
        let paragraph = |first: usize, count: usize| {
            let own: Vec<&str> = (first..first + count).map(|at| pool[at % 6]).collect();
            own.join(between)
        };
        let section = |at: usize| {
            let heading = if lang == "ja" {
                format!("見本の要点その{at}")
            } else {
                format!("Invented point number {at}")
            };
            let longer = sentences + at % 2;
            (
                heading,
                vec![paragraph(at, longer), paragraph(at + 3, sentences)],
            )
        };
        Self {
            sections: (1..=sections).map(section).collect(),
            minor,
        }
    }

    fn file(&self, keys: &str) -> String {
        let mut file = format!("---\ntitle: 見本\nhook: 見本 Sample\n{keys}\n---\n");
        for (at, (heading, paragraphs)) in self.sections.iter().enumerate() {
            let paragraphs = paragraphs.join("\n\n");
            let level = if self.minor && at % 2 == 1 {
                "###"
            } else {
                "##"
            };
            let _ = write!(file, "\n{level} {heading} {{#s{at}}}\n\n{paragraphs}\n");
        }
        file
    }
}

/// What is tried: a name, keys of the front matter, and for a language so many sections of
/// paragraphs of so many sentences.
type Case = (&'static str, &'static str, &'static [(usize, usize)]);

const CASES: [Case; 3] = [
    (
        "duplex",
        "format: a4-duplex",
        &[(2, 3), (3, 2), (2, 4), (4, 2)],
    ),
    (
        "trifold",
        "format: a4-trifold",
        &[(5, 2), (6, 2), (6, 3), (7, 2)],
    ),
    (
        "large",
        "format: a4-duplex\nedition: large",
        &[(4, 3), (5, 3), (6, 3), (7, 4), (6, 4), (8, 2)],
    ),
];

/// A leaflet that was set.
struct Leaflet {
    name: String,
    lang: &'static str,
    text: Text,
    lines: Vec<Line>,
}

impl Leaflet {
    /// The lines of each heading, and of each paragraph under it.
    fn set(&self) -> Vec<(&[Line], Vec<&[Line]>)> {
        let mut rest = self.lines.as_slice();
        let mut next = |text: &String| {
            let (own, after) = lines::of(rest, text);
            rest = after;
            own
        };
        let sections = self.text.sections.iter();
        sections
            .map(|(heading, paragraphs)| {
                (next(heading), paragraphs.iter().map(&mut next).collect())
            })
            .collect()
    }
}

/// Every case in both languages.
static SET: LazyLock<Vec<Leaflet>> = LazyLock::new(|| {
    let mut site = Site::new();
    let mut texts = Vec::new();
    for (name, keys, lengths) in CASES {
        for (at, (sections, sentences)) in lengths.iter().enumerate() {
            let name = format!("{name}{at}");
            for lang in ["ja", "en"] {
                let text = Text::new(lang, keys.contains("large"), *sections, *sentences);
                let keys = if lang == "ja" { keys } else { "" };
                site = site.file(&format!("leaflets/{name}.{lang}.md"), &text.file(keys));
                texts.push((name.clone(), lang, text));
            }
        }
    }
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let read = |(name, lang, text): (String, &'static str, Text)| {
        let folder = if lang == "ja" { "" } else { "en/" };
        let path = format!("public/{folder}leaflets/{name}.{lang}.pdf");
        Leaflet {
            lines: lines::read(&site.path(&path)),
            name,
            lang,
            text,
        }
    };
    texts.into_iter().map(read).collect()
});

#[test]
fn no_line_begins_with_what_belongs_to_the_line_before() {
    const NEVER: &str = "。、，．・：；？！」』）】〕］｝〉》ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶー々ゝゞ,.:;?!)]}’”";
    for leaflet in SET.iter() {
        for line in &leaflet.lines {
            let first = line.words.trim_start().chars().next();
            let wrong = first.is_some_and(|first| NEVER.contains(first));
            assert!(!wrong, "{}: {line:?}", leaflet.name);
        }
    }
}

#[test]
fn no_heading_stands_at_the_foot() {
    for leaflet in SET.iter() {
        for (heading, paragraphs) in leaflet.set() {
            let (last, first) = (&heading[heading.len() - 1], &paragraphs[0][0]);
            assert!(last.is_over(first), "{}: {last:?} {first:?}", leaflet.name);
        }
    }
}

/// No paragraph runs over the end of a column or a page.
#[test]
fn paragraphs_stay_in_one_piece() {
    for leaflet in SET.iter() {
        for own in leaflet.set().iter().flat_map(|(_, paragraphs)| paragraphs) {
            for pair in own.windows(2) {
                assert!(pair[0].is_over(&pair[1]), "{}: {pair:#?}", leaflet.name);
            }
        }
    }
}

/// Nothing is hyphenated; on paper that is no reason for lines half empty.
#[test]
fn english_is_ragged_and_fills_its_lines() {
    for leaflet in SET.iter().filter(|leaflet| leaflet.lang == "en") {
        let mut shares = Vec::new();
        for own in leaflet.set().iter().flat_map(|(_, paragraphs)| paragraphs) {
            let long = |line: &Line| line.to - line.from;
            let measure = own.iter().map(long).fold(0.0, f32::max);
            for line in &own[..own.len() - 1] {
                shares.push(long(line) / measure);
                assert!(!line.is_broken(), "{}: {line:?}", leaflet.name);
            }
        }
        let least = shares.iter().copied().fold(1.0, f32::min);
        #[allow(clippy::cast_precision_loss, reason = "a few lines")]
        let mean = shares.iter().sum::<f32>() / shares.len() as f32;
        assert!(least > 0.55 && mean > 0.8, "{}: {shares:?}", leaflet.name);
    }
}
