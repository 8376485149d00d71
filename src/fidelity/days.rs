//! Dates, whole or in part, as they are written in Japanese and English.

use super::amount::{self, Amount};
use super::letters::Letters;
use crate::base::Date;

/// A date as far as it is told; one part at least.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DayParts {
    pub(super) year: Option<u64>,
    pub(super) month: Option<u64>,
    pub(super) day: Option<u64>,
}

impl DayParts {
    /// A year.
    pub(super) const fn of_year(year: u64) -> Self {
        Self {
            year: Some(year),
            month: None,
            day: None,
        }
    }

    /// Whether it contradicts another date in no part, and shares one with it.
    pub(super) fn is_compatible(self, other: Self) -> bool {
        let pairs = [
            (self.year, other.year),
            (self.month, other.month),
            (self.day, other.day),
        ];
        let both = pairs.iter().filter_map(|(a, b)| Some((*a)? == (*b)?));
        let both: Vec<bool> = both.collect();
        !both.is_empty() && both.iter().all(|same| *same)
    }

    /// Whether all that it tells, but for the year, is told by another date.
    pub(super) const fn is_told_by(self, other: Self) -> bool {
        (self.month.is_none() || other.month.is_some())
            && (self.day.is_none() || other.day.is_some())
    }
}

impl From<Date> for DayParts {
    fn from(date: Date) -> Self {
        let (year, month, day) = date.ymd();
        Self {
            year: u64::try_from(year).ok(),
            month: u64::try_from(month).ok(),
            day: u64::try_from(day).ok(),
        }
    }
}

/// A date that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ReadDay {
    pub(super) day: DayParts,
    /// The letter behind it.
    pub(super) end: usize,
    /// The number that it may be instead: 24年 is a year, or as many years.
    pub(super) or_number: Option<Amount>,
}

/// The years before the first of each era, by its name and its letter.
const ERAS: [(&str, char, u64); 5] = [
    ("令和", 'R', 2018),
    ("平成", 'H', 1988),
    ("昭和", 'S', 1925),
    ("大正", 'T', 1911),
    ("明治", 'M', 1867),
];
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// Words before `May` and `March` that make months of them.
const BEFORE_MONTHS: [&str; 17] = [
    "in", "of", "by", "since", "until", "till", "from", "before", "after", "last", "next", "this",
    "late", "early", "mid", "during", "through",
];
/// What stands behind so many years, or days, and not behind a date.
const LASTING: [&str; 15] = [
    "間",
    "前",
    "後",
    "以",
    "ぶり",
    "目",
    "余",
    "半",
    "来",
    "分",
    "あたり",
    "当たり",
    "ごと",
    "毎",
    "も",
];
/// What stands behind a year, not behind so many years.
const OF_YEARS: [&str; 10] = ["春", "夏", "秋", "冬", "度", "末", "初", "頭", "暮", "現在"];

/// The date that begins at a letter.
pub(super) fn read(letters: &Letters, at: usize) -> Option<ReadDay> {
    japanese(letters, at)
        .or_else(|| in_digits(letters, at))
        .or_else(|| day_first(letters, at))
        .or_else(|| month_first(letters, at))
}

/// A whole number within a range, and the letter behind it.
fn number(letters: &Letters, at: usize, least: u64, most: u64) -> Option<(u64, usize)> {
    let read = amount::read(letters, at)?;
    let number = read.amount.as_whole()?;
    (least..=most)
        .contains(&number)
        .then_some((number, read.end))
}

/// `令和4年11月17日`, `2022年11月`, `24年秋`, `11月17日`, `17日`.
fn japanese(letters: &Letters, start: usize) -> Option<ReadDay> {
    let era = ERAS
        .iter()
        .find_map(|(name, _, before)| Some((*before, letters.word(start, name)?)));
    let (mut at, mut parts) = (start, DayParts::of_year(0));
    parts.year = None;
    let mut or_number = None;
    let mut bare = 0;
    if let Some((before, behind)) = era {
        let first = letters.word(behind, "元").map(|end| (1, end));
        let (year, end) = first.or_else(|| number(letters, behind, 1, 99))?;
        at = letters.word(end, "年")?;
        parts.year = Some(before + year);
    } else if let Some((year, end)) = number(letters, at, 1, 2999)
        && let Some(behind) = letters.word(end, "年")
    {
        if letters.any(behind, &LASTING).is_some() {
            return None;
        }
        match year {
            1000.. => parts.year = Some(year),
            10..=99 => {
                parts.year = Some(2000 + year);
                or_number = Some(Amount::whole(year));
            }
            // 「4年11月」: of an era that is not named.
            _ => bare = year,
        }
        at = behind;
    }
    let month = number(letters, at, 1, 12);
    if let Some((month, behind)) = month.and_then(|(m, end)| Some((m, letters.word(end, "月")?))) {
        parts.month = Some(month);
        or_number = None;
        at = behind;
    }
    let day = number(letters, at, 1, 31);
    if let Some((day, behind)) = day.and_then(|(d, end)| Some((d, letters.word(end, "日")?)))
        && (parts.month.is_some() || at == start)
    {
        if parts.month.is_none() {
            let lasts = letters.any(behind, &LASTING).is_some();
            let is_town = letters.any(behind, &["市", "常"]).is_some();
            let counted = letters.get(behind).is_some_and(|c| c.is_ascii_digit());
            if lasts || is_town || counted || day == 1 {
                return None;
            }
            or_number = Some(Amount::whole(day));
        }
        parts.day = Some(day);
        at = behind;
    }
    if parts.month.is_none() && letters.any(at, &OF_YEARS).is_some() {
        or_number = None;
    }
    let told = parts.year.is_some() || parts.month.is_some() || parts.day.is_some();
    (told && (bare == 0 || parts.month.is_some())).then_some(ReadDay {
        day: parts,
        end: at,
        or_number,
    })
}

/// `2022-11-17`, `2022/11/17`, `2022.11.17`, `R4.11.17`.
fn in_digits(letters: &Letters, start: usize) -> Option<ReadDay> {
    let digits = |at: usize, least: usize, most: usize| {
        let all = (at..).take_while(|at| letters.get(*at).is_some_and(|c| c.is_ascii_digit()));
        let end = at + all.take(most + 1).count();
        let fits = (least..=most).contains(&(end - at));
        fits.then(|| Some((letters.between(at, end).parse::<u64>().ok()?, end)))?
    };
    let inside = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '.');
    if letters.before(start).is_some_and(inside) {
        return None;
    }
    let era = ERAS
        .iter()
        .find(|(_, sign, _)| letters.get(start) == Some(*sign));
    let (year, end) = match era {
        Some((_, _, before)) => {
            let (year, end) = digits(start + 1, 1, 2)?;
            (before + year, end)
        }
        None => digits(start, 4, 4)?,
    };
    let sign = letters.get(end).filter(|c| matches!(c, '-' | '/' | '.'))?;
    let (month, end) = digits(end + 1, 1, 2)?;
    letters.get(end).filter(|c| *c == sign)?;
    let (day, end) = digits(end + 1, 1, 2)?;
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(ReadDay {
        day: DayParts {
            year: Some(year),
            month: Some(month),
            day: Some(day),
        },
        end,
        or_number: None,
    })
}

/// The month whose name begins at a letter, and the letter behind it.
fn month(letters: &Letters, at: usize) -> Option<(u64, usize)> {
    letters.get(at).filter(char::is_ascii_uppercase)?;
    let (word, end) = letters.latin(at)?;
    let is_short = |name: &str| word.len() == 3 && name.starts_with(&word) || word == "sept";
    let found = MONTHS.iter().position(|name| *name == word);
    let found = found.or_else(|| match word.as_str() {
        "sept" => Some(8),
        _ => MONTHS.iter().position(|name| is_short(name)),
    })?;
    let dotted = word.len() < 5 && letters.get(end) == Some('.');
    Some((u64::try_from(found + 1).ok()?, end + usize::from(dotted)))
}

/// A day of the month, `17` or `17th`, and the letter behind it.
fn day_of_month(letters: &Letters, at: usize) -> Option<(u64, usize)> {
    if letters
        .before(at)
        .is_some_and(|c| c.is_ascii_alphanumeric())
    {
        return None;
    }
    let (day, end) = number(letters, at, 1, 31)?;
    let end = letters.any(end, &["st", "nd", "rd", "th"]).unwrap_or(end);
    let goes_on = letters.get(end).is_some_and(|c| c.is_ascii_alphanumeric());
    (!goes_on).then_some((day, end))
}

/// A year behind a month, with or without a comma.
fn year_behind(letters: &Letters, at: usize) -> Option<(u64, usize)> {
    let gap = letters.any(at, &[" ", ", "])?;
    let (year, end) = number(letters, gap, 1000, 2999)?;
    (end == gap + 4).then_some((year, end))
}

/// `17 November 2022`, `17th of November`.
fn day_first(letters: &Letters, start: usize) -> Option<ReadDay> {
    let (day, end) = day_of_month(letters, start)?;
    let at = letters.any(end, &[" ", " of "])?;
    let (month, end) = month(letters, at)?;
    let year = year_behind(letters, end);
    Some(ReadDay {
        day: DayParts {
            year: year.map(|(year, _)| year),
            month: Some(month),
            day: Some(day),
        },
        end: year.map_or(end, |(_, end)| end),
        or_number: None,
    })
}

/// `November 17, 2022`, `November 2022`, `November`.
fn month_first(letters: &Letters, start: usize) -> Option<ReadDay> {
    let (month, mut end) = month(letters, start)?;
    let day = letters
        .word(end, " ")
        .and_then(|at| day_of_month(letters, at));
    end = day.map_or(end, |(_, end)| end);
    let year = year_behind(letters, end);
    let word = letters.between(start, end).to_lowercase();
    let is_word = matches!(word.as_str(), "may" | "march" | "mar");
    if is_word && day.is_none() && year.is_none() {
        let before = letters.latin_before(start);
        BEFORE_MONTHS.contains(&before.as_str()).then_some(())?;
    }
    Some(ReadDay {
        day: DayParts {
            year: year.map(|(year, _)| year),
            month: Some(month),
            day: day.map(|(day, _)| day),
        },
        end: year.map_or(end, |(_, end)| end),
        or_number: None,
    })
}
