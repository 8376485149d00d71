//! What is said in English of leaflets and their panels.

use super::{did_you_mean, join, pt};
use crate::base::PanelName;
use crate::diagnostic::{LeafletFault, LeftOut};

/// What a panel is called.
pub(super) fn panel(name: PanelName) -> String {
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

/// What is wrong, and how to mend it.
pub(super) fn words(problem: &LeafletFault) -> (String, String) {
    match problem {
        LeafletFault::UnknownPart { written, nearest } => (
            format!("`{written}` in `panels` is nothing that a leaflet can hold."),
            format!(
                "{}What can stand here: hook, intro, text (all of the body), text#section, quote, voices (all speakers), speaker:name, speaker:name#section, quote:name, topics (all topics), topic:name, event, call.\nExample: panels: [hook, text, \"speaker:yamada, speaker:tanaka\", call]",
                did_you_mean(nearest.as_ref())
            ),
        ),
        LeafletFault::TooManyPanels {
            format,
            given,
            most: 0,
        } => (
            format!("The layout of `{format}` is fixed (`panels` fills {given})."),
            "Remove the line `panels`.".into(),
        ),
        LeafletFault::TooManyPanels {
            format,
            given,
            most,
        } => (
            format!("`panels` fills {given} panels, but `{format}` has {most}."),
            format!(
                "Give at most {most}. To put two things on one panel, separate them by a comma: \"speaker:yamada, call\"."
            ),
        ),
        LeafletFault::Unplaced { parts } => (
            format!(
                "No panel holds `{}` of this leaflet, so it is printed nowhere.",
                join(parts, "`, `")
            ),
            format!(
                "Add it to one of the `panels`, separated by a comma: \"hook, {}\". If it is not wanted, delete that text.",
                join(parts, ", ")
            ),
        ),
        LeafletFault::Languages { known } => (
            "`languages` has to name two languages, one for each side.".into(),
            format!(
                "Example: languages: [{}] (without this line there is one leaflet for each language)",
                join(known, ", ")
            ),
        ),
        LeafletFault::Fitted {
            leaflet,
            tenths_of_pt,
            pages,
            left_out,
        } => {
            let parts: Vec<_> = left_out.iter().map(|part| left(*part)).collect();
            let left = if parts.is_empty() {
                String::new()
            } else {
                format!("; left out: {}", parts.join(", "))
            };
            let ending = if *pages == 1 { "" } else { "s" };
            (
                format!(
                    "Leaflet `{leaflet}`: {} pt, {pages} page{ending}{left}.",
                    pt(*tenths_of_pt)
                ),
                String::new(),
            )
        }
    }
}

const fn left(part: LeftOut) -> &'static str {
    match part {
        LeftOut::Portrait => "the photograph, for which nobody said that it may be printed",
        LeftOut::Pictures => "pictures in the text",
        LeftOut::Related => "what others said and related topics",
        LeftOut::SecondQuote => "the second quotation",
        LeftOut::Glosses => "words in brackets after organisations",
        LeftOut::Summaries => "summaries after their first sentence",
        LeftOut::Paragraphs => "points after their first paragraph",
        LeftOut::Sentences => "the last sentences of points",
        LeftOut::Points => "the text of points (headings stay)",
        LeftOut::Quote => "the quotation",
        LeftOut::Passages => "the last passages",
    }
}
