//! What stands in the braces behind a heading.

use pulldown_cmark::HeadingLevel;

use super::fault::ModelFault;
use crate::base::{Slug, Span, Spanned};
use crate::source::SourceFault;

/// A heading before its text has been read.
pub(super) struct HeadingStart {
    /// 2 to 6.
    pub(super) level: u8,
    /// The fragment, when one was given.
    pub(super) id: Option<String>,
    /// The topics named.
    pub(super) topics: Vec<Spanned<Slug>>,
    /// Whether it is marked `.strong`.
    pub(super) strong: bool,
    /// Where it stands.
    pub(super) span: Span,
}

/// Reads the marks of a heading: `{#id .strong topic=a,b}`.
pub(super) fn read(
    level: HeadingLevel,
    id: Option<String>,
    classes: Vec<String>,
    attrs: Vec<(String, Option<String>)>,
    span: Span,
    report: &mut impl FnMut(Span, ModelFault),
) -> HeadingStart {
    if level == HeadingLevel::H1 {
        report(span, ModelFault::TopLevelHeading);
    }
    let mut start = HeadingStart {
        level: (level as u8).max(2),
        id: None,
        topics: Vec::new(),
        strong: false,
        span,
    };
    if let Some(id) = id {
        let begins = id.starts_with(|c: char| c.is_ascii_lowercase());
        if begins && Slug::parse(&id).is_some() {
            start.id = Some(id);
        } else {
            report(span, ModelFault::BadId { id });
        }
    }
    for class in classes {
        match class.as_str() {
            "strong" => start.strong = true,
            _ => report(
                span,
                ModelFault::UnknownAttribute {
                    name: format!(".{class}"),
                },
            ),
        }
    }
    for (name, value) in attrs {
        match (name.as_str(), value) {
            ("topic", Some(value)) => {
                for topic in value
                    .trim_matches('"')
                    .split(',')
                    .map(str::trim)
                    .filter(|t| !t.is_empty())
                {
                    match Slug::parse(topic) {
                        Some(slug) => start.topics.push(Spanned::new(slug, span)),
                        None => report(
                            span,
                            ModelFault::Source(SourceFault::BadSlug {
                                value: topic.to_owned(),
                                right: None,
                            }),
                        ),
                    }
                }
            }
            _ => report(span, ModelFault::UnknownAttribute { name }),
        }
    }
    start
}
