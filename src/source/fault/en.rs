//! What is wrong with a file or its front matter, in English.

mod date;
mod name;
mod typo;

use super::{Expected, MissingPlace, SourceFault, UnknownNames, YamlFault};
use crate::diagnostic::{UiLang, join, kind_name};

/// What follows of a line that was probably meant.
fn meant(right: Option<&String>) -> String {
    right.map_or_else(String::new, |line| {
        format!("Did you mean this?\n  {line}\n")
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
        SourceFault::TooLarge { bytes, most } => (
            format!("The file is too large ({} MB); texts of up to {} MB are read.", bytes >> 20, most >> 20),
            "Look whether a picture or a spreadsheet was saved under the name of a text. Divide a very long text into several files.".into(),
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
            "Write `-->` where the note ends; if it is no note, remove `<!--`.".into(),
        ),
        SourceFault::CutOff { cut, as_text, as_remark } => (
            format!("What follows `#` is a remark and is not published. Cut off: `{cut}`."),
            format!("If it belongs to the text, put the whole value in quotation marks.\n  {as_text}\nIf it is a remark, this warning ends when it stands on a line above.\n  {}", as_remark.replace('\n', "\n  ")),
        ),
        SourceFault::WideRemark { as_remark, as_text } => (
            "What follows a full-width `＃` is no remark; readers see it.".into(),
            format!("If it is a remark, put it on a line above, behind a plain `#` and a space.\n  {}\nIf it belongs to the text, quotation marks around the whole value end this warning.\n  {as_text}", as_remark.replace('\n', "\n  ")),
        ),
        SourceFault::LoneQuote { right } => (
            "The quotation mark at the end closes nothing, and readers see it.".into(),
            format!("Take it away if it is not wanted.\n  {right}"),
        ),
        SourceFault::KeysInText { lines } => (
            format!("Lines that look like keys stand below the second `---` (line{} {}); readers see them as text.", if lines.len() == 1 { "" } else { "s" }, join(lines, ", ")),
            "If they are keys, move them between the first `---` and the second.".into(),
        ),
        SourceFault::Email { value, right } => (
            format!("`{value}` is not an e-mail address that can be read."),
            match right {
                Some(line) => format!("Write it in half-width characters.\n  {line}"),
                None => "Write an address such as `name@example.jp`, or remove the line.".into(),
            },
        ),
        SourceFault::Telephone { value } => (
            format!("`{value}` has more or fewer figures than a telephone number."),
            "Check the number: in Japan they have 10 figures, those of mobile telephones 11. Two numbers stand with a comma between them.".into(),
        ),
        SourceFault::SettingsCopy => (
            "There is no site.yaml; this file looks like a copy of it.".into(),
            "Look inside, and if it is the right one, rename it to `site.yaml`.".into(),
        ),
        SourceFault::FileName { folder: _, fault, example } => name::words(fault, example),
        SourceFault::Copy { original } => (
            format!("It looks like a copy of `{original}`, made by a synchroniser or a computer, and was passed over."),
            format!("Compare the two, keep what you need in `{original}`, and delete this one."),
        ),
        SourceFault::Misplaced => (
            "This file is not used: its folder or its extension is not one of those expected.".into(),
            "Put it into speakers, statements, topics, events, leaflets or pages as `name.language.md`. Pictures go into images.".into(),
        ),
        SourceFault::SettingsName => (
            "This is the file of the site's settings, but it is not called `site.yaml`.".into(),
            "Rename it to `site.yaml`, or run `chirashi check --fix`.\nIf Windows hides `.txt`, tick “File name extensions” in the View menu of the Explorer.".into(),
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
        SourceFault::NoFrontMatter { lines } => (
            "The file does not begin with front matter, where its title and the like stand.".into(),
            format!("Begin the file with these lines, and let its text follow; each `---` is a line of three hyphens.\n  ---{}\n  ---", lines.en.replace('\n', "\n  ")),
        ),
        SourceFault::OtherFormat { format } => (
            format!("This file holds {format}, which another name does not make readable."),
            "Open the document, copy its text into a plain text editor and save it in UTF-8. In TextEdit on a Mac choose Format, Make Plain Text before saving.".into(),
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
            "Delete one of the two, for example the second.".into(),
        ),
        SourceFault::UnknownKey { key, right, known } => (
            format!("There is no key `{key}`."),
            format!("{}Keys that can stand here: {}", meant(right.as_ref()), join(known, ", ")),
        ),
        SourceFault::MissingKey { key, lines, place } => (
            format!("The key `{key}` is missing."),
            match place {
                MissingPlace::Page => format!("Add a line such as this below the first `---`.\n  {}", lines.en),
                MissingPlace::Settings => format!("Add a line such as this to site.yaml.\n  {}", lines.en),
                MissingPlace::Inside(parent) => format!("Write `{parent}` like this, each key on a line of its own.\n  {}", lines.en),
            },
        ),
        SourceFault::WrongType { key, expected, lines } => (
            wrong_type(key, *expected),
            format!("Write it like this.\n  {}", lines.en),
        ),
        SourceFault::EmptyValue { key, line } => (
            format!("The key `{key}` has no value."),
            match line {
                Some(line) => format!("Write a value after the colon and a space, for example:\n  {}", line.en),
                None => "Write a value after the colon and a space, or delete the line.".into(),
            },
        ),
        SourceFault::EmptySettings => (
            "There is nothing in site.yaml.".into(),
            "Write the site's name and its languages, for example:\n  title: {ja: 集会の記録, en: Rally report}\n  languages: [ja, en]".into(),
        ),
        SourceFault::NoFences { lines: [first, last] } => (
            "The keys at the beginning do not stand between two lines `---`.".into(),
            format!("Add a line of three hyphens, `---`, above line {first} and another one below line {last}."),
        ),
        SourceFault::BadChoice { key, value, allowed, right } => (
            format!("`{value}` cannot stand in `{key}`."),
            format!("{}Write one of: {}", meant(right.as_ref()), join(allowed, ", ")),
        ),
        SourceFault::BadColour { key, value, right } => (
            format!("`{value}` in `{key}` cannot be read as a colour."),
            format!("A colour is `#` and six figures (0 to 9, a to f), in quotation marks, for example:\n  {right}"),
        ),
        SourceFault::ForeignKeys { keys, folder } => (
            format!("{} belong{} to files in the folder {folder} and cannot stand here.", join(&in_quotes(keys), ", "), if keys.len() == 1 { "s" } else { "" }),
            format!("Delete the line{} {}, with lines that are indented below.", if keys.len() == 1 { "" } else { "s" }, join(&in_quotes(keys), ", ")),
        ),
        SourceFault::MarksInValue { key, right } => (
            format!("The marks in `{key}` have no effect; readers see them as they are."),
            match right {
                Some(line) => format!("Bold and struck-out text belong into the body, the reading of a name into `reading`. Write this instead.\n  {line}"),
                None => "Bold and struck-out text belong into the body; delete the marks here.".into(),
            },
        ),
        SourceFault::BadDate { key, value, why } => date::words(key, value, *why),
        SourceFault::BadSlug { written, right, unknown: Some(unknown) } => unknown_names(written, right.as_ref(), unknown),
        SourceFault::BadSlug { written, right, unknown: None } => (
            format!("{} cannot be used as a name.", join(&in_quotes(written), ", ")),
            match right {
                Some(line) => format!("Names are those of files, without language and `.md`. Write it like this.\n  {line}"),
                None => "Use lower-case letters, digits and hyphens only; the name is that of a file, without language and `.md`.".into(),
            },
        ),
        SourceFault::StatementAmongSpeakers { value } => (
            format!("`{value}` is what somebody said at one event; `speakers` takes persons."),
            format!("Take it out here, and name it under `panels`, each panel in quotation marks; for example:\n  panels: [\"hook, intro, text, statement:{value}, call\"]"),
        ),
        SourceFault::BadUrl { value, right } => (
            format!("`{value}` is not an address that can be read."),
            match right {
                Some(line) => format!("An address begins with `https://`.\n  {line}"),
                None => "Write an address that begins with `https://`, as the browser shows it, or remove the line.".into(),
            },
        ),
    }
}

fn in_quotes(words: &[String]) -> Vec<String> {
    words.iter().map(|word| format!("`{word}`")).collect()
}

fn unknown_names(
    written: &[String],
    right: Option<&String>,
    unknown: &UnknownNames,
) -> (String, String) {
    let what = kind_name(unknown.kind, UiLang::En);
    let words = join(&in_quotes(&unknown.words), ", ");
    let mut others = written.to_vec();
    others.retain(|own| !unknown.words.contains(own));
    let others = match others.as_slice() {
        [] => String::new(),
        [other] => format!(" `{other}` stands here by the name of its file."),
        others => format!(
            " {} stand here by the names of their files.",
            join(&in_quotes(others), ", ")
        ),
    };
    let message = format!("There is no {what} {words}.{others}");
    let known = if unknown.known.is_empty() {
        format!("There is no {what} yet. ")
    } else {
        format!(
            "Write names of files in the folder {}, without language and `.md`. There are: {}\n",
            unknown.kind.folder(),
            join(&unknown.known, ", ")
        )
    };
    let new = format!(
        "For a new {what}, make its file first by `chirashi new {} NAME` (small letters, digits, hyphens).",
        unknown.kind.scheme()
    );
    let line = right.map_or_else(String::new, |line| {
        format!(" To do without {words}, write it like this.\n  {line}")
    });
    (message, format!("{known}{new}{line}"))
}

fn wrong_type(key: &str, expected: Expected) -> String {
    match expected {
        Expected::Text => format!("`{key}` takes a line of text."),
        Expected::TextByLang => format!("`{key}` takes a line of text, or one for each language."),
        Expected::List => format!("`{key}` takes a list in [ ]."),
        Expected::Number => format!("`{key}` takes a whole number."),
        Expected::YesNo => format!("`{key}` takes true or false."),
        Expected::Map => format!("`{key}` takes keys of its own, indented on the lines below it."),
        Expected::Maps => format!(
            "`{key}` is a list: on the lines below it, each begins with `- ` and has keys of its own."
        ),
    }
}

fn yaml(fault: &YamlFault) -> (String, String) {
    match fault {
        YamlFault::Tab(right) => (
            "A tab character cannot be used here.".into(),
            format!("Indent with spaces instead.\n  {right}"),
        ),
        YamlFault::FullWidthColon(right) => (
            "The colon is a full-width `：`.".into(),
            format!("Write a plain `:` followed by one space.\n  {right}"),
        ),
        YamlFault::NoSpace(right) => (
            "There is no space after the colon.".into(),
            format!("Put one space after the colon.\n  {right}"),
        ),
        YamlFault::ColonInValue(right) => (
            "The value contains `: ` and is taken for a key.".into(),
            format!("Put the whole value between quotation marks.\n  {right}"),
        ),
        YamlFault::Reserved(c, right) => (
            format!("A value that begins with `{c}` needs quotation marks."),
            format!("Put the whole value between quotation marks.\n  {right}"),
        ),
        YamlFault::Unclosed(mark, right) => (
            format!("What `{mark}` opens here is never closed."),
            format!("Close it where it ends, for example like this.\n  {right}"),
        ),
        YamlFault::NoColon(text) => (
            "This line has no `:` and is no key.".into(),
            format!("Write it as `key: value`, or as a remark, which is published nowhere.\n  # {text}"),
        ),
        YamlFault::Continued(right) => (
            "This line is no key. It seems to go on with the one above.".into(),
            format!("If so, begin it with two spaces.\n  {}\nIf it belongs to the text, put it below the second `---`.", right.replace('\n', "\n  ")),
        ),
        YamlFault::Torn { key, right } => (
            format!("This text, behind an empty line, looks like more of `{key}` above it. Text cannot stand between keys by itself."),
            format!("Write everything from the line of `{key}` to the end of this text as one line.\n  {right}"),
        ),
        YamlFault::Indent(right) => (
            "The line begins with more spaces than the one above, which has its value already.".into(),
            format!("Begin it with as many spaces as the lines that it belongs with.\n  {right}"),
        ),
        YamlFault::Budget => (
            "The front matter is too long or too deep.".into(),
            "Do without aliases (`&`, `*`) and write only the known keys.".into(),
        ),
        YamlFault::ValueAboveKeys { key, right } => (
            format!("`{key}` has a value on its own line and more on the lines below it. It takes one of both."),
            format!("Write the line of `{key}` as these two.\n  {}", right.replace('\n', "\n  ")),
        ),
        YamlFault::ColonForgotten { key, right, continued } => (
            format!("There is no `:` behind `{key}`."),
            format!("Put a colon and a space there.\n  {right}{}", continued.as_ref().map_or_else(String::new, |line| format!("\nIf the line goes on with the text above it, begin it with spaces.\n  {line}"))),
        ),
        YamlFault::WithoutParent { parent, right } => (
            format!("This line seems to belong below `{parent}`, and there is no line `{parent}:` above it."),
            format!("Write it as these two lines.\n  {}", right.replace('\n', "\n  ")),
        ),
        YamlFault::Uneven(right) => (
            "No line above begins with so many spaces.".into(),
            format!("Begin it with as many as the lines that it belongs with.\n  {right}"),
        ),
        YamlFault::HashInList { is_names, as_text, as_remark } => {
            let remark = as_remark.replace('\n', "\n  ");
            (
                "What follows ` #` in this list is a remark, up to and with the `]`.".into(),
                if *is_names {
                    format!("If it is a remark, put it on a line above.\n  {remark}\nIf it belongs to the text, put quotation marks around that.\n  {as_text}")
                } else {
                    format!("If it belongs to the text, put quotation marks around that.\n  {as_text}\nIf it is a remark, put it on a line above.\n  {remark}")
                },
            )
        }
        YamlFault::LoneDash { key, right } => (
            format!("`{key}` has nothing but a hyphen, which begins a list."),
            format!("If there is nothing to say, delete the line. To have the hyphen shown, put it between quotation marks.\n  {right}"),
        ),
        YamlFault::Backslash(right) => (
            "Between marks `\"`, a backslash is read with what follows it, and these are no sign together.".into(),
            format!("Write two of them for one.\n  {right}"),
        ),
        YamlFault::Other => (
            "These lines cannot be read as they are written.".into(),
            "Write each as `key: value`. A value with signs such as `: # [ {` in it stands between quotation marks; lines that belong together begin with the same number of spaces.".into(),
        ),
    }
}
