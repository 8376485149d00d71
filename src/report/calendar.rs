//! The date of a rally, where a report tells it.

use crate::base::Date;

/// A date as far as the report tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PartialDate {
    /// All of it.
    Whole(Date),
    /// Month and day; reports of this year's rallies leave out the year.
    MonthAndDay(i8, i8),
}

/// The first date in a text that tells one: the first whole date, else the first month and day.
pub(super) fn first(text: &str) -> Option<PartialDate> {
    let plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '０'..='９' => {
                char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c)
            }
            _ => c,
        })
        .collect();
    let days: Vec<usize> = plain
        .match_indices('日')
        .map(|(at, day)| at + day.len())
        .collect();
    let whole = days.iter().find_map(|end| {
        let before = &plain[..*end];
        let year = before.rfind('年')?;
        let digits = |c: char| c.is_ascii_digit() || c == '元';
        let number = before[..year].trim_end_matches(digits);
        let era = ["令和", "平成", "昭和"]
            .iter()
            .find(|era| number.ends_with(**era));
        let start = number.len() - era.map_or(0, |era| era.len());
        Date::parse(&plain[start..*end])
    });
    let short = || {
        days.iter().find_map(|end| {
            let (before, day) = plain[..*end - '日'.len_utf8()].rsplit_once('月')?;
            let month = &before[before.trim_end_matches(|c: char| c.is_ascii_digit()).len()..];
            let (month, day) = (month.parse().ok()?, day.parse().ok()?);
            // A leap year has every day that a year may have.
            Date::new(2024, month, day).map(|_| PartialDate::MonthAndDay(month, day))
        })
    };
    whole.map(PartialDate::Whole).or_else(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_found_as_they_are_written() {
        let whole = |y, m, d| Date::new(y, m, d).map(PartialDate::Whole);
        assert_eq!(first("去る2022 年 11 月 17 日に"), whole(2022, 11, 17));
        assert_eq!(first("令和４年１１月１７日、"), whole(2022, 11, 17));
        assert_eq!(
            first("11 月 17 日、集会を"),
            Some(PartialDate::MonthAndDay(11, 17))
        );
        assert_eq!(first("2024 年秋に廃止"), None);
        assert_eq!(first("99月99日"), None);
    }
}
