//! The print engine: typst in process. Nothing outside this file and its folder names it.
//!
//! A job reaches the templates as `/job.json`: data, never markup to evaluate. It is laid out
//! once; each PDF is one view of that layout (`plates`).

mod drawing;
mod engine_job;
mod fill;
mod metadata;
mod plates;
mod raster;
mod typefaces;

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::tone::Plate;
use crate::base::Lang;
use crate::theme::is_display_face;
pub(super) use engine_job::EngineJob;
use engine_job::file_id;
pub(super) use fill::Fill;
pub(super) use raster::Raster;
pub(super) use typefaces::Typefaces;

/// Fonts and templates, loaded once and shared by all threads.
pub(super) struct PrintEngine {
    library: LazyHash<Library>,
    typefaces: Arc<Typefaces>,
    families: Vec<FontFamily>,
    /// Family and weight of each file's first face, by path.
    faces: BTreeMap<String, (String, u16)>,
    sources: HashMap<FileId, Source>,
    done: AtomicUsize,
}

/// A family of the fonts, and for which language it is kept: the folder of `fonts/` it lies in.
struct FontFamily {
    name: String,
    folder: Option<String>,
}

/// A leaflet that has been laid out.
pub(super) struct Layout(PagedDocument);

/// What is wrong in a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct EngineError {
    /// The template's path in the theme, and the byte at which the fault stands.
    pub at: Option<(String, usize)>,
    /// The engine's own words.
    pub reason: String,
}

/// Which PDF is exported.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Export<'p> {
    /// For screens and offices: PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2), tagged, RGB.
    Office,
    /// For print shops: PDF 1.6 without tags and links, CMYK, the page wider on every side by
    /// so many millimetres than its trim, with the pictures that a press prints in the place of others.
    Press(f64, &'p [Plate]),
}

/// How the folders begin in which each of several jobs sees the templates.
const COPY: &str = "copy-";
/// The folder of the theme that holds the templates.
const FOLDER: &str = "print/";

impl PrintEngine {
    /// Loads fonts (path in the theme, OpenType file) and templates (path in the theme, text).
    pub(super) fn new<'t>(
        files: impl Iterator<Item = (&'t str, &'t [u8])>,
        templates: impl Iterator<Item = (&'t str, &'t str)>,
    ) -> Self {
        let (mut fonts, mut families) = (Vec::new(), Vec::<FontFamily>::new());
        let mut faces = BTreeMap::new();
        for (path, file) in files {
            let folder = path.split('/').rev().nth(1).filter(|name| *name != "fonts");
            for font in Font::iter(Bytes::new(file.to_vec())) {
                let info = font.info();
                let name = &info.family;
                let weight = info.variant.weight.to_number();
                faces
                    .entry(path.to_owned())
                    .or_insert_with(|| (name.clone(), weight));
                if !is_display_face(path) && families.iter().all(|known| known.name != *name) {
                    families.push(FontFamily {
                        name: name.clone(),
                        folder: folder.map(str::to_owned),
                    });
                }
                fonts.push(font);
            }
        }
        let sources = templates
            .filter_map(|(path, text)| {
                let id = file_id(path.strip_prefix(FOLDER)?)?;
                Some((id, Source::new(id, text.to_owned())))
            })
            .collect();
        Self {
            library: LazyHash::new(Library::default()),
            typefaces: Arc::new(Typefaces::new(fonts)),
            families,
            faces,
            sources,
            done: AtomicUsize::new(0),
        }
    }

    /// The families of the fonts for a text in a language, each once: those in the language's
    /// own folder, those in none, and at last those of other languages, which lend a character
    /// that no other has.
    pub(super) fn families(&self, lang: Lang) -> Vec<String> {
        let rank = |family: &&FontFamily| match family.folder.as_deref() {
            Some(folder) if folder == lang.as_str() => 0,
            Some(folder) if folder == lang.base() => 1,
            None => 2,
            Some(_) => 3,
        };
        let mut all: Vec<&FontFamily> = self.families.iter().collect();
        all.sort_by_key(rank);
        all.into_iter().map(|family| family.name.clone()).collect()
    }

    /// Family and weight of the face in a file of the theme.
    pub(super) fn face(&self, path: &str) -> Option<(String, u16)> {
        self.faces.get(path).cloned()
    }

    /// The typefaces with more of them: font files, each with the places of the faces in it.
    pub(super) fn with_more(&self, files: Vec<(Vec<u8>, Vec<u32>)>) -> Typefaces {
        self.typefaces.with_more(files)
    }

    /// Lays out one job.
    pub(super) fn lay_out(&self, engine_job: EngineJob) -> Result<Layout, Vec<EngineError>> {
        let template = &engine_job.template;
        let missing = || {
            vec![EngineError {
                at: None,
                reason: template.clone(),
            }]
        };
        let main = file_id(template)
            .filter(|id| self.sources.contains_key(id))
            .ok_or_else(missing)?;
        Self::compile(&JobWorld {
            engine: self,
            typefaces: engine_job.typefaces.clone(),
            main,
            jobs: engine_job.beside("").collect(),
            written: HashMap::new(),
        })
    }

    /// Lays out several jobs as one document, one after the other, each with its template. A
    /// job sees the templates in a folder of its own, so that each reads its own data.
    pub(super) fn lay_out_all(
        &self,
        jobs: impl Iterator<Item = EngineJob>,
    ) -> Result<Layout, Vec<EngineError>> {
        let unnamed = |reason: &str| {
            vec![EngineError {
                at: None,
                reason: reason.to_owned(),
            }]
        };
        let mut text = String::new();
        let (mut written, mut data) = (HashMap::new(), HashMap::new());
        let mut typefaces = None;
        for (at, engine_job) in jobs.enumerate() {
            typefaces = typefaces.or_else(|| engine_job.typefaces.clone());
            let folder = format!("{COPY}{at}/");
            let _ = writeln!(text, "#include \"{folder}{}\"", engine_job.template);
            for (id, source) in &self.sources {
                let path = format!("{folder}{}", id.vpath().get_without_slash());
                if let Some(id) = file_id(&path) {
                    written.insert(id, Source::new(id, source.text().to_owned()));
                }
            }
            data.extend(engine_job.beside(&folder));
        }
        let main = file_id("both.typ").ok_or_else(|| unnamed("both.typ"))?;
        written.insert(main, Source::new(main, text));
        Self::compile(&JobWorld {
            engine: self,
            typefaces,
            main,
            jobs: data,
            written,
        })
    }

    fn compile(world: &JobWorld<'_>) -> Result<Layout, Vec<EngineError>> {
        typst::compile(world)
            .output
            .map(Layout)
            .map_err(|errors| errors.iter().map(|e| fault(world, e)).collect())
    }

    /// Writes a layout as PDF.
    pub(super) fn export(
        layout: &Layout,
        name: &str,
        export: Export<'_>,
    ) -> Result<Vec<u8>, Vec<EngineError>> {
        let plain = |reason: String| vec![EngineError { at: None, reason }];
        let standards: &[PdfStandard] = match export {
            Export::Office => &[PdfStandard::Ua_1, PdfStandard::A_2a],
            Export::Press(..) => &[PdfStandard::V_1_6],
        };
        let options = PdfOptions {
            ident: Smart::Custom(name.to_owned()),
            creator: Smart::Custom(Some("chirashi".to_owned())),
            standards: PdfStandards::new(standards).map_err(|e| plain(e.message().to_string()))?,
            tagged: export == Export::Office,
            ..PdfOptions::default()
        };
        let document = match export {
            Export::Office => plates::office(&layout.0),
            Export::Press(around, pictures) => {
                plates::press(&layout.0, around, pictures).map_err(plain)?
            }
        };
        typst_pdf::pdf(&document, &options).map_err(|errors| {
            errors
                .iter()
                .map(|e| EngineError {
                    at: None,
                    reason: e.message.to_string(),
                })
                .collect()
        })
    }

    /// To be called when a leaflet is done: now and then forgets what was remembered for
    /// leaflets done long ago, which keeps memory low.
    pub(super) fn tidy(&self) {
        const OFTEN: usize = 2;
        if self.done.fetch_add(1, Ordering::Relaxed) % OFTEN == OFTEN - 1 {
            comemo::evict(1);
        }
    }

    /// To be called when all leaflets are done: every engine forgets what it remembered.
    pub(super) fn rest() {
        comemo::evict(0);
    }
}

impl Layout {
    /// Its pages as pictures, so many pixels wide.
    pub(super) fn pictures(&self, wide: u32) -> Vec<Raster> {
        raster::pages(&self.0, wide)
    }

    /// How many pages it has.
    pub(super) fn pages(&self) -> usize {
        self.0.pages().len()
    }

    /// How full each panel is.
    pub(super) fn fills(&self) -> Vec<Fill> {
        fill::told(&self.0)
    }

    /// Whether the template had room for the drawing.
    pub(super) fn has_drawing(&self) -> bool {
        !metadata::told(&self.0, "drawing").is_empty()
    }
}

fn fault(world: &JobWorld<'_>, error: &SourceDiagnostic) -> EngineError {
    let at = error
        .span
        .id()
        .zip(world.range(error.span))
        .map(|(id, range)| {
            let path = id.vpath().get_without_slash();
            let copied = path
                .strip_prefix(COPY)
                .and_then(|rest| rest.split_once('/'));
            let path = copied.map_or(path, |(_, path)| path);
            (format!("{FOLDER}{path}"), range.start)
        });
    EngineError {
        at,
        reason: error.message.to_string(),
    }
}

/// The one door through which the engine sees the world: the shared files and one job.
struct JobWorld<'e> {
    engine: &'e PrintEngine,
    /// The typefaces, when there are more than those of the theme.
    typefaces: Option<Arc<Typefaces>>,
    main: FileId,
    jobs: HashMap<FileId, Bytes>,
    /// Sources that are no templates of the theme.
    written: HashMap<FileId, Source>,
}

impl JobWorld<'_> {
    fn typefaces(&self) -> &Typefaces {
        self.typefaces.as_deref().unwrap_or(&self.engine.typefaces)
    }
}

impl World for JobWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.engine.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.typefaces().book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let not_found = || FileError::NotFound(id.vpath().get_with_slash().into());
        let found = self
            .written
            .get(&id)
            .or_else(|| self.engine.sources.get(&id));
        found.cloned().ok_or_else(not_found)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if let Some(job) = self.jobs.get(&id) {
            return Ok(job.clone());
        }
        self.source(id)
            .map(|source| Bytes::from_string(source.text().to_owned()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.typefaces().fonts.get(index).cloned()
    }

    /// There is no clock: the same input gives the same bytes.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
