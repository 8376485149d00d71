//! The imported text, kept in `content/sources/`, so that statements are held to it.

use std::path::{Path, PathBuf};

use crate::base::ContentPath;
use crate::source;

/// Where an imported text is kept.
pub(super) struct KeptText {
    /// Its path below the folder of sources, as `source.file` names it.
    pub(super) name: String,
    /// The file to be written; `None` when the text is there already.
    pub(super) to_write: Option<PathBuf>,
}

/// Finds a place for the text of `file`: the one where the same text lies, else one where nothing
/// does.
pub(super) fn place(content: &Path, file: &Path, text: &str) -> Option<KeptText> {
    let folder = content.join("sources");
    if let Ok(inside) = source::real(file).strip_prefix(source::real(&folder)) {
        return Some(KeptText {
            name: ContentPath::parse(&source::slashed(inside))?.to_string(),
            to_write: None,
        });
    }
    let stem = stem(file);
    let numbered = (2..1000).map(|number| format!("{stem}-{number}.txt"));
    std::iter::once(format!("{stem}.txt"))
        .chain(numbered)
        .find_map(|name| {
            let path = folder.join(&name);
            let there = path.exists();
            let is_same = || source::plain(&path).is_ok_and(|(kept, _)| kept == text);
            (!there || is_same()).then(|| KeptText {
                name,
                to_write: (!there).then_some(path),
            })
        })
}

/// The name of a file without its ending; another one when a file of that name would not be read.
fn stem(file: &Path) -> String {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let name = format!("{stem}.txt");
    let path = ContentPath::parse(&name).filter(|_| !source::is_passed_over(Path::new(&name)));
    let path = path.filter(|path| !path.as_str().contains(char::is_control));
    path.map_or_else(
        || "report".to_owned(),
        |path| path.as_str().trim_end_matches(".txt").to_owned(),
    )
}
