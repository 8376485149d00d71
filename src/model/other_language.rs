//! Texts in Japanese under the name of a file in another language: `yamada.en.md`.

use super::TRANSLATE;
use super::fault::ModelFault;
use crate::base::{Lang, Span, is_unspaced};

/// Shorter texts are names and quotations.
const ENOUGH: usize = 16;

/// The first line of a body that is in Japanese where the file's name says another language, and what is to be
/// told. A text that waits to be translated is told already.
pub(super) fn of(text: &str, body: Span, lang: Lang) -> Option<(Span, ModelFault)> {
    let written = &text[body.start..body.end];
    let is_pending = TRANSLATE.iter().any(|mark| written.contains(mark));
    if !lang.locale().is_spaced() || is_pending || !written.contains(is_kana) {
        return None;
    }
    let count = |line: &str| {
        let letters = line.chars().filter(|c| c.is_alphabetic());
        letters.fold((0, 0), |(own, other), c| {
            if is_unspaced(c) {
                (own, other + 1)
            } else {
                (own + 1, other)
            }
        })
    };
    let (own, other) = count(written);
    if other < ENOUGH || other <= own {
        return None;
    }
    let mut at = body.start;
    for line in written.split_inclusive('\n') {
        let (own, other) = count(line);
        if other > own {
            let begin = at + line.len() - line.trim_start().len();
            let place = Span::new(begin, begin + line.trim().len());
            return Some((place, ModelFault::OtherLanguage { lang }));
        }
        at += line.len();
    }
    None
}

const fn is_kana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ')
}
