//! The logo of the campaign for paper: on white, in its colours on screens, in black on a press.

use std::sync::Arc;

use super::data::LogoData;
use super::sheet::Sheets;
use super::tone::Plate;
use crate::media::{Form, logo_on_paper};

/// The most room that it has on A3, in points at 600 to an inch: 54 by 14 mm.
const MOST: (u32, u32) = (1280, 330);

impl Sheets<'_> {
    /// The logo of the campaign, where it has one.
    pub(super) fn logo(&self) -> Option<LogoData> {
        let settings = &self.site.settings;
        let path = &settings.logo.as_ref()?.path;
        let picture = self.pictures.get(path)?;
        let drawing = picture.renditions.iter().find(|own| own.form == Form::Svg);
        let file = match drawing {
            Some(drawing) => &drawing.bytes,
            None => self.pictures.given(path)?,
        };
        let engine = || self.printer.engine(self.theme);
        let draw = drawing.map(|drawing| || engine().drawing(&drawing.bytes, MOST));
        let drawn = logo_on_paper(file, MOST, &self.printer.cache, draw)?;
        let (png, plate) = match self.tone {
            Some(_) => {
                let plate = Plate {
                    screen: Arc::clone(&drawn.coloured),
                    grey: drawn.grey,
                    inks: Vec::new(),
                };
                (drawn.coloured, Some(plate))
            }
            None => (drawn.grey, None),
        };
        let name = settings.publisher.name.get(self.lang);
        let name = name.or_else(|| settings.title.get(self.lang));
        let alt = self.words.get("print-logo");
        Some(LogoData {
            file: format!("logo-{}.png", &blake3::hash(&png).to_hex()[..16]),
            alt: alt.replace("{name}", name.map_or("", String::as_str)),
            size: drawn.size,
            png,
            plate,
        })
    }
}
