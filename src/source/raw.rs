//! A content file cut into front matter and body, its meaning still unknown.

use std::sync::Arc;

use super::front_matter::split;
use super::yaml::{self, Entry};
use crate::base::{ContentPath, DocKind, FileId, Lang, Slug, Span};
use crate::diag::{Problem, Sink};

/// A page file.
#[derive(Debug)]
pub struct RawDoc {
    /// What it describes.
    pub kind: DocKind,
    /// Its name.
    pub slug: Slug,
    /// Its language.
    pub lang: Lang,
    /// Where it is.
    pub path: ContentPath,
    /// Its number in the run's sources.
    pub file: FileId,
    /// The whole text.
    pub text: Arc<str>,
    /// Where problems of the front matter as a whole point: its first line.
    pub opening: Span,
    /// The front matter; `None` when there is none that could be read at all.
    pub entries: Option<Vec<Entry>>,
    /// Whether part of the front matter could not be read, so that keys may be missing only for that.
    pub damaged: bool,
    /// Where the body is.
    pub body: Span,
}

impl RawDoc {
    pub(crate) fn read(
        kind: DocKind,
        slug: Slug,
        lang: Lang,
        path: ContentPath,
        file: FileId,
        text: Arc<str>,
        sink: &mut Sink,
    ) -> Self {
        let mut doc = Self {
            kind,
            slug,
            lang,
            path,
            file,
            opening: Span::new(0, 0),
            entries: None,
            damaged: true,
            body: Span::new(text.len(), text.len()),
            text,
        };
        match split(&doc.text) {
            Ok(halves) => {
                let yaml = &doc.text[halves.yaml.start..halves.yaml.end];
                let (entries, faults) = yaml::read(yaml, halves.yaml.start);
                doc.damaged = !faults.is_empty();
                doc.entries = Some(entries);
                (doc.opening, doc.body) = (halves.opening, halves.body);
                for (kind, span) in faults {
                    sink.report(Problem::at(span.of(file), kind));
                }
            }
            Err((kind, span)) => sink.report(Problem::at(span.of(file), kind)),
        }
        doc
    }

    /// The Markdown below the front matter.
    #[must_use]
    pub fn body_text(&self) -> &str {
        &self.text[self.body.start..self.body.end]
    }
}

/// `site.yaml`.
#[derive(Debug)]
pub struct RawSite {
    /// Its number in the run's sources.
    pub file: FileId,
    /// Its keys.
    pub entries: Vec<Entry>,
    /// Whether part of it could not be read.
    pub damaged: bool,
}

impl RawSite {
    pub(crate) fn read(file: FileId, text: &str, sink: &mut Sink) -> Self {
        let (entries, faults) = yaml::read(text, 0);
        let damaged = !faults.is_empty();
        for (kind, span) in faults {
            sink.report(Problem::at(span.of(file), kind));
        }
        Self {
            file,
            entries,
            damaged,
        }
    }
}
