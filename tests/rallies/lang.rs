//! What nobody translated says in which language it is: on pages and leaflets, in feeds, in the search
//! index, and in what machines are told.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use lopdf::Document;
use serde_json::Value;

use super::campaign;
use crate::support::{Tree, is_a};

/// The campaign of which much was never translated: a person, a statement, an event, a topic, and what
/// somebody was on one day.
static BUILT: LazyLock<Tree> = LazyLock::new(|| {
    let site = campaign()
        .without("speakers/sato.en.md")
        .without("statements/2025-03-08-shukai/yamada.en.md")
        .without("events/2025-03-08-shukai.en.md")
        .without("topics/bus.en.md");
    let run = site.run_in("en", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    site.tree("public")
});

fn file(path: &str) -> &'static str {
    let bytes = BUILT.get(path).unwrap_or_else(|| panic!("no {path}"));
    std::str::from_utf8(bytes).expect("text")
}

/// Whether a text has Japanese characters; full-width marks and numbers alone are none.
fn is_japanese(text: &str) -> bool {
    text.contains(|c| matches!(c, 'ぁ'..='ヺ' | '一'..='鿿'))
}

/// Whether a text has words in English; addresses and `PDF` belong to no language.
fn is_english(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_ascii_alphabetic());
    let is_word = |word: &str| word.len() > 2 && word != "PDF";
    let is_address = !text.starts_with(|c: char| c.is_ascii_uppercase()) && !text.contains(' ');
    !is_japanese(text) && !is_address && words.any(is_word)
}

/// The pieces of text of a page with the language that is told of each.
fn pieces(html: &str) -> Vec<(String, &str)> {
    const ALONE: [&str; 7] = ["meta", "link", "img", "br", "wbr", "input", "hr"];
    let (mut open, mut out) = (Vec::<(&str, String)>::new(), Vec::new());
    let body = &html[html.find("<html").expect("a page")..];
    for piece in body.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').expect("the end of a tag");
        let name = tag.trim_start_matches('/').split([' ', '\n', '/']).next();
        let name = name.unwrap_or_default();
        if tag.starts_with('/') {
            let at = open.iter().rposition(|(own, _)| *own == name);
            open.truncate(at.unwrap_or(open.len()));
        } else if !ALONE.contains(&name) && !tag.ends_with('/') {
            let around = open.last().map_or("", |(_, lang)| lang.as_str());
            let own = tag
                .split_once(" lang=\"")
                .and_then(|(_, rest)| rest.split_once('"'));
            let lang = own.map_or(around, |(lang, _)| lang).to_owned();
            open.push((name, lang));
        }
        if let Some((name, lang)) = open.last()
            && !["script", "style", "title"].contains(name)
        {
            out.push((lang.clone(), text));
        }
    }
    out
}

#[test]
fn every_piece_of_a_page_is_marked_with_its_language() {
    let pages = BUILT
        .keys()
        .filter(|path| path.starts_with("en/") && is_a("html", path));
    let (mut wrong, mut seen) = (BTreeSet::new(), 0);
    for path in pages {
        for (lang, text) in pieces(file(path)) {
            seen += usize::from(lang == "ja");
            // The seal of a person is a picture. What a language is called is a word of both. The rally
            // below a passage on paper is in the words of the leaflet, whatever its name is in.
            let exempt = text.chars().count() == 1
                || text.contains("日本語")
                || path.contains("leaflets/") && text.contains("春の集会");
            if !exempt && (lang == "en" && is_japanese(text) || lang == "ja" && is_english(text)) {
                wrong.insert(format!("{path}: {lang}: {text}"));
            }
        }
    }
    let wrong: Vec<String> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen > 100, "only {seen} pieces in Japanese");
}

/// Whether a PDF tells that parts of it are in Japanese.
fn tells_of_japanese(path: &str) -> bool {
    let mut pdf = Document::load_mem(&BUILT[path]).expect("a PDF");
    pdf.decompress();
    let mut streams = pdf
        .objects
        .values()
        .filter_map(|object| object.as_stream().ok());
    let told: &[u8] = b"/Lang(ja-JP)";
    streams.any(|stream| stream.content.windows(told.len()).any(|part| part == told))
}

#[test]
fn a_leaflet_says_in_which_language_its_parts_are() {
    for (leaflet, parts) in [
        // A post that nobody translated.
        (
            "en/leaflets/statement-2025-06-21-taikai-yamada.en.pdf",
            true,
        ),
        // A name that nobody translated.
        ("en/leaflets/statement-2025-06-21-taikai-sato.en.pdf", true),
        // A passage, with who said it.
        ("en/leaflets/topic-library.en.pdf", true),
        // All of it is in the language of the leaflet.
        ("leaflets/speaker-tanaka.ja.pdf", false),
    ] {
        let told = tells_of_japanese(leaflet);
        assert_eq!(told, parts, "{leaflet}");
    }
}

/// The texts of some JSON-LD with the language that is told of each.
fn texts(json: &Value, around: &str, out: &mut Vec<(String, String)>) {
    match json {
        Value::String(text) => out.push((around.to_owned(), text.clone())),
        Value::Array(all) => all.iter().for_each(|one| texts(one, around, out)),
        Value::Object(all) => {
            let own = all.get("@language").and_then(Value::as_str);
            for (key, value) in all {
                if key != "@language" {
                    texts(value, own.unwrap_or(around), out);
                }
            }
        }
        _ => {}
    }
}

#[test]
fn what_machines_are_told_names_the_language_of_each_text() {
    let mut seen = 0;
    for path in BUILT.keys().filter(|path| is_a("html", path)) {
        let html = file(path);
        let Some((_, rest)) = html.split_once("<script type=\"application/ld+json\">") else {
            continue;
        };
        let json = rest.split("</script>").next().unwrap_or_default();
        let json: Value = serde_json::from_str(json).expect("JSON");
        let around = json["@graph"][0]["inLanguage"]
            .as_str()
            .expect("a language");
        let mut all = Vec::new();
        texts(&json["@graph"], around, &mut all);
        for (lang, text) in all {
            seen += usize::from(lang != around);
            // On Japanese pages, too, everything is Japanese unless it says otherwise.
            assert!(
                lang == "ja" || !is_japanese(&text),
                "{path}: {lang}: {text}"
            );
        }
    }
    assert!(seen > 10, "only {seen} texts in another language");
    let page = file("en/statements/2025-06-21-taikai/yamada.html");
    let role = r#""jobTitle":{"@language":"ja","@value":"代表"}"#;
    assert!(page.contains(role), "{page}");
}

#[test]
fn a_feed_marks_a_name_in_another_language() {
    let feed = file("en/feed.xml");
    let title = "<title type=\"html\">&lt;span lang=\"ja\"&gt;佐藤月子&lt;/span&gt;: We come from far villages</title>";
    assert!(feed.contains(title), "{feed}");
    // Where name and headline are in one language, the entry says in which.
    assert!(
        feed.contains("<entry xml:lang=\"ja\">\n<title>山田花子: "),
        "{feed}"
    );
}

#[test]
fn the_search_shows_in_which_language_a_result_is() {
    let parts = BUILT
        .iter()
        .filter(|(path, _)| path.starts_with("assets/search/en/p"));
    let index: String = parts
        .map(|(_, bytes)| String::from_utf8_lossy(bytes))
        .collect();
    for told in [
        // An English headline by somebody whose name nobody wrote in English.
        r#"["ja","佐藤月子"#,
        // A Japanese headline with a name in English.
        r#"["en","YAMADA Hanako"#,
        r#"["ja","代表"]"#,
        // A Japanese event on its day, which is written as readers write it.
        r#"["en","8 March 2025"]"#,
    ] {
        assert!(index.contains(told), "{told}\n{index}");
    }
}
