//! What to tell where a site's settings are missing.

use std::path::Path;

use super::fault::ProjectFault;
use super::pictures::shown;
use crate::base::{ContentPath, DocKind};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::{self, SourceFault};

/// What to tell of a content folder without `site.yaml` that holds these files; nothing where one
/// of them is `site.yaml` under another name, which is told of that file.
pub(super) fn no_site<'p>(
    content: &Path,
    mut files: impl Iterator<Item = &'p ContentPath> + Clone,
) -> Option<Diagnostic> {
    let is_settings = |path: &ContentPath| {
        source::is_settings_misnamed(path.as_str()) || source::is_settings_copy(path.as_str())
    };
    if files.clone().any(is_settings) {
        return None;
    }
    let is_content = |path: &ContentPath| {
        let folder = path.as_str().split_once('/');
        folder.is_some_and(|(folder, _)| DocKind::of_folder(folder).is_some())
    };
    let place = shown(content);
    Some(if files.any(is_content) {
        Diagnostic::at_path(format!("{place}/site.yaml"), ProjectFault::NoSite)
    } else {
        let near = source::campaign_near(content);
        Diagnostic::at_path(place, ProjectFault::NoCampaign { near })
    })
}

/// Why [`survey`](super::survey) found no site.
#[must_use]
pub(crate) fn why_no_site(content: &Path) -> Diagnostic {
    let place = shown(content);
    let mut found = std::collections::BTreeMap::new();
    if source::is_folder(content) {
        found = source::find(content, &place, &mut Diagnostics::default());
    }
    no_site(content, found.keys()).unwrap_or_else(|| {
        let misnamed = |path: &&ContentPath| source::is_settings_misnamed(path.as_str());
        let copied = |path: &&ContentPath| source::is_settings_copy(path.as_str());
        match (found.keys().find(misnamed), found.keys().find(copied)) {
            (None, Some(copy)) => {
                Diagnostic::at_path(format!("{place}/{copy}"), SourceFault::SettingsCopy)
            }
            (own, _) => {
                let own = own.map_or("site.yaml", ContentPath::as_str);
                Diagnostic::at_path(format!("{place}/{own}"), SourceFault::SettingsName)
            }
        }
    })
}
