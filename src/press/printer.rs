//! What setting any leaflet, share card or specification takes: the engine with the theme's
//! typefaces and templates, and the cache of what was set before.
//!
//! Each kind of paper adds its own method to [`Printer`] where it is set.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, OnceLock};

use super::cores::on_all_cores;
use super::covered::CoveredChars;
use super::data::DisplayFace;
use super::engine::{PrintEngine, Typefaces};
use super::installed::{InstalledFaces, Lending, LentFace};
use crate::base::Lang;
use crate::cache::{Cache, CacheKey};
use crate::diagnostic::Sources;
use crate::media::Pictures;
use crate::site::Site;
use crate::theme::{Theme, is_display_face, is_face};

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
    /// What the theme's typefaces have.
    covered: OnceLock<CoveredChars>,
    /// What the theme's faces of large type have, by file.
    displays: OnceLock<BTreeMap<String, CoveredChars>>,
    /// Looked for when the first character is missing.
    installed: OnceLock<InstalledFaces>,
    /// The theme's typefaces with those that lend, by what these are.
    lent: Mutex<BTreeMap<Vec<LentFace>, Arc<Typefaces>>>,
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
        let displays = languages.iter().map(|lang| theme.manifest().display(*lang));
        let key = displays.fold(key, |key, file| key.with(file.unwrap_or_default()));
        let words = |lang: &Lang| (*lang, template_words(theme, *lang));
        Self {
            words: languages.iter().map(words).collect(),
            cache: cache.clone(),
            key,
            engine: OnceLock::new(),
            covered: OnceLock::new(),
            displays: OnceLock::new(),
            installed: OnceLock::new(),
            lent: Mutex::default(),
        }
    }

    /// The engine with the theme's typefaces and templates.
    pub(super) fn engine(&self, theme: &Theme) -> &PrintEngine {
        self.engine
            .get_or_init(|| PrintEngine::new(fonts(theme), theme.texts("print/")))
    }

    /// The characters that the theme's typefaces have.
    pub(super) fn covered(&self, theme: &Theme) -> &CoveredChars {
        let of_text = || fonts(theme).filter(|(path, _)| !is_display_face(path));
        let of_theme = || CoveredChars::of(of_text().map(|(_, file)| file));
        self.covered.get_or_init(of_theme)
    }

    /// The face of large type for a job in a language, and what it lacks of the job's characters.
    pub(super) fn display(&self, theme: &Theme, lang: Lang, job: &str) -> Option<DisplayFace> {
        let file = theme.manifest().display(lang)?;
        let (font, weight) = self.engine(theme).face(file)?;
        let covered = |lang: &Lang| {
            let file = theme.manifest().display(*lang)?;
            let covered = CoveredChars::of(theme.bytes(file).into_iter());
            Some((file.to_owned(), covered))
        };
        let all = || self.words.keys().filter_map(covered).collect();
        let covered = self.displays.get_or_init(all).get(file)?;
        Some(DisplayFace {
            font,
            weight,
            lacks: covered.missing(job).into_iter().collect(),
        })
    }

    /// Who lends these characters; the site may forbid it.
    pub(super) fn lend(
        &self,
        PrintMaterial { site, theme, .. }: PrintMaterial<'_>,
        missing: BTreeSet<char>,
        lang: Lang,
    ) -> Lending {
        if missing.is_empty() || !site.settings.borrows_faces {
            return Lending {
                none: missing,
                ..Lending::default()
            };
        }
        let installed = || InstalledFaces::of_machine(&self.engine(theme).families(lang));
        self.installed.get_or_init(installed).lend(&missing, lang)
    }

    /// The theme's typefaces with those that lend; `None` where none does.
    pub(super) fn typefaces(&self, theme: &Theme, lending: &Lending) -> Option<Arc<Typefaces>> {
        if lending.faces.is_empty() {
            return None;
        }
        let mut known = self.lent.lock().ok()?;
        if let Some(typefaces) = known.get(&lending.faces) {
            return Some(Arc::clone(typefaces));
        }
        // Faces of one file are read once.
        let mut files: Vec<(&LentFace, Vec<u32>)> = Vec::new();
        for face in &lending.faces {
            match files.iter_mut().find(|(own, _)| own.path == face.path) {
                Some((_, places)) => places.push(face.index),
                None => files.push((face, vec![face.index])),
            }
        }
        let files = files.into_iter();
        let files = files.map(|(face, places)| (face.read(), places)).collect();
        let typefaces = Arc::new(self.engine(theme).with_more(files));
        known.insert(lending.faces.clone(), Arc::clone(&typefaces));
        Some(typefaces)
    }
}

/// The fonts of a theme, by path; in the folder of a language the staff's own come first.
pub(super) fn fonts(theme: &Theme) -> impl Iterator<Item = (&str, &[u8])> {
    let is_first = |path: &str| path.matches('/').count() > 1 && theme.is_own(path);
    let own = theme
        .files("fonts/")
        .filter(move |(path, _)| is_first(path));
    let others = theme
        .files("fonts/")
        .filter(move |(path, _)| !is_first(path));
    own.chain(others).filter(|(path, _)| is_face(path))
}

/// The fonts for text in a language: those in its own folder first, none of other languages and none for large
/// type.
pub(super) fn fonts_of(theme: &Theme, lang: Lang) -> Vec<&[u8]> {
    let folder = |path: &str| path.split('/').rev().nth(1).map(str::to_owned);
    let rank = |path: &str| match folder(path)?.as_str() {
        own if own == lang.as_str() => Some(0),
        own if own == lang.base() => Some(1),
        "fonts" => Some(2),
        _ => None,
    };
    let mut all: Vec<(u8, &[u8])> = fonts(theme)
        .filter_map(|(path, file)| Some((rank(path)?, file)))
        .collect();
    all.sort_by_key(|(rank, _)| *rank);
    all.into_iter().map(|(_, file)| file).collect()
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
