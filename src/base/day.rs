//! Days as people really write them, beyond the forms that the contract names; only what can be
//! read in one way is read.

use std::borrow::Cow;

use super::Date;
use super::date::{ERAS, FIRST_YEAR, years_of};

/// The text with full-width letters, digits, signs and blanks made narrow, each for each.
#[must_use]
pub(crate) fn narrowed(text: &str) -> Cow<'_, str> {
    if !text.contains(|c| narrow(c) != c) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(narrow).collect())
}

fn narrow(c: char) -> char {
    match c {
        '！'..='～' => u32::from(c)
            .checked_sub(0xfee0)
            .and_then(char::from_u32)
            .unwrap_or(c),
        '\u{3000}' => ' ',
        other => other,
    }
}

/// Eras as one sign.
const ERA_SIGNS: [(&str, &str); 5] = [
    ("㋿", "令和"),
    ("㍻", "平成"),
    ("㍼", "昭和"),
    ("㍽", "大正"),
    ("㍾", "明治"),
];

/// A text as it is to be read as a day: signs of one form, the signs of eras as their names.
fn plain(text: &str) -> String {
    let mut plain: String = narrowed(text)
        .chars()
        .map(|c| match c {
            'ー' | '−' | '‐' | '–' | '—' | '―' => '-',
            other => other,
        })
        .collect();
    for (sign, name) in ERA_SIGNS {
        plain = plain.replace(sign, name);
    }
    plain
}

/// The day that somebody means who writes `2022/11/17`, `2022.11.7`, `20221117`, `R4/11/17`, `令4.11.17`,
/// `令和四年十一月十七日` or `2022年11月17日（木）`; `None` when it could be another, when there
/// is no such day, or when the day of the week is another day's.
#[must_use]
pub(crate) fn meant_day(text: &str) -> Option<Date> {
    let (text, weekday) = without_weekday(&plain(text));
    let (before, year, month, day) = parts(&text)?;
    let date = Date::new(before.checked_add(year)?, month, day)?;
    if is_beyond_era(before, year) {
        return None;
    }
    let fits = weekday.is_none_or(|said| said == date.days_since_monday());
    fits.then_some(date)
}

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoDay {
    /// It has none of the forms of a date.
    Form,
    /// Its month has no such day; this is the last that it has.
    Beyond(Date),
    /// This day has another day of the week than the text says.
    Weekday(Date),
    /// The era has fewer years; this is the day that is probably meant.
    Era(Date),
    /// The year is one of an era that is not named: the day in the era that is probably meant.
    NoEra {
        /// The name of that era.
        era: &'static str,
        /// Year of the era, month and day.
        ymd: (i16, i8, i8),
        /// The day in this century, where the year may be its last two figures.
        century: Option<Date>,
    },
    /// Something stands behind this day: a time, or another day.
    More(Date),
    /// The year is missing.
    NoYear {
        /// Month and day.
        month: i8,
        day: i8,
    },
}

/// Why a text that cannot be read as a date is none.
#[must_use]
pub(crate) fn no_day(text: &str) -> NoDay {
    // Of a damaged day nobody knows what it was.
    if text.contains(char::REPLACEMENT_CHARACTER) {
        return NoDay::Form;
    }
    let (text, weekday) = without_weekday(&plain(text));
    let named = || {
        let Some(numbers) = numbers(&text) else {
            return without_year(&text);
        };
        let Numbers {
            before,
            year,
            month,
            day,
            rest,
        } = numbers;
        let (rest, weekday) = match weekday {
            Some(_) => (rest, weekday),
            None => weekday_before(rest),
        };
        let Some(before) = before.or((year >= FIRST_YEAR).then_some(0)) else {
            let (era, date) = era_of(year, month, day)?;
            let fits = weekday.is_none_or(|said| said == date.days_since_monday());
            let is_short = year > 0 && year < 100 && !text.contains('年');
            let century = || Date::new(2000 + year, month, day);
            return (fits && rest.is_empty()).then_some(NoDay::NoEra {
                era,
                ymd: (year, month, day),
                century: is_short.then(century).flatten(),
            });
        };
        let day_of = |day| Date::new(before.checked_add(year)?, month, day);
        if let Some(date) = day_of(day) {
            if is_beyond_era(before, year) {
                return probable(before, year, date).map(NoDay::Era);
            }
            let fits = weekday.is_none_or(|said| said == date.days_since_monday());
            let more = (!rest.is_empty()).then_some(NoDay::More(date));
            return if fits {
                more
            } else {
                Some(NoDay::Weekday(date))
            };
        }
        let last = (28..=31).rev().find(|last| day_of(*last).is_some())?;
        Some(NoDay::Beyond(day_of(last).filter(|_| day > last)?))
    };
    named().unwrap_or(NoDay::Form)
}

/// Whether a year is counted on in an era that has fewer.
fn is_beyond_era(before: i16, year: i16) -> bool {
    before > 0 && year > years_of(before)
}

/// The day that is meant by one beyond the years of its era: an older era's was counted on past its
/// end; for the present one the era before the last was mistaken, or nobody knows.
fn probable(before: i16, year: i16, date: Date) -> Option<Date> {
    if before != ERAS[0].2 {
        return Some(date);
    }
    let (_, month, day) = date.ymd();
    let showa = ERAS[2];
    let date = Date::new(showa.2.checked_add(year)?, month, day)?;
    (year <= years_of(showa.2)).then_some(date)
}

/// The latest era in which a year without one can be, and the day in it.
fn era_of(year: i16, month: i8, day: i8) -> Option<(&'static str, Date)> {
    ERAS.iter().find_map(|(kanji, _, before, first)| {
        let date = Date::new(before.checked_add(year)?, month, day)?;
        let fits = year >= 1 && year <= years_of(*before) && date.ymd() >= *first;
        fits.then_some((*kanji, date))
    })
}

/// What is added to the year, and the numbers of year, month and day.
fn parts(text: &str) -> Option<(i16, i16, i8, i8)> {
    let Numbers {
        before,
        year,
        month,
        day,
        ..
    } = numbers(text).filter(|numbers| numbers.rest.is_empty())?;
    // Without an era only a year of four digits tells year and day apart.
    let certain = if before.is_some() {
        (1..100).contains(&year)
    } else {
        year >= FIRST_YEAR
    };
    certain.then_some((before.unwrap_or(0), year, month, day))
}

/// The numbers of a day in the order of year, month and day.
struct Numbers<'t> {
    /// What the era that is named adds to the year.
    before: Option<i16>,
    year: i16,
    month: i8,
    day: i8,
    /// What stands behind them.
    rest: &'t str,
}

/// Where a day without its year begins with its month.
fn without_year(text: &str) -> Option<NoDay> {
    let (month, rest) = text.split_once('月')?;
    let (day, _) = rest.split_once('日')?;
    let (month, day) = (number(month.trim())?, number(day.trim())?);
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    // A leap year has every day that there is.
    Date::new(2024, month, day).map(|_| NoDay::NoYear { month, day })
}

/// What stands behind a day of the week in brackets, and that day.
fn weekday_before(rest: &str) -> (&str, Option<i8>) {
    let inner = rest.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    let found = inner.and_then(|(day, behind)| {
        let (before, day) = without_weekday(&format!("({day})"));
        before.is_empty().then_some((behind.trim(), Some(day?)))
    });
    found.unwrap_or((rest, None))
}

fn numbers(text: &str) -> Option<Numbers<'_>> {
    let text = text.trim();
    let (before, rest) = ERAS
        .iter()
        .find_map(|(kanji, letter, before, _)| {
            let letters = [*letter, letter.to_ascii_lowercase()];
            let short = || {
                let rest = text.strip_prefix(kanji.chars().next()?)?;
                rest.starts_with(is_figure).then_some(rest)
            };
            let rest = text
                .strip_prefix(kanji)
                .or_else(|| text.strip_prefix(letters))
                .or_else(short)?;
            Some((Some(*before), rest.trim_start_matches(['.', ' '])))
        })
        .unwrap_or((None, text));
    let small = |n: i16| i8::try_from(n).ok();
    let figures = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if before.is_none() && figures == 8 {
        return Some(Numbers {
            before,
            year: number(&rest[..4])?,
            month: small(number(&rest[4..6])?)?,
            day: small(number(&rest[6..8])?)?,
            rest: rest[8..].trim(),
        });
    }
    let mut numbers = [0; 2];
    let mut rest = rest;
    for (found, end) in numbers.iter_mut().zip(["年/.-", "月/.-"]) {
        let at = rest.find(|c| end.contains(c))?;
        *found = number(rest[..at].trim())?;
        rest = rest[at..].trim_start_matches(|c| end.contains(c));
    }
    let [year, month] = numbers;
    let rest = rest.trim_start();
    let (day, rest) = rest.split_at(rest.find(|c| !is_figure(c)).unwrap_or(rest.len()));
    let rest = rest.trim_start();
    Some(Numbers {
        before,
        year,
        month: small(month)?,
        day: small(number(day)?)?,
        rest: rest.strip_prefix('日').unwrap_or(rest).trim(),
    })
}

/// Whether a character is of a number.
fn is_figure(c: char) -> bool {
    c.is_ascii_digit() || FIGURES.contains(c) || matches!(c, '十' | '元')
}

const FIGURES: &str = "〇一二三四五六七八九";

/// A number below ten thousand in Arabic or, below a hundred, in Chinese figures; `元` is one.
fn number(text: &str) -> Option<i16> {
    if !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit()) {
        return text.parse().ok();
    }
    if text == "元" {
        return Some(1);
    }
    let figure = |text: &str| {
        let mut chars = text.chars();
        let (first, rest) = (chars.next()?, chars.next());
        let at = FIGURES.chars().position(|c| c == first)?;
        rest.is_none().then(|| i16::try_from(at).ok())?
    };
    match text.split_once('十') {
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { figure(tens)? };
            let ones = if ones.is_empty() { 0 } else { figure(ones)? };
            Some(tens * 10 + ones)
        }
        // `二〇二二` as four figures, else one.
        None if text.chars().count() == 4 => {
            let all = text.split("").filter(|c| !c.is_empty());
            all.map(figure)
                .try_fold(0, |sum, figure| Some(sum * 10 + figure?))
        }
        None => figure(text),
    }
}

/// The text without a day of the week at its end, and that day, counted from Monday.
fn without_weekday(text: &str) -> (String, Option<i8>) {
    const DAYS: &str = "月火水木金土日";
    let text = text.trim();
    let inner = text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('));
    let (rest, day) = match inner {
        Some((rest, day)) => (rest, day.trim()),
        None => match text
            .strip_suffix("曜日")
            .and_then(|t| t.char_indices().next_back())
        {
            Some((at, _)) => (&text[..at], &text[at..]),
            None => return (text.to_owned(), None),
        },
    };
    let day = day.trim_end_matches("曜日").trim_end_matches('曜');
    let mut chars = day.chars();
    let found = chars.next().and_then(|c| DAYS.chars().position(|d| d == c));
    match found
        .filter(|_| chars.next().is_none())
        .and_then(|at| i8::try_from(at).ok())
    {
        Some(at) => (rest.trim_end().to_owned(), Some(at)),
        None => (text.to_owned(), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_certain_day_is_read() {
        for text in [
            "2022/11/17",
            "2022.11.17",
            "2022/11/17 (木)",
            "２０２２－１１－１７",
            "2022-11-17（木）",
            "2022年11月17日（木）",
            "2022年11月17日木曜日",
            "令和4年11月17日(木曜日)",
            "R4/11/17",
            "令和四年十一月十七日",
            "令和4.11.17",
            "Ｒ４．１１．１７",
            "2022年 11月 17日",
            "20221117",
            "２０２２１１１７",
            "二〇二二年十一月十七日",
            "㋿4年11月17日",
            "令4.11.17",
            "2022ー11ー17",
            "2022–11–17",
        ] {
            assert_eq!(meant_day(text), Date::new(2022, 11, 17), "{text}");
        }
        assert_eq!(meant_day("2022-1-7"), Date::new(2022, 1, 7));
        assert_eq!(meant_day("令和元年5月1日"), Date::new(2019, 5, 1));
    }

    #[test]
    fn what_could_be_another_day_is_not() {
        for text in [
            "11/17/2022",
            "22/11/17",
            "11月17日",
            "2022-11",
            "2022年11月17日（金）",
            "2022-02-30",
            "2022-11-17 13:00",
            "二千二十二年十一月十七日",
            "",
        ] {
            assert_eq!(meant_day(text), None, "{text}");
        }
        let on = |month, day| Date::new(2022, month, day).unwrap();
        assert_eq!(no_day("2022-02-30"), NoDay::Beyond(on(2, 28)));
        assert_eq!(no_day("令和4年11月31日"), NoDay::Beyond(on(11, 30)));
        assert_eq!(no_day("2022年11月17日（金）"), NoDay::Weekday(on(11, 17)));
        let era = |text, year| assert_eq!(no_day(text), NoDay::Era(Date::new(year, 5, 3).unwrap()));
        era("令和60年5月3日", 1985);
        assert_eq!(no_day("令和80年5月3日"), NoDay::Form);
        era("平成34年5月3日", 2022);
        assert_eq!(Date::parse("令和60年5月3日"), None);
        assert_eq!(meant_day("R60/5/3"), None);
        let eraless = |text, era, ymd| match no_day(text) {
            NoDay::NoEra {
                era: own,
                ymd: its,
                century,
            } => {
                assert_eq!((own, its), (era, ymd), "{text}");
                century
            }
            other => panic!("{text}: {other:?}"),
        };
        eraless("6年10月5日", "令和", (6, 10, 5));
        eraless("元年5月1日", "令和", (1, 5, 1));
        eraless("元年4月1日", "平成", (1, 4, 1));
        eraless("六年十月五日", "令和", (6, 10, 5));
        let century = eraless("24/10/05", "令和", (24, 10, 5));
        assert_eq!(century, Date::new(2024, 10, 5));
        eraless("６０．１０．５", "昭和", (60, 10, 5));
        for text in [
            "2022年11月17日 13時",
            "2022年11月17日(木)午後2時",
            "2022-11-17T13:00",
            "2022-11-17 13:00",
            "20221117 13時から",
            "2022年11月17日〜18日",
            "令和四年十一月十七日午後",
        ] {
            assert_eq!(meant_day(text), None, "{text}");
            assert_eq!(no_day(text), NoDay::More(on(11, 17)), "{text}");
        }
        assert_eq!(no_day("2022年11月17日(金)午後"), NoDay::Weekday(on(11, 17)));
        assert_eq!(no_day("11月17日"), NoDay::NoYear { month: 11, day: 17 });
        assert_eq!(no_day("2022-13-01"), NoDay::Form);
        assert_eq!(no_day("11/17/2022"), NoDay::Form);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "(令和|R|[0-9元十一]|[/.年月日（）()-]|曜日|\\PC){0,12}") {
            let _ = (meant_day(&text), no_day(&text));
        }
    }
}
