//! Names as people type them into names as files have them.

use unicode_normalization::UnicodeNormalization;

use crate::base::{Date, DocKind, Lang, Slug};

/// A name such as files of a kind have.
#[must_use]
pub(crate) const fn example(kind: DocKind) -> &'static str {
    match kind {
        DocKind::Speaker | DocKind::Statement => "yamada",
        DocKind::Topic => "privacy",
        DocKind::Event => "2024-10-05-rally",
        DocKind::Leaflet => "rally",
        DocKind::Page => "about",
    }
}

/// What a name that cannot be a slug was probably meant to be: letters made small and
/// half-width, kana romanised, gaps joined by hyphens. `None` when characters remain that have
/// no reading of their own, such as kanji.
#[must_use]
pub(crate) fn suggestion(written: &str) -> Option<Slug> {
    let text: String = written.nfkc().collect::<String>().to_lowercase();
    let text = without_ending(text.trim());
    let mut name = String::new();
    let mut rest = text.chars().peekable();
    let mut double = false;
    while let Some(c) = rest.next() {
        let kana = hiragana(c);
        if c.is_ascii_alphanumeric() {
            name.push(c);
        } else if kana == 'っ' {
            double = true;
            continue;
        } else if kana == 'ー' {
            continue;
        } else if let Some(sound) = mora(kana) {
            let small = rest.peek().and_then(|next| glide(hiragana(*next)));
            let sound = match small {
                Some(vowel) if sound.len() > 1 && sound.ends_with('i') => {
                    rest.next();
                    glided(sound, vowel)
                }
                _ => sound.to_owned(),
            };
            if double {
                // Hepburn: っち is tchi, every other doubles its consonant.
                name.push_str(if sound.starts_with("ch") {
                    "t"
                } else {
                    &sound[..1]
                });
            }
            name.push_str(&sound);
        } else if c.is_ascii_punctuation() || c.is_whitespace() || c == '・' || c == '\u{b7}' {
            if !name.is_empty() && !name.ends_with('-') {
                name.push('-');
            }
        } else {
            return None;
        }
        double = false;
    }
    Slug::parse(name.trim_end_matches('-'))
}

/// The figures of a day that a name begins with, and what follows.
fn day_of(name: &Slug) -> Option<([&str; 3], &str)> {
    let mut parts = name.as_str().splitn(4, '-');
    let day = [parts.next()?, parts.next()?, parts.next()?];
    let is_figure = |part: &&str| part.bytes().all(|b| b.is_ascii_digit());
    let is_day = day[0].len() == 4 && day[1..].iter().all(|part| part.len() <= 2);
    (is_day && day.iter().all(is_figure)).then(|| (day, parts.next().unwrap_or_default()))
}

/// Whether a name begins like a day that there is not, or that is not written in full.
#[must_use]
pub(crate) fn is_no_day(name: &Slug) -> bool {
    day_of(name).is_some_and(|(day, _)| Date::parse(&day.join("-")).is_none())
}

/// The name with its day written in full: `2025-3-8-rally` as `2025-03-08-rally`.
#[must_use]
pub(crate) fn with_day(name: &Slug) -> Option<Slug> {
    let ([year, month, day], rest) = day_of(name)?;
    let day = format!("{year}-{month:0>2}-{day:0>2}");
    Date::parse(&day)?;
    Slug::parse(format!("{day}-{rest}").trim_end_matches('-'))
}

/// A file's name without `.ja.md`, should somebody have typed all of it.
fn without_ending(name: &str) -> &str {
    let Some(stem) = name.strip_suffix(".md") else {
        return name;
    };
    match stem.rsplit_once('.') {
        Some((slug, lang)) if Lang::parse(lang).is_some() => slug,
        _ => stem,
    }
}

/// Katakana as hiragana; anything else as it is.
fn hiragana(c: char) -> char {
    match c {
        'ァ'..='ヶ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        other => other,
    }
}

/// The vowel that a small や, ゆ or よ gives to the sound before it.
const fn glide(c: char) -> Option<char> {
    match c {
        'ゃ' => Some('a'),
        'ゅ' => Some('u'),
        'ょ' => Some('o'),
        _ => None,
    }
}

/// し and ゃ are sha, き and ゃ are kya.
fn glided(sound: &str, vowel: char) -> String {
    let stem = sound.trim_end_matches('i');
    match stem {
        "sh" | "ch" | "j" => format!("{stem}{vowel}"),
        _ => format!("{stem}y{vowel}"),
    }
}

/// Hiragana in Hepburn's spelling, long vowels as they are written: rows of the syllabary, each
/// with the sounds in its order.
const SYLLABARY: [(&str, &str); 18] = [
    ("あいうえお", "a i u e o"),
    ("ぁぃぅぇぉ", "a i u e o"),
    ("かきくけこ", "ka ki ku ke ko"),
    ("がぎぐげご", "ga gi gu ge go"),
    ("さしすせそ", "sa shi su se so"),
    ("ざじずぜぞ", "za ji zu ze zo"),
    ("たちつてと", "ta chi tsu te to"),
    ("だぢづでど", "da ji zu de do"),
    ("なにぬねの", "na ni nu ne no"),
    ("はひふへほ", "ha hi fu he ho"),
    ("ばびぶべぼ", "ba bi bu be bo"),
    ("ぱぴぷぺぽ", "pa pi pu pe po"),
    ("まみむめも", "ma mi mu me mo"),
    ("やゆよ", "ya yu yo"),
    ("ゃゅょ", "ya yu yo"),
    ("らりるれろ", "ra ri ru re ro"),
    ("わゐゑを", "wa i e o"),
    ("んゔ", "n vu"),
];

fn mora(kana: char) -> Option<&'static str> {
    SYLLABARY.iter().find_map(|(row, sounds)| {
        let at = row.chars().position(|c| c == kana)?;
        sounds.split(' ').nth(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_romanised() {
        let cases = [
            ("やまだ はなこ", Some("yamada-hanako")),
            ("ヤマダ・ハナコ", Some("yamada-hanako")),
            ("ﾔﾏﾀﾞ", Some("yamada")),
            ("はっとり", Some("hattori")),
            ("ほっちきす", Some("hotchikisu")),
            ("しゅんじ きょうこ", Some("shunji-kyouko")),
            ("Ｙａｍａｄａ＿Ｈ", Some("yamada-h")),
            ("Yamada.ja.md", Some("yamada")),
            ("../etc/passwd", Some("etc-passwd")),
            ("山田花子", None),
            ("", None),
            ("！", None),
        ];
        for (written, name) in cases {
            assert_eq!(
                suggestion(written).as_ref().map(Slug::as_str),
                name,
                "{written}"
            );
        }
    }

    #[test]
    fn days_are_written_in_full() {
        let cases = [
            ("2025-3-8-rally", Some("2025-03-08-rally")),
            ("2025-3-8", Some("2025-03-08")),
            ("2025-3-8-", Some("2025-03-08")),
            ("2025-3-8-rally-", Some("2025-03-08-rally")),
            ("2025-2-30-rally", None),
            ("rally", None),
        ];
        for (written, name) in cases {
            let written = Slug::parse(written).unwrap();
            assert_eq!(with_day(&written).as_ref().map(Slug::as_str), name);
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_gives_a_slug_or_nothing(text in "([ぁ-ヺ]|\\PC){0,20}") {
            let _ = suggestion(&text);
        }
    }
}
