//! Where every page lies, and which two things want the same place.

use std::borrow::Cow;
use std::collections::HashSet;

use super::fault::SiteFault;
use super::site::{PageRef, Pdf, Site};
use crate::base::{DocKind, FileId, Lang, Loc, OutPath, Slug, Span};
use crate::diagnostic::{Diagnostic, Diagnostics};

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

/// Addresses that later parts of the program write to, so that no page may take them.
const RESERVED: [&str; 5] = [
    "feed.xml",
    "sitemap.xml",
    "robots.txt",
    "statements.json",
    "_headers",
];

/// Reports every address that two things want. `aliases` are the old addresses with the place
/// where each was written.
pub(super) fn collisions<'s>(
    site: &'s Site,
    aliases: impl Iterator<Item = (&'s OutPath, Loc)>,
    sink: &mut Diagnostics,
) {
    let mut taken: HashSet<Cow<'s, str>> = HashSet::new();
    for lang in &site.settings.languages {
        for name in RESERVED {
            let path = if *lang == site.settings.default_lang() {
                name.to_owned()
            } else {
                format!("{lang}/{name}")
            };
            taken.insert(path.into());
        }
    }
    let mut take =
        |path: Cow<'s, str>, file: Option<FileId>, at: Option<Loc>, sink: &mut Diagnostics| {
            if taken.contains(&path) {
                let kind = SiteFault::AddressTaken {
                    address: path.into_owned(),
                };
                sink.report(match (at, file) {
                    (Some(loc), _) => Diagnostic::at(loc, kind),
                    (None, Some(file)) => Diagnostic::at(Span::new(0, 0).of(file), kind),
                    (None, None) => Diagnostic::of_run(kind),
                });
            } else {
                taken.insert(path);
            }
        };
    for page in site.page_refs() {
        for path in site.addresses(page) {
            take(path.as_str().into(), file_of(site, page), None, sink);
        }
        if let PageRef::Leaflet(id) = page {
            for lang in site
                .settings
                .languages
                .iter()
                .filter(|l| site.is_set_in(id, **l))
            {
                take(
                    site.pdf(id, *lang, Pdf::Office).to_string().into(),
                    file_of(site, page),
                    None,
                    sink,
                );
                take(
                    site.pdf(id, *lang, Pdf::Print).to_string().into(),
                    file_of(site, page),
                    None,
                    sink,
                );
            }
        }
    }
    for (path, loc) in aliases {
        take(path.as_str().into(), None, Some(loc), sink);
    }
}

fn file_of(site: &Site, page: PageRef) -> Option<FileId> {
    // A leaflet that nobody composed has no file of its own.
    if matches!(page, PageRef::Leaflet(id) if site.leaflet(id).composed().is_none()) {
        return None;
    }
    let original = site.document(page, site.settings.default_lang())?.original;
    Some(site.document(page, original)?.file)
}
