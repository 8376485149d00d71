//! Text as it is searched: one form for everything that readers take for the same.
//!
//! `themes/default/js/search.js` folds what is typed in the same way; both are held to
//! `tests/search/folding.json`. In order: compatibility forms (Unicode NFKD: full width, half
//! width, circled) with Latin accents dropped; upper case to lower, katakana to hiragana, ideographs
//! to the form of today; ヴァ to ば; か for the counters ヶ and 箇; small kana to large, ぢ and づ to じ and
//! ず; long-vowel marks and apostrophes dropped; anything else that is no letter or digit to a space.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::variants;

/// How a word that the index holds may begin at most, in characters.
pub(super) const LONGEST_WORD: usize = 32;

/// A piece of folded text that the index holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Token<'t> {
    /// Two neighbouring characters of a script without spaces; the last of a run stands alone.
    Pair(char, Option<char>),
    /// A word of a script with spaces.
    Word(&'t str),
}

/// Appends the folded form of a text. What was there already is not looked at.
pub(super) fn fold(text: &str, out: &mut String) {
    let from = out.len();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let marked = rest.peek().copied().is_some_and(is_mark);
        if !marked && is_simple(c) {
            out.push(simple(c));
            continue;
        }
        let mut cluster = String::from(c);
        while let Some(mark) = rest.next_if(|c| is_mark(*c)) {
            cluster.push(mark);
        }
        let bare = cluster.nfkd().filter(|c| !is_accent(*c)).nfc();
        for c in bare {
            for c in c.to_lowercase() {
                out.push(simple(c));
            }
        }
    }
    kana(from, out);
}

/// Marks that belong to the character before them: accents, and the two voicing marks in full
/// and half width.
fn is_mark(c: char) -> bool {
    is_accent(c) || matches!(c, '\u{3099}' | '\u{309a}' | '\u{ff9e}' | '\u{ff9f}')
}

/// Latin accents, and what chooses a variant of an ideograph.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Whether a character is its own compatibility form and case does not matter to it.
fn is_simple(c: char) -> bool {
    matches!(c, ' '..='@' | '['..='~' | 'ぁ'..='ゖ' | 'ァ'..='ヶ' | 'ー' | '々' | '、' | '。' | '\u{4e00}'..='\u{9fff}')
}

/// One character by itself: space for what separates, `'` for what is dropped.
fn simple(c: char) -> char {
    match c {
        'a'..='z' | '0'..='9' | 'ぁ'..='ゖ' => c,
        'ァ'..='ヶ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        'ー' | '\'' | '’' => '\'',
        c if c.is_alphanumeric() || is_combining_mark(c) => variants::today(c),
        _ => ' ',
    }
}

/// The steps that look at neighbours, over what [`simple`] left from `from` on.
fn kana(from: usize, out: &mut String) {
    if !out[from..].contains(|c: char| matches!(c, '\'' | 'ぁ'..='ゖ' | '箇')) {
        return;
    }
    let all: Vec<char> = out[from..].chars().filter(|c| *c != '\'').collect();
    out.truncate(from);
    let mut i = 0;
    while let Some(&c) = all.get(i) {
        let next = all.get(i + 1).copied();
        let before = i.checked_sub(1).map(|i| all[i]);
        i += 1;
        let c = match (c, next) {
            ('ゔ', Some('ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ')) => {
                i += 1;
                match next {
                    Some('ぁ') => 'ば',
                    Some('ぃ') => 'び',
                    Some('ぇ') => 'べ',
                    Some('ぉ') => 'ぼ',
                    _ => 'ぶ',
                }
            }
            ('ゔ', _) => 'ぶ',
            ('け' | 'ゖ', Some('月' | '所' | '国' | '年' | '条'))
                if before.is_some_and(is_number) =>
            {
                'か'
            }
            ('ぁ', _) => 'あ',
            ('ぃ', _) => 'い',
            ('ぅ', _) => 'う',
            ('ぇ', _) => 'え',
            ('ぉ', _) => 'お',
            ('っ', _) => 'つ',
            ('ゃ', _) => 'や',
            ('ゅ', _) => 'ゆ',
            ('ょ', _) => 'よ',
            ('ゎ', _) => 'わ',
            ('ゕ' | '箇', _) => 'か',
            ('ゖ', _) => 'け',
            ('ぢ', _) => 'じ',
            ('づ', _) => 'ず',
            (c, _) => c,
        };
        out.push(c);
    }
}

fn is_number(c: char) -> bool {
    c.is_ascii_digit() || "〇一二三四五六七八九十百千数何".contains(c)
}

/// Whether a character belongs to a script written without spaces: kana, ideographs, hangul
/// and everything beyond.
fn is_unspaced(c: char) -> bool {
    c >= '\u{2e80}'
}

/// The pieces of folded text.
pub(super) fn tokens(folded: &str) -> impl Iterator<Item = Token<'_>> {
    folded.split(' ').flat_map(run_parts).flat_map(|part| {
        let unspaced = part.starts_with(is_unspaced);
        let word = (!unspaced).then(|| Token::Word(shortened(part)));
        let mut chars = part.chars().peekable();
        let pairs = std::iter::from_fn(move || {
            let first = chars.next().filter(|_| unspaced)?;
            Some(Token::Pair(first, chars.peek().copied()))
        });
        word.into_iter().chain(pairs)
    })
}

/// A run cut where scripts with and without spaces meet.
fn run_parts(run: &str) -> impl Iterator<Item = &str> {
    let mut rest = run;
    std::iter::from_fn(move || {
        let unspaced = is_unspaced(rest.chars().next()?);
        let end = rest
            .find(|c| is_unspaced(c) != unspaced)
            .unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        rest = after;
        Some(part)
    })
}

fn shortened(word: &str) -> &str {
    word.char_indices()
        .nth(LONGEST_WORD)
        .map_or(word, |(end, _)| &word[..end])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn folded(text: &str) -> String {
        let mut out = String::new();
        fold(text, &mut out);
        out
    }

    #[test]
    fn the_examples_that_the_browser_folds_too() {
        let examples = include_str!("../../../tests/search/folding.json");
        let examples: Vec<(String, String)> = serde_json::from_str(examples).unwrap();
        assert!(examples.len() > 40);
        for (text, expected) in examples {
            assert_eq!(folded(&text), expected, "{text}");
        }
    }

    #[test]
    fn runs_are_cut_into_pairs_and_words() {
        let all: Vec<Token<'_>> = tokens("a4用紙 を").collect();
        assert_eq!(
            all,
            [
                Token::Word("a4"),
                Token::Pair('用', Some('紙')),
                Token::Pair('紙', None),
                Token::Pair('を', None),
            ]
        );
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = folded(&text);
            prop_assert_eq!(folded(&once), once);
        }

        #[test]
        fn a_part_is_found_in_the_whole(before in "[ぁ-ゖァ-ヶ一-龥a-zＡ-Ｚ ]{0,9}", part in "[一-龥]{1,6}", after in "[a-z 、。]{0,9}") {
            let whole = folded(&format!("{before}{part}{after}"));
            prop_assert!(whole.contains(&folded(&part)));
        }
    }
}
