//! Texts, in one language or several, and lists of them.

use super::Fields;
use crate::base::{Lang, Spanned};
use crate::source::examples::{in_line, language};
use crate::source::fault::{Expected, SourceFault};
use crate::source::local::LocalText;
use crate::source::yaml::{YamlEntry, YamlNode};

impl Fields<'_> {
    /// A line of text.
    pub(crate) fn text(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let value = self.take(key)?;
        match value.value {
            YamlNode::Scalar { text } => {
                let text = Spanned::new(text.trim().to_owned(), value.span);
                self.tell_of_marks(key, None, &text);
                Some(text)
            }
            _ => self.wrong(&value, key, Expected::Text),
        }
    }

    /// A line of text, or a map by language.
    pub(crate) fn local(&mut self, key: &'static str) -> Option<LocalText> {
        let value = self.take(key)?;
        match value.value {
            YamlNode::Scalar { text } => {
                let text = Spanned::new(text.trim().to_owned(), value.span);
                self.tell_of_marks(key, None, &text);
                Some(LocalText::One(text))
            }
            YamlNode::Map(entries) => {
                let mut texts = Vec::new();
                let mut has_slip = false;
                let written: Vec<String> =
                    entries.iter().map(|own| own.key.value.clone()).collect();
                for entry in entries {
                    let lang = Lang::parse(&entry.key.value);
                    let is_strange = lang.is_none_or(|lang| {
                        !self.languages.is_empty() && !self.languages.contains(&lang)
                    });
                    // A site may be in fewer languages than its files.
                    if is_strange && lang.is_some_and(|lang| lang.is_named()) {
                        continue;
                    }
                    if is_strange {
                        let allowed = self.languages.iter().map(ToString::to_string).collect();
                        let meant = language(&entry.key.value)
                            .filter(|lang| self.languages.contains(lang))
                            .map(|lang| lang.to_string())
                            .filter(|lang| !written.contains(lang));
                        let right =
                            meant.map(|lang| format!("{lang}: {}", in_line(&entry.value.value)));
                        let (key, value) = (self.name(key), entry.key.value);
                        self.report(
                            entry.key.span,
                            SourceFault::BadChoice {
                                key,
                                value,
                                allowed,
                                right,
                            },
                        );
                        has_slip = true;
                        continue;
                    }
                    match (lang, entry.value.value) {
                        (Some(lang), YamlNode::Scalar { text }) => {
                            let text = Spanned::new(text.trim().to_owned(), entry.value.span);
                            self.tell_of_marks(key, Some(lang), &text);
                            texts.push((lang, text));
                        }
                        // Of a language no text stands here yet.
                        (Some(lang), YamlNode::Null) => {
                            let key = format!("{}.{lang}", self.name(key));
                            let line = None;
                            self.report(entry.key.span, SourceFault::EmptyValue { key, line });
                        }
                        (_, other) => {
                            let value = Spanned::new(other, entry.key.span);
                            return self.wrong(&value, key, Expected::TextByLang);
                        }
                    }
                }
                // What lacks for that is told with the slip.
                (!has_slip || !texts.is_empty()).then_some(LocalText::ByLang(texts))
            }
            YamlNode::List(_) | YamlNode::Null => self.wrong(&value, key, Expected::TextByLang),
        }
    }

    /// The entries of a map whose keys nobody knows beforehand.
    pub(crate) fn entries(&mut self, key: &'static str) -> Option<Vec<YamlEntry>> {
        let value = self.take(key)?;
        match value.value {
            YamlNode::Map(entries) => Some(entries),
            _ => self.wrong(&value, key, Expected::Map),
        }
    }

    /// A list of texts, with the place of the whole list.
    pub(crate) fn list(&mut self, key: &'static str) -> Option<Spanned<Vec<Spanned<String>>>> {
        let value = self.take(key)?;
        let YamlNode::List(items) = value.value else {
            return self.wrong(&value, key, Expected::List);
        };
        let mut texts = Vec::new();
        for item in items {
            match item.value {
                YamlNode::Scalar { text } => {
                    texts.push(Spanned::new(text.trim().to_owned(), item.span));
                }
                _ => return self.wrong(&item, key, Expected::List),
            }
        }
        Some(Spanned::new(texts, value.span))
    }
}
