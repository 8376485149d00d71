//! A face of the theme: its names, its measures, and its subsets as WOFF2.

use fontcull_klippa::{Plan, SubsetFlags, subset_font};
use fontcull_read_fonts::collections::IntSet;
use fontcull_read_fonts::types::{NameId, Tag};
use fontcull_read_fonts::{FontRef, TableProvider};
use fontcull_skrifa::MetadataProvider;
use fontcull_skrifa::instance::{LocationRef, Size};
use fontcull_skrifa::string::StringId;

use super::slim::slim;
use super::woff2;

/// Tables that a subset does without: vertical measures of a web page are the browser's, and
/// signatures and hints no longer fit; then those of a few large characters, whose distances are not worth their
/// weight.
const DROPPED: [&[u8; 4]; 14] = [
    b"vhea", b"vmtx", b"VORG", b"DSIG", b"meta", b"gasp", b"BASE", b"FFTM", b"hdmx", b"VDMX",
    b"GPOS", b"GDEF", b"STAT", b"prep",
];
const DROPPED_FROM_LARGE: usize = 4;

/// What stays of a face's features: forms of marks for vertical lines, too, in which leaflets print.
const FEATURES: [&[u8; 4]; 12] = [
    b"ccmp", b"locl", b"liga", b"calt", b"clig", b"kern", b"mark", b"mkmk", b"rlig", b"palt",
    b"halt", b"vert",
];

/// What style sheets call the face of large type, which `theme.yaml` names.
pub(super) const DISPLAY: &str = "Display";

/// A face of the theme.
pub(super) struct FontFace<'t> {
    pub(super) family: String,
    /// Whether it is for large type alone.
    pub(super) is_display: bool,
    /// The names under which systems know it.
    pub(super) names: Vec<String>,
    /// 400 is regular, 700 bold.
    pub(super) weight: u16,
    pub(super) italic: bool,
    hash: blake3::Hash,
    font: FontRef<'t>,
}

impl<'t> FontFace<'t> {
    /// Reads a font; `None` when it is none, or has no TrueType outlines.
    pub(super) fn read(bytes: &'t [u8]) -> Option<Self> {
        let font = FontRef::new(bytes).ok()?;
        font.glyf().ok()?;
        font.cmap().ok()?;
        let os2 = font.os2().ok()?;
        let name = |id| {
            let found = font.localized_strings(id).english_or_first()?;
            Some(found.chars().collect::<String>())
        };
        let family =
            name(StringId::TYPOGRAPHIC_FAMILY_NAME).or_else(|| name(StringId::FAMILY_NAME))?;
        // A system is asked in English (CSS Fonts 4, section 4.3), and once for every file.
        let mut names: Vec<String> = [StringId::FULL_NAME, StringId::POSTSCRIPT_NAME]
            .into_iter()
            .filter_map(name)
            .filter(|name| !name.contains(['"', '\\', '\n']))
            .collect();
        names.dedup();
        Some(Self {
            family,
            names,
            is_display: false,
            weight: os2.us_weight_class(),
            italic: os2.fs_selection().bits() & 1 != 0,
            hash: blake3::hash(bytes),
            font,
        })
    }

    /// The same for large type alone, under the name that style sheets have for that.
    pub(super) fn for_large_type(self) -> Self {
        Self {
            family: DISPLAY.to_owned(),
            is_display: true,
            ..self
        }
    }

    /// What tells it from every other font.
    pub(super) fn fingerprint(&self) -> &[u8; 32] {
        self.hash.as_bytes()
    }

    /// Whether it is one of the darker weights.
    pub(super) fn is_bold(&self) -> bool {
        self.weight >= 600
    }

    /// Whether it has a character.
    pub(super) fn has(&self, char: char) -> bool {
        self.font.charmap().map(char).is_some()
    }

    /// How far a character goes, in ems.
    pub(super) fn advance(&self, char: char) -> Option<f32> {
        let glyph = self.font.charmap().map(char)?;
        let measures = self
            .font
            .glyph_metrics(Size::new(1.0), LocationRef::default());
        measures.advance_width(glyph)
    }

    /// How far lines reach above and below their base line, in ems.
    pub(super) fn extent(&self) -> (f32, f32) {
        let measures = self.font.metrics(Size::new(1.0), LocationRef::default());
        (measures.ascent, -measures.descent)
    }

    /// A WOFF2 file of these characters; the higher `quality` (0 to 11), the smaller and slower.
    pub(super) fn subset(&self, chars: &[char], quality: u8) -> Option<Vec<u8>> {
        let unicodes: IntSet<u32> = chars.iter().map(|char| u32::from(*char)).collect();
        let tags = |all: &[&[u8; 4]]| all.iter().map(|tag| Tag::new(tag)).collect::<IntSet<Tag>>();
        let mut every_script = IntSet::<Tag>::empty();
        every_script.invert();
        let plan = Plan::new(
            &IntSet::empty(),
            &unicodes,
            &self.font,
            SubsetFlags::SUBSET_FLAGS_NO_HINTING,
            &tags(
                &DROPPED[..DROPPED.len()
                    - if self.is_display {
                        0
                    } else {
                        DROPPED_FROM_LARGE
                    }],
            ),
            &every_script,
            // Bold lines down a page are headlines, which have few marks: forms for them weigh too much.
            &tags(&FEATURES[..FEATURES.len() - usize::from(self.is_bold())]),
            &std::iter::once(NameId::FAMILY_NAME).collect(),
            &std::iter::once(0x409).collect(),
        );
        let whole = subset_font(&self.font, &plan).ok()?;
        woff2::written(&slim(&whole, chars)?, quality)
    }
}
