//! Links of office PDFs: what a reader can write to and call, and nothing that only looks like it.

use lopdf::{Document, Object};

use super::leaflet;
use crate::support::Site;

/// Where the links of a PDF lead, and whether each says what it is.
fn links(site: &Site, path: &str) -> Vec<String> {
    let pdf = Document::load(site.path(&format!("public/leaflets/{path}"))).unwrap();
    let mut found = Vec::new();
    for object in pdf.objects.values() {
        let Ok(dict) = object.as_dict() else { continue };
        if dict.get(b"Subtype").and_then(Object::as_name).ok() != Some(b"Link") {
            continue;
        }
        assert!(dict.has(b"Contents"), "a link without words: {dict:?}");
        let action = dict.get_deref(b"A", &pdf).and_then(Object::as_dict);
        let address = action.and_then(|action| action.get(b"URI")?.as_str());
        found.extend(address.map(|address| String::from_utf8_lossy(address).into_owned()));
    }
    found.sort();
    found.dedup();
    found
}

#[test]
fn mail_and_telephone_are_links_in_the_office_and_not_for_the_press() {
    let with = |email: &str, phone: &str| {
        let site = Site::new()
            .file(
                "site.yaml",
                &format!(
                    "title: {{ja: 見本, en: Sample}}\nlanguages: [ja, en]\nbase_url: https://shukai.test/\n\
                     publisher: {{name: 見本の会, email: \"{email}\", phone: \"{phone}\"}}\n"
                ),
            )
            .file("leaflets/x.ja.md", &leaflet("format: a4"))
            .file("leaflets/s.ja.md", &leaflet("format: signature-sheet"));
        let run = site.run_in("en", &["build"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        site
    };
    let site = with("info@example.org", "03-0000-0000");
    let home = "https://shukai.test/".to_owned();
    let both = ["mailto:info@example.org", "tel:0300000000"];
    let found = links(&site, "x.ja.pdf");
    assert!(
        found.contains(&both[0].to_owned()) && found.contains(&both[1].to_owned()),
        "{found:?}"
    );
    assert!(links(&site, "s.ja.pdf").contains(&both[1].to_owned()));
    assert!(
        found.iter().any(|link| link.starts_with(&home)),
        "{found:?}"
    );
    assert_eq!(links(&site, "x.ja.print.pdf"), [""; 0]);
    let noted = links(
        &with("info@example.org", "03-0000-0000（見本）"),
        "x.ja.pdf",
    );
    assert!(
        !noted.iter().any(|link| link.starts_with("tel:")),
        "{noted:?}"
    );
}
