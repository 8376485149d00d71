//! What is wrong with a document and its text, in English.

use super::ModelFault;
use crate::diagnostic::{Fault, join};

pub(super) fn words(fault: &ModelFault) -> (String, String) {
    match fault {
        ModelFault::Source(fault) => {
            let words = fault.en();
            (words.message, words.help)
        }
        ModelFault::BadAlias { value } => (
            format!("`{value}` cannot be used as an old address."),
            "Write a place inside the site that ends in `.html`, for example `speakers/old-name.html`.".into(),
        ),
        ModelFault::RawHtml { text } => (
            format!("The HTML tag `{text}` has no effect; it is shown as it is written."),
            "Delete the tag and use Markdown, for example `**bold**` or `[text](https://example.org/)`.".into(),
        ),
        ModelFault::DuplicateId { id, .. } => (
            format!("The mark `#{id}` stands on two headings of the same page."),
            "Give one of the two `{#…}` another name.".into(),
        ),
        ModelFault::BadId { id } => (
            format!("`#{id}` cannot be used as the mark of a heading."),
            "Use lower-case letters, digits and hyphens, beginning with a letter, for example `{#burden}`.".into(),
        ),
        ModelFault::UnknownAttribute { name } => (
            format!("`{name}` cannot stand in the `{{…}}` of a heading."),
            "A mark, `topic` and `.strong` can: `## The burden on old people {#burden .strong topic=elderly-access,privacy}`.".into(),
        ),
        ModelFault::TopLevelHeading => (
            "The text has a heading with one `#`. The page's title comes from `title`, so it is treated as `##`.".into(),
            "Write `##`.".into(),
        ),
        ModelFault::NoAlt => (
            "The picture has no description (alternative text); people who cannot see it learn nothing.".into(),
            "Say in the brackets what it shows: `![Ms Yamada at the lectern](../images/yamada.jpg)`.".into(),
        ),
        ModelFault::EmptyLink(address) => (
            "The link has no words; nobody can see it, and nothing is read out.".into(),
            format!("Write the name of what it leads to in the [ ].\n  [name of the page]({address})"),
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
            format!("For a line across the page put an empty line before it.\n  …\n  \n  ---\nFor a heading remove the line and write `##`.\n  ## {text}"),
        ),
        ModelFault::IndentedParagraph { text } => (
            "The line begins with four blanks or a tab. It is shown as a paragraph; marks of bold text and links in it have no effect.".into(),
            format!("Remove the blanks at the beginning.\n  {text}\nFor a program or the like, put a line of three backticks above and below: ```"),
        ),
        ModelFault::PastedTable { table } => (
            "This looks like a table that was pasted; it is shown as one paragraph.".into(),
            format!("As a table it is written like this.\n{table}"),
        ),
        ModelFault::LeftoverMark { mark } => (
            format!("The mark `{mark}` has no effect; readers see it as it is."),
            leftover_en(mark),
        ),
        ModelFault::MissingNote { label } => (
            format!("The footnote `[^{label}]` has no text."),
            format!("Write its text behind the statement, after an empty line.\n  [^{label}]: The text of the footnote"),
        ),
        ModelFault::UnusedNote { label } => (
            format!("Nothing refers to the footnote `[^{label}]`, so it is not on the page."),
            format!("Write `[^{label}]` in the text where the footnote belongs."),
        ),
        ModelFault::Unfilled { count, lines } => (
            format!("{count} text{} still to be written (line{} {}).", if *count == 1 { " is" } else { "s are" }, if lines.len() == 1 { "" } else { "s" }, join(lines, ", ")),
            "Write your own text in the place of whatever says [FILL IN], [TRANSLATE], 【要記入】 or 【要翻訳】, mark and all. If you publish it like this, the mark is on the page.".into(),
        ),
        ModelFault::Languages { known } => (
            "`languages` has to name two languages, one for each side.".into(),
            format!(
                "Example: languages: [{}] (without this line there is one leaflet for each language)",
                join(known, ", ")
            ),
        ),
    }
}

fn leftover_en(mark: &str) -> String {
    match mark {
        "**" => "Bold text stands between two `**` of the same paragraph; to show the marks write `\\*\\*`.\n  **bold**",
        "~~" => "Text to be struck out stands between two `~~` of the same paragraph.\n  ~~struck out~~",
        "![" => "A picture is written like this.\n  ![what it shows](../images/photo.jpg)",
        "](" => "A link is written like this, on one line and without spaces between ( and ).\n  [words](https://example.org/)",
        "{#" => "The mark of a heading stands at the end of the heading's line.\n  ## Heading {#mark}",
        _ => "What is to be shown as it is stands between two lines of ```.",
    }
    .into()
}
