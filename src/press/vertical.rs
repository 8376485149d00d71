//! Text in vertical lines (縦書き), measured for the templates: the print engine sets no such text, so
//! that each character is placed by itself, after the vertical metrics of its typeface.

use fontcull_read_fonts::tables::glyf::Glyph;
use fontcull_read_fonts::tables::gsub::SubstitutionSubtables;
use fontcull_read_fonts::types::{GlyphId, Tag};
use fontcull_read_fonts::{FontRef, TableProvider};
use fontcull_skrifa::MetadataProvider;
use fontcull_skrifa::attribute::Style;

use super::data::{DisplayText, NodeData};
use super::vertical_cell::{Stance, VerticalCell, VerticalReading, VerticalText};

use crate::typesetting::{JOINER, MAY_BREAK, is_unseen};

/// So many letters of a word are turned together: they stand in the shortest line.
const MOST_TURNED: usize = 9;

/// The vertical metrics of some typefaces: the first that has a character measures it.
pub(super) struct VerticalFaces<'f> {
    faces: Vec<VerticalFace<'f>>,
}

struct VerticalFace<'f> {
    font: FontRef<'f>,
    em: f64,
    /// What stands in the place of a glyph in vertical lines, sorted.
    forms: Vec<(GlyphId, GlyphId)>,
}

impl<'f> VerticalFaces<'f> {
    /// Those of some OpenType files in one weight.
    pub(super) fn of(files: impl Iterator<Item = &'f [u8]>, bold: bool) -> Self {
        let fonts = files.filter_map(|file| FontRef::new(file).ok());
        let is_wanted = |font: &FontRef<'f>| {
            let own = font.attributes();
            own.style == Style::Normal && (own.weight.value() >= 600.0) == bold
        };
        let faces = fonts.filter(is_wanted).filter_map(VerticalFace::of);
        Self {
            faces: faces.collect(),
        }
    }

    /// Text in large type, measured in the heavy face of an OpenType file where that has every
    /// character of it, else in these.
    pub(super) fn large(&self, heavy: Option<&[u8]>, pieces: &[DisplayText]) -> VerticalText {
        let heavy = heavy.and_then(|file| VerticalFace::of(FontRef::new(file).ok()?));
        let heavy = heavy.map(|face| VerticalFaces { faces: vec![face] });
        let measured = heavy.map(|heavy| (heavy.pieces(pieces), heavy));
        let found = measured.filter(|(pieces, heavy)| {
            let mut said = pieces.iter().flatten().flat_map(|cell| cell.text.chars());
            said.all(|c| c.is_whitespace() || heavy.faces[0].glyph(c).is_some())
        });
        VerticalText {
            large: found.is_some(),
            pieces: found.map_or_else(|| self.pieces(pieces), |(pieces, _)| pieces),
        }
    }

    /// The height of a character and where its baseline lies, in ems.
    fn upright(&self, c: char) -> (f64, f64) {
        let own = self.faces.iter().find_map(|face| face.measure(c));
        own.unwrap_or((1.0, 0.88))
    }

    /// How wide some characters are in a horizontal line, in ems.
    fn wide(&self, text: &str) -> f64 {
        let one = |c: char| {
            let own = self.faces.iter().find_map(|face| face.wide(c));
            own.unwrap_or(if c.is_ascii() { 0.55 } else { 1.0 })
        };
        text.chars().map(one).sum()
    }

    /// Text as cells of a vertical line.
    pub(super) fn cells(&self, text: &str) -> Vec<VerticalCell> {
        // The lines of a newspaper are short: they are parted within words, too.
        let is_own = |c: &char| !matches!(*c, JOINER | MAY_BREAK);
        let chars: Vec<char> = text.chars().filter(is_own).collect();
        let mut cells = Vec::new();
        let mut at = 0;
        while let Some(c) = chars.get(at) {
            let run = run(&chars[at..]);
            let (count, stance) = run.unwrap_or((1, Stance::Upright));
            // What chooses a form or voices a kana belongs to the character before it.
            let marks = chars[at + count..].iter().take_while(|c| is_mark(**c));
            let count = count + marks.count();
            let said: String = chars[at..at + count].iter().collect();
            at += count;
            if said.trim().is_empty() {
                // Between words that are turned a space is room; ideographs have none.
                let height = if *c == '　' { 1.0 } else { 0.25 };
                cells.push(cell(said, Stance::Upright, (height, 0.88)));
                continue;
            }
            cells.push(match stance {
                Stance::Upright => {
                    let from = cells.len();
                    for c in said.chars() {
                        match cells.last_mut() {
                            Some(last) if is_mark(c) => last.text.push(c),
                            _ => cells.push(VerticalCell {
                                is_joined: cells.len() > from,
                                ..cell(c.to_string(), stance, self.upright(c))
                            }),
                        }
                    }
                    continue;
                }
                Stance::Abreast => {
                    let wide = self.wide(&said);
                    VerticalCell {
                        wide: (wide > 1.0).then_some(wide),
                        ..cell(said, stance, (1.0, 0.88))
                    }
                }
                Stance::Turned => {
                    let wide = self.wide(&said);
                    cell(said, stance, (wide, 0.88))
                }
            });
        }
        cells
    }
}

fn cell(text: String, stance: Stance, (height, ascent): (f64, f64)) -> VerticalCell {
    let places = |n: f64| (n * 1000.0).round() / 1000.0;
    VerticalCell {
        text,
        stance,
        height: places(height),
        ascent: places(ascent),
        wide: None,
        bold: false,
        struck: false,
        is_joined: false,
        reading: None,
    }
}

impl VerticalFaces<'_> {
    /// Text in large type as cells, piece by piece.
    pub(super) fn pieces(&self, pieces: &[DisplayText]) -> Vec<Vec<VerticalCell>> {
        let piece = |piece: &DisplayText| match piece {
            DisplayText::Plain(text) => self.cells(text),
            DisplayText::Rich(nodes) => self.nodes(nodes),
        };
        pieces.iter().map(piece).collect()
    }

    /// Running text as cells.
    pub(super) fn nodes(&self, nodes: &[NodeData]) -> Vec<VerticalCell> {
        let mut cells = Vec::new();
        for node in nodes {
            match node {
                NodeData::Text { text } | NodeData::Code { text } => cells.extend(self.cells(text)),
                NodeData::Ruby { base, reading } => {
                    let mut own = self.cells(base);
                    let count = own.len();
                    own.iter_mut()
                        .skip(1)
                        .for_each(|cell| cell.is_joined = true);
                    if let Some(first) = own.first_mut() {
                        first.reading = Some(VerticalReading {
                            text: reading.clone(),
                            cells: count,
                        });
                    }
                    cells.extend(own);
                }
                NodeData::Strong { content }
                | NodeData::Emphasis { content }
                | NodeData::Strike { content }
                | NodeData::Link { content, .. } => cells.extend(self.nodes(content)),
                NodeData::Note { brackets, content } => {
                    cells.extend(self.cells(brackets[0]));
                    cells.extend(self.nodes(content));
                    cells.extend(self.cells(brackets[1]));
                }
                NodeData::Break => cells.extend(self.cells("　")),
                // Blocks stand in no line.
                NodeData::Paragraph { .. }
                | NodeData::Heading { .. }
                | NodeData::Quote { .. }
                | NodeData::List { .. }
                | NodeData::Table { .. }
                | NodeData::Picture { .. }
                | NodeData::Rule => {}
            }
        }
        cells
    }
}

/// How many characters stand together at the beginning of some, and how; `None` for one that stands by
/// itself, as it is.
fn run(chars: &[char]) -> Option<(usize, Stance)> {
    let first = *chars.first()?;
    let while_is = |is: fn(char) -> bool| chars.iter().take_while(|c| is(**c)).count();
    if first.is_ascii_digit() {
        // A number with a point or a comma is one word.
        let number = while_is(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
        let digits = while_is(|c| c.is_ascii_digit());
        return match digits {
            _ if number > digits && chars[number - 1].is_ascii_digit() => {
                Some((number.min(MOST_TURNED), Stance::Turned))
            }
            2 => Some((2, Stance::Abreast)),
            1 => None,
            // Three and more stand one below the other, as in newspapers.
            _ => Some((digits, Stance::Upright)),
        };
    }
    if matches!(first, '!' | '?') && chars.get(1).is_some_and(|c| matches!(c, '!' | '?')) {
        return Some((2, Stance::Abreast));
    }
    if is_letter(first) {
        let letters = while_is(|c| {
            is_letter(c) || c.is_ascii_digit() || matches!(c, '\'' | '’' | '-' | '.' | '&')
        });
        // A letter alone, such as that of a name, stands upright.
        return (letters > 1).then_some((letters.min(MOST_TURNED), Stance::Turned));
    }
    is_turned(first).then_some((1, Stance::Turned))
}

/// Whether a character stands in none of its own.
fn is_mark(c: char) -> bool {
    is_unseen(c) || unicode_normalization::char::is_combining_mark(c)
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() && u32::from(c) < 0x2E80
}

/// What lies in a vertical line, and for which faces have no form (Unicode, UAX 50).
fn is_turned(c: char) -> bool {
    matches!(
        c,
        '-' | '–' | '=' | '~' | '<' | '>' | '/' | '→' | '←' | '(' | ')' | '[' | ']' | ':' | ';'
    )
}

impl<'f> VerticalFace<'f> {
    fn of(font: FontRef<'f>) -> Option<Self> {
        let em = f64::from(font.head().ok()?.units_per_em());
        let forms = forms(&font).unwrap_or_default();
        Some(Self { font, em, forms })
    }

    fn glyph(&self, c: char) -> Option<GlyphId> {
        self.font.charmap().map(c)
    }

    fn wide(&self, c: char) -> Option<f64> {
        let glyph = self.glyph(c)?;
        let advance = self.font.hmtx().ok()?.advance(glyph)?;
        Some(f64::from(advance) / self.em)
    }

    /// The advance of the form for vertical lines, and how far its baseline lies below its upper end.
    fn measure(&self, c: char) -> Option<(f64, f64)> {
        let glyph = self.glyph(c)?;
        let found = self.forms.binary_search_by_key(&glyph, |(from, _)| *from);
        let glyph = found.map_or(glyph, |at| self.forms[at].1);
        let table = self.font.vmtx().ok()?;
        let advance = f64::from(table.advance(glyph)?) / self.em;
        let top = match self.outline(glyph) {
            Some(outline) => f64::from(outline.y_max()) + f64::from(table.side_bearing(glyph)?),
            None => 0.88 * self.em,
        };
        Some((advance, top / self.em))
    }

    fn outline(&self, glyph: GlyphId) -> Option<Glyph<'f>> {
        let head = self.font.head().ok()?;
        let glyf = self.font.glyf().ok()?;
        let loca = self.font.loca(head.index_to_loc_format() == 1).ok()?;
        loca.get_glyf(glyph, &glyf).ok()?
    }
}

/// The pairs of the feature `vert`, sorted.
fn forms(font: &FontRef<'_>) -> Option<Vec<(GlyphId, GlyphId)>> {
    let gsub = font.gsub().ok()?;
    let (features, lookups) = (gsub.feature_list().ok()?, gsub.lookup_list().ok()?);
    let mut pairs = Vec::new();
    let mut done = Vec::new();
    for record in features.feature_records() {
        if record.feature_tag() != Tag::new(b"vert") {
            continue;
        }
        let Ok(feature) = record.feature(features.offset_data()) else {
            continue;
        };
        for at in feature.lookup_list_indices() {
            let at = usize::from(at.get());
            if done.contains(&at) {
                continue;
            }
            done.push(at);
            let Ok(lookup) = lookups.lookups().get(at) else {
                continue;
            };
            let Ok(SubstitutionSubtables::Single(tables)) = lookup.subtables() else {
                continue;
            };
            for table in tables.iter().flatten() {
                pairs.extend(singles(&table));
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup_by_key(|(from, _)| *from);
    Some(pairs)
}

/// The pairs of one table of substitutions.
fn singles(table: &fontcull_read_fonts::tables::gsub::SingleSubst<'_>) -> Vec<(GlyphId, GlyphId)> {
    use fontcull_read_fonts::tables::gsub::SingleSubst;
    match table {
        SingleSubst::Format1(table) => {
            let by = i32::from(table.delta_glyph_id());
            let moved = |from: fontcull_read_fonts::types::GlyphId16| {
                let to = (i32::from(from.to_u16()) + by) & 0xFFFF;
                let to = u32::try_from(to).unwrap_or_default();
                (GlyphId::from(from), GlyphId::new(to))
            };
            let coverage = table.coverage().ok();
            coverage
                .into_iter()
                .flat_map(|own| own.iter().collect::<Vec<_>>())
                .map(moved)
                .collect()
        }
        SingleSubst::Format2(table) => {
            let from = table.coverage().ok();
            let from = from
                .into_iter()
                .flat_map(|own| own.iter().collect::<Vec<_>>());
            let to = table.substitute_glyph_ids().iter();
            from.zip(to)
                .map(|(from, to)| (from.into(), to.get().into()))
                .collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str) -> String {
        let file: &[u8] = include_bytes!("../../themes/default/fonts/BIZUDPGothic-Bold.ttf");
        let faces = VerticalFaces::of([file].into_iter(), true);
        let cells = faces.cells(text).into_iter();
        let told = cells.map(|cell| {
            let stance = match cell.stance {
                Stance::Upright => ' ',
                Stance::Abreast => '=',
                Stance::Turned => '/',
            };
            format!("{}{stance}{:.2}/{:.2}", cell.text, cell.height, cell.ascent)
        });
        told.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn marks_digits_and_letters_stand_as_vertical_lines_want_them() {
        insta::assert_snapshot!(drawn("「番号」は、ーっ。！？（12日）2022年4月0.09％ABCのA…"), @"「 0.50/0.88 番 1.00/0.88 号 1.00/0.88 」 0.50/0.88 は 1.00/0.88 、 0.63/0.88 ー 0.96/0.88 っ 0.82/0.88 。 0.63/0.88 ！ 1.00/0.88 ？ 1.00/0.88 （ 0.50/0.88 12=1.00/0.88 日 1.00/0.88 ） 0.50/0.88 2 1.00/0.88 0 1.00/0.88 2 1.00/0.88 2 1.00/0.88 年 1.00/0.88 4 1.00/0.88 月 1.00/0.88 0.09/2.61/0.88 ％ 1.00/0.88 ABC/2.36/0.88 の 0.97/0.88 A 1.00/0.88 … 1.00/0.88");
    }
}
