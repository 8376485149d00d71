//! Problems of somebody who begins, in English.

use super::thing;
use crate::diagnostic::kind::Begin;
use crate::diagnostic::words::{example_slug, join};

pub(super) fn words(problem: &Begin) -> (String, String) {
    match problem {
        Begin::NoContent => (
            "There is no content here (a folder with a site.yaml).".into(),
            "Go to the folder that holds `content`, or say where it is with `--content`. If you have none yet, make a campaign first, for example: chirashi init our-rally".into(),
        ),
        Begin::Exists => (
            "This file exists already. Nothing was written, so that nothing is lost.".into(),
            "Choose another name, or open the file in a text editor and write on.".into(),
        ),
        Begin::Name { written, suggestion, kind } => (
            format!("`{written}` cannot be the name of the file of a {}. Only lower-case letters, digits and hyphens can be used.", thing(*kind)),
            match suggestion {
                Some(name) => format!("Write it in Latin letters, for example: chirashi new {} {name}", kind.scheme()),
                None => format!("Write how it is read in Latin letters, for example: chirashi new {} {}", kind.scheme(), example_slug(*kind)),
            },
        ),
        Begin::NotEmpty => (
            "This folder holds files already. Nothing was written, so that nothing is lost.".into(),
            "Name a folder that does not exist yet, or an empty one, for example: chirashi init our-rally".into(),
        ),
        Begin::WhichEvent { known } => (
            "The command does not say at which event the statement was made.".into(),
            if known.is_empty() {
                "First make the event's file with `chirashi new event NAME`.".into()
            } else {
                format!("Write the event's name, then the speaker's; for example: `chirashi new statement {} yamada`\nEvents: {}", known[0], join(known, ", "))
            },
        ),
        Begin::NoOriginal { kind, known } => (
            format!("There is no file of a {} to translate from.", thing(*kind)),
            if known.is_empty() {
                "Check the name, and the language after `--translate-from` (ja, en).".into()
            } else {
                format!("Check the name. Written in this language: {}", join(known, ", "))
            },
        ),
        Begin::NoLanguage { written, known } => (
            format!("Nothing can be translated from `{written}` into another language."),
            format!("The languages of the site stand in `languages` of site.yaml, at present: {}. There have to be at least two; name one of them, for example: --translate-from ja", join(known, ", ")),
        ),
        Begin::Unfilled { count, lines } => (
            format!("{count} text{} still to be written (line{} {}).", if *count == 1 { " is" } else { "s are" }, if lines.len() == 1 { "" } else { "s" }, join(lines, ", ")),
            "Write your own text in the place of whatever says [FILL IN], [TRANSLATE], 【要記入】 or 【要翻訳】, mark and all. If you publish it like this, the mark is on the page.".into(),
        ),
    }
}
