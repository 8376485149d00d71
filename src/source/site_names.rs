//! What there is in a site, by name, so that messages can give examples that hold in it.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{ContentPath, DocKind, Slug, narrowed};

/// The names of a site's documents and pictures.
#[derive(Debug, Default)]
pub(crate) struct SiteNames {
    slugs: BTreeMap<DocKind, BTreeSet<String>>,
    /// The slug of what is called by a title.
    titles: BTreeMap<(DocKind, String), String>,
    pictures: BTreeSet<String>,
}

/// Of a site of which nothing is known.
pub(super) static NOTHING: SiteNames = SiteNames {
    slugs: BTreeMap::new(),
    titles: BTreeMap::new(),
    pictures: BTreeSet::new(),
};

impl SiteNames {
    /// The names that the paths of files tell.
    pub(crate) fn of<'p>(paths: impl IntoIterator<Item = &'p ContentPath>) -> Self {
        let mut names = Self::default();
        for path in paths {
            let Some((folder, file)) = path.as_str().split_once('/') else {
                continue;
            };
            if folder == "images" {
                names.pictures.insert(file.to_owned());
            } else if let Some(kind) = DocKind::of_folder(folder) {
                let slug = file
                    .strip_suffix(".md")
                    .and_then(|file| file.rsplit_once('.'));
                let slug = slug
                    .map(|(slug, _)| slug)
                    .filter(|slug| Slug::parse(slug).is_some());
                let known = names.slugs.entry(kind).or_default();
                known.extend(slug.map(str::to_owned));
            }
        }
        names
    }

    /// Learns what a document is called.
    pub(crate) fn learn(&mut self, kind: DocKind, slug: &str, title: &str) {
        let key = (kind, plain(title));
        self.titles.entry(key).or_insert_with(|| slug.to_owned());
    }

    /// The name that somebody means who writes a title, or a name in other letters.
    pub(crate) fn meant(&self, kind: DocKind, written: &str) -> Option<&str> {
        let title = self.titles.get(&(kind, plain(written)));
        let slug = || {
            let slug = plain(written).replace(['_', ' '], "-");
            self.slugs.get(&kind)?.get(&slug)
        };
        title.or_else(slug).map(String::as_str)
    }

    /// A name of a kind that the site has.
    pub(crate) fn any(&self, kind: DocKind) -> Option<&str> {
        self.slugs.get(&kind)?.first().map(String::as_str)
    }

    /// A picture that the site has.
    pub(crate) fn picture(&self) -> Option<&str> {
        self.pictures.first().map(String::as_str)
    }
}

/// A name without what people write differently.
fn plain(name: &str) -> String {
    let bare = name.trim().trim_matches(['「', '」', '"', '\'']);
    narrowed(bare).trim().to_lowercase()
}
