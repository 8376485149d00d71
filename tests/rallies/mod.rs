//! A campaign of three rallies: one person spoke at all of them, one at two, one has no statement in
//! the person's own file. Its content stands in `content/` beside this file.
//!
//! What must never happen: words of one rally ascribed to another.

mod ascribed;
mod lang;
mod names;
mod paper;
mod told;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde_json::Value;

use crate::support::html::{Page, assert_whole};
use crate::support::{Site, Tree, tree};

/// The rallies, the newest first: slug, name in Japanese and in English, date in both.
const RALLIES: [(&str, [&str; 2], [&str; 2]); 3] = [
    (
        "2025-06-21-taikai",
        ["夏の大会", "The Summer Assembly"],
        ["2025年6月21日", "21 June 2025"],
    ),
    (
        "2025-03-08-shukai",
        ["春の集会", "The Spring Rally"],
        ["2025年3月8日", "8 March 2025"],
    ),
    (
        "2024-10-05-tsudoi",
        ["秋のつどい", "The Autumn Meeting"],
        ["2024年10月5日", "5 October 2024"],
    ),
];

/// Words that were said at one rally only, and at which.
const SAID: [(&str, usize); 29] = [
    ("窓口は町の入り口", 2),
    ("そこで町の人が出会う", 2),
    ("子どもが一人で来られる図書館", 2),
    ("減らされたバスの本数を戻す", 1),
    ("通院ができなくなる", 1),
    ("The library desk, he said", 2),
    ("There the town meets", 2),
    ("She asked to keep a library", 2),
    ("She asked for the old timetable", 1),
    ("Some cannot get to the doctor", 1),
    ("毎日三十人が本を返しに来る", 2),
    ("一人で来られる場所", 2),
    ("二十人の子どもが歩いて来る", 2),
    ("五時では間に合わない", 1),
    ("帰りのバスもない", 1),
    ("一日八本から三本", 1),
    ("一つの道として考える", 0),
    ("図書館に来る人の半分がバスで来る", 0),
    ("運転手が四人しかいない", 0),
    ("村から一時間", 0),
    ("The desk is the door", 2),
    ("twenty children come on foot", 2),
    ("Five is too early", 1),
    ("No bus home", 1),
    ("From eight to three", 1),
    ("Think of one road", 0),
    ("Half of the readers come by bus", 0),
    ("only four drivers", 0),
    ("An hour from the village", 0),
];

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rallies/content")
}

/// The campaign in a folder of its own.
pub(crate) fn campaign() -> Site {
    let site = Site::empty();
    for (path, bytes) in tree(&content()) {
        site.write(&format!("content/{path}"), &bytes);
    }
    site
}

/// The campaign, built once with its leaflets, one of them in large type.
static BUILT: LazyLock<Tree> = LazyLock::new(|| {
    let site = campaign()
        .file("leaflets/big.ja.md", include_str!("large/big.ja.md"))
        .file("leaflets/big.en.md", include_str!("large/big.en.md"));
    let run = site.run_in("en", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    site.tree("public")
});

fn file(path: &str) -> String {
    let bytes = BUILT.get(path).unwrap_or_else(|| panic!("no {path}"));
    String::from_utf8(bytes.clone()).expect("text")
}

/// What a piece of HTML says, without marks.
fn text(html: &str) -> String {
    let (mut out, mut inside) = (String::new(), false);
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            '\u{2060}' | '\u{200b}' => {}
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn main_of(path: &str) -> String {
    text(Page::read(&file(path)).main())
}

/// Asserts that texts stand in a page in this order.
fn in_order(page: &str, texts: &[&str]) {
    let said = main_of(page);
    let mut from = 0;
    for text in texts {
        let at = said[from..].find(text);
        let at = at.unwrap_or_else(|| panic!("{page}: no {text} after {}\n{said}", &said[..from]));
        from += at + text.len();
    }
}

#[test]
fn the_whole_site_holds_together() {
    assert_whole(&BUILT, "/rallies/");
    for path in [
        "events/index.html",
        "en/events/index.html",
        "statements/2025-03-08-shukai/yamada.html",
        "en/statements/2025-06-21-taikai/sato.html",
        "leaflets/event-2025-03-08-shukai.ja.pdf",
        "leaflets/statement-2025-06-21-taikai-suzuki.ja.print.pdf",
        "leaflets/speaker-yamada.ja.pdf",
        "cards/statement-2025-06-21-taikai-yamada.ja.png",
    ] {
        assert!(BUILT.contains_key(path), "{path}");
    }
    // A person without a statement in the own file has no leaflet of that name.
    assert!(!BUILT.keys().any(|path| path.contains("speaker-sato")));
}

#[test]
fn a_person_s_page_lists_everything_the_person_said_the_newest_first() {
    for page in [
        "speakers/yamada.html",
        "statements/2025-03-08-shukai/yamada.html",
        "statements/2025-06-21-taikai/yamada.html",
    ] {
        in_order(
            page,
            &[
                "山田花子さんの発言",
                "2025年6月21日",
                "夏の大会",
                "図書館とバスは一つの道でつながる",
                "2025年3月8日",
                "春の集会",
                "閉館の時刻を早めないでほしい",
                "2024年10月5日",
                "秋のつどい",
                "図書館の窓口に本を返しに来る人がいる",
            ],
        );
    }
    // The name leads from a further statement to the person.
    let further = file("statements/2025-06-21-taikai/yamada.html");
    assert!(further.contains("href=\"../../speakers/yamada.html\""));
    in_order(
        "statements/2025-06-21-taikai/yamada.html",
        &["代表", "夏の大会"],
    );
    // Who has no own statement is there all the same.
    in_order(
        "speakers/sato.html",
        &["佐藤月子", "村の会", "遠くの村からも通いたい"],
    );
    // Who spoke once needs no list.
    assert!(!main_of("speakers/tanaka.html").contains("田中三郎さんの発言"));
}

#[test]
fn an_event_has_its_statements_in_order_and_its_own_matrix() {
    in_order(
        "events/2025-06-21-taikai.html",
        &[
            "夏の大会",
            "鈴木太郎",
            "山田花子",
            "佐藤月子",
            "誰が、何を語ったか",
        ],
    );
    let spring = main_of("events/2025-03-08-shukai.html");
    assert!(
        !spring.contains("田中三郎") && !spring.contains("佐藤月子"),
        "{spring}"
    );
    let autumn = file("events/2024-10-05-tsudoi.html");
    // Nobody spoke of the bus there.
    assert!(
        !Page::read(&autumn)
            .main()
            .contains("<th scope=\"row\"><a href=\"../topics/bus.html\"")
    );
}

#[test]
fn lists_of_events_and_the_home_page_lead_on() {
    in_order("events/index.html", &["夏の大会", "春の集会", "秋のつどい"]);
    in_order(
        "index.html",
        &[
            "夏の大会",
            "3人の声",
            "ほかの集会",
            "春の集会",
            "秋のつどい",
        ],
    );
    let home = main_of("index.html");
    assert!(!home.contains("窓口は町の入り口"), "{home}");
    in_order("en/index.html", &["The Summer Assembly", "Other rallies"]);
}

#[test]
fn an_announced_rally_is_no_rally_so_far() {
    let announced =
        "---\nname: 秋の大会\ndate: 2025-10-04\nvenue: 市民ホール\n---\n\n秋の大会を開きます。\n";
    let site = campaign()
        .file("events/2025-10-04-taikai.ja.md", announced)
        .edited(
            "site.yaml",
            "event: 2025-06-21-taikai",
            "event: 2025-10-04-taikai",
        );
    let run = site.run_in("en", &["build", "--no-leaflets"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let home = site.out("index.html");
    let said = text(Page::read(&home).main());
    for words in [
        "秋の大会",
        "2025年10月4日",
        "市民ホール",
        "すべての発言者を見る",
    ] {
        assert!(said.contains(words), "no {words} in {said}");
    }
    assert!(
        !said.contains("人の声") && !said.contains("発言を読む"),
        "{said}"
    );
    assert!(!home.contains("#_voices"), "{home}");
    let list = text(Page::read(&site.out("events/index.html")).main());
    assert!(list.contains("これまでに開いた3つの集会"), "{list}");
    assert!(
        list.contains("秋の大会") && !list.contains("発言者0人"),
        "{list}"
    );
    let english = text(Page::read(&site.out("en/events/index.html")).main());
    assert!(english.contains("The 3 rallies so far"), "{english}");
}

#[test]
fn persons_are_counted_as_persons() {
    assert!(main_of("speakers/index.html").contains("4人です"));
    // Ms Yamada spoke on it three times, Mr Tanaka once.
    assert!(main_of("topics/library.html").contains("2人の発言"));
    assert!(main_of("topics/bus.html").contains("3人の発言"));
    in_order(
        "events/index.html",
        &["夏の大会", "発言者3人", "春の集会", "発言者2人"],
    );
}

#[test]
fn topics_show_passages_rally_by_rally_each_dated() {
    in_order(
        "topics/library.html",
        &[
            "夏の大会",
            "2025年6月21日",
            "一つの道として考える",
            "春の集会",
            "2025年3月8日",
            "五時では間に合わない",
            "秋のつどい",
            "2024年10月5日",
            "窓口は町の入り口",
            "一人で来られる場所",
        ],
    );
}

/// The elements of a page that show somebody's words with who said them.
fn pieces(page: &Page) -> Vec<(usize, String)> {
    let opens = page.tags.iter().filter(|tag| {
        let class = tag.get("class");
        tag.name == "a" && class == "person"
            || tag.name == "article" && class.starts_with("passage")
    });
    opens
        .map(|tag| {
            let end = format!("</{}>", tag.name);
            let rest = &page.source[tag.end..];
            let piece = rest.find(&end).map_or(rest, |end| &rest[..end]);
            (tag.end, text(piece))
        })
        .collect()
}

#[test]
fn no_page_ascribes_words_to_a_rally_where_they_were_not_said() {
    let mut seen = BTreeSet::new();
    for path in BUILT.keys().filter(|path| path.ends_with(".html")) {
        let html = file(path);
        let page = Page::read(&html);
        for (at, piece) in pieces(&page) {
            for (words, rally) in SAID.iter().filter(|(words, _)| piece.contains(words)) {
                seen.insert(*words);
                // The nearest rally that is named: in the piece itself, else above it on the page.
                let named = |text: &str| {
                    let all = RALLIES.iter().enumerate();
                    let found = all.flat_map(|(n, (_, names, dates))| {
                        names
                            .iter()
                            .chain(dates)
                            .filter_map(move |name| Some((text.rfind(name)?, n)))
                    });
                    found.max().map(|(_, n)| n)
                };
                let above = text(&html[..at]);
                let told = named(&piece).or_else(|| named(&above));
                assert_eq!(told, Some(*rally), "{path}: {words}");
            }
        }
        // A page that is about one rally names no other beside that rally's words.
        for (n, (slug, names, _)) in RALLIES.iter().enumerate() {
            if path.ends_with(&format!("events/{slug}.html")) {
                let main = text(page.main());
                for (words, rally) in SAID {
                    assert!(
                        rally == n || !main.contains(words),
                        "{path} ({names:?}): {words}"
                    );
                }
            }
        }
    }
    assert!(seen.len() > 12, "only {seen:?} were looked at");
}

/// The rallies that a text names, by name or by day.
fn named_in(said: &str) -> BTreeSet<usize> {
    let all = RALLIES.iter().enumerate();
    let names =
        all.flat_map(|(n, (_, names, dates))| names.iter().chain(dates).map(move |s| (n, s)));
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    let said = bare(said);
    names
        .filter(|(_, name)| said.contains(&bare(name)))
        .map(|(n, _)| n)
        .collect()
}

#[test]
fn no_pdf_ascribes_words_to_a_rally_where_they_were_not_said() {
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    let mut seen = BTreeSet::new();
    for (path, bytes) in BUILT.iter().filter(|(path, _)| path.ends_with(".pdf")) {
        let said = bare(&chirashi::preflight::words(bytes));
        let named = named_in(&said);
        let words: Vec<_> = SAID
            .iter()
            .filter(|(words, _)| said.contains(&bare(words)))
            .collect();
        seen.extend(words.iter().map(|(words, _)| *words));
        let rallies: BTreeSet<usize> = words.iter().map(|(_, rally)| *rally).collect();
        // Where words of several rallies stand together, all of them are named; words of one rally
        // never stand under the name of another alone.
        assert!(
            rallies.is_subset(&named),
            "{path} holds words of {rallies:?} and names {named:?}:\n{said}"
        );
        if path.contains("/statement-") || path.contains("/event-") || path.contains("/speaker-") {
            let of_same = ["の集会で語られたこと", "Saidattherallyof"];
            let kicker = of_same.iter().find_map(|words| said.find(words));
            assert!(kicker.is_some(), "{path}: {said}");
        }
        for claim in ["同じ集会の発言から", "Othersatthesamerally"] {
            if said.contains(claim) {
                assert!(rallies.len() <= 1, "{path} says {claim}");
            }
        }
    }
    assert!(seen.len() > 12, "only {seen:?} were looked at");
}

/// The day that a PDF says it is of.
fn created(pdf: &[u8]) -> String {
    let pdf = lopdf::Document::load_mem(pdf).unwrap();
    let info = pdf.trailer.get(b"Info").unwrap().as_reference().unwrap();
    let info = pdf.get_dictionary(info).unwrap();
    let date = info.get(b"CreationDate").unwrap().as_str().unwrap();
    String::from_utf8_lossy(&date[2..10]).into_owned()
}

#[test]
fn a_leaflet_of_several_rallies_bears_the_day_of_the_newest() {
    for (leaflet, day) in [
        // Its speakers begin with what was said in 2024.
        ("all.ja", "20250621"),
        ("topic-library.ja", "20250621"),
        ("event-2025-03-08-shukai.ja", "20250308"),
        // Voices of others below a statement do not make it younger.
        ("speaker-yamada.ja", "20241005"),
    ] {
        for kind in ["pdf", "print.pdf"] {
            let path = format!("leaflets/{leaflet}.{kind}");
            assert_eq!(created(&BUILT[&path]), day, "{path}");
        }
    }
}

#[test]
fn the_small_print_names_one_rally_or_several() {
    let bare = |path: &str| {
        let words = chirashi::preflight::words(&BUILT[path]);
        words.split_whitespace().collect::<String>()
    };
    let several = bare("en/leaflets/all.en.pdf");
    assert!(several.contains("Therallies:TheAutumnMeeting"), "{several}");
    let one = bare("en/leaflets/event-2025-03-08-shukai.en.pdf");
    assert!(one.contains("Therally:TheSpringRally"), "{one}");
}

#[test]
fn leaflets_and_pages_have_one_word_for_who_held_an_event() {
    let page = main_of("events/2025-06-21-taikai.html");
    assert!(page.contains("主催"), "{page}");
    let words = chirashi::preflight::words(&BUILT["leaflets/all.ja.pdf"]);
    assert!(words.contains("主催") && !words.contains("共催"), "{words}");
}

#[test]
fn statements_json_has_persons_and_events() {
    let json: Value = serde_json::from_str(&file("statements.json")).unwrap();
    assert_eq!(json["version"], 2);
    let of = |key: &str, list: &str| -> Vec<String> {
        let all = json[list].as_array().unwrap().iter();
        all.map(|one| one[key].as_str().unwrap_or_default().to_owned())
            .collect()
    };
    assert_eq!(
        of("slug", "persons"),
        ["yamada", "suzuki", "tanaka", "sato"]
    );
    assert_eq!(of("slug", "events"), RALLIES.map(|(slug, ..)| slug));
    let mut by_person: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (person, event) in of("person", "statements")
        .into_iter()
        .zip(of("event", "statements"))
    {
        by_person.entry(person).or_default().insert(event);
    }
    assert_eq!(by_person["yamada"].len(), 3);
    assert_eq!(by_person["suzuki"].len(), 2);
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/statements.schema.json");
    let schema: Value = serde_json::from_str(&fs::read_to_string(schema).unwrap()).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> = schema.iter_errors(&json).map(|e| e.to_string()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn feeds_sitemap_and_search_know_every_statement() {
    for (feed, lang) in [("feed.xml", ""), ("en/feed.xml", "en/")] {
        let feed = file(feed);
        for page in [
            "statements/2025-03-08-shukai/yamada.html",
            "speakers/yamada.html",
        ] {
            let id = format!("<id>https://shukai.test/rallies/{lang}{page}</id>");
            assert_eq!(feed.matches(&id).count(), 1, "{id}");
        }
    }
    let map = file("sitemap.xml");
    for page in [
        "events/index.html",
        "statements/2025-06-21-taikai/sato.html",
    ] {
        let address = page.trim_end_matches("index.html");
        let entry = format!("<loc>https://shukai.test/rallies/{address}</loc>");
        assert_eq!(map.matches(&entry).count(), 1, "{entry}");
    }
    let parts = BUILT
        .keys()
        .filter(|path| path.starts_with("assets/search/ja/p"));
    let index: String = parts.map(|path| file(path)).collect();
    for page in [
        "statements/2025-03-08-shukai/yamada.html",
        "speakers/sato.html",
    ] {
        assert!(index.contains(page), "{page}");
    }
    assert!(
        index.contains("2025年3月8日"),
        "the day tells statements of one person apart"
    );
}

#[test]
fn links_lead_to_further_statements() {
    let about = file("about.html");
    assert!(about.contains("href=\"statements/2025-03-08-shukai/yamada.html#return\""));
}

#[test]
fn a_statement_at_a_rally_or_by_a_person_that_is_not_there_is_told() {
    let site = campaign()
        .file(
            "statements/2025-03-08-shukai/nobody.ja.md",
            "---\ntitle: a\ntopics: [bus]\n---\n",
        )
        .file(
            "statements/2025-03-09-shukai/suzuki.ja.md",
            "---\ntitle: a\ntopics: [bus]\n---\n",
        )
        .file(
            "statements/suzuki.ja.md",
            "---\ntitle: a\ntopics: [bus]\n---\n",
        );
    let run = site.run_in("en", &["check", "--no-leaflets"]);
    assert_eq!(run.status, 1);
    for said in [
        "2025-03-08-shukai/nobody.ja.md",
        "has no file `speakers/nobody.ja.md`",
        "2025-03-09-shukai/suzuki.ja.md",
        "there is no file `events/2025-03-09-shukai.ja.md`",
        "statements/suzuki.ja.md",
        "stand in a folder for each event",
    ] {
        assert!(run.stderr.contains(said), "{said}\n{}", run.stderr);
    }
}

#[test]
fn half_a_statement_in_a_person_s_file_is_told_not_dropped() {
    let site = campaign().edited(
        "speakers/sato.ja.md",
        "order: 4\n",
        "order: 4\ntopics: [bus]\n",
    );
    let run = site.run_in("en", &["check", "--no-leaflets"]);
    assert!(
        run.stderr.contains("content/speakers/sato.ja.md"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("`title`"), "{}", run.stderr);
}

#[test]
fn a_statement_that_names_no_event_among_several_is_told() {
    let site = campaign().edited("speakers/tanaka.ja.md", "event: 2024-10-05-tsudoi\n", "");
    let run = site.run_in("en", &["check", "--no-leaflets"]);
    assert!(
        run.stderr.contains("[front-matter/which-event]"),
        "{}",
        run.stderr
    );
    let mended = campaign();
    let run = mended.run_in("en", &["check", "--no-leaflets"]);
    assert!(!run.stderr.contains("which-event"), "{}", run.stderr);
}

#[test]
fn drafts_and_translations_of_further_statements_are_as_others() {
    let site = campaign()
        .edited(
            "statements/2025-06-21-taikai/sato.ja.md",
            "order: 3\n",
            "order: 3\ndraft: true\n",
        )
        .without("statements/2025-06-21-taikai/suzuki.en.md")
        .edited(
            "statements/2025-03-08-shukai/yamada.en.md",
            "{status: reviewed}",
            "{status: draft, of: 0000-0000}",
        );
    let run = site.run_in("en", &["build", "--no-leaflets"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stderr.contains("translation/stale"), "{}", run.stderr);
    assert!(!site.has("public/statements/2025-06-21-taikai/sato.html"));
    // A person whose only statement is a draft says nothing yet.
    assert!(site.out("speakers/sato.html").contains("まだありません"));
    let fallback = site.out("en/statements/2025-06-21-taikai/suzuki.html");
    assert!(fallback.contains("運転手が足りない"));
    let listed = site.run_in("en", &["translations"]).stdout;
    let command = "chirashi new statement 2025-06-21-taikai suzuki --translate-from ja";
    assert!(listed.contains(command), "{listed}");
    let args = command.split(' ').skip(1).collect::<Vec<_>>();
    assert_eq!(site.run_in("en", &args).status, 0);
    let made = site.read("content/statements/2025-06-21-taikai/suzuki.en.md");
    assert!(made.contains("運転手が足りない"), "{made}");
}

/// The campaign where one statement is of no known rally, one has a day and a post of its own, and
/// one person has said nothing yet; with leaflets that cite nobody and that cite two people.
#[test]
fn what_was_said_at_no_known_rally_is_given_to_none() {
    let statement = "statements/2025-03-08-shukai/yamada.ja.md";
    let site = campaign()
        .edited("site.yaml", "event: 2025-06-21-taikai\n", "")
        .edited("speakers/tanaka.ja.md", "event: 2024-10-05-tsudoi\n", "")
        .edited(
            statement,
            "---\n",
            "---\ndate: 2025-03-09\naffiliation: 読書の会（見本）\n",
        )
        .edited(
            "statements/2025-06-21-taikai/sato.ja.md",
            "order: 3\n",
            "order: 3\ndraft: true\n",
        );
    site.write(
        "content/leaflets/news.ja.md",
        "---\ntitle: お知らせ\nformat: a4\n---\n\n会費を集めます。\n".as_bytes(),
    );
    site.write(
        "content/leaflets/two.ja.md",
        "---\ntitle: 二人\nformat: a4\nspeakers: [suzuki, tanaka]\n---\n\n紹介します。\n"
            .as_bytes(),
    );
    let run = site.run_in("en", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let tree = site.tree("public");
    let said = |pdf: &str| -> String {
        let words = chirashi::preflight::words(&tree[pdf]);
        words.split_whitespace().collect()
    };

    // Nothing on this sheet was said at a rally.
    let news = said("leaflets/news.ja.pdf");
    assert!(news.contains("会費を集めます"), "{news}");
    assert!(
        !news.contains("語られたこと") && !news.contains("集会："),
        "{news}"
    );

    // No line over the whole sheet dates what is of no known rally.
    let two = said("leaflets/two.ja.pdf");
    assert!(two.contains("子どもが一人で来られる図書館"), "{two}");
    assert!(!two.contains("語られたこと"), "{two}");
    assert!(
        two.contains("春の集会（2025年3月8日）") && two.contains("集会の記載なし"),
        "{two}"
    );

    // Nor does the heading of another rally on a topic's page.
    let topic = text(Page::read(&site.out("topics/library.html")).main());
    let stated = topic.find("集会の記載なし").expect("a heading of its own");
    assert!(
        topic
            .find("一人で来られる場所")
            .is_some_and(|at| at > stated),
        "{topic}"
    );

    // The small print of a sheet names all rallies of which words stand on it.
    let yamada = said("leaflets/statement-2025-03-08-shukai-yamada.ja.pdf");
    let (_, small) = yamada.rsplit_once("集会：").expect("small print");
    assert!(small.starts_with("春の集会"), "{small}");

    // The day and the post of that day, in both languages.
    assert!(
        yamada.contains("2025年3月9日の集会で語られたこと"),
        "{yamada}"
    );
    let page = site.out("statements/2025-03-08-shukai/yamada.html");
    assert!(page.contains("datetime=\"2025-03-09\""), "{page}");
    let page = site.out("en/statements/2025-03-08-shukai/yamada.html");
    assert!(page.contains("読書の会（見本）"), "{page}");

    // Who has said nothing yet is not among those who spoke.
    let list = text(Page::read(&site.out("speakers/index.html")).main());
    assert!(
        list.contains("3人です") && !list.contains("佐藤月子"),
        "{list}"
    );

    // Leaflets of one person are told apart.
    let list = text(Page::read(&site.out("leaflets/index.html")).main());
    assert!(list.contains("山田花子（2025年3月9日）"), "{list}");
    assert!(list.contains("山田花子（2024年10月5日）"), "{list}");
}

#[test]
fn new_makes_a_further_statement() {
    let site = campaign();
    let run = site.run_in("ja", &["new", "statement", "2025-03-08-shukai", "tanaka"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let made = site.read("content/statements/2025-03-08-shukai/tanaka.ja.md");
    assert!(
        made.contains("title: ") && !made.contains("\nname: "),
        "{made}"
    );
    assert!(site.has("content/statements/2025-03-08-shukai/tanaka.en.md"));
    // What is filled in later is all that is still to be told.
    let check = site.run_in("ja", &["check", "--no-leaflets"]);
    assert_eq!(check.status, 0, "{}", check.stderr);
    for (args, said) in [
        (
            &["new", "statement", "2025-03-08-shukai", "nobody"][..],
            "nobody",
        ),
        (
            &["new", "statement", "2025-03-09-shukai", "tanaka"],
            "2025-03-08-shukai",
        ),
        (&["new", "statement", "tanaka"], "2025-06-21-taikai"),
    ] {
        let run = site.run_in("ja", args);
        assert_ne!(run.status, 0, "{args:?}");
        assert!(run.stderr.contains(said), "{args:?}\n{}", run.stderr);
    }
}

#[test]
fn new_takes_the_place_after_the_last_statement_of_the_event() {
    let site = campaign();
    for (event, speaker, order) in [
        ("2025-06-21-taikai", "tanaka", 4),
        // Ms Suzuki's own file has her place there.
        ("2025-03-08-shukai", "sato", 3),
        ("2025-03-08-shukai", "tanaka", 4),
    ] {
        let run = site.run_in("en", &["new", "statement", event, speaker]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        let made = site.read(&format!("content/statements/{event}/{speaker}.ja.md"));
        assert!(made.contains(&format!("\norder: {order}\n")), "{made}");
    }
}

#[test]
fn a_new_person_s_event_is_not_guessed_among_several() {
    let leading = "event: 2025-06-21-taikai\n";
    let site = campaign().edited("site.yaml", leading, "");
    for (lang, said) in [
        ("ja", "site.yaml に「event: "),
        ("en", "into site.yaml, such as `event: "),
    ] {
        let run = site.run_in(lang, &["new", "speaker", "mihon"]);
        assert_ne!(run.status, 0);
        assert!(run.stderr.contains("[begin/which-event]"), "{}", run.stderr);
        assert!(run.stderr.contains(said), "{}", run.stderr);
        assert!(run.stderr.contains("new speaker mihon"), "{}", run.stderr);
    }
    assert!(!site.has("content/speakers/mihon.ja.md"));
    // The remedy, to the letter.
    let run = campaign().run_in("en", &["new", "speaker", "mihon"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
}

#[test]
fn an_import_keeps_the_venue_out_of_the_name() {
    let report = "2025年9月6日 秋の集会\n会場：市民会館\n\
                  ◆ 図書館友の会 会員 山田花子さん\n　九月の窓口の話をします。\n";
    let site = campaign().beside("report.txt", report);
    let run = site.run_in("ja", &["import", "report.txt", "--yes"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let event = site.read("content/events/2025-09-06-rally.ja.md");
    assert!(
        event.contains("\nname: \"2025年9月6日秋の集会\"\n"),
        "{event}"
    );
    assert!(event.contains("\nvenue: 市民会館\n"), "{event}");
}

#[test]
fn an_import_names_the_original_of_what_is_there() {
    let report = "2024年10月5日 秋のつどい\n\
                  ◆ 図書館友の会 会員 山田花子さん\n　窓口の話をします。\n";
    let site = campaign().beside("report.txt", report);
    let run = site.run_in("ja", &["import", "report.txt"]);
    assert!(
        run.stdout.contains("speakers/yamada.ja.md"),
        "{}",
        run.stdout
    );
    assert!(!run.stdout.contains("yamada.en.md"), "{}", run.stdout);
}

#[test]
fn an_import_writes_files_whole_or_not_at_all() {
    let report = "2025年9月6日 秋の集会\n\
                  ◆ 商店会 会長 新川一郎さん\n　はじめて話します。\n";
    // Something is in the way of the name that a file has before it is whole.
    let site = campaign()
        .beside("report.txt", report)
        .file("speakers/.speaker-01.ja.md.chirashi-new/x", "");
    let before = site.tree("content");
    let run = site.run_in("ja", &["import", "report.txt", "--yes"]);
    assert_ne!(run.status, 0, "{}", run.stdout);
    assert!(
        run.stderr.contains("何も書きませんでした"),
        "{}",
        run.stderr
    );
    assert_eq!(site.tree("content"), before);
}

#[test]
fn an_import_of_a_second_rally_recognises_who_is_there() {
    let site = campaign().beside(
        "report.txt",
        "2025年9月6日 秋の集会\n\
         ◆ 図書館友の会 会員 山田花子さん\n　九月の窓口の話をします。\n\
         ◆ 商店会 会長 新川一郎さん\n　はじめて話します。\n",
    );
    let run = site.run_in("ja", &["import", "report.txt", "--yes"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let written = site.tree("content");
    let further: Vec<&String> = written
        .keys()
        .filter(|path| path.starts_with("statements/") && path.ends_with("/yamada.ja.md"))
        .collect();
    assert_eq!(further.len(), 3, "{further:?}");
    assert!(
        written.contains_key("speakers/speaker-01.ja.md"),
        "{:?}",
        written.keys()
    );
    let drafts = site.run_in("ja", &["check", "--no-leaflets", "--drafts"]);
    assert!(
        !drafts.stderr.contains("unknown-reference"),
        "{}",
        drafts.stderr
    );
}

#[test]
fn an_own_statement_belongs_to_the_event_that_its_file_names() {
    // The translation of an own statement leaves the event out, and the site's is another one.
    let site = campaign()
        .edited(
            "site.yaml",
            "event: 2025-06-21-taikai",
            "event: 2025-09-06-aki",
        )
        .file(
            "events/2025-09-06-aki.ja.md",
            "---\nname: 秋の集会\ndate: 2025-09-06\n---\n",
        )
        .beside(
            "report.txt",
            "2025年9月6日 秋の集会\n◆ 図書館友の会 会員 山田花子さん\n　九月の窓口の話をします。\n",
        );
    let run = site.run_in("ja", &["import", "report.txt", "--yes"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let written = site.tree("content");
    assert!(
        written.contains_key("statements/2025-09-06-aki/yamada.ja.md"),
        "{}",
        run.stdout
    );
    assert!(!written.contains_key("speakers/speaker-01.ja.md"));
}

#[test]
fn with_one_event_nothing_names_a_rally_beside_every_voice() {
    let site = Site::new();
    site.build();
    assert!(!site.has("public/events/index.html"));
    for page in ["index.html", "topics/privacy.html", "speakers/yamada.html"] {
        assert!(!site.out(page).contains("person-rally"), "{page}");
    }
}
