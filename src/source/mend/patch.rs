//! A text with its mends made, and the way back from a place in it to the same place in the
//! text that was written.

use similar::{ChangeTag, TextDiff};

use super::{Fix, MOST_PASSES};
use crate::base::Span;

/// Longer lines, in bytes before and after, are compared by their beginnings and ends alone.
const LONGEST: usize = 16 << 10;

/// A mended text.
#[derive(Debug)]
pub(in crate::source) struct Patched {
    /// The text with all mends made.
    pub(in crate::source) text: String,
    /// What differs, in order: a piece of the mended text and the piece it stands for.
    pieces: Vec<(Span, Span)>,
}

impl Patched {
    /// Makes mends, which are in order and do not overlap.
    pub(in crate::source) fn new(text: &str, mends: &[Fix]) -> Self {
        let mut patched = Self {
            text: String::with_capacity(text.len() + 16),
            pieces: Vec::new(),
        };
        let mut at = 0;
        for mend in mends {
            patched.text.push_str(&text[at..mend.span.start]);
            patched.replace(&text[mend.span.start..mend.span.end], mend);
            at = mend.span.end;
        }
        patched.text.push_str(&text[at..]);
        patched
    }

    fn replace(&mut self, old: &str, mend: &Fix) {
        if old.len() + mend.with.len() > LONGEST {
            return self.replace_middle(old, mend);
        }
        let diff = TextDiff::from_chars(old, mend.with.as_str());
        let (mut from, mut to) = (mend.span.start, self.text.len());
        for change in diff.iter_all_changes() {
            let len = change.value().len();
            let (new, old) = match change.tag() {
                ChangeTag::Equal => {
                    (from, to) = (from + len, to + len);
                    continue;
                }
                ChangeTag::Delete => (Span::new(to, to), Span::new(from, from + len)),
                ChangeTag::Insert => (Span::new(to, to + len), Span::new(from, from)),
            };
            match self.pieces.last_mut() {
                Some((n, o)) if n.end == new.start && o.end == old.start => {
                    (n.end, o.end) = (new.end, old.end);
                }
                _ => self.pieces.push((new, old)),
            }
            (from, to) = (old.end, new.end);
        }
        self.text.push_str(&mend.with);
    }

    /// The same for a line so long that finding every difference takes too long: all between what
    /// begins and what ends alike.
    fn replace_middle(&mut self, old: &str, mend: &Fix) {
        let same = |(a, b): &(char, char)| a == b;
        let long = |(c, _): (char, char)| c.len_utf8();
        let new = mend.with.as_str();
        let begin: usize = old
            .chars()
            .zip(new.chars())
            .take_while(same)
            .map(long)
            .sum();
        let ends = old[begin..].chars().rev().zip(new[begin..].chars().rev());
        let end: usize = ends.take_while(same).map(long).sum();
        let (from, to) = (mend.span.start, self.text.len());
        self.pieces.push((
            Span::new(to + begin, to + new.len() - end),
            Span::new(from + begin, from + old.len() - end),
        ));
        self.text.push_str(new);
    }

    /// The place in the written text that a place in the mended text stands for.
    pub(in crate::source) fn back(&self, span: Span) -> Span {
        let start = self.byte(span.start, false);
        Span::new(start, self.byte(span.end, true).max(start))
    }

    fn byte(&self, at: usize, is_end: bool) -> usize {
        let before = self.pieces.partition_point(|(new, _)| new.start <= at);
        let Some((new, old)) = before.checked_sub(1).and_then(|i| self.pieces.get(i)) else {
            return at;
        };
        if at >= new.end && !(is_end && at == new.start) {
            return old.end + (at - new.end);
        }
        if is_end && at > new.start {
            old.end
        } else {
            old.start
        }
    }
}

/// A text that is mended until nothing more is to be mended, and the way back.
#[derive(Debug)]
pub(in crate::source) struct MendedText {
    /// The text.
    pub(in crate::source) text: String,
    /// Each is made of the one before.
    layers: Vec<Patched>,
}

impl MendedText {
    /// A text in which nothing is mended yet.
    pub(in crate::source) fn new(written: &str) -> Self {
        Self {
            text: written.to_owned(),
            layers: Vec::new(),
        }
    }

    /// Makes mends, which are in order and do not overlap.
    pub(in crate::source) fn put(&mut self, fixes: &[Fix]) {
        if fixes.is_empty() {
            return;
        }
        let patched = Patched::new(&self.text, fixes);
        self.text.clone_from(&patched.text);
        self.layers.push(patched);
    }

    /// Mends what is found, which can bring more to light; what was mended, in order, by places in
    /// what was written. `check --fix` goes on in the same way.
    pub(in crate::source) fn mend(&mut self, find: impl Fn(&str) -> Vec<Fix>) -> Vec<Fix> {
        let mut all = Vec::new();
        for _ in 0..MOST_PASSES {
            let found = find(&self.text);
            if found.is_empty() {
                break;
            }
            all.extend(found.iter().map(|fix| Fix {
                span: self.back(fix.span),
                ..fix.clone()
            }));
            self.put(&found);
        }
        all.sort_by_key(|fix| fix.span.start);
        all
    }

    /// The place in what was written that a place in the text stands for.
    pub(in crate::source) fn back(&self, span: Span) -> Span {
        let layers = self.layers.iter().rev();
        layers.fold(span, |span, layer| layer.back(span))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lead_back_to_what_was_written() {
        let text = "a: 1\ntopics：［privacy、costs］\nb: 2\n";
        let line = "topics：［privacy、costs］";
        let at = text.find(line).unwrap();
        let mends = [Fix {
            span: Span::new(at, at + line.len()),
            with: "topics: [privacy, costs]".into(),
            typos: Vec::new(),
        }];
        let patched = Patched::new(text, &mends);
        assert_eq!(patched.text, "a: 1\ntopics: [privacy, costs]\nb: 2\n");
        for word in ["a", "topics", "privacy", "costs", "b: 2"] {
            let at = patched.text.find(word).unwrap();
            let back = patched.back(Span::new(at, at + word.len()));
            assert_eq!(&text[back.start..back.end], word);
        }
    }

    proptest::proptest! {
        #[test]
        fn every_place_leads_back_into_the_text(old in "\\PC{0,20}", new in "\\PC{0,20}", tail in "\\PC{0,5}") {
            let text = format!("{old}{tail}");
            let mends = [Fix { span: Span::new(0, old.len()), with: new.clone(), typos: Vec::new() }];
            let patched = Patched::new(&text, &mends);
            proptest::prop_assert_eq!(&patched.text, &format!("{new}{tail}"));
            let places: Vec<usize> = patched.text.char_indices().map(|(at, _)| at).chain([patched.text.len()]).collect();
            for (i, start) in places.iter().enumerate() {
                for end in &places[i..] {
                    let back = patched.back(Span::new(*start, *end));
                    proptest::prop_assert!(text.get(back.start..back.end).is_some(), "{start}..{end} → {back:?}");
                }
            }
        }
    }
}
