//! Short forms of organisations: in lists and among others; in full where the person alone is told of.

use crate::support::Site;

const LONG: &str = "全国見本団体連合会";
const SHORT: &str = "見連";

#[test]
fn lists_and_leaflets_of_several_people_tell_organisations_in_short() {
    let statement = format!(
        "---\nname: 見本\naffiliation: {LONG}\naffiliation_short: {SHORT}\nrole: 会長\ntitle: 見本の題\ntopics: [privacy]\n\
         summary: 見本の要旨です。\n---\n\n## 一 {{#a topic=privacy}}\n\n見本の本文です。\n"
    );
    let leaflet = "---\ntitle: 見本のチラシ\nformat: a4\nhook: 見本の呼びかけ\nspeakers: [mihon, yamada]\n---\n\n見本の前書きです。\n";
    let site = Site::new()
        .file("speakers/mihon.ja.md", &statement)
        .file("leaflets/chirashi.ja.md", leaflet);
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let words = |name: &str| {
        let lines = super::lines::read(&site.path(&format!("public/leaflets/{name}.ja.pdf")));
        lines.into_iter().map(|line| line.words).collect::<String>()
    };
    for (told, in_full) in [
        (words("chirashi"), false),
        (words("topic-privacy"), false),
        (words("speaker-mihon"), true),
        (site.page("speakers/index.html").main().to_owned(), false),
        (site.page("topics/privacy.html").main().to_owned(), false),
        (site.page("speakers/mihon.html").main().to_owned(), true),
    ] {
        let told: String = told.split_whitespace().collect();
        assert!(
            told.contains(LONG) == in_full && told.contains(SHORT) != in_full,
            "{told}"
        );
    }
}
