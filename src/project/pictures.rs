//! The pictures of a site, drawn for its pages and leaflets.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{ContentPath, OutPath};
use crate::cache::Cache;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::media::{self, Form, Picture, PictureFault, Pictures};
use crate::site::Site;

/// The pictures of the content folder.
pub(super) type Images = Arc<BTreeMap<ContentPath, Arc<Vec<u8>>>>;

/// What was wrong with some pictures.
pub(super) type PictureFaults = Vec<(ContentPath, PictureFault)>;

/// The pictures that a site shows, in these widths, and what was wrong with them.
pub(super) fn pictures(
    site: &Site,
    images: &Images,
    widths: &[u32],
    cache: &Cache,
) -> (Pictures, PictureFaults) {
    let used = site.images.par_iter();
    let drawn: Vec<_> = used
        .filter_map(|(from, to)| {
            let bytes = images.get(from)?;
            Some((from, to, bytes, media::prepare(to, bytes, widths, cache)))
        })
        .collect();
    let (mut pictures, mut faults) = (Pictures::default(), Vec::new());
    for (from, to, bytes, picture) in drawn {
        let fault = match picture {
            Ok(picture) => {
                let moves = picture.moving.then_some(PictureFault::Moves);
                let is_logo = (site.settings.logo.as_ref()).is_some_and(|logo| logo.file == *from);
                let small = is_logo.then(|| small_logo(&picture)).flatten();
                pictures.insert(to.clone(), picture, Arc::clone(bytes));
                moves.or(small)
            }
            Err(fault) => Some(fault),
        };
        faults.extend(fault.map(|fault| (from.clone(), fault)));
    }
    let unshown = site.unshown.par_iter();
    let refused: Vec<_> = unshown
        .filter_map(|from| {
            let (bytes, to) = (images.get(from)?, OutPath::parse(from.as_str())?);
            let fault = media::prepare(&to, bytes, widths, cache).err()?;
            Some((from.clone(), fault))
        })
        .collect();
    faults.extend(refused);
    (pictures, faults)
}

/// What to tell of a logo that is too small for paper.
fn small_logo(picture: &Picture) -> Option<PictureFault> {
    const LEAST: u32 = 400;
    let Picture { width, height, .. } = *picture;
    let is_drawing = (picture.renditions.iter()).any(|file| file.form == Form::Svg);
    let is_small = width.max(height) < LEAST && !is_drawing;
    is_small.then_some(PictureFault::SmallLogo { width, height })
}

/// What to tell of pictures: each with the place that names it. `shown` is the content folder as
/// people know it.
pub(super) fn told(faults: &PictureFaults, site: &Site, shown: &str) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    for (path, fault) in faults {
        let told = Diagnostic::at_path(format!("{shown}/{path}"), fault.clone());
        diagnostics.report(match site.named_at.get(path) {
            Some(place) => told.also(*place),
            None => told,
        });
    }
    diagnostics
}

/// The content folder as people know it.
pub(super) fn shown(content: &std::path::Path) -> String {
    let shown = content.display().to_string().replace('\\', "/");
    shown.trim_end_matches('/').to_owned()
}
