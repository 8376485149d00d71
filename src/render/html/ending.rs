//! The end of a paragraph, kept in one piece, so that no last line is 「す。」 alone: browsers that
//! know `text-wrap: pretty` do not mend this in scripts without spaces.

use tera::Value;

use super::text::push_text;
use crate::base::Lang;

/// At least so many characters stand on a last line, the full stop among them.
const LEAST: usize = 4;
/// Longer ends are not kept whole: the line above would get too short.
const MOST: usize = 9;
/// Shorter texts fit on a line.
const SHORTEST: usize = 16;

/// Where the end begins that stays together, in bytes: at a word, as far as a change of script
/// tells where one begins. `None` where the text is too short to have a last line.
fn of(text: &str) -> Option<usize> {
    let text = text.trim_end();
    let tail: Vec<(usize, char)> = text.char_indices().rev().take(SHORTEST).collect();
    if tail.len() < SHORTEST {
        return None;
    }
    // From the end: the character at `at` begins the tail, the one at `at + 1` stands before it.
    let begins = |at: usize| is_kana(tail[at + 1].1) != is_kana(tail[at].1) && !is_kana(tail[at].1);
    let word = (LEAST - 1..MOST).find(|at| begins(*at) && may_begin(tail[*at].1));
    let any = || (LEAST - 1..MOST).find(|at| may_begin(tail[*at].1));
    let at = word.or_else(any)?;
    // What is not Japanese has spaces to end a line at.
    let japanese = tail[..=at].iter().all(|(_, c)| !c.is_ascii_graphic());
    japanese.then_some(tail[at].0)
}

/// Writes text as HTML, its end in one piece.
pub(super) fn push(text: &str, out: &mut String) {
    let Some(at) = of(text) else {
        return push_text(text, out);
    };
    push_text(&text[..at], out);
    out.push_str("<span class=\"end\">");
    push_text(&text[at..], out);
    out.push_str("</span>");
}

/// Plain text as safe HTML, its end in one piece in scripts without spaces.
pub(super) fn kept(text: &str, lang: Lang) -> Value {
    if !lang.is_unspaced() {
        return Value::normal_string(text);
    }
    let mut out = String::new();
    push(text, &mut out);
    Value::safe_string(&out)
}

fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309f}') || is_mark(c)
}

/// Whether a line may begin with a character.
fn may_begin(c: char) -> bool {
    !is_mark(c)
        && !matches!(
            c,
            'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' | 'っ' | 'ゃ' | 'ゅ' | 'ょ' | 'ん'
        )
        && !matches!(
            c,
            'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' | 'ッ' | 'ャ' | 'ュ' | 'ョ' | 'ン' | 'ー' | '々'
        )
}

/// Whether a character is punctuation or white.
fn is_mark(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{3000}'..='\u{303f}' | '・' | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff1f}' | '\u{ff3b}'..='\u{ff3d}' | '\u{2010}'..='\u{2027}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn end(text: &str) -> &str {
        of(text).map_or("", |at| &text[at..])
    }

    #[test]
    fn a_last_line_begins_at_a_word_and_has_at_least_four_characters() {
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
                "それを公開する前に必ず確かめることにしています。",
                "います。",
            ),
            (
                "そのことはあとで集まった人たちに聞いてみましょう。",
                "聞いてみましょう。",
            ),
            (
                "サイバー攻撃への備えは、まだとても足りないという。",
                "足りないという。",
            ),
        ];
        for (text, expected) in ends {
            assert_eq!(end(text), expected, "{text}");
        }
    }

    #[test]
    fn short_texts_and_other_scripts_are_left_alone() {
        assert_eq!(end("訂正します。"), "");
        assert_eq!(end("Please write to us, and we will mend it."), "");
        assert_eq!(end("くわしくは、ホームページの example.org へ"), "");
        assert_eq!(end(""), "");
    }
}
