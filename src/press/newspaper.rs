//! The text of a leaflet in the vertical lines of a newspaper: broken where Japanese may be broken, each
//! line as long as the others. The templates choose how long lines are, and place them.

use std::collections::HashMap;

use super::data::{ChartData, FigureData, NodeData, PersonData, Point, SaidData};
use super::newspaper_data::{NewspaperData, NewspaperItem, NewspaperLength, NewspaperLine};
use super::vertical::VerticalFaces;
use super::vertical_cell::{DrawnCell, VerticalCell};

/// Type of headings, compared with that of the text.
const HEADING: f64 = 1.5;
/// As much as a line may be squeezed for the sake of a mark at its end, in ems.
const SQUEEZED: f64 = 0.6;

/// The typefaces in two weights, and the words for what paper cannot show.
pub(super) struct NewspaperSetter<'f> {
    /// For text.
    pub regular: &'f VerticalFaces<'f>,
    /// For headings and what is marked.
    pub bold: &'f VerticalFaces<'f>,
    /// What stands in the place of a table.
    pub no_table: &'f str,
    /// What stands before the source of a number.
    pub source: String,
}

impl NewspaperSetter<'_> {
    /// Texts in lines of so many ems; without the lines themselves where they are only to be measured.
    pub(super) fn set(
        &self,
        texts: &[&SaidData],
        lengths: std::ops::RangeInclusive<u8>,
        drawn: bool,
    ) -> NewspaperData {
        let told: Vec<Vec<Told>> = texts.iter().map(|said| self.told(said)).collect();
        let mut known = KnownCells::default();
        let lengths = lengths.map(|ems| NewspaperLength {
            ems,
            texts: told
                .iter()
                .map(|own| {
                    own.iter()
                        .map(|told| item(told, f64::from(ems), drawn.then_some(&mut known)))
                        .collect()
                })
                .collect(),
        });
        let lengths = lengths.collect();
        NewspaperData {
            cells: known.cells,
            lengths,
        }
    }

    /// What is said, as cells.
    fn told(&self, said: &SaidData) -> Vec<Told> {
        let mut told = Vec::new();
        for (at, block) in said.lead.iter().enumerate() {
            // What a reader meets first.
            self.block(block, at == 0, &mut told);
        }
        for figure in &said.figures {
            self.figure(figure, &mut told);
        }
        for chart in &said.charts {
            self.chart(chart, &mut told);
        }
        for point in &said.points {
            self.point(point, &mut told);
        }
        told
    }

    fn point(&self, point: &Point, told: &mut Vec<Told>) {
        told.push(Told::head(self.bold.pieces(&point.pieces)));
        if let Some(by) = &point.by {
            told.push(self.by(by));
        }
        if let Some(rally) = &point.rally {
            told.push(Told::by(self.regular.cells(rally)));
        }
        for block in &point.blocks {
            self.block(block, false, told);
        }
    }

    fn by(&self, by: &PersonData) -> Told {
        let mut cells = self.bold.cells(&by.name.text);
        for cell in &mut cells {
            cell.bold = true;
        }
        for own in [&by.affiliation, &by.role].into_iter().flatten() {
            cells.extend(self.regular.cells(&format!("　{}", own.text)));
        }
        Told::by(cells)
    }

    fn figure(&self, figure: &FigureData, told: &mut Vec<Told>) {
        let value: String = figure
            .groups
            .iter()
            .flatten()
            .map(|own| own.text.as_str())
            .collect();
        told.push(Told::head(vec![self.bold.cells(&value)]));
        let mut cells: Vec<VerticalCell> = self.regular.pieces(&figure.caption).concat();
        if let Some(source) = &figure.source {
            cells.extend(self.regular.cells(&format!("（{}{source}）", self.source)));
        }
        told.push(Told::text(cells, 0.0));
    }

    /// Vertical lines have no room for a drawing: a chart is told as a list.
    fn chart(&self, chart: &ChartData, told: &mut Vec<Told>) {
        told.push(Told::head(self.bold.pieces(&chart.title)));
        for row in &chart.rows {
            let mut cells = self.regular.cells("・");
            cells.extend(self.regular.pieces(&row.label).concat());
            cells.extend(self.bold.cells(&format!("　{}", row.value)));
            told.push(Told::text(cells, 0.0));
        }
        if let Some(source) = &chart.source {
            let source = format!("（{}{source}）", self.source);
            told.push(Told::text(self.regular.cells(&source), 0.0));
        }
    }

    fn block(&self, block: &NodeData, bold: bool, told: &mut Vec<Told>) {
        let line = |content: &[NodeData], bold| {
            let mut cells = Vec::new();
            self.inlines(content, (bold, false), &mut cells);
            cells
        };
        match block {
            NodeData::Paragraph { content } => told.push(Told::text(line(content, bold), 1.0)),
            NodeData::Heading { content } => told.push(Told::text(line(content, true), 0.0)),
            NodeData::Quote { content } => {
                for own in content {
                    self.block(own, bold, told);
                }
            }
            NodeData::List { start, items } => {
                for (number, item) in items.iter().enumerate() {
                    let mut own = Vec::new();
                    for block in item {
                        self.block(block, bold, &mut own);
                    }
                    let mark = match start {
                        Some(first) => format!("{}　", first + number as u64),
                        None => "・".to_owned(),
                    };
                    if let Some(first) = own.first_mut() {
                        let mut cells = self.regular.cells(&mark);
                        cells.append(&mut first.pieces[0]);
                        *first = Told::text(cells, 0.0);
                    }
                    told.extend(own);
                }
            }
            NodeData::Code { text } => told.push(Told::text(self.regular.cells(text), 0.0)),
            NodeData::Table { .. } => told.push(Told::text(self.regular.cells(self.no_table), 0.0)),
            NodeData::Rule | NodeData::Picture { .. } => {}
            inline => told.push(Told::text(line(std::slice::from_ref(inline), bold), 0.0)),
        }
    }

    fn inlines(
        &self,
        nodes: &[NodeData],
        (bold, struck): (bool, bool),
        cells: &mut Vec<VerticalCell>,
    ) {
        let faces = if bold { self.bold } else { self.regular };
        let mark = |own: &mut VerticalCell| (own.bold, own.struck) = (bold, struck);
        for node in nodes {
            match node {
                NodeData::Strong { content } | NodeData::Emphasis { content } => {
                    self.inlines(content, (true, struck), cells);
                }
                NodeData::Strike { content } => self.inlines(content, (bold, true), cells),
                NodeData::Link { content, .. } => self.inlines(content, (bold, struck), cells),
                NodeData::Note { brackets, content } => {
                    cells.extend(faces.cells(brackets[0]));
                    self.inlines(content, (bold, struck), cells);
                    cells.extend(faces.cells(brackets[1]));
                }
                own => {
                    let from = cells.len();
                    cells.extend(faces.nodes(std::slice::from_ref(own)));
                    cells[from..].iter_mut().for_each(mark);
                }
            }
        }
    }
}

/// Something that is said, before it is in lines.
struct Told {
    kind: &'static str,
    /// A heading is parted where its pieces meet, all else where Japanese may be.
    pieces: Vec<Vec<VerticalCell>>,
    /// How far down its first line begins.
    indent: f64,
}

impl Told {
    fn head(pieces: Vec<Vec<VerticalCell>>) -> Self {
        Self {
            kind: "head",
            pieces,
            indent: 0.0,
        }
    }

    fn by(cells: Vec<VerticalCell>) -> Self {
        Self {
            kind: "by",
            pieces: vec![cells],
            indent: 0.0,
        }
    }

    fn text(cells: Vec<VerticalCell>, indent: f64) -> Self {
        Self {
            kind: "text",
            pieces: vec![cells],
            indent,
        }
    }
}

/// In lines of so many ems.
fn item(told: &Told, ems: f64, known: Option<&mut KnownCells>) -> NewspaperItem {
    let (lines, span) = if told.kind == "head" {
        let lines = headed(&told.pieces, ems / HEADING);
        let count = lines.len();
        // Larger type and the room around it.
        (lines, count + 1)
    } else {
        let lines = broken(&told.pieces[0], ems, told.indent);
        let count = lines.len();
        (lines, count)
    };
    let lines = known.map_or_else(Vec::new, |known| {
        let line = |(cells, gap, indent): BrokenLine<'_>| NewspaperLine {
            cells: cells.iter().map(|own| known.place(own)).collect(),
            gap: (gap * 1000.0).round() / 1000.0,
            indent,
        };
        lines.into_iter().map(line).collect()
    });
    NewspaperItem {
        kind: told.kind,
        span,
        lines,
    }
}

/// Cells, what is between them, and how far down they begin.
type BrokenLine<'c> = (Vec<&'c VerticalCell>, f64, f64);

/// A heading in the fewest lines of whole pieces, which are as even as those allow.
fn headed(pieces: &[Vec<VerticalCell>], ems: f64) -> Vec<BrokenLine<'_>> {
    let best = filled(pieces, ems);
    let (mut low, mut high) = (0.0, ems);
    for _ in 0..8 {
        let middle = f64::midpoint(low, high);
        if filled(pieces, middle).len() > best.len() {
            low = middle;
        } else {
            high = middle;
        }
    }
    filled(pieces, high)
}

/// Pieces in lines of at most so many ems; what is longer than any line is parted.
fn filled(pieces: &[Vec<VerticalCell>], ems: f64) -> Vec<BrokenLine<'_>> {
    let mut lines: Vec<(Vec<&VerticalCell>, f64, f64)> = Vec::new();
    for piece in pieces {
        let tall: f64 = piece.iter().map(|cell| cell.height).sum();
        match lines.last_mut() {
            Some((line, at, _)) if *at + tall <= ems => {
                line.extend(piece);
                *at += tall;
            }
            _ if tall <= ems => lines.push((piece.iter().collect(), tall, 0.0)),
            _ => lines.extend(broken(piece, ems, 0.0).into_iter().map(|(line, gap, _)| {
                let tall = line.iter().map(|cell| cell.height).sum();
                // Squeezed for the sake of a mark, but not spread.
                (line, tall, gap.min(0.0))
            })),
        }
    }
    lines
        .into_iter()
        .map(|(line, _, gap)| (line, gap, 0.0))
        .collect()
}

/// A paragraph in lines that are `ems` long, the first `indent` shorter (JIS X 4051, 6.1).
fn broken(cells: &[VerticalCell], ems: f64, indent: f64) -> Vec<BrokenLine<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    while start < cells.len() {
        let indent = if start == 0 { indent } else { 0.0 };
        if start > 0 && cells[start].is_space() {
            start += 1;
            continue;
        }
        let room = ems - indent;
        let mut end = start;
        let mut tall = 0.0;
        while let Some(cell) = cells.get(end) {
            if end > start && tall + cell.height > room + 0.01 {
                break;
            }
            tall += cell.height;
            end += 1;
        }
        if end < cells.len() {
            end = parted(cells, start, end, room);
        }
        let line: Vec<&VerticalCell> = cells[start..end].iter().collect();
        let tall: f64 = line.iter().map(|cell| cell.height).sum();
        let between = line.len().saturating_sub(1).max(1);
        #[allow(clippy::cast_precision_loss, reason = "a line is short")]
        let gap = (room - tall) / between as f64;
        // The last line of a paragraph is as long as it is.
        let gap = if end < cells.len() || gap < 0.0 {
            gap
        } else {
            0.0
        };
        lines.push((line, gap, indent));
        start = end;
    }
    lines
}

/// Where a line that has room up to `end` is parted: marks that no line begins with are taken along, squeezed,
/// or else what stands before them goes to the next line.
fn parted(cells: &[VerticalCell], start: usize, end: usize, room: f64) -> usize {
    let is_held = |at: usize| {
        let next = &cells[at];
        next.begins_no_line() || cells[at - 1].ends_no_line() || next.is_joined
    };
    let height = |to: usize| cells[start..to].iter().map(|cell| cell.height).sum::<f64>();
    let mut later = end;
    while later < cells.len() && cells[later].begins_no_line() {
        later += 1;
    }
    let is_free = later == cells.len() || !is_held(later);
    if later > end && is_free && height(later) <= room + SQUEEZED {
        return later;
    }
    let mut earlier = end;
    while earlier > start + 1 && is_held(earlier) {
        earlier -= 1;
    }
    if is_held(earlier) && earlier == start + 1 {
        end
    } else {
        earlier
    }
}

/// Cells in a list in which each stands once.
#[derive(Default)]
struct KnownCells {
    cells: Vec<VerticalCell>,
    places: HashMap<DrawnCell, usize>,
}

impl KnownCells {
    /// The place of a cell in the list.
    fn place(&mut self, cell: &VerticalCell) -> usize {
        *self.places.entry(cell.drawn()).or_insert_with(|| {
            self.cells.push(cell.clone());
            self.cells.len() - 1
        })
    }
}

impl PersonData {
    /// The name, and what the person is, for vertical lines.
    pub(super) fn down(
        &self,
        regular: &VerticalFaces<'_>,
        bold: &VerticalFaces<'_>,
    ) -> Vec<Vec<VerticalCell>> {
        let standing = [&self.affiliation, &self.role].into_iter().flatten();
        let standing: Vec<&str> = standing.map(|own| own.text.as_str()).collect();
        let name = NodeData::Ruby {
            base: self.name.text.clone(),
            reading: self.reading.clone().unwrap_or_default(),
        };
        let name = match &self.reading {
            Some(_) => bold.nodes(std::slice::from_ref(&name)),
            None => bold.cells(&self.name.text),
        };
        vec![name, regular.cells(&standing.join("　"))]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FACE: &[u8] = include_bytes!("../../themes/default/fonts/BIZUDPGothic-Regular.ttf");

    fn lines(text: &str, ems: f64) -> Vec<(String, f64)> {
        let faces = VerticalFaces::of([FACE].into_iter(), false);
        let cells = faces.cells(text);
        let drawn = |(line, gap, indent): BrokenLine<'_>| {
            let words: String = line.iter().map(|cell| cell.text.as_str()).collect();
            let tall: f64 = line.iter().map(|cell| cell.height).sum();
            #[allow(clippy::cast_precision_loss, reason = "a line is short")]
            let between = line.len().saturating_sub(1) as f64;
            (words, indent + tall + gap * between)
        };
        broken(&cells, ems, 1.0).into_iter().map(drawn).collect()
    }

    const TEXT: &str = "マイナンバーカードは、「任意で取る」のが原則なのに、2022年の政府は80万人に事実上強いると、ソーシャルワーカー（見本の会）は述べた。「なぜだ」、と。ABCDもある。";

    #[test]
    fn lines_begin_and_end_as_japanese_lines_do() {
        for ems in [8.0, 11.0, 12.0, 13.0, 14.0, 15.0, 21.0] {
            let all = lines(TEXT, ems);
            let whole: String = all.iter().map(|(words, _)| words.as_str()).collect();
            assert_eq!(whole, TEXT);
            for (words, _) in &all[1..] {
                let first = words.chars().next().unwrap();
                assert!(
                    !"、。」）ー・ァィゥェォャュョ".contains(first),
                    "{ems}: {words}"
                );
            }
            for (words, tall) in &all[..all.len() - 1] {
                assert!(!words.ends_with(['「', '（']), "{ems}: {words}");
                assert!((tall - ems).abs() < 0.05, "{ems}: {words} is {tall}");
            }
            // Numbers stay whole.
            let holds = |number: &str| all.iter().any(|(words, _)| words.contains(number));
            assert!(holds("2022") && holds("80"), "{all:?}");
        }
    }

    #[test]
    fn what_cannot_be_parted_still_ends() {
        for text in [
            "",
            "、、、、、、、、、、、、",
            "「「「「「「「「「「",
            "Supercalifragilisticexpialidocious",
            "1234567890123456789",
            "見本Supercalifragilisticexpialidociousの見本",
            "見本https://www.example.org/a/b/c/d/e/f/g/hの見本",
        ] {
            let all = lines(text, 6.0);
            let whole: String = all.iter().map(|(words, _)| words.as_str()).collect();
            assert_eq!(whole, text);
            // Nothing is printed beyond the column, but for marks that hang.
            let is_said = |c: char| !matches!(c, '、' | '「');
            for (words, tall) in all.iter().filter(|(words, _)| words.contains(is_said)) {
                assert!(*tall <= 6.6, "{words} is {tall}");
            }
        }
    }

    #[test]
    fn marks_stay_with_their_character() {
        // A selector of a form, and a kana that is voiced by a mark of its own.
        let text = "辻\u{e0100}さんと禰\u{e0100}宜さんがか\u{309a}と言う".repeat(3);
        for ems in [4.0, 5.0, 6.0, 7.0] {
            let all = lines(&text, ems);
            let whole: String = all.iter().map(|(words, _)| words.as_str()).collect();
            assert_eq!(whole, text);
            let begins = |words: &str| words.starts_with(['\u{e0100}', '\u{309a}']);
            assert!(!all.iter().any(|(words, _)| begins(words)), "{all:?}");
        }
    }
}
