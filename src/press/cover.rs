//! The picture of a leaflet that is seen first, for paper: as wide as its panel.

use std::sync::Arc;

use super::data::CoverPicture;
use super::paper::BLEED;
use super::sheet::Sheets;
use super::tone::Plate;
use crate::cache::CacheKey;
use crate::leaflet::{LeafletContent, LeafletPart, PanelHead};
use crate::media::{Form, PaperPicture, PaperWidth, on_paper, points_on_paper};
use crate::site::Photo;

/// Points to an inch: with fewer a picture is too coarse for a press; more than the second are not seen.
const LEAST_DPI: f64 = 206.0;
const MOST_DPI: f64 = 320.0;
/// The front of a folded leaflet shows it so much larger than the panel is wide, at most.
const ON_COVER: f64 = 1.25;
const INCH: f64 = 25.4;

impl Sheets<'_> {
    /// The picture of a leaflet, where it has one.
    pub(super) fn cover(&self, content: &LeafletContent<'_>) -> Option<CoverPicture> {
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
        let points = |dpi: f64| {
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a few thousand points"
            )]
            let points = (width / INCH * dpi).ceil() as u32;
            points
        };
        let wide = PaperWidth {
            least: points(LEAST_DPI),
            most: points(MOST_DPI),
        };
        let drawn = self.drawn(photo, wide)?;
        let is_drawing = self.is_drawing(photo);
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
        Some(CoverPicture {
            file: format!("picture-{}.jpg", &blake3::hash(&jpeg).to_hex()[..16]),
            alt: photo.alt.get(self.lang).cloned().unwrap_or_default(),
            size: (drawn.width, drawn.height),
            coarse: (drawn.own_width < wide.least && !is_drawing)
                .then_some((drawn.own_width, wide.most)),
            jpeg,
            plate,
        })
    }

    /// Whether it is a drawing, which is as fine as one likes.
    fn is_drawing(&self, photo: &Photo) -> bool {
        let picture = self.pictures.get(&photo.path);
        let mut files = picture.into_iter().flat_map(|own| &own.renditions);
        files.any(|file| file.form == Form::Svg)
    }

    fn drawn(&self, photo: &Photo, wide: PaperWidth) -> Option<PaperPicture> {
        if !self.is_drawing(photo) {
            return on_paper(self.pictures.given(&photo.path)?, wide, &self.printer.cache);
        }
        let file = self.pictures.get(&photo.path)?.renditions.first()?;
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
