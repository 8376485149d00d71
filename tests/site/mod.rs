//! What readers get: pages in two languages, passages by topic, links that lead somewhere.

mod addresses;
mod anchors;
mod data;
mod garbage;
mod languages;
mod leaflets;
mod links;
mod locales;
mod passages;
mod prose;
mod terms;
mod text;
mod themes;

use crate::support::html::Page;
use crate::support::{Site, YAMADA_EN, YAMADA_JA};

/// The minimal site with a paragraph added to the Japanese and to the English statement.
fn saying(ja: &str, en: &str) -> Site {
    Site::new()
        .file("speakers/yamada.ja.md", &format!("{YAMADA_JA}\n{ja}\n"))
        .file("speakers/yamada.en.md", &format!("{YAMADA_EN}\n{en}\n"))
}

/// The links that stand on some words, in order.
fn links_on(page: &Page, words: &str) -> Vec<String> {
    let on_them = page.all("a").filter(|tag| page.text_after(tag) == words);
    on_them.map(|tag| tag.get("href").to_owned()).collect()
}
