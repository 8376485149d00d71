//! Bytes into text: UTF-8 first, and what Japanese computers wrote before it.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{EUC_JP, Encoding, ISO_2022_JP, SHIFT_JIS, UTF_16BE, UTF_16LE};

use super::characters::{Breaks, ordinary};
use super::fault::Typo;
use crate::base::Span;

/// Text decoded from a file's bytes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded<'b> {
    /// The text; every line end is `\n` or `\r\n`.
    pub(super) text: Cow<'b, str>,
    /// What was unusual about the bytes.
    pub(super) typos: Vec<Typo>,
    /// Unusual characters, each kind once, at its first place in the text.
    pub(super) characters: Vec<(Typo, Span)>,
}

/// Decodes a file; what is no text in any encoding that can be told for certain comes back as
/// an error, with what could be made of it, for showing.
pub(super) fn decode(bytes: &[u8], breaks: Breaks) -> Result<Decoded<'_>, String> {
    let (text, encoding) = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => (utf8(rest), Some("UTF-8 BOM")),
        [0xff, 0xfe, rest @ ..] => (strictly(UTF_16LE, rest), Some("UTF-16LE")),
        [0xfe, 0xff, rest @ ..] => (strictly(UTF_16BE, rest), Some("UTF-16BE")),
        _ => match (escapes(bytes), utf8(bytes)) {
            (false, Some(text)) => (Some(text), None),
            _ => match foreign(bytes) {
                Some((text, encoding)) => (Some(text), Some(encoding)),
                None => (nearly_clean(bytes), None),
            },
        },
    };
    let Some(text) = text else {
        return Err(String::from_utf8_lossy(bytes).into_owned());
    };
    let mut typos: Vec<Typo> = encoding.map(Typo::Encoding).into_iter().collect();
    let text = with_newlines(text, &mut typos);
    let ordinary = ordinary(text, breaks);
    Ok(Decoded {
        text: ordinary.text,
        typos,
        characters: ordinary.typos,
    })
}

/// UTF-8 with a zero byte here and there, which some programs leave in text.
fn nearly_clean(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let zeros = text.matches('\0').count();
    (zeros * 100 < bytes.len()).then_some(Cow::Borrowed(text))
}

fn utf8(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let text = std::str::from_utf8(bytes).ok()?;
    (!text.contains('\0')).then_some(Cow::Borrowed(text))
}

/// Whether the bytes hold the escapes of ISO-2022-JP, which are ASCII too.
fn escapes(bytes: &[u8]) -> bool {
    bytes.windows(2).any(|pair| pair == b"\x1b$")
}

/// The text in an encoding, when every byte fits it and no control character comes out.
fn strictly<'b>(encoding: &'static Encoding, bytes: &'b [u8]) -> Option<Cow<'b, str>> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    // Word and PDF leave line and page breaks (U+000B, U+000C) in what is copied out of them.
    let usual = |c: char| matches!(c, '\t' | '\r' | '\n' | '\u{b}' | '\u{c}');
    let odd = |c: char| (c.is_control() && !usual(c)) || is_private(c);
    (!text.contains(odd)).then_some(text)
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}')
}

fn foreign(bytes: &[u8]) -> Option<(Cow<'_, str>, &'static str)> {
    if let Some(found) = unmarked_utf16(bytes) {
        return Some(found);
    }
    if escapes(bytes) {
        return Some((strictly(ISO_2022_JP, bytes)?, "ISO-2022-JP"));
    }
    if is_damaged_utf8(bytes) {
        return None;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(Some(b"jp"), Utf8Detection::Deny);
    let others = [EUC_JP, SHIFT_JIS].into_iter().filter(|e| *e != guess);
    let likely = std::iter::once(guess).filter(|e| *e == SHIFT_JIS || *e == EUC_JP);
    let mut fitting = likely
        .chain(others)
        .filter_map(|encoding| Some((strictly(encoding, bytes)?, encoding)));
    let (text, encoding) = fitting.find(|(text, _)| is_japanese(text))?;
    Some((
        text,
        if encoding == EUC_JP {
            "EUC-JP"
        } else {
            "Shift_JIS"
        },
    ))
}

/// Whether most of what stands beyond ASCII is UTF-8 of three bytes a character, which the
/// older encodings come to by rare chance.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| c.len_utf8() == 3).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole >= broken
}

/// Whether what stands beyond ASCII is mostly what Japanese is written in.
fn is_japanese(text: &str) -> bool {
    let beyond = || text.chars().filter(|c| !c.is_ascii());
    let ours = |c: &char| matches!(c, '\u{3000}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff5e}');
    let (all, japanese) = (beyond().count(), beyond().filter(ours).count());
    all > 0 && japanese * 10 >= all * 8
}

/// UTF-16 without a mark: told by the empty halves of Latin letters. On one side alone they are
/// certain; in Japanese `一` and the wide space have theirs on the other.
fn unmarked_utf16(bytes: &[u8]) -> Option<(Cow<'_, str>, &'static str)> {
    if !bytes.len().is_multiple_of(2) || nearly_clean(bytes).is_some() {
        return None;
    }
    let empty = |side: usize| {
        bytes
            .iter()
            .skip(side)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (first, second) = (empty(0), empty(1));
    let (encoding, name) = if second > 2 * first {
        (UTF_16LE, "UTF-16LE")
    } else if first > 2 * second {
        (UTF_16BE, "UTF-16BE")
    } else {
        return None;
    };
    let text = strictly(encoding, bytes)?;
    (first.min(second) == 0 || is_japanese(&text)).then_some((text, name))
}

/// The text with line ends of old Macintoshes made into those of today, each for each.
fn with_newlines<'t>(text: Cow<'t, str>, typos: &mut Vec<Typo>) -> Cow<'t, str> {
    let lone = text
        .match_indices('\r')
        .any(|(at, _)| !text[at + 1..].starts_with('\n'));
    if !lone {
        return text;
    }
    typos.push(Typo::LineEnds);
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let alone = c == '\r' && chars.peek() != Some(&'\n');
        out.push(if alone { '\n' } else { c });
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "---\nname: 山田花子\ntitle: 保険証をなくさないで\n---\n\nはじめに、ひとこと。ｶﾅも。\n";

    fn read(bytes: &[u8]) -> (String, Vec<Typo>) {
        let read = decode(bytes, Breaks::Soft).unwrap();
        (read.text.into_owned(), read.typos)
    }

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn every_encoding_is_read_and_named() {
        assert_eq!(read(TEXT.as_bytes()), (TEXT.into(), vec![]));
        let bom = [b"\xef\xbb\xbf", TEXT.as_bytes()].concat();
        let (le, be) = (utf16(TEXT, u16::to_le_bytes), utf16(TEXT, u16::to_be_bytes));
        // Characters with an empty half of their own.
        let own = TEXT.replace("ひとこと", "一言\u{3000}一二");
        let odd = utf16(&own, u16::to_le_bytes);
        assert_eq!(read(&odd), (own.clone(), vec![Typo::Encoding("UTF-16LE")]));
        let odd = utf16(&own, u16::to_be_bytes);
        assert_eq!(read(&odd), (own, vec![Typo::Encoding("UTF-16BE")]));
        // No Japanese at all, and hardly any ASCII.
        for text in [
            "---\nname: Renée\n---\n\nIt’s ours – «ŁŻ».\n",
            "ÀÉÎÕÜ’’’’\n",
        ] {
            for (bytes, name) in [
                (utf16(text, u16::to_le_bytes), "UTF-16LE"),
                (utf16(text, u16::to_be_bytes), "UTF-16BE"),
            ] {
                assert_eq!(read(&bytes), (text.into(), vec![Typo::Encoding(name)]));
            }
        }
        // A zero in UTF-8 makes no characters of its pairs of letters.
        let text = format!("{}\0.", "窓口counters".repeat(20));
        assert!(read(text.as_bytes()).0.starts_with("窓口counters"));
        let text = format!("{}\0.", "counters".repeat(20));
        assert!(read(text.as_bytes()).0.starts_with("counters"));
        let jis = TEXT.replace("ｶﾅ", "カナ");
        for (bytes, name) in [
            (bom, "UTF-8 BOM"),
            (SHIFT_JIS.encode(TEXT).0.into_owned(), "Shift_JIS"),
            (EUC_JP.encode(TEXT).0.into_owned(), "EUC-JP"),
            ([b"\xff\xfe".to_vec(), le.clone()].concat(), "UTF-16LE"),
            ([b"\xfe\xff".to_vec(), be.clone()].concat(), "UTF-16BE"),
            (le, "UTF-16LE"),
            (be, "UTF-16BE"),
        ] {
            assert_eq!(read(&bytes), (TEXT.into(), vec![Typo::Encoding(name)]));
        }
        let (bytes, typos) = (
            ISO_2022_JP.encode(&jis).0,
            vec![Typo::Encoding("ISO-2022-JP")],
        );
        assert_eq!(read(&bytes), (jis.clone(), typos));
        // One word is enough: 保険証.
        for (bytes, name) in [
            (b"name: \x95\xdb\x8c\xaf\x8f\xd8\n".as_slice(), "Shift_JIS"),
            (b"name: \xca\xdd\xb8\xb1\xbe\xda\n", "EUC-JP"),
        ] {
            assert_eq!(
                read(bytes),
                ("name: 保険証\n".into(), vec![Typo::Encoding(name)])
            );
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [
            b"\x80\x00\xff".as_slice(),
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
            b"PK\x03\x04\x14\x00\x06\x00",
            b"name: caf\xe9\n",
            b"---\nname: \xe5\xb1\xb1\xe7\n",
            b"\xff\xfea",
            b"a\0b",
        ] {
            assert!(decode(bytes, Breaks::Soft).is_err(), "{bytes:?}");
        }
    }

    #[test]
    fn old_line_ends_are_today_s() {
        assert_eq!(
            read(b"a\rb\r\nc\n"),
            ("a\nb\r\nc\n".into(), vec![Typo::LineEnds])
        );
        assert_eq!(read(b"a\r\nb\n"), ("a\r\nb\n".into(), vec![]));
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..60)) {
            let _ = decode(&bytes, Breaks::Soft);
        }

        #[test]
        fn every_character_is_kept(text in "[ぁ-ん]{2,6}[ぁ-んァ-ヶ亜-熙a-z、。\n]{10,40}") {
            for (encoding, name) in [(SHIFT_JIS, "Shift_JIS"), (EUC_JP, "EUC-JP"), (UTF_16LE, "")] {
                let bytes = if name.is_empty() {
                    [b"\xff\xfe".to_vec(), utf16(&text, u16::to_le_bytes)].concat()
                } else {
                    let (bytes, _, lost) = encoding.encode(&text);
                    if lost { continue; }
                    bytes.into_owned()
                };
                if let Ok(read) = decode(&bytes, Breaks::Soft) {
                    proptest::prop_assert_eq!(&*read.text, &*text);
                }
            }
        }
    }
}
