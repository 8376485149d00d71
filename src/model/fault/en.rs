//! What is wrong with a document and its text, in English.

use super::{ModelFault, charts};
use crate::base::Lang;
use crate::diagnostic::join;
use crate::model::SampleMark;
use crate::model::wrong_marks::WrongMarks;

pub(super) fn words(fault: &ModelFault) -> (String, String) {
    match fault {
        ModelFault::BadAlias { value } => (
            format!("`{value}` cannot be used as an old address."),
            "Write a place inside the site that ends in `.html`, for example `speakers/old-name.html`.".into(),
        ),
        ModelFault::RawHtml { text, lines } => (
            match lines.as_slice() {
                [_, _, ..] => format!("HTML tags such as `{text}` ({}) have no effect; they are shown as they are written.", lines_en(lines)),
                _ => format!("The HTML tag `{text}` has no effect; it is shown as it is written."),
            },
            "Delete the tag and use Markdown.".into(),
        ),
        ModelFault::DuplicateId { id, .. } => (
            format!("The mark `#{id}` stands on two headings of the same page."),
            "Give one of the two `{#…}` another name.".into(),
        ),
        ModelFault::BadId { id, .. } => (
            format!("`#{id}` cannot be the mark of a heading."),
            "A mark has small letters, digits and hyphens only, and begins with a letter.".into(),
        ),
        ModelFault::WrongMarks(marks) => wrong_marks(marks),
        ModelFault::TopLevelHeading => (
            "The text has a heading with one `#`. The page's title comes from `title`, so it is treated as `##`.".into(),
            "Add one more `#`.".into(),
        ),
        ModelFault::NoAlt => (
            "The picture has no description (alternative text); people who cannot see it learn nothing.".into(),
            "Say in the brackets, in a few words, what it shows.".into(),
        ),
        ModelFault::EmptyLink(address) => (
            "The link has no words; nobody can see it, and nothing is read out.".into(),
            format!("Write the name of what it leads to ({address}) in the [ ]."),
        ),
        ModelFault::EmptyHeading => (
            "The heading has no words.".into(),
            "Write a space and the heading's words behind `##`, or remove the line.\n  ## At the counter".into(),
        ),
        ModelFault::UnderlinedParagraph { heading, text } => (
            if *heading {
                format!("There is a line directly under `{text}`, so it is shown as a heading.")
            } else {
                format!("There is a line directly under the paragraph `{text}…`. It is shown as a line across the page.")
            },
            if *heading {
                "For a line across the page put an empty line before it. For a heading remove the line and put `## ` before the words.".into()
            } else {
                "For a heading remove the line and put `## ` before the words. For a line across the page put an empty line before it.".into()
            },
        ),
        ModelFault::IndentedParagraph => (
            "The line begins with four blanks or a tab. It is shown as a paragraph; marks of bold text and links in it have no effect.".into(),
            "For a program or the like, put a line of three backticks above and below: ```. For ordinary text remove the blanks at the beginning.".into(),
        ),
        ModelFault::PastedTable { table } => (
            "This looks like a table that was pasted; it is shown as one paragraph.".into(),
            format!("As a table it is written like this.\n{table}"),
        ),
        ModelFault::PageNumber { number } => page_number(number),
        ModelFault::JoinedLines { seam, kept } => joined_lines(seam, kept),
        ModelFault::SkippedNumber { written, shown, .. } => skipped(*written, *shown),
        ModelFault::ExtraCells { columns, cells, .. } => extra(*columns, *cells),
        ModelFault::EmptyReading { base } => empty_reading(base),
        ModelFault::UnevenReadings { base, readings } => uneven(base, readings),
        ModelFault::CutAddress { address, behind } => cut(address, behind),
        ModelFault::LeftoverMark { mark } => leftover_en(mark),
        ModelFault::HashInText { title } => hash(title),
        ModelFault::MissingNote { label } => missing_note(label),
        ModelFault::RepeatedNote { label } => repeated_note(label),
        ModelFault::UnclosedCode => unclosed_code(),
        ModelFault::UnusedNote { label } => unused_note(label),
        ModelFault::OtherLanguage { lang } => other_language(*lang),
        ModelFault::NoText => (
            "The statement has neither text nor `summary`; its page shows the title alone.".into(),
            "Write the text below the second `---`. If it is not there yet, this line in the front matter keeps the statement out of the site.\n  draft: true".into(),
        ),
        ModelFault::NoPage => (
            "The page has no text; it shows its title alone.".into(),
            "Write the text below the second `---`. If the page is not needed, delete this file.".into(),
        ),
        ModelFault::Unfilled { mark, written, count, lines } => {
            (unfilled_en(*mark, written, *count, lines), unfilled_help_en(*mark, written))
        }
        ModelFault::LongFigure { value } => (
            format!("“{value}” is too long to stand large: its type would become small."),
            "Leave the number with its unit under `value`, at most 20 letters (10 of full width), and move the rest to `caption`. For example:\n  value: about 800,000\n  caption: older people living alone in Tokyo".into(),
        ),
        ModelFault::ManyFigures { count } => (
            format!("There are {count} figures. Of many, none is seen; leaflets show the first three."),
            "Keep the three that matter most, in their order, and tell the others in the text.".into(),
        ),
        ModelFault::Chart(fault) => charts::en(fault),
        ModelFault::Languages { known } => (
            "`languages` has to name two languages, one for each side.".into(),
            format!(
                "Write it like this; without the line there is one leaflet for each language.\n  languages: [{}]",
                join(&known[..known.len().min(2)], ", ")
            ),
        ),
    }
}

fn page_number(number: &str) -> (String, String) {
    (
        format!(
            "The line `{number}` holds nothing but a number and is shown within the sentence around it; it looks like the number of a printed page."
        ),
        "If so, remove the line.".into(),
    )
}

fn joined_lines(seam: &str, kept: &str) -> (String, String) {
    (
        format!(
            "The ends of these lines are nothing on the page: they run together, as in `{seam}`."
        ),
        format!(
            "To keep them as lines, end each with a backslash, or put an empty line between them.\n{kept}"
        ),
    )
}

fn skipped(written: u64, shown: u64) -> (String, String) {
    (
        format!("The list counts on from its first number, so {written} is shown as {shown}."),
            "If the numbers are to stay, close them with `.` and with `)` by turns wherever the count is broken. If the order alone matters, number the lines 1, 2, 3.".into(),
    )
}

fn extra(columns: usize, cells: usize) -> (String, String) {
    (
        format!("The row has more cells ({cells}) than the table has columns ({columns}): nobody sees what is too many."),
            "Put it into the last cell, or give the table one more column in its first two lines. A bar that belongs to the text is written `\\|`.".into(),
    )
}

fn missing_note(label: &str) -> (String, String) {
    (
        format!("The footnote `[^{label}]` has no text."),
        format!(
            "Write its text behind the statement, after an empty line.\n  [^{label}]: The text of the footnote"
        ),
    )
}

fn repeated_note(label: &str) -> (String, String) {
    (
        format!("There are two footnotes `[^{label}]`; the second stands on no page."),
        "Give it another number, and the place that refers to it too. Delete the one that is not needed.".into(),
    )
}

fn unused_note(label: &str) -> (String, String) {
    (
        format!("Nothing refers to the footnote `[^{label}]`, so it is not on the page."),
        format!(
            "Write `[^{label}]` in the text where the footnote belongs. If nothing needs it, remove it."
        ),
    )
}

fn unclosed_code() -> (String, String) {
    (
        "Nothing closes the code that begins here; all to the end of the document is shown as code.".into(),
        "Put a line of nothing but ``` where the code ends. If it is ordinary text, delete this line.".into(),
    )
}

fn other_language(lang: Lang) -> (String, String) {
    let (_, called) = lang.locale().called;
    let called = if called.is_empty() {
        lang.as_str()
    } else {
        called
    };
    (
        format!("By its name the file is in {called} ({lang}), but its text is Japanese."),
        format!(
            "Replace the text with a translation. If there is none yet, delete this file: the page then shows the Japanese text with a notice. If this is the Japanese original, end the file's name in .ja.md instead of .{lang}.md."
        ),
    )
}

fn empty_reading(base: &str) -> (String, String) {
    (
        format!("The furigana of `{base}` are empty; readers see `{{{base}|}}`."),
        "Write the reading behind the `|`. Without furigana, leave the word alone.".into(),
    )
}

fn hash(title: &str) -> (String, String) {
    (
            format!("The line `#{title}` within a paragraph is no heading; readers see the `#`."),
            "For a heading put an empty line before it and `## `, with the space, before the words. For a hashtag write `\\#`.".into(),
        )
}

fn uneven(base: &str, readings: &[String]) -> (String, String) {
    (
        format!(
            "`{base}` has not as many characters ({}) as readings ({}); they were put together as one reading over all.",
            base.chars().count(),
            readings.len()
        ),
        "Write one reading for the whole, or one for each character.".into(),
    )
}

fn cut(address: &str, behind: &str) -> (String, String) {
    (
        format!("The link leads to {address} and leaves out `{behind}`."),
            "If the address goes on, put the whole of it between < and >. If it ends there, put a space behind it.".into(),
    )
}

fn wrong_marks(marks: &WrongMarks) -> (String, String) {
    let quoted = |words: &[String]| {
        let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
        join(&words, ", ")
    };
    let wrong = match marks.wrong.as_slice() {
        [] => String::new(),
        wrong => format!("{} cannot stand in the {{…}} of a heading. ", quoted(wrong)),
    };
    let topics = match marks.unknown.as_slice() {
        [] if marks.wrong.is_empty() => {
            "Behind `topic=` of a heading stand names of topics' files, without language and `.md`."
                .into()
        }
        [] => String::new(),
        unknown => format!("There is no topic {}.", quoted(unknown)),
    };
    let known = match marks.unknown.as_slice() {
        [] => String::new(),
        _ => format!("The topics that there are: {}\n", join(&marks.known, ", ")),
    };
    let may = match marks.wrong.as_slice() {
        [] if known.is_empty() => "Write the topic's name.",
        [] => "",
        _ => "A mark (#…), .strong and topic=NAME can stand there. ",
    };
    (
        format!("{wrong}{topics}").trim_end().to_owned(),
        format!("{known}{may}").trim_end().to_owned(),
    )
}

fn unfilled_en(mark: SampleMark, written: &str, count: usize, lines: &[usize]) -> String {
    let one = count == 1;
    let what = match mark {
        SampleMark::FillIn | SampleMark::Change => {
            format!(
                "text{} still to be written",
                if one { " is" } else { "s are" }
            )
        }
        SampleMark::Translate => {
            format!(
                "text{} still to be translated",
                if one { " is" } else { "s are" }
            )
        }
        SampleMark::Sample => format!("place{} `{written}`", if one { " says" } else { "s say" }),
        SampleMark::Address => format!(
            "address{} nobody's, such as `{written}`",
            if one { " is" } else { "es are" }
        ),
        SampleMark::Blank => format!(
            "place{} `{written}` where a name belongs",
            if one { " has" } else { "s have signs such as" }
        ),
        SampleMark::Telephone => format!(
            "telephone number{} nobody's, such as `{written}`",
            if one { " is" } else { "s are" }
        ),
    };
    format!("{count} {what} ({}).", lines_en(lines))
}

fn lines_en(lines: &[usize]) -> String {
    match lines {
        [one] => format!("line {one}"),
        [first, .., last] if lines.len() > 8 => format!("lines {first} to {last}"),
        _ => format!("lines {}", join(lines, ", ")),
    }
}

fn unfilled_help_en(mark: SampleMark, written: &str) -> String {
    match mark {
        SampleMark::FillIn | SampleMark::Translate | SampleMark::Change => format!("Write your own text in the place of whatever says {written}, mark and all. If you publish it like this, the mark is on the page."),
        SampleMark::Sample => format!("Write what is true of your campaign in its place, and take `{written}` away."),
        SampleMark::Address => "Addresses on example.org and the like stand for one's own. Write an address of your campaign, or remove the line.".into(),
        SampleMark::Blank => format!("Write what belongs in the place of `{written}`. If the name is to stay unknown, words such as “a town” or “Mr A” end this warning."),
        SampleMark::Telephone => "Write the number at which you can be reached, or remove the line.".into(),
    }
}

fn leftover_en(mark: &str) -> (String, String) {
    let help = match mark {
        "**" => {
            "Bold text stands between two `**` of the same paragraph; to show the marks write `\\*\\*`."
        }
        "~~" => "Text to be struck out stands between two `~~` of the same paragraph.",
        "__" => {
            "Bold text stands between two `**` of the same paragraph; a blank to be filled in is written `＿＿`."
        }
        "{" | "{|" => "Furigana are written `{漢字|かんじ}`, with the brace that closes them.",
        "![" => "A picture is written `![what it shows](../images/name)`.",
        "](" => {
            "A link is written `[words](address)`, on one line and without spaces between ( and )."
        }
        "{#" => {
            "The mark of a heading stands at the end of the heading's line, which begins with `##`."
        }
        _ => "What is to be shown as it is stands between two lines of ```.",
    };
    (
        format!("The mark `{mark}` has no effect; readers see it as it is."),
        help.into(),
    )
}
