//! What a print template gets to see: plain data, the same for every theme.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::inks::Inks;
use super::newspaper_data::NewspaperData;
use super::tone::Plate;
use super::vertical_cell::{VerticalCell, VerticalText};
use crate::base::LocaleData;
use crate::typesetting::{NumberPiece, QrCode};

/// One job for the engine; `/job.json` in the templates.
#[derive(Debug, Clone, Serialize)]
pub(super) struct LeafletJob<'j> {
    /// The sheet of paper.
    pub sheet: SheetData<'j>,
    /// The size of body text in points.
    pub size: f64,
    /// The largest size there is, in points.
    pub largest: f64,
    /// Whether the hook gives way to the text.
    pub tight: bool,
    /// What the leaflet might say, only to be measured; empty when it is to be drawn.
    pub drafts: Drafts<'j>,
    /// The document's date: year, month, day.
    pub date: (i16, i8, i8),
    /// Colours in the place of the theme's.
    pub colours: Inks,
    /// The families to set in, those for the language first.
    pub fonts: Vec<String>,
    /// The face of large type, where the theme has one.
    pub display: Option<&'j DisplayFace>,
    /// Whether the last of them are of the machine, for what those of the theme lack.
    pub lends: bool,
    /// Words of the interface, by key without `print-`, hyphens as underscores.
    pub ui: &'j BTreeMap<String, String>,
    /// What its language asks for: separators, quotation marks, how its letters are set.
    pub locale: LocaleData,
    /// What it says in the vertical lines of a newspaper, where its design is that.
    pub newspaper: Option<NewspaperData>,
    /// What the leaflet says.
    pub data: &'j LeafletData,
}

/// A heavy face for large type: headlines, numbers and quotations.
#[derive(Debug, Clone, Serialize)]
pub(super) struct DisplayFace {
    /// Its family.
    pub font: String,
    /// Its weight; 400 is regular, 700 bold.
    pub weight: u16,
    /// The characters of the job that it lacks: what has one of them is set in the bold of the text as a whole.
    pub lacks: String,
}

/// A sheet of paper; lengths in millimetres.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SheetData<'j> {
    /// Width of the trimmed page.
    pub width: f64,
    /// Height of the trimmed page.
    pub height: f64,
    /// How far colour runs over the trim.
    pub bleed: f64,
    /// The sides that are printed in this language.
    pub sides: Vec<SideData>,
    /// How many pages the document has, and how many stand before these.
    pub pages: usize,
    /// See `pages`.
    pub first: usize,
    /// From the trim to the text.
    pub margin: f64,
    /// From a fold to the text.
    pub fold_margin: f64,
    /// In how many columns a panel is set.
    pub columns: u8,
    /// How large display type is, compared with A4.
    pub scale: f64,
    /// Whether it is printed in black only.
    pub mono: bool,
    /// Whether it is for readers who need large type.
    pub large: bool,
    /// The leaflet's name, for the slug line.
    pub name: &'j str,
}

/// One side of the sheet.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SideData {
    /// Its number, from 0.
    pub number: usize,
    /// Where it is folded, from the left edge.
    pub folds: Vec<f64>,
}

/// What is only to be measured.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(untagged)]
pub(super) enum Drafts<'j> {
    /// A statement's or topic's text, shorter and shorter.
    Said(&'j [SaidData]),
    /// A composed leaflet's panels, with less and less on them.
    Panels(&'j [Vec<PanelData>]),
}

/// A panel and what stands on it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct PanelData {
    /// Its place among the panels, by which its template reports how full it is.
    pub name: String,
    /// The side that it is on.
    pub side: usize,
    /// From the left edge of the sheet, in millimetres.
    pub x: f64,
    /// In millimetres.
    pub width: f64,
    /// How it begins: `hook`, `cover`, `strip`, `line`, `none`.
    pub head: &'static str,
    /// How it ends: `call`, `whole` (a call over the whole panel), `turn`, `cover`, `none`.
    pub foot: &'static str,
    /// What stands between.
    pub parts: Vec<PartData>,
}

/// A part of a panel.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
#[allow(missing_docs, reason = "the parts of a leaflet, by name")]
pub(super) enum PartData {
    /// Where the picture of the leaflet stands.
    Picture,
    Lead {
        blocks: Vec<NodeData>,
    },
    Point {
        number: Option<usize>,
        #[serde(flatten)]
        point: Point,
    },
    Voice(Voice),
    Quote(Quote),
    Note(NoteData),
    Facts(EventData),
    Figures {
        figures: Vec<FigureData>,
    },
    Chart {
        chart: ChartData,
    },
}

/// What a leaflet says.
#[derive(Debug, Clone, Serialize, Default)]
pub(super) struct LeafletData {
    /// Language code.
    pub lang: String,
    /// Its design, as front matter names it.
    pub design: &'static str,
    /// A drawing of the theme, by its file in `drawings/` without `.svg`.
    pub drawing: Option<&'static str>,
    /// The template to use, without `.typ`.
    pub kind: &'static str,
    /// Whether it tells one text as a whole, and nobody composed it.
    pub whole: bool,
    /// The document's title.
    pub title: String,
    /// The hook, in phrases that are not to be broken.
    pub hook: Vec<DisplayText>,
    /// The hook for vertical lines, where the design sets such.
    pub hook_down: VerticalText,
    /// What the speaker says, larger than the hook, in phrases.
    pub pull: Vec<DisplayText>,
    /// The number that stands largest.
    pub figure: Option<FigureData>,
    /// The first character of the speaker's name, for a seal beside it.
    pub seal: Option<char>,
    /// What it is about, where the hook does not tell it.
    pub tab: Option<String>,
    /// What the speaker says, for vertical lines.
    pub pull_down: VerticalText,
    /// Who speaks, for vertical lines: the name, then what the person is.
    pub by_down: Vec<Vec<VerticalCell>>,
    /// A small line above the hook.
    pub kicker: Option<String>,
    /// Who speaks.
    pub by: Option<PersonData>,
    /// The portrait of who speaks, where it may be printed.
    pub portrait: Option<Portrait>,
    /// The picture that is seen first.
    pub picture: Option<PrintedPicture>,
    /// The pictures in its text, by where they lie.
    pub pictures: BTreeMap<String, PrintedPicture>,
    /// The sign of the campaign.
    pub logo: Option<LogoData>,
    /// What it says, at the length that fits.
    #[serde(flatten)]
    pub said: SaidData,
    /// A strong passage.
    pub quote: Option<Quote>,
    /// What others said.
    pub voices: Vec<Voice>,
    /// What stands on each panel of a composed leaflet.
    pub panels: Vec<PanelData>,
    /// A title for a side without the hook.
    pub section: DisplayText,
    /// A title over what stands at the end.
    pub tail: Option<String>,
    /// Related topics.
    pub related: Vec<NoteData>,
    /// The names of the events at which it was said.
    pub event: Option<String>,
    /// What readers are asked to do.
    pub call: Option<CallData>,
    /// Who publishes.
    pub publisher: Option<PublisherData>,
    /// Where the full text stands.
    pub address: Option<Address>,
    /// The large QR code.
    pub code: Option<CodeData>,
    /// The small one that leads to the page, where the large one does not.
    pub page_code: Option<CodeData>,
    /// The small print, in its order.
    pub imprint: Vec<ImprintData>,
}

impl LeafletData {
    /// The files that it shows, by name.
    pub(super) fn files(&self) -> Vec<(String, Arc<Vec<u8>>)> {
        let voices = self
            .voices
            .iter()
            .filter_map(|own| own.person.portrait.as_ref());
        let quote = (self.quote.iter()).filter_map(|own| own.by.portrait.as_ref());
        let parts = self.panels.iter().flat_map(|panel| &panel.parts);
        let parts = parts.filter_map(PartData::portrait);
        let portraits = self.portrait.iter().chain(voices).chain(quote).chain(parts);
        let portrait = portraits.map(|own| (own.file.clone(), Arc::clone(&own.jpeg)));
        let picture = self.picture.iter().chain(self.pictures.values());
        let picture = picture.map(|own| (own.file.clone(), Arc::clone(&own.jpeg)));
        let logo = self.logo.iter();
        let logo = logo.map(|own| (own.file.clone(), Arc::clone(&own.png)));
        portrait.chain(picture).chain(logo).collect()
    }

    /// Its pictures that a press prints in other colours.
    pub(super) fn plates(&self) -> impl Iterator<Item = &Plate> {
        let picture = self.picture.iter().chain(self.pictures.values());
        let picture = picture.filter_map(|own| own.plate.as_ref());
        picture.chain(self.logo.iter().filter_map(|own| own.plate.as_ref()))
    }
}

/// What a leaflet says at some length.
#[derive(Debug, Clone, Serialize, PartialEq, Eq, Default)]
pub(super) struct SaidData {
    /// The first paragraphs.
    pub lead: Vec<NodeData>,
    /// More numbers, side by side.
    pub figures: Vec<FigureData>,
    /// Small tables that are drawn.
    pub charts: Vec<ChartData>,
    /// The key points or cited passages.
    pub points: Vec<Point>,
}

/// A number, what it counts, and where it is from.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub(super) struct FigureData {
    /// The number with its unit, digits apart from the words around them, in groups between which it may
    /// be broken.
    pub groups: Vec<Vec<NumberPiece>>,
    /// What it counts, in phrases.
    pub caption: Vec<DisplayText>,
    /// Where it is from.
    pub source: Option<String>,
}

/// A small table that is drawn.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub(super) struct ChartData {
    /// How: `bars`, `parts`, `time`.
    pub kind: &'static str,
    /// What it shows, in phrases.
    pub title: Vec<DisplayText>,
    /// Its rows.
    pub rows: Vec<ChartRowData>,
    /// Where its numbers are from.
    pub source: Option<String>,
}

/// A row of a chart.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub(super) struct ChartRowData {
    /// What it counts, or what happened, in phrases.
    pub label: Vec<DisplayText>,
    /// How many with the unit, or when.
    pub value: String,
    /// Where it stands between the ends of the chart, in ten-thousandths.
    pub share: u32,
    /// How dark it is drawn; 0 is the darkest.
    pub shade: usize,
    /// Whether it stands out.
    pub strong: bool,
}

/// A speaker.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
#[allow(missing_docs, reason = "the keys of a statement")]
pub(super) struct PersonData {
    pub name: OwnText,
    pub reading: Option<String>,
    pub affiliation: Option<OwnText>,
    pub role: Option<OwnText>,
    /// The portrait, where it may be printed.
    pub portrait: Option<Portrait>,
}

impl PartData {
    /// The portrait of whoever speaks large or in short.
    fn portrait(&self) -> Option<&Portrait> {
        match self {
            Self::Voice(voice) => voice.person.portrait.as_ref(),
            Self::Quote(quote) => quote.by.portrait.as_ref(),
            _ => None,
        }
    }
}

/// A text with its language, where that is not the leaflet's.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub(super) struct OwnText {
    /// The text.
    pub text: String,
    /// What its language asks for.
    pub lang: Option<LocaleData>,
}

/// A speaker's portrait, beside the templates while the leaflet is set.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub(super) struct Portrait {
    /// The name of the file, which tells it from every other.
    pub file: String,
    /// What it shows.
    pub alt: String,
    /// The file.
    #[serde(skip)]
    pub jpeg: Arc<Vec<u8>>,
}

/// A picture as it is printed.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub(super) struct PrintedPicture {
    /// The name of the file, which tells it from every other.
    pub file: String,
    /// What it shows.
    pub alt: String,
    /// Width and height, in points.
    pub size: (u32, u32),
    /// How wide it was when it came, and how wide it has to be, in points; where it was too narrow.
    #[serde(skip)]
    pub coarse: Option<(u32, u32)>,
    /// The file.
    #[serde(skip)]
    pub jpeg: Arc<Vec<u8>>,
    /// What a press prints.
    #[serde(skip)]
    pub plate: Option<Plate>,
}

/// The sign of the campaign, on white.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub(super) struct LogoData {
    /// The name of the file, which tells it from every other.
    pub file: String,
    /// Whose it is.
    pub alt: String,
    /// Width and height, in points.
    pub size: (u32, u32),
    /// The file.
    #[serde(skip)]
    pub png: Arc<Vec<u8>>,
    /// What a press prints.
    #[serde(skip)]
    pub plate: Option<Plate>,
}

/// A numbered point.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub(super) struct Point {
    /// The language of heading and text, where that is not the leaflet's.
    pub lang: Option<LocaleData>,
    /// Its heading, in phrases.
    pub pieces: Vec<DisplayText>,
    /// Whether its heading is a question.
    pub asks: bool,
    /// Its text.
    pub blocks: Vec<NodeData>,
    /// Whose it is, when it cites.
    pub by: Option<PersonData>,
    /// At which event it was said, where words of several stand on the leaflet.
    pub rally: Option<String>,
}

/// A passage printed large.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub(super) struct Quote {
    /// The language of its words, where that is not the leaflet's.
    pub lang: Option<LocaleData>,
    /// Its words, in phrases.
    pub pieces: Vec<DisplayText>,
    /// Whose it is.
    pub by: PersonData,
    /// At which event it was said, where words of several stand on the leaflet.
    pub rally: Option<String>,
    /// Where it stands.
    pub place: Option<String>,
    /// Whether these are the speaker's own words, so that quotation marks are true.
    pub spoken: bool,
}

/// One sentence of a speaker.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub(super) struct Voice {
    /// Whose it is.
    #[serde(flatten)]
    pub person: PersonData,
    /// At which event it was said, where words of several stand on the leaflet.
    pub rally: Option<String>,
    /// The language of the sentence, where that is not the leaflet's.
    pub lang: Option<LocaleData>,
    /// The sentence.
    pub text: Vec<NodeData>,
    /// Whether these are the speaker's own words.
    pub spoken: bool,
    /// Whether it is the title alone, which stands larger.
    pub titled: bool,
}

/// A titled note.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub(super) struct NoteData {
    /// The language of both, where that is not the leaflet's.
    pub lang: Option<LocaleData>,
    /// Its title.
    pub name: String,
    /// Its text.
    pub text: Vec<NodeData>,
}

/// An event with rows of facts.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub(super) struct EventData {
    /// Its name.
    pub name: OwnText,
    /// Label and value.
    pub rows: Vec<(String, OwnText)>,
}

/// A piece of the small print.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ImprintData {
    /// What it tells, where that has to be said.
    pub label: Option<String>,
    /// What it is.
    pub text: String,
}

/// Text that is set large: characters alone, or text and readings.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
#[serde(untagged)]
pub(super) enum DisplayText {
    /// Characters.
    Plain(String),
    /// With readings.
    Rich(Vec<NodeData>),
}

impl Default for DisplayText {
    fn default() -> Self {
        Self::Plain(String::new())
    }
}

/// A request to readers.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys of site.yaml")]
pub(super) struct CallData {
    pub pieces: Vec<String>,
    pub url: Option<String>,
    /// The address without its scheme.
    pub short: Option<String>,
    pub deadline: Option<String>,
}

/// Who publishes.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the keys of site.yaml")]
pub(super) struct PublisherData {
    pub name: String,
    pub address: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub url: Option<String>,
}

/// An address.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Address {
    /// In full.
    pub url: String,
    /// Without its scheme.
    pub short: String,
}

/// A QR code.
#[derive(Debug, Clone, Serialize)]
pub(super) struct CodeData {
    /// The code.
    pub qr: QrCode,
    /// The address that it holds, without its scheme.
    pub short: String,
    /// What happens to those who read it, in phrases; none where the words for the page stand beside it.
    pub caption: Vec<String>,
}

/// A block or inline of text.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
#[serde(tag = "kind", rename_all = "lowercase")]
#[allow(
    missing_docs,
    reason = "the variants of the text tree, as the templates see them"
)]
pub(super) enum NodeData {
    Paragraph {
        content: Vec<Self>,
    },
    Heading {
        content: Vec<Self>,
    },
    Quote {
        content: Vec<Self>,
    },
    List {
        start: Option<u64>,
        items: Vec<Vec<Self>>,
    },
    Code {
        text: String,
    },
    Table {
        /// What the template calls it when it is too wide.
        name: String,
        /// The first is the heading row.
        rows: Vec<Vec<CellData>>,
    },
    Rule,
    /// A picture that stands by itself.
    Picture {
        /// Which of the leaflet's.
        of: String,
        /// What it shows.
        caption: String,
    },
    Text {
        text: String,
    },
    Strong {
        content: Vec<Self>,
    },
    Emphasis {
        content: Vec<Self>,
    },
    Strike {
        content: Vec<Self>,
    },
    /// A footnote, told in its place.
    Note {
        /// What stands around it.
        brackets: [&'static str; 2],
        content: Vec<Self>,
    },
    Ruby {
        base: String,
        reading: String,
    },
    Link {
        content: Vec<Self>,
        href: Option<String>,
    },
    Break,
}

/// A cell of a table.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub(super) struct CellData {
    /// Its text.
    pub content: Vec<NodeData>,
}
