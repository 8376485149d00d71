//! Takes values out of a document and its translations.

use super::entities::{FigureText, Origin, Source, Text, Versions};
use super::fault::SiteFault;
use super::joinable::Joinable;
use super::stale;
use crate::base::{ByLang, FileId, Slug, Spanned};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::text::WrittenBody;
use crate::model::{self, FigureDoc, Head, keys};
use crate::source::{Example, LocalText, MissingPlace, SourceFault};

/// A document and its translations, the original first, to build one thing of the site from.
pub(super) struct Group<D> {
    pub(super) slug: Slug,
    pub(super) original: D,
    pub(super) translations: Vec<D>,
}

impl<D: Joinable> Group<D> {
    /// The original and the translations.
    pub(super) fn docs(&self) -> impl Iterator<Item = &D> {
        std::iter::once(&self.original).chain(&self.translations)
    }

    /// A value that is the same in every language, without the file.
    pub(super) fn chosen<T: Clone + PartialEq>(
        &self,
        key: &'static str,
        get: impl Fn(&D) -> Option<&Spanned<T>>,
        diagnostics: &mut Diagnostics,
    ) -> Option<T> {
        let found = self.neutral(key, get, PartialEq::eq, diagnostics);
        found.map(|(_, value)| value.value)
    }

    /// A value that is the same in every language: the original's, else the first found,
    /// with the file it stands in. A translation that has another one is reported.
    pub(super) fn neutral<T: Clone>(
        &self,
        key: &str,
        get: impl Fn(&D) -> Option<&Spanned<T>>,
        same: impl Fn(&T, &T) -> bool,
        diagnostics: &mut Diagnostics,
    ) -> Option<(FileId, Spanned<T>)> {
        let (owner, value) = self.docs().find_map(|doc| Some((doc, get(doc)?)))?;
        for doc in &self.translations {
            if let Some(other) = get(doc).filter(|other| !same(&value.value, &other.value)) {
                let problem = Diagnostic::at(
                    other.span.of(doc.head().file),
                    SiteFault::Contradiction {
                        key: key.to_owned(),
                    },
                );
                diagnostics.report(problem.also(value.span.of(owner.head().file)));
            }
        }
        Some((owner.head().file, value.clone()))
    }

    /// The same of a list: where in a file its items stand does not matter.
    pub(super) fn neutral_list<T: Clone + PartialEq>(
        &self,
        key: &str,
        get: impl Fn(&D) -> Option<&Spanned<Vec<Spanned<T>>>>,
        diagnostics: &mut Diagnostics,
    ) -> Option<(FileId, Spanned<Vec<Spanned<T>>>)> {
        let same = |a: &Vec<Spanned<T>>, b: &Vec<Spanned<T>>| {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.value == b.value)
        };
        self.neutral(key, get, same, diagnostics)
    }

    /// Reports a key that neither the original nor a translation has.
    pub(super) fn require<T>(
        &self,
        value: Option<T>,
        key: &'static str,
        diagnostics: &mut Diagnostics,
    ) -> Option<T> {
        if value.is_none() {
            missing(&self.original, key, diagnostics);
        }
        value
    }

    /// The same, where an example of a value is known.
    pub(super) fn require_like<T>(
        &self,
        value: Option<T>,
        key: &'static str,
        example: &str,
        diagnostics: &mut Diagnostics,
    ) -> Option<T> {
        if value.is_none() && self.original.head().lacks(key) {
            let lines = Example::same(format!("{key}: {example}"));
            report_lacking(&self.original, key, lines, diagnostics);
        }
        value
    }

    /// A text of `doc`: its own, else what the original says for its language.
    pub(super) fn text(&self, doc: &D, get: impl Fn(&D) -> Option<&LocalText>) -> Option<String> {
        text_of(&self.original, doc, get)
    }

    /// A text of `doc` that has to be there.
    pub(super) fn required_text(
        &self,
        doc: &D,
        key: &'static str,
        get: impl Fn(&D) -> Option<&LocalText>,
        diagnostics: &mut Diagnostics,
    ) -> String {
        let text = self.text(doc, &get);
        if text.is_none() {
            match get(doc) {
                // A map by language that leaves this file's own language out.
                Some(LocalText::ByLang(_)) => report_missing(doc, key, diagnostics),
                _ => missing(doc, key, diagnostics),
            }
        }
        text.unwrap_or_default()
    }

    /// The figures of `doc`: its own, else those that the original tells in its language.
    pub(super) fn figures(&self, doc: &D) -> Vec<FigureText> {
        let lang = doc.head().lang;
        let is_own = !doc.figures().is_empty();
        let all = if is_own { doc } else { &self.original };
        let text = |text: &LocalText| {
            let told = is_own || matches!(text, LocalText::ByLang(_));
            let text = text.get(lang).filter(|_| told)?;
            Some(model::phrase(&text.value))
        };
        let one = |figure: &Spanned<FigureDoc>| {
            Some(FigureText {
                value: text(&figure.value.value)?,
                caption: text(&figure.value.caption)?,
                // A name of a source is one in every language, as that of the whole is.
                source: (figure.value.source.as_ref())
                    .and_then(|own| Some(model::phrase(&own.get(lang)?.value))),
            })
        };
        all.figures().iter().filter_map(one).collect()
    }

    /// The source of `doc`, else the original's.
    pub(super) fn source(
        &self,
        doc: &D,
        get: impl Fn(&D) -> Option<&Spanned<model::SourceDoc>>,
    ) -> Option<Source> {
        let lang = doc.head().lang;
        let source = &get(doc).or_else(|| get(&self.original))?.value;
        let text = |text: &Option<LocalText>| Some(text.as_ref()?.get(lang)?.value.clone());
        Some(Source {
            title: text(&source.title),
            url: source.url.clone(),
            note: text(&source.note),
        })
    }

    /// The same group with every document made into its linked form.
    pub(super) fn versions<T>(
        mut self,
        mut resolve: impl FnMut(&Head, WrittenBody) -> Text,
        mut make: impl FnMut(&Self, &D, Origin, Text) -> T,
        diagnostics: &mut Diagnostics,
    ) -> Versions<T> {
        let paragraphs = stale::paragraphs(&self.original);
        let is_whole = is_whole(&self.original);
        let origins: Vec<Origin> = self
            .translations
            .iter()
            .map(|doc| {
                if doc.has_text() && is_whole {
                    stale::origin(doc, &paragraphs, diagnostics)
                } else {
                    stale::unread(doc)
                }
            })
            .collect();
        let mut bodies = Vec::new();
        for doc in std::iter::once(&mut self.original).chain(&mut self.translations) {
            let body = std::mem::take(doc.body_mut());
            bodies.push(resolve(doc.head(), body));
        }
        let translated = bodies.split_off(1);
        let body = bodies.pop().unwrap_or_default();
        let original = make(&self, &self.original, Origin::Original, body);
        let others: ByLang<T> = self
            .translations
            .iter()
            .zip(origins.into_iter().zip(translated))
            .map(|(doc, (origin, body))| (doc.head().lang, make(&self, doc, origin, body)))
            .collect();
        Versions::new(self.original.head().lang, original, others)
    }
}

/// Whether a document could be read in full and lacks nothing: another one has not changed for its
/// translators, it has a mistake, which is told.
fn is_whole<D: Joinable>(doc: &D) -> bool {
    let head = doc.head();
    let mut keys = head.kind().map_or(&[][..], keys::of).iter();
    !head.is_faulty() && !keys.any(|key| key.required && head.lacks(key.name))
}

/// A text of `doc`, a version of `original`: its own, else what the original says for its language.
pub(super) fn text_of<D: Joinable>(
    original: &D,
    doc: &D,
    get: impl Fn(&D) -> Option<&LocalText>,
) -> Option<String> {
    let lang = doc.head().lang;
    let own = get(doc).and_then(|text| text.get(lang));
    let inherited = || match get(original) {
        Some(text @ LocalText::ByLang(_)) => text.get(lang),
        _ => None,
    };
    own.or_else(inherited).map(|text| text.value.clone())
}

fn missing<D: Joinable>(doc: &D, key: &'static str, diagnostics: &mut Diagnostics) {
    if doc.head().lacks(key) {
        report_missing(doc, key, diagnostics);
    }
}

pub(super) fn report_missing<D: Joinable>(
    doc: &D,
    key: &'static str,
    diagnostics: &mut Diagnostics,
) {
    let example = doc.head().key(key).map(|spec| Example {
        ja: spec.example.ja.to_owned(),
        en: spec.example.en.to_owned(),
    });
    let example = example.unwrap_or_else(|| Example::same("…"));
    report_lacking(doc, key, example.behind(&format!("{key}: ")), diagnostics);
}

fn report_lacking<D: Joinable>(
    doc: &D,
    key: &'static str,
    lines: Example,
    diagnostics: &mut Diagnostics,
) {
    let head = doc.head();
    let place = MissingPlace::Page;
    let kind = SourceFault::MissingKey { key, lines, place };
    diagnostics.report(Diagnostic::at(head.opening.of(head.file), kind));
}
