//! What drawing a picture comes to: its size, and its files before they have names.

use super::form::Form;
use crate::cache::{pack, unpack};

/// A drawn file, before it has a name.
pub(super) struct DrawnFile {
    pub(super) form: Form,
    pub(super) width: u32,
    pub(super) bytes: Vec<u8>,
}

/// What drawing a picture came to.
pub(super) struct DrawnPicture {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) drawn: Vec<DrawnFile>,
}

impl DrawnPicture {
    /// The picture in bytes, as the cache keeps it.
    pub(super) fn packed(&self) -> Vec<u8> {
        let mut parts: Vec<Vec<u8>> = vec![
            self.width.to_le_bytes().to_vec(),
            self.height.to_le_bytes().to_vec(),
        ];
        for drawn in &self.drawn {
            parts.push(drawn.form.ending().as_bytes().to_vec());
            parts.push(drawn.width.to_le_bytes().to_vec());
            parts.push(drawn.bytes.clone());
        }
        pack(parts.iter().map(Vec::as_slice))
    }

    /// The picture that was packed, unless the bytes are something else.
    pub(super) fn unpacked(kept: &[u8]) -> Option<Self> {
        let parts = unpack(kept)?;
        let [width, height, files @ ..] = parts.as_slice() else {
            return None;
        };
        let number = |bytes: &[u8]| Some(u32::from_le_bytes(bytes.try_into().ok()?));
        let drawn = files.chunks(3).map(|file| {
            let [form, width, bytes] = file else {
                return None;
            };
            Some(DrawnFile {
                form: Form::of_ending(form)?,
                width: number(width)?,
                bytes: bytes.to_vec(),
            })
        });
        Some(Self {
            width: number(width)?,
            height: number(height)?,
            drawn: drawn.collect::<Option<_>>()?,
        })
    }
}
