//! Whether what is printed is what was said: every sentence of a PDF that is nearly one of a
//! statement has to be exactly that one.

use std::collections::{BTreeSet, HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;

use crate::typesetting::{is_unseen, sentences};

/// What was said in one language, and what else the site says in it.
#[derive(Debug, Default)]
pub struct Statements {
    /// Every sentence of the site that is long enough: where one stands word for word, nothing is
    /// altered.
    known: Vec<Sentence>,
    /// The numbers of sentences, by the characters that they begin with.
    begins: HashMap<[char; GRAM], Vec<usize>>,
    /// The runs of characters in what was said, in order, so that a text is compared only with
    /// sentences that have much in common with it.
    runs: Vec<GramRun>,
    /// Everything on the site, reduced; a text may stand on a leaflet because it is the site's
    /// own, however near it comes to somebody's words.
    everything: String,
    /// What the site says besides in few words, reduced: titles and headings, which may be a part of
    /// somebody's sentence.
    brief: Vec<String>,
}

/// A sentence of the site.
#[derive(Debug)]
struct Sentence {
    reduced: Vec<char>,
    /// As it was written, if it is a statement's.
    said: Option<String>,
}

/// A run of characters: its fingerprint, and the number of the sentence in which it stands.
type GramRun = (u32, u32);

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
/// Of a sentence's runs of characters, so many have to be found close together.
const SHARED: f64 = 0.45;
/// What stands in the place of what was found; no reduced text holds it.
const BLOT: char = '\0';

impl Statements {
    /// Gathers statements, and everything that the site says besides.
    #[must_use]
    pub fn new<'t>(
        statements: impl IntoIterator<Item = &'t str>,
        others: impl IntoIterator<Item = &'t str>,
    ) -> Self {
        let mut all = Self::default();
        for text in statements {
            all.take(text, true);
        }
        for text in others {
            all.take(text, false);
        }
        all.runs.sort_unstable();
        all
    }

    fn take(&mut self, text: &str, is_said: bool) {
        self.everything.push_str(&reduced(text));
        self.everything.push('\n');
        for written in sentences(text) {
            let reduced: Vec<char> = reduced(written).chars().collect();
            let Some(begin) = reduced.first_chunk().filter(|_| reduced.len() >= SHORT) else {
                if !is_said && reduced.len() >= SHORT / 2 {
                    self.brief.push(reduced.into_iter().collect());
                }
                continue;
            };
            let number = self.known.len();
            self.begins.entry(*begin).or_default().push(number);
            if let (true, Ok(number)) = (is_said, u32::try_from(number)) {
                let runs = reduced.windows(GRAM).map(|run| (fingerprint(run), number));
                self.runs.extend(runs);
            }
            self.known.push(Sentence {
                said: is_said.then(|| written.to_owned()),
                reduced,
            });
        }
    }

    /// Compares a text: how many sentences of statements stand in it word for word, and which do
    /// almost.
    pub(super) fn compare(&self, printed: &str) -> (usize, Vec<Altered>) {
        let mut text: Vec<char> = reduced(printed).chars().collect();
        let stand = self.blot(&mut text);
        let said = |number: &&usize| self.known[**number].said.is_some();
        let same = stand.iter().filter(said).count();
        let mut places: HashMap<&[char], Vec<usize>> = HashMap::new();
        for (at, gram) in text.windows(GRAM).enumerate() {
            if !gram.contains(&BLOT) {
                places.entry(gram).or_default().push(at);
            }
        }
        let altered = |number: usize| {
            let sentence = self.known.get(number)?;
            let written = sentence.said.clone()?;
            let (printed, differ) = near(&sentence.reduced, &text, &places)?;
            let own = self.everything.contains(&printed)
                || self.is_brief(&sentence.reduced, &printed, differ);
            (!own).then_some(Altered { printed, written })
        };
        let alike = self.alike(places.keys().copied());
        let alike = alike.into_iter().filter(|number| !stand.contains(number));
        (same, alike.filter_map(altered).collect())
    }

    /// Whether what comes near to a sentence is something that the site says in few words, with what the
    /// search took along beside it: alone, that comes as near.
    fn is_brief(&self, sentence: &[char], printed: &str, differ: usize) -> bool {
        let mut within = self.brief.iter().filter(|own| printed.contains(*own));
        within.any(|own| {
            let own: Vec<char> = own.chars().collect();
            align(sentence, &own).is_some_and(|(alone, ..)| alone <= differ)
        })
    }

    /// Blots out of a text the sentences that stand on the site word for word: a summary that
    /// comes near to a sentence of its statement is not that sentence altered. Gives back their
    /// numbers.
    fn blot(&self, text: &mut [char]) -> HashSet<usize> {
        let (mut stand, mut found) = (HashSet::new(), Vec::new());
        for (at, begin) in text.windows(GRAM).enumerate() {
            for number in self.begins.get(begin).into_iter().flatten() {
                let sentence = &self.known[*number].reduced;
                if text[at..].starts_with(sentence) {
                    stand.insert(*number);
                    found.push(at..at + sentence.len());
                }
            }
        }
        for range in found {
            text[range].fill(BLOT);
        }
        stand
    }

    /// The sentences of statements that may come near to a text, whose runs are given each once:
    /// those that share enough of them.
    fn alike<'r>(&self, runs: impl Iterator<Item = &'r [char]>) -> BTreeSet<usize> {
        let mut shared: HashMap<u32, usize> = HashMap::new();
        for run in runs.map(fingerprint) {
            let from = self.runs.partition_point(|(other, _)| *other < run);
            let same = self.runs[from..]
                .iter()
                .take_while(|(other, _)| *other == run);
            for (_, number) in same {
                *shared.entry(*number).or_default() += 1;
            }
        }
        let enough = |(number, shared): (u32, usize)| {
            let number = usize::try_from(number).ok()?;
            let total = self.known.get(number)?.reduced.len() - GRAM + 1;
            // A run that stands in a text twice counts twice where they are looked at closely.
            (share(2 * shared, total) >= SHARED).then_some(number)
        };
        shared.into_iter().filter_map(enough).collect()
    }
}

/// A number that tells a run of characters from most others (FNV-1a).
fn fingerprint(run: &[char]) -> u32 {
    run.iter().fold(0x811c_9dc5, |hash, c| {
        (hash ^ u32::from(*c)).wrapping_mul(0x0100_0193)
    })
}

/// The part of a text that comes near to a sentence, and by how many characters it differs.
fn near(
    sentence: &[char],
    text: &[char],
    places: &HashMap<&[char], Vec<usize>>,
) -> Option<(String, usize)> {
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
    Some((window[start..end].iter().collect(), distance))
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

/// A text without what setting it changes: spaces, hyphens, the form of quotation marks, the
/// full stop of its last sentence.
fn reduced(text: &str) -> String {
    let kept = text.nfkc().filter_map(|c| match c {
        '-' | '\u{ad}' | '\u{2010}' | '\u{2011}' => None,
        '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{2032}' => Some('\''),
        '\u{201c}' | '\u{201d}' => Some('"'),
        c if c.is_whitespace() || c.is_control() || is_unseen(c) => None,
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
    fn a_title_that_is_part_of_a_sentence_is_no_altered_sentence() {
        let statements = Statements::new(["患者の声を聞いてください。"], ["声を聞いてください"]);
        let (_, altered) = statements.compare("ほかの人の発言から声を聞いてください山田花子");
        assert_eq!(altered, vec![]);
        for altered in ["患者の声は聞いてください", "人々の声を聞いてください"]
        {
            let (_, found) = statements.compare(&format!("ほかの人は{altered}山田花子"));
            assert_eq!(found.len(), 1, "{altered}");
        }
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

    #[test]
    fn of_many_statements_the_altered_one_is_found() {
        let sentence = |n: u32| {
            format!(
                "{n}番の窓口では、{}人が{n}時間も待ったと聞きました。",
                n * 7
            )
        };
        let said: Vec<String> = (100..160).map(sentence).collect();
        let statements = Statements::new(said.iter().map(String::as_str), []);
        let printed = said.concat().replace("131時間も待った", "131時間は待った");
        let (same, altered) = statements.compare(&printed);
        assert_eq!((same, altered.len()), (59, 1));
        assert_eq!(altered[0].written, said[31]);
        // Said by two, and printed once, it stands for both.
        let twice = Statements::new([SAID, SAID], []);
        assert_eq!(twice.compare(SAID), (4, vec![]));
    }

    proptest! {
        #[test]
        fn a_sentence_that_comes_near_is_never_passed_over(
            said in "[あ-こ]{12,40}", extra in "[あ-こ]{0,3}", at in 0..12_usize,
        ) {
            // Whatever is near when looked at closely is also among those that are.
            let mut printed: Vec<char> = said.chars().collect();
            printed.splice(at..at, extra.chars());
            let printed: String = printed.into_iter().collect();
            let said_chars: Vec<char> = said.chars().collect();
            let text: Vec<char> = printed.chars().collect();
            let mut places: HashMap<&[char], Vec<usize>> = HashMap::new();
            for (at, gram) in text.windows(GRAM).enumerate() {
                places.entry(gram).or_default().push(at);
            }
            let statements = Statements::new([said.as_str()], []);
            let is_near = near(&said_chars, &text, &places).is_some();
            let alike = statements.alike(places.keys().copied());
            prop_assert!(!is_near || alike.contains(&0));
        }

        #[test]
        fn nothing_makes_it_panic(said in "\\PC{0,80}", printed in "\\PC{0,120}") {
            let _ = Statements::new([said.as_str()], []).compare(&printed);
        }
    }
}
