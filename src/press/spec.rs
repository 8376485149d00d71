//! The sheet of specifications that goes to a print shop with a leaflet (入稿仕様書), set by the
//! same engine as the leaflet.

use serde::Serialize;

use super::engine::{EngineJob, Export, PrintEngine};
use super::printer::Printer;
use crate::base::{Lang, LocaleData};
use crate::theme::Theme;

/// What a sheet of specifications says; all words are ready to be read.
#[derive(Debug, Clone, Serialize)]
pub struct Spec {
    /// The language.
    pub lang: Lang,
    /// The document's title.
    pub title: String,
    /// What it is about.
    pub subject: String,
    /// Label and value.
    pub rows: Vec<(String, String)>,
    /// A title over the diagrams.
    pub diagrams: String,
    /// The sides of the paper.
    pub sides: Vec<SideDrawing>,
    /// A title over what preflight found.
    pub checks: String,
    /// What was looked at, what was found, and whether it is good.
    pub found: Vec<(String, String, bool)>,
    /// The document's date: year, month, day.
    pub date: (i16, i8, i8),
}

/// A side of the paper as it is drawn; lengths in millimetres.
#[derive(Debug, Clone, Serialize)]
pub struct SideDrawing {
    /// What it is called.
    pub name: String,
    /// Width and height of the trim.
    pub trim: (f64, f64),
    /// Panels from left to right: name and width.
    pub panels: Vec<(String, f64)>,
}

/// A job for the engine.
#[derive(Serialize)]
struct SpecJob<'j> {
    fonts: Vec<String>,
    locale: LocaleData,
    spec: &'j Spec,
}

impl Printer {
    /// Sets a sheet of specifications.
    ///
    /// # Errors
    /// What the print engine says of a template that fails, in its own words.
    pub(crate) fn spec(&self, theme: &Theme, spec: &Spec) -> Result<Vec<u8>, String> {
        let engine = self.engine(theme);
        let job = SpecJob {
            fonts: engine.families(spec.lang),
            locale: LocaleData::of(spec.lang),
            spec,
        };
        let job = serde_json::to_vec(&job).map_err(|error| error.to_string())?;
        let first = |faults: Vec<super::engine::EngineError>| {
            faults
                .into_iter()
                .next()
                .map(|fault| fault.reason)
                .unwrap_or_default()
        };
        let sheaf = EngineJob {
            template: "spec.typ".to_owned(),
            job,
            files: Vec::new(),
            typefaces: None,
        };
        let layout = engine.lay_out(sheaf).map_err(first)?;
        PrintEngine::export(&layout, &spec.title, Export::Office).map_err(first)
    }
}
