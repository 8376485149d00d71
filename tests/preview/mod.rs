//! The live preview: what is made again after a change is what a fresh build makes.

mod served;

use std::fs;

use crate::support::{POINT, Site};
use chirashi::base::OutPath;
use chirashi::diagnostic::{Diagnostics, Located, Sources, UiLang, json};
use chirashi::project::{self, BuildOptions, Change, Project, Renderer};

fn options(site: &Site) -> BuildOptions {
    BuildOptions {
        content: site.path("content"),
        theme: None,
        base_url: None,
        drafts: false,
        leaflets: false,
        faces: true,
        cache: chirashi::cache::Cache::none(),
    }
}

fn told(diagnostics: &Diagnostics, sources: &Sources) -> Vec<String> {
    let all = diagnostics.sorted(sources);
    all.iter()
        .map(|problem| json::line(&Located::new(problem, sources, UiLang::En)))
        .collect()
}

/// Compares every file and every message with those of a fresh build.
fn compare(site: &Site, live: &Project, after: &str) {
    compare_after(site, live, after, None);
}

/// The same for a state that takes over what stayed as it was `before`; it comes back.
fn compare_after(
    site: &Site,
    live: &Project,
    after: &str,
    before: Option<&Renderer>,
) -> Option<Renderer> {
    let fresh = project::build(&options(site));
    assert_eq!(
        told(live.diagnostics(), live.sources()),
        told(&fresh.problems, &fresh.sources),
        "after {after}"
    );
    if fresh.problems.has_errors() {
        return None;
    }
    let edition = live.preview(before).expect("a good site");
    for (path, bytes) in fresh.files.iter().flatten() {
        if path.as_str().ends_with("404.html") {
            // Served from the root of a host, whatever address the site is given.
            continue;
        }
        if path.as_str().starts_with("assets/fonts") {
            // The preview gives whole faces: what pages show changes with every word typed.
            continue;
        }
        let found = edition
            .file(path)
            .unwrap_or_else(|| panic!("{path} after {after}"));
        let found = found.bytes.unwrap_or_default();
        assert!(
            with_whole_faces(path.as_str(), &found) == with_whole_faces(path.as_str(), bytes),
            "{path} differs after {after}"
        );
    }
    Some(edition)
}

/// A page that leads to the whole faces, as the preview serves them: a build leads each page to a sheet
/// of the characters that it shows.
fn with_whole_faces(path: &str, bytes: &[u8]) -> Vec<u8> {
    const SHEETS: &str = "assets/fonts/";
    let Some(html) = std::str::from_utf8(bytes)
        .ok()
        .filter(|_| path.ends_with(".html"))
    else {
        return bytes.to_vec();
    };
    let Some((before, rest)) = html.split_once(SHEETS) else {
        return bytes.to_vec();
    };
    let (_, after) = rest.split_once(".css").expect("the name of a sheet");
    format!("{before}assets/fonts.css{after}").into_bytes()
}

/// What is set on paper is served as a build makes it, and so is everything else, by the same
/// routes; what no build makes is not served.
#[test]
fn the_same_is_served_that_a_build_makes() {
    let site = Site::new().file(
        "leaflets/own.ja.md",
        "---\ntitle: 一枚\nformat: a4\nspeakers: [yamada]\ntopics: [privacy]\n---\n\n文です。\n",
    );
    let options = BuildOptions {
        leaflets: true,
        cache: chirashi::cache::Cache::open(site.path("cache")),
        ..options(&site)
    };
    let built = project::build(&options);
    assert!(!built.problems.has_errors());
    let files = built.files.unwrap();
    // What only looks for problems makes no typefaces.
    let checked = project::build(&BuildOptions {
        faces: false,
        ..options.clone()
    });
    let checked = checked.files.unwrap();
    assert!(
        files
            .keys()
            .any(|path| path.as_str().starts_with("assets/fonts/"))
    );
    assert!(
        !checked
            .keys()
            .any(|path| path.as_str().starts_with("assets/fonts/"))
    );
    let kinds = |ending: &str| {
        files
            .keys()
            .filter(|p| p.as_str().ends_with(ending))
            .count()
    };
    assert_eq!(kinds(".html"), built.made.pages);
    assert_eq!(kinds(".pdf"), built.made.pdfs);

    let mut live = Project::open_to_follow(&options);
    let preview = live.preview(None).unwrap();
    for (path, bytes) in &files {
        let name = path.as_str();
        // Pages tell of leaflets once they are set, fonts are whole.
        let is_known = name.ends_with(".html") || name.starts_with("assets/fonts");
        let found = preview.file(path);
        if name.ends_with(".woff2") || name.starts_with("assets/fonts/") && name.ends_with(".css") {
            assert!(found.is_none(), "{name}");
            continue;
        }
        let found = found.unwrap_or_else(|| panic!("{name} is not served"));
        assert!(is_known || found.bytes.as_ref() == Some(bytes), "{name}");
    }
    for nowhere in [
        "leaflets/own.ja-9-112.png",
        "leaflets/own.ja-",
        "leaflets/own.en.pdf",
        "cards/none.ja.png",
        "assets/none.js",
        "assets/fonts/none.ttf",
        "assets/search/ja/none.js",
        "assets/search/fr/root.js",
        "assets/pictures/none.webp",
        "en/sitemap.xml",
        "none.html",
    ] {
        let path = OutPath::parse(nowhere).unwrap();
        assert!(preview.file(&path).is_none(), "{nowhere}");
    }

    // A PDF bears its languages: an edit of them moves it.
    let [one, both] = ["leaflets/own.ja.pdf", "leaflets/own.ja-en.pdf"].map(OutPath::parse);
    let (one, both) = (one.unwrap(), both.unwrap());
    site.write(
        "content/leaflets/own.en.md",
        "---\ntitle: One sheet\n---\n\nText.\n".as_bytes(),
    );
    assert!(live.update(Change::Calmly(&|| false)));
    let preview = live.preview(Some(&preview)).unwrap();
    assert!(preview.file(&one).is_some() && preview.file(&both).is_none());
    site.edit(
        "leaflets/own.ja.md",
        "format: a4\n",
        "format: a4-duplex\nlanguages: [ja, en]\n",
    );
    assert!(live.update(Change::Calmly(&|| false)));
    assert!(!live.diagnostics().has_errors(), "{:?}", live.diagnostics());
    let preview = live.preview(Some(&preview)).unwrap();
    assert!(preview.file(&both).is_some() && preview.file(&one).is_none());
}

/// The statement that most edits change.
const YAMADA: &str = "speakers/yamada.ja.md";

/// What is edited, the file, and what is replaced by what.
const EDITS: [(&str, &str, &str, &str); 19] = [
    (
        "a paragraph",
        YAMADA,
        "番号で暮らしが見えて",
        "番号で生活が見えて",
    ),
    ("a title", YAMADA, "保険証をなくさないで", "保険証を残して"),
    (
        "a translation",
        "speakers/yamada.en.md",
        "Let me begin.",
        "Let us begin.",
    ),
    (
        "a section's topic",
        YAMADA,
        "{#counter topic=access}",
        "{#counter topic=privacy}",
    ),
    (
        "a section's name",
        "speakers/tanaka.ja.md",
        "{#voice}",
        "{#voices}",
    ),
    (
        "its twin's name",
        "speakers/tanaka.en.md",
        "{#voice}",
        "{#voices}",
    ),
    ("the order", YAMADA, "order: 1", "order: 3"),
    (
        "topics",
        "speakers/tanaka.ja.md",
        "topics: [privacy]",
        "topics: [access]",
    ),
    (
        "a topic's summary",
        "topics/privacy.ja.md",
        "番号で",
        "数字で",
    ),
    (
        "a term",
        "topics/privacy.ja.md",
        "name: 個人情報\n",
        "name: 個人情報\nterms: [暮らし]\n",
    ),
    ("a date", "events/rally.ja.md", "2022-11-17", "2022-11-18"),
    (
        "an event",
        "events/rally.en.md",
        "The hall",
        "The great hall",
    ),
    (
        "a page",
        "pages/about.ja.md",
        "集会の記録です。",
        "集会の記録です！",
    ),
    (
        "a draft",
        "speakers/tanaka.ja.md",
        "order: 2\n",
        "order: 2\ndraft: true\n",
    ),
    (
        "a draft no more",
        "speakers/tanaka.ja.md",
        "draft: true\n",
        "",
    ),
    (
        "an error",
        YAMADA,
        "topics: [privacy, access]",
        "topics: [privacy, acess]",
    ),
    ("its mending", YAMADA, "acess", "access"),
    (
        "front matter that cannot be read",
        YAMADA,
        "---\nname",
        "--\nname",
    ),
    ("its mending too", YAMADA, "--\nname", "---\nname"),
];

/// Every way in which a file is changed, one after the other, each compared with a fresh build.
#[test]
fn what_is_made_again_is_what_a_build_makes() {
    let site = Site::new();
    let mut live = Project::open_to_follow(&options(&site));
    compare(&site, &live, "opening");
    for (what, file, from, to) in EDITS {
        site.edit(file, from, to);
        let path = fs::canonicalize(site.path("content").join(file)).unwrap();
        assert!(live.update(Change::Paths(&[path])), "{what} was not seen");
        compare(&site, &live, what);
    }
}

#[test]
fn files_come_and_go() {
    let site = Site::new();
    let mut live = Project::open_to_follow(&options(&site));
    let content = fs::canonicalize(site.path("content")).unwrap();
    let at = |path: &str| content.join(path);
    assert!(
        !live.update(Change::Calmly(&|| false)),
        "nothing has changed"
    );
    site.edit("pages/about.ja.md", "\n---\n\n", "\n---\n\n急ぎの前に。");
    assert!(
        !live.update(Change::Calmly(&|| true)),
        "something else is urgent"
    );
    assert!(live.update(Change::Calmly(&|| false)), "nothing is lost");
    compare(&site, &live, "a calm look");

    fs::rename(at("speakers/tanaka.ja.md"), at("speakers/suzuki.ja.md")).unwrap();
    fs::rename(at("speakers/tanaka.en.md"), at("speakers/suzuki.en.md")).unwrap();
    let named = [
        "tanaka.ja.md",
        "suzuki.ja.md",
        "tanaka.en.md",
        "suzuki.en.md",
    ];
    let paths = named.map(|name| at("speakers").join(name));
    assert!(live.update(Change::Paths(&paths)));
    compare(&site, &live, "renaming");
    let page = OutPath::parse("speakers/tanaka.html").unwrap();
    assert!(live.preview(None).unwrap().file(&page).is_none());

    site.write(
        "content/pages/new.ja.md",
        "---\ntitle: 新しい\n---\n\n文。\n".as_bytes(),
    );
    assert!(live.update(Change::Paths(&[at("pages/new.ja.md")])));
    compare(&site, &live, "a new file");

    fs::remove_file(at("pages/new.ja.md")).unwrap();
    assert!(live.update(Change::Calmly(&|| false)), "a file is gone");
    compare(&site, &live, "a file removed");

    // As editors save: another file takes the name.
    let text = site
        .read("content/pages/about.ja.md")
        .replace("記録", "報告");
    fs::write(at("pages/.about.ja.md.swp"), text).unwrap();
    fs::rename(at("pages/.about.ja.md.swp"), at("pages/about.ja.md")).unwrap();
    let paths = [at("pages/.about.ja.md.swp"), at("pages/about.ja.md")];
    assert!(live.update(Change::Paths(&paths)));
    compare(&site, &live, "saving by renaming");

    let away = site.path("away");
    fs::rename(at(""), &away).unwrap();
    assert!(live.update(Change::Calmly(&|| false)), "the folder is gone");
    assert!(live.diagnostics().has_errors() && live.preview(None).is_none());
    fs::rename(&away, at("")).unwrap();
    assert!(live.update(Change::Calmly(&|| false)), "the folder is back");
    compare(&site, &live, "the folder's return");
}

/// Pictures are drawn again when they, or which of them are shown, have changed.
#[test]
fn pictures_are_followed() {
    let text = "---\ntitle: このサイトについて\n---\n\n![点](../images/point.gif)\n";
    let site = Site::new()
        .bytes("images/point.gif", POINT)
        .file("pages/about.ja.md", text);
    let mut live = Project::open_to_follow(&options(&site));
    let first = compare_after(&site, &live, "opening", None);
    site.edit("pages/about.ja.md", "---\n\n!", "---\n\n点です。\n\n!");
    assert!(live.update(Change::Calmly(&|| false)));
    let second = compare_after(&site, &live, "an edit beside it", first.as_ref());
    let mut other = POINT.to_vec();
    other[13] ^= 0xff;
    site.write("content/images/point.gif", &other);
    assert!(live.update(Change::Calmly(&|| false)));
    let third = compare_after(&site, &live, "another picture", second.as_ref());
    site.write("content/images/more.gif", POINT);
    site.edit("pages/about.ja.md", "point.gif", "more.gif");
    assert!(live.update(Change::Calmly(&|| false)));
    compare_after(&site, &live, "one more", third.as_ref());

    // What was opened to be built once follows all the same.
    let mut once = Project::open(&options(&site));
    site.edit("pages/about.ja.md", "more.gif", "point.gif");
    assert!(once.update(Change::Calmly(&|| false)));
    compare(&site, &once, "following later");
}

#[test]
fn settings_and_theme_are_followed() {
    let site = Site::new();
    let mut live = Project::open_to_follow(&options(&site));
    site.edit("site.yaml", "event: rally", "event: rally\ntheme: own");
    site.write("themes/own/css/own.css", b".own { color: red; }\n");
    assert!(live.update(Change::Calmly(&|| false)));
    compare(&site, &live, "a theme");
    site.write("themes/own/css/own.css", b".own { color: green; }\n");
    assert!(live.update(Change::Calmly(&|| false)));
    compare(&site, &live, "an edit of the theme");
    site.edit("site.yaml", "languages: [ja, en]", "languages: [en, ja]");
    assert!(live.update(Change::Calmly(&|| false)));
    compare(&site, &live, "other languages");
}

#[test]
fn sources_and_the_glossary_are_followed() {
    let site = Site::new().file("sources/report.txt", "◆田中太郎氏\n署名は三百筆。\n");
    let mut live = Project::open_to_follow(&options(&site));
    let mut codes = |edit: &dyn Fn(), after: &str| {
        edit();
        assert!(live.update(Change::Calmly(&|| false)), "{after}");
        compare(&site, &live, after);
        let problems = live.diagnostics().as_slice().iter();
        problems.map(|p| p.code().to_owned()).collect::<Vec<_>>()
    };
    let tanaka = "speakers/tanaka.ja.md";
    let named = || site.edit(tanaka, "order: 2", "order: 2\nsource: {file: report.txt}");
    assert_eq!(codes(&named, "a source"), ["source/left-out"]);
    let said = || {
        site.edit(
            tanaka,
            "声を聞いてください。\n",
            "声を聞いてください。署名は300筆だ。\n",
        );
    };
    // The translation leaves it out still.
    assert_eq!(codes(&said, "its figure"), ["source/left-out"]);
    let edited = || site.edit("sources/report.txt", "三百", "四百");
    assert_eq!(
        codes(&edited, "an edit of the source"),
        ["source/untold", "source/left-out"]
    );
    let gone = || fs::remove_file(site.path("content/sources/report.txt")).unwrap();
    assert_eq!(codes(&gone, "the loss of the source"), ["source/missing"]);
    let unnamed = || site.edit(tanaka, "source: {file: report.txt}\n", "");
    assert_eq!(codes(&unnamed, "no source"), [""; 0]);
    let glossary = || {
        site.edit(
            "site.yaml",
            "event: rally",
            "event: rally\nglossary: {声: opinion}",
        );
    };
    assert!(
        codes(&glossary, "a glossary")
            .iter()
            .all(|code| code == "translation/glossary")
    );
    let worded = || {
        site.edit(
            "speakers/tanaka.en.md",
            "title: Hear our voice",
            "title: Hear our opinion",
        );
    };
    codes(&worded, "a word of the glossary");
}

/// A build over its own output renders nothing; whatever has become different is noticed.
#[test]
fn a_build_of_nothing_new_touches_nothing() {
    let site = Site::new();
    let cache = site.path("cache").to_string_lossy().into_owned();
    let build = |more: &[&str]| {
        let variables = [("CHIRASHI_LANG", "en"), ("CHIRASHI_CACHE", cache.as_str())];
        let run = site.run_with(&variables, &[&["build", "--no-leaflets"], more].concat());
        assert_eq!(run.status, 0, "{}{}", run.stderr, run.stdout);
        run
    };
    let all = build(&[]).stdout;
    let made = |said: &str| said.split(" (").next().map(str::to_owned);
    let again = build(&[]).stdout;
    assert!(again.contains("(0 files written,"), "{again}");
    assert_eq!(made(&all), made(&again));

    // A file that says of itself that it is as it was is not looked into: nothing is rendered.
    let home = site.path("public/index.html");
    let good = fs::read(&home).unwrap();
    let time = fs::metadata(&home).unwrap().modified().unwrap();
    let mut other = good.clone();
    other[0] = b'?';
    fs::write(&home, &other).unwrap();
    let file = fs::File::options().write(true).open(&home).unwrap();
    file.set_modified(time).unwrap();
    build(&[]);
    assert_eq!(fs::read(&home).unwrap(), other);

    // Damaged, then removed.
    other[0] = b'!';
    fs::write(&home, &other).unwrap();
    assert!(build(&[]).stdout.contains("(1 files written,"));
    assert_eq!(fs::read(&home).unwrap(), good);
    fs::remove_file(&home).unwrap();
    assert!(build(&[]).stdout.contains("(1 files written,"));
    assert_eq!(fs::read(&home).unwrap(), good);

    // Other inputs: content, theme, options.
    site.edit("pages/about.ja.md", "集会の記録です。", "集会の報告です。");
    build(&[]);
    assert!(site.out("about.html").contains("集会の報告です。"));
    site.write("own/css/own.css", b".own { color: red; }\n");
    build(&["--theme", "own"]);
    assert!(site.out("assets/site.css").contains(".own"));
    site.write("own/css/own.css", b".own { color: blue; }\n");
    build(&["--theme", "own"]);
    assert!(site.out("assets/site.css").contains("blue"));
    build(&["--base-url", "https://example.org/other/"]);
    assert!(
        site.out("index.html")
            .contains("https://example.org/other/")
    );

    // Warnings are told every time.
    site.edit("site.yaml", "base_url: https://shukai.test/rally/\n", "");
    let first = build(&[]).stderr;
    assert!(first.contains("site/no-base-url"), "{first}");
    assert_eq!(build(&[]).stderr, first);
}

/// What only making the leaflets can tell is told again by a build that makes none.
#[test]
fn a_build_of_nothing_new_tells_what_there_was_to_tell() {
    let site = Site::new();
    let cache = site.path("cache").to_string_lossy().into_owned();
    let build = || {
        let variables = [("CHIRASHI_LANG", "ja"), ("CHIRASHI_CACHE", cache.as_str())];
        let run = site.run_with(&variables, &["build"]);
        assert_eq!(run.status, 0, "{}{}", run.stderr, run.stdout);
        run
    };
    let first = build();
    assert!(
        first.stderr.contains("leaflet/half-empty"),
        "{}",
        first.stderr
    );
    // Whether anything is made: a page that says of itself that it is as it was is not looked into.
    let home = site.path("public/index.html");
    let time = fs::metadata(&home).unwrap().modified().unwrap();
    let mut other = fs::read(&home).unwrap();
    other[0] = b'?';
    fs::write(&home, &other).unwrap();
    let file = fs::File::options().write(true).open(&home).unwrap();
    file.set_modified(time).unwrap();
    let again = build();
    assert_eq!(fs::read(&home).unwrap(), other, "something was made");
    assert_eq!(again.stderr, first.stderr);
    let made = |said: &str| said.split('（').next().map(str::to_owned);
    assert_eq!(made(&again.stdout), made(&first.stdout));
}
