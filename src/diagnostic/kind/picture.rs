//! What can be wrong with a picture.

use super::Severity;

/// Why a picture is not shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PictureFault {
    /// The file is larger than is read.
    Heavy {
        /// How large it is, in bytes.
        bytes: usize,
        /// How large it may be, in bytes.
        most: usize,
    },
    /// The picture has more points than are drawn.
    Large {
        /// How wide it is, in points.
        width: u32,
        /// How high it is, in points.
        height: u32,
    },
    /// A kind of picture that browsers or this program cannot read.
    Foreign {
        /// What the kind is called.
        format: &'static str,
    },
    /// No kind of picture at all, whatever the file is called.
    Unknown,
    /// The file is cut short or damaged.
    Broken {
        /// The decoder's own words.
        reason: String,
    },
    /// A drawing in SVG whose entities unfold to more than is read, or without end.
    Unfolds {
        /// To how much they may unfold, in bytes.
        most: usize,
    },
    /// A drawing in SVG whose elements lie deeper inside each other than is read.
    Nested {
        /// How deep they lie.
        depth: usize,
        /// How deep they may lie.
        most: usize,
    },
    /// The file is an animation, of which pages show the first frame.
    Moves,
    /// Nobody said that the person agreed to its use on the web.
    NoConsent,
}

impl PictureFault {
    pub(super) const fn code(&self) -> &'static str {
        match self {
            Self::Heavy { .. } | Self::Large { .. } => "image/too-large",
            Self::Foreign { .. } | Self::Unknown => "image/foreign-format",
            Self::Broken { .. } => "image/broken",
            Self::Unfolds { .. } | Self::Nested { .. } => "image/too-complex",
            Self::Moves => "image/moves",
            Self::NoConsent => "image/no-consent",
        }
    }

    pub(super) const fn severity(&self) -> Severity {
        match self {
            Self::Moves | Self::NoConsent => Severity::Warning,
            _ => Severity::Error,
        }
    }
}
