//! Which characters go into one file.
//!
//! A page fetches at most two files of a face: one of what many pages in its language show, which
//! a reader fetches once, and one of its own with the rest. That is nearly the least that a page
//! can weigh, in four requests; what it costs is files for each page, to be made and kept. (Files
//! that pages share in other ways weigh more or are many: no two statements have the same rare
//! characters.) Above [`MOST`] pages, neighbours share what would be their own.

use std::sync::Arc;

use rayon::prelude::*;

use super::scan::{BOLD, HEAVY, PageChars, TABLE};

/// The characters of one file of a face, in order.
pub(super) type FaceFile = (usize, Arc<[char]>);

/// In one language, as many pages may have files of their own.
const MOST: usize = 2_000;

/// Pages that fetch the same files.
pub(super) struct PageGroup {
    pub(super) pages: Vec<usize>,
    pub(super) files: Vec<FaceFile>,
}

/// Groups `pages` of one language, each with what it shows. `faces` are the weights that each
/// face is for, and `has` says whether a face has a character.
pub(super) fn groups(
    pages: &[(usize, &PageChars)],
    faces: &[u8],
    has: impl Fn(usize, char) -> bool + Sync,
) -> Vec<PageGroup> {
    // What is set in large type is each page's own.
    let of_face = |(face, weight): (usize, &u8)| match *weight {
        HEAVY => Arc::new([]),
        weight => common(pages, weight, |char| has(face, char)),
    };
    let common: Vec<Arc<[char]>> = faces.iter().enumerate().map(of_face).collect();
    let group = |pages: &[(usize, &PageChars)]| {
        let all = pages.iter().flat_map(|(_, shown)| shown.iter().copied());
        let mut shown: PageChars = all.collect();
        shown.sort_unstable();
        // Whoever shows large type, in a file of its own, fetches no more files for that.
        let is_heavy = shown.iter().any(|(_, weights)| weights & HEAVY != 0);
        let mut files = Vec::new();
        for (face, (weight, common)) in faces.iter().zip(&common).enumerate() {
            let shown = shown.iter().filter(|(_, weights)| weights & weight != 0);
            let mut own: Vec<char> = shown.map(|(char, _)| *char).collect();
            own.dedup();
            own.retain(|char| has(face, *char));
            let is_common = |char: &char| common.binary_search(char).is_ok();
            // Whoever shows little is not to fetch all that others show.
            let shares = *weight != BOLD || !is_heavy;
            if shares && own.iter().filter(|char| is_common(char)).count() * 2 > common.len() {
                own.retain(|char| !is_common(char));
                files.push((face, Arc::clone(common)));
            }
            if !own.is_empty() {
                files.push((face, own.into()));
            }
        }
        PageGroup {
            pages: pages.iter().map(|(at, _)| *at).collect(),
            files,
        }
    };
    let size = pages.len().div_ceil(MOST).max(1);
    pages.par_chunks(size).map(group).collect()
}

/// What more than a third of the pages show in a weight.
fn common(pages: &[(usize, &PageChars)], weight: u8, has: impl Fn(char) -> bool) -> Arc<[char]> {
    let mut counts = vec![0; TABLE];
    for (char, weights) in pages.iter().flat_map(|(_, shown)| *shown) {
        counts[*char as usize] += usize::from(weights & weight != 0);
    }
    let many = (0..)
        .zip(counts)
        .filter(|(_, count)| count * 3 > pages.len());
    let many = many.filter_map(|(char, _)| char::from_u32(char));
    many.filter(|char| has(*char)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::scan::PLAIN;
    use super::*;

    fn files(pages: &[&str]) -> Vec<Vec<(usize, String)>> {
        let bold = |char: char| if char.is_uppercase() { BOLD } else { PLAIN };
        let shown = pages
            .iter()
            .map(|page| page.chars().map(|char| (char, bold(char))).collect());
        let shown: Vec<PageChars> = shown.collect();
        let pages: Vec<(usize, &PageChars)> = shown.iter().enumerate().collect();
        let groups = groups(&pages, &[PLAIN, BOLD], |_, char| char != '?');
        let text = |(face, chars): FaceFile| (face, chars.iter().collect());
        let files = groups
            .into_iter()
            .map(|group| group.files.into_iter().map(text).collect());
        files.collect()
    }

    #[test]
    fn a_page_has_what_many_show_and_its_own_in_each_weight() {
        let found = files(&["abcxA", "abcyA?", "abczAB", "abw"]);
        let own = |own: &str, bold: &str| {
            let all = [(0, "abc"), (0, own), (1, "A"), (1, bold)];
            let there = all.into_iter().filter(|(_, chars)| !chars.is_empty());
            there
                .map(|(face, chars)| (face, chars.to_owned()))
                .collect::<Vec<_>>()
        };
        assert_eq!(found[..3], [own("x", ""), own("y", ""), own("z", "B")]);
        // Two of three are more than half; of the bold face this page shows nothing.
        assert_eq!(found[3], [(0, "abc".to_owned()), (0, "w".to_owned())]);
    }

    #[test]
    fn large_type_costs_no_more_files() {
        let heavy = |char: char| match char {
            '1'..='9' => HEAVY,
            char if char.is_uppercase() => BOLD,
            _ => PLAIN,
        };
        let shown =
            ["abxAB1", "abyAB", "abzAB"].map(|page| page.chars().map(|c| (c, heavy(c))).collect());
        let pages: Vec<(usize, &PageChars)> = shown.iter().enumerate().collect();
        let groups = groups(&pages, &[PLAIN, BOLD, HEAVY], |_, _| true);
        let faces = |at: usize| -> Vec<(usize, String)> {
            let files = groups[at].files.iter();
            files
                .map(|(face, chars)| (*face, chars.iter().collect()))
                .collect()
        };
        let file = |face: usize, chars: &str| (face, chars.to_owned());
        assert_eq!(
            faces(0),
            [file(0, "ab"), file(0, "x"), file(1, "AB"), file(2, "1")]
        );
        assert_eq!(faces(1), [file(0, "ab"), file(0, "y"), file(1, "AB")]);
    }

    #[test]
    fn who_shows_little_does_not_fetch_what_others_show() {
        let found = files(&["abcdefgh", "abcdefgh", "abcdefgh", "ax"]);
        assert_eq!(found[3], [(0, "ax".to_owned())]);
    }

    #[test]
    fn neighbours_share_where_pages_are_many() {
        let pages: Vec<String> = (0..2 * MOST).map(|n| format!("ab{n}")).collect();
        let shown: Vec<&str> = pages.iter().map(String::as_str).collect();
        assert_eq!(files(&shown).len(), MOST);
    }
}
