//! Leaflets as PDFs: one for screens and offices, one for print shops; and as pictures.

mod card;
mod cores;
mod data;
mod engine;
mod finish;
mod fit;
mod impose;
mod kept;
mod picture;
mod printer;
mod sheet;
mod shorten;
mod spec;
mod text;

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{FileId, Format, Lang, OutPath, PanelName, Span};
use crate::diag::{Kind, Problem, Sink};
use crate::link::{LeafletId, LeafletKind, Site};
use crate::theme::Theme;
use data::{Job, Leaflet, Sheet};
use engine::{Engine, Export, Fault};
pub use finish::without_marks;
use fit::{Pass, Unfit};
pub use impose::{Imposed, Scheme, impose};
use kept::{Report, Set};
pub use printer::Printer;
use sheet::Sheets;
pub use spec::{SideDrawing, Spec};

/// A4 (ISO 216), in millimetres.
const A4: (f64, f64) = (210.0, 297.0);
/// How far colour runs over the trim, in millimetres.
const BLEED: f64 = 3.0;
/// The room for marks around the bleed, in millimetres.
const SLUG: f64 = 10.0;
/// From the trim to the text, in millimetres.
const MARGIN: f64 = 14.0;

type Files = Vec<(OutPath, Vec<u8>)>;

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
    printer: &'s Printer,
    id: LeafletId,
    lang: Lang,
}

impl Shop<'_> {
    fn set(&self, ui: &BTreeMap<String, String>, sink: &mut Sink) -> Option<Set> {
        let name = format!("{}.{}", self.site.leaflet(self.id).slug, self.lang);
        let sheets = Sheets {
            site: self.site,
            words: self.theme.words(self.lang),
            lang: self.lang,
        };
        let leaflet = sheets.leaflet(self.id);
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
                fonts: pass.fonts,
                ui,
                data: leaflet,
            };
            apostrophes(serde_json::to_string(&job).unwrap_or_default(), self.lang).into_bytes()
        };
        // The job names all that is printed; which typefaces there are, the printer's key knows.
        let whole = Pass {
            size: 0.0,
            drafts: &[],
            fonts: &[],
        };
        let key = self.printer.key.clone().with(job(&leaflet, whole));
        let kept = self.printer.cache.get(&key);
        let set = match kept.as_deref().and_then(Set::from_bytes) {
            Some(set) => set,
            None => {
                let set = self.make(&name, &leaflet, job, sink)?;
                self.printer.cache.put(&key, &set.to_bytes());
                set
            }
        };
        self.report_fit(&name, &set.report, sink);
        Some(set)
    }

    /// Sets a leaflet that is not in the cache.
    fn make(
        &self,
        name: &str,
        leaflet: &Leaflet,
        job: impl Fn(&Leaflet, Pass<'_>) -> Vec<u8>,
        sink: &mut Sink,
    ) -> Option<Set> {
        if !self.has_glyphs(name, leaflet, sink) {
            return None;
        }
        let engine = self.printer.engine(self.theme);
        let template = format!("{}.typ", leaflet.kind);
        let fitted = match fit::fit(engine, &template, leaflet, job) {
            Ok(fitted) => fitted,
            Err(Unfit::Template(faults)) => {
                self.report_faults(name, faults, sink);
                return None;
            }
            Err(Unfit::Overflow { panel, lines }) => {
                let kind = Kind::Overflow {
                    leaflet: name.to_owned(),
                    panel: side(&panel),
                    lines,
                };
                self.report(sink, kind);
                return None;
            }
        };
        let layout = &fitted.layout;
        let press = Engine::export(
            layout,
            &format!("{name}.print"),
            Export::Press(BLEED + SLUG),
        );
        let office = Engine::export(layout, name, Export::Office);
        let pictures = picture::of(layout);
        engine.tidy();
        let mut failed = |faults| {
            self.report_faults(name, faults, sink);
            None
        };
        let plain = |reason: String| vec![Fault { at: None, reason }];
        let office = office.map_or_else(&mut failed, Some);
        let press = press
            .and_then(|pdf| finish::finish(&pdf, BLEED).map_err(|e| plain(e.to_string())))
            .map_or_else(failed, Some);
        Some(Set {
            report: Report {
                size: fitted.size,
                empty: fitted.empty,
            },
            office: office?,
            press: press?,
            pictures,
        })
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
        let engine = self.printer.engine(self.theme);
        let text = serde_json::to_string(leaflet).unwrap_or_default();
        let missing: BTreeSet<char> = text.chars().filter(|c| !engine.has_glyph(*c)).collect();
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

    fn report_fit(&self, name: &str, report: &Report, sink: &mut Sink) {
        if report.size < fit::COMFORTABLE - 0.01 {
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a type size"
            )]
            let tenths_of_pt = (report.size * 10.0).round() as u32;
            self.report(
                sink,
                Kind::SmallType {
                    leaflet: name.to_owned(),
                    tenths_of_pt,
                },
            );
        }
        for panel in &report.empty {
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
