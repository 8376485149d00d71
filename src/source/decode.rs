//! Bytes into text.

use std::borrow::Cow;

/// Text decoded from a file's bytes.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Decoded<'b> {
    /// UTF-8, with or without a byte order mark.
    Text(&'b str),
    /// Something else: what could be made of it, for showing, and what it looks like.
    Foreign {
        shown: Cow<'b, str>,
        guess: Option<&'static str>,
    },
}

/// Decodes UTF-8; anything else comes back with a guess at its encoding.
pub(super) fn decode(bytes: &[u8]) -> Decoded<'_> {
    let guess = match bytes {
        [0xff, 0xfe, ..] => Some("UTF-16LE"),
        [0xfe, 0xff, ..] => Some("UTF-16BE"),
        _ => None,
    };
    let body = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(body) {
        Ok(text) if guess.is_none() && !text.contains('\0') => Decoded::Text(text),
        _ => {
            let guess = guess.or_else(|| legacy_japanese(body));
            Decoded::Foreign {
                shown: String::from_utf8_lossy(body),
                guess,
            }
        }
    }
}

/// Tells `Shift_JIS` from EUC-JP by the shape of their byte pairs (JIS X 0208 annexes 1 and 3).
fn legacy_japanese(bytes: &[u8]) -> Option<&'static str> {
    let pairs_fit = |lead: fn(u8) -> bool, trail: fn(u8) -> bool, single: fn(u8) -> bool| {
        let mut rest = bytes.iter().copied();
        let mut pairs = 0_usize;
        while let Some(byte) = rest.next() {
            if lead(byte) {
                if !rest.next().is_some_and(trail) {
                    return None;
                }
                pairs += 1;
            } else if byte >= 0x80 && !single(byte) {
                return None;
            }
        }
        (pairs > 0).then_some(pairs)
    };
    let euc = pairs_fit(
        |b| (0xa1..=0xfe).contains(&b) || b == 0x8e,
        |b| b >= 0xa1,
        |_| false,
    );
    let sjis = pairs_fit(
        |b| matches!(b, 0x81..=0x9f | 0xe0..=0xfc),
        |b| matches!(b, 0x40..=0x7e | 0x80..=0xfc),
        |b| matches!(b, 0xa1..=0xdf),
    );
    match (euc, sjis) {
        (Some(_), _) => Some("EUC-JP"),
        (None, Some(_)) => Some("Shift_JIS"),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_apart() {
        assert_eq!(decode("チラシ".as_bytes()), Decoded::Text("チラシ"));
        assert_eq!(decode(b"\xef\xbb\xbfa"), Decoded::Text("a"));
        let guess = |bytes: &[u8]| match decode(bytes) {
            Decoded::Foreign { guess, .. } => guess,
            Decoded::Text(text) => panic!("read as {text}"),
        };
        assert_eq!(guess(b"\xff\xfea\0"), Some("UTF-16LE"));
        // "保険証" in Shift_JIS and in EUC-JP.
        assert_eq!(
            guess(b"name: \x95\xdb\x8c\xaf\x8f\xd8\n"),
            Some("Shift_JIS")
        );
        assert_eq!(guess(b"name: \xca\xdd\xb8\xb1\xbe\xda\n"), Some("EUC-JP"));
        assert_eq!(guess(b"\x80\x00\xff"), None);
    }
}
