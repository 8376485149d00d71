//! Slips of the pen in English.

use crate::diagnostic::join;
use crate::source::fault::{TextSlip, Typo};

/// What is wrong, and how it was read.
pub(super) fn words(first: &Typo, more: &[Typo], right: &str) -> (String, String) {
    let all: Vec<String> = std::iter::once(first).chain(more).map(what).collect();
    (all.join(" "), help(first, right))
}

fn help(first: &Typo, right: &str) -> String {
    let right = right.replace('\n', "\n  ");
    match first {
        Typo::Encoding("UTF-8 BOM") => "`chirashi check --fix` takes it away and keeps the old file.\nBy hand: choose UTF-8 (without BOM) in your editor's “Save as”.".into(),
        Typo::Encoding(_) => "`chirashi check --fix` turns it into UTF-8, today's standard, and keeps the old file.\nBy hand: choose UTF-8 in your editor's “Save as”.".into(),
        Typo::LineEnds | Typo::LookAlike { .. } | Typo::Control { .. } => {
            "`chirashi check --fix` mends it and keeps the old file.".into()
        }
        Typo::Damage { .. } => "Look at the original and write the right characters in the place of `�`.".into(),
        Typo::Private { .. } => "Look at the original and write an ordinary character, or the nearest one, in its place.".into(),
        Typo::ValueBelow => format!("The line of the key and the one below it were read as one line. Write that in the place of the two, or run `chirashi check --fix`.\n  {right}"),
        Typo::StrayFence => "Remove the line `---`, or run `chirashi check --fix`.".into(),
        Typo::DoubledFence => "Remove the extra line `---`, or run `chirashi check --fix`.".into(),
        Typo::NoOpening => "Write a line of three hyphens above this one, or run `chirashi check --fix`.\n  ---".into(),
        _ => format!("It was read as the following line. Write that, or run `chirashi check --fix`.\n  {right}"),
    }
}

fn what(slip: &Typo) -> String {
    match slip {
        Typo::Encoding("UTF-8 BOM") => "This file is encoded in UTF-8 with an invisible mark (BOM) at its beginning. It was read.".into(),
        Typo::Encoding(name) => format!(
            "This file is encoded in {name}. It was read, but may look garbled on other computers."
        ),
        Typo::LineEnds => {
            "Lines end in the way of old Macintoshes (CR). They were read as lines all the same."
                .into()
        }
        Typo::WideColon => "The colon after the key is a full-width `：`.".into(),
        Typo::WideSpace => "There is a full-width space.".into(),
        Typo::WideBracket => "The brackets of the list are full-width.".into(),
        Typo::WideBraces => "The signs `{ }`, `:` or `,` around a text for each language are full-width.".into(),
        Typo::WideFurigana => "The signs `{ }` or `|` of furigana are full-width.".into(),
        Typo::WideComma => {
            "The items of the list are separated by full-width commas; use `,`.".into()
        }
        Typo::WideHash => "The mark of the remark is a full-width `＃`.".into(),
        Typo::WideLetters(text) => {
            format!("`{text}` has full-width characters; only half-width ones can stand here.")
        }
        Typo::NoSpace => "There is no space after the colon.".into(),
        Typo::Tab => "There is a tab character; use spaces here.".into(),
        Typo::Indent => {
            "The line begins with more or fewer spaces than those that belong with it.".into()
        }
        Typo::CurlyQuotes => {
            "The quotation marks are curly (“ ”); use straight ones (\") here.".into()
        }
        Typo::Backslash => "Between marks `\"`, a backslash makes another sign of what follows it; the text stands between marks `'`.".into(),
        Typo::MixedQuotes => "The quotation marks around the value are not alike, or one of them is an apostrophe; the text stands between marks `\"`.".into(),
        Typo::BracedText => "The text stands between `{ }`; it needs none.".into(),
        Typo::ValueBelow => "The value stands on the line below its key; it belongs behind the colon and a space.".into(),
        Typo::PathSign => "The parts of the path are parted by backslashes; write `/`.".into(),
        Typo::DoubledColon => "There is a colon too many behind the key.".into(),
        Typo::ColonForgotten(key) => format!("There is no `:` behind `{key}`."),
        Typo::BoldKey => "A key stands without `**` around it.".into(),
        Typo::KeyAsItem => "A key stands without `-` before it.".into(),
        Typo::StrayFence => "site.yaml takes no line `---`.".into(),
        Typo::BlockIndent => "Lines of a text below `|` begin with two spaces.".into(),
        Typo::Fence(line) => {
            format!("The dividing line is `{line}`; it has to be three hyphens, `---`.")
        }
        Typo::DoubledFence => "The dividing line `---` stands here twice.".into(),
        Typo::NoOpening => "The first `---` is missing.".into(),
        Typo::Unquoted(first) => {
            format!("The value begins with `{first}`; such a value stands in quotation marks.")
        }
        Typo::ColonInValue => {
            "The value contains `: `, which looks like a key; it needs quotation marks.".into()
        }
        Typo::JapaneseKey(written, name) if written.is_ascii() => {
            format!("The key `{written}` is called `{name}`.")
        }
        Typo::JapaneseKey(written, name) => {
            format!("The key is written in Japanese, `{written}`; it is called `{name}`.")
        }
        Typo::KeyForm(written, name) => {
            format!("The key `{written}` is written `{name}`, in small letters.")
        }
        Typo::ListAsText => "The list has no brackets; a list stands in [ ].".into(),
        Typo::ListInTwo => "Half of the list stands beside the key and half below it; it belongs into one pair of [ ].".into(),
        Typo::Bullet('-') => "There is no space after the `-` of the list.".into(),
        Typo::Bullet(mark) => format!(
            "The line of the list begins with `{mark}`; it begins with a hyphen and a space."
        ),
        Typo::DateForm(written, iso) => {
            format!("The date is written `{written}`; it was read as {iso}.")
        }
        Typo::Word(written, right) => format!("`{written}` is written `{right}`."),
        Typo::LookAlike { first, right, count } => format!(
            "{} that look like ordinary ones and are not, such as `{first}` (U+{:04X}). Copying from a PDF brings them, and no search finds them. They were read as ordinary ones (`{right}`).",
            characters(*count), u32::from(*first)
        ),
        Typo::Control { first, count } => format!(
            "{} that control machines and that nobody sees, such as U+{:04X}. They were left out, or read as ends of lines.",
            characters(*count), u32::from(*first)
        ),
        Typo::Damage { count } => format!("{}: `�` stands where a character was lost.", characters(*count)),
        Typo::Private { first, count } => format!(
            "{} that only certain computers can show, such as U+{:04X}; readers do not see them.",
            characters(*count), u32::from(*first)
        ),
        Typo::Text(slip) => text_what(*slip).into(),
    }
}

fn characters(count: usize) -> String {
    format!(
        "There {} {count} character{}",
        if count == 1 { "is" } else { "are" },
        if count == 1 { "" } else { "s" }
    )
}

/// Marks of Markdown written otherwise: on which lines, and how the first was read.
pub(super) fn text(slip: TextSlip, lines: &[usize], right: &str) -> (String, String) {
    let places = match lines {
        [one] => format!("line {one}"),
        [first, .., last] if lines.len() > 8 => {
            format!("{} places between lines {first} and {last}", lines.len())
        }
        _ => format!("lines {}", join(lines, ", ")),
    };
    if right.is_empty() {
        let help = "`chirashi check --fix` empties all of them.";
        return (format!("{} ({places}).", text_what(slip)), help.into());
    }
    if slip == TextSlip::Rows {
        let help = "They were read as one table. Remove the empty lines between; `chirashi check --fix` removes all of them.";
        return (format!("{} ({places}).", text_what(slip)), help.into());
    }
    let right = slip.shown(right).replace('\n', "\n  ");
    (
        format!("{} ({places}).", text_what(slip)),
        format!(
            "It was read as the following. `chirashi check --fix` mends all of them.\n  {right}"
        ),
    )
}

const fn text_what(slip: TextSlip) -> &'static str {
    match slip {
        TextSlip::Heading => "The `##` of a heading is full-width or has no space behind it",
        TextSlip::Braces => "The braces behind a heading are not closed by `}`",
        TextSlip::FullWidth => "Marks of Markdown are full-width; they are half-width",
        TextSlip::Note => {
            "The marks `<!--` and `-->` of an editors' note are full-width; the note is published nowhere"
        }
        TextSlip::List => "The lines of a list begin with `- ` or `1. `",
        TextSlip::Indent => {
            "A paragraph needs no full-width space at its beginning; an empty line parts paragraphs"
        }
        TextSlip::Blank => {
            "Lines hold nothing but full-width spaces; they were read as empty lines"
        }
        TextSlip::Line => {
            "A line that stands by itself needs an empty line before it; else it goes on with the line above"
        }
        TextSlip::Link => "With a space in its address a link or picture is none",
        TextSlip::Furigana => "Furigana are written `{漢字|かんじ}`",
        TextSlip::Table => {
            "Without an empty line between them, a text right below a table is a row of it"
        }
        TextSlip::Rows => "An empty line between its rows ends a table",
        TextSlip::LineEnd => "What keeps the end of a line is a `\\` at its very end",
        TextSlip::Emphasis => "There is a blank inside the `**` of bold text",
    }
}
