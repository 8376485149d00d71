//! The files of a theme: the default one's in the binary, with a folder of the staff's own laid over them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::SourceFault;

static DEFAULT: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// Themes that come with the program, to be laid over the default one, by name: a few small files each.
static BUNDLED: [(&str, Dir<'static>); 1] =
    [("dads", include_dir!("$CARGO_MANIFEST_DIR/themes/dads"))];

/// The files of a theme that comes with the program, with its name as shown to people.
pub(crate) fn bundled(name: &str) -> Option<(String, BTreeMap<String, Vec<u8>>)> {
    let (_, dir) = BUNDLED.iter().find(|(own, _)| *own == name)?;
    let mut files = BTreeMap::new();
    collect(dir, &mut files);
    let files = files.into_iter();
    let files = files.map(|(path, bytes)| (path, bytes.into_owned()));
    Some((format!("themes/{name}"), files.collect()))
}

/// Endings of files that have to be text.
const TEXTS: [&str; 6] = [".html", ".css", ".js", ".yaml", ".typ", ".txt"];

/// Every file of a theme, by its path in the theme's folder.
#[derive(Debug)]
pub(crate) struct ThemeFiles {
    files: BTreeMap<String, Cow<'static, [u8]>>,
    /// The folder of the overlay as shown to people, and the files that come from it.
    overlay: Option<(String, Vec<String>)>,
}

impl ThemeFiles {
    /// The default theme's, and over them those of `overlay` (its name as shown to people, and
    /// its files by path).
    pub(super) fn new(
        overlay: Option<(String, BTreeMap<String, Vec<u8>>)>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let mut files = BTreeMap::new();
        collect(&DEFAULT, &mut files);
        let overlay = overlay.map(|(name, own)| {
            let names = own.keys().cloned().collect();
            for (path, bytes) in own {
                let is_text = TEXTS.iter().any(|ending| path.ends_with(ending));
                if is_text && std::str::from_utf8(&bytes).is_err() {
                    let kind = SourceFault::NotUtf8;
                    diagnostics.report(Diagnostic::at_path(format!("{name}/{path}"), kind));
                } else {
                    files.insert(path, Cow::Owned(bytes));
                }
            }
            (name, names)
        });
        Self { files, overlay }
    }

    /// A text of the default theme, whatever is laid over it.
    pub(super) fn default_text(path: &str) -> &'static str {
        let file = DEFAULT.get_file(path);
        file.and_then(include_dir::File::contents_utf8)
            .unwrap_or_default()
    }

    /// Whether a file comes from the staff's own folder.
    pub(crate) fn is_own(&self, path: &str) -> bool {
        let own = self.overlay.as_ref().map(|(_, own)| own);
        own.is_some_and(|own| own.iter().any(|p| p == path))
    }

    /// The text of a file.
    #[must_use]
    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        std::str::from_utf8(self.bytes(path)?).ok()
    }

    /// The bytes of a file.
    #[must_use]
    pub(crate) fn bytes(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(AsRef::as_ref)
    }

    /// The text files below a folder (named with its `/`), by path.
    pub(crate) fn texts<'t>(&'t self, folder: &'t str) -> impl Iterator<Item = (&'t str, &'t str)> {
        self.files
            .range(folder.to_owned()..)
            .take_while(move |(path, _)| path.starts_with(folder))
            .filter_map(|(path, bytes)| Some((path.as_str(), std::str::from_utf8(bytes).ok()?)))
    }

    /// The files below a folder (named with its `/`), by path.
    pub(crate) fn files<'t>(
        &'t self,
        folder: &'t str,
    ) -> impl Iterator<Item = (&'t str, &'t [u8])> {
        self.files
            .range(folder.to_owned()..)
            .take_while(move |(path, _)| path.starts_with(folder))
            .map(|(path, bytes)| (path.as_str(), bytes.as_ref()))
    }

    /// Where people find a file of the theme: in their own folder, or in the default theme.
    #[must_use]
    pub(crate) fn shown(&self, path: &str) -> String {
        match &self.overlay {
            Some((folder, _)) if self.is_own(path) => format!("{folder}/{path}"),
            _ => format!("themes/default/{path}"),
        }
    }

    /// Whether a folder of the staff's own is laid over the default theme.
    pub(super) const fn has_overlay(&self) -> bool {
        self.overlay.is_some()
    }

    /// Where people would write a file of the theme: in their own folder, if they have one.
    #[must_use]
    pub(crate) fn staffs(&self, path: &str) -> String {
        let folder = self
            .overlay
            .as_ref()
            .map_or("themes/default", |(folder, _)| folder);
        format!("{folder}/{path}")
    }
}

fn collect(dir: &'static Dir<'static>, files: &mut BTreeMap<String, Cow<'static, [u8]>>) {
    for file in dir.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        files.insert(path, Cow::Borrowed(file.contents()));
    }
    dir.dirs().for_each(|dir| collect(dir, files));
}
