//! An Atom feed (RFC 4287) of the statements in one language, with their full text.

use std::fmt::Write;

use super::beside_home;
use super::xml::escaped;
use crate::base::{BaseUrl, Lang, OutPath};
use crate::model::text::{Block, Inline, plain, plain_blocks};
use crate::site::{PageRef, Site, StatementId, StatementText, Target};

/// The feed, or `None` when no statement has a date: Atom requires one.
pub(super) fn feed(site: &Site, base: &BaseUrl, lang: Lang) -> Option<String> {
    let dated: Vec<_> = site
        .statements
        .iter()
        .enumerate()
        .filter_map(|(at, speaker)| Some((StatementId(at), speaker, speaker.date?)))
        .collect();
    let latest = dated.iter().map(|(_, _, date)| *date).max()?;
    let home = base.join(site.address(PageRef::Home, lang));
    let own = OutPath::parse(&beside_home(site, lang, "feed.xml")).map(|path| base.join(&path))?;
    let text = |text: Option<&String>| escaped(text.map_or("", String::as_str));
    let author = text(
        site.settings
            .publisher
            .name
            .get(lang)
            .or_else(|| site.settings.title.get(lang)),
    );
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{lang}\">\n<title>{}</title>\n<id>{home}</id>\n<link rel=\"alternate\" type=\"text/html\" href=\"{home}\"/>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n<updated>{latest}T00:00:00Z</updated>\n<author><name>{author}</name></author>\n",
        text(site.settings.title.get(lang)),
    );
    for (id, speaker, date) in dated {
        let version = speaker.texts.for_reader(lang);
        let address = escaped(&base.join(site.address(site.page_of(id), lang)));
        let text = version.text;
        let _ = write!(
            xml,
            "<entry xml:lang=\"{}\">\n<title>{}: {}</title>\n<id>{address}</id>\n<link rel=\"alternate\" type=\"text/html\" href=\"{address}\"/>\n<updated>{date}T00:00:00Z</updated>\n",
            version.lang,
            escaped(&text.name),
            escaped(&plain(&text.title)),
        );
        if let Some(summary) = &text.summary {
            let _ = writeln!(xml, "<summary>{}</summary>", escaped(&plain(summary)));
        }
        let _ = write!(
            xml,
            "<content type=\"html\">{}</content>\n</entry>\n",
            escaped(&content(text))
        );
    }
    xml.push_str("</feed>\n");
    Some(xml)
}

/// A statement's full text as plain HTML: headings, paragraphs and lists, without links.
fn content(text: &StatementText) -> String {
    let mut html = String::new();
    blocks(&text.body.intro, &mut html);
    for section in &text.body.sections {
        let _ = write!(html, "<h2>{}</h2>", inlines(&section.heading));
        blocks(&section.blocks, &mut html);
    }
    html
}

fn blocks(all: &[Block<Target>], html: &mut String) {
    for block in all {
        match block {
            Block::Paragraph(content) => {
                let _ = write!(html, "<p>{}</p>", inlines(content));
            }
            Block::Heading { content, .. } => {
                let _ = write!(html, "<h3>{}</h3>", inlines(content));
            }
            Block::List { start, items } => {
                let tag = if start.is_some() { "ol" } else { "ul" };
                let _ = write!(html, "<{tag}>");
                for item in items {
                    html.push_str("<li>");
                    blocks(item, html);
                    html.push_str("</li>");
                }
                let _ = write!(html, "</{tag}>");
            }
            Block::Quote(inner) => {
                html.push_str("<blockquote>");
                blocks(inner, html);
                html.push_str("</blockquote>");
            }
            Block::Code { .. } | Block::Table { .. } => {
                let _ = write!(
                    html,
                    "<pre>{}</pre>",
                    escaped(&plain_blocks(std::slice::from_ref(block)))
                );
            }
            Block::Rule => html.push_str("<hr>"),
        }
    }
}

fn inlines(all: &[Inline<Target>]) -> String {
    let mut html = String::new();
    for inline in all {
        match inline {
            Inline::Ruby { base, reading } => {
                let (base, reading) = (escaped(base), escaped(reading));
                let _ = write!(
                    html,
                    "<ruby>{base}<rp>(</rp><rt>{reading}</rt><rp>)</rp></ruby>"
                );
            }
            Inline::Strong(content) => {
                let _ = write!(html, "<strong>{}</strong>", inlines(content));
            }
            Inline::Emphasis(content) => {
                let _ = write!(html, "<em>{}</em>", inlines(content));
            }
            Inline::Link { content, .. } | Inline::Strike(content) => {
                html.push_str(&inlines(content));
            }
            Inline::Break => html.push_str("<br>"),
            Inline::Text(text) | Inline::Code(text) | Inline::Image { alt: text, .. } => {
                html.push_str(&escaped(text));
            }
        }
    }
    html
}
