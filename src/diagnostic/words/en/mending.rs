//! What stands in the way of `check --fix`, in English.

use crate::diagnostic::Mending;

pub(super) fn words(mending: &Mending) -> (String, String) {
    match mending {
        Mending::Unwritable(reason) => (
            format!("This file could not be mended ({reason}); it is as it was."),
            "Close it in other programs, see that it can be written, and run `chirashi check --fix` again.".into(),
        ),
        Mending::NameTaken(right) => (
            format!("It should be called `{right}`, but there is a file of that name already."),
            "Compare the two, and move the one that is not needed out of the folder.".into(),
        ),
        Mending::Outside => (
            "A link leads to this file, which lies outside the content folder; it was not mended.".into(),
            "Mend the file itself, or copy it into the content folder.".into(),
        ),
    }
}
