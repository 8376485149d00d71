//! Sets one leaflet: its text is fitted, laid out, and written as both PDFs.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use super::borrower::Borrower;
use super::data::{DisplayFace, Drafts, LeafletData, LeafletJob, SaidData};
use super::engine::{EngineError, EngineJob, Export, PrintEngine, Typefaces};
use super::engine_fault;
use super::fault::PressFault;
use super::finished_leaflet::{FinishedLeaflet, FitReport};
use super::fit::{self, Fitted, Pass, Unfit, Unfitted};
use super::inks::Inks;
use super::leaflet_files::LeafletFiles;
use super::newspaper::NewspaperSetter;
use super::newspaper_data::NewspaperData;
use super::paper::{BLEED, Paper, SLUG, TypeSizes};
use super::printer::{PrintMaterial, Printer, fonts, fonts_of};
use super::sheet::Sheets;
use super::tone::{Plate, Tone};
use super::vertical::VerticalFaces;
use super::{finish, picture, tables};
use crate::base::{Edition, FileId, Lang, LocaleData, PanelName};
use crate::cache::CacheKey;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::leaflet::{Assembler, LeafletContent, LeftOut, Printed, SheetKind};
use crate::site::LeafletId;
use crate::theme::Theme;
use crate::typesetting::JOINER;

/// The default face draws the curled apostrophe half an em wide, for Japanese; in Latin text without a
/// face of its own the straight one stands close, and costs no show rule over every word.
fn apostrophes(text: String, lang: Lang, theme: &Theme) -> String {
    let folders = [lang.as_str(), lang.base()].map(|lang| format!("fonts/{lang}/"));
    let has_own = fonts(theme).any(|(path, _)| folders.iter().any(|own| path.starts_with(own)));
    if lang.locale().is_spaced() && !has_own {
        text.replace('\u{2019}', "'")
    } else {
        text
    }
}

/// The text of a leaflet in vertical lines: what is to be measured, else what is said.
fn newspaper(
    [regular, bold]: &[VerticalFaces<'_>; 2],
    paper: &Paper,
    face: &LeafletVersion<'_>,
    leaflet: &LeafletData,
    pass: Pass<'_>,
) -> NewspaperData {
    let word = |key: &str| face.words.get(key).map(String::as_str).unwrap_or_default();
    let setter = NewspaperSetter {
        regular,
        bold,
        no_table: word("table_left"),
        source: format!("{}{}", word("source"), face.lang.locale().colon),
    };
    let drafts: Vec<&SaidData> = match pass.drafts {
        Drafts::Said(drafts) => drafts.iter().collect(),
        Drafts::Panels(_) => Vec::new(),
    };
    let lengths = paper.lines_of_newspaper(pass.size);
    if drafts.is_empty() {
        setter.set(&[&leaflet.said], lengths, true)
    } else {
        setter.set(&drafts, lengths, false)
    }
}

impl Printer {
    /// Sets a leaflet in a language: its files, and what the pages tell of them. What is wrong is
    /// reported.
    pub(crate) fn leaflet(
        &self,
        material: PrintMaterial<'_>,
        (id, lang): (LeafletId, Lang),
        diagnostics: &mut Diagnostics,
    ) -> Option<(LeafletFiles, Printed)> {
        let mut build = LeafletBuild {
            material,
            printer: self,
            id,
            lang,
            typefaces: None,
        };
        let finished = build.finished(diagnostics)?;
        Some(finished.hand_out(material.site, id, lang))
    }

    /// Every text of a leaflet, one after another, before any of it is left out.
    pub(crate) fn text(
        &self,
        material: PrintMaterial<'_>,
        (id, lang): (LeafletId, Lang),
    ) -> String {
        let build = LeafletBuild {
            material,
            printer: self,
            id,
            lang,
            typefaces: None,
        };
        build.text()
    }
}

/// Puts every text of some data behind `text`.
fn gather(data: &Value, text: &mut String) {
    match data {
        Value::String(own) => text.extend(own.chars().filter(|c| *c != JOINER)),
        Value::Array(items) => items.iter().for_each(|item| gather(item, text)),
        Value::Object(fields) => fields.values().for_each(|field| gather(field, text)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// One leaflet, and everything that it takes to set it.
struct LeafletBuild<'s> {
    /// What it is made from.
    material: PrintMaterial<'s>,
    /// What sets it.
    printer: &'s Printer,
    /// The leaflet.
    id: LeafletId,
    /// Its language; of a leaflet in two languages, the first.
    lang: Lang,
    /// The typefaces, when it takes more than those of the theme.
    typefaces: Option<Arc<Typefaces>>,
}

/// A leaflet in one of its languages.
struct LeafletVersion<'s> {
    lang: Lang,
    words: &'s BTreeMap<String, String>,
    content: LeafletContent<'s>,
    sheets: Sheets<'s>,
    /// The data of what is never left out.
    frame: LeafletData,
    /// The face of large type; chosen when the leaflet is set.
    display: Option<DisplayFace>,
    /// The typefaces of vertical lines, regular and bold, where it has such.
    vertical: Option<[VerticalFaces<'s>; 2]>,
}

impl<'s> LeafletBuild<'s> {
    fn languages(&self, paper: &Paper) -> Vec<Lang> {
        match paper.languages.as_slice() {
            [] => vec![self.lang],
            both => both.to_vec(),
        }
    }

    /// The leaflet in each of its languages; `None` when the theme does not know one.
    fn versions(&self, languages: &[Lang]) -> Option<Vec<LeafletVersion<'s>>> {
        let inks = Inks::of(self.material.site, self.material.theme, self.id);
        let leaflet = self.material.site.leaflet(self.id);
        let tone = Tone::of(&inks).filter(|_| leaflet.edition() != Edition::Mono);
        let face = |lang: &Lang| {
            let PrintMaterial {
                site,
                theme,
                pictures,
                ..
            } = self.material;
            let sheets = Sheets {
                site,
                pictures,
                printer: self.printer,
                theme,
                tone,
                words: theme.words(*lang),
                lang: *lang,
            };
            let content = Assembler::new(site, pictures, sheets.words, *lang).leaflet(self.id);
            let mut frame = sheets.frame(&content);
            let mut vertical = None;
            if content.is_vertical() {
                let files = fonts_of(theme, *lang);
                let faces = |bold| VerticalFaces::of(files.iter().copied(), bold);
                let (regular, bold) = (faces(false), faces(true));
                let display = theme.manifest().display(*lang);
                let display = display.and_then(|file| theme.bytes(file));
                frame.hook_down = bold.large(display, &frame.hook);
                frame.pull_down = bold.large(display, &frame.pull);
                frame.by_down = frame
                    .by
                    .as_ref()
                    .map(|by| by.down(&regular, &bold))
                    .unwrap_or_default();
                vertical = Some([regular, bold]);
            }
            Some(LeafletVersion {
                lang: *lang,
                words: self.printer.words.get(lang)?,
                frame,
                content,
                sheets,
                display: None,
                vertical,
            })
        };
        languages.iter().map(face).collect()
    }

    /// Every text on it, one after another.
    fn text(&self) -> String {
        let languages = self.languages(&Paper::of(self.material.site.leaflet(self.id)));
        let mut text = String::new();
        for version in self.versions(&languages).unwrap_or_default() {
            let leaflet = version.sheets.filled(&version.frame, &version.content);
            let data = serde_json::to_value(leaflet).unwrap_or_default();
            gather(&data, &mut text);
        }
        text
    }

    /// The finished leaflet. What is wrong is reported.
    fn finished(&mut self, diagnostics: &mut Diagnostics) -> Option<FinishedLeaflet> {
        let paper = Paper::of(self.material.site.leaflet(self.id));
        let languages = self.languages(&paper);
        let codes: Vec<&str> = languages.iter().map(Lang::as_str).collect();
        let name = format!(
            "{}.{}",
            self.material.site.leaflet(self.id).slug,
            codes.join("-")
        );
        let mut faces = self.versions(&languages)?;
        // The job names all that is printed; which typefaces there are, the printer's key knows.
        let whole = Pass {
            size: 0.0,
            tight: false,
            drafts: fit::DRAWN,
            names_fonts: false,
        };
        let jobs = faces.iter().map(|face| {
            let leaflet = face.sheets.filled(&face.frame, &face.content);
            self.job(&paper, &name, face, &leaflet, whole)
        });
        let jobs: Vec<String> = jobs.collect();
        let borrower = Borrower {
            printer: self.printer,
            material: self.material,
            lang: self.lang,
            files: self.files(),
        };
        let lending = borrower.lending(&jobs, diagnostics)?;
        let key = jobs.iter().fold(self.printer.key.clone(), CacheKey::with);
        let key = lending.key(key);
        let kept = self.printer.cache.get(&key);
        let set = match kept.as_deref().and_then(FinishedLeaflet::from_bytes) {
            Some(set) => set,
            None => {
                let theme = self.material.theme;
                self.typefaces = self.printer.typefaces(theme, &lending);
                for (face, job) in faces.iter_mut().zip(&jobs) {
                    face.display = self.printer.display(theme, face.lang, job);
                }
                let set = self.make(&paper, &name, &faces, diagnostics)?;
                self.printer.cache.put(&key, &set.to_bytes());
                set
            }
        };
        let kind = faces.first()?.content.kind;
        let printed = |what: LeftOut| {
            let mut reports = set.reports.iter();
            reports.any(|own| !own.left_out.contains(&what))
        };
        let seen = faces.first().map(|face| &face.frame);
        let cover = seen.filter(|_| printed(LeftOut::CoverPicture));
        let text = seen.filter(|_| printed(LeftOut::Pictures));
        let pictures = cover.into_iter().flat_map(|own| &own.picture);
        let pictures = pictures.chain(text.into_iter().flat_map(|own| own.pictures.values()));
        for (width, wanted) in pictures.filter_map(|own| own.coarse) {
            self.report(
                diagnostics,
                PressFault::CoarsePicture {
                    leaflet: name.clone(),
                    width,
                    wanted,
                },
            );
        }
        for report in &set.reports {
            self.report_fit((&name, kind), report, paper.limits(), diagnostics);
        }
        Some(set)
    }

    fn job(
        &self,
        paper: &Paper,
        name: &str,
        face: &LeafletVersion<'_>,
        leaflet: &LeafletData,
        pass: Pass<'_>,
    ) -> String {
        let families = || {
            let mut families = self.printer.engine(self.material.theme).families(face.lang);
            families.extend(self.typefaces.iter().flat_map(|own| own.more.clone()));
            families
        };
        let fonts = pass.names_fonts.then(families);
        let job = LeafletJob {
            sheet: paper.sheet(name, face.lang, self.material.theme),
            size: pass.size,
            largest: paper.limits().largest,
            tight: pass.tight,
            drafts: pass.drafts,
            date: self.material.site.document_date(self.id),
            colours: Inks::of(self.material.site, self.material.theme, self.id),
            fonts: fonts.unwrap_or_default(),
            display: face.display.as_ref(),
            lends: self.typefaces.is_some(),
            ui: face.words,
            locale: LocaleData::of(face.lang),
            newspaper: (face.vertical.as_ref())
                .filter(|_| leaflet.kind == "newspaper")
                .map(|faces| newspaper(faces, paper, face, leaflet, pass)),
            data: leaflet,
        };
        let job = apostrophes(
            serde_json::to_string(&job).unwrap_or_default(),
            face.lang,
            self.material.theme,
        );
        let covered = self.printer.covered(self.material.theme);
        covered.with_equals(job)
    }

    /// Sets a leaflet that is not in the cache.
    fn make(
        &self,
        paper: &Paper,
        name: &str,
        faces: &[LeafletVersion<'_>],
        diagnostics: &mut Diagnostics,
    ) -> Option<FinishedLeaflet> {
        let engine = self.printer.engine(self.material.theme);
        let fitted: Vec<Fitted> = faces
            .iter()
            .map(|face| self.fit(paper, name, face, diagnostics))
            .collect::<Option<_>>()?;
        let report = |(face, fitted): (&LeafletVersion<'_>, &Fitted)| FitReport {
            size: fitted.size,
            pages: fitted.layout.pages(),
            empty: fitted.empty.clone(),
            left_out: (face.content.withheld.iter())
                .chain(&fitted.left_out)
                .copied()
                .collect(),
            cuts: fitted.cuts.clone(),
        };
        let reports = faces.iter().zip(&fitted).map(report).collect();
        let plates = fitted.iter().flat_map(|own| own.leaflet.plates());
        let plates: Vec<Plate> = plates.cloned().collect();
        let layout = match <[Fitted; 1]>::try_from(fitted) {
            Ok([only]) => Ok(only.layout),
            Err(fitted) => {
                let job = |(face, fitted): (&LeafletVersion<'_>, Fitted)| {
                    let pass = Pass {
                        size: fitted.size,
                        tight: fitted.tight,
                        drafts: fit::DRAWN,
                        names_fonts: true,
                    };
                    let job = self.job(paper, name, face, &fitted.leaflet, pass);
                    EngineJob {
                        template: format!("{}.typ", fitted.leaflet.kind),
                        job: job.into_bytes(),
                        files: fitted.leaflet.files(),
                        typefaces: self.typefaces.clone(),
                    }
                };
                engine.lay_out_all(faces.iter().zip(fitted).map(job))
            }
        };
        let layout = match layout {
            Ok(layout) => layout,
            Err(faults) => {
                self.report_faults(name, faults, diagnostics);
                return None;
            }
        };
        let mut failed = |faults| {
            self.report_faults(name, faults, diagnostics);
            None
        };
        let press = PrintEngine::export(
            &layout,
            &format!("{name}.print"),
            Export::Press(BLEED + SLUG, &plates),
        );
        let office = PrintEngine::export(&layout, name, Export::Office);
        let pictures = picture::of(&layout);
        engine.tidy();
        let plain = |reason: String| vec![EngineError { at: None, reason }];
        let office = office.map_or_else(&mut failed, Some);
        let press = press
            .and_then(|pdf| finish::finish(&pdf, BLEED, &plates).map_err(|e| plain(e.to_string())))
            .map_or_else(failed, Some);
        Some(FinishedLeaflet {
            reports,
            office: office?,
            press: press?,
            pictures,
        })
    }

    /// Fits the leaflet in one language; `None` when that cannot be done, which is reported.
    fn fit(
        &self,
        paper: &Paper,
        name: &str,
        face: &LeafletVersion<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Option<Fitted> {
        let leaflet = Unfitted {
            content: &face.content,
            sheets: &face.sheets,
            frame: &face.frame,
            typefaces: self.typefaces.as_ref(),
        };
        let job = |leaflet: &LeafletData, pass: Pass<'_>| {
            self.job(paper, name, face, leaflet, pass).into_bytes()
        };
        let engine = self.printer.engine(self.material.theme);
        match fit::fit(engine, leaflet, paper.limits(), paper.printed_sides(), job) {
            Ok(fitted) => Some(fitted),
            Err(Unfit::Template(faults)) => {
                let table = faults.iter().find_map(|own| tables::named_in(&own.reason));
                match table.and_then(|table| self.wide_table(name, face, table)) {
                    Some(problem) => diagnostics.report(problem),
                    None => self.report_faults(name, faults, diagnostics),
                }
                None
            }
            Err(Unfit::Overflow { panel, lines }) => {
                let kind = PressFault::Overflow {
                    leaflet: name.to_owned(),
                    panel,
                    lines,
                };
                self.report(diagnostics, kind);
                None
            }
        }
    }

    /// What to tell of a table that is wider than its column.
    fn wide_table(
        &self,
        leaflet: &str,
        face: &LeafletVersion<'_>,
        table: &str,
    ) -> Option<Diagnostic> {
        let files = self.files();
        let own = *files.first()?;
        let places = (self.material.sources, files.as_slice(), own);
        tables::too_wide(leaflet.to_owned(), &face.content, table, places)
    }

    /// The files that it is set from, its own first.
    fn files(&self) -> Vec<FileId> {
        let site = self.material.site;
        let own = site.leaflet_document(self.id, self.lang).file;
        let more = site.files_of_leaflet(self.id, self.lang);
        std::iter::once(own).chain(more).collect()
    }

    fn report_fit(
        &self,
        (name, kind): (&str, SheetKind),
        report: &FitReport,
        limits: TypeSizes,
        diagnostics: &mut Diagnostics,
    ) {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a type size"
        )]
        let tenths_of_pt = (report.size * 10.0).round() as u32;
        if report.size < limits.comfortable - 0.01 {
            self.report(
                diagnostics,
                PressFault::SmallType {
                    leaflet: name.to_owned(),
                    tenths_of_pt,
                },
            );
        }
        // What is missing has been told.
        let lacks_words = self.material.site.lacks_words;
        // Whoever has more than the paper holds is not to write more.
        let has_more =
            |panel: &PanelName| *panel == PanelName::Front && !report.left_out.is_empty();
        let empty = report.empty.iter().filter(|panel| !has_more(panel));
        for panel in empty.filter(|_| !lacks_words) {
            self.report(
                diagnostics,
                PressFault::HalfEmpty {
                    leaflet: name.to_owned(),
                    panel: *panel,
                    kind,
                },
            );
        }
        if !report.left_out.is_empty() {
            let remark = PressFault::Fitted {
                leaflet: name.to_owned(),
                tenths_of_pt,
                pages: report.pages,
                left_out: report.left_out.clone(),
            };
            self.report(diagnostics, remark);
        }
    }

    fn report(&self, diagnostics: &mut Diagnostics, kind: PressFault) {
        let document = self.material.site.leaflet_document(self.id, self.lang);
        diagnostics.report(Diagnostic::in_file(document.file, kind));
    }

    fn report_faults(&self, name: &str, faults: Vec<EngineError>, diagnostics: &mut Diagnostics) {
        let site = self.material.site;
        let file = site.leaflet_document(self.id, self.lang).file;
        for fault in faults {
            let theme = self.material.theme;
            diagnostics.report(engine_fault::told(theme, name, Some(file), fault));
        }
    }
}
