//! Slips of the pen in English.

use crate::source::fault::Typo;

/// What is wrong, and how it was read.
pub(super) fn words(first: &Typo, more: &[Typo], right: &str) -> (String, String) {
    let all: Vec<String> = std::iter::once(first).chain(more).map(what).collect();
    (all.join(" "), help(first, right))
}

fn help(first: &Typo, right: &str) -> String {
    match first {
        Typo::Encoding("UTF-8 BOM") => "`chirashi check --fix` takes it away and keeps the old file.\nBy hand: choose UTF-8 (without BOM) in your editor's “Save as”.".into(),
        Typo::Encoding(_) => "`chirashi check --fix` turns it into UTF-8, today's standard, and keeps the old file.\nBy hand: choose UTF-8 in your editor's “Save as”.".into(),
        Typo::LineEnds => "`chirashi check --fix` mends it and keeps the old file.".into(),
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
        Typo::WideComma => {
            "The items of the list are separated by full-width commas; use `,`.".into()
        }
        Typo::WideHash => "The mark of the remark is a full-width `＃`.".into(),
        Typo::WideLetters(text) => {
            format!("`{text}` has full-width characters; only half-width ones can stand here.")
        }
        Typo::NoSpace => "There is no space after the colon.".into(),
        Typo::Tab => "There is a tab character; use spaces here.".into(),
        Typo::CurlyQuotes => {
            "The quotation marks are curly (“ ”); use straight ones (\") here.".into()
        }
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
        Typo::JapaneseKey(written, name) => {
            format!("The key is written in Japanese, `{written}`; it is called `{name}`.")
        }
        Typo::KeyForm(written, name) => {
            format!("The key `{written}` is written `{name}`, in small letters.")
        }
        Typo::ListAsText => "The list has no brackets; a list stands in [ ].".into(),
        Typo::Bullet('-') => "There is no space after the `-` of the list.".into(),
        Typo::Bullet(mark) => format!(
            "The line of the list begins with `{mark}`; it begins with a hyphen and a space."
        ),
        Typo::DateForm(written, iso) => {
            format!("The date is written `{written}`; it was read as {iso}.")
        }
        Typo::Word(written, right) => format!("`{written}` is written `{right}`."),
    }
}
