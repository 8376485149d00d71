//! Whether a file of a picture ends before the picture does: a copy that was broken off.

/// Whether the end of a JPEG, PNG, GIF or `WebP` is missing.
pub(super) fn is_cut(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"\xff\xd8") {
        is_cut_jpeg(&bytes[2..])
    } else if bytes.starts_with(b"\x89PNG") {
        !bytes
            .windows(4)
            .rev()
            .take(4_096)
            .any(|name| name == b"IEND")
    } else if bytes.starts_with(b"GIF8") {
        let last = bytes.iter().rev().find(|byte| **byte != 0);
        last != Some(&b';')
    } else if bytes.starts_with(b"RIFF") {
        let length = bytes.get(4..8).and_then(|length| length.try_into().ok());
        length.is_none_or(|length| u32::from_le_bytes(length) as usize + 8 > bytes.len())
    } else {
        false
    }
}

/// Walks over the segments of a JPEG, since what telephones put behind its end, such as a film, and
/// the small pictures inside of it look like others.
fn is_cut_jpeg(mut rest: &[u8]) -> bool {
    loop {
        // A marker may have any number of bytes of ones before it.
        let Some(at) = rest.iter().position(|byte| *byte != 0xff) else {
            return true;
        };
        if at == 0 {
            // Not what a marker looks like: the decoder is to judge.
            return false;
        }
        let marker = rest[at];
        rest = &rest[at + 1..];
        match marker {
            0xd9 => return false,
            0x01 | 0xd0..=0xd8 => continue,
            _ => {}
        }
        let Some(length) = rest.first_chunk().map(|length| u16::from_be_bytes(*length)) else {
            return true;
        };
        let Some(behind) = rest.get(usize::from(length)..) else {
            return true;
        };
        rest = behind;
        if marker == 0xda {
            let is_marker =
                |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0x00 | 0xff | 0xd0..=0xd7);
            let Some(end) = rest.windows(2).position(is_marker) else {
                return true;
            };
            rest = &rest[end..];
        }
    }
}
