//! Whether a file holds a picture that moves: of it, pages show the first frame only.

/// Whether a GIF, a PNG (by its chunk `acTL`) or a `WebP` (by `ANIM`) is an animation.
pub(super) fn moves(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"GIF8") {
        gif_frames(bytes) > 1
    } else if let Some(chunks) = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n") {
        has_chunk(chunks, &PNG, *b"acTL")
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        has_chunk(bytes.get(12..).unwrap_or_default(), &WEBP, *b"ANIM")
    } else {
        false
    }
}

/// How the chunks of a file are laid out.
struct Chunks {
    /// Reads a length.
    length: fn([u8; 4]) -> u32,
    /// Where the length stands, and the name; they are eight bytes together.
    at: (usize, usize),
    /// How many bytes a chunk of so many takes behind its head.
    whole: fn(usize) -> usize,
    /// The chunk after which nothing is looked for.
    last: [u8; 4],
}

const PNG: Chunks = Chunks {
    length: u32::from_be_bytes,
    at: (0, 4),
    // A checksum follows.
    whole: |length| length.saturating_add(4),
    last: *b"IDAT",
};

const WEBP: Chunks = Chunks {
    length: u32::from_le_bytes,
    at: (4, 0),
    whole: |length| length.saturating_add(length % 2),
    last: *b"ANMF",
};

fn has_chunk(mut rest: &[u8], chunks: &Chunks, wanted: [u8; 4]) -> bool {
    loop {
        let (length, name) = chunks.at;
        let (Some(length), Some(name)) = (four(rest, length), four(rest, name)) else {
            return false;
        };
        if name == wanted || name == chunks.last {
            return name == wanted;
        }
        let length = usize::try_from((chunks.length)(length)).unwrap_or(usize::MAX);
        let whole = (chunks.whole)(length).saturating_add(8);
        rest = rest.get(whole..).unwrap_or_default();
    }
}

fn four(bytes: &[u8], at: usize) -> Option<[u8; 4]> {
    bytes.get(at..at + 4)?.try_into().ok()
}

/// How many pictures a GIF holds, as far as it can be read; no more than two are counted.
fn gif_frames(bytes: &[u8]) -> usize {
    let mut frames = 0;
    let mut at = bytes.get(10).map_or(usize::MAX, |flags| 13 + table(*flags));
    while frames < 2 {
        match bytes.get(at) {
            // An extension: its label, then blocks.
            Some(0x21) => at = behind_blocks(bytes, at + 2),
            // A picture: where it stands, perhaps its colours, the size of codes, then blocks.
            Some(0x2c) => {
                frames += 1;
                let colours = bytes.get(at + 9).map_or(0, |flags| table(*flags));
                at = behind_blocks(bytes, at + 11 + colours);
            }
            _ => break,
        }
    }
    frames
}

/// The bytes of a table of colours, by the flags that announce it.
fn table(flags: u8) -> usize {
    if flags & 0x80 == 0 {
        0
    } else {
        3 << ((flags & 7) + 1)
    }
}

/// Where a row of blocks ends, each led by its length, the last one empty.
fn behind_blocks(bytes: &[u8], mut at: usize) -> usize {
    loop {
        match bytes.get(at) {
            Some(0) => return at + 1,
            Some(length) => at += 1 + usize::from(*length),
            None => return bytes.len(),
        }
    }
}
