//! The sheet of specifications that goes to a print shop with a leaflet (入稿仕様書), set by the
//! same engine as the leaflet.

use serde::Serialize;

use super::engine::{EngineJob, Export, PrintEngine};
use super::printer::{PrintMaterial, Printer};
use crate::base::{Lang, LocaleData};

/// What a sheet of specifications says; all words are ready to be read.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Spec {
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
pub(crate) struct SideDrawing {
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
    pub(crate) fn spec(&self, material: PrintMaterial<'_>, spec: &Spec) -> Result<Vec<u8>, String> {
        let theme = material.theme;
        let (engine, covered) = (self.engine(theme), self.covered(theme));
        let job = |fonts| {
            let job = SpecJob {
                fonts,
                locale: LocaleData::of(spec.lang),
                spec,
            };
            let job = serde_json::to_string(&job).map_err(|error| error.to_string())?;
            Ok::<_, String>(covered.with_equals(job))
        };
        let missing = covered.missing(&job(Vec::new())?);
        let lending = self.lend(material, missing, spec.lang);
        let typefaces = self.typefaces(theme, &lending);
        let mut families = engine.families(spec.lang);
        families.extend(typefaces.iter().flat_map(|own| own.more.clone()));
        let first = |faults: Vec<super::engine::EngineError>| {
            faults
                .into_iter()
                .next()
                .map(|fault| fault.reason)
                .unwrap_or_default()
        };
        let engine_job = EngineJob {
            template: "spec.typ".to_owned(),
            job: job(families)?.into_bytes(),
            files: Vec::new(),
            typefaces,
        };
        let layout = engine.lay_out(engine_job).map_err(first)?;
        PrintEngine::export(&layout, &spec.title, Export::Office).map_err(first)
    }
}
