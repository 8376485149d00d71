//! `glossary` of `site.yaml`: which word stands for which in translations.

use super::example::Example;
use super::fault::{Expected, SourceFault};
use super::fields::Fields;
use super::yaml::{YamlEntry, YamlNode};
use crate::base::{Lang, Span, Spanned};

/// A term and what stands for it in translations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct GlossaryTerm {
    /// The term, in the default language of the site.
    pub term: String,
    /// Its renderings, any of which will do; without a language they are in the site's second.
    pub renderings: Vec<(Option<Lang>, Vec<String>)>,
}

/// Reads the terms under a key; what is no text, list of texts or either by language is reported.
pub(crate) fn glossary(f: &mut Fields<'_>, key: &'static str) -> Vec<GlossaryTerm> {
    let entries = f.entries(key).unwrap_or_default();
    let read = |entry: YamlEntry| {
        let name = format!("{key}.{}", entry.key.value);
        let renderings = match entry.value.value {
            YamlNode::Map(languages) => languages
                .into_iter()
                .filter_map(|entry| {
                    let lang = language(f, &entry.key, &name)?;
                    let texts = texts(f, entry.value.value, entry.value.span, &name)?;
                    Some((Some(lang), texts))
                })
                .collect(),
            node => vec![(None, texts(f, node, entry.value.span, &name)?)],
        };
        let term = entry.key.value.trim().to_owned();
        (!term.is_empty()).then_some(GlossaryTerm { term, renderings })
    };
    entries.into_iter().filter_map(read).collect()
}

/// The language of a key.
fn language(f: &mut Fields<'_>, key: &Spanned<String>, name: &str) -> Option<Lang> {
    let lang = Lang::parse(&key.value);
    if lang.is_none() {
        let fault = SourceFault::BadChoice {
            key: name.to_owned(),
            value: key.value.clone(),
            allowed: vec!["en".into(), "zh".into(), "ko".into()],
            right: None,
        };
        f.report(key.span, fault);
    }
    lang
}

/// One text, or a list of them.
fn texts(f: &mut Fields<'_>, node: YamlNode, span: Span, name: &str) -> Option<Vec<String>> {
    let text = |node: YamlNode| match node {
        YamlNode::Scalar { text } => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        _ => None,
    };
    let read = match node {
        YamlNode::List(items) => items.into_iter().map(|item| text(item.value)).collect(),
        node => text(node).map(|text| vec![text]),
    };
    if read.as_ref().is_none_or(Vec::is_empty) {
        let term = name.rsplit('.').next().unwrap_or(name);
        let fault = SourceFault::WrongType {
            key: name.to_owned(),
            expected: Expected::Text,
            lines: Example::same(format!("{term}: insurance card")),
        };
        f.report(span, fault);
        return None;
    }
    read
}
