//! Relieves pages that are still too heavy: a group of which such a page shows little is divided
//! into what it shows and what it does not, where that brings all pages nearer to the budget.

use std::collections::HashMap;

use super::{EMPTY, Glyph, Group, has};

/// No more divisions than this.
const MOST: usize = 48;

/// Divides groups as long as all pages together come nearer to the budget.
pub(super) fn divide(
    mut groups: Vec<Group>,
    glyphs: &[Glyph],
    loads: &[i64],
    budget: i64,
) -> Vec<Group> {
    let known: HashMap<(usize, char), &Glyph> = glyphs
        .iter()
        .map(|glyph| ((glyph.face, glyph.char), glyph))
        .collect();
    for _ in 0..MOST {
        let over: Vec<i64> = (0..loads.len())
            .map(|page| {
                let fetched = groups.iter().filter(|group| has(&group.pages, page));
                loads[page] + fetched.map(|group| group.bytes + EMPTY).sum::<i64>() - budget
            })
            .collect();
        let heavy = (0..over.len()).filter(|page| over[*page] > 0);
        let parts = heavy.flat_map(|page| {
            let (over, known) = (&over, &known);
            let groups = groups.iter().enumerate();
            groups.filter_map(move |(at, group)| {
                let parts = parts(group, page, known)?;
                Some((relief(group, &parts, over), at, parts))
            })
        });
        let best = parts.max_by_key(|(relief, at, _)| (*relief, usize::MAX - at));
        let Some((1.., at, [shown, other])) = best else {
            break;
        };
        groups[at] = shown;
        groups.push(other);
    }
    groups
}

/// What a page shows of a group, and what it does not.
fn parts(group: &Group, page: usize, known: &HashMap<(usize, char), &Glyph>) -> Option<[Group; 2]> {
    let of = |wanted: bool| -> Option<Group> {
        let own = group
            .chars
            .iter()
            .filter_map(|char| known.get(&(group.face, *char)))
            .filter(|glyph| has(&glyph.pages, page) == wanted);
        let mut part = Group {
            face: group.face,
            pages: vec![0; group.pages.len()],
            bytes: 0,
            chars: Vec::new(),
        };
        for glyph in own {
            part.bytes += i64::from(glyph.bytes);
            part.chars.push(glyph.char);
            for (word, more) in part.pages.iter_mut().zip(&glyph.pages) {
                *word |= more;
            }
        }
        (!part.chars.is_empty()).then_some(part)
    };
    has(&group.pages, page).then(|| Some([of(true)?, of(false)?]))?
}

/// By how much all pages together come nearer to the budget when a group is divided, in bytes.
fn relief(group: &Group, parts: &[Group; 2], over: &[i64]) -> i64 {
    let pages = (0..over.len()).filter(|page| has(&group.pages, *page));
    pages
        .map(|page| {
            let fetched = parts.iter().filter(|part| has(&part.pages, page));
            let after = fetched.map(|part| part.bytes + EMPTY).sum::<i64>();
            let change = after - group.bytes - EMPTY;
            over[page].max(0) - (over[page] + change).max(0)
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_is_too_heavy_fetches_only_its_part() {
        let glyph = |char, pages| Glyph {
            face: 0,
            char,
            bytes: 900,
            pages: vec![pages],
        };
        let glyphs = [glyph('a', 0b11), glyph('b', 0b10), glyph('c', 0b10)];
        let all = Group {
            face: 0,
            pages: vec![0b11],
            bytes: 2_700,
            chars: vec!['a', 'b', 'c'],
        };
        let shown = |loads: [i64; 2], budget| -> Vec<String> {
            divide(vec![all.clone()], &glyphs, &loads, budget)
                .iter()
                .map(|group| group.chars.iter().collect())
                .collect()
        };
        assert_eq!(shown([700, 0], 4_000), ["abc"], "no page is too heavy");
        assert_eq!(shown([700, 0], 3_950), ["a", "bc"], "one page is");
        assert_eq!(shown([0, 0], 3_200), ["abc"], "the other would suffer more");
    }
}
