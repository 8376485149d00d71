//! What sets leaflets, all or one at a time, and takes from the cache what was set before.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::cores::on_all_cores;
use super::engine::PrintEngine;
use super::finished_leaflet::FinishedLeaflet;
use super::{LeafletBuild, PdfFiles, PressWords, card, picture};
use crate::base::{Lang, OutPath};
use crate::cache::{Cache, CacheKey};
use crate::diagnostic::Diagnostics;
use crate::leaflet::{Printed, Prints};
use crate::media::Pictures;
use crate::site::{LeafletId, Pdf, Site};
use crate::theme::Theme;

/// What leaflets are made from.
#[derive(Clone, Copy)]
pub struct PrintMaterial<'m> {
    /// The site.
    pub site: &'m Site,
    /// Its theme.
    pub theme: &'m Theme,
    /// Its pictures.
    pub album: &'m Pictures,
}

/// What setting any leaflet takes: the engine with the theme's typefaces and templates.
pub struct Printer {
    words: PressWords,
    pub(super) cache: Cache,
    /// The fingerprint of templates and typefaces.
    pub(super) key: CacheKey,
    /// Loaded when the first leaflet is not in the cache.
    engine: OnceLock<PrintEngine>,
}

impl Printer {
    /// Prepares for the leaflets of a site in these languages. What was set before from the same
    /// data, templates and typefaces will come out of the cache.
    #[must_use]
    pub fn new(theme: &Theme, languages: &[Lang], cache: &Cache) -> Self {
        let files = theme.files("print/").chain(fonts(theme));
        let key = files.fold(
            CacheKey::new("leaflet, marks in the registration colour"),
            |key, (path, bytes)| key.with(path).with(bytes),
        );
        let words = |lang: &Lang| (*lang, template_words(theme, *lang));
        Self {
            words: languages.iter().map(words).collect(),
            cache: cache.clone(),
            key,
            engine: OnceLock::new(),
        }
    }

    /// Sets every leaflet in every language in which it was written: the files, and what the
    /// pages tell of them; and the share cards.
    pub fn all(&self, material: PrintMaterial<'_>, sink: &mut Diagnostics) -> (PdfFiles, Prints) {
        let PrintMaterial { site, theme, .. } = material;
        let jobs: Vec<(LeafletId, Lang)> = jobs(site).collect();
        let set: Vec<(Option<FinishedLeaflet>, Diagnostics)> = on_all_cores(&jobs, |(id, lang)| {
            let mut own = Diagnostics::default();
            (self.set(material, *id, *lang, &mut own), own)
        });
        let mut files = Vec::with_capacity(jobs.len() * 4);
        let mut prints = Prints::default();
        for ((id, lang), (set, own)) in jobs.into_iter().zip(set) {
            sink.absorb(own);
            if let Some(set) = set {
                let (own, printed) = set.hand_out(site, id, lang);
                files.extend(own);
                prints.insert(id, lang, printed);
            }
        }
        files.extend(card::all(self, site, theme, sink, &mut prints));
        PrintEngine::rest();
        (files, prints)
    }

    /// Sets the leaflet that a path belongs to and gives back all its files; `None` when the
    /// site has no such leaflet.
    pub fn file(
        &self,
        material: PrintMaterial<'_>,
        path: &OutPath,
        sink: &mut Diagnostics,
    ) -> Option<PdfFiles> {
        let site = material.site;
        let (id, lang) = jobs(site).find(|(id, lang)| {
            let office = site.pdf(*id, *lang, Pdf::Office);
            *path == office
                || *path == site.pdf(*id, *lang, Pdf::Print)
                || picture::is_of(path, &office)
        })?;
        let set = self.set(material, id, lang, sink);
        Some(set.map_or_else(PdfFiles::new, |set| set.hand_out(site, id, lang).0))
    }

    /// What the pages tell of a leaflet, which is set for it.
    pub fn print(
        &self,
        material: PrintMaterial<'_>,
        (id, lang): (LeafletId, Lang),
        sink: &mut Diagnostics,
    ) -> Option<Printed> {
        let set = self.set(material, id, lang, sink)?;
        Some(set.hand_out(material.site, id, lang).1)
    }

    fn set(
        &self,
        material: PrintMaterial<'_>,
        id: LeafletId,
        lang: Lang,
        sink: &mut Diagnostics,
    ) -> Option<FinishedLeaflet> {
        let shop = LeafletBuild {
            material,
            printer: self,
            id,
            lang,
        };
        shop.set(&self.words, sink)
    }

    /// The engine with the theme's typefaces and templates.
    pub(super) fn engine(&self, theme: &Theme) -> &PrintEngine {
        self.engine.get_or_init(|| {
            let fonts = fonts(theme).map(|(_, bytes)| bytes);
            PrintEngine::new(fonts, theme.texts("print/"))
        })
    }
}

/// The fonts of a theme, by path.
fn fonts(theme: &Theme) -> impl Iterator<Item = (&str, &[u8])> {
    theme.files("fonts/").filter(|(path, _)| is_font(path))
}

/// Every leaflet with the languages in which it was written.
fn jobs(site: &Site) -> impl Iterator<Item = (LeafletId, Lang)> {
    let languages = &site.settings.languages;
    (0..site.leaflets.len())
        .map(LeafletId)
        .flat_map(|id| languages.iter().map(move |lang| (id, *lang)))
        .filter(|(id, lang)| site.is_set_in(*id, *lang))
}

fn is_font(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default();
    ending.eq_ignore_ascii_case("ttf") || ending.eq_ignore_ascii_case("otf")
}

/// The words whose keys begin with `print-`, under the names that templates use.
fn template_words(theme: &Theme, lang: Lang) -> BTreeMap<String, String> {
    let words = theme.words(lang).map().iter();
    words
        .filter_map(|(key, word)| {
            Some((key.strip_prefix("print-")?.replace('-', "_"), word.clone()))
        })
        .collect()
}
