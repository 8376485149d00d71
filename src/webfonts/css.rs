//! The rules of the faces: which file holds which characters, and system faces measured to
//! stand in for them, so that nothing moves when a file arrives.

use std::fmt::Write;
use std::ops::RangeInclusive;

use super::face::FontFace;

/// How often letters and the space stand in a thousand characters of English.
const ENGLISH: [(char, f32); 27] = [
    (' ', 170.0),
    ('e', 103.0),
    ('t', 75.0),
    ('a', 67.0),
    ('o', 62.0),
    ('i', 58.0),
    ('n', 58.0),
    ('s', 54.0),
    ('h', 49.0),
    ('r', 50.0),
    ('d', 34.0),
    ('l', 34.0),
    ('c', 24.0),
    ('u', 23.0),
    ('m', 20.0),
    ('f', 19.0),
    ('p', 17.0),
    ('g', 16.0),
    ('w', 17.0),
    ('y', 15.0),
    ('b', 13.0),
    ('v', 8.0),
    ('k', 6.0),
    ('x', 2.0),
    ('j', 1.0),
    ('q', 1.0),
    ('z', 1.0),
];

/// How Japanese text is made up, in a thousand characters: some of a kind, and how many.
const JAPANESE: [(&str, f32); 4] = [
    ("のにはをたがでとしてなりるれまいかすらこ", 490.0),
    ("ンスイルトラリアーシドカ", 75.0),
    ("、。「」", 55.0),
    ("保険証医療国民日本人", 380.0),
];

/// Faces that systems have, whose kana are as wide as kanji: regular and bold.
const SYSTEM_JAPANESE: [[&str; 9]; 2] = [
    [
        "Hiragino Sans W3",
        "HiraginoSans-W3",
        "Hiragino Kaku Gothic ProN W3",
        "HiraKakuProN-W3",
        "Noto Sans CJK JP Regular",
        "NotoSansCJKjp-Regular",
        "Yu Gothic Medium",
        "YuGothic-Medium",
        "Meiryo",
    ],
    [
        "Hiragino Sans W6",
        "HiraginoSans-W6",
        "Hiragino Kaku Gothic ProN W6",
        "HiraKakuProN-W6",
        "Noto Sans CJK JP Bold",
        "NotoSansCJKjp-Bold",
        "Yu Gothic Bold",
        "YuGothic-Bold",
        "Meiryo Bold",
    ],
];

/// A face that systems have under several names, and how far English in it goes for a character, in
/// ems, weighted as above.
struct Latin {
    names: &'static [&'static str],
    advance: f32,
}

/// What phones with Android have, then Arial and the faces made to its measures, which count where
/// both are there: regular and bold.
const SYSTEM_LATIN: [[Latin; 2]; 2] = [
    [
        Latin {
            names: &["Roboto", "Roboto Regular", "Roboto-Regular"],
            advance: 0.4441,
        },
        Latin {
            names: &[
                "Arial",
                "ArialMT",
                "Helvetica",
                "Liberation Sans",
                "LiberationSans",
                "Arimo Regular",
            ],
            advance: 0.4423,
        },
    ],
    [
        Latin {
            names: &["Roboto Bold", "Roboto-Bold"],
            advance: 0.4504,
        },
        Latin {
            names: &[
                "Arial Bold",
                "Arial-BoldMT",
                "Helvetica Bold",
                "Helvetica-Bold",
                "Liberation Sans Bold",
                "LiberationSans-Bold",
            ],
            advance: 0.4787,
        },
    ],
];

/// The characters of which a face has by far the most: kana and kanji.
const MOST: RangeInclusive<u32> = 0x3000..=0x9fff;

/// How many of these characters a style sheet would have to name one by one.
pub(super) fn kana_and_kanji(chars: &[char]) -> usize {
    let named = chars.iter().map(|char| u32::from(*char));
    named.filter(|char| MOST.contains(char)).count()
}

/// Appends the rules of a face's files, each with its characters in order and its place in the
/// output.
///
/// Of two rules that both hold a character the later one counts (CSS Fonts 4, section 11.3): so
/// the first file, which should be the one with the most kana and kanji, says that it holds them
/// all, and need not name its own.
pub(super) fn push_face(face: &FontFace<'_>, files: &[(&[char], &str)], out: &mut String) {
    for (at, (chars, path)) in files.iter().enumerate() {
        let mut ranges = ranges(chars.iter().map(|char| u32::from(*char)));
        if at == 0 && kana_and_kanji(chars) > 0 {
            ranges.retain(|range| !(MOST.contains(range.start()) && MOST.contains(range.end())));
            ranges.push(MOST);
        }
        push_head(face, out);
        let href = path.trim_start_matches("assets/");
        let _ = write!(out, "url({href}) format(\"woff2\");unicode-range:");
        push_ranges(&ranges, out);
        out.push_str("}\n");
    }
}

/// Appends the rule of a file that holds a face as the theme has it.
pub(super) fn push_whole(face: &FontFace<'_>, file: &str, out: &mut String) {
    push_head(face, out);
    let _ = writeln!(out, "url({file}) format(\"truetype\")}}");
}

fn push_head(face: &FontFace<'_>, out: &mut String) {
    let _ = write!(
        out,
        "@font-face{{font-family:\"{}\";font-weight:{};font-style:{};font-display:swap;src:",
        face.family,
        face.weight,
        if face.italic { "italic" } else { "normal" },
    );
    push_locals(&face.names, out);
}

/// Appends the rules of system faces that stand in for a face until its files are there.
pub(super) fn push_fallback(face: &FontFace<'_>, out: &mut String) {
    let at = usize::from(face.is_bold());
    let japanese = average(
        face,
        JAPANESE.iter().flat_map(|(chars, weight)| {
            let count = chars.chars().count();
            let each = f32::from(u16::try_from(count).unwrap_or(1));
            chars.chars().map(move |char| (char, weight / each))
        }),
    );
    if let Some(width) = japanese {
        let range = "U+2E80-9FFF,U+F900-FAFF,U+FF00-FFEF,U+20000-2FFFF";
        push_stand_in(face, &SYSTEM_JAPANESE[at], width, range, out);
    }
    if let Some(width) = average(face, ENGLISH.into_iter()) {
        for own in &SYSTEM_LATIN[at] {
            let size = width / own.advance;
            push_stand_in(face, own.names, size, "U+0-24F,U+2010-2027", out);
        }
    }
}

/// How far text goes for a character, in ems; `None` when the face lacks too many to tell.
fn average(face: &FontFace<'_>, text: impl Iterator<Item = (char, f32)>) -> Option<f32> {
    let (mut sum, mut seen, mut all) = (0.0, 0.0, 0.0);
    for (char, weight) in text {
        all += weight;
        if let Some(advance) = face.advance(char) {
            sum += advance * weight;
            seen += weight;
        }
    }
    (seen * 2.0 > all).then(|| sum / seen)
}

fn push_stand_in(face: &FontFace<'_>, locals: &[&str], size: f32, range: &str, out: &mut String) {
    let (above, below) = face.extent();
    let _ = write!(
        out,
        "@font-face{{font-family:\"{} Fallback\";font-weight:{};src:",
        face.family, face.weight
    );
    push_locals(locals, out);
    out.pop();
    let _ = writeln!(
        out,
        ";size-adjust:{:.1}%;ascent-override:{:.1}%;descent-override:{:.1}%;line-gap-override:0%;\
        unicode-range:{range}}}",
        size * 100.0,
        above / size * 100.0,
        below / size * 100.0,
    );
}

fn push_locals(names: &[impl AsRef<str>], out: &mut String) {
    for name in names {
        let _ = write!(out, "local(\"{}\"),", name.as_ref());
    }
}

/// Characters, which are in order, as few ranges.
fn ranges(chars: impl Iterator<Item = u32>) -> Vec<RangeInclusive<u32>> {
    let mut rest = chars.peekable();
    let mut ranges = Vec::new();
    while let Some(start) = rest.next() {
        let mut end = start;
        while let Some(next) = rest.next_if_eq(&(end + 1)) {
            end = next;
        }
        ranges.push(start..=end);
    }
    ranges
}

/// Appends ranges as `U+3041-3044,U+4FDD`.
fn push_ranges(ranges: &[RangeInclusive<u32>], out: &mut String) {
    for (at, range) in ranges.iter().enumerate() {
        let (start, end) = (range.start(), range.end());
        let comma = if at == 0 { "" } else { "," };
        let _ = if start == end {
            write!(out, "{comma}U+{start:X}")
        } else {
            write!(out, "{comma}U+{start:X}-{end:X}")
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every system face is measured by itself: text is as wide in it as in the face that follows.
    #[test]
    fn what_stands_in_is_as_wide_as_the_face() {
        let file = include_bytes!("../../themes/default/fonts/BIZUDPGothic-Bold.ttf");
        let face = FontFace::read(file).unwrap();
        let mut out = String::new();
        push_fallback(&face, &mut out);
        let own = average(&face, ENGLISH.into_iter()).unwrap();
        for latin in &SYSTEM_LATIN[1] {
            for name in latin.names {
                let rule = out
                    .lines()
                    .find(|rule| rule.contains(&format!("local(\"{name}\")")));
                let size = format!("size-adjust:{:.1}%", own / latin.advance * 100.0);
                assert!(rule.unwrap().contains(&size), "{name}: {out}");
            }
        }
        assert!(out.contains("local(\"Roboto Bold\")"), "{out}");
    }

    #[test]
    fn ranges_are_as_short_as_they_can_be() {
        let mut out = String::new();
        let chars = ['a', 'b', 'c', 'あ', '保', '信'].map(u32::from);
        push_ranges(&ranges(chars.into_iter()), &mut out);
        assert_eq!(out, "U+61-63,U+3042,U+4FDD,U+4FE1");
    }
}
