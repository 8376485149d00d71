//! The end of a paragraph, kept in one piece, so that no last line is 「す。」 alone: browsers that
//! know `text-wrap: pretty` do not mend this in scripts without spaces.

use tera::Value;

use super::escape::push_text;
use crate::base::Lang;
use crate::typesetting::phrases;

/// At least so many characters stand on a last line, the full stop among them.
const LEAST: usize = 4;
/// Longer ends are not kept whole: the line above would get too short.
const MOST: usize = 10;
/// So many characters before it tell where a phrase begins.
const BEFORE: usize = 4;
/// Shorter texts fit on a line.
const SHORTEST: usize = 16;

/// Where the end begins that stays together, in bytes: the last phrases, as many as it takes, from a
/// word's first character rather than from an ending, as in 問い|かけた; where all of it is kana, as
/// much as may be, since the model parts words there. `None` where the text is too short to have a
/// last line.
fn of(text: &str, lang: Lang) -> Option<usize> {
    let text = text.trim_end();
    text.char_indices().rev().nth(SHORTEST - 1)?;
    let (start, _) = text.char_indices().rev().nth(MOST + BEFORE - 1)?;
    let mut at = text.len();
    let begins: Vec<usize> = phrases(&text[start..], lang)
        .iter()
        .rev()
        .map(|phrase| {
            at -= phrase.len();
            at + stray(phrase)
        })
        .filter(|at| (LEAST..=MOST).contains(&text[*at..].chars().count()))
        .collect();
    let word = begins
        .iter()
        .find(|at| !text[**at..].starts_with(is_hiragana));
    let at = *word.or(begins.last())?;
    // What is not Japanese has spaces to end a line at.
    text[at..]
        .chars()
        .all(|c| !c.is_ascii_graphic())
        .then_some(at)
}

fn is_hiragana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ')
}

/// How many bytes at the beginning of a phrase belong to the one before: the model sometimes gives a
/// word the particle that stands before it, as in も指摘した.
fn stray(phrase: &str) -> usize {
    let mut chars = phrase.chars();
    match (chars.next(), chars.next()) {
        (
            Some(first @ ('も' | 'は' | 'が' | 'を' | 'に' | 'で' | 'と' | 'の')),
            Some('一'..='鿿'),
        ) => first.len_utf8(),
        _ => 0,
    }
}

/// Writes text as HTML, its end in one piece.
pub(super) fn push(text: &str, lang: Lang, out: &mut String) {
    let Some(at) = of(text, lang) else {
        return push_text(text, out);
    };
    push_text(&text[..at], out);
    out.push_str("<span class=\"end\">");
    push_text(&text[at..], out);
    out.push_str("</span>");
}

/// Plain text as safe HTML, its end in one piece in scripts without spaces.
pub(super) fn kept(text: &str, lang: Lang) -> Value {
    if lang.locale().is_spaced() {
        return Value::normal_string(text);
    }
    let mut out = String::new();
    push(text, lang, &mut out);
    Value::safe_string(&out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn end(text: &str) -> &str {
        of(text, Lang::JA).map_or("", |at| &text[at..])
    }

    #[test]
    fn a_last_line_begins_at_a_phrase_and_has_at_least_four_characters() {
        let ends = [
            (
                "書いていただけると助かります。確認のうえ、訂正します。",
                "訂正します。",
            ),
            (
                "してよいのだろうかと会場の人たちにも問いかけた。",
                "問いかけた。",
            ),
            (
                "この表示は編集担当が書いた要旨にもとづきます。",
                "要旨にもとづきます。",
            ),
            (
                "それを公開する前に必ず確かめることにしています。",
                "ことにしています。",
            ),
            ("署名にどうか多くの方のご協力ください。", "ご協力ください。"),
            ("多額の税金を使う必要は薄いとも指摘した。", "指摘した。"),
            ("この集まりは前の年から取り組みます。", "取り組みます。"),
            (
                "そのことはあとで集まった人たちに聞いてみましょう。",
                "聞いてみましょう。",
            ),
        ];
        for (text, expected) in ends {
            assert_eq!(end(text), expected, "{text}");
        }
    }

    #[test]
    fn short_texts_and_other_scripts_are_left_alone() {
        assert_eq!(end("訂正します。"), "");
        assert_eq!(end("くわしくは、ホームページの example.org へ"), "");
        assert_eq!(end(""), "");
        let english = "Please write to us, and we will mend it.";
        assert_eq!(of(english, Lang::EN), None);
    }
}
