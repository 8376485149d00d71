//! The fragments of headings that have no mark: nothing but a heading's own words changes its own.

use crate::support::Site;

/// The fragments of a statement's page that headings without marks have, in order.
fn anchors(site: &Site, path: &str) -> Vec<String> {
    let page = site.page(path);
    let ids = page.ids().into_iter();
    ids.filter(|id| id.starts_with("h-") && !id.contains('.'))
        .map(str::to_owned)
        .collect()
}

fn statement(body: &str) -> Site {
    let site = Site::new().without("speakers/yamada.en.md").file(
        "speakers/yamada.ja.md",
        &format!("---\nname: 山田花子\ntitle: 保険証をなくさないで\ntopics: [privacy, access]\nsummary: 要旨です。\ndate: 2022-11-17\n---\n\n{body}"),
    );
    let run = site.run(&["build", "--no-leaflets"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    site
}

const BODY: &str = "はじめに。\n\n## 窓口で\n\n一つ目。\n\n### くわしく\n\n二つ目。\n\n## 家で\n\n三つ目。\n\n### くわしく\n\n四つ目。\n";

#[test]
fn other_text_changes_no_fragment() {
    let before = anchors(&statement(BODY), "speakers/yamada.html");
    assert_eq!(before.len(), 4, "{before:?}");
    let changed = [
        // Text above and below.
        BODY.replace(
            "はじめに。",
            "はじめに。\n\nもっと長い前置きを、ここに書き足しました。",
        ),
        BODY.replace("四つ目。", "四つ目。\n\n五つ目。"),
        // A section more, above.
        BODY.replace("## 窓口で", "## 役場で\n\nもう一つ。\n\n## 窓口で"),
        // A mark elsewhere, on a heading of the same words even.
        BODY.replace("## 窓口で", "## 窓口で {#counter}"),
        BODY.replacen("### くわしく", "### くわしく {#more}", 1),
    ];
    for body in changed {
        let now = anchors(&statement(&body), "speakers/yamada.html");
        let kept: Vec<_> = before.iter().filter(|id| now.contains(id)).collect();
        let marked = body.matches("{#").count();
        assert_eq!(
            kept.len(),
            before.len() - marked,
            "{before:?}, {now:?} of {body}"
        );
    }
}

/// A translation has the fragments of the original, whatever its own words are.
#[test]
fn a_translation_has_the_fragments_of_the_original() {
    let head = |name: &str, title: &str| format!("---\nname: {name}\ntitle: {title}\n");
    let ja = format!(
        "{}topics: [privacy]\ndate: 2022-11-17\n---\n\n{BODY}",
        head("山田花子", "見本")
    );
    let en = format!(
        "{}translation: {{status: draft}}\n---\n\nFirst.\n\n## At the counter\n\nOne.\n\n### More\n\nTwo.\n\n## At home\n\nThree.\n\n### More\n\nFour.\n",
        head("Hanako Yamada", "Sample")
    );
    let site = Site::new()
        .file("speakers/yamada.ja.md", &ja)
        .file("speakers/yamada.en.md", &en);
    let run = site.run(&["build", "--no-leaflets"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(!run.stderr.contains("sections-differ"), "{}", run.stderr);
    let original = anchors(&site, "speakers/yamada.html");
    assert_eq!(original.len(), 4);
    assert_eq!(anchors(&site, "en/speakers/yamada.html"), original);
}

/// `check --fix` alone writes no marks; with `--marks` it writes those that headings have by themselves, in
/// all languages alike, and no address changes.
#[test]
fn marks_are_written_when_they_are_asked_for() {
    let ja = "---\ntitle: このサイトについて\n---\n\n## はじめに\n\n集会の記録です。\n\n## 問い合わせ\n\n宛先です。\n";
    let en = "---\ntitle: About this site\n---\n\n## To begin with\n\nA report.\n\n## Contact\n\nAn address.\n";
    let site = Site::new()
        .file("pages/about.ja.md", ja)
        .file("pages/about.en.md", en);
    site.build();
    let before = anchors(&site, "about.html");
    assert_eq!(before.len(), 2, "{before:?}");
    assert_eq!(anchors(&site, "en/about.html"), before);
    assert_eq!(site.run(&["check", "--no-leaflets", "--fix"]).status, 0);
    assert_eq!(site.read("content/pages/about.ja.md"), ja);
    let run = site.run_in("ja", &["check", "--no-leaflets", "--fix", "--marks"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stdout.contains("印を付けました"), "{}", run.stdout);
    let [first, second] = [&before[0], &before[1]];
    assert_eq!(
        site.read("content/pages/about.ja.md"),
        ja.replace("はじめに\n", &format!("はじめに {{#{first}}}\n"))
            .replace("問い合わせ\n", &format!("問い合わせ {{#{second}}}\n"))
    );
    let en = site.read("content/pages/about.en.md");
    assert!(en.contains(&format!("Contact {{#{second}}}\n")), "{en}");
    assert_eq!(site.read("content/pages/about.ja.md.bak"), ja);
    site.build();
    assert_eq!(anchors(&site, "about.html"), before);
    let again = site.run_in("en", &["check", "--no-leaflets", "--fix", "--marks"]);
    assert!(
        again.stdout.contains("no heading to mark"),
        "{}",
        again.stdout
    );
}
