//! Lines cut into phrases that large type does not break (文節): by the `BudouX` model, mended
//! where the model parts words, and kept short enough for a narrow line.

use std::sync::LazyLock;

use budouy::Parser;
use budouy::model::{
    load_default_simplified_chinese_parser, load_default_thai_parser,
    load_default_traditional_chinese_parser,
};

use crate::base::{Lang, LineBreaking, phrase_starts};
use crate::model::text::{Inline, plain, unstruck};

/// The most characters in a phrase, so that large type still fits its line.
const LONGEST: usize = 12;
/// Longer phrases may be parted where two words of a compound meet.
const LONG: usize = 8;
/// The least characters on either side of such a place.
const LEAST: usize = 3;
/// Words that the model is known to part.
const WHOLE: [&str; 7] = [
    "ふりがな",
    "ひらがな",
    "はずの",
    "はずが",
    "はずだ",
    "はずで",
    "はずな",
];
/// Words that lean on a phrase that ends in に.
const LEANING: [&str; 6] = ["ついて", "おいて", "おける", "よって", "よる", "とって"];

static SIMPLIFIED: LazyLock<Parser> = LazyLock::new(load_default_simplified_chinese_parser);
static TRADITIONAL: LazyLock<Parser> = LazyLock::new(load_default_traditional_chinese_parser);
static THAI: LazyLock<Parser> = LazyLock::new(load_default_thai_parser);

/// A line as phrases; in languages with spaces between words, one phrase. Put together again,
/// they are the line, character for character.
#[must_use]
pub(crate) fn phrases(text: &str, lang: Lang) -> Vec<String> {
    let rule = lang.locale().line_breaking;
    let japanese = rule == LineBreaking::Japanese;
    let starts = match rule {
        _ if text.is_empty() => return Vec::new(),
        LineBreaking::Japanese => phrase_starts(text),
        LineBreaking::SimplifiedChinese => SIMPLIFIED.parse_boundaries(text),
        LineBreaking::TraditionalChinese => TRADITIONAL.parse_boundaries(text),
        LineBreaking::Thai => THAI.parse_boundaries(text),
        LineBreaking::Spaces => return vec![text.to_owned()],
    };
    let chars: Vec<char> = text.chars().collect();
    let mut starts: Vec<usize> = starts
        .into_iter()
        .filter(|at| may_part(&chars, *at) && !(japanese && in_a_word(&chars, *at)))
        .collect();
    if japanese {
        starts = joined(&chars, &starts);
    }
    let mut out = Vec::with_capacity(starts.len() + 1);
    let mut start = 0;
    for end in starts.into_iter().chain([chars.len()]) {
        shortened(&chars[start..end], &mut out);
        start = end;
    }
    out
}

/// A line in [`phrases`], with the readings over them; other marks are left out. In languages with
/// spaces between words, one phrase.
pub(crate) fn phrased<L: Clone>(line: &[Inline<L>], lang: Lang) -> Vec<Vec<Inline<L>>> {
    let mut end = 0;
    let ends: Vec<usize> = phrases(&plain(line), lang)
        .iter()
        .map(|phrase| {
            end += phrase.chars().count();
            end
        })
        .collect();
    parted(line, &ends)
}

/// A line parted after some of its [`plain`] characters, counted from its beginning: text and readings,
/// none of which is parted. What stands after the last place is one part more.
pub(super) fn parted<L: Clone>(line: &[Inline<L>], ends: &[usize]) -> Vec<Vec<Inline<L>>> {
    let mut parts = vec![Vec::new()];
    let mut at = 0;
    part(&unstruck(line), ends, &mut at, &mut parts);
    parts.retain(|part| !part.is_empty());
    parts
}

fn part<L: Clone>(
    line: &[Inline<L>],
    ends: &[usize],
    at: &mut usize,
    parts: &mut Vec<Vec<Inline<L>>>,
) {
    for inline in line {
        match inline {
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Strike(content)
            | Inline::Link { content, .. } => part(content, ends, at, parts),
            Inline::Text(text) | Inline::Code(text) | Inline::Image { alt: text, .. } => {
                text.chars().for_each(|c| push(c, ends, at, parts));
            }
            Inline::Break => push('\n', ends, at, parts),
            // Footnotes are not parted, nor do they end a sentence.
            Inline::Note { .. } => {
                if let Some(part) = parts.last_mut() {
                    part.push(inline.clone());
                }
                *at += plain(std::slice::from_ref(inline)).chars().count();
            }
            Inline::Ruby { base, .. } => {
                begin(ends, *at, parts);
                if let Some(part) = parts.last_mut() {
                    part.push(inline.clone());
                }
                *at += base.chars().count();
            }
        }
    }
}

/// Begins a part where one ends.
fn begin<L>(ends: &[usize], at: usize, parts: &mut Vec<Vec<Inline<L>>>) {
    if ends.binary_search(&at).is_ok() && parts.last().is_some_and(|part| !part.is_empty()) {
        parts.push(Vec::new());
    }
}

fn push<L>(c: char, ends: &[usize], at: &mut usize, parts: &mut Vec<Vec<Inline<L>>>) {
    begin(ends, *at, parts);
    if let Some(part) = parts.last_mut() {
        match part.last_mut() {
            Some(Inline::Text(text)) => text.push(c),
            _ => part.push(Inline::Text(c.into())),
        }
    }
    *at += 1;
}

/// Whether a line may end before the character at `at` (JIS X 4051: what may not stand at the
/// end or the beginning of a line), and no Latin word or number is parted.
fn may_part(chars: &[char], at: usize) -> bool {
    const OPENING: &str = "「『（〈《【“(";
    const CLOSING: &str =
        "、。，．」』）〉》】”),.!?！？：；ー・々％ 　ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ";
    let (Some(before), Some(next)) = (at.checked_sub(1).map(|at| chars[at]), chars.get(at)) else {
        return false;
    };
    let latin = |c: char| c.is_ascii_graphic() || c.is_ascii_digit();
    !(OPENING.contains(before) || CLOSING.contains(*next) || latin(before) && latin(*next))
}

/// Whether the place before `at` is surely inside a word, whatever the model says.
fn in_a_word(chars: &[char], at: usize) -> bool {
    let (before, next) = (chars[at - 1], chars[at]);
    let particle = next == 'を' || next == 'へ' && !is_hiragana(before);
    let parted = |word: &&str| {
        let length = word.chars().count();
        (1..length).any(|inside| {
            at.checked_sub(inside)
                .and_then(|start| chars.get(start..start + length))
                .is_some_and(|there| there.iter().copied().eq(word.chars()))
        })
    };
    is_kanji(before) && is_kanji(next) || particle || WHOLE.iter().any(parted)
}

/// Without the beginnings of phrases that stand too small alone: one character, a short word
/// after the one that it leans on.
fn joined(chars: &[char], starts: &[usize]) -> Vec<usize> {
    let mut kept: Vec<usize> = Vec::with_capacity(starts.len());
    for (i, start) in starts.iter().copied().enumerate() {
        let before = kept.last().copied().unwrap_or_default();
        let end = starts.get(i + 1).copied().unwrap_or(chars.len());
        let (last, own) = (&chars[before..start], &chars[start..end]);
        let closed = last.last().is_some_and(|c| "、。！？」』）".contains(*c));
        let leans = last.last() == Some(&'に')
            && LEANING
                .iter()
                .any(|word| own.len() <= 4 && own.iter().collect::<String>().starts_with(word));
        let short = own.len() <= 2 && own.iter().all(|c| is_hiragana(*c));
        let alone = last.len() == 1 || own.len() == 1 || short || leans;
        if !alone || closed || end - before > LONG {
            kept.push(start);
        }
    }
    kept
}

/// Puts out a phrase; one that is too long in parts: where two words of a compound meet, else
/// near the middle.
fn shortened(phrase: &[char], out: &mut Vec<String>) {
    let place = (phrase.len() > LONG)
        .then(|| seam(phrase).or_else(|| (phrase.len() > LONGEST).then(|| middle(phrase))?))
        .flatten();
    match place {
        Some(at) => {
            shortened(&phrase[..at], out);
            shortened(&phrase[at..], out);
        }
        None => out.push(phrase.iter().collect()),
    }
}

/// The place nearest to the middle at which two words of a compound meet, as in
/// オンライン|資格確認, or a word follows an ending, as in なき|方針.
fn seam(phrase: &[char]) -> Option<usize> {
    let meets = |at: &usize| {
        let (before, next) = (phrase[*at - 1], phrase[*at]);
        let ending = is_hiragana(before) && is_hiragana(phrase[*at - 2]);
        let words = is_kanji(before) && is_katakana(next) || is_katakana(before) && is_kanji(next);
        may_part(phrase, *at) && (before == '・' || words || ending && is_kanji(next))
    };
    let inside = LEAST..(phrase.len() + 1).saturating_sub(LEAST);
    inside
        .filter(meets)
        .min_by_key(|at| (2 * at).abs_diff(phrase.len()))
}

/// The place nearest to the middle at which a line may break at all.
fn middle(phrase: &[char]) -> Option<usize> {
    (1..phrase.len())
        .filter(|at| may_part(phrase, *at))
        .min_by_key(|at| (2 * at).abs_diff(phrase.len()))
}

fn is_hiragana(c: char) -> bool {
    matches!(c, 'ぁ'..='ん')
}

fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー')
}

fn is_kanji(c: char) -> bool {
    matches!(c, '一'..='鿿' | '々')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(text: &str) -> String {
        phrases(text, Lang::JA).join("|")
    }

    #[test]
    fn phrases_end_after_particles() {
        assert_eq!(
            parted("高齢者に相談もなく保険証をなくさないで"),
            "高齢者に|相談もなく|保険証を|なくさないで"
        );
        assert_eq!(
            parted("ルールは後回し、実験台にしないで"),
            "ルールは|後回し、|実験台に|しないで"
        );
        assert_eq!(phrases("Keep the card", Lang::EN), ["Keep the card"]);
        assert_eq!(phrases("", Lang::JA), [""; 0]);
    }

    #[test]
    fn words_stay_whole() {
        assert_eq!(
            parted("監視社会の入り口にしないで"),
            "監視社会の|入り口に|しないで"
        );
        assert_eq!(
            parted("高齢者にはお薬手帳があればよい"),
            "高齢者には|お薬手帳が|あればよい"
        );
        assert_eq!(parted("任意のはずのカード"), "任意のはずの|カード");
        assert_eq!(parted("ふりがなを付ける"), "ふりがなを|付ける");
        assert_eq!(
            parted("普及の遅れから強引な一体化へ"),
            "普及の|遅れから|強引な|一体化へ"
        );
        assert_eq!(parted("ほかのページへつなぐ"), "ほかの|ページへつなぐ");
        assert_eq!(parted("88％はポイントが目当て"), "88％は|ポイントが|目当て");
        assert_eq!(
            parted("電話とFAXで迫られる導入"),
            "電話と|FAXで|迫られる|導入"
        );
    }

    #[test]
    fn nothing_small_stands_alone() {
        assert_eq!(parted("廃止に反対する7人の声"), "廃止に|反対する|7人の声");
        assert_eq!(parted("何の相談もない"), "何の|相談もない");
        assert_eq!(parted("このサイトについて"), "この|サイトについて");
    }

    #[test]
    fn compounds_part_where_their_words_meet() {
        assert_eq!(parted("オンライン資格確認"), "オンライン|資格確認");
        assert_eq!(parted("自己情報コントロール権"), "自己情報|コントロール権");
        assert_eq!(
            parted("オンライン資格確認・マイナンバーカード強制反対！"),
            "オンライン|資格確認・|マイナンバーカード|強制反対！"
        );
        assert_eq!(parted("説明なき方針転換、"), "説明なき|方針転換、");
    }

    #[test]
    fn readings_stay_over_their_characters() {
        let ruby = |base: &str, reading: &str| Inline::<()>::Ruby {
            base: base.into(),
            reading: reading.into(),
        };
        let text = |text: &str| Inline::<()>::Text(text.into());
        let line = [
            Inline::Strong(vec![text("任意の")]),
            ruby("原則", "げんそく"),
            text("を無視した強制"),
        ];
        assert_eq!(
            phrased(&line, Lang::JA),
            [
                vec![text("任意の")],
                vec![ruby("原則", "げんそく"), text("を")],
                vec![text("無視した")],
                vec![text("強制")],
            ]
        );
        // A base is never parted.
        assert_eq!(
            super::parted(&[ruby("一二", "いちに"), text("三")], &[1, 3]).len(),
            1
        );
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_lost(text in "\\PC*|[ぁ-んァ-ヺ一-鿿、。「」ー ]{0,60}") {
            for lang in ["ja", "zh", "zh-hant", "th", "en"] {
                let lang = Lang::parse(lang).unwrap();
                let pieces = phrases(&text, lang);
                proptest::prop_assert_eq!(pieces.concat(), text.clone());
                proptest::prop_assert!(pieces.iter().all(|piece| !piece.is_empty()));
            }
        }

        #[test]
        fn none_is_too_long_for_its_line(text in "[ぁ-んァ-ヺ一-龠]{1,60}") {
            for piece in phrases(&text, Lang::JA) {
                let may_be_parted = middle(&piece.chars().collect::<Vec<_>>()).is_some();
                proptest::prop_assert!(piece.chars().count() <= LONGEST || !may_be_parted);
            }
        }
    }
}
