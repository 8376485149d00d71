//! What stands on each side of a leaflet, in the order in which the PDF has it.

use serde::Serialize;
use tera::Value;

use super::charts::ChartView;
use super::figures::FigureView;
use super::qr;
use crate::base::sheet_type::TEXT_SIZES;
use crate::base::{Edition, Format, Lang, Locale};
use crate::site::Leaflet;

/// One side, or one panel of folded paper.
#[derive(Serialize, Default)]
pub(super) struct SheetView<'a> {
    /// The classes that set the paper and the text's size.
    pub(super) paper: &'static str,
    pub(super) fit: &'static str,
    /// The class of a sheet whose text goes on over as many pages as it takes, or nothing.
    pub(super) flow: &'static str,
    /// The classes of its design, as `designs.css` arranges it; none of a sheet for signatures.
    pub(super) design: Option<String>,
    /// The words of a strip to write time and place on.
    pub(super) strip: Option<[&'a str; 2]>,
    /// Over the answers of several speakers.
    pub(super) answers: Option<&'a str>,
    /// The letter that tells from afar that it asks.
    pub(super) asks: Option<&'a str>,
    pub(super) kicker: Option<String>,
    /// What the leaflet is about, where the hook does not tell it.
    pub(super) tab: Option<&'a str>,
    /// What the speaker says, larger than the hook.
    pub(super) pull: Option<Value>,
    /// The number that stands largest.
    pub(super) figure: Option<FigureView>,
    /// A drawing of the theme.
    pub(super) drawing: Option<Value>,
    pub(super) hook: Option<Value>,
    /// How the hook and the pull break into lines of the room that the design has: classes.
    pub(super) hook_shape: String,
    pub(super) pull_shape: String,
    /// Whether the hook is too long to be set very large.
    pub(super) long: bool,
    /// The head of a side without the hook.
    pub(super) title: Option<Value>,
    /// What is seen first.
    pub(super) picture: Option<Value>,
    pub(super) lead: Option<Value>,
    pub(super) person: Option<Who>,
    pub(super) parts: Vec<PartView>,
    /// The title, below a side that sends the reader overleaf.
    pub(super) turn: Option<String>,
    /// Whether it has a foot: the call, whom to ask, the imprint.
    pub(super) foot: bool,
    pub(super) call: Option<CallView<'a>>,
    pub(super) code: Option<qr::Code>,
    /// The code that leads to the page, where the first does not.
    pub(super) page_code: Option<qr::Code>,
    /// The page, to be read; where a code that leads there tells it, nothing.
    pub(super) more: Option<Value>,
    pub(super) contact: Option<Contact<'a>>,
    pub(super) imprint: Option<String>,
    /// The sign of the campaign.
    pub(super) logo: Option<Value>,
    /// Whether names and addresses are to be written on it.
    pub(super) signatures: bool,
}

#[derive(Serialize)]
pub(super) struct Who {
    /// The name with its reading, where the paper says it.
    pub(super) name: Value,
    pub(super) affiliation: Option<Value>,
    /// The photograph, where it may be printed.
    pub(super) portrait: Option<Value>,
    /// What stands in a round seal where there is none, in designs that show who speaks.
    pub(super) seal: Option<String>,
}

/// A part between head and foot.
#[derive(Serialize, Default)]
pub(super) struct PartView {
    /// The face of whoever speaks, where it may be printed.
    pub(super) portrait: Option<Value>,
    /// `figures`, `chart`, `point`, `quote`, `voice`, `note`, `facts`, or `tail` for a title over the last of them.
    pub(super) kind: &'static str,
    /// The language of heading and text, where that is not the sheet's.
    pub(super) lang: Option<Lang>,
    /// The letters before a question and its answer.
    pub(super) letters: Option<[String; 2]>,
    /// The number of a point.
    pub(super) number: Option<usize>,
    pub(super) heading: Option<Value>,
    /// Who said it.
    pub(super) by: Option<Value>,
    /// At which event, where words of several stand on the leaflet.
    pub(super) rally: Option<String>,
    /// Under which heading it stands.
    pub(super) place: Option<String>,
    pub(super) text: Option<Value>,
    /// Whether it is in the speaker's own words.
    pub(super) spoken: bool,
    /// More numbers.
    pub(super) figures: Vec<FigureView>,
    /// What is drawn.
    pub(super) chart: Option<ChartView>,
    /// Label, value, and the value's language where that is not the sheet's.
    pub(super) rows: Vec<(String, String, Option<Lang>)>,
}

/// What readers are asked to do.
#[derive(Serialize)]
pub(super) struct CallView<'a> {
    pub(super) text: &'a str,
    pub(super) url: Option<&'a str>,
    /// The same as people read it.
    pub(super) address: Option<Value>,
    pub(super) deadline: Option<String>,
}

/// Whom to ask.
#[derive(Serialize)]
pub(super) struct Contact<'a> {
    pub(super) name: &'a str,
    pub(super) address: Option<&'a str>,
    pub(super) phone: Option<&'a str>,
    /// For mail, and of a site.
    pub(super) more: String,
}

/// How large type is in a browser, compared with the PDF: a browser sets the same text looser, and
/// has no second try.
const LOOSER: f64 = 0.9;
/// The same where lines break between words alone, so that each ends further from the margin.
const LOOSER_IN_WORDS: f64 = 0.81;

/// The same for a text that goes on over pages, whose letters are only wider than those of the PDF.
const WIDER: f64 = 0.92;

/// The sides with the classes of their paper and of their size of type: what the size of the PDF
/// comes to in a browser, or the next smaller one that style sheets know. Without a PDF, a size that is
/// easy to read.
pub(super) fn on_paper<'a>(
    mut sheets: Vec<SheetView<'a>>,
    leaflet: &Leaflet,
    size: Option<f64>,
    locale: &Locale,
) -> Vec<SheetView<'a>> {
    // Panels of folded paper follow each other on A4, on which a browser prints them.
    let (paper, smallest, easy) = match leaflet.paper() {
        Format::A5 | Format::A5Duplex => ("paper-a5", 9.0, 10.0),
        Format::B5 | Format::B5Duplex => ("paper-b5", 9.0, 10.5),
        Format::A3 => ("paper-a3", 12.0, 14.0),
        Format::Postcard => ("paper-postcard", 9.0, 9.0),
        Format::A4Trifold | Format::A4Zfold | Format::A3Bifold => ("paper-panel", 12.0, 12.0),
        Format::A4 | Format::A4Duplex | Format::SignatureSheet => ("paper-a4", 10.5, 12.0),
    };
    let looser = if locale.is_spaced() {
        LOOSER_IN_WORDS
    } else {
        LOOSER
    };
    let size = match leaflet.edition() {
        _ if leaflet.paper().is_folded() => easy,
        // Its text goes on over as many pages as it takes, as large as in the PDF: it looks so.
        Edition::Large => {
            let own = if locale.is_spaced() { WIDER } else { 1.0 };
            size.map_or(14.0, |size| (size * own).max(14.0))
        }
        _ => size.map_or(easy, |size| (size * looser).max(smallest)),
    };
    let class = TEXT_SIZES.iter().find(|(own, _)| *own <= size + 0.01);
    let (_, class) = class.unwrap_or(&TEXT_SIZES[TEXT_SIZES.len() - 1]);
    for sheet in &mut sheets {
        if leaflet.edition() == Edition::Mono
            && let Some(design) = &mut sheet.design
        {
            design.push_str(" sheet-mono");
        }
        sheet.paper = paper;
        sheet.fit = class;
    }
    sheets
}
