//! Pictures for paper: the one that is seen first, as wide as its panel, and those of the text, as wide as a column.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::data::PrintedPicture;
use super::paper::BLEED;
use super::sheet::Sheets;
use super::tone::Plate;
use crate::base::OutPath;
use crate::cache::CacheKey;
use crate::leaflet::{LeafletContent, LeafletPart, PanelHead};
use crate::media::{Form, PaperPicture, PaperWidth, on_paper, points_on_paper};
use crate::model::text::Block;
use crate::site::Target;

/// Points to an inch: with fewer a picture is too coarse for a press; more than the second are not seen.
const LEAST_DPI: f64 = 206.0;
const MOST_DPI: f64 = 320.0;
/// The front of a folded leaflet shows it so much larger than the panel is wide, at most.
const ON_COVER: f64 = 1.25;
const INCH: f64 = 25.4;
/// A column of text is no wider than this, in millimetres.
const WIDEST: f64 = 92.0;

impl Sheets<'_> {
    /// The picture of a leaflet, where it has one.
    pub(super) fn cover(&self, content: &LeafletContent<'_>) -> Option<PrintedPicture> {
        let (photo, width) = content.panels.iter().find_map(|panel| {
            let photo = panel.parts.iter().find_map(|part| match part {
                LeafletPart::Picture(photo) => Some(*photo),
                _ => None,
            })?;
            let larger = if panel.head == PanelHead::Cover {
                ON_COVER
            } else {
                1.0
            };
            Some((photo, (panel.width + 2.0 * BLEED) * larger))
        })?;
        let alt = photo.alt.get(self.lang).map_or("", String::as_str);
        self.printed(&photo.path, alt, paper_width(width, false))
    }

    /// The pictures in the text of a leaflet, by where they lie.
    pub(super) fn in_text(&self, content: &LeafletContent<'_>) -> BTreeMap<String, PrintedPicture> {
        let mut found = BTreeMap::new();
        for (panel, blocks) in content.texts() {
            for (src, alt) in blocks.iter().filter_map(Block::picture) {
                let Target::File(path) = src else { continue };
                let wide = paper_width(panel.width.min(WIDEST), true);
                if let Some(printed) = self.printed(path, alt, wide) {
                    found.insert(path.to_string(), printed);
                }
            }
        }
        found
    }

    fn printed(&self, path: &OutPath, alt: &str, wide: PaperWidth) -> Option<PrintedPicture> {
        let drawn = self.drawn(path, wide)?;
        let is_drawing = self.is_drawing(path);
        let (jpeg, plate) = match self.tone.zip(self.toned(&drawn.jpeg)) {
            Some((tone, screen)) => {
                let screen = Arc::new(screen);
                let plate = Plate {
                    screen: Arc::clone(&screen),
                    grey: Arc::clone(&drawn.jpeg),
                    inks: tone.table(),
                };
                (screen, Some(plate))
            }
            None => (Arc::clone(&drawn.jpeg), None),
        };
        Some(PrintedPicture {
            file: format!("picture-{}.jpg", &blake3::hash(&jpeg).to_hex()[..16]),
            alt: alt.to_owned(),
            size: (drawn.width, drawn.height),
            coarse: (drawn.own_width < wide.least && !is_drawing)
                .then_some((drawn.own_width, wide.most)),
            jpeg,
            plate,
        })
    }

    /// Whether it is a drawing, which is as fine as one likes.
    fn is_drawing(&self, path: &OutPath) -> bool {
        let picture = self.pictures.get(path);
        let mut files = picture.into_iter().flat_map(|own| &own.renditions);
        files.any(|file| file.form == Form::Svg)
    }

    fn drawn(&self, path: &OutPath, wide: PaperWidth) -> Option<PaperPicture> {
        if !self.is_drawing(path) {
            return on_paper(self.pictures.given(path)?, wide, &self.printer.cache);
        }
        let file = self.pictures.get(path)?.renditions.first()?;
        // No panel is four times as high as it is wide.
        let most = (wide.most, 4 * wide.most);
        let engine = self.printer.engine(self.theme);
        points_on_paper(&file.bytes, wide, &self.printer.cache, || {
            engine.drawing(&file.bytes, most)
        })
    }

    fn toned(&self, grey: &[u8]) -> Option<Vec<u8>> {
        let tone = self.tone?;
        let key = CacheKey::new("toned").with(grey).with(tone.on_screens());
        self.printer.cache.get(&key).or_else(|| {
            let made = tone.toned(grey)?;
            self.printer.cache.put(&key, &made);
            Some(made)
        })
    }
}

/// The points of a picture that is so many millimetres wide.
fn paper_width(width: f64, whole: bool) -> PaperWidth {
    let points = |dpi: f64| {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a few thousand points"
        )]
        let points = (width / INCH * dpi).ceil() as u32;
        points
    };
    PaperWidth {
        least: points(LEAST_DPI),
        most: points(MOST_DPI),
        whole,
    }
}
