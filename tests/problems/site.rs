//! Problems of the site as a whole.

use super::{shows, statement_with};
use crate::support::{SITE, Site};

#[test]
fn contrast() {
    let colours = "colors:\n  accent: \"#f6aa00\"\n";
    let site = Site::new().file("site.yaml", &format!("{SITE}{colours}"));
    shows("site/contrast", &site);
}

#[test]
fn address_taken() {
    shows(
        "site/address-taken",
        &statement_with("aliases: [speakers/tanaka.html]"),
    );
}

#[test]
fn term_taken() {
    let site = Site::new()
        .edited(
            "topics/access.ja.md",
            "---\n",
            "---\nterms: [保険証, 窓口]\n",
        )
        .edited(
            "topics/privacy.ja.md",
            "---\n",
            "---\nterms: [番号, 窓口]\n",
        );
    shows("site/term-taken", &site);
}

#[test]
fn uncited_topic() {
    shows(
        "site/uncited-topic",
        &Site::new().file(
            "topics/costs.ja.md",
            "---\nname: 費用\nsummary: 税金の使い道。\n---\n",
        ),
    );
}

#[test]
fn no_base_url() {
    shows(
        "site/no-base-url",
        &Site::new().edited("site.yaml", "base_url: https://shukai.test/rally/\n", ""),
    );
}

#[test]
fn said_twice() {
    let statement = "---\ntitle: もう一度\nsummary: 要旨。\n---\n\n本文。\n";
    let site = Site::new().file("statements/rally/yamada.ja.md", statement);
    shows("site/said-twice", &site);
}
