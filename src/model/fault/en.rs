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
