//! The words in English.

use super::{FidelityFault, UntoldThing};
use crate::diagnostic::join;

pub(super) fn words(fault: &FidelityFault) -> (String, String) {
    match fault {
        FidelityFault::Outside { written } => (
            format!("`{written}` under `source.file` leads out of the `sources` folder."),
            "Put the text into content/sources/ and write its name alone: `file: report.txt`".into(),
        ),
        FidelityFault::Missing { written, nearest, known } => (
            format!("There is no `{written}` in the `sources` folder."),
            match (nearest, known.as_slice()) {
                (Some(nearest), _) => format!("Did you mean `file: {nearest}`?"),
                (None, []) => format!("Put the text there as content/sources/{written}, or remove this line."),
                (None, known) => format!(
                    "Put the text there as content/sources/{written}, or name one of these: {}",
                    join(&known[..known.len().min(5)], ", "),
                ),
            },
        ),
        FidelityFault::NotText { written } => (
            format!("The source `{written}` cannot be read as plain text."),
            "Open it in its own program, select and copy everything, paste it into a text editor, save that as .txt in content/sources/ and name it here.".into(),
        ),
        FidelityFault::NoPassage { name, file } => (
            format!("The source `{file}` has no heading with the name “{name}”."),
            format!("The statement was compared with all of it. Put a line `◆{name}` into `{file}` where this speaker begins, and it is compared with that part alone."),
        ),
        FidelityFault::Untold { thing, written, name, file, elsewhere } => {
            let what = match thing {
                UntoldThing::Figure => "figure",
                UntoldThing::Date => "date",
                UntoldThing::Article => "article of law",
                UntoldThing::Name => "name",
            };
            let place = if *elsewhere {
                format!("`{file}` has it in another place, but not in what this speaker said. ")
            } else {
                String::new()
            };
            (
                format!("The source does not have the {what} “{written}” in what {name} said."),
                format!("{place}Compare with `{file}` and write what stands there. If you added it, keep it apart from what was said."),
            )
        }
        FidelityFault::LeftOut { name, file, statement, figures } => (
            format!("{statement}: of the figures that the source has of {name}, the statement leaves out {}.", join(figures, ", ")),
            format!("It need not have them all. If one matters, add it as `{file}` has it."),
        ),
    }
}
