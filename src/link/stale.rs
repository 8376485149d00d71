//! Fingerprints of an original, paragraph by paragraph, and what has changed since one was taken.

use super::entities::Origin;
use super::join::Doc;
use crate::diag::{Kind, Problem, Sink};
use crate::model::TranslationStatus;
use crate::model::text::{WrittenBody, plain, plain_blocks};

/// The paragraphs of an original that a translator works through: each text of the front
/// matter, each heading, each block.
fn paragraphs(texts: Vec<String>, body: &WrittenBody) -> Vec<String> {
    let blocks = |blocks: &[_]| {
        blocks
            .iter()
            .map(|block| plain_blocks(std::slice::from_ref(block)))
            .collect::<Vec<_>>()
    };
    let mut all = texts;
    all.extend(blocks(&body.intro));
    for section in &body.sections {
        all.push(plain(&section.heading));
        all.extend(blocks(&section.blocks));
    }
    all
}

/// Four hexadecimal digits for each paragraph, joined by hyphens.
fn fingerprint(paragraphs: &[String]) -> String {
    paragraphs
        .iter()
        .map(|p| mark(p))
        .collect::<Vec<_>>()
        .join("-")
}

fn mark(paragraph: &str) -> String {
    blake3::hash(paragraph.as_bytes()).to_hex()[..4].to_owned()
}

/// How a translation came about; reports one whose original has changed since. `texts` are
/// the texts of the original's front matter, `body` is its body.
pub(super) fn origin<D: Doc>(
    doc: &D,
    texts: Vec<String>,
    body: &WrittenBody,
    sink: &mut Sink,
) -> Origin {
    let Some(translation) = doc.translation() else {
        return Origin::Translation {
            status: TranslationStatus::default(),
            by: None,
            stale: false,
        };
    };
    let paragraphs = paragraphs(texts, body);
    let current = fingerprint(&paragraphs);
    let mut stale = false;
    if let Some(of) = &translation.value.of {
        let marks: Vec<&str> = of.value.split('-').collect();
        let loc = of.span.of(doc.head().file);
        if marks
            .iter()
            .any(|m| m.len() != 4 || !m.bytes().all(|b| b.is_ascii_hexdigit()))
        {
            sink.report(Problem::at(loc, Kind::BadFingerprint { current }));
        } else if of.value != current {
            stale = true;
            let changed = changed(&paragraphs, &marks);
            sink.report(Problem::at(loc, Kind::Stale { changed, current }));
        }
    }
    Origin::Translation {
        status: translation.value.status,
        by: translation.value.by.clone(),
        stale,
    }
}

/// The beginnings of the paragraphs that are new or changed, and how many are gone.
fn changed(paragraphs: &[String], marks: &[&str]) -> Vec<String> {
    let mut left = marks.to_vec();
    let mut out = Vec::new();
    for paragraph in paragraphs {
        match left.iter().position(|m| *m == mark(paragraph)) {
            Some(at) => {
                left.remove(at);
            }
            None => {
                let start: String = paragraph.chars().take(16).collect();
                out.push(format!("+ {start}…"));
            }
        }
    }
    if left.len() > out.len() {
        out.push(format!("− {}", left.len() - out.len()));
    }
    if out.is_empty() {
        out.push("↕".into());
    }
    out
}
