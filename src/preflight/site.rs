//! Preflight of a site's leaflets: which PDFs there should be, and what each has to be.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::fault::{Finding, Reader};
use super::passages::Statements;
use super::{Report, Wanted, inspect_once};
use crate::base::format::Side;
use crate::base::{Edition, Format, Lang, OutPath, QrChoice};
use crate::cache::Cache;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::text::{Block, blocks_with_struck, plain, plain_blocks, with_struck};
use crate::site::{
    CallToAction, ChartText, FigureText, Leaflet, LeafletId, PageRef, PanelEntry, Pdf, Site,
    Target, plan,
};

/// How far colour runs over the cut, in millimetres.
const BLEED: f64 = 3.0;

/// What it takes to look at the leaflets of a site.
pub(crate) struct LeafletChecks<'s> {
    site: &'s Site,
    /// By the languages of a leaflet: mostly one, both of a leaflet in two.
    said: BTreeMap<Vec<Lang>, Arc<Statements>>,
}

/// Looks at every leaflet among some files, on all cores, and reports what would go wrong.
pub(crate) fn check(
    site: &Site,
    files: &BTreeMap<OutPath, Vec<u8>>,
    cache: &Cache,
    diagnostics: &mut Diagnostics,
) {
    let leaflets = LeafletChecks::new(site);
    let mut jobs = Vec::new();
    for (id, lang) in site.leaflet_versions() {
        for pdf in [Pdf::Office, Pdf::Print] {
            let path = site.pdf(id, lang, pdf);
            if let Some(bytes) = files.get(&path) {
                jobs.push((id, lang, pdf, path, bytes));
            }
        }
    }
    let found: Vec<Vec<Diagnostic>> = jobs
        .par_iter()
        .map(|(id, lang, pdf, path, bytes)| {
            let report = inspect_once(bytes, &leaflets.wanted(*id, *lang, *pdf, true), cache);
            leaflets.diagnostics(*id, *lang, path, report)
        })
        .collect();
    for problem in found.into_iter().flatten() {
        diagnostics.report(problem);
    }
}

impl<'s> LeafletChecks<'s> {
    /// Prepares for the leaflets of a site.
    #[must_use]
    pub(crate) fn new(site: &'s Site) -> Self {
        let one = site.settings.languages.iter().map(|lang| vec![*lang]);
        let two = site
            .leaflets
            .iter()
            .filter_map(|leaflet| two_languages(leaflet));
        let mut said = BTreeMap::new();
        for languages in one.chain(two) {
            said.entry(languages)
                .or_insert_with_key(|languages| Arc::new(self::said(site, languages)));
        }
        Self { site, said }
    }

    /// What a leaflet's PDF has to be; `marks` tells whether a print shop's has them.
    #[must_use]
    pub(crate) fn wanted(&self, id: LeafletId, lang: Lang, pdf: Pdf, marks: bool) -> Wanted {
        let format = self.format(id);
        let sides = self.sides(id);
        let two = two_languages(self.site.leaflet(id));
        let languages = two.unwrap_or_else(|| vec![lang]);
        Wanted {
            reader: match pdf {
                Pdf::Office => Reader::Office,
                Pdf::Print => Reader::Press,
            },
            trim: format.trim(),
            bleed: BLEED,
            marks,
            pages: if self.flows(id) { 1 } else { sides.len() },
            flows: self.flows(id),
            folds: sides.iter().map(|side| side.folds().collect()).collect(),
            black: self.is_black(id),
            language: lang.to_string(),
            addresses: (languages.iter())
                .flat_map(|lang| self.addresses(id, *lang))
                .collect(),
            statements: self.said.get(&languages).cloned().unwrap_or_default(),
        }
    }

    /// Whether a leaflet takes as many pages as its text needs.
    fn flows(&self, id: LeafletId) -> bool {
        self.site.leaflet(id).flows()
    }

    /// Whether a leaflet is for a duplicator, which has black ink alone.
    fn is_black(&self, id: LeafletId) -> bool {
        self.site.leaflet(id).edition() == Edition::Mono
    }

    /// A leaflet's format; those that nobody composed are one side of A4.
    #[must_use]
    pub(crate) fn format(&self, id: LeafletId) -> Format {
        self.site.leaflet(id).paper()
    }

    /// The sides of a leaflet that are printed.
    #[must_use]
    pub(crate) fn sides(&self, id: LeafletId) -> &'static [Side] {
        self.site.leaflet(id).sides()
    }

    /// Whether a leaflet holds the call, with which its QR code stands: one whose panels staff filled
    /// may do without.
    fn asks(&self, id: LeafletId, lang: Lang) -> bool {
        let Some(composed) = self.site.leaflet(id).composed() else {
            return true;
        };
        let always = composed.flows() || composed.format == Format::SignatureSheet;
        always || {
            let panels = plan::plan(self.site, composed, lang);
            panels
                .iter()
                .any(|own| own.entries.contains(&PanelEntry::Call))
        }
    }

    /// Where the QR codes of a leaflet lead in a language: to the request, to the page that the
    /// leaflet is made from, or to both, as staff chose.
    fn addresses(&self, id: LeafletId, lang: Lang) -> Vec<String> {
        if !self.asks(id, lang) {
            return Vec::new();
        }
        let settings = &self.site.settings;
        let own = self.site.made_from(id).unwrap_or(PageRef::Home);
        let base = settings.base_url.as_ref();
        let page = base.map(|base| base.join(self.site.address(own, lang)));
        let asks = |call: &CallToAction| call.text.get(lang).and(call.url.clone());
        let call = settings.call_to_action.as_ref().and_then(asks);
        let composed = self.site.leaflet(id).composed();
        match composed.map(|own| own.qr).unwrap_or_default() {
            QrChoice::Call => call.or(page).into_iter().collect(),
            QrChoice::Page => page.into_iter().collect(),
            QrChoice::Both => call.into_iter().chain(page).collect(),
        }
    }

    /// The faults of a report as problems of the leaflet's own file.
    #[must_use]
    pub(crate) fn diagnostics(
        &self,
        id: LeafletId,
        lang: Lang,
        path: &OutPath,
        report: Report,
    ) -> Vec<Diagnostic> {
        let name = path.as_str().rsplit('/').next().unwrap_or_default();
        let file = self.site.leaflet_document(id, lang).file;
        let problem = |(page, fault)| {
            let pdf = name.to_owned();
            Diagnostic::in_file(file, Finding { pdf, page, fault })
        };
        report.faults.into_iter().map(problem).collect()
    }
}

/// The languages of a leaflet that has one on each side.
fn two_languages(leaflet: &Leaflet) -> Option<Vec<Lang>> {
    Some(leaflet.languages().to_vec()).filter(|all| !all.is_empty())
}

/// What was said in some languages, and what else the site says in them.
fn said(site: &Site, languages: &[Lang]) -> Statements {
    let (mut statements, mut others) = (Vec::new(), Vec::new());
    for lang in languages {
        gather(site, *lang, &mut statements, &mut others);
    }
    Statements::new(
        statements.iter().map(String::as_str),
        others.iter().map(String::as_str),
    )
}

/// Gathers what speakers say in a language, and what else the site says in it.
fn gather(site: &Site, lang: Lang, statements: &mut Vec<String>, others: &mut Vec<String>) {
    for speaker in &site.statements {
        let text = speaker.texts.for_reader(lang).text;
        statements.extend(text.summary.as_ref().map(|summary| plain(summary)));
        told(&text.body.intro, statements);
        for section in &text.body.sections {
            told(&section.blocks, statements);
        }
    }
    for speaker in &site.statements {
        let text = speaker.texts.for_reader(lang).text;
        others.push(plain(&text.title));
        others.extend(text.pull.as_ref().map(|pull| plain(pull)));
        others.extend(figures(&text.figures));
        others.extend(charts(&text.charts));
        for section in &text.body.sections {
            others.push(plain(&section.heading));
            others.push(with_struck(&section.heading));
        }
    }
    for topic in &site.topics {
        let text = topic.texts.for_reader(lang).text;
        others.push(text.name.clone());
        others.push(plain(&text.summary));
        others.extend(text.hook.as_ref().map(|hook| plain(hook)));
        others.extend(figures(&text.figures));
        others.extend(charts(&text.charts));
        others.push(body(&text.body));
    }
    for event in &site.events {
        let text = event.texts.for_reader(lang).text;
        others.push(text.name.clone());
        others.extend(figures(&text.figures));
        others.extend(charts(&text.charts));
        others.push(body(&text.body));
    }
    for leaflet in &site.leaflets {
        if let Some(composed) = leaflet.composed() {
            let text = composed.texts.for_reader(lang).text;
            others.push(plain(&text.title));
            others.extend(text.hook.as_ref().map(|hook| plain(hook)));
            others.extend(figures(&text.figures));
            others.extend(charts(&text.charts));
            others.push(body(&text.body));
        }
    }
}

/// What figures say: each number with its caption, as they follow each other on paper, and its source.
fn figures(all: &[FigureText]) -> impl Iterator<Item = String> + '_ {
    all.iter().flat_map(|figure| {
        let [value, caption] = [&figure.value, &figure.caption].map(|line| plain(line));
        let source = figure.source.as_deref().map(plain).unwrap_or_default();
        [format!("{value}\n{caption}"), caption, source]
    })
}

/// What charts say: title, rows and source.
fn charts(all: &[ChartText]) -> impl Iterator<Item = String> + '_ {
    all.iter().flat_map(|chart| {
        let rows = chart.rows.iter();
        let rows = rows.flat_map(|row| {
            let label = plain(&row.label);
            [
                format!("{label}\n{}", row.value),
                format!("{}\n{label}", row.value),
            ]
        });
        let source = chart.source.as_deref().map(plain);
        let title = std::iter::once(plain(&chart.title));
        title.chain(rows).chain(source).collect::<Vec<_>>()
    })
}

/// Notes what some blocks say: paper strikes out what is struck out, and leaves it out where it quotes.
fn told(blocks: &[Block<Target>], all: &mut Vec<String>) {
    let (left, whole) = (plain_blocks(blocks), blocks_with_struck(blocks));
    if whole != left {
        all.push(whole);
    }
    all.push(left);
}

fn body(text: &crate::site::Text) -> String {
    let mut all = blocks_with_struck(&text.intro);
    for section in &text.sections {
        all.push('\n');
        all.push_str(&with_struck(&section.heading));
        all.push('\n');
        all.push_str(&blocks_with_struck(&section.blocks));
    }
    all
}
