//! What setting any leaflet, share card or specification takes: the engine with the theme's
//! typefaces and templates, and the cache of what was set before.
//!
//! Each kind of paper adds its own method to [`Printer`] where it is set.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::cores::on_all_cores;
use super::engine::PrintEngine;
use crate::base::Lang;
use crate::cache::{Cache, CacheKey};
use crate::diagnostic::Sources;
use crate::media::Pictures;
use crate::site::Site;
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
    pub pictures: &'m Pictures,
    /// The texts that it was read from.
    pub sources: &'m Sources,
}

/// What setting any leaflet takes: the engine with the theme's typefaces and templates.
pub(crate) struct Printer {
    /// Words of the interface by language, as templates use them.
    pub(super) words: BTreeMap<Lang, BTreeMap<String, String>>,
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
