//! The lines of a leaflet as they stand on paper, read back from its PDF.

use std::collections::BTreeMap;
use std::path::Path;

use lopdf::{Dictionary, Document, Object};

use crate::support::Site;

/// A line of text. Lengths are points, from the lower left corner of the page.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) words: String,
    pub(crate) page: u32,
    /// From where to where it runs.
    pub(crate) from: f32,
    pub(crate) to: f32,
    /// Its baseline.
    pub(crate) base: f32,
    /// The type size that it begins in.
    pub(crate) size: f32,
    /// The largest type in it.
    pub(crate) largest: f32,
}

impl Line {
    /// Whether another line stands under this one in the same column.
    pub(crate) fn is_over(&self, next: &Self) -> bool {
        self.page == next.page
            && next.base < self.base
            && self.base - next.base < 4.0 * next.size.max(self.size)
            && (self.from - next.from).abs() < 4.0 * next.size.max(self.size)
    }

    /// What it says, without spaces and without the hyphens of broken words.
    fn bare(&self) -> String {
        let bare = bare(&self.words);
        bare.trim_end_matches(HYPHENS).to_owned()
    }

    /// Whether it ends within a word.
    pub(crate) fn is_broken(&self) -> bool {
        self.words.trim_end().ends_with(HYPHENS)
    }
}

const HYPHENS: [char; 3] = ['-', '\u{ad}', '\u{2010}'];

fn bare(text: &str) -> String {
    text.chars().filter(|char| !char.is_whitespace()).collect()
}

/// The lines that a text is set in, and those after them. The text must not hold hyphens of its
/// own.
pub(crate) fn of<'a>(lines: &'a [Line], text: &str) -> (&'a [Line], &'a [Line]) {
    let text = bare(text);
    let at = |first: usize| {
        let mut rest = text.as_str();
        for (at, line) in lines.iter().enumerate().skip(first) {
            rest = rest.strip_prefix(line.bare().as_str())?;
            if rest.is_empty() {
                return Some((&lines[first..=at], &lines[at + 1..]));
            }
        }
        None
    };
    let found = (0..lines.len()).find_map(at);
    found.unwrap_or_else(|| panic!("not set in full: {text}\n{lines:#?}"))
}

/// A font: what its glyphs say, and how wide they are in thousandths of the type size.
struct Face<'a> {
    encoding: lopdf::Encoding<'a>,
    widths: BTreeMap<u16, f32>,
}

impl<'a> Face<'a> {
    fn new(pdf: &'a Document, font: &'a Dictionary) -> Self {
        let below = font.get_deref(b"DescendantFonts", pdf).unwrap();
        let below = &below.as_array().unwrap()[0];
        let below = pdf.dereference(below).unwrap().1.as_dict().unwrap();
        let list = below.get_deref(b"W", pdf).unwrap().as_array().unwrap();
        let mut widths = BTreeMap::new();
        let mut at = 0;
        // `first [w w w]` or `first last w` (ISO 32000-1 §9.7.4.3).
        while at + 1 < list.len() {
            let first = glyph(&list[at]);
            if let Ok(own) = list[at + 1].as_array() {
                let own = own.iter().map(|width| width.as_float().unwrap());
                widths.extend((first..).zip(own));
                at += 2;
            } else {
                let width = list[at + 2].as_float().unwrap();
                widths.extend((first..=glyph(&list[at + 1])).map(|glyph| (glyph, width)));
                at += 3;
            }
        }
        let encoding = font.get_font_encoding(pdf).unwrap();
        Self { encoding, widths }
    }
}

fn glyph(number: &Object) -> u16 {
    u16::try_from(number.as_i64().unwrap()).unwrap()
}

/// The colour spaces of the pictures in a PDF.
pub(crate) fn pictures(site: &Site, name: &str) -> Vec<String> {
    let pdf = Document::load(site.path(&format!("public/leaflets/{name}"))).unwrap();
    let images = pdf.objects.values().filter_map(|object| {
        let dict = &object.as_stream().ok()?.dict;
        let is_image = dict.get(b"Subtype").ok()?.as_name().ok()? == b"Image";
        let named =
            |object: &Object| String::from_utf8_lossy(object.as_name().unwrap()).into_owned();
        is_image.then(
            || match pdf.dereference(dict.get(b"ColorSpace").unwrap()).unwrap().1 {
                Object::Array(parts) if named(&parts[0]) == "Indexed" => {
                    format!("Indexed {}", named(&parts[1]))
                }
                Object::Array(parts) => named(&parts[0]),
                other => named(other),
            },
        )
    });
    images.collect()
}

/// The lines of one leaflet of a site that is built without a complaint of it.
pub(crate) fn built(site: &Site, name: &str) -> Vec<Line> {
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let bad = ["preflight/", "leaflet/overflow", "leaflet/small"];
    assert!(
        bad.iter().all(|code| !run.stderr.contains(code)),
        "{}",
        run.stderr
    );
    read(&site.path(&format!("public/leaflets/{name}.pdf")))
}

/// What all lines say, one after the other.
pub(crate) fn words(set: &[Line]) -> String {
    set.iter().map(|line| line.words.as_str()).collect()
}

/// The lines of a PDF in the order of reading: pieces that follow each other on a baseline.
/// What is not part of the text, such as numbers of pages, is passed over.
pub(crate) fn read(path: &Path) -> Vec<Line> {
    let pdf = Document::load(path).unwrap();
    let mut lines: Vec<Line> = Vec::new();
    for (page, id) in pdf.get_pages() {
        let fonts = pdf.get_page_fonts(id).unwrap();
        let faces: BTreeMap<&[u8], Face<'_>> = fonts
            .iter()
            .map(|(name, font)| (name.as_slice(), Face::new(&pdf, font)))
            .collect();
        let (mut moved, mut kept) = ((0.0, 0.0), Vec::new());
        let mut marks = Vec::new();
        let mut font: (&[u8], f32) = (b"", 0.0);
        let content = pdf.get_and_decode_page_content(id).unwrap();
        for step in &content.operations {
            let number = |at: usize| step.operands[at].as_float().unwrap();
            match step.operator.as_str() {
                "q" => kept.push(moved),
                "Q" => moved = kept.pop().unwrap(),
                // The engine moves and mirrors pages; it never turns or stretches text here.
                "cm" => moved = (moved.0 + number(4), moved.1 + number(5)),
                "BDC" | "BMC" => marks.push(step.operands[0].as_name().unwrap() == b"Artifact"),
                "EMC" => marks.truncate(marks.len() - 1),
                "Tf" => font = (step.operands[0].as_name().unwrap(), number(1)),
                "Tj" | "TJ" if !marks.contains(&true) => {
                    let piece = shown(&faces[font.0], font.1, &step.operands[0]);
                    add(&mut lines, piece, page, moved, font.1);
                }
                _ => {}
            }
        }
    }
    lines
}

/// What is shown, and how wide it is.
fn shown(face: &Face<'_>, size: f32, text: &Object) -> (String, f32) {
    let one = std::slice::from_ref(text);
    let items = text.as_array().map_or(one, Vec::as_slice);
    let (mut words, mut wide) = (String::new(), 0.0);
    for item in items {
        if let Ok(bytes) = item.as_str() {
            words += &Document::decode_text(&face.encoding, bytes).unwrap();
            for pair in bytes.chunks(2) {
                let glyph = u16::from_be_bytes([pair[0], pair[1]]);
                wide += face.widths.get(&glyph).unwrap_or(&1000.0);
            }
        } else {
            wide -= item.as_float().unwrap();
        }
    }
    (words, wide * size / 1000.0)
}

fn add(lines: &mut Vec<Line>, (words, wide): (String, f32), page: u32, at: (f32, f32), size: f32) {
    let (from, base) = at;
    if let Some(line) = lines.last_mut() {
        let follows = (-0.6 * size..1.5 * size).contains(&(from - line.to));
        if line.page == page && (line.base - base).abs() < 0.1 && follows {
            line.words += &words;
            line.to = from + wide;
            line.largest = line.largest.max(size);
            return;
        }
    }
    lines.push(Line {
        words,
        page,
        from,
        to: from + wide,
        base,
        size,
        largest: size,
    });
}
