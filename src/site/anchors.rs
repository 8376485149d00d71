//! Headings without marks in a translation: they have the fragments of the original's headings, which
//! stand at the same place between the same marks, so that the two pages are linked alike.

use crate::base::Span;
use crate::model::text::{Block, Written, WrittenBody};

/// Whether a body has headings without marks.
pub(super) fn has_unmarked(body: &WrittenBody) -> bool {
    !unmarked(body).is_empty()
}

/// Every heading without a mark: where it stands, and its fragment.
pub(super) fn unmarked(body: &WrittenBody) -> Vec<(Span, &str)> {
    let mut all = Vec::new();
    for_blocks(&body.intro, &mut all);
    for section in &body.sections {
        if section.unmarked {
            all.push((section.span, section.id.as_str()));
        }
        for_blocks(&section.blocks, &mut all);
    }
    all
}

fn for_blocks<'b>(blocks: &'b [Block<Written>], all: &mut Vec<(Span, &'b str)>) {
    for block in blocks {
        match block {
            Block::Heading {
                id,
                unmarked: Some(span),
                ..
            } => all.push((*span, id)),
            Block::List { items, .. } => items.iter().for_each(|item| for_blocks(item, all)),
            Block::Quote(inner) => for_blocks(inner, all),
            _ => {}
        }
    }
}

/// Gives the headings without marks of a translation the fragments of the original's.
pub(super) fn align(original: &WrittenBody, translation: &mut WrittenBody) {
    let there: Vec<(&str, bool)> = original
        .sections
        .iter()
        .map(|section| (section.id.as_str(), section.unmarked))
        .collect();
    let here: Vec<(&str, bool)> = translation
        .sections
        .iter()
        .map(|section| (section.id.as_str(), section.unmarked))
        .collect();
    let pairs = pairs(&there, &here);
    align_blocks(&original.intro, &mut translation.intro);
    for (section, from) in translation.sections.iter_mut().zip(pairs) {
        let Some(from) = from.and_then(|at| original.sections.get(at)) else {
            continue;
        };
        section.id.clone_from(&from.id);
        align_blocks(&from.blocks, &mut section.blocks);
    }
}

/// For each heading of a translation the original's that it stands for. Equal fragments are a pair;
/// between two pairs those without marks are, one by one, where there are as many on both sides.
fn pairs(there: &[(&str, bool)], here: &[(&str, bool)]) -> Vec<Option<usize>> {
    let mut pairs = vec![None; here.len()];
    let mut done = (0, 0);
    for at in 0..=here.len() {
        let same = match here.get(at) {
            Some((id, _)) => {
                let rest = there.iter().enumerate().skip(done.0);
                rest.filter(|(_, (other, _))| other == id)
                    .map(|(found, _)| found)
                    .next()
            }
            None => Some(there.len()),
        };
        let Some(same) = same else { continue };
        let (before, own) = (there.get(done.0..same), here.get(done.1..at));
        if let (Some(before), Some(own)) = (before, own)
            && before.len() == own.len()
            && before.iter().chain(own).all(|(_, unmarked)| *unmarked)
        {
            for step in 0..own.len() {
                if let Some(pair) = pairs.get_mut(done.1 + step) {
                    *pair = Some(done.0 + step);
                }
            }
        }
        if let Some(pair) = pairs.get_mut(at) {
            *pair = Some(same);
        }
        done = (same + 1, at + 1);
    }
    pairs
}

/// The same for the headings within a section.
fn align_blocks(original: &[Block<Written>], translation: &mut [Block<Written>]) {
    let there: Vec<(&str, bool)> = original.iter().filter_map(heading).collect();
    let here: Vec<(&str, bool)> = translation.iter().filter_map(heading).collect();
    let pairs = pairs(&there, &here);
    let headings = translation.iter_mut().filter_map(|block| match block {
        Block::Heading { id, .. } => Some(id),
        _ => None,
    });
    for (id, from) in headings.zip(pairs) {
        if let Some((from, _)) = from.and_then(|at| there.get(at)) {
            (*from).clone_into(id);
        }
    }
}

fn heading(block: &Block<Written>) -> Option<(&str, bool)> {
    match block {
        Block::Heading { id, unmarked, .. } => Some((id, unmarked.is_some())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_without_marks_pair_between_marks() {
        let there = [
            ("h-a", true),
            ("burden", false),
            ("h-b", true),
            ("h-c", true),
        ];
        let here = [
            ("h-x", true),
            ("burden", false),
            ("h-y", true),
            ("h-z", true),
        ];
        let all = [Some(0), Some(1), Some(2), Some(3)];
        assert_eq!(pairs(&there, &here), all);
        // One more after the mark: only what stands before it is sure.
        assert_eq!(pairs(&there, &here[..3]), [Some(0), Some(1), None]);
        assert_eq!(pairs(&there, &[("h-x", true)]), [None]);
    }
}
