//! The rules of the faces: which file holds which characters, and system faces measured to
//! stand in for them, so that nothing moves when a file arrives.

use std::fmt::Write;

use super::face::FontFace;

/// The space and the letters in the order in which, and how often, they stand in a thousand
/// characters of English.
const ENGLISH: &str = " etaoinshrdlcufmpgwybvkxjqz";
const ENGLISH_SHARES: [u8; 27] = [
    170, 103, 75, 62, 67, 58, 58, 54, 49, 50, 34, 34, 24, 23, 19, 20, 17, 16, 17, 15, 13, 8, 6, 2,
    1, 1, 1,
];

/// How Japanese text is made up, in a thousand characters: some of a kind, and how many.
const JAPANESE: [(&str, f32); 4] = [
    ("のにはをたがでとしてなりるれまいかすらこ", 490.0),
    ("ンスイルトラリアーシドカ", 75.0),
    ("、。「」", 55.0),
    ("保険証医療国民日本人", 380.0),
];

/// Faces that systems have, whose kana are as wide as kanji: regular and bold.
const SYSTEM_JAPANESE: [&str; 2] = [
    "Hiragino Sans W3,HiraginoSans-W3,Hiragino Kaku Gothic ProN W3,HiraKakuProN-W3,\
    Noto Sans CJK JP Regular,NotoSansCJKjp-Regular,Yu Gothic Medium,YuGothic-Medium,Meiryo",
    "Hiragino Sans W6,HiraginoSans-W6,Hiragino Kaku Gothic ProN W6,HiraKakuProN-W6,\
    Noto Sans CJK JP Bold,NotoSansCJKjp-Bold,Yu Gothic Bold,YuGothic-Bold,Meiryo Bold",
];

/// What phones with Android have, then Arial and the faces made to its measures, which count where
/// both are there: regular and bold, each with how far English in it goes for a character, in ems.
const SYSTEM_LATIN: [[(&str, f32); 2]; 2] = [
    [
        ("Roboto,Roboto Regular,Roboto-Regular", 0.4441),
        (
            "Arial,ArialMT,Helvetica,Liberation Sans,LiberationSans,Arimo Regular",
            0.4423,
        ),
    ],
    [
        ("Roboto Bold,Roboto-Bold", 0.4504),
        (
            "Arial Bold,Arial-BoldMT,Helvetica Bold,Helvetica-Bold,Liberation Sans Bold,\
            LiberationSans-Bold",
            0.4787,
        ),
    ],
];

/// Appends the rule of a file, beside which the style sheet stands, with its characters in order.
/// Of two rules that both hold a character the later one counts (CSS Fonts 4, section 11.3).
pub(super) fn push_file(face: &FontFace<'_>, chars: &[char], file: &str, out: &mut String) {
    push_head(face, out);
    let _ = write!(out, "url({file}) format(\"woff2\");unicode-range:");
    push_ranges(chars, out);
    out.push_str("}\n");
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
    push_locals(face.names.iter().map(String::as_str), out);
}

/// Appends the rules of system faces that stand in for a face until its files are there.
pub(super) fn push_fallback(face: &FontFace<'_>, out: &mut String) {
    // Text stands in for large type.
    if face.is_display {
        return;
    }
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
        push_stand_in(face, SYSTEM_JAPANESE[at], width, range, out);
    }
    if let Some(width) = average(face, english()) {
        for (names, own) in SYSTEM_LATIN[at] {
            push_stand_in(face, names, width / own, "U+0-24F,U+2010-2027", out);
        }
    }
}

fn english() -> impl Iterator<Item = (char, f32)> {
    ENGLISH.chars().zip(ENGLISH_SHARES.map(f32::from))
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

fn push_stand_in(face: &FontFace<'_>, locals: &str, size: f32, range: &str, out: &mut String) {
    let (above, below) = face.extent();
    let _ = write!(
        out,
        "@font-face{{font-family:\"{} Fallback\";font-weight:{};src:",
        face.family, face.weight
    );
    push_locals(locals.split(','), out);
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

fn push_locals<'n>(names: impl Iterator<Item = &'n str>, out: &mut String) {
    for name in names {
        let _ = write!(out, "local(\"{name}\"),");
    }
}

/// Appends characters, which are in order, as few ranges: `U+3041-3044,U+4FDD`.
fn push_ranges(chars: &[char], out: &mut String) {
    let follows = |a: &char, b: &char| u32::from(*a) + 1 == u32::from(*b);
    for run in chars.chunk_by(follows) {
        let (start, end) = (u32::from(run[0]), u32::from(run[run.len() - 1]));
        let _ = if start == end {
            write!(out, "U+{start:X},")
        } else {
            write!(out, "U+{start:X}-{end:X},")
        };
    }
    out.pop();
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
        let own = average(&face, english()).unwrap();
        for (names, advance) in SYSTEM_LATIN[1] {
            for name in names.split(',') {
                let local = format!("local(\"{name}\")");
                let rule = out.lines().find(|rule| rule.contains(&local));
                let size = format!("size-adjust:{:.1}%", own / advance * 100.0);
                assert!(rule.unwrap().contains(&size), "{name}: {out}");
            }
        }
        assert!(out.contains("local(\"Roboto Bold\")"), "{out}");
    }

    #[test]
    fn ranges_are_as_short_as_they_can_be() {
        let mut out = String::new();
        push_ranges(&['a', 'b', 'c', 'あ', '保', '信'], &mut out);
        assert_eq!(out, "U+61-63,U+3042,U+4FDD,U+4FE1");
    }
}
