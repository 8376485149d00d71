//! What stands in the braces behind a heading.

use pulldown_cmark::HeadingLevel;

use super::fault::ModelFault;
use crate::base::{DocKind, Slug, Span, Spanned, narrowed};
use crate::source::{SiteNames, nearest};

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

/// The marks of a heading that hold something that cannot stand there, and the heading as it may be
/// meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WrongMarks {
    /// The line before the braces.
    pub(super) before: String,
    /// The mark that is right, or was mended.
    pub(super) id: Option<String>,
    pub(super) strong: bool,
    /// What stands where names of topics do; names alone, once the names are known.
    pub(super) topics: Vec<String>,
    /// What cannot stand there.
    pub(super) wrong: Vec<String>,
    /// Words in the place of topics that no topic is called.
    pub(super) unknown: Vec<String>,
    /// The topics that there are.
    pub(super) known: Vec<String>,
}

impl WrongMarks {
    /// The same with the site's topics in the place of what they are called.
    pub(super) fn with_names(mut self, names: &SiteNames) -> Self {
        let (meant, unknown) = topics_meant(&self.topics, names);
        (self.topics, self.unknown) = (meant, unknown);
        self.known = names.all(DocKind::Topic).map(str::to_owned).collect();
        self
    }

    /// The heading as it may be meant.
    pub(super) fn right(&self) -> String {
        let mut marks: Vec<String> = self.id.iter().map(|id| format!("#{id}")).collect();
        if self.strong {
            marks.push(".strong".into());
        }
        if !self.topics.is_empty() {
            marks.push(format!("topic={}", self.topics.join(",")));
        }
        if marks.is_empty() {
            return self.before.clone();
        }
        format!("{} {{{}}}", self.before, marks.join(" "))
    }
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

/// The names of the topics that words stand for, and the words that stand for none.
fn topics_meant(words: &[String], names: &SiteNames) -> (Vec<String>, Vec<String>) {
    let (mut meant, mut unknown) = (Vec::new(), Vec::new());
    for word in words {
        let known = names.meant(DocKind::Topic, word).map(str::to_owned);
        let known = known.or_else(|| Slug::parse(word).map(|slug| slug.to_string()));
        let known = known.or_else(|| names.like(DocKind::Topic, word).map(str::to_owned));
        match known {
            Some(name) if meant.contains(&name) => {}
            Some(name) => meant.push(name),
            None => unknown.push(word.clone()),
        }
    }
    (meant, unknown)
}

/// A mark as it can stand, if what was written is one but for its form.
fn right_id(id: &str) -> Option<String> {
    let plain = narrowed(id).trim().to_lowercase().replace(['_', ' '], "-");
    let begins = plain.starts_with(|c: char| c.is_ascii_lowercase());
    (begins && Slug::parse(&plain).is_some()).then_some(plain)
}
