//! Whether what is printed is what was said: every sentence of a PDF that is nearly one of a
//! statement has to be exactly that one.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

/// What was said in one language, and what else the site says in it.
#[derive(Debug, Default)]
pub struct Statements {
    sentences: Vec<Sentence>,
    /// Everything on the site, reduced; a text may stand on a leaflet because it is the site's
    /// own, however near it comes to somebody's words.
    everything: String,
    /// Every sentence of the site, reduced: where one stands word for word, nothing is altered.
    known: Vec<String>,
}

/// A sentence of a statement.
#[derive(Debug)]
struct Sentence {
    written: String,
    reduced: Vec<char>,
    whole: String,
}

/// A sentence that is printed otherwise than it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Altered {
    /// As it is printed.
    pub printed: String,
    /// As it was written.
    pub written: String,
}

/// A sentence shorter than this is too common to be told by its words.
const SHORT: usize = 12;
/// So many characters in a row are looked for at once.
const GRAM: usize = 4;

impl Statements {
    /// Gathers statements, and everything that the site says besides.
    #[must_use]
    pub fn new<'t>(
        statements: impl IntoIterator<Item = &'t str>,
        others: impl IntoIterator<Item = &'t str>,
    ) -> Self {
        let mut all = Self::default();
        let keep = |text: &str, known: &mut Vec<String>| {
            let long = |text: &String| text.chars().count() >= SHORT;
            known.extend(sentences(text).into_iter().map(reduced).filter(long));
        };
        for text in statements {
            keep(text, &mut all.known);
            all.everything.push_str(&reduced(text));
            all.everything.push('\n');
            for written in sentences(text) {
                let whole = reduced(written);
                let reduced: Vec<char> = whole.chars().collect();
                if reduced.len() >= SHORT {
                    all.sentences.push(Sentence {
                        written: written.to_owned(),
                        reduced,
                        whole,
                    });
                }
            }
        }
        for text in others {
            keep(text, &mut all.known);
            all.everything.push_str(&reduced(text));
            all.everything.push('\n');
        }
        all
    }

    /// Compares a text: how many sentences stand in it word for word, and which do almost.
    pub(super) fn compare(&self, printed: &str) -> (usize, Vec<Altered>) {
        let whole = reduced(printed);
        let text = self.unknown(&whole);
        let mut places: HashMap<&[char], Vec<usize>> = HashMap::new();
        for (at, gram) in text.windows(GRAM).enumerate() {
            places.entry(gram).or_default().push(at);
        }
        let (mut same, mut altered) = (0, Vec::new());
        for sentence in &self.sentences {
            if whole.contains(&sentence.whole) {
                same += 1;
            } else if let Some(printed) = near(&sentence.reduced, &text, &places)
                && !self.everything.contains(&printed)
            {
                altered.push(Altered {
                    printed,
                    written: sentence.written.clone(),
                });
            }
        }
        (same, altered)
    }

    /// The characters of a text, those of sentences that stand word for word on the site blotted
    /// out: a summary that comes near to a sentence of its statement is not that sentence altered.
    fn unknown(&self, text: &str) -> Vec<char> {
        let mut known = vec![false; text.len()];
        for sentence in &self.known {
            for (at, found) in text.match_indices(sentence.as_str()) {
                known[at..at + found.len()].fill(true);
            }
        }
        let blotted = |(at, c): (usize, char)| if known[at] { '\0' } else { c };
        text.char_indices().map(blotted).collect()
    }
}

/// The part of a text that comes near to a sentence.
fn near(sentence: &[char], text: &[char], places: &HashMap<&[char], Vec<usize>>) -> Option<String> {
    /// Of the runs of characters, so many have to be found close together.
    const SHARED: f64 = 0.45;
    /// Of the characters, so many may differ.
    const DIFFERENT: f64 = 0.3;
    /// Where runs are found, counted in steps of so many characters.
    const STEP: usize = 8;
    let grams = sentence.windows(GRAM).enumerate();
    let mut hits: HashMap<usize, usize> = HashMap::new();
    for (at, gram) in grams {
        let mut last = None;
        for place in places.get(gram).into_iter().flatten() {
            let step = (place + sentence.len() - at) / STEP;
            if last != Some(step) {
                *hits.entry(step).or_default() += 1;
                last = Some(step);
            }
        }
    }
    let of = |step: usize| hits.get(&step).copied().unwrap_or_default();
    let best = hits
        .keys()
        .map(|step| (of(*step) + of(step + 1), *step))
        .max_by_key(|(n, step)| (*n, usize::MAX - step))?;
    let total = sentence.len() - GRAM + 1;
    if share(best.0, total) < SHARED {
        return None;
    }
    let from = (best.1 * STEP).saturating_sub(sentence.len() + STEP);
    let to = (best.1 * STEP + 3 * STEP + sentence.len() / 4).min(text.len());
    let window = text.get(from..to)?;
    let (distance, start, end) = align(sentence, window)?;
    if share(distance, sentence.len()) > DIFFERENT || end - start < SHORT / 2 {
        return None;
    }
    Some(window[start..end].iter().collect())
}

#[allow(clippy::cast_precision_loss, reason = "sentences are short")]
fn share(part: usize, all: usize) -> f64 {
    part as f64 / all.max(1) as f64
}

/// The part of `window` that differs least from `sentence`: by how many characters, from where,
/// to where.
fn align(sentence: &[char], window: &[char]) -> Option<(usize, usize, usize)> {
    // Each cell: how many differ, and where in the window this way began.
    let mut row: Vec<(usize, usize)> = (0..=window.len()).map(|at| (0, at)).collect();
    for (done, c) in sentence.iter().enumerate() {
        let mut next = Vec::with_capacity(row.len());
        next.push((done + 1, 0));
        for (at, w) in window.iter().enumerate() {
            let swapped = (row[at].0 + usize::from(c != w), row[at].1);
            let dropped = (row[at + 1].0 + 1, row[at + 1].1);
            let added = (next[at].0 + 1, next[at].1);
            next.push(swapped.min(dropped).min(added));
        }
        row = next;
    }
    let ends = row.into_iter().enumerate();
    ends.min_by_key(|(_, (distance, _))| *distance)
        .map(|(end, (distance, start))| (distance, start, end))
}

/// The sentences of a text, with their closing marks.
fn sentences(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    for line in text.lines() {
        let mut start = 0;
        let mut chars = line.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let next = chars.peek().map(|(_, c)| *c);
            let ends = matches!(c, '。' | '！' | '？')
                || matches!(c, '.' | '!' | '?') && next.is_none_or(char::is_whitespace);
            if ends {
                let end = at + c.len_utf8();
                all.push(line[start..end].trim());
                start = end;
            }
        }
        all.push(line[start..].trim());
    }
    all.retain(|sentence| !sentence.is_empty());
    all
}

/// A text without what setting it changes: spaces, hyphens, the form of quotation marks, the
/// full stop of its last sentence.
fn reduced(text: &str) -> String {
    let kept = text.nfkc().filter_map(|c| match c {
        '-' | '\u{ad}' | '\u{2010}' | '\u{2011}' => None,
        '\u{2018}' | '\u{2019}' => Some('\''),
        '\u{201c}' | '\u{201d}' => Some('"'),
        c if c.is_whitespace() || c.is_control() => None,
        c => Some(c),
    });
    let kept: String = kept.collect();
    kept.trim_end_matches(['。', '.']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SAID: &str = "番号で暮らしが見えてしまうのではないかと心配しています。受付に長い列ができ、お年寄りが立ちつくしています。";

    fn altered(printed: &str) -> Vec<String> {
        let statements =
            Statements::new([SAID], ["受付には長い列ができ、お年寄りが立ち尽くします。"]);
        let (_, altered) = statements.compare(printed);
        altered.into_iter().map(|a| a.printed).collect()
    }

    #[test]
    fn what_was_said_is_what_is_printed() {
        let none: [&str; 0] = [];
        assert_eq!(altered(SAID), none);
        assert_eq!(
            altered("まったく別の文です。ここには何も引用されていません。"),
            none
        );
        assert_eq!(
            altered("「番号で暮らしが 見えてしまうのではないかと\n心配しています」山田"),
            none
        );
    }

    #[test]
    fn a_changed_word_is_seen() {
        let changed = SAID.replace("心配して", "安心して");
        assert_eq!(
            altered(&changed),
            ["番号で暮らしが見えてしまうのではないかと安心しています"]
        );
        let cut = SAID.replace("のではないかと心配しています", "…");
        assert_eq!(
            altered(&cut).len(),
            0,
            "too little is left to be told from another text"
        );
        let shorter = SAID.replace("お年寄りが", "");
        assert_eq!(altered(&shorter).len(), 1);
    }

    #[test]
    fn the_sites_own_words_are_not_somebody_elses() {
        assert_eq!(
            altered("受付には長い列ができ、お年寄りが立ち尽くします。"),
            [""; 0]
        );
    }

    #[test]
    fn english_is_compared_without_line_ends_and_hyphens() {
        let said = "A number lays our lives open to anybody who cares to look.";
        let statements = Statements::new([said], []);
        let (same, altered) =
            statements.compare("A number lays our lives open to any-\nbody who cares to look.");
        assert_eq!((same, altered.len()), (1, 0));
        let (same, altered) =
            statements.compare("A number keeps our lives open to anybody who cares to look.");
        assert_eq!((same, altered.len()), (0, 1));
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(said in "\\PC{0,80}", printed in "\\PC{0,120}") {
            let _ = Statements::new([said.as_str()], []).compare(&printed);
        }
    }
}
