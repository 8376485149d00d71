//! Fingerprints of an original, paragraph by paragraph, and what has changed since one was taken.

use super::entities::Origin;
use super::fault::SiteFault;
use super::joinable::Joinable;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::TranslationStatus;
use crate::model::text::{plain, plain_blocks};

/// A part of an original that a translator works through by itself: a text of the front
/// matter, a heading, a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Paragraph {
    /// Its text, without marks.
    pub text: String,
    /// The fragment of the section that it belongs to.
    pub section: Option<String>,
}

/// The paragraphs of an original, in the order in which they stand.
pub(super) fn paragraphs<D: Joinable>(original: &D) -> Vec<Paragraph> {
    let lang = original.head().lang;
    let body = original.body();
    let paragraph = |text: String, section: Option<&str>| Paragraph {
        text,
        section: section.map(str::to_owned),
    };
    let texts = original.texts().into_iter().flatten();
    let mut all: Vec<Paragraph> = texts
        .filter_map(|text| text.get(lang))
        .map(|text| paragraph(text.value.clone(), None))
        .collect();
    let block = |block| plain_blocks(std::slice::from_ref(block));
    all.extend(body.intro.iter().map(|b| paragraph(block(b), None)));
    for section in &body.sections {
        let id = Some(section.id.as_str());
        all.push(paragraph(plain(&section.heading), id));
        all.extend(section.blocks.iter().map(|b| paragraph(block(b), id)));
    }
    all
}

/// Four hexadecimal digits for each paragraph, joined by hyphens.
pub(super) fn fingerprint(paragraphs: &[Paragraph]) -> String {
    let marks: Vec<String> = paragraphs.iter().map(mark).collect();
    marks.join("-")
}

fn mark(paragraph: &Paragraph) -> String {
    blake3::hash(paragraph.text.as_bytes()).to_hex()[..4].to_owned()
}

/// What a fingerprint that was taken earlier says of the paragraphs there are now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Since {
    /// It cannot be read.
    Unreadable,
    /// Nothing has changed.
    Same,
    /// Paragraphs are new or changed (their places in the list), and some are gone; when neither
    /// is the case, they stand in another order.
    Changed { new: Vec<usize>, gone: usize },
}

pub(super) fn since(of: &str, paragraphs: &[Paragraph]) -> Since {
    let mut left: Vec<&str> = of.split('-').collect();
    let is_mark = |m: &&str| m.len() == 4 && m.bytes().all(|b| b.is_ascii_hexdigit());
    if !left.iter().all(is_mark) {
        return Since::Unreadable;
    }
    if of == fingerprint(paragraphs) {
        return Since::Same;
    }
    let mut new = Vec::new();
    for (place, paragraph) in paragraphs.iter().enumerate() {
        let mark = mark(paragraph);
        match left.iter().position(|m| *m == mark) {
            Some(at) => {
                left.remove(at);
            }
            None => new.push(place),
        }
    }
    let gone = left.len().saturating_sub(new.len());
    Since::Changed { new, gone }
}

/// How a translation came about whose text is told of elsewhere.
pub(super) fn unread<D: Joinable>(doc: &D) -> Origin {
    let translation = doc.translation().map(|translation| &translation.value);
    Origin::Translation {
        status: translation.map(|t| t.status).unwrap_or_default(),
        by: translation.and_then(|t| t.by.clone()),
        stale: false,
    }
}

/// How a translation came about; reports one whose original, which has these paragraphs, has
/// changed since.
pub(super) fn origin<D: Joinable>(
    doc: &D,
    paragraphs: &[Paragraph],
    diagnostics: &mut Diagnostics,
) -> Origin {
    let Some(translation) = doc.translation() else {
        return Origin::Translation {
            status: TranslationStatus::default(),
            by: None,
            stale: false,
        };
    };
    let mut stale = false;
    if let Some(of) = &translation.value.of {
        let loc = of.span.of(doc.head().file);
        let current = fingerprint(paragraphs);
        match since(&of.value, paragraphs) {
            Since::Same => {}
            Since::Unreadable => {
                diagnostics.report(Diagnostic::at(loc, SiteFault::BadFingerprint { current }));
            }
            Since::Changed { new, gone } => {
                stale = true;
                let changed = shown(&new, gone, paragraphs);
                diagnostics.report(Diagnostic::at(loc, SiteFault::Stale { changed, current }));
            }
        }
    }
    Origin::Translation {
        status: translation.value.status,
        by: translation.value.by.clone(),
        stale,
    }
}

/// The beginnings of the paragraphs that are new or changed, and how many are gone.
fn shown(new: &[usize], gone: usize, paragraphs: &[Paragraph]) -> Vec<String> {
    let start = |at: &usize| {
        let text: String = paragraphs.get(*at)?.text.chars().take(16).collect();
        Some(format!("+ {text}…"))
    };
    let mut out: Vec<String> = new.iter().filter_map(start).collect();
    if gone > 0 {
        out.push(format!("− {gone}"));
    }
    if out.is_empty() {
        out.push("↕".into());
    }
    out
}
