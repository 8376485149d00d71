//! The typefaces that a job is set in.

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// Typefaces, as the engine asks for them.
pub(in crate::press) struct Typefaces {
    pub(super) book: LazyHash<FontBook>,
    pub(super) fonts: Vec<Font>,
    /// The families that were added to those of the theme.
    pub more: Vec<String>,
}

impl Typefaces {
    pub(super) fn new(fonts: Vec<Font>) -> Self {
        Self {
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            more: Vec::new(),
        }
    }

    /// These and more: font files, each with the places of the faces in it.
    pub(super) fn with_more(&self, files: Vec<(Vec<u8>, Vec<u32>)>) -> Self {
        let mut fonts = self.fonts.clone();
        let mut more: Vec<String> = Vec::new();
        for (file, faces) in files {
            let file = Bytes::new(file);
            for font in faces
                .into_iter()
                .filter_map(|at| Font::new(file.clone(), at))
            {
                let family = &font.info().family;
                if !more.contains(family) {
                    more.push(family.clone());
                }
                fonts.push(font);
            }
        }
        Self {
            more,
            ..Self::new(fonts)
        }
    }
}
