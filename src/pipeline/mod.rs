//! Floor 8: the whole story on one page.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::base::{BaseUrl, OutPath};
use crate::cache::Cache;
use crate::diag::{Kind, Problem, Sink, Sources};
use crate::emit::Artifacts;
use crate::link::{self, Site};
use crate::render::{feed, html, print};
use crate::theme::Theme;
use crate::{model, source};

/// What to build, and how.
#[derive(Debug, Clone)]
pub struct Options {
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
    /// Where results are kept that take long to make.
    pub cache: Cache,
}

/// What a build came to; the artifacts are complete only when no error was reported.
#[derive(Debug)]
pub struct Outcome {
    /// Every file of the site.
    pub artifacts: Artifacts,
    /// How many pages and leaflets that is.
    pub made: Made,
    /// The folder of the theme that was laid over the default one.
    pub theme: Option<PathBuf>,
    /// What was wrong.
    pub problems: Sink,
    /// The texts that problems point into.
    pub sources: Sources,
}

/// How much a build made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Made {
    /// HTML pages.
    pub pages: usize,
    /// PDFs.
    pub pdfs: usize,
}

/// Builds the site in memory: content → documents → site → files. Reports everything that is
/// wrong, and writes nothing.
#[must_use]
pub fn build(options: &Options) -> Outcome {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let shown = options.content.display().to_string().replace('\\', "/");
    let mut tree = source::read(
        &options.content,
        shown.trim_end_matches('/'),
        &mut sources,
        &mut sink,
    );
    let docs = model::read(&mut tree, &mut sink);
    let Some(mut docs) = docs else {
        return Outcome {
            artifacts: Artifacts::new(),
            made: Made::default(),
            theme: None,
            problems: sink,
            sources,
        };
    };
    if options.base_url.is_some() {
        docs.site.base_url.clone_from(&options.base_url);
    }
    let folder = options.theme.clone().or_else(|| {
        let name = docs.site.theme.as_ref().filter(|name| *name != "default")?;
        Some(
            options
                .content
                .parent()
                .unwrap_or(Path::new(""))
                .join("themes")
                .join(name),
        )
    });
    let theme = theme(folder.as_deref(), &docs.site.languages, &mut sink);
    let images: BTreeSet<_> = tree.images.keys().cloned().collect();
    let site = link::link(
        docs,
        images,
        link::Options {
            drafts: options.drafts,
        },
        &mut sink,
    );
    let (artifacts, made) = render(&site, &theme, tree, options, &mut sink);
    options.cache.tidy();
    Outcome {
        artifacts,
        made,
        theme: folder,
        problems: sink,
        sources,
    }
}

fn theme(folder: Option<&Path>, languages: &[crate::base::Lang], sink: &mut Sink) -> Theme {
    let overlay = folder.and_then(|folder| {
        let name = folder.display().to_string();
        let files = source::folder(folder, &name, sink);
        if files.is_none() {
            sink.report(Problem::at_path(
                name.clone(),
                Kind::NoTheme { path: name.clone() },
            ));
        }
        Some((name, files?))
    });
    Theme::new(overlay, languages, sink)
}

type Files = Vec<(OutPath, Vec<u8>)>;
type Room<'r> = Box<dyn Fn(&mut Sink) -> Files + Send + Sync + 'r>;

fn render(
    site: &Site,
    theme: &Theme,
    mut tree: source::SourceTree,
    options: &Options,
    sink: &mut Sink,
) -> (Artifacts, Made) {
    let html = html::Options {
        leaflets: options.leaflets,
    };
    let mut rooms: Vec<Room<'_>> = vec![
        Box::new(|_| feed::render(site)),
        Box::new(move |sink| html::render(site, theme, html, sink)),
    ];
    if options.leaflets {
        rooms.push(Box::new(|sink| print::render(site, theme, sink)));
    }
    let rendered: Vec<(Files, Sink)> = rooms
        .par_iter()
        .map(|room| {
            let mut own = Sink::default();
            (room(&mut own), own)
        })
        .collect();
    let mut artifacts = Artifacts::new();
    for (files, own) in rendered {
        sink.absorb(own);
        artifacts.extend(files);
    }
    for (from, to) in &site.images {
        artifacts.extend(
            tree.images
                .remove(from)
                .map(|image| (to.clone(), image.bytes)),
        );
    }
    let ending = |wanted: &str| {
        artifacts
            .keys()
            .filter(|path| path.as_str().ends_with(wanted))
            .count()
    };
    let made = Made {
        pages: ending(".html"),
        pdfs: ending(".pdf"),
    };
    (artifacts, made)
}
