//! Marks of a heading that cannot stand there, and the heading as it may be meant.

use crate::base::{DocKind, Slug};
use crate::source::SiteNames;

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
