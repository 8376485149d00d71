//! What a leaflet holds of the statements that it could cite: how many passages, and which sentence
//! is printed large. Paper and the leaflet's page choose alike.

use crate::base::Lang;
use crate::model::text::{Inline, plain, without_notes};
use crate::site::{Citation, Passage, Site, StatementId, Target};
use crate::typesetting::{
    excerpt_of, first_paragraph, marked_sentences, sentences, stands_alone, telling_sentence,
    unmarked,
};

/// The most notes beside the points of a leaflet: voices of others, related topics.
pub(super) const MOST_NOTES: usize = 2;

/// The most figures beside the one that stands largest.
pub(super) const MOST_FIGURES: usize = 2;

/// The most charts.
pub(super) const MOST_CHARTS: usize = 2;

/// The most passages on a topic's leaflet: letters that do not fill a square take half as much
/// room again.
pub(super) fn most_passages(lang: Lang) -> usize {
    if lang.locale().script.is_square() {
        6
    } else {
        5
    }
}

/// The passage by which each of some statements is told where there is room for one: its strongest,
/// else its summary.
pub(super) fn strongest(site: &Site, statements: &[StatementId], lang: Lang) -> Vec<Citation> {
    let passage = |id: &StatementId| {
        let text = site.statement(*id).texts.for_reader(lang).text;
        text.strongest().map(|section| section.id.clone())
    };
    let citation = |id: &StatementId| Citation {
        statement: *id,
        section: passage(id),
    };
    statements.iter().map(citation).collect()
}

/// The sentence of a passage that is printed large: one that its author marked, or else the most
/// telling one; `None` where it has no paragraph.
pub(super) fn quotation(passage: &Passage) -> Option<Vec<Inline<Target>>> {
    let marked = marked_sentences(&passage.blocks);
    // What a note says nobody said.
    if let Some(line) = first_paragraph(&marked).map(without_notes) {
        let all = plain(&line);
        let first = sentences(&all).next()?;
        return Some(
            excerpt_of(&line, first)
                .into_iter()
                .flat_map(unmarked)
                .collect(),
        );
    }
    let line = without_notes(first_paragraph(&passage.blocks)?);
    Some(excerpt_of(&line, telling_sentence(&plain(&line))))
}

/// The passage from which a topic prints a sentence large, with who said it: of what can be
/// understood by itself, a strong passage, or else the one whose sentence is the shortest, which
/// is read at a glance. Where room is short, a passage is told in its first sentence; one that has
/// no other would stand there twice.
pub(super) fn telling<'s>(
    site: &'s Site,
    cited: &[Citation],
    lang: Lang,
) -> Option<(StatementId, &'s Passage)> {
    let passages = cited.iter().filter_map(|citation| {
        let text = site
            .statement(citation.statement)
            .texts
            .for_reader(lang)
            .text;
        let passage = text.section(citation.section.as_deref()?)?;
        let said = plain(first_paragraph(&passage.blocks)?);
        let telling = telling_sentence(&said);
        let long = if passage.strong {
            0
        } else {
            telling.chars().count()
        };
        let rank = (!stands_alone(telling), long);
        (telling != said.trim()).then_some(((citation.statement, passage), rank))
    });
    let (chosen, _) = passages.min_by_key(|(_, rank)| *rank)?;
    Some(chosen)
}
