//! Words without end, such as addresses: paper breaks them, and they stop no site.

use super::lines;
use crate::support::Site;

#[test]
fn a_word_without_end_is_broken_on_paper() {
    let address = format!("https://shukai.test/{}", "a".repeat(110));
    let word = "b".repeat(400);
    let leaflet = |title: &str| {
        format!(
            "---\ntitle: {title}\nformat: a4\n---\n\n## {address} の話\n\n資料は{address}にある。**{word}**\n"
        )
    };
    let site = Site::new()
        .edited(
            "speakers/yamada.ja.md",
            "summary: 番号で暮らしが見られ、窓口は混乱します。",
            &format!("summary: 資料は {address} にあると述べた。"),
        )
        .edited(
            "speakers/yamada.ja.md",
            "受付に",
            &format!("**{address}**受付に"),
        )
        .edited("speakers/tanaka.ja.md", "## ", &format!("## {address} "))
        .file("leaflets/long.ja.md", &leaflet("長い語"))
        .file(
            "leaflets/long.en.md",
            &leaflet("Long words")
                .replace("---\ntitle", "---\ntranslation: {status: draft}\ntitle"),
        );
    let run = site.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    for margin in ["paper-margin", "trim-margin", "other-text"] {
        assert!(!run.stderr.contains(margin), "{}", run.stderr);
    }
    // Copied out of the PDF, it is the address again.
    let lines = lines::read(&site.path("public/leaflets/long.ja.pdf"));
    let words: String = lines.iter().map(|line| line.words.trim()).collect();
    assert!(words.contains(&address), "{words}");
}
