//! What there is in a site, by name, so that messages can give examples that hold in it.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{ContentPath, DocKind, Lang, Slug, narrowed};

/// The names of a site's documents and pictures.
#[derive(Debug, Default)]
pub(crate) struct SiteNames {
    slugs: BTreeMap<DocKind, BTreeSet<String>>,
    /// The slug of what is called by a title.
    titles: BTreeMap<(DocKind, String), Option<String>>,
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
        // Two of one name are not told apart by it.
        let known = self
            .titles
            .entry(key)
            .or_insert_with(|| Some(slug.to_owned()));
        if known.as_deref() != Some(slug) {
            *known = None;
        }
    }

    /// The name that somebody means who writes a title, a file, or a name in other letters.
    pub(crate) fn meant(&self, kind: DocKind, written: &str) -> Option<&str> {
        let title = self
            .titles
            .get(&(kind, plain(written)))
            .and_then(Option::as_ref);
        let slug = || {
            let slug = bare(kind, &plain(written)).replace(['_', ' '], "-");
            self.slugs.get(&kind)?.get(&slug)
        };
        title.or_else(slug).map(String::as_str)
    }

    /// The name of what is called most like a text, for a remedy that somebody looks at.
    pub(crate) fn like(&self, kind: DocKind, written: &str) -> Option<&str> {
        let written = plain(written);
        let titles = self.titles.iter().filter(|((own, _), _)| *own == kind);
        let alike =
            titles.filter_map(|((_, title), slug)| Some((alike(&written, title), slug.as_ref()?)));
        let alike = alike.filter(|(alike, _)| *alike >= 0.4);
        let best = alike.max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)));
        best.map(|(_, slug)| slug.as_str())
    }

    /// The names of a kind that the site has.
    pub(crate) fn all(&self, kind: DocKind) -> impl Iterator<Item = &str> {
        self.slugs
            .get(&kind)
            .into_iter()
            .flatten()
            .map(String::as_str)
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

/// How much of two texts is alike, from 0 to 1: the pairs of neighbouring characters that both have.
fn alike(a: &str, b: &str) -> f64 {
    let pairs =
        |text: &str| -> BTreeSet<(char, char)> { text.chars().zip(text.chars().skip(1)).collect() };
    let (a, b) = (pairs(a), pairs(b));
    let [both, all] = [a.intersection(&b).count(), a.len() + b.len()];
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    2.0 * number(both) / number(all.max(1))
}

/// A name without its folder, its language and its ending, or without the scheme of a link.
fn bare(kind: DocKind, written: &str) -> String {
    let own = written.rsplit(['/', '\\']).next().unwrap_or(written);
    let own = own
        .strip_prefix(&format!("{}:", kind.scheme()))
        .unwrap_or(own);
    let Some(stem) = own.strip_suffix(".md") else {
        return own.to_owned();
    };
    let slug = stem
        .rsplit_once('.')
        .filter(|(_, lang)| Lang::parse(lang).is_some());
    slug.map_or(stem, |(slug, _)| slug).to_owned()
}

/// A name without what people write differently.
fn plain(name: &str) -> String {
    let bare = name.trim().trim_matches(['「', '」', '"', '\'']);
    narrowed(bare).trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_for_a_name() {
        let paths = [
            "topics/opening-hours.ja.md",
            "topics/children.ja.md",
            "speakers/yamada.ja.md",
        ];
        let paths: Vec<_> = paths
            .iter()
            .filter_map(|path| ContentPath::parse(path))
            .collect();
        let mut names = SiteNames::of(&paths);
        names.learn(DocKind::Topic, "opening-hours", "開館時間");
        for written in [
            "開館時間",
            "「開館時間」",
            "Opening-Hours",
            "opening_hours",
            "ｏｐｅｎｉｎｇ－ｈｏｕｒｓ",
            "opening-hours.ja.md",
            "opening-hours.md",
            "topics/opening-hours.ja.md",
            "topic:opening-hours",
        ] {
            assert_eq!(
                names.meant(DocKind::Topic, written),
                Some("opening-hours"),
                "{written}"
            );
        }
        for written in ["医療", "yamada", "開館"] {
            assert_eq!(names.meant(DocKind::Topic, written), None, "{written}");
        }
        assert_eq!(
            names.like(DocKind::Topic, "開館の時間"),
            Some("opening-hours")
        );
        assert_eq!(names.like(DocKind::Topic, "医療"), None);
    }
}
