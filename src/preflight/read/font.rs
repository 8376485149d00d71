//! The fonts of a PDF (ISO 32000-1 §9.5 to §9.10): whether they are there, and what they write.

use std::collections::HashMap;

use hayro::hayro_syntax::object::{Array, Dict, Name, Object, Stream};

use super::cmap::ToUnicode;

/// A font.
#[derive(Debug, Clone)]
pub(in crate::preflight) struct Font {
    /// Its name, as the PDF calls it.
    pub name: String,
    /// `Type0`, `TrueType`, `Type1`, `Type3`, …; for composite fonts that of the descendant.
    pub kind: String,
    /// Whether the font's own file lies in the PDF.
    pub embedded: bool,
    /// Whether only some of its glyphs do (its name begins with six letters and `+`).
    pub subset: bool,
    to_unicode: Option<ToUnicode>,
    composite: bool,
    widths: HashMap<u32, f64>,
    usual_width: f64,
}

/// One code of a text that is shown.
pub(super) struct Shown<'f> {
    /// How far it moves on, in thousandths of the type size.
    pub width: f64,
    /// What it means, where the font tells.
    pub text: Option<&'f str>,
    /// Whether it is the single-byte code 32, which word spacing widens.
    pub is_space: bool,
}

impl Font {
    /// Reads a font dictionary.
    pub(super) fn read(dict: &Dict<'_>) -> Self {
        let name_of = |dict: &Dict<'_>, key: &str| {
            dict.get::<Name<'_>>(key)
                .map(|name| name.as_str().to_owned())
        };
        let subtype = name_of(dict, "Subtype").unwrap_or_default();
        let composite = subtype == "Type0";
        let descendant = dict
            .get::<Array<'_>>("DescendantFonts")
            .and_then(|list| list.iter::<Dict<'_>>().next());
        let own = descendant.as_ref().unwrap_or(dict);
        let name = name_of(dict, "BaseFont").unwrap_or_else(|| "?".into());
        let descriptor = own.get::<Dict<'_>>("FontDescriptor");
        let embedded = descriptor.is_some_and(|descriptor| {
            ["FontFile", "FontFile2", "FontFile3"].iter().any(|key| {
                let file = descriptor.get::<Stream<'_>>(*key);
                file.is_some_and(|file| is_font(&file))
            })
        });
        let subset = name.split_once('+').is_some_and(|(tag, _)| {
            tag.len() == 6 && tag.bytes().all(|byte| byte.is_ascii_uppercase())
        });
        let to_unicode = dict
            .get::<Stream<'_>>("ToUnicode")
            .and_then(|stream| Some(ToUnicode::read(&stream.decoded().ok()?)));
        let (widths, usual_width) = if composite {
            (
                widths_of_cids(own),
                own.get::<f32>("DW").map_or(1000.0, f64::from),
            )
        } else {
            (widths_of_codes(dict), 500.0)
        };
        Self {
            kind: name_of(own, "Subtype").unwrap_or(subtype),
            name,
            embedded,
            subset,
            to_unicode,
            composite,
            widths,
            usual_width,
        }
    }

    /// A font that a page names and the PDF does not have.
    pub(super) fn absent(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            kind: "?".into(),
            embedded: false,
            subset: false,
            to_unicode: None,
            composite: false,
            widths: HashMap::new(),
            usual_width: 500.0,
        }
    }

    /// Whether it is drawn by little programs, which presses refuse.
    pub(in crate::preflight) fn is_type3(&self) -> bool {
        self.kind == "Type3"
    }

    /// The codes of a string.
    pub(super) fn show<'f>(&'f self, bytes: &'f [u8]) -> impl Iterator<Item = Shown<'f>> {
        let long = if self.composite { 2 } else { 1 };
        bytes.chunks(long).map(move |code| {
            let number = code.iter().fold(0, |n, byte| n << 8 | u32::from(*byte));
            let text = self.to_unicode.as_ref().and_then(|map| map.get(number));
            Shown {
                width: self
                    .widths
                    .get(&number)
                    .copied()
                    .unwrap_or(self.usual_width),
                text,
                is_space: !self.composite && number == 32,
            }
        })
    }
}

/// Whether a file begins as fonts do (ISO 32000-1 table 126): TrueType, OpenType, CFF or Type 1.
fn is_font(file: &Stream<'_>) -> bool {
    let Ok(bytes) = file.decoded() else {
        return false;
    };
    let begins = |magic: &[u8]| bytes.starts_with(magic);
    begins(&[0, 1, 0, 0])
        || begins(b"true")
        || begins(b"ttcf")
        || begins(b"OTTO")
        || begins(&[1, 0])
        || begins(b"%!")
        || begins(&[0x80, 1])
}

/// `/W`: `first [w w …]` or `first last w`.
fn widths_of_cids(font: &Dict<'_>) -> HashMap<u32, f64> {
    let mut widths = HashMap::new();
    let Some(list) = font.get::<Array<'_>>("W") else {
        return widths;
    };
    let mut items = list.iter::<Object<'_>>();
    while let Some(Object::Number(first)) = items.next() {
        let first = u32::try_from(first.as_i64()).unwrap_or_default();
        match items.next() {
            Some(Object::Array(own)) => {
                widths.extend((first..).zip(own.iter::<f32>().map(f64::from)));
            }
            Some(Object::Number(last)) => {
                let last = u32::try_from(last.as_i64()).unwrap_or_default().min(0xFFFF);
                let Some(Object::Number(width)) = items.next() else {
                    break;
                };
                widths.extend((first..=last).map(|code| (code, width.as_f64())));
            }
            _ => break,
        }
    }
    widths
}

/// `/Widths` from `/FirstChar`.
fn widths_of_codes(font: &Dict<'_>) -> HashMap<u32, f64> {
    let first = font.get::<u32>("FirstChar").unwrap_or_default();
    let list = font.get::<Array<'_>>("Widths");
    list.map(|list| (first..).zip(list.iter::<f32>().map(f64::from)).collect())
        .unwrap_or_default()
}
