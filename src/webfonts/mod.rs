//! Web fonts: the theme's faces with the characters that pages show, in files of which a page
//! fetches few, and the style sheets that say which file holds what.
//!
//! The stage comes after the pages, since it reads from them which characters they show, and
//! leads each to its own style sheet; a preview, which renders one page at a time, is given whole
//! faces instead.

mod css;
mod face;
mod plan;
mod scan;
mod slim;
mod woff2;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rayon::prelude::*;

use crate::base::OutPath;
use crate::cache::{Cache, CacheKey};
use crate::site::{PageRef, Site};
use crate::theme::{Theme, is_display_face};
use face::{DISPLAY, FontFace};
use plan::{FaceFile, PageGroup};
use scan::{BOLD, HEAVY, Marks, PLAIN, PageChars, Weights};

/// A page, to be read for its characters and led to its style sheet.
pub(crate) type FontPage<'p> = (&'p OutPath, &'p mut Vec<u8>);

/// The style sheet of the faces as pages are written; a build puts one for the page in its place.
const SHEET: &str = "assets/fonts.css";

/// How hard files are pressed, of 11: the last few hundredths take ten times as long.
const QUALITY: u8 = 8;

/// What only a search brings onto its page comes in files of so many characters.
const SLICE: usize = 120;

/// The fonts of the site and their style sheets, to which the pages now lead.
#[must_use]
pub(crate) fn all(
    site: &Site,
    theme: &Theme,
    cache: &Cache,
    mut pages: Vec<FontPage<'_>>,
) -> Vec<(OutPath, Vec<u8>)> {
    let mut faces: Vec<FontFace<'_>> = faces(theme).map(|(_, face)| face).collect();
    let of_text = faces.len();
    // The face of large type of each language, by its place.
    let mut large: BTreeMap<&str, usize> = BTreeMap::new();
    for (file, face) in large_faces(site, theme) {
        let languages = site.settings.languages.iter();
        let own = languages.filter(|lang| theme.manifest().display(**lang) == Some(file));
        large.extend(own.map(|lang| (lang.as_str(), faces.len())));
        faces.push(face);
    }
    let weights = Weights::of(sheets(theme));
    pages.retain(|(_, html)| place(html).is_some());
    let mut shown: Vec<(&str, PageChars)> = pages
        .par_iter()
        .map_init(Marks::new, |marks, (_, html)| {
            let html = std::str::from_utf8(html).unwrap_or_default();
            let lang = html.split("lang=\"").nth(1).unwrap_or_default();
            let lang = lang.split('"').next().unwrap_or_default();
            (lang, scan::page(html, &weights, marks))
        })
        .collect();
    // What the face of large type lacks is shown in bold.
    for (lang, shown) in &mut shown {
        let own = large.get(lang).and_then(|at| faces.get(*at));
        let is_lacking = |char: char| own.is_none_or(|face| !face.has(char));
        for (char, weights) in shown.iter_mut() {
            if *weights & HEAVY != 0 && is_lacking(*char) {
                *weights = *weights & !HEAVY | BOLD;
            }
        }
    }
    let mut by_lang: BTreeMap<&str, Vec<(usize, &PageChars)>> = BTreeMap::new();
    for (at, (lang, shown)) in shown.iter().enumerate() {
        by_lang.entry(*lang).or_default().push((at, shown));
    }
    let bits: Vec<u8> = faces
        .iter()
        .map(|face| match face {
            face if face.is_display => HEAVY,
            face if face.is_bold() => BOLD,
            _ => PLAIN,
        })
        .collect();
    let groups = by_lang.iter();
    let mut groups: Vec<PageGroup> = groups
        .flat_map(|(lang, pages)| {
            let is_own = |face| face < of_text || large.get(lang) == Some(&face);
            plan::groups(pages, &bits, |face, char| {
                is_own(face) && faces[face].has(char)
            })
        })
        .collect();
    let is_search = |path: &OutPath| {
        let mut langs = site.settings.languages.iter();
        langs.any(|lang| site.address(PageRef::Search, *lang) == path)
    };
    for group in &mut groups {
        if group.pages.iter().any(|at| is_search(pages[*at].0)) {
            // Rules that come later, of what the page itself shows, count.
            group
                .files
                .splice(0..0, everything(&faces[..of_text], &shown));
        }
    }

    let files: BTreeSet<&FaceFile> = groups.iter().flat_map(|group| &group.files).collect();
    let made: BTreeMap<&FaceFile, (String, Vec<u8>)> = files
        .into_par_iter()
        .filter_map(|file| {
            let face = &faces[file.0];
            let bytes = make(face, &file.1, cache)?;
            Some((file, (name(face, &bytes), bytes)))
        })
        .collect();

    let mut stand_ins = String::new();
    for face in &faces {
        css::push_fallback(face, &mut stand_ins);
    }
    let mut htmls: Vec<&mut Vec<u8>> = pages.into_iter().map(|(_, html)| html).collect();
    let mut out = BTreeMap::new();
    for group in &groups {
        let mut sheet = stand_ins.clone();
        for file in &group.files {
            if let Some((name, _)) = made.get(file) {
                css::push_file(&faces[file.0], &file.1, name, &mut sheet);
            }
        }
        let path = format!("assets/fonts/{}.css", hash(sheet.as_bytes()));
        for at in &group.pages {
            if let Some(place) = place(htmls[*at]) {
                htmls[*at].splice(place, path.bytes());
            }
        }
        out.insert(path, sheet.into_bytes());
    }
    let fonts = made.into_values();
    out.extend(fonts.map(|(name, bytes)| (format!("assets/fonts/{name}"), bytes)));
    out.extend(licences(site, theme));
    out.into_iter()
        .filter_map(|(path, bytes)| Some((OutPath::parse(&path)?, bytes)))
        .collect()
}

/// The licences that lie beside the faces, by path.
fn licences(site: &Site, theme: &Theme) -> Vec<(String, Vec<u8>)> {
    let folder = |name: &str| name.rsplit_once('/').map(|(folder, _)| folder.to_owned());
    let names = faces(theme).chain(large_faces(site, theme));
    let folders: BTreeSet<_> = names.map(|(name, _)| folder(name)).collect();
    theme
        .texts("fonts/")
        .filter(|(name, _)| name.ends_with(".txt") && folders.contains(&folder(name)))
        .map(|(name, text)| (format!("assets/{name}"), text.into()))
        .collect()
}

/// Where a page names the style sheet.
fn place(html: &[u8]) -> Option<Range<usize>> {
    let mut places = html.windows(SHEET.len());
    let at = places.position(|place| place == SHEET.as_bytes())?;
    Some(at..at + SHEET.len())
}

/// Every character of the site and those that a reader may type, in slices, for each face.
fn everything(faces: &[FontFace<'_>], shown: &[(&str, PageChars)]) -> Vec<FaceFile> {
    let mut all = Marks::new();
    all.add(&(' '..='~').collect::<String>(), PLAIN);
    for (char, _) in shown.iter().flat_map(|(_, shown)| shown) {
        all.add_one(*char, PLAIN);
    }
    let all = all.take();
    let slices = |(at, face): (usize, &FontFace<'_>)| {
        let chars = all.iter().map(|(char, _)| *char);
        let chars: Vec<char> = chars.filter(|char| face.has(*char)).collect();
        let slices = chars.chunks(SLICE).map(|slice| (at, slice.into()));
        slices.collect::<Vec<_>>()
    };
    faces.iter().enumerate().flat_map(slices).collect()
}

/// A file's bytes, from the cache if it has them.
fn make(face: &FontFace<'_>, chars: &[char], cache: &Cache) -> Option<Vec<u8>> {
    let key = CacheKey::new("web-font-2")
        .with(face.fingerprint())
        .with([QUALITY])
        .with(chars.iter().collect::<String>());
    cache.get(&key).or_else(|| {
        let bytes = face.subset(chars, QUALITY)?;
        cache.put(&key, &bytes);
        Some(bytes)
    })
}

/// A file's name says what it holds, so that browsers may keep it for good.
fn name(face: &FontFace<'_>, bytes: &[u8]) -> String {
    let family = face.family.chars().filter(char::is_ascii_alphanumeric);
    let family = family.collect::<String>().to_ascii_lowercase();
    format!("{family}-{}-{}.woff2", face.weight, hash(bytes))
}

fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..10].to_owned()
}

/// One file for a live preview, which fetches whole faces: what the pages show changes with
/// every word that is typed.
#[must_use]
pub(crate) fn file(site: &Site, theme: &Theme, path: &OutPath) -> Option<Vec<u8>> {
    if path.as_str() == SHEET {
        let mut sheet = String::new();
        for (name, face) in faces(theme).chain(large_faces(site, theme)) {
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

/// The faces that the theme's style sheets name, with their files; the heavy ones are for paper, whatever
/// a style sheet calls a face of the reader's machine.
fn faces(theme: &Theme) -> impl Iterator<Item = (&str, FontFace<'_>)> {
    theme
        .files("fonts/")
        .filter(|(name, _)| name.ends_with(".ttf") && !is_display_face(name))
        .filter_map(|(name, bytes)| Some((name, FontFace::read(bytes)?)))
        .filter(|(_, face)| sheets(theme).any(|sheet| sheet.contains(&face.family)))
}

/// The faces of large type, with their files, where style sheets name such.
fn large_faces<'t>(site: &Site, theme: &'t Theme) -> impl Iterator<Item = (&'t str, FontFace<'t>)> {
    let name = format!("\"{DISPLAY}\"");
    let is_named = sheets(theme).any(|sheet| sheet.contains(&name));
    let languages = site.settings.languages.iter().filter(move |_| is_named);
    let files: BTreeSet<&str> = languages
        .filter_map(|lang| theme.manifest().display(*lang))
        .collect();
    files.into_iter().filter_map(|file| {
        let face = FontFace::read(theme.bytes(file)?)?;
        Some((file, face.for_large_type()))
    })
}
