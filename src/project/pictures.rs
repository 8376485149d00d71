//! The pictures of a site, drawn for its pages and leaflets.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{ContentPath, OutPath};
use crate::cache::Cache;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::media::{self, PictureFault, Pictures};
use crate::site::Site;

/// The pictures of the content folder.
pub(super) type Images = Arc<BTreeMap<ContentPath, Arc<Vec<u8>>>>;

/// The pictures that a site shows, in these widths, and what was wrong with them; `shown` is the content
/// folder as people know it.
pub(super) fn pictures(
    site: &Site,
    images: &Images,
    widths: &[u32],
    shown: &str,
    cache: &Cache,
) -> (Pictures, Diagnostics) {
    let used = site.images.par_iter();
    let drawn: Vec<_> = used
        .filter_map(|(from, to)| {
            let bytes = images.get(from)?;
            Some((from, to, media::prepare(to, bytes, widths, cache)))
        })
        .collect();
    let (mut pictures, mut diagnostics) = (Pictures::default(), Diagnostics::default());
    for (from, to, picture) in drawn {
        let fault = match picture {
            Ok(picture) => {
                let moves = picture.moving.then_some(PictureFault::Moves);
                pictures.insert(to.clone(), picture);
                moves
            }
            Err(fault) => Some(fault),
        };
        if let Some(fault) = fault {
            let path = format!("{shown}/{from}");
            diagnostics.report(Diagnostic::at_path(path, fault));
        }
    }
    let unshown = site.unshown.par_iter();
    let refused: Vec<_> = unshown
        .filter_map(|from| {
            let (bytes, to) = (images.get(from)?, OutPath::parse(from.as_str())?);
            Some((from, media::prepare(&to, bytes, widths, cache).err()?))
        })
        .collect();
    for (from, fault) in refused {
        diagnostics.report(Diagnostic::at_path(format!("{shown}/{from}"), fault));
    }
    (pictures, diagnostics)
}

/// The content folder as people know it.
pub(super) fn shown(content: &std::path::Path) -> String {
    let shown = content.display().to_string().replace('\\', "/");
    shown.trim_end_matches('/').to_owned()
}
