//! What preflight finds, in English.

use super::{Edge, Finding, PageBox, PreflightFault, Reader, Standard, Thing, parts, tenths};

/// Message and remedy.
pub(super) fn words(finding: &Finding) -> (String, String) {
    let place = match finding.page {
        Some(page) => format!("PDF `{}`, page {page}: ", finding.pdf),
        None => format!("PDF `{}`: ", finding.pdf),
    };
    let (what, help) = fault(&finding.fault);
    (format!("{place}{what}"), help)
}

/// What was found, and what to do; without saying in which PDF.
#[allow(clippy::too_many_lines, reason = "one arm for each fault")]
pub(super) fn fault(fault: &PreflightFault) -> (String, String) {
    let (what, help): (String, &str) = match fault {
        PreflightFault::Unreadable => (
            "it cannot be read as a PDF.".into(),
            "Run chirashi build again. If that does not help, put the theme's print folder back as it was.",
        ),
        PreflightFault::Torn => (
            "a part of the page cannot be read, and would be missing on paper.".into(),
            "Run chirashi build again. If that does not help, put the theme's print folder back as it was.",
        ),
        PreflightFault::Blank => (
            "the page is empty.".into(),
            "Put the theme's print folder back as it was, or choose a format with fewer sides (format: a4 instead of a4-duplex).",
        ),
        PreflightFault::Pages { found, wanted } => (
            format!("it has {found} pages and should have {wanted}."),
            "Shorten the text, or undo the changes in the theme's print folder.",
        ),
        PreflightFault::NoBox { which } => (
            format!(
                "{} is missing. The print shop cannot tell where to cut.",
                box_name(*which)
            ),
            "Put the settings of the sheet (page) in the theme's print/sheet.typ back as they were.",
        ),
        PreflightFault::WrongBox {
            which,
            found,
            wanted,
        } => (
            format!(
                "{} is {}×{} mm. It has to be {}×{} mm.",
                box_name(*which),
                tenths(found.0),
                tenths(found.1),
                tenths(wanted.0),
                tenths(wanted.1),
            ),
            "Leave width, height and bleed in the theme's print/sheet.typ as they are.",
        ),
        PreflightFault::OffBox { which } => (
            format!("{} does not lie where it should.", box_name(*which)),
            "Put the settings of the sheet (page) in the theme's print/sheet.typ back as they were.",
        ),
        PreflightFault::Turned => (
            "the page is rotated.".into(),
            "Take the settings that turn the sheet (such as flipped) out of the theme's print/sheet.typ.",
        ),
        PreflightFault::NotEmbedded { font } => (
            format!(
                "the font `{font}` is not embedded. The print shop will print another in its place."
            ),
            "Put a font file whose licence allows embedding into the theme's fonts folder.",
        ),
        PreflightFault::Type3 { font } => (
            format!("the font `{font}` is Type 3 (drawn as pictures), which print shops refuse."),
            "Replace the font in the theme's fonts folder by a TrueType or OpenType font.",
        ),
        PreflightFault::NoMeaning { font } => (
            format!(
                "the PDF does not say which characters the glyphs of the font `{font}` are. They can be neither read aloud nor found."
            ),
            "Replace the font in the theme's fonts folder by another.",
        ),
        PreflightFault::Colour {
            space,
            reader: Reader::Press,
        } => (
            format!(
                "there is a colour in `{space}` in a PDF for a print shop. Only CMYK and grey may be used."
            ),
            "In palette of the theme's print/sheet.typ, write a pair of screen colour and press colour (cmyk), and use colours as paint(\"name\"). Make pictures grey or CMYK.",
        ),
        PreflightFault::Colour {
            space,
            reader: Reader::Office,
        } => (
            format!(
                "there is a colour in `{space}` in a PDF for screens and offices. Only RGB and grey may be used."
            ),
            "In palette of the theme's print/sheet.typ, make the first colour of the pair rgb(\"#…\").",
        ),
        PreflightFault::NotBlack { colour } => (
            format!(
                "the edition in black alone (edition: mono) has a colour ({}). A duplicator does not print it, or prints it lighter or darker.",
                parts(colour)
            ),
            "In palette of the theme's print/sheet.typ, let mono have rgb(\"#000000\") and cmyk(0%, 0%, 0%, 100%) alone.",
        ),
        PreflightFault::BlackText {
            text,
            inks: [c, m, y, k],
        } => (
            format!(
                "the text \"{text}\" is not black alone (C{c} M{m} Y{y} K{k}). It blurs where the plates do not meet exactly."
            ),
            "Make black text cmyk(0%, 0%, 0%, 100%). Make coloured text at least 8 points.",
        ),
        PreflightFault::Ink { percent, most } => (
            format!(
                "the inks add up to {percent} %. Above {most} % they do not dry and stain the next sheet."
            ),
            "In palette of the theme's print/sheet.typ, keep the sum of the four numbers of cmyk at or below 300 %.",
        ),
        PreflightFault::Margin {
            thing,
            edge,
            least,
            found,
        } => (
            margin(thing, *edge, *least, *found),
            match thing {
                Thing::Ground if *edge == Edge::Machine => {
                    "Let nothing run to the edge in mono in the theme's print folder (if not mono { … })."
                }
                Thing::Ground => {
                    "Let colour in the background run into the bleed (3 mm outside the trim), or end it inside the margin."
                }
                _ => "Shorten the text, or move it inwards in the theme's print folder.",
            },
        ),
        PreflightFault::Marks => (
            "printer's marks reach into the bleed. They may be left on the finished sheet.".into(),
            "In marks of the theme's print/sheet.typ, draw the lines outside the bleed.",
        ),
        PreflightFault::NoCode { address } => (
            format!("there is no QR code that can be read (it should lead to {address})."),
            "Put qr-code in the theme's print/parts.typ back as it was. Nothing may lie over the black squares or close around them.",
        ),
        PreflightFault::WrongCode { found, address } => (
            format!("the QR code reads {found}. It should read {address}."),
            "Look at base_url and at the url of call_to_action in site.yaml, and run chirashi build again.",
        ),
        PreflightFault::Passage { printed, written } => (
            format!(
                "a sentence is printed that differs from the statement. PDF: \"{printed}\" Statement: \"{written}\""
            ),
            "Statements are printed word for word. Mend the statement, or take out what rewrites it in the theme's print folder.",
        ),
        PreflightFault::Coarse { dpi, least } => (
            format!("a picture has only {dpi} dpi. It needs {least} dpi, better 350 dpi."),
            "Use the large original of the picture, or print it smaller.",
        ),
        PreflightFault::SmallText { text, size, least } => (
            format!(
                "the text \"{text}\" is only {} points. It has to be at least {} points.",
                points(*size),
                points(*least)
            ),
            "Make the type (size) larger in the theme's print folder.",
        ),
        PreflightFault::Hairline { width, least } => (
            format!(
                "a line is only {} points thick. Lines thinner than {} points break up.",
                points(*width),
                points(*least)
            ),
            "Make the line (stroke) at least 0.3pt in the theme's print folder.",
        ),
        PreflightFault::Annotation { kind } => (
            format!("there is a link or a note ({kind}) on a page for the print shop."),
            "Use link(…) for links in the theme's print folder; the PDF for the print shop leaves them out by itself.",
        ),
        PreflightFault::Sheer => (
            "something shines through (transparency). Its colour may change at the print shop."
                .into(),
            "Use neither transparentize nor transparent pictures in the theme's print folder; write a light colour in palette.",
        ),
        PreflightFault::Overprint => (
            "ink is set to print over other ink (overprint). White text may vanish.".into(),
            "This PDF does not seem to be chirashi's own. Run chirashi build again.",
        ),
        PreflightFault::FalseClaim => (
            "it claims to be PDF/X, which nothing has validated.".into(),
            "This PDF does not seem to be chirashi's own. Run chirashi build again.",
        ),
        PreflightFault::Undeclared { standard } => (
            format!("it does not say that it is {}.", standard_name(*standard)),
            "This PDF does not seem to be chirashi's own. Run chirashi build again.",
        ),
        PreflightFault::Untagged => (
            "it has no tags (the structure for reading aloud). Blind people cannot read it.".into(),
            "This PDF does not seem to be chirashi's own. Run chirashi build again.",
        ),
        PreflightFault::Language {
            found: None,
            wanted,
        } => (
            format!("it does not say in which language it is (it should say {wanted})."),
            "Put set text(lang: data.lang) in the theme's print/sheet.typ back as it was.",
        ),
        PreflightFault::Language {
            found: Some(found),
            wanted,
        } => (
            format!("it says that its language is `{found}`. It should say {wanted}."),
            "Put set text(lang: data.lang) in the theme's print/sheet.typ back as it was.",
        ),
        PreflightFault::NoTitle => (
            "it has no title, or does not ask for it to be shown.".into(),
            "Put set document(title: data.title) in the theme's print/sheet.typ back as it was.",
        ),
        PreflightFault::NoBookmarks => (
            "it has no bookmarks (the list of headings).".into(),
            "Write headings as heading(…) in the theme's print folder.",
        ),
        PreflightFault::DeadLink { goal } => (
            format!(
                "a link leads nowhere ({}).",
                goal.as_deref().unwrap_or("it is empty")
            ),
            "Write the whole address with https:// in the statement or the theme.",
        ),
        PreflightFault::MuteLink => (
            "a link has no words to be read aloud.".into(),
            "Put text into link(…) in the theme's print folder.",
        ),
        PreflightFault::MuteFigures { count } => (
            format!(
                "figures without a text in their place: {count}. Blind people do not learn what they show."
            ),
            "Write alt for pictures; in the theme, figure(…, alt: \"…\").",
        ),
    };
    (what, help.into())
}

fn margin(thing: &Thing, edge: Edge, least: i32, by: i32) -> String {
    let thing = match thing {
        Thing::Text(text) => format!("the text \"{text}\""),
        Thing::Line => "a line".into(),
        Thing::Shape => "a shape".into(),
        Thing::Ground => "a background".into(),
        Thing::Picture => "a picture".into(),
    };
    let (found, least) = (tenths(by), tenths(least));
    let over = tenths(-by.min(0));
    match edge {
        Edge::Trim if by < 0 => format!(
            "{thing} reaches {over} mm over the cut. Keep it at least {least} mm inside, or it will be cut."
        ),
        Edge::Paper | Edge::Machine if by < 0 => format!(
            "{thing} reaches {over} mm over the edge of the paper. Keep it at least {least} mm inside."
        ),
        Edge::Trim => format!(
            "{thing} is {found} mm from the cut. Keep at least {least} mm away, or it may be cut."
        ),
        Edge::Fold => format!("{thing} is {found} mm from a fold. Keep at least {least} mm away."),
        Edge::Machine => format!(
            "{thing} is {found} mm from the edge of the paper in the edition in black alone (edition: mono). Duplicators do not print there. Keep at least {least} mm away."
        ),
        Edge::Paper => format!(
            "{thing} is {found} mm from the edge of the paper, where office machines do not print. Keep at least {least} mm away."
        ),
    }
}

const fn box_name(which: PageBox) -> &'static str {
    match which {
        PageBox::Media => "the sheet (MediaBox)",
        PageBox::Trim => "the finished size (TrimBox)",
        PageBox::Bleed => "the bleed (BleedBox)",
        PageBox::Crop => "what is shown of the sheet (CropBox)",
    }
}

const fn standard_name(standard: Standard) -> &'static str {
    match standard {
        Standard::Ua1 => "PDF/UA-1 (a PDF that everybody can read)",
        Standard::A2a => "PDF/A-2a (a PDF that can be kept for long)",
    }
}

fn points(hundredths: i32) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}
