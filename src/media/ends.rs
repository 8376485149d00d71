//! Whether a file of a picture ends before the picture does: a copy that was broken off.

/// Whether the end of a JPEG, PNG, GIF or `WebP` is missing.
pub(super) fn is_cut(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"\xff\xd8") {
        // Behind the last beginning of picture data, which small pictures inside the file have, too.
        let scan = bytes.windows(2).rposition(|pair| pair == b"\xff\xda");
        scan.is_none_or(|scan| !bytes[scan..].windows(2).any(|pair| pair == b"\xff\xd9"))
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
