//! Ends of lines that somebody may have meant. Inside Japanese they are nothing on the page, so that the
//! lines of an address or of a list of names run together; where no line was full, and none goes on in the
//! next, that is told.

use crate::base::{
    FULL_LINE, NARROW_LINE, WIDE_LINE, are_one_phrase, half_widths, is_unspaced, lines_join,
};
use crate::model::fault::ModelFault;

/// So much narrower than the widest line, one may still be full: the next word did not fit.
const SLACK: usize = 6;
/// A narrower line is a piece of a word.
const LEAST: usize = 4;
/// The widest line of a poem; of one that has no marks of a sentence in any line.
const OF_VERSE: usize = 20;
const OF_LONG_VERSE: usize = 40;
/// So many lines are shown, and no more.
const MOST: usize = 12;

/// How wide the lines of a text are that were broken where they were full, in half widths; nothing where none
/// seems to be.
pub(super) fn full_width(text: &str) -> usize {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let wide = lines.windows(2).filter(|pair| !pair[1].is_empty());
    let widths: Vec<usize> = wide.map(|pair| half_widths(pair[0])).collect();
    let most = widths
        .iter()
        .copied()
        .filter(|width| *width < 2 * FULL_LINE)
        .max()
        .unwrap_or(0);
    let alike = widths
        .iter()
        .filter(|width| **width + SLACK >= most)
        .count();
    if most >= WIDE_LINE && alike > 1 || most >= NARROW_LINE && alike > 3 {
        most
    } else {
        usize::MAX
    }
}

/// What is to be told of a paragraph whose lines end at these bytes of a text that has lines of `full` width.
pub(super) fn joined(text: &str, ends: &[usize], full: usize) -> Option<ModelFault> {
    let lines = lines_at(text, ends);
    let (last, others) = lines.split_last()?;
    let widths: Vec<usize> = lines.iter().map(|line| half_widths(line)).collect();
    let most = *widths.iter().max()?;
    // Running text of several lines has a comma somewhere.
    let has_pause = lines.iter().any(|line| line.contains(['、', '。', '，']));
    let full = if has_pause || others.len() < 2 {
        full
    } else {
        usize::MAX
    };
    let is_block =
        has_pause && others.len() > 1 && widths[..others.len()].iter().all(|own| own + 4 >= most);
    // A sentence ends within a line, and the next begins there: text that was broken where lines were full.
    let is_running = |line: &String| line.trim_end_matches(['。', '」', '）']).contains('。');
    let is_text = others.len() > 1 && lines.iter().any(is_running);
    if others.is_empty() || is_block && most > OF_VERSE || is_text {
        return None;
    }
    let is_full = |width: usize| width >= FULL_LINE || width >= full.saturating_sub(SLACK);
    let is_spread = |line: &String| line.contains('\u{3000}');
    let is_even = widths[..others.len()].iter().all(|own| own + 4 >= most);
    let is_verse = !has_pause
        && lines.iter().all(|line| line.contains(is_unspaced))
        && (others.len() > 1 && (most <= OF_VERSE || most <= OF_LONG_VERSE && !is_even)
            || most <= OF_LONG_VERSE && lines.iter().all(is_spread));
    let is_meant: Vec<bool> = lines
        .windows(2)
        .zip(&widths)
        .map(|(pair, width)| {
            is_verse || *width >= LEAST && !is_full(*width) && is_end(&pair[0], &pair[1])
        })
        .collect();
    let at = is_meant.iter().position(|is_meant| *is_meant)?;
    let begin = |line: &str| line.chars().take(8).collect::<String>();
    let before = &lines[at];
    let end: String = before
        .chars()
        .skip(before.chars().count().saturating_sub(8))
        .collect();
    let mut kept: Vec<String> = others
        .iter()
        .zip(is_meant)
        .map(|(line, is_meant)| format!("  {line}{}", if is_meant { "\\" } else { "" }))
        .collect();
    kept.push(format!("  {last}"));
    if kept.len() > MOST {
        kept.truncate(MOST);
        kept.push("  …".to_owned());
    }
    Some(ModelFault::JoinedLines {
        seam: format!("{end}{}", begin(&lines[at + 1])),
        kept: kept.join("\n"),
    })
}

/// The lines that end at these bytes, and the one behind the last of them, without what leads them.
fn lines_at(text: &str, ends: &[usize]) -> Vec<String> {
    let is_lead = |c: char| c.is_whitespace() || c == '>';
    let line = |from: usize, to: usize| {
        let own = text[from..to].trim_matches(is_lead);
        own.replace(crate::source::EDGE, "")
    };
    let Some((first, last)) = ends.first().zip(ends.last()) else {
        return Vec::new();
    };
    let start = text[..*first].rfind('\n').map_or(0, |at| at + 1);
    let end = text[*last..].trim_start().find('\n');
    let behind = text.len() - text[*last..].trim_start().len();
    let end = end.map_or(text.len(), |at| behind + at);
    let starts = std::iter::once(start).chain(ends.iter().copied());
    let mut lines: Vec<String> = starts
        .zip(ends.iter().copied().chain([end]))
        .map(|(from, to)| line(from, to))
        .collect();
    // The mark of an item is none of its words.
    if let Some(first) = lines.first_mut() {
        let bare = first.trim_start_matches(['-', '*', '+']);
        let number = first.trim_start_matches(|c: char| c.is_ascii_digit());
        if bare.len() < first.len() && bare.starts_with(' ') {
            *first = bare.trim_start().to_owned();
        } else if number.len() < first.len() && number.starts_with(['.', ')']) {
            *first = number[1..].trim_start().to_owned();
        }
    }
    lines
}

/// Whether a line ends where no sentence goes on: with a word, a figure or a bracket that closes, and the next
/// begins with neither a particle nor more of the word.
fn is_end(before: &str, after: &str) -> bool {
    let (Some(end), Some(begin)) = (before.chars().next_back(), after.chars().next()) else {
        return false;
    };
    // One quotation stands below the other.
    if begin == '「' && before.starts_with('「') && matches!(end, '）' | ')' | '」') {
        return true;
    }
    // An arrow leads to something in any case.
    if matches!(begin, '→' | '⇒' | '➡') {
        return true;
    }
    let is_kana = |c: char| matches!(c, 'ぁ'..='ん');
    let is_katakana = |c: char| matches!(c, 'ァ'..='ヺ' | 'ー');
    let ends_word = (end.is_alphanumeric() && !is_kana(end)
        || matches!(end, '）' | ')' | '」' | '』' | '】' | '》'))
        && !(end.is_ascii_digit() && begin.is_ascii_digit())
        && !(is_katakana(end) && is_katakana(begin));
    // 約 and 8万冊 are of one phrase, and so are 憲法 and 第25条, a name and what stands in quotation marks.
    let begins_word = begin.is_alphabetic() && begin != '第' || matches!(begin, '【' | '《' | '〒');
    ends_word
        && begins_word
        && lines_join(end, begin, false)
        && !are_one_phrase(before, after)
        && !(end == '」' && is_kana(begin))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Option<String> {
        let ends: Vec<usize> = text
            .trim_end()
            .match_indices('\n')
            .map(|(at, _)| at)
            .collect();
        match joined(text, &ends, full_width(text))? {
            ModelFault::JoinedLines { kept, .. } => Some(kept),
            _ => None,
        }
    }

    #[test]
    fn lines_that_nobody_was_out_of_room_for_are_told() {
        for (text, kept) in [
            (
                "呼びかけ人\n山田太郎（川沿いの会代表）\n佐藤花子（保険医会理事）",
                "  呼びかけ人\\\n  山田太郎（川沿いの会代表）\\\n  佐藤花子（保険医会理事）",
            ),
            (
                "以上です。\n川沿いの会\n山田太郎",
                "  以上です。\n  川沿いの会\\\n  山田太郎",
            ),
            (
                "ふるさとの\n山に向ひて\n言ふことなし",
                "  ふるさとの\\\n  山に向ひて\\\n  言ふことなし",
            ),
            ("> 川沿いの会\n> 山田太郎", "  川沿いの会\\\n  山田太郎"),
            (
                "呼びかけ人（50音順）\n佐藤花子（元図書館員）\n鈴木一郎（小学校教員）",
                "  呼びかけ人（50音順）\\\n  佐藤花子（元図書館員）\\\n  鈴木一郎（小学校教員）",
            ),
            (
                "「夜に行けなくなった」（40代）\n「居場所がない」（30代）",
                "  「夜に行けなくなった」（40代）\\\n  「居場所がない」（30代）",
            ),
            (
                "春が来た　どこに来た\n山に来た　里に来た",
                "  春が来た　どこに来た\\\n  山に来た　里に来た",
            ),
            (
                "ふるさとの山に向ひて\n言ふことなし\nふるさとの山はありがたきかな",
                "  ふるさとの山に向ひて\\\n  言ふことなし\\\n  ふるさとの山はありがたきかな",
            ),
        ] {
            assert_eq!(told(text).as_deref(), Some(kept), "{text}");
        }
    }

    #[test]
    fn text_that_was_broken_on_the_way_is_not() {
        for text in [
            "保険証を残してほしいと\n訴えた。",
            "この町で働く住民\nの利用を保障すること",
            "国は保険証の新規発行をやめ、マイナ保険証に一本化する方針を決めた\n総理大臣は",
            "窓口では、保険証を見せるだけで受診\nできた。それが、機械の前で立ち止ま\nるようになった。どうしてこのよう\nになったのか。",
            "「残してほしい」\nと述べた。",
            "蔵書は約\n8万冊",
            "1945年\n8月15日",
            "憲法\n第25条",
            "新聞の名前\n「ともしび」",
            "会は署名を\n集めました。\n町に出します。",
            "One line\nand another",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }

    /// Text from mails and the columns of PDFs is broken anywhere.
    #[test]
    fn text_broken_at_any_width_is_running_text() {
        const TEXTS: [&str; 3] = [
            "図書館は町の財産です。開館時間を短くする計画を、町は利用者に知らせずに決めました。仕事帰りの人、放課後の子ども、機械の苦手な人が、居場所をなくしています。10月20日現在で1,200筆の署名が集まり、三万人の町の四人に一人が名前を書いたことになります。",
            "集会は雨でもあります。ただし、風の強い日は休みます。会場は、みほん駅南口からバスで10分のところにある公民館です。エレベーターがあります。",
            "この会は、図書館を考える会と称し、町の図書館の開館時間をもとに戻すことを目的とする。事務所は、会長の自宅に置く。総会は年一回開き、会費は年500円とする。",
        ];
        for text in TEXTS {
            let chars: Vec<char> = text.chars().collect();
            for width in 11..=45 {
                let lines: Vec<String> = chars
                    .chunks(width)
                    .map(|own| own.iter().collect())
                    .collect();
                let written = lines.join("\n");
                assert_eq!(told(&written), None, "{width}");
            }
        }
    }
}
