//! Places at which a line of paper may not end although the engine would let it: inside of words in
//! katakana, of numbers with their units, of names and of addresses; in lines that everybody reads first,
//! inside of phrases. They are told by a character without form or width, which no PDF holds in the end.

use super::long_words;
use super::phrase::phrases;
use crate::base::Lang;
use crate::model::text::{Inline, plain};

/// No line ends before or after it (Unicode: WORD JOINER).
pub(crate) const JOINER: char = '\u{2060}';

/// A katakana word of so many characters may be broken where two words of it meet.
const LONG_WORD: usize = 7;
/// What is longer, of katakana or of digits, is broken as any text is: it would not fit into narrow columns.
const LONGEST_WORD: usize = 14;

/// A line that is not broken inside of words.
#[must_use]
pub(crate) fn joined<L: Clone>(line: &[Inline<L>]) -> Vec<Inline<L>> {
    let text: Vec<char> = plain(line).chars().collect();
    with_joiners(line, &joints(&text))
}

/// A line that is broken between phrases only.
#[must_use]
pub(crate) fn joined_in_phrases<L: Clone>(line: &[Inline<L>], lang: Lang) -> Vec<Inline<L>> {
    let text = plain(line);
    let chars: Vec<char> = text.chars().collect();
    let mut joints = joints(&chars);
    if !lang.locale().is_spaced() {
        let mut at = 0;
        for phrase in phrases(&text, lang) {
            let length = phrase.chars().count();
            // Latin words are whole by themselves, but for those without end.
            for inside in at + 1..at + length {
                joints[inside] |= !(is_address(chars[inside - 1]) && is_address(chars[inside]));
            }
            at += length;
        }
    }
    with_joiners(line, &joints)
}

/// The same for a text without marks.
#[must_use]
pub(crate) fn text_in_phrases(text: &str, lang: Lang) -> String {
    let line = [Inline::<()>::Text(text.to_owned())];
    plain(&joined_in_phrases(&line, lang))
}

/// Whether no line may end before a character, for each of a text.
fn joints(text: &[char]) -> Vec<bool> {
    let mut joints = vec![false; text.len()];
    let mut at = 0;
    while let Some(c) = text.get(at) {
        let end = at
            + match c {
                c if is_katakana(*c) => katakana(&text[at..], &mut joints[at..]),
                c if is_address(*c) => latin(&text[at..], &mut joints[at..]),
                c if is_wide_digit(*c) => number(&text[at..], &mut joints[at..]),
                c if is_kanji(*c) => name(&text[at..], &mut joints[at..]),
                _ => 1,
            };
        at = end.max(at + 1);
    }
    joints
}

/// A word in katakana: its length.
fn katakana(text: &[char], joints: &mut [bool]) -> usize {
    let length = run(text, is_katakana);
    if length > LONGEST_WORD {
        return length;
    }
    let seam = (length >= LONG_WORD)
        .then(|| seam(&text[..length]))
        .flatten();
    for at in (1..length).filter(|at| Some(*at) != seam) {
        joints[at] = true;
    }
    length
}

/// Where two words of a long word meet, as in マイナンバー|カード: after a long vowel with which
/// words from English end, unless the next character belongs to the same syllable, as in アート.
fn seam(word: &[char]) -> Option<usize> {
    const ENDS: &str = "アカガサザタダナハバパマヤャラワァイキシジチィニリ";
    const CLOSES: &str = "トドスズルンクグムプブフ";
    let meets = |at: &usize| {
        word[at - 1] == 'ー' && ENDS.contains(word[at - 2]) && !CLOSES.contains(word[*at])
    };
    (4..word.len() - 1)
        .filter(meets)
        .min_by_key(|at| (2 * at).abs_diff(word.len()))
}

/// Latin letters, digits and signs: an address is not broken, nor a number before its unit.
fn latin(text: &[char], joints: &mut [bool]) -> usize {
    let length = run(text, is_address);
    let word = &text[..length];
    let is_page = word.contains(&'/') || word.contains(&'@');
    if is_page && word.contains(&'.') && length <= long_words::LONGEST {
        joints[1..length].fill(true);
    }
    let digits = word.iter().rev().take_while(|c| c.is_ascii_digit()).count();
    if digits == 0 {
        return length;
    }
    length + unit(&text[length..], &mut joints[length..])
}

/// A number in wide digits.
fn number(text: &[char], joints: &mut [bool]) -> usize {
    let length = run(text, |c| is_wide_digit(c) || matches!(c, '，' | '．'));
    if length > LONGEST_WORD {
        return length;
    }
    joints[1..length].fill(true);
    length + unit(&text[length..], &mut joints[length..])
}

/// Powers of ten and the unit that follow digits: their length.
fn unit(text: &[char], joints: &mut [bool]) -> usize {
    let powers = run(text, |c| "百千万億兆".contains(c));
    let rest = &text[powers..];
    let unit = match rest {
        ['か' | 'カ' | 'ヵ' | 'ヶ' | 'ケ', c, ..] if is_kanji(*c) => 2,
        ['つ' | '％' | '‰' | '℃' | '㎡' | '円', ..] => 1,
        [c, ..] if is_kanji(*c) => 1,
        _ => 0,
    };
    joints[..powers + unit].fill(true);
    powers + unit
}

/// Kanji: a short run before what people are called by is a name.
fn name(text: &[char], joints: &mut [bool]) -> usize {
    const LONGEST: usize = 6;
    let run = run(text, is_kanji);
    let is_called = text
        .get(run..run + 2)
        .is_some_and(|end| *end == ['さ', 'ん']);
    let own = if is_called { run + 2 } else { run };
    let is_titled = text[..run].ends_with(&['氏']);
    if (is_called || is_titled) && run <= LONGEST {
        joints[1..own].fill(true);
    }
    run
}

fn run(text: &[char], is_own: impl Fn(char) -> bool) -> usize {
    text.iter().take_while(|c| is_own(**c)).count()
}

fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー')
}

fn is_kanji(c: char) -> bool {
    matches!(c, '一'..='鿿' | '々' | '\u{3400}'..='\u{4dbf}')
}

fn is_wide_digit(c: char) -> bool {
    matches!(c, '０'..='９')
}

fn is_address(c: char) -> bool {
    c.is_ascii_graphic()
}

/// Puts a joiner before each character of a line that has one, as `plain` counts them.
fn with_joiners<L: Clone>(line: &[Inline<L>], joints: &[bool]) -> Vec<Inline<L>> {
    if !joints.contains(&true) {
        return line.to_vec();
    }
    let mut at = 0;
    let mut out = Vec::with_capacity(line.len());
    push(line, joints, &mut at, &mut out);
    out
}

fn push<L: Clone>(line: &[Inline<L>], joints: &[bool], at: &mut usize, out: &mut Vec<Inline<L>>) {
    let length = |inline: &Inline<L>| plain(std::slice::from_ref(inline)).chars().count();
    for inline in line {
        match inline {
            Inline::Text(text) => {
                let mut joined = String::with_capacity(text.len() * 2);
                for c in text.chars() {
                    if joints.get(*at) == Some(&true) {
                        joined.push(JOINER);
                    }
                    joined.push(c);
                    *at += 1;
                }
                out.push(Inline::Text(joined));
            }
            Inline::Strong(content) => {
                let mut own = Vec::with_capacity(content.len());
                push(content, joints, at, &mut own);
                out.push(Inline::Strong(own));
            }
            Inline::Emphasis(content) => {
                let mut own = Vec::with_capacity(content.len());
                push(content, joints, at, &mut own);
                out.push(Inline::Emphasis(own));
            }
            Inline::Link { to, content } => {
                let mut own = Vec::with_capacity(content.len());
                push(content, joints, at, &mut own);
                out.push(Inline::Link {
                    to: to.clone(),
                    content: own,
                });
            }
            Inline::Ruby { .. } => {
                if joints.get(*at) == Some(&true) {
                    out.push(Inline::Text(JOINER.to_string()));
                }
                *at += length(inline);
                out.push(inline.clone());
            }
            _ => {
                *at += length(inline);
                out.push(inline.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let line = [Inline::<()>::Text(text.to_owned())];
        plain(&joined(&line)).replace(JOINER, "+")
    }

    #[test]
    fn words_in_katakana_stay_whole() {
        for (text, wanted) in [
            ("カードを", "カ+ー+ドを"),
            // A long word may be broken where two words meet, and nowhere else.
            ("マイナンバーカード", "マ+イ+ナ+ン+バ+ーカ+ー+ド"),
            ("インターネット", "イ+ン+タ+ーネ+ッ+ト"),
            ("アパートメント", "ア+パ+ー+ト+メ+ン+ト"),
            ("プロファイリング", "プ+ロ+フ+ァ+イ+リ+ン+グ"),
        ] {
            assert_eq!(shown(text), wanted);
        }
    }

    #[test]
    fn numbers_keep_their_units() {
        for (text, wanted) in [
            ("約80万人が", "約80+万+人が"),
            ("2022年11月17日の", "2022+年11+月17+日の"),
            ("3か所、5つ、88％", "3+か+所、5+つ、88+％"),
            ("４桁", "４+桁"),
            ("GAFA など", "GAFA など"),
            ("第31条", "第31+条"),
        ] {
            assert_eq!(shown(text), wanted);
        }
    }

    #[test]
    fn names_and_addresses_stay_whole() {
        assert_eq!(shown("住江憲勇氏は"), "住+江+憲+勇+氏は");
        assert_eq!(shown("高橋恭さんに"), "高+橋+恭+さ+んに");
        assert_eq!(shown("岸田政権の政治手法"), "岸田政権の政治手法");
        let joined = shown("詳しくはexample.org/a/b.htmlへ");
        assert_eq!(joined.matches('+').count(), 19, "{joined}");
        assert!(!shown(&format!("example.org/{}", "a".repeat(40))).contains('+'));
    }

    #[test]
    fn phrases_stay_whole_across_marks() {
        let text = |text: &str| Inline::<()>::Text(text.into());
        let line = [
            text("命や"),
            Inline::Ruby {
                base: "健康".into(),
                reading: "けんこう".into(),
            },
            Inline::Strong(vec![text("を人質に")]),
        ];
        let joined = joined_in_phrases(&line, Lang::JA);
        assert_eq!(plain(&joined).replace(JOINER, "+"), "命+や健康+を人+質+に");
        assert_eq!(text_in_phrases("Keep the card", Lang::EN), "Keep the card");
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_lost(text in "\\PC*|[ァ-ヺー０-９0-9万年氏さん./@a-z一-鿿]{0,60}") {
            let line = [Inline::<()>::Strong(vec![Inline::Text(text.clone())])];
            for joined in [joined(&line), joined_in_phrases(&line, Lang::JA)] {
                let without = plain(&joined).replace(JOINER, "");
                proptest::prop_assert_eq!(without, text.replace(JOINER, ""));
            }
        }
    }
}
