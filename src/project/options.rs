//! What to build, and how.

use std::path::PathBuf;

use crate::base::BaseUrl;
use crate::cache::Cache;

/// What to build, and how.
#[derive(Debug, Clone)]
pub struct BuildOptions {
    /// The content folder.
    pub content: PathBuf,
    /// A theme to lay over the default one, instead of the one that `site.yaml` names.
    pub theme: Option<PathBuf>,
    /// The site's address, instead of the one that `site.yaml` gives.
    pub base_url: Option<BaseUrl>,
    /// Whether drafts are part of the site.
    pub drafts: bool,
    /// Whether leaflets are set as PDFs.
    pub leaflets: bool,
    /// Whether the typefaces of pages are made, of which there is nothing to report.
    pub faces: bool,
    /// Where results are kept that take long to make.
    pub cache: Cache,
}
