//! Pictures made fit to be shown: upright, of a size that pages need, and with nothing
//! in the file that tells where, when or by what they were taken.
//!
//! What people put into `images/` is never copied: every file of the site is drawn anew from
//! the picture's points.

mod decode;
mod draw;
mod drawn;
mod ends;
mod fault;
mod form;
mod moving;
mod paper;
mod portrait;
mod sign;
mod svg;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::OutPath;
use crate::cache::{Cache, CacheKey};
use crate::site::address;
use drawn::DrawnPicture;
pub(crate) use fault::PictureFault;
pub(crate) use form::Form;
pub(crate) use paper::{PaperPicture, PaperWidth, on_paper, points_on_paper};
pub(crate) use portrait::portrait;
pub(crate) use sign::logo_on_paper;

/// One file of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rendition {
    /// What kind of file it is.
    pub form: Form,
    /// How wide it is, in points.
    pub width: u32,
    /// Where it lies.
    pub path: OutPath,
    /// The file.
    pub bytes: Arc<Vec<u8>>,
}

/// A picture as pages show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picture {
    /// How wide it is at most, in points.
    pub width: u32,
    /// How high it is then.
    pub height: u32,
    /// Whether its file moves; only the first frame is shown.
    pub moving: bool,
    /// Its files: the kind that browsers should prefer first, the narrowest of a kind first.
    pub renditions: Vec<Rendition>,
}

/// The pictures of a site, by the address that texts know them by.
#[derive(Debug, Clone, Default)]
pub(crate) struct Pictures {
    drawn: BTreeMap<OutPath, Picture>,
    /// The files as people gave them, for paper.
    files: BTreeMap<OutPath, Arc<Vec<u8>>>,
}

impl Pictures {
    /// The picture of an address.
    #[must_use]
    pub(crate) fn get(&self, path: &OutPath) -> Option<&Picture> {
        self.drawn.get(path)
    }

    /// The file of an address as people gave it.
    #[must_use]
    pub(crate) fn given(&self, path: &OutPath) -> Option<&Arc<Vec<u8>>> {
        self.files.get(path)
    }

    /// Puts a picture in, and the file that it was drawn from.
    pub(crate) fn insert(&mut self, path: OutPath, picture: Picture, given: Arc<Vec<u8>>) {
        self.files.insert(path.clone(), given);
        self.drawn.insert(path, picture);
    }

    /// Every file.
    pub(crate) fn files(&self) -> impl Iterator<Item = &Rendition> {
        self.drawn.values().flat_map(|picture| &picture.renditions)
    }
}

/// Draws the picture in `bytes`, which texts know as `name`, in `widths` and in every form that pages
/// need; from the cache, if it has been drawn before.
///
/// # Errors
/// What is wrong with a picture that cannot be drawn.
pub(crate) fn prepare(
    name: &OutPath,
    bytes: &[u8],
    widths: &[u32],
    cache: &Cache,
) -> Result<Picture, PictureFault> {
    let sizes: Vec<u8> = widths
        .iter()
        .flat_map(|width| width.to_le_bytes())
        .collect();
    let key = CacheKey::new("picture").with(bytes).with(&sizes);
    let kept = cache
        .get(&key)
        .and_then(|kept| DrawnPicture::unpacked(&kept));
    let sheet = match kept {
        Some(sheet) => sheet,
        None => {
            let sheet = draw(bytes, widths)?;
            cache.put(&key, &sheet.packed());
            sheet
        }
    };
    let stem = stem(name, bytes);
    let named = sheet.drawn.into_iter().filter_map(|drawn| {
        let file = format!("{stem}-{}.{}", drawn.width, drawn.form.ending());
        Some(Rendition {
            form: drawn.form,
            width: drawn.width,
            path: address::picture(&file)?,
            bytes: Arc::new(drawn.bytes),
        })
    });
    Ok(Picture {
        width: sheet.width,
        height: sheet.height,
        moving: moving::moves(bytes),
        renditions: named.collect(),
    })
}

fn draw(bytes: &[u8], widths: &[u32]) -> Result<DrawnPicture, PictureFault> {
    if svg::is_svg(bytes) {
        return svg::clean(bytes);
    }
    Ok(draw::sheet(decode::decode(bytes)?, widths))
}

/// The beginning of the files' names: the picture's own name, as far as it is plain, and what
/// tells it from every other picture.
fn stem(name: &OutPath, bytes: &[u8]) -> String {
    let file = name.as_str().rsplit('/').next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let plain: String = stem
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect();
    let hash = blake3::hash(bytes).to_hex();
    format!("{}-{}", plain.to_ascii_lowercase(), &hash[..10])
        .trim_start_matches('-')
        .to_owned()
}

#[cfg(test)]
mod tests;
