//! The fragment of a heading that has no mark. It comes from the heading's own words and those of the
//! headings above it in the text's outline, so that nothing else changes it: `h-` and the words, where
//! they are Latin letters and few, or else a fingerprint of them; below another heading a fingerprint of
//! that one's words follows.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

/// More words than this are not all repeated.
const MOST_WORDS: usize = 6;

/// The fragments given out so far on a page.
#[derive(Debug, Default)]
pub(super) struct Anchors {
    /// The headings that the next one may stand under: level and fragment by the text alone.
    above: Vec<(u8, String)>,
    /// How many headings had the same fragment by their text, with or without a mark of their own.
    seen: BTreeMap<String, usize>,
}

impl Anchors {
    /// The fragment of the next heading, of this level and these characters. Of headings of one text
    /// under one heading the second has a number, marked ones among them, so that a mark changes no
    /// other fragment. Headings below the second level have the fingerprint of what they stand under
    /// whether their words are repeated or not: else their being repeated elsewhere would change it.
    pub(super) fn next(&mut self, level: u8, text: &str) -> String {
        while self.above.pop_if(|(above, _)| *above >= level).is_some() {}
        let mut own = of(text);
        let above: Vec<&str> = self.above.iter().map(|(_, own)| own.as_str()).collect();
        let path = above.join("/");
        self.above.push((level, own.clone()));
        if level > 2 {
            own = format!("{own}-{}", fingerprint(&path, 4));
        }
        let count = self.seen.entry(own.clone()).or_default();
        *count += 1;
        match *count {
            1 => own,
            count => format!("{own}-{count}"),
        }
    }
}

/// The fragment by the text alone. Punctuation, width and case make no other one.
fn of(text: &str) -> String {
    let folded: String = text
        .nfkd()
        .filter(|c| !is_latin_mark(*c))
        .nfc()
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let words: Vec<&str> = folded.split_whitespace().collect();
    let is_plain = words.iter().all(|word| word.is_ascii()) && !words.is_empty();
    match words.get(..MOST_WORDS) {
        None if is_plain => format!("h-{}", words.join("-")),
        Some(first) if is_plain && words.len() == MOST_WORDS => format!("h-{}", first.join("-")),
        Some(first) if is_plain => {
            format!("h-{}-{}", first.join("-"), fingerprint(&words.join(" "), 4))
        }
        _ => format!("h-{}", fingerprint(&words.concat(), 6)),
    }
}

/// An accent on a Latin letter; the voicing marks of kana are part of their letter.
const fn is_latin_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// So many characters that are another text's only by chance, of an alphabet that is not misread.
fn fingerprint(text: &str, length: usize) -> String {
    const ALPHABET: &[u8; 32] = b"23456789abcdefghjkmnpqrstuvwxyz0";
    let hash = blake3::hash(text.as_bytes());
    let letter = |byte: &u8| {
        ALPHABET
            .get(usize::from(byte % 32))
            .copied()
            .map(char::from)
    };
    hash.as_bytes()
        .iter()
        .filter_map(letter)
        .take(length)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_words_are_repeated_and_others_fingerprinted() {
        assert_eq!(of("What’s lost"), "h-what-s-lost");
        assert_eq!(of("Café"), of("cafe"));
        let long = of("What happened at the counter in March");
        assert!(
            long.starts_with("h-what-happened-at-the-counter-in-"),
            "{long}"
        );
        let own = of("高齢者の負担");
        assert_eq!(own.len(), "h-".len() + 6);
        assert_eq!(own, of("「高齢者」の負担。"));
        assert_ne!(own, of("高齢者の声"));
        assert_ne!(of("か"), of("が"));
    }

    #[test]
    fn equal_headings_are_numbered() {
        let mut anchors = Anchors::default();
        let first = anchors.next(2, "まとめ");
        assert_eq!(anchors.next(2, "まとめ"), format!("{first}-2"));
        assert_ne!(anchors.next(2, "おわりに"), first);
    }

    /// The fragments of an outline's headings, each a level and a text.
    fn fragments<'t>(outline: &[(u8, &'t str)]) -> Vec<(&'t str, String)> {
        let mut anchors = Anchors::default();
        let next = |(level, text): &(u8, &'t str)| (*text, anchors.next(*level, text));
        outline.iter().map(next).collect()
    }

    #[test]
    fn a_heading_that_is_repeated_elsewhere_changes_no_other() {
        let old = fragments(&[
            (2, "A"),
            (3, "くわしく"),
            (4, "数"),
            (2, "B"),
            (3, "くわしく"),
            (4, "数"),
        ]);
        let new = fragments(&[
            (3, "くわしく"),
            (2, "C"),
            (3, "くわしく"),
            (4, "数"),
            (2, "A"),
            (3, "くわしく"),
            (4, "数"),
            (2, "B"),
            (3, "ほか"),
            (3, "くわしく"),
            (4, "数"),
        ]);
        let mut all: Vec<&String> = new.iter().map(|(_, fragment)| fragment).collect();
        assert_eq!(old[..3], new[4..7]);
        assert_eq!(old[3], new[7]);
        assert_eq!(old[4..], new[9..]);
        all.sort();
        all.dedup();
        assert_eq!(all.len(), new.len());
        // Neither does the only one, when a second comes before it.
        let alone = fragments(&[(2, "B"), (3, "Details")]);
        let second = fragments(&[(2, "A"), (3, "Details"), (2, "B"), (3, "Details")]);
        assert_eq!(alone, second[2..]);
    }
}
