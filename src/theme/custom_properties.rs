//! What the manifest says, as style sheets need it: colours as custom properties for each kind of screen,
//! colours and pages of paper for leaflets.

use std::fmt::Write;

use super::manifest::PRINTED;
use super::{Palette, Theme};
use crate::base::Colour;
use crate::base::sheet_type::{LargeRoom, MOST_EMS, MOST_LINES, TEXT_SIZES};
use crate::site::Site;

const DARK: &str = "(prefers-color-scheme: dark)";
const STRONG: &str = "(prefers-contrast: more)";

/// Rules that give every custom property of the manifest its value, to stand before the theme's
/// style sheets.
#[must_use]
pub(crate) fn of_pages(theme: &Theme) -> String {
    let manifest = theme.manifest();
    let mut css = format!(":root {{\n  --portrait: {};\n", manifest.pictures.portrait);
    for token in &manifest.tokens {
        push(&mut css, &token.name, token.light);
    }
    css.push_str("}\n");
    let screens = [DARK, STRONG, &format!("{STRONG} and {DARK}")];
    for (at, screen) in screens.into_iter().enumerate() {
        let mut rules = String::new();
        for token in &manifest.tokens {
            let colour = match at {
                0 => token.dark,
                1 => token.strong[0],
                _ => token.strong[1],
            };
            if let Some(colour) = colour {
                push(&mut rules, &token.name, colour);
            }
        }
        if !rules.is_empty() {
            let _ = write!(css, "@media {screen} {{\n:root {{\n{rules}}}\n}}\n");
        }
    }
    css
}

/// What office machines leave white along the edge of paper, in millimetres: fields of colour end there.
const EDGE: f64 = 6.0;

/// The same for leaflets: the pages that a browser prints them on (`paper-…` up to where colour ends, `flow-…`
/// up to the text, for what goes on over several), the room that each leaves with the rest of its margins, and
/// inside of `.sheet` the colours of paper, which are those of the PDF.
#[must_use]
pub(crate) fn of_leaflets(theme: &Theme, site: &Site) -> String {
    let manifest = theme.manifest();
    let (mut pages, mut rooms) = (String::new(), String::new());
    for (paper, format) in PRINTED {
        let (width, height) = format.trim();
        let margins = manifest.margins_of(paper);
        let (top, side) = (margins.top(), margins.margin);
        let edge = EDGE.min(top).min(side);
        for (name, top, side) in [("paper", edge, edge), ("flow", top, side)] {
            let _ = writeln!(
                pages,
                "@page {name}-{paper} {{\n  size: {width}mm {height}mm;\n  margin: {top}mm {side}mm;\n}}"
            );
        }
        // A little less than the page, so that rounding never makes a second one.
        let room = height - 2.0 * edge - 1.0;
        let (top, side) = (top - edge, side - edge);
        let _ = writeln!(
            rooms,
            "  --room-{paper}: {room}mm;\n  --top-{paper}: {top}mm;\n  --side-{paper}: {side}mm;"
        );
    }
    for room in LargeRoom::ALL {
        let (name, wide, tall, most) = (room.name, room.wide, room.tall, room.most);
        let _ = writeln!(
            rooms,
            "  --wide-{name}: {wide}mm;\n  --tall-{name}: {tall}mm;\n  --most-{name}: {most}pt;"
        );
    }
    let mut css = format!("{pages}:root {{\n{rooms}}}\n");
    for (points, class) in TEXT_SIZES {
        let _ = writeln!(css, ".{class} {{\n  --size: {points}pt;\n}}");
    }
    for (name, most) in [("lines", MOST_LINES), ("ems", MOST_EMS)] {
        for n in 2..=most {
            let _ = writeln!(css, ".{name}-{n} {{\n  --{name}: {n};\n}}");
        }
    }
    let own = Palette::of(theme, &site.settings);
    push_sheet(&mut css, theme, own, ".sheet");
    for topic in site.topics.iter().filter(|topic| topic.color.is_some()) {
        let place = format!("[data-topic=\"{}\"] .sheet", topic.slug);
        push_sheet(&mut css, theme, own.for_topic(topic), &place);
    }
    css
}

/// The colours of paper in a place.
fn push_sheet(css: &mut String, theme: &Theme, palette: Palette, place: &str) {
    let _ = writeln!(css, "{place} {{");
    for colour in palette.on_paper(theme) {
        push(css, &colour.name, colour.screen);
        if colour.name == "accent" {
            push(css, "on-accent", colour.screen.lettering());
        }
    }
    css.push_str("}\n");
}

fn push(css: &mut String, name: &str, colour: Colour) {
    let _ = writeln!(css, "  --{name}: {colour};");
}
