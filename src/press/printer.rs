//! What sets leaflets and share cards, and takes from the cache what was set before.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::cores::on_all_cores;
use super::engine::PrintEngine;
use super::finished_leaflet::FinishedLeaflet;
use super::{LeafletBuild, PdfFiles, PressWords, card};
use crate::base::Lang;
use crate::cache::{Cache, CacheKey};
use crate::diagnostic::Diagnostics;
use crate::leaflet::{Image, Printed};
use crate::media::Pictures;
use crate::site::{LeafletId, PageRef, Site};
use crate::theme::Theme;

/// Does `work`, which sets a leaflet or a card, for every job on all cores, and gives back the
/// results in the order of the jobs.
pub(crate) fn set_all<J: Sync, R: Send>(jobs: &[J], work: impl Fn(&J) -> R + Sync) -> Vec<R> {
    let done = on_all_cores(jobs, work);
    PrintEngine::rest();
    done
}

/// What leaflets are made from.
#[derive(Clone, Copy)]
pub(crate) struct PrintMaterial<'m> {
    /// The site.
    pub site: &'m Site,
    /// Its theme.
    pub theme: &'m Theme,
    /// Its pictures.
    pub album: &'m Pictures,
}

/// What setting any leaflet takes: the engine with the theme's typefaces and templates.
pub(crate) struct Printer {
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
    pub(crate) fn new(theme: &Theme, languages: &[Lang], cache: &Cache) -> Self {
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

    /// Sets a leaflet in a language: its files, and what the pages tell of them. What is wrong is
    /// reported.
    pub(crate) fn leaflet(
        &self,
        material: PrintMaterial<'_>,
        (id, lang): (LeafletId, Lang),
        sink: &mut Diagnostics,
    ) -> Option<(PdfFiles, Printed)> {
        let set = self.set(material, id, lang, sink)?;
        Some(set.hand_out(material.site, id, lang))
    }

    /// Sets the share card of a page in a language, and says what the pages tell of it.
    pub(crate) fn card(
        &self,
        PrintMaterial { site, theme, .. }: PrintMaterial<'_>,
        (page, lang): (PageRef, Lang),
        sink: &mut Diagnostics,
    ) -> Option<(Vec<u8>, Image)> {
        card::card(self, site, theme, page, lang, sink)
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
        self.engine
            .get_or_init(|| PrintEngine::new(fonts(theme), theme.texts("print/")))
    }
}

/// The fonts of a theme, by path.
fn fonts(theme: &Theme) -> impl Iterator<Item = (&str, &[u8])> {
    theme.files("fonts/").filter(|(path, _)| is_font(path))
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
