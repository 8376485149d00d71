//! Colours as staff write them: how well one is read on another, which neighbour is read better,
//! and what a press makes of it.

use std::fmt;

/// A colour in sRGB, a byte for red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    /// White.
    pub(crate) const WHITE: Self = Self(255, 255, 255);
    /// Black.
    pub(crate) const BLACK: Self = Self(0, 0, 0);
    /// The least contrast of text (WCAG 2.2, 1.4.3, level AA).
    pub(crate) const AA: f64 = 4.5;

    /// Reads `#a5230f` or `#a20`.
    #[must_use]
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let hex = text.strip_prefix('#')?;
        let digits: Vec<u8> = hex
            .chars()
            .map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok()))
            .collect::<Option<_>>()?;
        match digits.as_slice() {
            [r, g, b] => Some(Self(r * 17, g * 17, b * 17)),
            digits => match digits.as_chunks::<2>() {
                (&[red, green, blue], []) => {
                    let byte = |[high, low]: [u8; 2]| high * 16 + low;
                    Some(Self(byte(red), byte(green), byte(blue)))
                }
                _ => None,
            },
        }
    }

    /// How well one of two colours is read on the other, from 1 to 21 (WCAG 2.2, "contrast
    /// ratio").
    #[must_use]
    pub(crate) fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// White or black, whichever is read better on this colour; white when both are read well.
    #[must_use]
    pub(crate) fn lettering(self) -> Self {
        if self.contrast(Self::WHITE) >= Self::AA.min(self.contrast(Self::BLACK)) {
            Self::WHITE
        } else {
            Self::BLACK
        }
    }

    /// The nearest colour of the same hue that has at least this contrast with all of `grounds`:
    /// the same, only darker or only lighter. `None` when there is none, not even black or white.
    #[must_use]
    pub(crate) fn readable_on(self, grounds: &[Self], least: f64) -> Option<Self> {
        let passes = |c: &Self| grounds.iter().all(|ground| c.contrast(*ground) >= least);
        if passes(&self) {
            return Some(self);
        }
        let own = Lab::of(self);
        // Lightness runs from 0 to 1; a step of 1/256 is less than a byte can tell.
        (1..=256_u16)
            .flat_map(|step| {
                let by = f64::from(step) / 256.0;
                [own.lightness - by, own.lightness + by]
            })
            .filter(|lightness| (0.0..=1.0).contains(lightness))
            .map(|lightness| own.at(lightness))
            .find(passes)
    }

    /// The same hue with this much more (or, below 0, less) lightness, which runs from 0 to 1.
    #[must_use]
    pub(crate) fn lighter(self, by: f64) -> Self {
        let own = Lab::of(self);
        own.at((own.lightness + by).clamp(0.0, 1.0))
    }

    /// Cyan, magenta, yellow and black for a press, in per cent. What is grey in the colour is
    /// black ink alone, so that all inks together stay under 300 %.
    #[must_use]
    pub(crate) fn inks(self) -> [f64; 4] {
        let part = |byte: u8| f64::from(byte) / 255.0;
        let (r, g, b) = (part(self.0), part(self.1), part(self.2));
        let light = r.max(g).max(b);
        let ink = |c: f64| {
            if light > 0.0 {
                ((light - c) / light * 100.0).round()
            } else {
                0.0
            }
        };
        [ink(r), ink(g), ink(b), ((1.0 - light) * 100.0).round()]
    }

    /// Relative luminance (WCAG 2.2), from 0 to 1.
    fn luminance(self) -> f64 {
        let [r, g, b] = self.linear();
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// Linear light (IEC 61966-2-1).
    fn linear(self) -> [f64; 3] {
        [self.0, self.1, self.2].map(|byte| {
            let c = f64::from(byte) / 255.0;
            if c <= 0.040_45 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        })
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

/// A colour by how it looks (Oklab, Björn Ottosson, 2020).
struct Lab {
    lightness: f64,
    a: f64,
    b: f64,
}

impl Lab {
    #[allow(clippy::many_single_char_names, reason = "the names of the source")]
    fn of(colour: Colour) -> Self {
        let [r, g, b] = colour.linear();
        let l = (0.412_221_47 * r + 0.536_332_54 * g + 0.051_445_99 * b).cbrt();
        let m = (0.211_903_5 * r + 0.680_699_55 * g + 0.107_396_96 * b).cbrt();
        let s = (0.088_302_46 * r + 0.281_718_84 * g + 0.629_978_7 * b).cbrt();
        Self {
            lightness: 0.210_454_26 * l + 0.793_617_8 * m - 0.004_072_05 * s,
            a: 1.977_998_5 * l - 2.428_592_2 * m + 0.450_593_7 * s,
            b: 0.025_904_04 * l + 0.782_771_77 * m - 0.808_675_77 * s,
        }
    }

    /// The same hue at another lightness; less colourful where the screen cannot show it.
    fn at(&self, lightness: f64) -> Colour {
        (0..=50_u8)
            .map(|less| 1.0 - f64::from(less) / 50.0)
            .find_map(|chroma| screen(lightness, self.a * chroma, self.b * chroma))
            .unwrap_or(if lightness > 0.5 {
                Colour::WHITE
            } else {
                Colour::BLACK
            })
    }
}

/// The bytes of a colour; `None` when a screen cannot show it.
#[allow(clippy::many_single_char_names, reason = "the names of the source")]
fn screen(lightness: f64, a: f64, b: f64) -> Option<Colour> {
    let l = (lightness + 0.396_337_78 * a + 0.215_803_76 * b).powi(3);
    let m = (lightness - 0.105_561_346 * a - 0.063_854_17 * b).powi(3);
    let s = (lightness - 0.089_484_18 * a - 1.291_485_5 * b).powi(3);
    let byte = |c: f64| {
        let c = if c <= 0.003_130_8 {
            c * 12.92
        } else {
            1.055 * c.powf(1.0 / 2.4) - 0.055
        };
        let inside = (-0.002..=1.002).contains(&c);
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 0 and 255 by the clamp"
        )]
        inside.then_some((c.clamp(0.0, 1.0) * 255.0).round() as u8)
    };
    Some(Colour(
        byte(4.076_741_7 * l - 3.307_711_6 * m + 0.230_969_94 * s)?,
        byte(-1.268_438 * l + 2.609_757_4 * m - 0.341_319_4 * s)?,
        byte(-0.004_196_086 * l - 0.703_418_6 * m + 1.707_614_7 * s)?,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap()
    }

    #[test]
    fn they_are_read_and_written() {
        assert_eq!(colour("#a20"), Colour(0xaa, 0x22, 0));
        assert_eq!(colour("#005aff").to_string(), "#005aff");
        for bad in ["", "#", "a5230f", "#a5230", "#a5230f0", "#ggg", "＃fff"] {
            assert_eq!(Colour::parse(bad), None, "{bad}");
        }
    }

    /// The figures of the colour-blind reader's table in print: #005AFF 5.4 to 1, #990099 7.5.
    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let near = |a: &str, wanted: f64| (colour(a).contrast(Colour::WHITE) - wanted).abs() < 0.05;
        assert!(near("#005aff", 5.4) && near("#990099", 7.5) && near("#767676", 4.54));
        assert!((Colour::BLACK.contrast(Colour::WHITE) - 21.0).abs() < 1e-9);
    }

    #[test]
    fn the_nearest_is_of_the_same_hue() {
        let orange = colour("#f6aa00")
            .readable_on(&[Colour::WHITE], Colour::AA)
            .unwrap();
        assert!(
            orange.contrast(Colour::WHITE) >= Colour::AA && orange.contrast(Colour::WHITE) < 4.7
        );
        assert!(orange.0 > orange.1 && orange.1 > orange.2, "{orange}");
    }

    #[test]
    fn between_a_light_and_a_dark_ground_there_is_none() {
        let grounds = [colour("#111111"), colour("#fbf0d0")];
        assert_eq!(Colour::WHITE.readable_on(&grounds, Colour::AA), None);
    }

    #[test]
    fn grey_is_black_ink_alone() {
        let inks = |text: &str| colour(text).inks().map(|ink| format!("{ink}")).join(" ");
        assert_eq!(inks("#000"), "0 0 0 100");
        assert_eq!(inks("#808080"), "0 0 0 50");
        assert_eq!(inks("#ff0000"), "0 100 100 0");
    }

    proptest! {
        #[test]
        fn there_is_always_one_that_is_read(a: [u8; 3], b: [u8; 3]) {
            let (a, b) = (Colour(a[0], a[1], a[2]), Colour(b[0], b[1], b[2]));
            let found = a.readable_on(&[b], Colour::AA).unwrap();
            prop_assert!(found.contrast(b) >= Colour::AA);
            prop_assert!(a.contrast(a.lettering()) >= Colour::AA);
            prop_assert!(a.inks().iter().sum::<f64>() <= 300.0);
            prop_assert_eq!(Colour::parse(&a.to_string()), Some(a));
        }
    }
}
