//! `chirashi new … --translate-from`: the file of a translation, with the original in it.

use std::path::Path;

use super::fault::CliFault;
use super::{Status, new_files, report};
use crate::base::{ContentPath, FileId, Lang, OutPath};
use crate::diagnostic::{Diagnostic, Diagnostics, UiLang};
use crate::model::{self, Docs};
use crate::scaffold::{self, NewFile, TranslationSource};
use crate::site::{self, Original};
use crate::source::{self, FileContent, SiteNames};

/// Writes the file of every language that an original has not been translated into.
pub(super) fn run(
    content: &Path,
    docs: Docs,
    wanted: &NewFile,
    from: &str,
    lang: UiLang,
) -> Status {
    match files(content, docs, wanted, from, lang) {
        Ok(files) => new_files::write(content, &files, lang),
        Err(problem) => report::refuse(vec![*problem], lang),
    }
}

type NewFiles = Vec<(OutPath, Vec<u8>)>;

fn files(
    content: &Path,
    docs: Docs,
    wanted: &NewFile,
    written: &str,
    lang: UiLang,
) -> Result<NewFiles, Box<Diagnostic>> {
    let refused = |begin| Box::new(Diagnostic::of_run(begin));
    let languages = docs.site.languages.clone();
    let from = Lang::parse(written).filter(|from| languages.contains(from) && languages.len() > 1);
    let Some(from) = from else {
        return Err(refused(CliFault::NoLanguage {
            written: written.to_owned(),
            known: languages,
        }));
    };
    let kind = wanted.kind;
    let name = match &wanted.event {
        Some(event) if kind.is_by_event() => format!("{event}/{}", wanted.slug),
        _ => wanted.slug.to_string(),
    };
    let originals = site::translations(docs);
    let of_kind = || {
        originals
            .iter()
            .filter(|o| o.kind == kind && o.lang == from)
    };
    let found = of_kind().find(|original| original.name == name);
    let material =
        found.and_then(|original| Some((original, read(content, original, &languages)?)));
    let Some((original, (entries, doc))) = material else {
        let known = of_kind().map(|original| original.name.clone()).collect();
        return Err(refused(CliFault::NoOriginal { kind, known }));
    };
    let material = TranslationSource {
        kind,
        path: &original.path,
        from,
        entries: &entries,
        body: doc.body(),
        fingerprint: &original.fingerprint,
    };
    let missing = original
        .translations
        .iter()
        .filter(|(_, state)| *state == site::TranslationState::Missing);
    let mut wanted: Vec<Lang> = missing.map(|(lang, _)| *lang).collect();
    if wanted.is_empty() {
        // All are there: writing refuses, and names the files.
        wanted = languages.into_iter().filter(|lang| *lang != from).collect();
    }
    let files = wanted.into_iter();
    Ok(files
        .filter_map(|to| scaffold::translation(&material, to, lang))
        .collect())
}

/// The front matter and the document of an original; its problems are `check`'s to tell.
fn read(
    content: &Path,
    original: &Original,
    languages: &[Lang],
) -> Option<(Vec<source::YamlEntry>, model::Doc)> {
    let path: &ContentPath = &original.path;
    let at = content.join(path.as_str());
    let mut diagnostics = Diagnostics::default();
    match source::read(&at, path, path.as_str(), FileId(0), &mut diagnostics).content {
        FileContent::Page(raw) => {
            let entries = raw.entries.clone()?;
            Some((
                entries,
                model::read(raw, languages, &SiteNames::default(), &mut diagnostics)?,
            ))
        }
        _ => None,
    }
}
