//! Numbers that the end of a line cuts, as text that was broken at a fixed width has them: `約1` and
//! `2,000人` are 12,000 people.

use super::wide::{NARROW_LINE, half_widths, is_digit, is_unspaced};

/// Longer numbers are none of a text.
const LONGEST: usize = 16;

/// Whether the end of a line cuts a number in two, in a Japanese text.
#[must_use]
pub(crate) fn number_is_cut(line: &str, next: &str) -> bool {
    let (line, next) = (line.trim_end(), next.trim_start());
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '-' | '/' | ':');
    let before = line.trim_end_matches(is_part);
    let behind = next.trim_start_matches(is_part);
    let (tail, head) = (&line[before.len()..], &next[..next.len() - behind.len()]);
    if tail.is_empty() || head.is_empty() || tail.len() + head.len() > LONGEST {
        return false;
    }
    // What blanks part are columns, and `2.` begins an item.
    let (Some(above), Some(below)) = (before.chars().next_back(), behind.chars().next()) else {
        return false;
    };
    let joins_text = is_unspaced(above) && (is_unspaced(below) || below == '%');
    // `3.` may begin an item, unless what follows counts in fractions.
    let is_measured = matches!(
        below,
        '倍' | '割' | '％' | '%' | '点' | '万' | '億' | '度' | '秒'
    );
    let ends_whole = !tail.ends_with('.') || is_measured;
    let is_inside = tail.starts_with(is_digit) && head.ends_with(is_digit) && ends_whole;
    if !joins_text || !is_inside || !is_number(&format!("{tail}{head}")) || is_whole(tail, head) {
        return false;
    }
    let is_open = tail
        .rsplit_once(',')
        .is_some_and(|(_, group)| group.len() < 3)
        || !tail.ends_with(is_digit)
        || !head.starts_with(is_digit);
    // What a shorter line ends with may be a value of its own.
    let is_led = matches!(above, '約' | '月' | '年' | '時' | '第');
    let is_item = matches!(below, '、' | '．' | '）');
    is_open || half_widths(line) >= NARROW_LINE || is_led && !is_item
}

/// Whether a text is one number, day, time or telephone number.
fn is_number(text: &str) -> bool {
    let parts = |sign: char, fits: &dyn Fn(&str) -> bool| text.split(sign).all(fits);
    let digits = |own: &str| own.bytes().all(|b| b.is_ascii_digit());
    let up_to = |most: usize| move |own: &str| digits(own) && (1..=most).contains(&own.len());
    let is_grouped = || {
        let (first, others) = text.split_once(',').unwrap_or((text, ""));
        let (others, fraction) = others.split_once('.').unwrap_or((others, "0"));
        up_to(3)(first)
            && !first.starts_with('0')
            && others.split(',').all(|own| own.len() == 3 && digits(own))
            && digits(fraction)
    };
    if digits(text) {
        // Two years are no number.
        return text.len() <= 6 || text.starts_with('0') && text.len() <= 11;
    }
    if text.contains(',') {
        return is_grouped();
    }
    let figures = text.bytes().filter(u8::is_ascii_digit).count();
    parts(':', &up_to(2))
        || parts('.', &up_to(4))
        || parts('/', &up_to(4))
        || figures <= 11 && parts('-', &up_to(4))
}

/// Whether one of two pieces is a telephone number already.
fn is_whole(tail: &str, head: &str) -> bool {
    [tail, head].iter().any(|own| {
        let figures = own.bytes().filter(u8::is_ascii_digit).count();
        own.contains('-') && own.starts_with('0') && figures >= 10
    })
}

#[cfg(test)]
mod tests {
    use super::number_is_cut;

    #[test]
    fn numbers_that_go_on_in_the_next_line() {
        for (line, next) in [
            ("集会には約1", "2,000人が集まった。"),
            ("署名は2,00", "0人から寄せられた。"),
            ("つどいは11月1", "7日に開く。"),
            ("署名は1", ",200筆になった。"),
            ("署名は1,", "200筆になった。"),
            ("この町で窓口に来る人のうち高齢の人は6", "5人だった。"),
            ("くわしくは会の事務局（電話03-3721-", "1111）へ。"),
            ("くわしくは会の事務局（電話03-37", "21-1111）へ。"),
            ("> 会は朝の10:", "30から始まる。"),
            ("本の数は3.", "5倍になった。"),
        ] {
            assert!(number_is_cut(line, next), "{line}|{next}");
        }
    }

    #[test]
    fn numbers_that_end_with_their_line() {
        for (line, next) in [
            ("5月 320", "6月 410"),
            ("参加者12", "25歳以上"),
            ("定員：80", "10月5日"),
            ("案は1", "2. 窓口を残す"),
            ("案は1.", "2人で話す"),
            ("案は1", "2、窓口を残す"),
            ("番号は 1 2 3", "4 5 6"),
            ("この町の図書館の利用者の数は2019", "2020年にかけて減った。"),
            (
                "くわしくは会の事務局（電話03-3721-1111",
                "090-1111-2222）へ。",
            ),
            ("開会のあいさつに続いて報告は10:30", "11:00に討論"),
            ("In 1", "2,000 people"),
            ("約", "8万冊"),
            ("約8", "万冊"),
        ] {
            assert!(!number_is_cut(line, next), "{line}|{next}");
        }
    }
}
