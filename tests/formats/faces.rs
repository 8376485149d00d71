//! Typefaces on paper: a heavy one for large type, a Latin one for English, marks of Japanese that are
//! narrowed as they should be; and where lines may not end.

use std::collections::BTreeSet;

use super::lines::{self, Line};
use crate::support::Site;
use lopdf::Document;

const DISPLAY: &str = "NotoSansJP-Black";

/// A leaflet with nothing in large type but its hook.
fn leaflet(hook: &str, body: &str) -> String {
    format!(
        "---\ntitle: {hook}\nhook: {hook}\nformat: a4\npanels: [\"hook, intro\"]\n---\n\n{body}\n"
    )
}

fn site(lang: &str, hook: &str, body: &str) -> Site {
    let name = if lang == "ja" { "x.ja.md" } else { "x.en.md" };
    Site::empty()
        .file("site.yaml", &format!("title: 見本\nlanguages: [{lang}]\n"))
        .file(
            &format!("topics/privacy.{lang}.md"),
            "---\nname: 見本\nsummary: 見本です。\n---\n",
        )
        .file(&format!("leaflets/{name}"), &leaflet(hook, body))
}

/// The names of the fonts of a leaflet.
fn fonts(site: &Site, args: &[&str], lang: &str) -> BTreeSet<String> {
    let run = site.run_in("ja", args);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let pdf = Document::load(site.path(&format!("public/leaflets/x.{lang}.pdf"))).unwrap();
    let mut names = BTreeSet::new();
    for id in pdf.get_pages().into_values() {
        for font in pdf.get_page_fonts(id).unwrap().into_values() {
            let name = font.get(b"BaseFont").unwrap().as_name().unwrap();
            let name = String::from_utf8_lossy(name);
            let name = name.split_once('+').map_or(&*name, |(_, name)| name);
            names.insert(name.trim_end_matches("-Identity-H").to_owned());
        }
    }
    names
}

fn has(fonts: &BTreeSet<String>, name: &str) -> bool {
    fonts.iter().any(|font| font.starts_with(name))
}

#[test]
fn large_type_is_heavy_unless_a_character_is_lacking() {
    let build = ["build"];
    let heavy = fonts(
        &site("ja", "保険証をなくさないで", "本文です。"),
        &build,
        "ja",
    );
    assert!(has(&heavy, DISPLAY), "{heavy:?}");
    assert!(has(&heavy, "BIZUDPGothic"), "{heavy:?}");
    // BIZ UDPGothic has 丏, the heavy face does not: the whole of the headline is set in the one.
    let lacking = fonts(&site("ja", "丏をなくさないで", "本文です。"), &build, "ja");
    assert!(!has(&lacking, DISPLAY), "{lacking:?}");
    assert!(has(&lacking, "BIZUDPGothic-Bold"), "{lacking:?}");
}

#[test]
fn a_theme_may_do_without_a_heavy_face_or_have_its_own() {
    let build = ["build", "--theme", "own"];
    let without = site("ja", "保険証をなくさないで", "本文です。")
        .beside("own/theme.yaml", "display: none\n");
    let without = fonts(&without, &build, "ja");
    assert!(!has(&without, DISPLAY), "{without:?}");
    assert!(has(&without, "BIZUDPGothic-Bold"), "{without:?}");
    let by_lang = site("ja", "保険証をなくさないで", "本文です。").beside(
        "own/theme.yaml",
        "display: {ja: fonts/BIZUDPGothic-Regular.ttf}\n",
    );
    let by_lang = fonts(&by_lang, &build, "ja");
    assert!(!has(&by_lang, DISPLAY), "{by_lang:?}");
    let wrong =
        site("ja", "見本", "本文です。").beside("own/theme.yaml", "display: fonts/ours.ttf\n");
    let run = wrong.run_in("en", &build);
    assert_eq!(run.status, 1);
    assert!(
        run.stderr
            .contains("theme has no typeface `fonts/ours.ttf`"),
        "{}",
        run.stderr
    );
}

#[test]
fn english_has_a_face_of_its_own() {
    let site = site(
        "en",
        "Keep the card in Ōsaka",
        "It’s told in Tōkyō, **too**.",
    );
    let fonts = fonts(&site, &["build"], "en");
    assert!(
        fonts
            .iter()
            .all(|name| name.starts_with("AtkinsonHyperlegibleNext")),
        "{fonts:?}"
    );
    let said = lines::read(&site.path("public/leaflets/x.en.pdf"));
    assert!(
        said.iter()
            .any(|line| line.words.contains("It’s told in Tōkyō")),
        "{said:#?}"
    );
}

fn ja(body: &str) -> Vec<Line> {
    let site = site("ja", "見本", body);
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    lines::read(&site.path("public/leaflets/x.ja.pdf"))
}

/// Marks side by side share an em; neither loses what is drawn of it.
#[test]
fn marks_are_narrowed_by_half_and_no_further() {
    let set = ja("集会：「見本」");
    let line = set
        .iter()
        .find(|line| line.words.contains("集会：「見本」"));
    let line = line.unwrap();
    let ems = (line.to - line.from) / line.size;
    // Four kanji, and marks of which the colon alone is narrowed. (What ends a line counts in full here.)
    assert!((5.6..6.0).contains(&ems), "{ems}: {line:?}");
}

/// No line ends inside of a word in katakana, of a number with its unit, or of a name.
#[test]
fn words_and_numbers_stay_on_one_line() {
    let words = "プライバシーの問題は約80万人の高齢者、見本太郎氏とデータベースに及ぶと、第123条の会は語る。";
    for before in 0..12 {
        let body = format!(
            "短い前文です。\n\n{}{}",
            "あ".repeat(before),
            words.repeat(6)
        );
        let set = ja(&body);
        for pair in set.windows(2).filter(|pair| pair[0].is_over(&pair[1])) {
            let [end, begin] = [&pair[0].words, &pair[1].words];
            let joined = format!("{}|{}", end.trim(), begin.trim());
            for whole in [
                "プライバシー",
                "80万人",
                "見本太郎氏",
                "データベース",
                "123条",
            ] {
                let chars: Vec<char> = whole.chars().collect();
                for at in 1..chars.len() {
                    let (one, two): (String, String) =
                        (chars[..at].iter().collect(), chars[at..].iter().collect());
                    let broken = format!("{one}|{two}");
                    assert!(!joined.contains(&broken), "{joined}");
                }
            }
        }
        let all: String = set.iter().map(|line| line.words.as_str()).collect();
        assert!(!all.contains('\u{2060}'), "copied out, a word is itself");
    }
}

/// What is read first, in bold, ends its lines where phrases end.
#[test]
fn a_lead_is_broken_between_phrases() {
    let set = ja(&"高齢者に相談もなく保険証をなくさないで。".repeat(8));
    let ends = ["高齢者に", "相談もなく", "保険証を", "なくさないで。"];
    let own: Vec<&Line> = set
        .iter()
        .filter(|line| line.words.contains("保険証を"))
        .collect();
    assert!(own.len() > 3, "{set:#?}");
    for line in own {
        let words = line.words.trim();
        assert!(ends.iter().any(|end| words.ends_with(end)), "{words}");
    }
}
