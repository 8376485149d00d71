//! Writes across the pages of a PDF for the press that it is a specimen: light under what is
//! printed, and as an outline over it.

use std::fmt::Write;

use fontcull_read_fonts::FontRef;
use fontcull_skrifa::MetadataProvider;
use fontcull_skrifa::instance::{LocationRef, Size};
use fontcull_skrifa::outline::{DrawSettings, OutlinePen};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::printer::fonts;
use crate::base::Lang;
use crate::theme::Theme;

/// The black of the word under the text and of its outline over it.
const UNDER: f32 = 0.14;
const OVER: f32 = 0.4;

/// The PDF with `見本` or `SPECIMEN` across every page. A leaflet has one language, or one for each of its
/// pages. `None` when the PDF cannot be read, or no typeface has the letters.
#[must_use]
pub(crate) fn specimen(pdf: &[u8], languages: &[Lang], theme: &Theme) -> Option<Vec<u8>> {
    let mut document = Document::load_mem(pdf).ok()?;
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    for (at, id) in pages.into_iter().enumerate() {
        let lang = languages.get(at.min(languages.len().checked_sub(1)?))?;
        let word = Word::new(
            if *lang == Lang::JA {
                "見本"
            } else {
                "SPECIMEN"
            },
            theme,
        )
        .or_else(|| Word::new("SPECIMEN", theme))?;
        stamp(&mut document, id, &word)?;
    }
    let mut out = Vec::with_capacity(pdf.len() + 4096);
    document.save_to(&mut out).ok()?;
    Some(out)
}

fn stamp(document: &mut Document, page: ObjectId, word: &Word) -> Option<()> {
    let own = document.get_dictionary(page).ok()?;
    let trim = own.get(b"TrimBox").or_else(|_| own.get(b"MediaBox")).ok()?;
    let corners: Vec<f32> = (trim.as_array().ok()?.iter())
        .map(Object::as_float)
        .collect::<Result<_, _>>()
        .ok()?;
    let [left, bottom, right, top] = corners[..] else {
        return None;
    };
    let (wide, high) = (right - left, top - bottom);
    let size = (0.75 * wide.hypot(high) / word.width).min(0.5 * wide.min(high));
    let (sin, cos) = (high.atan2(wide)).sin_cos();
    // The middle of the word, a little above its base line, in the middle of the page.
    let (x, y) = (word.width / 2.0 * size, 0.38 * size);
    let place = format!(
        "{:.3} {:.3} {:.3} {:.3} {:.3} {:.3} cm",
        size * cos,
        size * sin,
        -size * sin,
        size * cos,
        f32::midpoint(left, right) - x * cos + y * sin,
        f32::midpoint(bottom, top) - x * sin - y * cos,
    );
    let path = &word.path;
    let under = format!("/Artifact BMC q 0 0 0 {UNDER} k {place}\n{path}f Q EMC q\n");
    let line = 0.9 / size;
    let over = format!("\nQ /Artifact BMC q 0 0 0 {OVER} K {line:.5} w {place}\n{path}S Q EMC\n");
    let mut contents = Vec::new();
    for (text, is_first) in [(under, true), (over, false)] {
        let mut stream = Stream::new(Dictionary::new(), text.into_bytes());
        stream.compress().ok()?;
        let id = Object::Reference(document.add_object(stream));
        if is_first {
            contents.push(id);
            contents.extend(
                document
                    .get_page_contents(page)
                    .into_iter()
                    .map(Object::Reference),
            );
        } else {
            contents.push(id);
        }
    }
    document
        .get_dictionary_mut(page)
        .ok()?
        .set("Contents", contents);
    Some(())
}

/// A word drawn in ems, from the left on its base line.
struct Word {
    path: String,
    width: f32,
}

impl Word {
    /// Draws a word in the boldest face that has it.
    fn new(word: &str, theme: &Theme) -> Option<Self> {
        let fonts = fonts(theme).filter_map(|(_, bytes)| FontRef::new(bytes).ok());
        let fonts = fonts.filter(|font| word.chars().all(|c| font.charmap().map(c).is_some()));
        let font = fonts.max_by(|a, b| {
            let weight = |font: &FontRef<'_>| font.attributes().weight.value();
            weight(a).total_cmp(&weight(b))
        })?;
        let measures = font.glyph_metrics(Size::new(1.0), LocationRef::default());
        let outlines = font.outline_glyphs();
        let mut pen = Pen::default();
        for char in word.chars() {
            let glyph = font.charmap().map(char)?;
            let settings = DrawSettings::unhinted(Size::new(1.0), LocationRef::default());
            outlines.get(glyph)?.draw(settings, &mut pen).ok()?;
            pen.from += measures.advance_width(glyph)?;
        }
        Some(Self {
            path: pen.path,
            width: pen.from,
        })
    }
}

/// Writes outlines as a PDF draws them.
#[derive(Default)]
struct Pen {
    path: String,
    /// Where the letter begins.
    from: f32,
    /// The last point.
    last: (f32, f32),
}

impl Pen {
    fn draw(&mut self, points: &[(f32, f32)], operator: &str) {
        for (x, y) in points {
            let _ = write!(self.path, "{:.4} {y:.4} ", x + self.from);
        }
        self.path.push_str(operator);
        self.path.push('\n');
        if let Some(last) = points.last() {
            self.last = *last;
        }
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.draw(&[(x, y)], "m");
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.draw(&[(x, y)], "l");
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let (from_x, from_y) = self.last;
        let near = |end: f32, middle: f32| end + 2.0 / 3.0 * (middle - end);
        let first = (near(from_x, cx), near(from_y, cy));
        self.draw(&[first, (near(x, cx), near(y, cy)), (x, y)], "c");
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.draw(&[(ax, ay), (bx, by), (x, y)], "c");
    }

    fn close(&mut self) {
        self.draw(&[], "h");
    }
}
