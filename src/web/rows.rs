//! Speakers in the order of a register: by the kana of their readings, else by the letters of
//! their family names.

use unicode_normalization::UnicodeNormalization;

use super::engine::fill;
use super::page_context::PageContext;
use crate::base::Lang;
use crate::site::{PersonId, Site, Version};

/// The rows of the kana table: the first character of each in the order of code points, and
/// what the row is called.
const KANA: [(char, char); 11] = [
    ('ぁ', 'あ'),
    ('か', 'か'),
    ('さ', 'さ'),
    ('た', 'た'),
    ('な', 'な'),
    ('は', 'は'),
    ('ま', 'ま'),
    ('ゃ', 'や'),
    ('ら', 'ら'),
    ('ゎ', 'わ'),
    ('ゕ', 'か'),
];

/// The consonants that Korean syllables begin with, in their order.
const CONSONANTS: &str = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

/// A row of the register: its letter or the first kana of its row, and who stands in it.
pub(super) struct RegisterRow {
    /// `None` for names of which nobody wrote down a reading.
    pub(super) letter: Option<char>,
    pub(super) speakers: Vec<PersonId>,
}

/// All speakers in rows; those without a reading stand last.
pub(super) fn of(place: &PageContext<'_>) -> Vec<RegisterRow> {
    let site = place.site();
    let mut all: Vec<(Option<char>, String, PersonId)> = site
        .speakers()
        .map(|id| {
            let key = key(site, place, id);
            (key.chars().next().and_then(letter), key, id)
        })
        .collect();
    all.sort_by(|a, b| (a.0.is_none(), a.0, &a.1, a.2).cmp(&(b.0.is_none(), b.0, &b.1, b.2)));
    all.chunk_by(|a, b| a.0 == b.0)
        .map(|row| RegisterRow {
            letter: row[0].0,
            speakers: row.iter().map(|(_, _, id)| *id).collect(),
        })
        .collect()
}

/// What a row of the register is called: か行, K.
pub(super) fn title(place: &PageContext<'_>, row: &RegisterRow) -> String {
    match row.letter {
        None => place.word("row_without_reading").to_owned(),
        Some(kana @ 'ぁ'..='ゖ') => {
            fill(place.word("row_of_kana"), &[("kana", &kana.to_string())])
        }
        Some(letter) => letter.to_string(),
    }
}

/// What a speaker is sorted by.
fn key(site: &Site, place: &PageContext<'_>, id: PersonId) -> String {
    let person = site.person(id);
    let Version { text: name, .. } = site.name_of(id, place.lang());
    match &person.reading {
        Some(reading) if place.lang().locale().has_readings => bare(reading),
        _ => family_first(name, place.lang()),
    }
}

/// Hiragana without voicing marks, small letters, spaces and case.
fn bare(text: &str) -> String {
    let hiragana = |c: char| match c {
        'ァ'..='ヶ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        c => c,
    };
    let marks = |c: &char| !matches!(c, '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}');
    text.nfkd()
        .filter(marks)
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .map(hiragana)
        .collect()
}

/// A name with its family name first: the word in capitals, else the last one.
fn family_first(name: &str, lang: Lang) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    if lang.locale().is_family_first || words.len() < 2 {
        return bare(name);
    }
    let capitals = |word: &&&str| word.len() > 1 && !word.chars().any(char::is_lowercase);
    let family = words.iter().find(capitals).or(words.last());
    format!("{} {}", bare(family.unwrap_or(&name)), bare(name))
}

/// The letter under which a key stands; `None` for an ideograph.
fn letter(first: char) -> Option<char> {
    match first {
        'ぁ'..='ゖ' => KANA
            .iter()
            .rev()
            .find(|(first_of_row, _)| *first_of_row <= first)
            .map(|(_, row)| *row),
        // A syllable's first consonant, which the key begins with.
        '\u{1100}'..='\u{1112}' => {
            let at = usize::try_from(u32::from(first) - 0x1100).unwrap_or_default();
            CONSONANTS.chars().nth(at)
        }
        c if c.is_ascii_alphanumeric() => Some(c.to_ascii_uppercase()),
        '\u{3400}'..='\u{9fff}' => None,
        c => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_the_kana_table() {
        let row = |text: &str| bare(text).chars().next().and_then(letter);
        for (reading, expected) in [
            ("ちば いちろう", 'た'),
            ("ヴェル", 'あ'),
            ("がとう", 'か'),
            ("ぱく", 'は'),
            ("ゃ", 'や'),
            ("ん", 'わ'),
            ("ｻﾄｳ", 'さ'),
            ("Ōe", 'O'),
            ("김영희", 'ㄱ'),
            ("한지민", 'ㅎ'),
        ] {
            assert_eq!(row(reading), Some(expected), "{reading}");
        }
        assert_eq!(row("千葉"), None);
    }

    #[test]
    fn family_names_come_first() {
        assert_eq!(family_first("Ichiro Chiba", Lang::EN), "chiba ichirochiba");
        assert_eq!(
            family_first("YAMADA Hanako", Lang::EN),
            "yamada yamadahanako"
        );
        assert_eq!(family_first("Plato", Lang::EN), "plato");
        let korean = Lang::parse("ko").unwrap();
        assert!(family_first("김 영희", korean).starts_with('ᄀ'));
    }
}
