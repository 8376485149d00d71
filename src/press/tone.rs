//! Pictures in the two colours of a leaflet: its own colour and black.

use std::io::Cursor;
use std::sync::Arc;

use image::codecs::jpeg::JpegEncoder;
use image::{ImageFormat, Luma, Rgb, RgbImage};

use super::inks::Inks;
use crate::base::Colour;

/// How good pictures are, of a hundred.
const QUALITY: u8 = 84;
/// How much of the leaflet's colour lies in the deepest shade, and how much black.
const COLOUR: f64 = 0.62;
const BLACK: f64 = 0.86;
/// No more ink than this lies anywhere, in per cent: less than any press allows.
const MOST_INK: f64 = 270.0;

/// The two colours, for a screen and for a press.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tone {
    screen: [f64; 3],
    press: [f64; 4],
}

impl Tone {
    /// The colours of a leaflet.
    pub(super) fn of(inks: &Inks) -> Option<Self> {
        let accent = inks.palette.get("accent")?;
        let Colour(red, green, blue) = Colour::parse(&accent.screen)?;
        Some(Self {
            screen: [red, green, blue].map(f64::from),
            press: accent.press,
        })
    }

    /// What a grey becomes on a screen: the colour in light and middle tones, black in the shades.
    fn on_screen(&self, grey: u8) -> [u8; 3] {
        let (colour, black) = shares(grey);
        let one = |accent: f64| {
            let tinted = 255.0 - (255.0 - accent) * colour;
            tone(tinted * (1.0 - black))
        };
        self.screen.map(one)
    }

    /// What a grey becomes on a press: cyan, magenta, yellow, black, of 255.
    fn on_press(&self, grey: u8) -> [u8; 4] {
        let (colour, black) = shares(grey);
        let own: f64 = self.press.iter().sum();
        let most = (MOST_INK - BLACK * 100.0) / own.max(1.0);
        let colour = colour * (most / COLOUR).min(1.0);
        let [cyan, magenta, yellow, key] = self.press.map(|part| part / 100.0 * colour);
        [cyan, magenta, yellow, key + black * (1.0 - key)].map(|part| tone(part * 255.0))
    }

    /// The inks of every grey, black first.
    pub(super) fn table(&self) -> Vec<u8> {
        (0..=255).flat_map(|grey| self.on_press(grey)).collect()
    }

    /// The colours of every grey on a screen, black first.
    pub(super) fn on_screens(&self) -> Vec<u8> {
        (0..=255).flat_map(|grey| self.on_screen(grey)).collect()
    }

    /// A grey JPEG in the colours of the screen.
    pub(super) fn toned(&self, grey: &[u8]) -> Option<Vec<u8>> {
        let read = image::load(Cursor::new(grey), ImageFormat::Jpeg).ok()?;
        let read = read.into_luma8();
        let tones: Vec<[u8; 3]> = (0..=255).map(|grey| self.on_screen(grey)).collect();
        let drawn = RgbImage::from_fn(read.width(), read.height(), |x, y| {
            let Luma([grey]) = *read.get_pixel(x, y);
            Rgb(tones[usize::from(grey)])
        });
        let mut jpeg = Vec::new();
        drawn
            .write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, QUALITY))
            .ok()?;
        Some(jpeg)
    }
}

/// How much of the colour and how much black a grey takes.
fn shares(grey: u8) -> (f64, f64) {
    let dark = 1.0 - f64::from(grey) / 255.0;
    (COLOUR * dark, BLACK * dark * dark)
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "within 0 and 255"
)]
fn tone(value: f64) -> u8 {
    value.round().clamp(0.0, 255.0) as u8
}

/// A picture of a leaflet that a press prints in other colours than a screen shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Plate {
    /// The picture on a screen.
    pub screen: Arc<Vec<u8>>,
    /// The same in grey.
    pub grey: Arc<Vec<u8>>,
    /// The inks of every grey: cyan, magenta, yellow, black; nothing where it is printed in black.
    pub inks: Vec<u8>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shades_hold_no_more_ink_than_a_press_takes_and_paper_stays_white() {
        for press in [[18.0, 90.0, 100.0, 12.0], [100.0; 4], [0.0; 4]] {
            let tone = Tone {
                screen: [165.0, 35.0, 15.0],
                press,
            };
            let table = tone.table();
            assert_eq!(table.len(), 1024);
            let most = table
                .chunks(4)
                .map(|inks| inks.iter().map(|ink| u32::from(*ink)).sum::<u32>());
            assert!(f64::from(most.max().unwrap()) / 2.55 <= MOST_INK + 1.0);
            assert_eq!(table[1020..], [0; 4]);
            assert_eq!(tone.on_screen(255), [255; 3]);
            assert_eq!(tone.on_screens().len(), 768);
            let dark = tone.on_screen(0);
            assert!(dark.iter().all(|part| *part < 60), "{dark:?}");
        }
    }
}
