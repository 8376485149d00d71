//! Web fonts: the theme's faces with the characters that the site uses, in files that a page
//! fetches as it needs them, and the style sheet that says which file holds what.
//!
//! The stage comes after the pages, since it reads from them which characters stand together;
//! a preview, which renders one page at a time, is given whole faces instead.

mod chars;
mod css;
mod face;
mod plan;
mod scan;
mod slim;
mod woff2;

use std::cmp::Reverse;

use rayon::prelude::*;

use crate::base::OutPath;
use crate::cache::{Cache, CacheKey};
use crate::site::Site;
use crate::theme::Theme;
use chars::Chars;
use face::FontFace;
use plan::{Glyph, Pages};
use scan::{Used, Weights};

/// What a page should weigh at most when it is first opened, compressed, in bytes: the promise
/// is 100 kB, and what is estimated here needs some air.
const BUDGET: i64 = 96_000;

/// More pages than this say nothing new about what stands together.
const SAMPLE: usize = 384;

/// No more characters than these are worth the slowest compression.
const FEW: usize = 2_000;

/// A page, to be read for its characters.
pub type FontPage<'p> = (&'p OutPath, &'p [u8]);

/// One file: a face, and the characters it holds.
struct FontFile<'f> {
    face: &'f FontFace<'f>,
    chars: Vec<char>,
}

/// The style sheet of the faces.
const SHEET: &str = "assets/fonts.css";

/// The fonts of the site and their style sheet; without fonts in the theme that is empty.
#[must_use]
pub fn all(
    site: &Site,
    theme: &Theme,
    cache: &Cache,
    pages: &[FontPage<'_>],
) -> Vec<(OutPath, Vec<u8>)> {
    let faces: Vec<FontFace<'_>> = faces(theme).map(|(_, face)| face).collect();
    let weights = Weights::of(sheets(theme));
    let (whole, sample) = read(theme, pages, &weights);
    let all = everything(site, theme, whole);
    let files = divide(theme, &faces, &all, &sample);
    let quality = if all.visible().count() > FEW { 8 } else { 10 };
    let made: Vec<Option<(OutPath, Vec<u8>)>> = files
        .par_iter()
        .map(|file| {
            let bytes = file.make(quality, cache)?;
            let path = format!("assets/fonts/{}", name(file.face, &bytes));
            Some((OutPath::parse(&path)?, bytes))
        })
        .collect();

    let mut sheet = String::new();
    let mut out = Vec::new();
    for face in &faces {
        css::push_fallback(face, &mut sheet);
        let own = files.iter().zip(&made);
        let mut own: Vec<_> = own
            .filter(|(file, _)| std::ptr::eq(file.face, face))
            .filter_map(|(file, made)| Some((file.chars.as_slice(), made.as_ref()?.0.as_str())))
            .collect();
        own.sort_by_key(|(chars, _)| Reverse(css::kana_and_kanji(chars)));
        css::push_face(face, &own, &mut sheet);
    }
    out.extend(made.into_iter().flatten());
    out.extend(OutPath::parse(SHEET).map(|path| (path, sheet.into_bytes())));
    let licences = theme
        .texts("fonts/")
        .filter(|(name, _)| name.ends_with(".txt"));
    if !faces.is_empty() {
        out.extend(licences.filter_map(|(name, text)| {
            Some((OutPath::parse(&format!("assets/{name}"))?, text.into()))
        }));
    }
    out
}

/// One file for a live preview, which fetches whole faces: what the pages show changes with
/// every word that is typed.
#[must_use]
pub fn file(theme: &Theme, path: &OutPath) -> Option<Vec<u8>> {
    if path.as_str() == SHEET {
        let mut sheet = String::new();
        for (name, face) in faces(theme) {
            css::push_fallback(&face, &mut sheet);
            css::push_whole(&face, name, &mut sheet);
        }
        return Some(sheet.into_bytes());
    }
    let name = path.as_str().strip_prefix("assets/")?;
    let is_font = name.starts_with("fonts/");
    is_font.then(|| theme.bytes(name).map(<[u8]>::to_vec))?
}

fn sheets(theme: &Theme) -> impl Iterator<Item = &str> {
    theme.texts("css/").map(|(_, text)| text)
}

/// The faces that the theme's style sheets name, with their files.
fn faces(theme: &Theme) -> impl Iterator<Item = (&str, FontFace<'_>)> {
    theme
        .files("fonts/")
        .filter(|(name, _)| name.ends_with(".ttf"))
        .filter_map(|(name, bytes)| Some((name, FontFace::read(bytes)?)))
        .filter(|(_, face)| sheets(theme).any(|sheet| sheet.contains(&face.family)))
}

impl FontFile<'_> {
    /// The file's bytes, from the cache if it has them.
    fn make(&self, quality: u8, cache: &Cache) -> Option<Vec<u8>> {
        let chars: String = self.chars.iter().collect();
        let key = CacheKey::new("web-font")
            .with(self.face.fingerprint())
            .with([quality])
            .with(chars);
        cache.get(&key).or_else(|| {
            let bytes = self.face.subset(&self.chars, quality)?;
            cache.put(&key, &bytes);
            Some(bytes)
        })
    }
}

/// A file's name says what it holds, so that browsers may keep it for good.
fn name(face: &FontFace<'_>, bytes: &[u8]) -> String {
    let family: String = face
        .family
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|char| char.to_ascii_lowercase())
        .collect();
    let hash = blake3::hash(bytes).to_hex();
    format!("{family}-{}-{}.woff2", face.weight, &hash[..10])
}

/// One `n`th of a size, in bytes.
fn part(size: usize, n: i64) -> i64 {
    i64::try_from(size).unwrap_or(i64::MAX) / n
}

/// What a page and its scripts weigh when they are sent, in bytes, about.
fn weigh(theme: &Theme, html: &str) -> i64 {
    let scripts = theme.texts("js/").filter(|(name, _)| {
        let file = name.trim_start_matches("js/");
        html.contains(&format!("assets/{file}\""))
    });
    part(html.len(), 5)
        + scripts
            .map(|(_, script)| part(script.len(), 3))
            .sum::<i64>()
}

/// What all pages show together, and what a sample of them shows each, with what it weighs.
fn read(theme: &Theme, pages: &[FontPage<'_>], weights: &Weights) -> (Used, Vec<(i64, Used)>) {
    let step = pages.len().div_ceil(SAMPLE).max(1);
    let (whole, sample) = pages
        .par_iter()
        .enumerate()
        .fold(
            || (Used::new(), Vec::new()),
            |(mut whole, mut sample), (at, (path, html))| {
                let html = std::str::from_utf8(html).unwrap_or_default();
                if at % step == 0 || path.as_str().ends_with("index.html") {
                    let mut own = Used::new();
                    scan::page(html, Some(weights), &mut own);
                    whole.absorb(&own);
                    sample.push((weigh(theme, html), own));
                } else {
                    // Of the others it is enough to know what they show at all.
                    scan::page(html, None, &mut whole);
                }
                (whole, sample)
            },
        )
        .reduce(
            || (Used::new(), Vec::new()),
            |(mut whole, mut sample), (other, more)| {
                whole.absorb(&other);
                sample.extend(more);
                (whole, sample)
            },
        );
    (whole, sample)
}

/// Every character that the site may show: those of its pages, of style sheets, and of words
/// that a script may say.
fn everything(site: &Site, theme: &Theme, pages: Used) -> Chars {
    let mut all = pages.plain;
    all.absorb(&pages.bold);
    for (_, sheet) in theme.texts("css/") {
        sheet
            .chars()
            .filter(|char| !char.is_ascii())
            .for_each(|char| all.insert(char));
    }
    for lang in &site.settings.languages {
        let words = theme.words(*lang).map().values();
        words.for_each(|word| all.insert_all(word));
    }
    (' '..='~').for_each(|char| all.insert(char));
    all
}

/// Characters of Latin text, which pages in every language show.
fn is_latin(char: char) -> bool {
    matches!(char, ' '..='\u{24f}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}')
}

/// Divides the characters of the faces into files: for each face one for figures and marks, one
/// for Latin letters, one for what every page shows, and the others by what stands together.
fn divide<'f>(
    theme: &Theme,
    faces: &'f [FontFace<'f>],
    all: &Chars,
    sample: &[(i64, Used)],
) -> Vec<FontFile<'f>> {
    let shown = |face: &FontFace<'_>, used: &Used, char| {
        let set = if face.is_bold() {
            &used.bold
        } else {
            &used.plain
        };
        set.contains(char)
    };
    let (mut fixed, mut glyphs): (Vec<(usize, Vec<char>)>, _) = (Vec::new(), Vec::new());
    let css: i64 = sheets(theme).map(|sheet| part(sheet.len(), 5)).sum();
    let rules = 2 * part(all.visible().count() * faces.len(), 1);
    let page = |(bytes, _): &(i64, Used)| css + rules + 1_000 + bytes;
    let mut loads: Vec<i64> = sample.iter().map(page).collect();
    for (at, face) in faces.iter().enumerate() {
        let (mut letters, mut marks) = (Vec::new(), Vec::new());
        for char in all.visible() {
            let Some(bytes) = face.weigh(char) else {
                continue;
            };
            if is_latin(char) {
                let own = if char.is_alphabetic() {
                    &mut letters
                } else {
                    &mut marks
                };
                own.push((char, bytes));
                continue;
            }
            let mut pages = Pages::none(sample.len());
            for (page, (_, used)) in sample.iter().enumerate() {
                if shown(face, used, char) {
                    pages.insert(page);
                }
            }
            glyphs.push(Glyph {
                face: at,
                char,
                bytes,
                pages,
            });
        }
        for own in [letters, marks] {
            let weight: u32 = own.iter().map(|(_, bytes)| bytes).sum();
            for (load, (_, used)) in loads.iter_mut().zip(sample) {
                if own.iter().any(|(char, _)| shown(face, used, *char)) {
                    *load += plan::FILE + i64::from(weight);
                }
            }
            fixed.push((at, own.into_iter().map(|(char, _)| char).collect()));
        }
    }
    // What every page shows, such as the names of languages, must not draw in what few show.
    let everywhere = |glyph: &Glyph| {
        let on = usize::try_from(glyph.pages.count());
        on.is_ok_and(|on| sample.len() > 9 && on * 10 >= sample.len() * 9)
    };
    let (common, glyphs): (Vec<Glyph>, Vec<Glyph>) = glyphs.into_iter().partition(everywhere);
    let of = |at| common.iter().filter(move |glyph| glyph.face == at);
    fixed.extend((0..faces.len()).map(|at| (at, of(at).map(|glyph| glyph.char).collect())));
    let groups = plan::groups(&glyphs, &loads, BUDGET);
    fixed
        .into_iter()
        .filter(|(_, chars)| !chars.is_empty())
        .chain(groups)
        .map(|(at, chars)| FontFile {
            face: &faces[at],
            chars,
        })
        .collect()
}
