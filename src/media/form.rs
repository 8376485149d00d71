//! The kinds of files that pictures are drawn as.

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Form {
    /// Photographs for browsers of the last ten years.
    WebP,
    /// Photographs for every browser.
    Jpeg,
    /// Few colours, or see-through ones, for every browser.
    Png,
    /// Drawings.
    Svg,
}

impl Form {
    /// Its media type.
    #[must_use]
    pub(crate) const fn media_type(self) -> &'static str {
        match self {
            Self::WebP => "image/webp",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Svg => "image/svg+xml",
        }
    }

    /// How the names of its files end, without the dot.
    pub(super) const fn ending(self) -> &'static str {
        match self {
            Self::WebP => "webp",
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }

    /// The kind whose names end so.
    pub(super) fn of_ending(ending: &[u8]) -> Option<Self> {
        [Self::WebP, Self::Jpeg, Self::Png, Self::Svg]
            .into_iter()
            .find(|form| form.ending().as_bytes() == ending)
    }
}
