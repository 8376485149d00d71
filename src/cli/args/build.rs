//! The arguments of `build`, which other commands take too.

use std::path::PathBuf;

use clap::ArgMatches;

use crate::base::BaseUrl;

/// The form in which problems are reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum OutputFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

/// The arguments of `build` and `check`.
#[derive(Debug, Clone)]
pub(in crate::cli) struct Build {
    /// The content folder.
    pub content: PathBuf,
    /// A theme folder.
    pub theme: Option<PathBuf>,
    /// The output folder.
    pub out: PathBuf,
    /// The site's address.
    pub base_url: Option<BaseUrl>,
    /// Drafts too.
    pub drafts: bool,
    /// Leaflets too.
    pub leaflets: bool,
    /// Write even where somebody else's files are.
    pub force: bool,
    /// How to report.
    pub format: OutputFormat,
}

impl OutputFormat {
    /// How to report, as `--format` says.
    pub(in crate::cli) fn read(matches: &ArgMatches) -> Self {
        match matches.try_get_one::<String>("format") {
            Ok(Some(format)) if format == "json" => Self::Json,
            _ => Self::Text,
        }
    }
}

impl Build {
    /// Takes the arguments out of what clap has read.
    pub(in crate::cli) fn read(matches: &ArgMatches) -> Self {
        let path = |name: &str| matches.try_get_one::<PathBuf>(name).ok().flatten().cloned();
        let flag = |name: &str| {
            matches
                .try_get_one::<bool>(name)
                .ok()
                .flatten()
                .copied()
                .unwrap_or(false)
        };
        Self {
            content: path("content").unwrap_or_else(|| "content".into()),
            theme: path("theme"),
            out: path("out").unwrap_or_else(|| "public".into()),
            base_url: matches
                .try_get_one::<BaseUrl>("base-url")
                .ok()
                .flatten()
                .cloned(),
            drafts: flag("drafts"),
            leaflets: !flag("no-leaflets"),
            force: flag("force"),
            format: OutputFormat::read(matches),
        }
    }
}
