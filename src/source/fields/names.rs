//! Names of what there is in the site.

use super::Fields;
use crate::base::{DocKind, Slug, Span, Spanned};
use crate::source::examples::{named_parts, slugs};
use crate::source::fault::{Expected, SourceFault, UnknownNames};
use crate::source::key::{ValueType, find};
use crate::source::yaml::YamlNode;

impl Fields<'_> {
    /// A slug.
    pub(crate) fn slug(&mut self, key: &'static str) -> Option<Spanned<Slug>> {
        let text = self.text(key)?;
        if let Some(slug) = Slug::parse(&text.value) {
            return Some(Spanned::new(slug, text.span));
        }
        let (mut right, mut unknown) = (None, None);
        if let Some(ValueType::Name(kind)) = find(self.table, key).map(|spec| spec.holds) {
            let written = std::slice::from_ref(&text.value);
            let (meant, words) = slugs(kind, written, self.names);
            let only = || {
                let mut all = self.names.all(kind);
                all.next()
                    .filter(|_| all.next().is_none())
                    .map(str::to_owned)
            };
            let name = meant.into_iter().next().or_else(only);
            right = name.map(|name| format!("{key}: {name}"));
            unknown = self.unknown(kind, words);
        }
        let meant = self.meant(key, &text.value);
        let written = vec![text.value];
        self.report(
            text.span,
            SourceFault::BadSlug {
                written,
                right,
                unknown,
            },
        );
        meant.map(|slug| Spanned::new(slug, text.span))
    }

    /// A list of slugs; those that are none are reported together and left out.
    pub(crate) fn slugs(&mut self, key: &'static str) -> Option<Spanned<Vec<Spanned<Slug>>>> {
        let value = self.take(key)?;
        let names = self.names;
        let kind = match find(self.table, key).map(|spec| spec.holds) {
            Some(ValueType::Names(kind)) => Some(kind),
            _ => None,
        };
        let mut written: Vec<Spanned<String>> = Vec::new();
        let mut add = |text: &str, span: Span| {
            // A title may have a comma.
            let is_title = kind.is_some_and(|kind| names.meant(kind, text).is_some());
            let mut parts = named_parts(text);
            if is_title || parts.is_empty() {
                parts = vec![text.to_owned()];
            }
            let parts = parts.into_iter();
            written.extend(parts.map(|part| Spanned::new(part, span)));
        };
        let is_list = matches!(value.value, YamlNode::List(_));
        match &value.value {
            YamlNode::Scalar { text } => add(text, value.span),
            YamlNode::List(items) => {
                for item in items {
                    match &item.value {
                        YamlNode::Scalar { text } => add(text, item.span),
                        _ => return self.wrong(item, key, Expected::List),
                    }
                }
            }
            YamlNode::Map(_) | YamlNode::Null => return self.wrong(&value, key, Expected::List),
        }
        let span = value.span;
        let is_name = |text: &Spanned<String>| Slug::parse(&text.value).is_some();
        if !is_list && written.iter().all(is_name) {
            return self.wrong(&value, key, Expected::List);
        }
        let mut found = Vec::new();
        let mut bad: Vec<Spanned<String>> = Vec::new();
        for text in &written {
            if let Some(slug) = Slug::parse(&text.value) {
                found.push(Spanned::new(slug, text.span));
                continue;
            }
            // `event/speaker`, as everywhere else where a statement is named.
            let names_statement = (text.value.split_once('/'))
                .is_some_and(|(event, who)| [event, who].iter().all(|s| Slug::parse(s).is_some()));
            if key == "speakers" && names_statement {
                let value = text.value.clone();
                self.report(text.span, SourceFault::StatementAmongSpeakers { value });
                continue;
            }
            // What follows from a name that is certain is no second mistake.
            let meant = self.meant(key, &text.value);
            found.extend(meant.map(|slug| Spanned::new(slug, text.span)));
            bad.push(text.clone());
        }
        if let Some(first) = bad.first().map(|text| text.span) {
            let (mut right, mut unknown) = (None, None);
            if let Some(kind) = kind {
                let all: Vec<String> = written.iter().map(|own| own.value.clone()).collect();
                let (meant, words) = slugs(kind, &all, self.names);
                let is_left = !meant.is_empty() || !words.is_empty();
                right = is_left.then(|| format!("{key}: [{}]", meant.join(", ")));
                unknown = self.unknown(kind, words);
            }
            let written = bad.into_iter().map(|text| text.value).collect();
            self.report(
                first,
                SourceFault::BadSlug {
                    written,
                    right,
                    unknown,
                },
            );
        }
        Some(Spanned::new(found, span))
    }

    /// Words that nothing of a kind is called, with the names that there are.
    fn unknown(&self, kind: DocKind, words: Vec<String>) -> Option<Box<UnknownNames>> {
        let known = self.names.all(kind).map(str::to_owned).collect();
        (!words.is_empty()).then(|| Box::new(UnknownNames { kind, words, known }))
    }

    /// The name of a document that somebody means who writes it otherwise.
    fn meant(&self, key: &str, written: &str) -> Option<Slug> {
        match find(self.table, key)?.holds {
            ValueType::Name(kind) | ValueType::Names(kind) => {
                Slug::parse(self.names.meant(kind, written)?)
            }
            _ => None,
        }
    }
}
