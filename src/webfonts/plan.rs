//! Which characters go into one file: those that pages show together.
//!
//! A reader who opens any page should fetch little that the page does not show, in few files.
//! Beginning with the characters that stand on exactly the same pages, groups are joined as long
//! as all pages together gain by it (`join`); a file costs something by itself, and so does every
//! glyph that a page fetches and does not show. Then characters change places for the sake of
//! pages that would exceed the budget (`exchange`).

mod exchange;
mod join;
mod pages;

pub(super) use pages::Pages;

/// A character of a face, its weight in bytes, and the pages that show it.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    pub(super) face: usize,
    pub(super) char: char,
    pub(super) bytes: u32,
    pub(super) pages: Pages,
}

/// What a file weighs besides its outlines, in bytes.
pub(super) const FILE: i64 = 330;

/// What a file of its own costs a reader, in bytes: its own weight, that of asking for it, and the
/// time in which a browser sets the text again when it comes.
const OWN: i64 = 1_200;

/// No more characters than this in one file, so that what many pages share does not grow
/// without bounds on large sites.
const MOST: usize = 400;

/// The same where no page is known to show them.
const MOST_UNSEEN: usize = 40;

/// Characters of one face, the pages that show any of them, and what they weigh.
#[derive(Debug, Clone)]
struct GlyphGroup {
    face: usize,
    pages: Pages,
    bytes: i64,
    chars: Vec<char>,
}

/// Groups glyphs into files, each of one face. `loads` says what each page weighs besides these
/// glyphs, `budget` what a page should weigh at most, in bytes.
pub(super) fn groups(glyphs: &[Glyph], loads: &[i64], budget: i64) -> Vec<(usize, Vec<char>)> {
    let parts = together(glyphs);
    let files = join::join(parts.clone());
    let files = exchange::exchange(&parts, files, loads, budget);
    let mut groups: Vec<(usize, Vec<char>)> = files
        .into_iter()
        .map(|mut group| {
            group.chars.sort_unstable();
            (group.face, group.chars)
        })
        .collect();
    groups.sort();
    groups
}

/// What each page weighs with the files that it fetches, in bytes.
fn fetched(files: &[GlyphGroup], loads: &[i64]) -> Vec<i64> {
    let mut loads = loads.to_vec();
    for file in files {
        for page in file.pages.iter() {
            loads[page] += file.bytes + FILE;
        }
    }
    loads
}

/// Characters that stand on exactly the same pages, together.
fn together(glyphs: &[Glyph]) -> Vec<GlyphGroup> {
    let mut sorted: Vec<&Glyph> = glyphs.iter().collect();
    sorted.sort_by(|a, b| (a.face, &a.pages, a.char).cmp(&(b.face, &b.pages, b.char)));
    let mut groups: Vec<GlyphGroup> = Vec::new();
    for glyph in sorted {
        let most = if glyph.pages.is_empty() {
            MOST_UNSEEN
        } else {
            MOST
        };
        match groups.last_mut() {
            Some(last) if alike(last, glyph) && last.chars.len() < most => {
                last.bytes += i64::from(glyph.bytes);
                last.chars.push(glyph.char);
            }
            _ => groups.push(GlyphGroup {
                face: glyph.face,
                pages: glyph.pages.clone(),
                bytes: i64::from(glyph.bytes),
                chars: vec![glyph.char],
            }),
        }
    }
    groups
}

fn alike(group: &GlyphGroup, glyph: &Glyph) -> bool {
    (group.face, &group.pages) == (glyph.face, &glyph.pages)
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn pages(bits: u64) -> Pages {
        let mut pages = Pages::none(64);
        (0..64)
            .filter(|page| bits >> page & 1 == 1)
            .for_each(|page| pages.insert(page));
        pages
    }

    /// Characters of a thousand bytes each.
    pub(super) fn group(chars: &str, bits: u64) -> GlyphGroup {
        let chars: Vec<char> = chars.chars().collect();
        GlyphGroup {
            face: 0,
            pages: pages(bits),
            bytes: 1_000 * i64::try_from(chars.len()).unwrap_or_default(),
            chars,
        }
    }

    fn glyph(char: char, bits: u64) -> Glyph {
        Glyph {
            face: 0,
            char,
            bytes: 100,
            pages: pages(bits),
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
    fn a_page_that_is_too_heavy_is_spared_what_it_does_not_show() {
        // Page 0 shows one of forty characters, the other pages show them all.
        let glyphs: Vec<Glyph> = (0..40u32)
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
