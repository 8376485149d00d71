//! One cause that shows at many places is told as gravely as its gravest place.

use crate::support::Site;

#[test]
fn an_error_does_not_hide_behind_the_warning_of_a_draft() {
    let text = |slug: &str, draft: &str| {
        format!(
            "---\nname: {slug}\ntitle: 題\ntopics: [nowhere]\nsummary: 要旨。\n{draft}---\n\n## 見出し {{#a}}\n\n本文。\n"
        )
    };
    // The draft's file comes first.
    let site = Site::new()
        .file("speakers/aoki.ja.md", &text("青木", "draft: true\n"))
        .file("speakers/ueno.ja.md", &text("上野", ""));
    let run = site.run_in("en", &["build", "--no-leaflets"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stderr.contains("ueno.ja.md:4"), "{}", run.stderr);
    let also = "The same at 1 other place: content/speakers/aoki.ja.md (line 4)";
    assert!(run.stderr.contains(also), "{}", run.stderr);
    assert!(!site.has("public/index.html"));
}
