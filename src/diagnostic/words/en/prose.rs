//! Running text, in English.

use crate::diagnostic::Prose;

pub(super) fn words(prose: &Prose) -> (String, String) {
    match prose {
        Prose::EmptyLink(address) => (
            "The link has no words; nobody can see it, and nothing is read out.".into(),
            format!("Write the name of what it leads to in the [ ].\n  [name of the page]({address})"),
        ),
        Prose::EmptyHeading => (
            "The heading has no words.".into(),
            "Write a space and the heading's words behind `##`, or remove the line.\n  ## At the counter".into(),
        ),
    }
}
