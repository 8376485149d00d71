//! What stands in the braces behind a heading.

use pulldown_cmark::HeadingLevel;

use super::fault::ModelFault;
use super::wrong_marks::WrongMarks;
use crate::base::{Slug, Span, Spanned, narrowed};
use crate::source::nearest;

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
    /// Whether only a line under it makes it a heading.
    pub(super) underlined: bool,
    /// Where it stands.
    pub(super) span: Span,
}

/// What pulldown-cmark found in the braces.
pub(super) struct Braces {
    pub(super) id: Option<String>,
    pub(super) classes: Vec<String>,
    pub(super) attrs: Vec<(String, Option<String>)>,
}

/// Reads the marks of a heading, `{#id .strong topic=a,b}`, which is `written` so.
pub(super) fn read(
    level: HeadingLevel,
    braces: Braces,
    written: &str,
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
        underlined: false,
        span,
    };
    let line = written.lines().next().unwrap_or_default().trim_end();
    let mut marks = WrongMarks {
        before: line
            .rfind('{')
            .map_or(line, |at| &line[..at])
            .trim_end()
            .to_owned(),
        id: braces.id.as_deref().and_then(right_id),
        strong: false,
        topics: Vec::new(),
        wrong: Vec::new(),
        unknown: Vec::new(),
        known: Vec::new(),
    };
    for class in braces.classes {
        if class != "strong" {
            marks.wrong.push(format!(".{class}"));
        }
        start.strong |= class == "strong";
        marks.strong |= nearest(&class, ["strong"].into_iter()).is_some();
    }
    let bare = braces.attrs.iter().find_map(|(name, value)| {
        let is_topic = nearest(name, ["topic", "topics"].into_iter()).is_some();
        right_id(name).filter(|_| value.as_ref().is_none_or(String::is_empty) && !is_topic)
    });
    // `{evening topic=a}`: the mark without its sign.
    marks.id = marks.id.or(bare);
    for (name, value) in braces.attrs {
        let value = value.unwrap_or_default();
        let is_topic = nearest(&name, ["topic", "topics"].into_iter()).is_some();
        if name != "topic" || value.is_empty() {
            let sign = if value.is_empty() { "" } else { "=" };
            marks.wrong.push(format!("{name}{sign}{value}"));
        }
        if is_topic {
            let words = value
                .trim_matches('"')
                .split([',', '、', '，'])
                .map(str::trim);
            marks
                .topics
                .extend(words.filter(|word| !word.is_empty()).map(str::to_owned));
        }
    }
    let slugs = marks.topics.iter().filter_map(|word| Slug::parse(word));
    start.topics = slugs.map(|slug| Spanned::new(slug, span)).collect();
    if let Some(id) = braces.id {
        if marks.id.as_ref() == Some(&id) {
            start.id = Some(id);
        } else if marks.wrong.is_empty() {
            let right = marks.right();
            report(span, ModelFault::BadId { id, right });
        } else {
            marks.wrong.push(format!("#{id}"));
        }
    }
    if !marks.wrong.is_empty() || start.topics.len() < marks.topics.len() {
        report(span, ModelFault::WrongMarks(Box::new(marks)));
    }
    start
}

/// A mark as it can stand, if what was written is one but for its form.
fn right_id(id: &str) -> Option<String> {
    let plain = narrowed(id).trim().to_lowercase().replace(['_', ' '], "-");
    let begins = plain.starts_with(|c: char| c.is_ascii_lowercase());
    (begins && Slug::parse(&plain).is_some()).then_some(plain)
}
