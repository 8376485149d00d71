//! An Atom feed (RFC 4287) of the statements in one language, with their full text.

use std::io;

use super::html;
use super::xml::{Xml, document, element, empty, fragment, push_text, text_element};
use crate::base::{BaseUrl, Date, Lang};
use crate::model::text::plain;
use crate::site::{MachineFile, PageRef, Site, StatementId, StatementText, Version, address};

/// A statement that has a date.
type Dated = (StatementId, Date);

/// The feed, or `None` when no statement has a date: Atom requires one.
pub(super) fn feed(site: &Site, base: &BaseUrl, lang: Lang) -> Option<String> {
    let statements = site.statements.iter().enumerate();
    let dated: Vec<Dated> = statements
        .filter_map(|(at, statement)| Some((StatementId(at), statement.date?)))
        .collect();
    let latest = dated.iter().map(|(_, date)| *date).max()?;
    let own = address::machine(site, MachineFile::Feed(lang)).map(|path| base.join(&path))?;
    let attributes = [
        ("xmlns", "http://www.w3.org/2005/Atom"),
        ("xml:lang", lang.as_str()),
    ];
    document(|out| {
        element(out, "feed", &attributes, |out| {
            about(site, base, lang, &own, out)?;
            text_element(out, "updated", &moment(latest))?;
            author(site, lang, out)?;
            dated
                .iter()
                .try_for_each(|statement| entry(site, base, lang, *statement, out))
        })
    })
}

/// What the feed is called, and where it and its site are.
fn about(site: &Site, base: &BaseUrl, lang: Lang, own: &str, out: &mut Xml) -> io::Result<()> {
    let home = base.join(site.address(PageRef::Home, lang));
    let title = site.settings.title.get(lang).map_or("", String::as_str);
    text_element(out, "title", title)?;
    text_element(out, "id", &home)?;
    page_link(&home, out)?;
    let link = [
        ("rel", "self"),
        ("type", "application/atom+xml"),
        ("href", own),
    ];
    empty(out, "link", &link)
}

/// Who publishes the feed.
fn author(site: &Site, lang: Lang, out: &mut Xml) -> io::Result<()> {
    let settings = &site.settings;
    let publisher = settings.publisher.name.get(lang);
    let name = publisher.or_else(|| settings.title.get(lang));
    element(out, "author", &[], |out| {
        text_element(out, "name", name.map_or("", String::as_str))
    })
}

/// One statement.
fn entry(
    site: &Site,
    base: &BaseUrl,
    lang: Lang,
    (id, date): Dated,
    out: &mut Xml,
) -> io::Result<()> {
    let address = base.join(site.address(site.page_of(id), lang));
    let Version { text, lang, .. } = site.statement(id).texts.for_reader(lang);
    element(out, "entry", &[("xml:lang", lang.as_str())], |out| {
        title(site.speaker_of(id, lang), lang, &plain(&text.title), out)?;
        text_element(out, "id", &address)?;
        page_link(&address, out)?;
        text_element(out, "updated", &moment(date))?;
        words(text, out)
    })
}

/// Who made a statement, and its headline. A name in another language than the headline says so, in HTML,
/// since an element of the feed has one language.
fn title(name: Version<'_, String>, lang: Lang, headline: &str, out: &mut Xml) -> io::Result<()> {
    let after = format!(": {headline}");
    if name.lang == lang {
        return text_element(out, "title", &format!("{}{after}", name.text));
    }
    let html = fragment(|out| {
        let attributes = [("lang", name.lang.as_str())];
        element(out, "span", &attributes, |out| push_text(out, name.text))?;
        push_text(out, &after)
    })?;
    element(out, "title", &[("type", "html")], |out| {
        push_text(out, &html)
    })
}

/// What was said: the summary, and all of it.
fn words(text: &StatementText, out: &mut Xml) -> io::Result<()> {
    if let Some(summary) = &text.summary {
        text_element(out, "summary", &plain(summary))?;
    }
    let html = html::full(text)?;
    element(out, "content", &[("type", "html")], |out| {
        push_text(out, &html)
    })
}

fn page_link(address: &str, out: &mut Xml) -> io::Result<()> {
    let link = [
        ("rel", "alternate"),
        ("type", "text/html"),
        ("href", address),
    ];
    empty(out, "link", &link)
}

/// A day as Atom writes it: nobody knows the hour.
fn moment(date: Date) -> String {
    format!("{date}T00:00:00Z")
}
