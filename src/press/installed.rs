//! The faces that are installed on the machine, which lend what the theme's lack.
//!
//! They are looked for when a character is missing, and not before. Of a file only the tables are
//! read that tell what it holds; a face is read whole when it lends.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ttf_parser::{Permissions, Style, Width, name, name_id, os2};
use walkdir::WalkDir;

use super::covered::ranges;
use crate::base::Lang;
use crate::cache::CacheKey;

/// Names folders to look in, instead of those of the system; an empty one names none.
const VARIABLE: &str = "CHIRASHI_FONTS";

/// The installed faces that may be embedded, the best first where all else is alike.
pub(super) struct InstalledFaces(Vec<InstalledFace>);

/// A face, and what there is to know of it before it is read.
#[derive(Debug, Clone)]
struct InstalledFace {
    family: String,
    path: PathBuf,
    index: u32,
    /// How long its file is.
    length: u64,
    weight: u16,
    /// How far it is from the theme's own: with serifs, of even widths, narrow, variable.
    unlike: (u8, bool, bool, bool),
    /// The scripts of East Asia that it is made for: Japanese, Chinese in both scripts, Korean.
    regions: [bool; 4],
    runs: Arc<[(u32, u32)]>,
}

/// A face that lends.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct LentFace {
    /// The family's name.
    pub family: String,
    /// Its file.
    pub path: PathBuf,
    /// Its place in the file.
    pub index: u32,
    /// How long the file is.
    pub length: u64,
}

/// Who lends what.
#[derive(Debug, Clone, Default)]
pub(super) struct Lending {
    /// The faces, regular and bold.
    pub faces: Vec<LentFace>,
    /// The family that lends a character.
    pub of: BTreeMap<char, String>,
    /// The characters that no face has.
    pub none: BTreeSet<char>,
}

impl LentFace {
    /// The whole file; empty when it is gone.
    pub(super) fn read(&self) -> Vec<u8> {
        std::fs::read(&self.path).unwrap_or_default()
    }

    /// The name of its file.
    pub(super) fn file_name(&self) -> String {
        let name = self.path.file_name().unwrap_or_default();
        name.to_string_lossy().into_owned()
    }
}

impl InstalledFaces {
    /// Looks through the folders of the machine. `known` are the families of the theme, which have
    /// said that they have no more.
    pub(super) fn of_machine(known: &[String]) -> Self {
        let mut faces = Vec::new();
        for path in files() {
            read_file(&path, &mut faces);
        }
        faces.retain(|face| !known.contains(&face.family));
        faces.sort_by(|a, b| {
            let key = |face: &InstalledFace| {
                (face.unlike, face.family.clone(), face.weight.abs_diff(400))
            };
            (key(a), &a.path, a.index).cmp(&(key(b), &b.path, b.index))
        });
        Self(faces)
    }

    /// For each character the first face that has it, those first that are made for the language.
    pub(super) fn lend(&self, missing: &BTreeSet<char>, lang: Lang) -> Lending {
        let region = region_of(lang);
        let mut lending = Lending::default();
        let mut families: BTreeMap<&str, BTreeSet<char>> = BTreeMap::new();
        for c in missing {
            let having = || self.0.iter().filter(|face| face.has(*c));
            let of_region = || having().find(|face| face.regions[region]);
            let first = if is_east_asian(*c) {
                of_region().or_else(|| having().next())
            } else {
                having().next()
            };
            match first {
                Some(face) => {
                    lending.of.insert(*c, face.family.clone());
                    families.entry(&face.family).or_default().insert(*c);
                }
                None => {
                    lending.none.insert(*c);
                }
            }
        }
        for (family, chars) in families {
            let faces = || {
                let own = self.0.iter().filter(move |face| face.family == family);
                own.filter(|face| chars.iter().all(|c| face.has(*c)))
            };
            for weight in [400, 700] {
                let face = faces().min_by_key(|face| face.weight.abs_diff(weight));
                lending.faces.extend(face.map(InstalledFace::lent));
            }
            // No face of the family has all of them: each that has some.
            if faces().next().is_none() {
                for c in &chars {
                    let mut own = self.0.iter().filter(|face| face.family == family);
                    lending
                        .faces
                        .extend(own.find(|face| face.has(*c)).map(InstalledFace::lent));
                }
            }
        }
        lending.faces.sort();
        lending.faces.dedup();
        lending
    }
}

impl InstalledFace {
    fn has(&self, c: char) -> bool {
        let c = u32::from(c);
        let after = self.runs.partition_point(|(first, _)| *first <= c);
        after > 0 && self.runs.get(after - 1).is_some_and(|(_, last)| c <= *last)
    }

    fn lent(&self) -> LentFace {
        LentFace {
            family: self.family.clone(),
            path: self.path.clone(),
            index: self.index,
            length: self.length,
        }
    }
}

/// Where faces are installed.
fn folders() -> Vec<PathBuf> {
    if let Some(own) = std::env::var_os(VARIABLE) {
        let all = std::env::split_paths(&own);
        return all.filter(|path| !path.as_os_str().is_empty()).collect();
    }
    let below =
        |variable: &str, path: &str| Some(Path::new(&std::env::var_os(variable)?).join(path));
    let all = if cfg!(windows) {
        vec![
            below("WINDIR", "Fonts"),
            below("LOCALAPPDATA", "Microsoft/Windows/Fonts"),
        ]
    } else if cfg!(target_os = "macos") {
        vec![
            Some("/System/Library/Fonts".into()),
            Some("/Library/Fonts".into()),
            below("HOME", "Library/Fonts"),
        ]
    } else {
        vec![
            Some("/usr/share/fonts".into()),
            Some("/usr/local/share/fonts".into()),
            below("HOME", ".local/share/fonts"),
            below("HOME", ".fonts"),
        ]
    };
    all.into_iter().flatten().collect()
}

/// The files of faces, folder by folder.
fn files() -> impl Iterator<Item = PathBuf> {
    let walk = |folder| {
        let files = WalkDir::new(folder).follow_links(true).max_depth(8);
        files.sort_by_file_name().into_iter().flatten()
    };
    let files = folders().into_iter().flat_map(walk);
    let files = files.filter(|file| file.file_type().is_file());
    files
        .map(walkdir::DirEntry::into_path)
        .filter(|path| is_font(path))
}

/// A fingerprint of which faces are installed: a build that could borrow from others is not the same.
pub(crate) fn installed_faces(key: CacheKey) -> CacheKey {
    files().fold(key, |key, path| {
        let length = path.metadata().map_or(0, |meta| meta.len());
        key.with(path.to_string_lossy().as_bytes())
            .with(length.to_le_bytes())
    })
}

fn is_font(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    ["ttf", "otf", "ttc", "otc"].contains(&ending.to_ascii_lowercase().as_str())
}

/// Which of the regions a language is set for.
fn region_of(lang: Lang) -> usize {
    match lang.as_str() {
        "zh-tw" | "zh-hk" | "zh-hant" => 2,
        _ => match lang.base() {
            "zh" => 1,
            "ko" => 3,
            _ => 0,
        },
    }
}

/// Whether the form of a character differs by region.
const fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}' | '\u{1b000}'..='\u{1b16f}' | '\u{20000}'..='\u{3ffff}')
}

/// An OpenType file, of which parts are read.
struct FontReader {
    file: File,
    length: u64,
}

/// Where a table stands in its file: offset and length.
type TablePlace = (u64, usize);

impl FontReader {
    fn open(path: &Path) -> Option<Self> {
        let mut file = File::open(path).ok()?;
        let length = file.seek(SeekFrom::End(0)).ok()?;
        Some(Self { file, length })
    }

    fn bytes(&mut self, (at, length): TablePlace) -> Option<Vec<u8>> {
        const MOST: usize = 16 << 20;
        if length > MOST || at.checked_add(length as u64)? > self.length {
            return None;
        }
        self.file.seek(SeekFrom::Start(at)).ok()?;
        let mut bytes = vec![0; length];
        self.file.read_exact(&mut bytes).ok()?;
        Some(bytes)
    }

    /// Where the faces of the file begin.
    fn faces(&mut self) -> Option<Vec<u64>> {
        const MOST: u32 = 256;
        let head = self.bytes((0, 12))?;
        if !head.starts_with(b"ttcf") {
            return Some(vec![0]);
        }
        let count = number(&head, 8)?.min(MOST);
        let offsets = self.bytes((12, 4 * count as usize))?;
        let offset = |at: u32| number(&offsets, 4 * at as usize).map(u64::from);
        Some((0..count).filter_map(offset).collect())
    }

    /// The tables of a face by their names.
    fn tables(&mut self, face: u64) -> Option<BTreeMap<[u8; 4], TablePlace>> {
        let head = self.bytes((face, 12))?;
        let count = usize::from(u16::from_be_bytes([*head.get(4)?, *head.get(5)?]));
        let records = self.bytes((face + 12, 16 * count))?;
        let (records, _) = records.as_chunks::<16>();
        let place = |record: &[u8; 16]| {
            let (name, _) = record.split_first_chunk::<4>()?;
            let (at, length) = (number(record, 8)?, number(record, 12)?);
            Some((*name, (u64::from(at), length as usize)))
        };
        Some(records.iter().filter_map(place).collect())
    }
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    let (four, _) = bytes.get(at..)?.split_first_chunk::<4>()?;
    Some(u32::from_be_bytes(*four))
}

/// Takes the faces of a file that may be embedded. What cannot be read lends nothing.
fn read_file(path: &Path, all: &mut Vec<InstalledFace>) {
    let Some(mut font) = FontReader::open(path) else {
        return;
    };
    // Faces of a collection share tables.
    let mut known: BTreeMap<TablePlace, Arc<[(u32, u32)]>> = BTreeMap::new();
    for (index, at) in (0..).zip(font.faces().unwrap_or_default()) {
        if let Some(face) = read_face(&mut font, path, (index, at), &mut known) {
            all.push(face);
        }
    }
}

fn read_face(
    font: &mut FontReader,
    path: &Path,
    (index, at): (u32, u64),
    known: &mut BTreeMap<TablePlace, Arc<[(u32, u32)]>>,
) -> Option<InstalledFace> {
    let tables = font.tables(at)?;
    let has = |name: &[u8; 4]| tables.contains_key(name);
    let is_coloured = [b"CBDT", b"sbix", b"SVG ", b"COLR"].into_iter().any(has);
    if is_coloured || !(has(b"glyf") || has(b"CFF ")) {
        return None;
    }
    let bytes = font.bytes(*tables.get(b"OS/2")?)?;
    let os2 = os2::Table::parse(&bytes)?;
    let may_be_embedded = os2.permissions()? != Permissions::Restricted
        && os2.is_subsetting_allowed()
        && os2.is_outline_embedding_allowed();
    if !may_be_embedded || os2.style() != Style::Normal {
        return None;
    }
    let names = font.bytes(*tables.get(b"name")?)?;
    let family = family(&names).filter(|family| !lends_nothing(family))?;
    let place = *tables.get(b"cmap")?;
    let runs = match known.get(&place) {
        Some(runs) => Arc::clone(runs),
        None => {
            let runs: Arc<[(u32, u32)]> = ranges(&font.bytes(place)?).into();
            known.insert(place, Arc::clone(&runs));
            runs
        }
    };
    let panose = bytes.get(32..42).unwrap_or_default();
    Some(InstalledFace {
        unlike: (
            serifs(panose, &family),
            family.contains("Mono"),
            os2.width() != Width::Normal,
            has(b"fvar"),
        ),
        regions: regions(&bytes, &family),
        path: path.to_owned(),
        index,
        length: font.length,
        weight: os2.weight().to_number(),
        family,
        runs,
    })
}

/// The name of the family: in English, if it has one, as it is typographically.
fn family(table: &[u8]) -> Option<String> {
    const ENGLISH: u16 = 0x0409;
    let names = name::Table::parse(table)?.names;
    let of = |id: u16| {
        let all = || names.into_iter().filter(move |own| own.name_id == id);
        let english = all().find(|own| own.is_unicode() && own.language_id == ENGLISH);
        let any = || all().find(name::Name::is_unicode);
        english.or_else(any)?.to_string()
    };
    of(name_id::TYPOGRAPHIC_FAMILY).or_else(|| of(name_id::FAMILY))
}

/// Faces that say they have everything and draw boxes, and those that the system keeps to itself.
fn lends_nothing(family: &str) -> bool {
    let boxes = [
        "LastResort",
        "Last Resort",
        "Adobe Blank",
        "Adobe NotDef",
        "Unifont",
    ];
    family.starts_with('.') || boxes.iter().any(|name| family.contains(name))
}

/// 0 for a face without serifs, 2 for one with them, 1 where nobody knows.
fn serifs(panose: &[u8], family: &str) -> u8 {
    match panose {
        [2, 11..=15, ..] => return 0,
        [2, 2..=10, ..] => return 2,
        _ => {}
    }
    let is_named = |names: &[&str]| names.iter().any(|name| family.contains(name));
    if is_named(&["Sans", "Gothic", "ゴシック", "Kaku", "Hei", "黑"]) {
        0
    } else if is_named(&["Serif", "Mincho", "明朝", "Song", "Ming", "宋"]) {
        2
    } else {
        1
    }
}

/// What the table `OS/2` and the name tell of the regions that a face is made for.
fn regions(os2: &[u8], family: &str) -> [bool; 4] {
    let pages = number(os2, 78).unwrap_or_default();
    let named = |name: &str| family.ends_with(name) || family.contains(&format!("{name} "));
    let other = [" JP", " SC", " TC", " KR", " HK"].map(named);
    let of = |bit: u32, own: usize| {
        let elsewhere = other.iter().enumerate().any(|(at, is)| *is && at != own);
        pages >> bit & 1 == 1 && !elsewhere
    };
    [of(17, 0), of(18, 1), of(20, 2), of(19, 3)]
}
