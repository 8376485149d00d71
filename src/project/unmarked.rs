//! The headings of a content folder that have no mark, for those who want to write marks.

use super::content_store::ContentStore;
use super::options::BuildOptions;
use crate::base::Span;
use crate::site;

/// A file with headings that have no mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct UnmarkedFile {
    /// The file as shown to people.
    pub path: String,
    /// Its text.
    pub text: String,
    /// Where each heading stands, and the fragment that it has by itself.
    pub headings: Vec<(Span, String)>,
}

/// Every file with headings that have no mark, by path. Drafts are looked at too.
#[must_use]
pub(crate) fn unmarked(options: &BuildOptions) -> Vec<UnmarkedFile> {
    let mut store = ContentStore::open(options);
    let Some(docs) = store.take_docs() else {
        return Vec::new();
    };
    let mut files: Vec<UnmarkedFile> = site::unmarked(docs)
        .into_iter()
        .map(|(file, headings)| UnmarkedFile {
            path: store.sources.path(file).to_owned(),
            text: store.sources.text(file).to_owned(),
            headings,
        })
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}
