//! What is right stays as it is, what is mended keeps every word, and nothing that could be meant in
//! two ways is told as certain.

use crate::support::{Site, YAMADA_JA};

#[test]
fn a_number_in_a_name_is_its_own_or_a_copys() {
    let site = Site::new().file("speakers/mihon_2022.ja.md", YAMADA_JA);
    let site = site.file("speakers/rei_1.ja.md", YAMADA_JA);
    let said = site.run(&["check", "--no-leaflets"]).stderr;
    for right in ["mihon-2022.ja.md", "rei-1.ja.md"] {
        assert!(said.contains(&format!("`{right}`")), "{said}");
    }
    site.run(&["check", "--no-leaflets", "--fix"]);
    for name in ["mihon-2022.ja.md", "rei-1.ja.md"] {
        assert!(site.has(&format!("content/speakers/{name}")), "{name}");
    }
    // Beside the file that it is a copy of, it is told as one, and stays where it is.
    let site = Site::new().file("speakers/yamada_1.ja.md", YAMADA_JA);
    assert_eq!(site.codes(), ["file/copy"]);
    let before = site.tree("content");
    site.run(&["check", "--no-leaflets", "--fix"]);
    assert_eq!(site.tree("content"), before);
}
