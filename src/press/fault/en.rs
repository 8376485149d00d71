//! What there is to say of setting a leaflet, in English.

use super::{PressFault, is_emoji, some};
use crate::base::PanelName;
use crate::leaflet::{LeftOut, SheetKind};

/// What a panel is called.
fn panel_name(name: PanelName) -> String {
    match name {
        PanelName::Front => "front".into(),
        PanelName::Back => "back".into(),
        PanelName::Cover => "cover".into(),
        PanelName::Flap => "flap".into(),
        PanelName::Inside(n) => format!("inner panel {n} from the left"),
        PanelName::Outside(n) => format!("outer panel {n} from the left"),
        PanelName::Page(n) => format!("page {n}"),
    }
}

pub(super) fn words(fault: &PressFault) -> (String, String) {
    match fault {
        PressFault::Overflow {
            leaflet,
            panel,
            lines,
        } => (
            format!(
                "The text of leaflet `{leaflet}` does not fit on the {}: about {} too many at the smallest size.",
                panel_name(*panel),
                count(*lines, "line")
            ),
            format!(
                "Shorten the text by about {}, or name fewer speakers or topics.",
                count(*lines, "line")
            ),
        ),
        PressFault::WideTable {
            leaflet,
            panel,
            columns,
        } => (
            format!(
                "This table is too wide for leaflet `{leaflet}`: its {} do not fit on the {}, even in small type.",
                count(*columns, "column"),
                panel_name(*panel)
            ),
            "Take columns out, write rows and columns the other way round, or write less in the cells. Or leave the table to the page and tell in a sentence what it shows.".into(),
        ),
        PressFault::SmallType {
            leaflet,
            tenths_of_pt,
        } => (
            format!(
                "The type of leaflet `{leaflet}` had to shrink to {} pt (12 pt or more is wanted).",
                pt(*tenths_of_pt)
            ),
            "A shorter text brings it back to a size that old people read with ease.".into(),
        ),
        PressFault::HalfEmpty { leaflet, panel, kind } => (
            format!(
                "More than a third of the {} of leaflet `{leaflet}` is empty.",
                panel_name(*panel)
            ),
            more_text(*kind).into(),
        ),
        PressFault::MissingGlyphs { glyphs, forbidden } => (
            format!(
                "No typeface for leaflets and cards has {}.",
                some(glyphs, |c| format!("“{c}” (U+{:04X})", u32::from(c)), ", ")
            ),
            match glyphs.chars().next() {
                Some(c) if *forbidden => format!(
                    "Write another character or say it in words, such as “(in words)” in the place of “{c}”; or take `fonts: theme` out of site.yaml, so that typefaces of this machine may be used."
                ),
                Some(c) if !is_emoji(c) => format!(
                    "Write another character or say it in words, such as “(in words)” in the place of “{c}”; or install a typeface that has it and may be embedded, or put one into the theme's fonts."
                ),
                _ => "Paper has no emoji. Take it out, or say it in words, such as “(laughs)”.".into(),
            },
        ),
        PressFault::LentFace {
            family,
            file,
            glyphs,
        } => (
            format!(
                "{} set in {family} ({file}) on leaflets and cards, since the theme's typefaces lack them.",
                some(glyphs, String::from, " ")
            ),
            "`fonts: theme` in site.yaml forbids typefaces of the machine.".into(),
        ),
        PressFault::CoarsePicture {
            leaflet,
            width,
            wanted,
        } => coarse(leaflet, *width, *wanted),
        PressFault::Print { leaflet, reason } => (
            format!("The print template of leaflet `{leaflet}` has an error: {reason}"),
            "Mend it at this place, or delete your file to return to the default theme's.".into(),
        ),
        PressFault::Fitted {
            leaflet,
            tenths_of_pt,
            pages,
            left_out,
        } => {
            fitted(leaflet, (*tenths_of_pt, *pages), left_out)
        }
    }
}

/// What was left out, or set over more pages, to make a leaflet fit.
fn fitted(
    leaflet: &str,
    (tenths_of_pt, pages): (u32, usize),
    left_out: &[LeftOut],
) -> (String, String) {
    let parts: Vec<_> = left_out.iter().map(|part| left(*part)).collect();
    let left = if parts.is_empty() {
        String::new()
    } else {
        format!("; left out: {}", parts.join(", "))
    };
    let ending = if pages == 1 { "" } else { "s" };
    (
        format!(
            "Leaflet `{leaflet}`: {} pt, {pages} page{ending}{left}.",
            pt(tenths_of_pt)
        ),
        String::new(),
    )
}

/// What to tell of a picture with too few points.
fn coarse(leaflet: &str, width: u32, wanted: u32) -> (String, String) {
    (
        format!(
            "The picture of leaflet `{leaflet}` is only {width} points wide and will be blurred in print (about {wanted} are needed)."
        ),
        "Use the photograph as the camera made it. One that came by mail or a messenger was often made smaller: ask for the original. Making it larger in a program does not make it sharper.".into(),
    )
}

const fn left(part: LeftOut) -> &'static str {
    match part {
        LeftOut::Portrait => "the photograph, for which nobody said that it may be printed",
        LeftOut::Drawing => "the drawing",
        LeftOut::Pictures => "pictures in the text",
        LeftOut::Tables => "tables and code (vertical lines cannot show them)",
        LeftOut::Words => "what goes beyond the 60 words of a poster",
        LeftOut::Figures => "figures after the first",
        LeftOut::Related => "what others said and related topics",
        LeftOut::SecondQuote => "the second quotation",
        LeftOut::Glosses => "words in brackets after organisations",
        LeftOut::Summaries => "summaries (their titles stay)",
        LeftOut::CoverPicture => "the picture",
        LeftOut::Intro => "what stands between the summary and the points",
        LeftOut::Charts => "charts",
        LeftOut::Passages => "the last statements",
        LeftOut::Points => "the text of some points (headings and sentences in bold stay)",
        LeftOut::Quote => "the quotation",
        LeftOut::Lead => "points, or the rest of a text, that had no room",
    }
}

fn pt(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// So many of something.
fn count(number: u32, thing: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{ending}")
}

/// Where more text would come from.
const fn more_text(kind: SheetKind) -> &'static str {
    match kind {
        SheetKind::Statement => {
            "One more section (`## Heading`) or a `summary` of two sentences would fill it."
        }
        SheetKind::Topic => {
            "Mark more sections of statements with `{topic=…}`, or say more about the topic in the text of this file."
        }
        SheetKind::Event => {
            "Say in the text of this file what people came together for, or add what more people said there."
        }
        SheetKind::Panels | SheetKind::Flow | SheetKind::Signatures => {
            "One more section (`## Heading`) in its text would fill it, or more names in `speakers` or `topics`."
        }
    }
}
