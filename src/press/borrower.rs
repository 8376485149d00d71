//! Finds out which characters of a job the theme's typefaces lack and who lends them, and tells of
//! it where they are written.

use std::collections::{BTreeMap, BTreeSet};

use super::fault::{PressFault, is_emoji};
use super::installed::{Lending, LentFace};
use super::printer::{PrintMaterial, Printer};
use crate::base::{FileId, Lang, Span, line_column};
use crate::cache::CacheKey;
use crate::diagnostic::{Diagnostic, Diagnostics};

/// A job that may need more characters than the theme's typefaces have.
pub(super) struct Borrower<'b> {
    /// What sets it.
    pub printer: &'b Printer,
    /// What it is made from.
    pub material: PrintMaterial<'b>,
    /// Its language.
    pub lang: Lang,
    /// The files that it is made from, its own first.
    pub files: Vec<FileId>,
}

impl Borrower<'_> {
    /// Who lends what some jobs lack; `None` when nobody has a character, which is reported. Of a
    /// file in which such characters stand everything is told at once, so that each sheet that is
    /// made from it tells the same, which is reported once.
    pub(super) fn lending(
        &self,
        jobs: &[String],
        diagnostics: &mut Diagnostics,
    ) -> Option<Lending> {
        let covered = self.printer.covered(self.material.theme);
        let missing: BTreeSet<char> = jobs.iter().flat_map(|job| covered.missing(job)).collect();
        if missing.is_empty() {
            return Some(Lending::default());
        }
        let lending = self.printer.lend(self.material, missing, self.lang);
        self.report_missing(&lending.none, diagnostics);
        let sources = self.material.sources;
        let places = lending
            .of
            .keys()
            .map(|c| sources.find_char(&self.files, *c));
        let files: BTreeSet<FileId> = places.flatten().map(|place| place.file).collect();
        for file in files {
            let own = covered.missing(&covered.with_equals(sources.text(file).to_owned()));
            let own = self.printer.lend(self.material, own, self.lang);
            let mut families: BTreeMap<&str, Vec<char>> = BTreeMap::new();
            for (c, family) in &own.of {
                families.entry(family).or_default().push(*c);
            }
            let text = sources.text(file);
            for (family, mut glyphs) in families {
                glyphs.sort_by_key(|c| text.find(*c));
                let glyphs: String = glyphs.into_iter().collect();
                let mut faces = own.faces.iter().rev();
                let face = faces.find(|face| face.family == family);
                let kind = PressFault::LentFace {
                    family: family.to_owned(),
                    file: face.map_or_else(String::new, LentFace::file_name),
                    glyphs: glyphs.clone(),
                };
                if let Some(c) = glyphs.chars().next() {
                    diagnostics.report(match sources.find_char(&[file], c) {
                        Some(place) => Diagnostic::at(place, kind),
                        None => Diagnostic::in_file(file, kind),
                    });
                }
            }
        }
        lending.none.is_empty().then_some(lending)
    }

    /// Reports characters that nobody has: those of one line together, where the first of them
    /// stands.
    fn report_missing(&self, none: &BTreeSet<char>, diagnostics: &mut Diagnostics) {
        let sources = self.material.sources;
        let mut lines: BTreeMap<(FileId, usize, bool), Vec<(Span, char)>> = BTreeMap::new();
        let mut unplaced = none.clone();
        let forbidden = !self.material.site.settings.borrows_faces;
        let places = none
            .iter()
            .filter_map(|c| sources.find_char(&self.files, *c));
        let files: BTreeSet<FileId> = places.map(|place| place.file).collect();
        for file in files {
            let text = sources.text(file);
            let covered = self.printer.covered(self.material.theme);
            let missing = covered.missing(&covered.with_equals(text.to_owned()));
            for c in self.printer.lend(self.material, missing, self.lang).none {
                if let Some(place) = sources.find_char(&[file], c) {
                    let (line, _) = line_column(text, place.span.start);
                    let own = lines.entry((file, line, is_emoji(c))).or_default();
                    own.push((place.span, c));
                    unplaced.remove(&c);
                }
            }
        }
        for ((file, ..), mut found) in lines {
            found.sort_by_key(|(span, _)| span.start);
            if let Some((first, _)) = found.first()
                && found.iter().any(|(_, c)| none.contains(c))
            {
                let glyphs = found.iter().map(|(_, c)| *c).collect();
                let kind = PressFault::MissingGlyphs { glyphs, forbidden };
                diagnostics.report(Diagnostic::at(first.of(file), kind));
            }
        }
        if !unplaced.is_empty() {
            let kind = PressFault::MissingGlyphs {
                glyphs: unplaced.into_iter().collect(),
                forbidden,
            };
            diagnostics.report(match self.files.first() {
                Some(file) => Diagnostic::in_file(*file, kind),
                None => Diagnostic::of_run(kind),
            });
        }
    }
}

impl Lending {
    /// A key that is another when other faces lend.
    pub(super) fn key(&self, key: CacheKey) -> CacheKey {
        self.faces.iter().fold(key, |key, face| {
            key.with(face.path.to_string_lossy().as_bytes())
                .with(face.index.to_be_bytes())
                .with(face.length.to_be_bytes())
        })
    }
}
