//! Which characters go into one file: those that pages show together.
//!
//! A reader who opens any page should fetch little that the page does not show, in few files.
//! Beginning with the characters that stand on exactly the same pages, the two groups are joined
//! whose joining saves most, counted in bytes over all pages: a file costs something by itself,
//! and so does every glyph that a page fetches and does not show. Pages that would still exceed
//! the budget then count for more, and the grouping is done again. What is still too heavy then is
//! relieved by dividing groups (`relief`).

mod relief;

/// A character of a face, its weight in bytes, and the pages that show it as bits.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    pub(super) face: usize,
    pub(super) char: char,
    pub(super) bytes: u32,
    pub(super) pages: Vec<u64>,
}

/// What a file weighs besides its outlines, in bytes.
const EMPTY: i64 = 600;

/// What asking for one more file costs a reader, as bytes.
const REQUEST: i64 = 800;

/// No more characters than this in one file, so that what many pages share does not grow
/// without bounds on large sites.
const MOST: usize = 400;

/// The same where no page is known to show them.
const MOST_UNSEEN: usize = 40;

/// How often heavy pages are given more weight before the lightest grouping has to do.
const ROUNDS: usize = 18;

#[derive(Debug, Clone)]
struct Group {
    face: usize,
    pages: Vec<u64>,
    bytes: i64,
    chars: Vec<char>,
}

/// How much each page counts, as binary digits: a page whose bit is set in plane k counts 2^k.
type Planes = [Vec<u64>; 10];

/// What a page counts at first, and at most. One that is too heavy soon counts for hundreds, so that
/// what all other pages share is divided for it.
const COUNTS: (i64, i64) = (4, 1_023);

fn planes(counts: &[i64]) -> Planes {
    let mut planes: Planes = std::array::from_fn(|_| vec![0; counts.len().div_ceil(64)]);
    for (page, count) in counts.iter().enumerate() {
        for (k, plane) in planes.iter_mut().enumerate() {
            if count >> k & 1 == 1 {
                plane[page / 64] |= 1 << (page % 64);
            }
        }
    }
    planes
}

/// Groups glyphs into files, each of one face. `loads` says what each page weighs besides these
/// glyphs, `budget` what a page should weigh at most, in bytes.
pub(super) fn groups(glyphs: &[Glyph], loads: &[i64], budget: i64) -> Vec<(usize, Vec<char>)> {
    let mut counts = vec![COUNTS.0; loads.len()];
    let mut best: Option<(i64, Vec<Group>)> = None;
    for _ in 0..ROUNDS {
        let found = join(together(glyphs), &planes(&counts));
        let mut excess = 0;
        for (page, load) in loads.iter().enumerate() {
            let fetched = found.iter().filter(|group| has(&group.pages, page));
            let over = load + fetched.map(|group| group.bytes + EMPTY).sum::<i64>() - budget;
            excess += over.max(0);
            let step = if over > 0 {
                1 + counts[page] / 2
            } else {
                -1 - counts[page] / 12
            };
            counts[page] = (counts[page] + step).clamp(1, COUNTS.1);
        }
        if best.as_ref().is_none_or(|(least, _)| excess < *least) {
            best = Some((excess, found));
        }
        if excess == 0 {
            break;
        }
    }
    let groups = best.map(|(_, groups)| groups).unwrap_or_default();
    let groups = relief::divide(groups, glyphs, loads, budget);
    let mut groups: Vec<(usize, Vec<char>)> = groups
        .into_iter()
        .map(|mut group| {
            group.chars.sort_unstable();
            (group.face, group.chars)
        })
        .collect();
    groups.sort();
    groups
}

fn has(pages: &[u64], page: usize) -> bool {
    pages[page / 64] & (1 << (page % 64)) != 0
}

/// Characters that stand on exactly the same pages, together.
fn together(glyphs: &[Glyph]) -> Vec<Group> {
    let mut sorted: Vec<&Glyph> = glyphs.iter().collect();
    sorted.sort_by(|a, b| (a.face, &a.pages, a.char).cmp(&(b.face, &b.pages, b.char)));
    let mut groups: Vec<Group> = Vec::new();
    for glyph in sorted {
        let seen = glyph.pages.iter().any(|word| *word != 0);
        let most = if seen { MOST } else { MOST_UNSEEN };
        match groups.last_mut() {
            Some(last) if alike(last, glyph) && last.chars.len() < most => {
                last.bytes += i64::from(glyph.bytes);
                last.chars.push(glyph.char);
            }
            _ => groups.push(Group {
                face: glyph.face,
                pages: glyph.pages.clone(),
                bytes: i64::from(glyph.bytes),
                chars: vec![glyph.char],
            }),
        }
    }
    groups
}

fn alike(group: &Group, glyph: &Glyph) -> bool {
    (group.face, &group.pages) == (glyph.face, &glyph.pages)
}

/// The group that a group had best be joined with.
#[derive(Debug, Clone, Copy)]
struct Partner {
    /// What joining costs; below nothing, since it saves. If not `known`, no less than this.
    cost: i64,
    with: usize,
    known: bool,
}

/// Joins the two groups whose joining saves most, as long as any does.
fn join(groups: Vec<Group>, planes: &Planes) -> Vec<Group> {
    let mut groups: Vec<Option<Group>> = groups.into_iter().map(Some).collect();
    let mut partners: Vec<Option<Partner>> = (0..groups.len())
        .map(|at| partner(&groups, at, planes))
        .collect();
    loop {
        let all = partners.iter().enumerate();
        let best = all
            .filter_map(|(at, partner)| Some((at, (*partner)?)))
            .min_by_key(|(at, partner)| (partner.cost, *at));
        let Some((a, best)) = best else { break };
        if !best.known {
            partners[a] = partner(&groups, a, planes);
            continue;
        }
        let (Some(mut joined), Some(other)) = (groups[a].take(), groups[best.with].take()) else {
            break;
        };
        for (word, more) in joined.pages.iter_mut().zip(&other.pages) {
            *word |= more;
        }
        joined.bytes += other.bytes;
        joined.chars.extend(other.chars);
        partners[best.with] = None;
        for (at, group) in groups.iter().enumerate() {
            let Some(group) = group else { continue };
            let cost = cost(group, &joined, planes);
            let new = Partner {
                cost,
                with: a,
                known: true,
            };
            match partners[at] {
                // The group that grew suits this one better than what it had.
                Some(old) if cost < old.cost => partners[at] = Some(new),
                // What this one had is gone; whether another suits it is seen when it matters.
                Some(old) if old.with == a || old.with == best.with => {
                    partners[at] = Some(Partner {
                        known: false,
                        ..old
                    });
                }
                None if cost < 0 => partners[at] = Some(new),
                _ => {}
            }
        }
        groups[a] = Some(joined);
        partners[a] = partner(&groups, a, planes);
    }
    groups.into_iter().flatten().collect()
}

/// The group that a group had best be joined with, if that saves anything.
fn partner(groups: &[Option<Group>], at: usize, planes: &Planes) -> Option<Partner> {
    let own = groups[at].as_ref()?;
    let others = groups.iter().enumerate().filter(|(other, _)| *other != at);
    let (cost, with) = others
        .filter_map(|(other, group)| Some((cost(own, group.as_ref()?, planes), other)))
        .filter(|(cost, _)| *cost < 0)
        .min()?;
    Some(Partner {
        cost,
        with,
        known: true,
    })
}

/// What all pages together fetch more, in bytes, if two groups are one file.
fn cost(a: &Group, b: &Group, planes: &Planes) -> i64 {
    if a.face != b.face || a.chars.len() + b.chars.len() > MOST {
        return 0;
    }
    let (mut only_a, mut only_b, mut both, mut requests) = (0, 0, 0, 0);
    for at in 0..a.pages.len() {
        let (x, y) = (a.pages[at], b.pages[at]);
        only_a += count(x & !y, at, planes);
        only_b += count(y & !x, at, planes);
        both += count(x & y, at, planes);
        requests += i64::from((x & y).count_ones());
    }
    only_a * b.bytes + only_b * a.bytes - both * EMPTY - requests * COUNTS.0 * REQUEST
}

/// How much the pages of a word count for.
fn count(word: u64, at: usize, planes: &Planes) -> i64 {
    let mut sum = 0;
    for (k, plane) in planes.iter().enumerate() {
        sum += i64::from((word & plane[at]).count_ones()) << k;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glyph(char: char, pages: u64) -> Glyph {
        Glyph {
            face: 0,
            char,
            bytes: 100,
            pages: vec![pages],
        }
    }

    fn shown(groups: &[(usize, Vec<char>)]) -> Vec<String> {
        groups
            .iter()
            .map(|(_, group)| group.iter().collect())
            .collect()
    }

    #[test]
    fn what_pages_show_together_goes_together() {
        let glyphs: Vec<Glyph> = ('a'..='z')
            .map(|c| glyph(c, if c < 'n' { 0b0011 } else { 0b1100 }))
            .collect();
        assert_eq!(
            shown(&groups(&glyphs, &[0; 4], 100_000)),
            ["abcdefghijklm", "nopqrstuvwxyz"]
        );
    }

    #[test]
    fn a_few_glyphs_too_many_are_better_than_a_file_of_their_own() {
        let glyphs = [glyph('a', 0b1111), glyph('b', 0b0111), glyph('c', 0b1110)];
        assert_eq!(shown(&groups(&glyphs, &[0; 4], 100_000)), ["abc"]);
    }

    #[test]
    fn a_heavy_page_counts_for_more() {
        // Page 0 shows one of sixty characters, the other pages show them all.
        let glyphs: Vec<Glyph> = (0..60u32)
            .filter_map(|n| char::from_u32(0x4e00 + n))
            .map(|c| {
                glyph(
                    c,
                    if c == '\u{4e00}' {
                        0b1111_1111
                    } else {
                        0b1111_1110
                    },
                )
            })
            .collect();
        let (light, heavy) = ([0; 8], [9_000, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(groups(&glyphs, &light, 10_000).len(), 1);
        assert_eq!(groups(&glyphs, &heavy, 10_000).len(), 2);
    }
}
