//! What the output folder holds: every path, and the artifact that lies there.
//!
//! Made once from the site. A build renders every artifact, the preview the one that a browser
//! asks for, and both find out here what there is; so do the checks for addresses that two things
//! want. What an artifact is called is said in `address`.

use std::collections::BTreeMap;
use std::ops::Bound;

use super::address::{self, MachineFile, StyleSheet};
use super::ids::{LeafletId, PageRef};
use super::resolved::{Pdf, Site};
use crate::base::{Lang, OutPath};

/// Something that is made in one go. Most are one file, at a path that is known beforehand; of the
/// others only the beginning of their paths is known until they are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Artifact {
    /// A page in a language.
    Page(PageRef, Lang),
    /// What stands at an old address, by its place in [`Site::aliases`].
    Redirect(usize),
    /// A leaflet: its two PDFs, and the pictures of its pages, of which nobody knows how many there
    /// are before it is set.
    Leaflet(LeafletId, Lang),
    /// The share card of a page.
    Card(PageRef, Lang),
    /// A file for machines.
    Machine(MachineFile),
    /// A style sheet.
    Styles(StyleSheet),
    /// The search index of a language: as many parts as its text needs.
    Search(Lang),
    /// The scripts, which the theme names.
    Scripts,
    /// The typefaces with their style sheet: files are named after what they hold, and that is
    /// what all pages together show.
    Fonts,
    /// The pictures of the texts: in as many sizes as each of them allows.
    Pictures,
}

/// Every path of the output folder with its artifact.
#[derive(Debug, Default)]
pub(crate) struct Routes {
    artifacts: Vec<Artifact>,
    files: BTreeMap<OutPath, Artifact>,
    /// Artifacts of which only the beginning of their paths is known.
    beginnings: BTreeMap<Box<str>, Artifact>,
    /// Paths that had been given away when another artifact wanted them too.
    pub(super) refused: Vec<(OutPath, Artifact)>,
}

impl Artifact {
    /// Everything that a site is made of, in a stable order.
    fn all(site: &Site) -> impl Iterator<Item = Self> {
        let languages = &site.settings.languages;
        let in_each = |of: fn(Lang) -> Self| languages.iter().map(move |lang| of(*lang));
        let pages = site
            .page_refs()
            .flat_map(|page| languages.iter().map(move |lang| Self::Page(page, *lang)));
        let leaflets = site.leaflet_versions();
        let of_all = [
            MachineFile::Statements,
            MachineFile::Robots,
            MachineFile::Headers,
            MachineFile::Sitemap,
        ];
        pages
            .chain(leaflets.map(|(id, lang)| Self::Leaflet(id, lang)))
            .chain((0..site.aliases.len()).map(Self::Redirect))
            .chain(cards(site))
            .chain(of_all.into_iter().map(Self::Machine))
            .chain(in_each(|lang| Self::Machine(MachineFile::Feed(lang))))
            .chain(StyleSheet::ALL.into_iter().map(Self::Styles))
            .chain(in_each(Self::Search))
            .chain([Self::Scripts, Self::Fonts, Self::Pictures])
    }

    /// The path of an artifact that is one file; `None` when the site has no such file, or when it
    /// is one of the others.
    #[must_use]
    pub(crate) fn path(self, site: &Site) -> Option<OutPath> {
        match self {
            Self::Page(page, lang) => Some(site.address(page, lang).clone()),
            Self::Redirect(at) => site.aliases.get(at).map(|(path, _)| path.clone()),
            Self::Card(page, lang) => address::card(site, page, lang),
            Self::Machine(file) => address::machine(site, file),
            Self::Styles(sheet) => Some(address::style_sheet(sheet)),
            Self::Leaflet(..) | Self::Search(_) | Self::Scripts | Self::Fonts | Self::Pictures => {
                None
            }
        }
    }

    /// The paths that are known beforehand of an artifact with several files.
    fn known(self, site: &Site) -> Vec<OutPath> {
        match self {
            Self::Leaflet(id, lang) => [Pdf::Office, Pdf::Print]
                .map(|pdf| site.pdf(id, lang, pdf))
                .into(),
            Self::Fonts => vec![address::font_sheet()],
            one => one.path(site).into_iter().collect(),
        }
    }

    /// How all other paths of the artifact begin.
    fn beginning(self, site: &Site) -> Option<String> {
        match self {
            Self::Leaflet(id, lang) => {
                let office = site.pdf(id, lang, Pdf::Office);
                Some(address::leaflet_pictures(&office))
            }
            Self::Search(lang) => Some(address::search(lang)),
            Self::Scripts => Some(address::SCRIPTS.to_owned()),
            Self::Fonts => Some(address::FONTS.to_owned()),
            Self::Pictures => Some(address::PICTURES.to_owned()),
            Self::Page(..)
            | Self::Redirect(_)
            | Self::Card(..)
            | Self::Machine(_)
            | Self::Styles(_) => None,
        }
    }

    /// Whether it is a page for readers.
    #[must_use]
    pub(crate) const fn is_html(self) -> bool {
        matches!(self, Self::Page(..) | Self::Redirect(_))
    }

    /// Whether it is set by the engine that sets leaflets, and left out of a build without them.
    #[must_use]
    pub(crate) const fn is_printed(self) -> bool {
        matches!(self, Self::Leaflet(..) | Self::Card(..))
    }
}

/// The share cards, in the languages in which someone wrote the page; most pages show the site's
/// and have no path for one of their own. Only absolute addresses of cards are of use.
fn cards(site: &Site) -> impl Iterator<Item = Artifact> {
    let languages = &site.settings.languages;
    let pages = site
        .page_refs()
        .filter(|_| site.settings.base_url.is_some());
    pages
        .flat_map(move |page| languages.iter().map(move |lang| (page, *lang)))
        .filter(|(page, lang)| site.text_lang(*page, *lang) == *lang)
        .map(|(page, lang)| Artifact::Card(page, lang))
}

impl Routes {
    /// Whether two things want one address.
    pub(crate) fn collide(&self) -> bool {
        !self.refused.is_empty()
    }

    /// The routes of a site. What comes first keeps a path that two artifacts want.
    #[must_use]
    pub(crate) fn of(site: &Site) -> Self {
        let mut routes = Self::default();
        let mut wanted = Vec::new();
        for artifact in Artifact::all(site) {
            let (known, beginning) = (artifact.known(site), artifact.beginning(site));
            // A site without an address has no sitemap, one without dates no feed.
            if !known.is_empty() || beginning.is_some() {
                routes.artifacts.push(artifact);
            }
            wanted.extend(known.into_iter().map(|path| (path, artifact)));
            let beginning = beginning.map(|path| (path.into_boxed_str(), artifact));
            routes.beginnings.extend(beginning);
        }
        // Stable, so that those of one path stay in their order.
        wanted.sort_by(|(a, _), (b, _)| a.cmp(b));
        let mut given: Vec<(OutPath, Artifact)> = Vec::with_capacity(wanted.len());
        for one in wanted {
            if given.last().is_some_and(|(path, _)| *path == one.0) {
                routes.refused.push(one);
            } else {
                given.push(one);
            }
        }
        routes.files = given.into_iter().collect();
        routes
    }

    /// Everything there is to make, in a stable order.
    pub(crate) fn artifacts(&self) -> impl Iterator<Item = Artifact> {
        self.artifacts.iter().copied()
    }

    /// The artifact that lies at a path, if anything does: of one whose paths are not all known it
    /// may turn out that it does not.
    #[must_use]
    pub(crate) fn find(&self, path: &OutPath) -> Option<Artifact> {
        self.files
            .get(path)
            .copied()
            .or_else(|| self.beginning_with(path.as_str()))
    }

    /// The artifact with the longest known beginning of a path. What stands next before the path
    /// in order and is no beginning of it shares one with it: every shorter one is found there.
    fn beginning_with(&self, path: &str) -> Option<Artifact> {
        let mut rest = path;
        loop {
            let upto = (Bound::Unbounded, Bound::Included(rest));
            let (own, artifact) = self.beginnings.range::<str, _>(upto).next_back()?;
            if path.starts_with(&**own) {
                return Some(*artifact);
            }
            let alike = |(a, b): &(char, char)| a == b;
            let shared = path.chars().zip(own.chars()).take_while(alike);
            rest = &path[..shared.map(|(char, _)| char.len_utf8()).sum()];
        }
    }
}

impl Site {
    /// Every leaflet that is set, with each language in which it is set by itself; a leaflet in two
    /// languages once, with its first.
    pub(crate) fn leaflet_versions(&self) -> impl Iterator<Item = (LeafletId, Lang)> {
        let languages = &self.settings.languages;
        (0..self.leaflets.len())
            .map(LeafletId)
            .flat_map(|id| languages.iter().map(move |lang| (id, *lang)))
            .filter(|(id, lang)| self.is_set_in(*id, *lang))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_beginning_counts() {
        let beginning = |path: &str, artifact| (path.into(), artifact);
        let routes = Routes {
            beginnings: [
                beginning("assets/", Artifact::Scripts),
                beginning("assets/fonts/", Artifact::Fonts),
                beginning("assets/search/en/", Artifact::Search(Lang::EN)),
                beginning("assets/search/ja/", Artifact::Search(Lang::JA)),
            ]
            .into(),
            ..Routes::default()
        };
        let find = |path: &str| routes.find(&OutPath::parse(path).unwrap());
        assert_eq!(find("assets/zoom.js"), Some(Artifact::Scripts));
        assert_eq!(find("assets/a.js"), Some(Artifact::Scripts));
        assert_eq!(find("assets/searching/a.js"), Some(Artifact::Scripts));
        assert_eq!(find("assets/fonts/a.woff2"), Some(Artifact::Fonts));
        let (ja, en) = (Artifact::Search(Lang::JA), Artifact::Search(Lang::EN));
        assert_eq!(find("assets/search/ja/t0.js"), Some(ja));
        assert_eq!(find("assets/search/en/root.js"), Some(en));
        assert_eq!(find("assets"), None);
        assert_eq!(find("index.html"), None);
        assert_eq!(find("zoom.html"), None);
    }
}
