//! Names of files in English.

use crate::source::fault::NameFault;

fn held(files: usize) -> String {
    match files {
        1 => "the file in it is".into(),
        files => format!("the {files} files in it are"),
    }
}

pub(super) fn words(fault: &NameFault, example: &str) -> (String, String) {
    let rename =
        |right: &str| format!("Rename the file to `{right}`, or run `chirashi check --fix`.");
    match fault {
        NameFault::Letters(right) => (
            "The file name has full-width or capital letters; it takes small letters, digits and hyphens.".into(),
            rename(right),
        ),
        NameFault::Ending(right) => (
            "The file name has another ending than `.md`.".into(),
            format!("{}\nIf Windows does not show endings such as `.txt`, tick “File name extensions” in the View menu of the Explorer.", rename(right)),
        ),
        NameFault::NoLanguage(name) => (
            "The file name does not say the language.".into(),
            format!("Rename the file to `{name}.ja.md` if it is in Japanese, to `{name}.en.md` if it is in English."),
        ),
        NameFault::Long => (
            "The file's name is too long.".into(),
            "Give it a name of at most 100 letters before the language and `.md`.".into(),
        ),
        NameFault::NoDot(right) => (
            "The language in a file's name stands behind a dot.".into(),
            format!("Rename the file to `{right}`."),
        ),
        NameFault::Document(ending) => (
            format!("A document of a word processor ({ending}) cannot be read as it is."),
            format!("Open it, copy the text into a plain text file with a name such as `{example}`, and save that as UTF-8. Move the document out of this folder."),
        ),
        NameFault::Copy(original) => (
            format!("Its name says that it is a copy of `{original}`, and there is no `{original}`."),
            format!("If you want to keep it, rename it to `{original}`; else delete it."),
        ),
        NameFault::Language(right) => (
            "The language in a file name is `ja` for Japanese, `en` for English.".into(),
            rename(right),
        ),
        NameFault::NotFetched(own) => (
            format!("`{own}` has not been fetched to this computer yet (it is in iCloud only), so the site lacks it."),
            "Open the folder in the Finder, press the sign of the cloud to fetch the file, and try again. If it is not wanted, delete it.".into(),
        ),
        NameFault::Image(_) => (
            "Pictures do not stand in this folder.".into(),
            "Move it to the folder `images` in the content folder.".into(),
        ),
        NameFault::NoEvent => (
            "In the folder `statements`, files stand in a folder for each event.".into(),
            format!("Make a folder with the event's name (that of its file in `events`) inside `statements`, and move the file there; for example: {example}"),
        ),
        NameFault::EventFolder { right: Some(right), files } => (
            format!("The name of the event's folder has full-width or capital letters, so {} not read.", held(*files)),
            format!("Rename the folder to `{right}`: the name that the event's file in `events` has."),
        ),
        NameFault::EventFolder { right: None, files } => (
            format!("The name of the event's folder takes small letters, digits and hyphens only, so {} not read.", held(*files)),
            "Give the folder the name that the event's file in `events` has, without language and `.md`.".into(),
        ),
        NameFault::Reserved(name) => (
            format!("Windows keeps the name `{name}` for itself: no file there can have it."),
            format!("Rename the file, for example to `{name}-1`, and write the new name wherever the old one stands."),
        ),
        NameFault::ReservedFolder { name, files } => (
            format!("Windows keeps the name `{name}` for itself: no folder there can have it, so {} not read.", held(*files)),
            format!("Rename the event's file in `events` and this folder alike, for example to `{name}-1`."),
        ),
        NameFault::Other => (
            "The file name is not of the form `name.language.md`, the name in small letters, digits and hyphens.".into(),
            format!("Rename it; for example: {example}"),
        ),
    }
}
