//! One leaflet alone, for a print shop or a copier: set, finished and looked through.

use std::sync::Arc;

use super::fault::ProjectFault;
use super::open::Project;
use super::options::BuildOptions;
use super::renderer::Renderer;
use crate::base::format::Side;
use crate::base::{Format, Lang, OutPath, Span, line_column};
use crate::diagnostic::{Diagnostic, Diagnostics, Sources};
use crate::model::{SampleMark, unfilled};
use crate::preflight::{self, LeafletChecks, Report};
use crate::press;
use crate::site::{LeafletId, Pdf};

/// A site whose leaflets can be set one at a time.
pub(crate) struct LeafletSession {
    renderer: Renderer,
    /// What was wrong so far.
    pub problems: Diagnostics,
    /// The texts that problems point into.
    pub sources: Sources,
}

/// A leaflet in one language, with all its PDFs.
#[derive(Debug)]
pub(crate) struct Proof {
    /// The language, or both as in `ja-en`.
    pub lang: String,
    /// What it is called.
    pub title: String,
    /// The format.
    pub format: Format,
    /// The day that its documents bear: year, month, day.
    pub date: (i16, i8, i8),
    /// The sides that are printed, in the order of the pages.
    pub sides: &'static [Side],
    /// For screens and offices.
    pub office: Vec<u8>,
    /// For a print shop, with marks.
    pub marked: Vec<u8>,
    /// For a print shop, without marks.
    pub bare: Vec<u8>,
    /// What preflight found out about the last two.
    pub reports: [Report; 2],
    /// Whether nothing is wrong with any of the three.
    pub sound: bool,
}

impl LeafletSession {
    /// Reads the content.
    ///
    /// # Errors
    /// What was reported, when the content has no site.
    pub(crate) fn open(options: &BuildOptions) -> Result<Self, (Diagnostics, Sources)> {
        let project = Project::open(options);
        let renderer = project.renderer();
        let (mut problems, sources) = project.into_findings();
        let Some(renderer) = renderer else {
            return Err((problems, sources));
        };
        problems.absorb(renderer.told_of_pictures());
        Ok(Self {
            renderer,
            problems,
            sources,
        })
    }

    /// The names of all leaflets.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        let site = &self.renderer.site;
        site.leaflets.iter().map(|leaflet| leaflet.slug.as_str())
    }

    /// The names of all leaflets, each with its title in a language, or in the first.
    pub(crate) fn titles(&self, lang: Lang) -> impl Iterator<Item = (&str, String)> {
        let site = &self.renderer.site;
        let known = site.settings.languages.contains(&lang);
        let lang = if known {
            lang
        } else {
            site.settings.default_lang()
        };
        site.leaflets.iter().enumerate().map(move |(at, leaflet)| {
            let title = site.leaflet_document(LeafletId(at), lang).plain_title();
            (leaflet.slug.as_str(), title)
        })
    }

    /// The languages in which a leaflet is set, a sheet in two by its first; `None` when there is
    /// no such leaflet.
    #[must_use]
    pub(crate) fn languages(&self, name: &str) -> Option<Vec<Lang>> {
        let (site, id) = (&self.renderer.site, self.find(name)?);
        let all = site.settings.languages.iter().copied();
        Some(all.filter(|lang| site.is_set_in(id, *lang)).collect())
    }

    /// Reports, once, where in the content the texts stand that a leaflet would print in some
    /// languages though they are there to be replaced.
    pub(crate) fn report_samples(&mut self, name: &str, languages: &[Lang]) {
        let Some(id) = self.find(name) else { return };
        let text_of = |lang: &Lang| squeezed(&self.renderer.text_of((id, *lang)));
        let printed: Vec<String> = languages.iter().map(text_of).collect();
        let is_printed = |text: &str| printed.iter().any(|printed| printed.contains(text));
        let mut first = None;
        let mut written: Vec<String> = Vec::new();
        let mut places: Vec<(String, Vec<usize>)> = Vec::new();
        for (file, text) in self.sources.all() {
            let mut lines: Vec<usize> = Vec::new();
            for (mark, span) in unfilled::in_file(text) {
                // A name may be left out on purpose.
                if mark == SampleMark::Blank || !is_printed(&squeezed(in_context(mark, text, span)))
                {
                    continue;
                }
                first.get_or_insert(span.of(file));
                let word = text[span.start..span.end].to_owned();
                if !written.contains(&word) {
                    written.push(word);
                }
                let (line, _) = line_column(text, span.start);
                if lines.last() != Some(&line) {
                    lines.push(line);
                }
            }
            if !lines.is_empty() {
                places.push((self.sources.path(file).to_owned(), lines));
            }
        }
        if let Some(first) = first {
            let leaflet = name.to_owned();
            let kind = ProjectFault::SampleOnPaper {
                leaflet,
                written,
                places,
            };
            self.problems.report(Diagnostic::at(first, kind));
        }
    }

    /// Forgets the warnings of samples in the content as a whole, of which a leaflet holds a part.
    pub(crate) fn forget_samples(&mut self) {
        let mut kept = Diagnostics::default();
        let codes = ["text/sample", "text/unfilled"];
        let others = self.problems.as_slice().iter();
        for problem in others.filter(|problem| !codes.contains(&problem.code())) {
            kept.report(problem.clone());
        }
        self.problems = kept;
    }

    /// Writes across the pages of a proof for the press that it is a specimen; whether it could.
    #[must_use]
    pub(crate) fn rehearse(&self, proof: &mut Proof) -> bool {
        let languages: Vec<Lang> = proof.lang.split('-').filter_map(Lang::parse).collect();
        let theme = &self.renderer.theme.theme;
        for pdf in [&mut proof.marked, &mut proof.bare] {
            match press::specimen(pdf, &languages, theme) {
                Some(stamped) => *pdf = stamped,
                None => return false,
            }
        }
        true
    }

    /// Sets a leaflet and looks it through; what is wrong is reported. `None` when it could not
    /// be set.
    pub(crate) fn proof(&mut self, name: &str, lang: Lang) -> Option<Proof> {
        let id = self.find(name)?;
        let site = Arc::clone(&self.renderer.site);
        let [office, press] = [Pdf::Office, Pdf::Print].map(|pdf| site.pdf(id, lang, pdf));
        let (files, _) = self.renderer.leaflet((id, lang), &mut self.problems)?;
        let take = |wanted| {
            files
                .iter()
                .find(|(path, _)| path == wanted)
                .map(|(_, bytes)| bytes.clone())
        };
        let (office_pdf, marked) = (take(&office)?, take(&press)?);
        let bare = press::without_marks(&marked)?;
        let leaflets = LeafletChecks::new(&site);
        let look_through = |pdf, bytes: &[u8], marks| {
            preflight::inspect(bytes, &leaflets.wanted(id, lang, pdf, marks))
        };
        let own = look_through(Pdf::Office, &office_pdf, false);
        let reports = [
            look_through(Pdf::Print, &marked, true),
            look_through(Pdf::Print, &bare, false),
        ];
        let sound = own.passed() && reports.iter().all(Report::passed);
        for (path, report) in [(&office, own), (&press, reports[0].clone())] {
            for problem in leaflets.diagnostics(id, lang, path, report) {
                self.problems.report(problem);
            }
        }
        Some(Proof {
            lang: languages(&office).unwrap_or_else(|| lang.to_string()),
            title: site.leaflet_document(id, lang).plain_title(),
            format: leaflets.format(id),
            date: site.document_date(id),
            sides: leaflets.sides(id),
            office: office_pdf,
            marked,
            bare,
            reports,
            sound,
        })
    }

    /// Sets a sheet of specifications.
    ///
    /// # Errors
    /// What the print engine says of a template that fails, in its own words.
    pub(crate) fn spec(&self, spec: &press::Spec) -> Result<Vec<u8>, String> {
        let printer = self.renderer.theme.printer();
        printer.spec(self.renderer.material(), spec)
    }

    fn find(&self, name: &str) -> Option<LeafletId> {
        let at = self.names().position(|own| own == name)?;
        Some(LeafletId(at))
    }
}

/// A mark with so much of what stands beside it on its line that it is found among printed words.
fn in_context(mark: SampleMark, text: &str, span: Span) -> &str {
    const BESIDE: usize = 8;
    let written = &text[span.start..span.end];
    if matches!(mark, SampleMark::Address | SampleMark::Telephone) {
        let bare = written.split_once("://").map_or(written, |(_, bare)| bare);
        return bare.trim_end_matches('/');
    }
    let ends = |c: char| "\n\r\"'*[]{}|<>`\\".contains(c);
    let after = &text[span.end..];
    let after = &after[..after.find(ends).unwrap_or(after.len())];
    let more: usize = after.chars().take(BESIDE).map(char::len_utf8).sum();
    if !after.trim().is_empty() {
        return &text[span.start..span.end + more];
    }
    let before = &text[..span.start];
    let before = &before[before.rfind(ends).map_or(0, |at| at + 1)..];
    let more: usize = before.chars().rev().take(BESIDE).map(char::len_utf8).sum();
    &text[span.start - more..span.end]
}

/// A text without blanks.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The languages of a PDF as its name tells them: `ja` of `rally.ja.pdf`.
fn languages(pdf: &OutPath) -> Option<String> {
    let (stem, _) = pdf.as_str().rsplit_once('.')?;
    Some(stem.rsplit_once('.')?.1.to_owned())
}
