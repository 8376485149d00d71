//! Mistakes in a campaign of several rallies.

use super::says;
use crate::rallies::campaign;
use crate::support::Site;

const DRAFT: (&str, &str) = ("---\n", "---\ndraft: true\n");

/// The campaign with an original made a draft.
fn draft(path: &str) -> Site {
    let site = campaign();
    let path = format!("content/{path}");
    let text = site.read(&path).replacen(DRAFT.0, DRAFT.1, 1);
    site.write(&path, text.as_bytes());
    site
}

/// Moves a file or folder of the content.
fn moved(site: &Site, from: &str, to: &str) {
    let at = |path: &str| site.path(&format!("content/{path}"));
    std::fs::rename(at(from), at(to)).unwrap();
}

fn without(site: &Site, name: &str) {
    for lang in ["ja", "en"] {
        std::fs::remove_file(site.path(&format!("content/{name}.{lang}.md"))).unwrap();
    }
}

/// A page with links, in the place of the campaign's own and of its leaflet.
fn linking(site: &Site, text: &str) {
    for lang in ["ja", "en"] {
        for name in ["pages/about", "leaflets/all"] {
            std::fs::remove_file(site.path(&format!("content/{name}.{lang}.md"))).unwrap();
        }
    }
    let page = format!("---\ntitle: このサイト\n---\n\n{text}\n");
    site.write("content/pages/about.ja.md", page.as_bytes());
}

#[test]
fn a_statement_of_a_draft_person() {
    let site = draft("speakers/suzuki.ja.md");
    linking(&site, "文");
    says("statement_of_draft_person", &site);
}

#[test]
fn a_statement_of_a_person_without_a_file() {
    let site = campaign();
    without(&site, "speakers/suzuki");
    linking(&site, "文");
    says("statement_of_missing_person", &site);
}

#[test]
fn statements_at_a_draft_event() {
    let site = draft("events/2025-03-08-shukai.ja.md");
    linking(&site, "[春](event:2025-03-08-shukai)");
    says("statement_at_draft_event", &site);
}

#[test]
fn links_to_drafts() {
    let site = draft("speakers/tanaka.ja.md");
    linking(
        &site,
        "[田中](speaker:tanaka)、[ファイル](../speakers/tanaka.ja.md)、[発言](statement:2024-10-05-tsudoi/tanaka)",
    );
    let leaflet = "---\ntitle: 声\nformat: a4\nspeakers: [yamada, tanaka]\npanels: [\"hook, speaker:tanaka\"]\n---\n";
    site.write("content/leaflets/voices.ja.md", leaflet.as_bytes());
    says("links_to_drafts", &site);
    let args = ["check", "--no-leaflets", "--drafts"];
    let run = site.run_in("ja", &args);
    assert!(!run.stderr.contains("下書き"), "{}", run.stderr);
}

#[test]
fn a_second_statement_at_the_event_of_the_own_one() {
    let site = campaign();
    linking(&site, "文");
    let folder = site.path("content/statements/2024-10-05-tsudoi");
    std::fs::create_dir_all(&folder).unwrap();
    let from = site.path("content/statements/2025-03-08-shukai/yamada.ja.md");
    std::fs::copy(from, folder.join("yamada.ja.md")).unwrap();
    says("said_twice", &site);
}

#[test]
fn a_folder_of_an_event_that_is_not_there() {
    let site = campaign();
    moved(
        &site,
        "statements/2025-06-21-taikai",
        "statements/2025-06-21-taika",
    );
    linking(&site, "[大会の山田](statement:2025-06-21-taika/yamada)");
    says("statements_in_wrong_folder", &site);
}

#[test]
fn an_empty_statement_with_a_translation() {
    let site = campaign();
    site.write("content/statements/2025-03-08-shukai/yamada.ja.md", b"");
    linking(&site, "[春の山田](statement:2025-03-08-shukai/yamada)");
    says("statement_empty", &site);
}

#[test]
fn folders_with_a_wrong_name() {
    let site = campaign();
    moved(&site, "statements", "Statements");
    moved(&site, "topics", "old-things");
    linking(&site, "文");
    let run = site.run_in("ja", &["check", "--no-leaflets"]);
    assert_eq!(
        run.stderr.matches("[file/misplaced]").count(),
        2,
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("「statements」にしてください"));
    assert!(run.stderr.contains("speakers・statements・topics"));
}
