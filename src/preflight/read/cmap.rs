//! What the codes of a font mean: its `ToUnicode` map (ISO 32000-1 §9.10.3).

use std::collections::HashMap;

/// Characters by code.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ToUnicode {
    map: HashMap<u32, String>,
}

/// A token of a map.
#[derive(Debug, Clone, PartialEq, Eq)]
enum CmapToken {
    Hex(Vec<u8>),
    Open,
    Close,
    Word(String),
}

impl ToUnicode {
    /// Reads a map; what cannot be read is left out.
    pub(super) fn read(bytes: &[u8]) -> Self {
        let mut map = HashMap::new();
        let tokens = tokens(bytes);
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at += 1;
            match token {
                CmapToken::Word(word) if word == "beginbfchar" => {
                    while let [CmapToken::Hex(code), CmapToken::Hex(text), ..] = &tokens[at..] {
                        map.insert(number(code), text_of(text));
                        at += 2;
                    }
                }
                CmapToken::Word(word) if word == "beginbfrange" => {
                    at = ranges(&tokens, at, &mut map);
                }
                _ => {}
            }
        }
        Self { map }
    }

    /// What a code means.
    pub(super) fn get(&self, code: u32) -> Option<&str> {
        self.map.get(&code).map(String::as_str)
    }
}

/// Reads the ranges from a token on; gives back the token after them.
fn ranges(tokens: &[CmapToken], mut at: usize, map: &mut HashMap<u32, String>) -> usize {
    /// No font has more codes than this, and a broken map shall not fill the memory.
    const MOST: u32 = 0xFFFF;
    while let [CmapToken::Hex(first), CmapToken::Hex(last), to, ..] = &tokens[at..] {
        let (first, last) = (number(first), number(last));
        let codes = first..=last.min(first.saturating_add(MOST));
        at += 3;
        match to {
            CmapToken::Hex(text) => {
                for (step, code) in codes.enumerate() {
                    map.insert(code, text_of(&advanced(text, step)));
                }
            }
            CmapToken::Open => {
                for code in codes {
                    let Some(CmapToken::Hex(text)) = tokens.get(at) else {
                        break;
                    };
                    map.insert(code, text_of(text));
                    at += 1;
                }
                if tokens.get(at) == Some(&CmapToken::Close) {
                    at += 1;
                }
            }
            _ => return at,
        }
    }
    at
}

/// A text whose last unit is so many steps further.
fn advanced(text: &[u8], step: usize) -> Vec<u8> {
    let mut text = text.to_vec();
    if let Some([high, low]) = text.last_chunk_mut::<2>() {
        let step = u16::try_from(step).unwrap_or(u16::MAX);
        [*high, *low] = u16::from_be_bytes([*high, *low])
            .wrapping_add(step)
            .to_be_bytes();
    }
    text
}

fn number(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .take(4)
        .fold(0, |n, byte| n << 8 | u32::from(*byte))
}

/// UTF-16, big end first.
fn text_of(bytes: &[u8]) -> String {
    let units = bytes
        .chunks_exact(2)
        .map(|unit| u16::from_be_bytes([unit[0], unit[1]]));
    char::decode_utf16(units).filter_map(Result::ok).collect()
}

fn tokens(bytes: &[u8]) -> Vec<CmapToken> {
    let mut tokens = Vec::new();
    let mut rest = bytes;
    while let [first, after @ ..] = rest {
        match first {
            b'%' => {
                let end = after.iter().position(|b| *b == b'\n');
                rest = end.map_or(&[], |end| &after[end..]);
            }
            b'<' if after.first() == Some(&b'<') => rest = &after[1..],
            b'<' => {
                let end = after.iter().position(|b| *b == b'>').unwrap_or(after.len());
                tokens.push(CmapToken::Hex(hex(&after[..end])));
                rest = after.get(end + 1..).unwrap_or_default();
            }
            b'[' | b']' => {
                tokens.push(if *first == b'[' {
                    CmapToken::Open
                } else {
                    CmapToken::Close
                });
                rest = after;
            }
            byte if byte.is_ascii_alphanumeric() => {
                let end = rest
                    .iter()
                    .position(|b| !b.is_ascii_alphanumeric())
                    .unwrap_or(rest.len());
                tokens.push(CmapToken::Word(
                    String::from_utf8_lossy(&rest[..end]).into_owned(),
                ));
                rest = &rest[end..];
            }
            _ => rest = after,
        }
    }
    tokens
}

fn hex(digits: &[u8]) -> Vec<u8> {
    let value = |b: &u8| {
        char::from(*b)
            .to_digit(16)
            .and_then(|d| u8::try_from(d).ok())
    };
    let digits: Vec<u8> = digits.iter().filter_map(value).collect();
    digits
        .chunks(2)
        .map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn single_codes_ranges_and_lists() {
        let map = ToUnicode::read(
            b"2 beginbfchar\n<0001> <4FDD>\n<0002> <D842DFB7>\nendbfchar % note <0009>\n\
              2 beginbfrange\n<0010> <0012> <0041>\n<0020> <0021> [<0078> <00790079>]\nendbfrange",
        );
        let all =
            [1, 2, 0x10, 0x12, 0x20, 0x21].map(|code| map.get(code).unwrap_or("-").to_owned());
        assert_eq!(all, ["保", "𠮷", "A", "C", "x", "yy"]);
        assert_eq!(map.get(9), None);
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(bytes in ".{0,200}", raw: Vec<u8>) {
            let _ = ToUnicode::read(format!("beginbfrange {bytes}").as_bytes());
            let _ = ToUnicode::read(&raw);
        }
    }
}
