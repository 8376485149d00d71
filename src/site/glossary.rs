//! One word for one thing: where a term of the glossary stands in a paragraph of an original, one
//! of its renderings stands in that paragraph of the translation.

use std::collections::BTreeSet;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use super::fault::SiteFault;
use super::joinable::Joinable;
use super::terms::stands_alone;
use crate::base::{DocKind, Lang, Span};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::text::{Block, Written, plain, plain_blocks};
use crate::model::{SiteDoc, phrase};
use crate::source::GlossaryTerm;

/// The terms of a site, ready to be looked for.
pub(super) struct Glossary {
    /// The language of the terms.
    lang: Lang,
    /// The language of renderings that name none.
    second: Option<Lang>,
    terms: Vec<GlossaryTerm>,
    automaton: Option<AhoCorasick>,
}

impl Glossary {
    pub(super) fn of(site: &SiteDoc) -> Self {
        let mut languages = site.languages.iter().copied();
        let lang = languages.next().unwrap_or(Lang::JA);
        let terms = site.glossary.clone();
        let words = terms.iter().map(|term| flat(&term.term));
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .ascii_case_insensitive(true)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(words);
        Self {
            lang,
            second: languages.next(),
            automaton: automaton.ok().filter(|_| !terms.is_empty()),
            terms,
        }
    }

    /// Reports each paragraph of the translations that lacks what stands for a term of its
    /// original.
    pub(super) fn check<D: Joinable>(
        &self,
        original: &D,
        translations: &[D],
        diagnostics: &mut Diagnostics,
    ) {
        // A person's file has names; what is said in it is the statement's.
        let is_ours = original.head().lang == self.lang && D::KIND != DocKind::Speaker;
        let Some(automaton) = self.automaton.as_ref().filter(|_| is_ours) else {
            return;
        };
        for translation in translations {
            let head = translation.head();
            for pair in pairs(original, translation) {
                let missing = self.missing(automaton, &pair, head.lang);
                if !missing.is_empty() {
                    let fault = SiteFault::Unrendered { terms: missing };
                    diagnostics.report(Diagnostic::at(pair.place.of(head.file), fault));
                }
            }
        }
    }

    /// The terms of an original's paragraph without a rendering in the translation's, each with
    /// the renderings that would do.
    fn missing(
        &self,
        automaton: &AhoCorasick,
        pair: &ParagraphPair,
        lang: Lang,
    ) -> Vec<(String, Vec<String>)> {
        let original = flat(&pair.original);
        let found = automaton.find_iter(&original);
        let found = found.filter(|term| stands_alone(&original, term.start(), term.end()));
        let found: BTreeSet<usize> = found.map(|term| term.pattern().as_usize()).collect();
        let translation = flat(&pair.translation).to_lowercase();
        let terms = found.into_iter().filter_map(|at| self.terms.get(at));
        let missing = terms.filter_map(|term| {
            let own = term.renderings.iter();
            let own = own.filter(|(of, _)| of.or(self.second) == Some(lang));
            let renderings: Vec<String> = own.flat_map(|(_, texts)| texts.clone()).collect();
            let is_there = renderings.iter().any(|text| has(&translation, text));
            (!renderings.is_empty() && !is_there).then(|| (term.term.clone(), renderings))
        });
        missing.collect()
    }
}

/// A paragraph of an original and that of its translation.
struct ParagraphPair {
    original: String,
    translation: String,
    /// Where the translation's stands.
    place: Span,
}

/// The paragraphs of an original with those of a translation: texts of the front matter by key,
/// blocks by their place in the section; where there are more or fewer, the section as a whole.
fn pairs<D: Joinable>(original: &D, translation: &D) -> Vec<ParagraphPair> {
    let mut all = Vec::new();
    let (from, to) = (original.head().lang, translation.head().lang);
    for (one, other) in original.texts().into_iter().zip(translation.texts()) {
        let one = one.and_then(|text| text.get(from));
        let other = other.and_then(|text| text.get(to));
        if let (Some(one), Some(other)) = (one, other) {
            all.push(ParagraphPair {
                original: plain(&phrase::<Written>(&one.value)),
                translation: plain(&phrase::<Written>(&other.value)),
                place: other.span,
            });
        }
    }
    let (here, there) = (original.body(), translation.body());
    let start = translation.head().opening;
    blocks(&here.intro, (&there.intro, &there.places), start, &mut all);
    for section in &here.sections {
        let Some(same) = there.sections.iter().find(|other| other.id == section.id) else {
            continue;
        };
        all.push(ParagraphPair {
            original: plain(&section.heading),
            translation: plain(&same.heading),
            place: same.span,
        });
        blocks(
            &section.blocks,
            (&same.blocks, &same.places),
            same.span,
            &mut all,
        );
    }
    all
}

fn blocks(
    original: &[Block<Written>],
    (translation, places): (&[Block<Written>], &[Span]),
    start: Span,
    all: &mut Vec<ParagraphPair>,
) {
    if original.len() != translation.len() {
        all.push(ParagraphPair {
            original: plain_blocks(original),
            translation: plain_blocks(translation),
            place: places.first().copied().unwrap_or(start),
        });
        return;
    }
    let pairs = original.iter().zip(translation).zip(places);
    all.extend(pairs.map(|((one, other), place)| ParagraphPair {
        original: plain_blocks(std::slice::from_ref(one)),
        translation: plain_blocks(std::slice::from_ref(other)),
        place: *place,
    }));
}

/// A text with one space where there is room, so that line ends divide no term.
fn flat(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words
        .join(" ")
        .replace(['\u{2019}', '\u{2018}'], "'")
        .replace('\u{2011}', "-")
}

/// Whether a text in small letters has a rendering, in the plural or the possessive, too.
fn has(text: &str, rendering: &str) -> bool {
    let rendering = flat(rendering).to_lowercase();
    let y = rendering.strip_suffix('y').map(|stem| format!("{stem}ies"));
    let forms = [Some(rendering), y].into_iter().flatten();
    let mut found = forms.flat_map(|form| {
        let places: Vec<usize> = text.match_indices(&form).map(|(at, _)| at).collect();
        places.into_iter().map(move |at| (at, at + form.len()))
    });
    found.any(|(start, end)| {
        let behind = &text[end..];
        let endings = ["", "'s", "s'", "s", "es'", "es", "'"];
        endings.iter().any(|ending| {
            behind.starts_with(ending) && stands_alone(text, start, end + ending.len())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::has;

    #[test]
    fn a_rendering_may_be_plural_or_possessive() {
        for text in [
            "the insurance card",
            "insurance cards are",
            "an insurance card's back",
            "insurance cards' backs",
            "insurance\ncard",
            "(insurance card)",
        ] {
            assert!(has(&super::flat(text), "Insurance card"), "{text}");
        }
        assert!(has("the communities here", "community") && has("many boxes", "box"));
        for text in ["the card", "reinsurance card", "insurance cardboard", ""] {
            assert!(!has(text, "insurance card"), "{text}");
        }
        assert!(has("保険卡的背面", "保険卡"));
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "\\PC{0,30}", word in "\\PC{0,4}") {
            let _ = has(&super::flat(&text), &word);
        }
    }
}
