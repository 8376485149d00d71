//! What every file of the output folder is called.

use super::ids::{LeafletId, PageRef};
use super::resolved::{Pdf, Site};
use crate::base::{DocKind, Lang, OutPath, Slug};

/// Where the typefaces lie.
pub(crate) const FONTS: &str = "assets/fonts/";
/// Where the pictures of the texts lie.
pub(crate) const PICTURES: &str = "assets/pictures/";
/// Where the scripts lie.
pub(super) const SCRIPTS: &str = "assets/";

/// A style sheet of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum StyleSheet {
    /// That of every page.
    Site,
    /// A leaflet as paper, on its own page, after the other.
    Leaflet,
}

impl StyleSheet {
    /// All of them.
    pub(crate) const ALL: [Self; 2] = [Self::Site, Self::Leaflet];
}

/// A file for machines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum MachineFile {
    /// All statements as data.
    Statements,
    /// What crawlers may read.
    Robots,
    /// What some hosts send with every page.
    Headers,
    /// The pages, for crawlers.
    Sitemap,
    /// The statements of a language, for those who follow the site.
    Feed(Lang),
}

/// The files of a page in each language: the default language at the root, the others below
/// a folder of their own.
fn in_languages(languages: &[Lang], file: &str) -> Vec<OutPath> {
    languages
        .iter()
        .enumerate()
        .filter_map(|(at, lang)| match at {
            0 => OutPath::parse(file),
            _ => OutPath::parse(&format!("{lang}/{file}")),
        })
        .collect()
}

/// The files of a further statement.
pub(super) fn of_statement(languages: &[Lang], event: &Slug, person: &Slug) -> Vec<OutPath> {
    let folder = DocKind::Statement.folder();
    in_languages(languages, &format!("{folder}/{event}/{person}.html"))
}

/// The files of a thing that has a slug.
pub(super) fn of_doc(languages: &[Lang], kind: DocKind, slug: &Slug) -> Vec<OutPath> {
    match kind {
        DocKind::Page => in_languages(languages, &format!("{slug}.html")),
        _ => in_languages(languages, &format!("{}/{slug}.html", kind.folder())),
    }
}

/// Whether a thing of this name would want the file of a page that no content file stands for.
pub(crate) fn is_fixed(kind: DocKind, slug: &Slug) -> bool {
    let languages = [Lang::JA];
    let own = of_doc(&languages, kind, slug);
    fixed(&languages, usize::MAX)
        .iter()
        .any(|(_, files)| *files == own)
}

/// The name of the leaflet that is made by itself for a thing.
pub(crate) fn leaflet_of(kind: DocKind, slug: &Slug) -> Slug {
    Slug::parse(kind.scheme()).map_or_else(|| slug.clone(), |kind| slug.prefixed(&kind))
}

/// The name of a statement's leaflet: of the one in the person's own file that of the person, of one at
/// an event that of both.
pub(crate) fn leaflet_of_statement(event: Option<&Slug>, person: &Slug) -> Slug {
    match event {
        Some(event) => leaflet_of(DocKind::Statement, &person.prefixed(event)),
        None => leaflet_of(DocKind::Speaker, person),
    }
}

/// The files of the pages that no content file stands for.
/// There is a list of events where there is more than one.
pub(super) fn fixed(languages: &[Lang], events: usize) -> Vec<(PageRef, Vec<OutPath>)> {
    [
        (PageRef::Home, "index.html"),
        (PageRef::Speakers, "speakers/index.html"),
        (PageRef::Topics, "topics/index.html"),
        (PageRef::Events, "events/index.html"),
        (PageRef::Leaflets, "leaflets/index.html"),
        (PageRef::Search, "search.html"),
        (PageRef::NotFound, "404.html"),
    ]
    .into_iter()
    .filter(|(page, _)| *page != PageRef::Events || events > 1)
    .map(|(page, file)| (page, in_languages(languages, file)))
    .collect()
}

/// A PDF of a leaflet whose page lies at `page`, named after the languages that it is in.
fn named_pdf(page: &OutPath, languages: &[Lang], pdf: Pdf) -> Option<OutPath> {
    let stem = page.as_str().trim_end_matches(".html");
    let languages: Vec<&str> = languages.iter().map(Lang::as_str).collect();
    let ending = match pdf {
        Pdf::Office => "pdf",
        Pdf::Print => "print.pdf",
    };
    OutPath::parse(&format!("{stem}.{}.{ending}", languages.join("-")))
}

impl Site {
    /// Where a leaflet's PDF for a reader of `lang` lies: beside the page in the language that
    /// the leaflet is really in.
    #[must_use]
    pub(crate) fn pdf(&self, id: LeafletId, lang: Lang, pdf: Pdf) -> OutPath {
        let both = self.leaflet(id).languages();
        let first = both.first().copied().unwrap_or(lang);
        let lang = self.text_lang(PageRef::Leaflet(id), first);
        let page = self.address(PageRef::Leaflet(id), lang);
        let languages = if both.is_empty() { &[lang] } else { both };
        named_pdf(page, languages, pdf).unwrap_or_else(|| page.clone())
    }
}

/// How the pictures of a leaflet begin, which lie beside its PDF for offices.
pub(super) fn leaflet_pictures(office: &OutPath) -> String {
    let path = office.as_str();
    format!("{}-", path.strip_suffix(".pdf").unwrap_or(path))
}

/// A picture of a page of a leaflet.
pub(crate) fn leaflet_picture(
    office: &OutPath,
    page: usize,
    width: u32,
    ending: &str,
) -> Option<OutPath> {
    let beginning = leaflet_pictures(office);
    OutPath::parse(&format!("{beginning}{page}-{width}.{ending}"))
}

/// The share card of a page; `None` for a page that shows the site's.
pub(crate) fn card(site: &Site, page: PageRef, lang: Lang) -> Option<OutPath> {
    let name = match page {
        PageRef::Home => "site".to_owned(),
        // A person whose page shows no statement has the site's card.
        PageRef::Person(id) => {
            site.person(id).own?;
            format!("speaker-{}", site.person(id).slug)
        }
        // As its leaflet is called.
        PageRef::Statement(id) => site.leaflet(site.statement(id).leaflet).slug.to_string(),
        PageRef::Topic(id) => format!("topic-{}", site.topic(id).slug),
        _ => return None,
    };
    OutPath::parse(&format!("cards/{name}.{lang}.png"))
}

/// A file for machines; `None` when the site lacks what it takes: absolute addresses, and for a
/// feed a statement with a date.
pub(crate) fn machine(site: &Site, file: MachineFile) -> Option<OutPath> {
    let base = site.settings.base_url.as_ref();
    match file {
        MachineFile::Statements => OutPath::parse("statements.json"),
        MachineFile::Robots => OutPath::parse("robots.txt"),
        MachineFile::Headers => OutPath::parse("_headers"),
        MachineFile::Sitemap => base.and_then(|_| OutPath::parse("sitemap.xml")),
        MachineFile::Feed(lang) => {
            base?;
            site.statements.iter().find_map(|own| own.date)?;
            let home = site.address(PageRef::Home, lang).as_str();
            OutPath::parse(&format!("{}feed.xml", home.strip_suffix("index.html")?))
        }
    }
}

/// A style sheet.
pub(crate) fn style_sheet(sheet: StyleSheet) -> OutPath {
    OutPath::literal(match sheet {
        StyleSheet::Site => "assets/site.css",
        StyleSheet::Leaflet => "assets/sheet.css",
    })
}

/// The style sheet of the typefaces.
pub(crate) fn font_sheet() -> OutPath {
    OutPath::literal("assets/fonts.css")
}

/// A script of the theme.
pub(crate) fn script(name: &str) -> Option<OutPath> {
    OutPath::parse(&format!("{SCRIPTS}{name}"))
}

/// A picture of the texts.
pub(crate) fn picture(name: &str) -> Option<OutPath> {
    OutPath::parse(&format!("{PICTURES}{name}"))
}

/// Where the search index of a language lies.
pub(super) fn search(lang: Lang) -> String {
    format!("assets/search/{lang}/")
}

/// A part of the search index of a language.
pub(crate) fn search_part(lang: Lang, name: &str) -> Option<OutPath> {
    OutPath::parse(&format!("{}{name}.js", search(lang)))
}
