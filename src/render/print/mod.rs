//! Leaflets as PDFs: one for screens and offices, one for print shops.

mod data;
mod engine;
mod finish;
mod fit;
mod sheet;
mod shorten;
mod text;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::ScopedJoinHandle;

use crate::base::{FileId, Format, Lang, OutPath, PanelName, Span};
use crate::diag::{Kind, Problem, Sink};
use crate::link::{LeafletId, LeafletKind, PageRef, Pdf, Site};
use crate::theme::Theme;
use data::{Job, Leaflet, Sheet};
use engine::{Engine, Export, Fault};
use fit::{Fitted, Pass, Unfit};
use sheet::Sheets;

/// A4 (ISO 216), in millimetres.
const A4: (f64, f64) = (210.0, 297.0);
/// How far colour runs over the trim, in millimetres.
const BLEED: f64 = 3.0;
/// The room for marks around the bleed, in millimetres.
const SLUG: f64 = 10.0;
/// From the trim to the text, in millimetres.
const MARGIN: f64 = 14.0;

type Files = Vec<(OutPath, Vec<u8>)>;

/// What setting any leaflet takes: the engine with the theme's typefaces and templates.
pub struct Printer {
    engine: Engine,
    families: Vec<String>,
    words: BTreeMap<Lang, BTreeMap<String, String>>,
}

impl Printer {
    /// Prepares for the leaflets of a site in these languages.
    #[must_use]
    pub fn new(theme: &Theme, languages: &[Lang]) -> Self {
        let fonts = theme
            .files("fonts/")
            .filter(|(path, _)| is_font(path))
            .map(|(_, bytes)| bytes);
        let engine = Engine::new(fonts, theme.texts("print/"));
        let words = |lang: &Lang| (*lang, template_words(theme, *lang));
        Self {
            families: engine.families(),
            words: languages.iter().map(words).collect(),
            engine,
        }
    }

    /// Sets every leaflet in every language in which it was written.
    pub fn all(&self, site: &Site, theme: &Theme, sink: &mut Sink) -> Vec<(OutPath, Vec<u8>)> {
        let jobs: Vec<(LeafletId, Lang)> = jobs(site).collect();
        let set: Vec<(Files, Sink)> = on_all_cores(&jobs, |(id, lang)| {
            let mut own = Sink::default();
            (self.set(site, theme, *id, *lang, &mut own), own)
        });
        let mut files = Vec::with_capacity(jobs.len() * 2);
        for (pdfs, own) in set {
            sink.absorb(own);
            files.extend(pdfs);
        }
        files
    }

    /// Sets the leaflet that a path belongs to and gives back all its files; `None` when the
    /// site has no such leaflet.
    pub fn file(
        &self,
        site: &Site,
        theme: &Theme,
        path: &OutPath,
        sink: &mut Sink,
    ) -> Option<Files> {
        let (id, lang) = jobs(site).find(|(id, lang)| {
            [Pdf::Office, Pdf::Print]
                .iter()
                .any(|pdf| site.pdf(*id, *lang, *pdf) == *path)
        })?;
        Some(self.set(site, theme, id, lang, sink))
    }

    fn set(&self, site: &Site, theme: &Theme, id: LeafletId, lang: Lang, sink: &mut Sink) -> Files {
        let Some(ui) = self.words.get(&lang) else {
            return Files::new();
        };
        let shop = Shop {
            site,
            theme,
            engine: &self.engine,
            families: &self.families,
            id,
            lang,
        };
        let files = shop.set(ui, sink);
        self.engine.tidy();
        files
    }
}

/// Every leaflet with the languages in which it was written.
fn jobs(site: &Site) -> impl Iterator<Item = (LeafletId, Lang)> {
    let languages = &site.settings.languages;
    (0..site.leaflets.len())
        .map(LeafletId)
        .flat_map(|id| languages.iter().map(move |lang| (id, *lang)))
        .filter(|(id, lang)| site.text_lang(PageRef::Leaflet(*id), *lang) == *lang)
}

/// Does `work` for every job on all cores, and gives back the results in the order of the jobs.
///
/// Each core has a pool of its own: the engine splits its work too, and in one pool a thread
/// that waits for a part of its leaflet would begin another, until all were in memory at once.
fn on_all_cores<J: Sync, R: Send>(jobs: &[J], work: impl Fn(&J) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let take = || {
        let at = next.fetch_add(1, Ordering::Relaxed);
        jobs.get(at).map(|job| (at, job))
    };
    let worker = || {
        let done = std::iter::from_fn(|| take().map(|(at, job)| (at, work(job))));
        done.collect::<Vec<_>>()
    };
    let alone = || match rayon::ThreadPoolBuilder::new().num_threads(1).build() {
        Ok(pool) => pool.install(worker),
        Err(_) => worker(),
    };
    let cores = rayon::current_num_threads().min(jobs.len());
    let mut done: Vec<(usize, R)> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..cores).map(|_| scope.spawn(alone)).collect();
        let join = |thread: ScopedJoinHandle<'_, _>| {
            thread
                .join()
                .unwrap_or_else(|cause| std::panic::resume_unwind(cause))
        };
        threads.into_iter().flat_map(join).collect()
    });
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
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

/// The default face draws the curled apostrophe half an em wide, for Japanese; in Latin text the
/// straight one stands close, and costs no show rule over every word.
fn apostrophes(text: String, lang: Lang) -> String {
    if lang.is_unspaced() {
        text
    } else {
        text.replace('\u{2019}', "'")
    }
}

/// The side of the sheet that a template's panel is on.
fn side(panel: &str) -> PanelName {
    if panel == "back" {
        PanelName::Back
    } else {
        PanelName::Front
    }
}

/// One leaflet in one language, and everything that it takes to set it.
struct Shop<'s> {
    site: &'s Site,
    theme: &'s Theme,
    engine: &'s Engine,
    families: &'s [String],
    id: LeafletId,
    lang: Lang,
}

impl Shop<'_> {
    fn set(&self, ui: &BTreeMap<String, String>, sink: &mut Sink) -> Vec<(OutPath, Vec<u8>)> {
        let name = format!("{}.{}", self.site.leaflet(self.id).slug, self.lang);
        let sheets = Sheets {
            site: self.site,
            words: self.theme.words(self.lang),
            lang: self.lang,
        };
        let leaflet = sheets.leaflet(self.id);
        if !self.has_glyphs(&name, &leaflet, sink) {
            return Vec::new();
        }
        let sides = match &self.site.leaflet(self.id).kind {
            LeafletKind::Composed(composed) if composed.format == Format::A4Duplex => 2,
            _ => 1,
        };
        let job = |leaflet: &Leaflet, pass: Pass<'_>| {
            let job = Job {
                sheet: Sheet {
                    width: A4.0,
                    height: A4.1,
                    bleed: BLEED,
                    sides,
                    marks: true,
                    margin: MARGIN,
                    name: &name,
                },
                size: pass.size,
                largest: fit::LARGEST,
                drafts: pass.drafts,
                date: self.date(),
                fonts: self.families,
                ui,
                data: leaflet,
            };
            apostrophes(serde_json::to_string(&job).unwrap_or_default(), self.lang).into_bytes()
        };
        let template = format!("{}.typ", leaflet.kind);
        let fitted = match fit::fit(self.engine, &template, &leaflet, job) {
            Ok(fitted) => fitted,
            Err(Unfit::Template(faults)) => {
                self.report_faults(&name, faults, sink);
                return Vec::new();
            }
            Err(Unfit::Overflow { panel, lines }) => {
                let panel = side(&panel);
                self.report(
                    sink,
                    Kind::Overflow {
                        leaflet: name,
                        panel,
                        lines,
                    },
                );
                return Vec::new();
            }
        };
        self.report_fit(&name, &fitted, sink);
        let press = Engine::export(
            &fitted.layout,
            &format!("{name}.print"),
            Export::Press(BLEED + SLUG),
        );
        let office = Engine::export(&fitted.layout, &name, Export::Office);
        let mut files = Vec::new();
        match office {
            Ok(pdf) => files.push((self.site.pdf(self.id, self.lang, Pdf::Office), pdf)),
            Err(faults) => self.report_faults(&name, faults, sink),
        }
        match press.map(|pdf| finish::add_bleed_box(&pdf, BLEED)) {
            Ok(Ok(pdf)) => files.push((self.site.pdf(self.id, self.lang, Pdf::Print), pdf)),
            Ok(Err(error)) => self.report(
                sink,
                Kind::Print {
                    leaflet: name,
                    reason: error.to_string(),
                },
            ),
            Err(faults) => self.report_faults(&name, faults, sink),
        }
        files
    }

    /// The document's date: the statement's, else the event's. A PDF/A needs one, and there
    /// is no clock.
    fn date(&self) -> (i16, i8, i8) {
        let of_speaker = |id| self.site.speaker(id).date;
        let own = match &self.site.leaflet(self.id).kind {
            LeafletKind::Speaker(id) => of_speaker(*id),
            LeafletKind::Topic(id) => self
                .site
                .topic(*id)
                .citations
                .first()
                .and_then(|c| of_speaker(c.speaker)),
            LeafletKind::Composed(composed) => {
                composed.speakers.first().and_then(|id| of_speaker(*id))
            }
        };
        let event = || self.site.event(self.site.settings.event?).date;
        own.or_else(event)
            .map_or((2000, 1, 1), crate::base::Date::ymd)
    }

    /// Whether the typefaces have every character; those they lack are reported.
    fn has_glyphs(&self, name: &str, leaflet: &Leaflet, sink: &mut Sink) -> bool {
        let text = serde_json::to_string(leaflet).unwrap_or_default();
        let missing: BTreeSet<char> = text
            .chars()
            .filter(|c| !self.engine.has_glyph(*c))
            .collect();
        if !missing.is_empty() {
            let glyphs = missing
                .iter()
                .map(|c| format!("{c} (U+{:04X})", u32::from(*c)));
            let glyphs = glyphs.collect::<Vec<_>>().join(", ");
            self.report(
                sink,
                Kind::MissingGlyphs {
                    leaflet: name.to_owned(),
                    glyphs,
                },
            );
        }
        missing.is_empty()
    }

    fn report_fit(&self, name: &str, fitted: &Fitted, sink: &mut Sink) {
        if fitted.size < fit::COMFORTABLE - 0.01 {
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a type size"
            )]
            let tenths_of_pt = (fitted.size * 10.0).round() as u32;
            self.report(
                sink,
                Kind::SmallType {
                    leaflet: name.to_owned(),
                    tenths_of_pt,
                },
            );
        }
        for panel in &fitted.empty {
            self.report(
                sink,
                Kind::HalfEmpty {
                    leaflet: name.to_owned(),
                    panel: side(panel),
                },
            );
        }
    }

    fn report(&self, sink: &mut Sink, kind: Kind) {
        sink.report(Problem::in_file(self.file(), kind));
    }

    fn report_faults(&self, name: &str, faults: Vec<Fault>, sink: &mut Sink) {
        for Fault { at, reason } in faults {
            let Some((path, byte)) = at else {
                self.report(
                    sink,
                    Kind::Print {
                        leaflet: name.to_owned(),
                        reason,
                    },
                );
                continue;
            };
            let text = self.theme.text(&path).unwrap_or_default();
            let kind = Kind::Print {
                leaflet: name.to_owned(),
                reason,
            };
            let end = text[byte..].find('\n').map_or(text.len(), |n| byte + n);
            sink.report(Problem::outside(
                self.theme.shown(&path),
                text,
                Span::new(byte, end),
                kind,
            ));
        }
    }

    /// The file that the leaflet is made from, in its language.
    fn file(&self) -> FileId {
        match &self.site.leaflet(self.id).kind {
            LeafletKind::Speaker(id) => {
                self.site.speaker(*id).texts.for_reader(self.lang).text.file
            }
            LeafletKind::Topic(id) => self.site.topic(*id).texts.for_reader(self.lang).text.file,
            LeafletKind::Composed(composed) => composed.texts.for_reader(self.lang).text.file,
        }
    }
}
