//! What is wrong with a file or its front matter, in English.

mod date;
mod name;
mod typo;

use super::{Expected, SourceFault, YamlFault};
use crate::diagnostic::join;
use crate::source::mend::quoted;

/// The same for a key, with the line as it would begin.
fn meant_key(nearest: Option<&String>) -> String {
    nearest.map_or_else(String::new, |n| {
        format!("Did you mean `{n}`? Then write:\n  {n}: …\n")
    })
}

#[allow(clippy::too_many_lines, reason = "one arm for each fault")]
pub(super) fn words(fault: &SourceFault) -> (String, String) {
    match fault {
        SourceFault::Unreadable { reason } => (
            format!("This file cannot be read ({reason})."),
            "Close it in other programs, and check that it exists and that you may read it.".into(),
        ),
        SourceFault::NotUtf8 => (
            "This is not a text file; it is of another kind, or damaged.".into(),
            "Open it to see, and save it again with the encoding UTF-8 (“Save as”). If it does not open, put the original in its place.".into(),
        ),
        SourceFault::Slips { first, more, right } => typo::words(first, more, right),
        SourceFault::TextSlips { slip, lines, right } => typo::text(*slip, lines, right),
        SourceFault::BaseUrl { insecure, right } => (
            if *insecure {
                "The address begins with `http://`; browsers will call the site not secure.".into()
            } else {
                "This is the address of a page, such as index.html; the site's own is wanted.".into()
            },
            format!("Write it like this.\n  base_url: {right}"),
        ),
        SourceFault::UnclosedComment => (
            "A note begins with `<!--` here and never ends with `-->`; everything behind it would be part of the note.".into(),
            "Write `-->` where the note ends; if it is no note, remove `<!--`.\n  <!-- a note -->".into(),
        ),
        SourceFault::CutOff { key, kept, cut } => (
            format!("What follows `#` is a remark and is not published. Cut off: `{cut}`."),
            format!("If it belongs to the text, put the whole value in quotation marks.\n  {key}: {}\nIf it is a remark, a space behind the `#` ends this warning.", quoted(&format!("{kept} {cut}"))),
        ),
        SourceFault::FileName { folder, fault } => name::words(*folder, fault),
        SourceFault::Copy { original } => (
            format!("It looks like a copy of `{original}`, made by a synchroniser or a computer, and was passed over."),
            format!("Compare the two, keep what you need in `{original}`, and delete this one."),
        ),
        SourceFault::Misplaced => (
            "This file is not used: its folder or its extension is not one of those expected.".into(),
            "Put it into speakers, statements, topics, events, leaflets or pages as `name.language.md`. Pictures go into images.".into(),
        ),
        SourceFault::StrayFolder { count, meant } => (
            format!("This folder is not used ({count} file{}): its name is not one of those expected.", if *count == 1 { "" } else { "s" }),
            match meant {
                Some(name) => format!("Call the folder `{name}`, in lower-case letters."),
                None => "Put the files into speakers, statements, topics, events, leaflets or pages. Pictures go into images.".into(),
            },
        ),
        SourceFault::DuplicateFile { other } => (
            format!("This file has the same name as `{other}`. They look alike; inside the computer the accents are written in two ways."),
            "Keep one of the two and delete the other.".into(),
        ),
        SourceFault::NoFrontMatter => (
            "The file does not begin with front matter, where its title and the like stand.".into(),
            "Let the file begin like this; each `---` is a line of three hyphens.\n  ---\n  title: A title\n  ---\n  The text".into(),
        ),
        SourceFault::TextBefore => (
            "There is text before the first `---`, which has to be the first line of the file.".into(),
            "Remove this text, or move it below the second `---`.".into(),
        ),
        SourceFault::UnclosedFrontMatter => (
            "The front matter is not closed by `---`.".into(),
            "Write a line of three hyphens just below the last key.\n  ---".into(),
        ),
        SourceFault::Yaml { fault } => yaml(fault),
        SourceFault::DuplicateKey { key } => (
            format!("The key `{key}` is written twice."),
            "Delete one of the two lines.".into(),
        ),
        SourceFault::UnknownKey { key, nearest, known } => (
            format!("There is no key `{key}`."),
            format!("{}Keys that can stand here: {}", meant_key(nearest.as_ref()), join(known, ", ")),
        ),
        SourceFault::MissingKey { key, example } => (
            format!("The key `{key}` is missing."),
            format!("Add a line such as this below `---`.\n  {key}: {}", example.en),
        ),
        SourceFault::WrongType { key, expected, example, meant } => wrong_type(key, *expected, example.en, meant.as_deref()),
        SourceFault::EmptyValue { key } => (
            format!("The key `{key}` has no value."),
            "Write a value after the colon and a space, or delete the line.".into(),
        ),
        SourceFault::BadChoice { key, value, allowed } => (
            format!("`{value}` cannot stand in `{key}`."),
            format!("Write one of: {}", join(allowed, ", ")),
        ),
        SourceFault::BadDate { value, why } => date::words(value, *why),
        SourceFault::BadSlug { value } => (
            format!("`{value}` cannot be used as a name."),
            "Use lower-case letters, digits and hyphens only, for example `elderly-access`.".into(),
        ),
        SourceFault::StatementAmongSpeakers { value } => (
            format!("`{value}` is what somebody said at one event; `speakers` takes persons."),
            format!("Take it out here, and name it under `panels`, each panel in quotation marks; for example:\n  panels: [\"hook, intro, text, statement:{value}, call\"]"),
        ),
        SourceFault::BadUrl { value } => (
            format!("`{value}` is not an address that can be read."),
            "Write an address that begins with `https://`, for example `https://example.org/`.".into(),
        ),
    }
}

fn wrong_type(
    key: &str,
    expected: Expected,
    example: &str,
    meant: Option<&str>,
) -> (String, String) {
    let own = key.rsplit('.').next().unwrap_or(key);
    let message = match expected {
        Expected::Text => format!("`{key}` takes a line of text."),
        Expected::TextByLang => format!("`{key}` takes a line of text, or one for each language."),
        Expected::List => format!("`{key}` takes a list in [ ]."),
        Expected::Number => format!("`{key}` takes a whole number."),
        Expected::YesNo => format!("`{key}` takes true or false."),
        Expected::Map => format!("`{key}` takes keys of its own, indented on the lines below it."),
    };
    let help = match (expected, meant) {
        (_, Some(meant)) => format!("Write:\n  {own}: {meant}"),
        (Expected::Map, None) => format!("For example:\n  {own}:\n    title: Newsletter"),
        (_, None) => format!("For example:\n  {own}: {example}"),
    };
    (message, help)
}

fn yaml(fault: &YamlFault) -> (String, String) {
    match fault {
        YamlFault::Tab => (
            "A tab character cannot be used here.".into(),
            "Delete the tab and indent with two spaces.".into(),
        ),
        YamlFault::FullWidthColon => (
            "The colon is a full-width `：`.".into(),
            "Write a plain `:` followed by one space, for example `name: 山田花子`.".into(),
        ),
        YamlFault::NoSpace => (
            "There is no space after the colon.".into(),
            "Put one space after the colon, for example `name: 山田花子`.".into(),
        ),
        YamlFault::ColonInValue => (
            "The value contains `: ` and is taken for a key.".into(),
            "Put the whole value between quotation marks: `title: \"The card: what changes\"`".into(),
        ),
        YamlFault::Reserved(c) => (
            format!("A value that begins with `{c}` needs quotation marks."),
            format!("Put the whole value between quotation marks: `title: \"{c}…\"`"),
        ),
        YamlFault::Unclosed => (
            "A quotation mark or bracket is not closed.".into(),
            "Check that it begins and ends with the same plain mark, for example `topics: [privacy, elderly-access]`.".into(),
        ),
        YamlFault::NoColon => (
            "This line has no `:` and is no key.".into(),
            "Write it as `key: value`, for example `name: 山田花子`.".into(),
        ),
        YamlFault::Indent => (
            "The indentation does not match the lines above.".into(),
            "Keys that belong together begin with the same number of spaces.".into(),
        ),
        YamlFault::Budget => (
            "The front matter is too long or too deep.".into(),
            "Do without aliases (`&`, `*`) and write only the known keys.".into(),
        ),
        YamlFault::Other(detail) => (
            format!("The front matter cannot be read ({detail})."),
            "Write this line as `key: value`, for example `name: 山田花子`.".into(),
        ),
    }
}
