//! What the site looks like — the default theme in the binary, with a folder of the
//! staff's own laid over it.

pub(crate) mod custom_properties;
mod faces;
mod fault;
mod files;
mod manifest;
pub(crate) mod palette;
mod words;

use std::collections::BTreeMap;
use std::ops::Deref;

use crate::base::Lang;
use crate::diagnostic::Diagnostics;
pub(crate) use faces::{is_display_face, is_face};
pub(crate) use fault::ThemeFault;
pub(crate) use files::{ThemeFiles, bundled};
pub(crate) use manifest::{PictureSizes, ThemeManifest};
pub(crate) use palette::Palette;
pub(crate) use palette::PaperColour;
pub(crate) use words::Words;

/// A theme: its files, and what was read of them.
#[derive(Debug)]
pub(crate) struct Theme {
    files: ThemeFiles,
    words: Vec<(Lang, Words)>,
    manifest: ThemeManifest,
}

impl Deref for Theme {
    type Target = ThemeFiles;

    fn deref(&self) -> &ThemeFiles {
        &self.files
    }
}

impl Theme {
    /// The default theme, overlaid with the files of `overlay` (its name as shown to people,
    /// and its files by path). Words are prepared for `languages`.
    #[must_use]
    pub(crate) fn new(
        overlay: Option<(String, BTreeMap<String, Vec<u8>>)>,
        languages: &[Lang],
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let files = ThemeFiles::new(overlay, diagnostics);
        Self {
            manifest: manifest::read(&files, diagnostics),
            words: words::load(&files, languages, diagnostics),
            files,
        }
    }

    /// What `theme.yaml` says.
    #[must_use]
    pub(crate) const fn manifest(&self) -> &ThemeManifest {
        &self.manifest
    }

    /// The style sheets and scripts of a list in the manifest, and then those files of `folder`
    /// with this ending that are the staff's own and stand in no list, by name.
    pub(crate) fn listed<'t>(
        &'t self,
        list: &'t [String],
        folder: &'t str,
        ending: &'t str,
    ) -> impl Iterator<Item = (&'t str, &'t str)> {
        let manifest = &self.manifest;
        let lists = [
            &manifest.page_styles,
            &manifest.leaflet_styles,
            &manifest.scripts,
        ];
        let own = self
            .texts(folder)
            .map(|(path, _)| path)
            .filter(move |path| {
                path.ends_with(ending)
                    && self.is_own(path)
                    && !lists.iter().any(|list| list.iter().any(|l| l == path))
            });
        list.iter()
            .map(String::as_str)
            .chain(own)
            .filter_map(|path| Some((path, self.text(path)?)))
    }

    /// The words of the interface in a language of the site.
    #[must_use]
    pub(crate) fn words(&self, lang: Lang) -> &Words {
        static NONE: Words = Words::none();
        self.words
            .iter()
            .find(|(l, _)| *l == lang)
            .map_or(&NONE, |(_, words)| words)
    }
}
