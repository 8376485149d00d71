//! Where a Japanese text may be parted between phrases (文節), after the `BudouX` model.

use std::sync::LazyLock;

use budouy::Parser;
use budouy::model::load_default_japanese_parser;

static JAPANESE: LazyLock<Parser> = LazyLock::new(load_default_japanese_parser);

/// The characters before which a phrase of a Japanese text begins, but for the first.
pub(crate) fn phrase_starts(text: &str) -> Vec<usize> {
    JAPANESE.parse_boundaries(text)
}

/// Whether two pieces of a Japanese text are of one phrase, as those of a line that was broken where it
/// was full are: `話し合` and `うこと`, `住民` and `の利用`.
pub(crate) fn are_one_phrase(before: &str, after: &str) -> bool {
    /// So many characters on either side are enough to tell.
    const AROUND: usize = 12;
    /// How sentences begin. The model takes some for the end of the word before.
    const OPENERS: [&str; 20] = [
        "ぜひ", "なお", "また", "ただ", "もし", "さら", "しか", "そし", "どう", "どな", "どの",
        "この", "その", "これ", "それ", "ここ", "いま", "みな", "すべ", "あわ",
    ];
    let is_kana = |c: char| matches!(c, 'ぁ'..='ん');
    // Two words in kanji may always be read as one.
    if before.ends_with(is_kana)
        || !after.starts_with(is_kana)
        || OPENERS.iter().any(|own| after.starts_with(own))
    {
        return false;
    }
    let long = before.chars().count();
    let before: String = before.chars().skip(long.saturating_sub(AROUND)).collect();
    let after: String = after.chars().take(AROUND).collect();
    let place = before.chars().count();
    !phrase_starts(&format!("{before}{after}")).contains(&place)
}

#[cfg(test)]
mod tests {
    use super::are_one_phrase;

    #[test]
    fn a_line_that_was_full_ends_within_a_phrase() {
        for (before, after) in [
            ("町は計画を一度白紙に戻し、住民と話し合", "うこと。"),
            ("この町で働く住民", "の利用を保障すること"),
            ("開館時間を短縮", "しないこと。"),
        ] {
            assert!(are_one_phrase(before, after), "{before}|{after}");
        }
    }

    #[test]
    fn lines_that_were_ended_do_not() {
        for (before, after) in [
            (
                "職員を減らさず、窓口を今のまま残すこと",
                "これらを町に求めた。",
            ),
            ("図書館の窓口", "ぜひお越しください。"),
            ("夕方の利用者", "職員の数"),
            ("青葉町の学び舎", "はじめに"),
        ] {
            assert!(!are_one_phrase(before, after), "{before}|{after}");
        }
    }
}
