//! Calendar dates as staff write them and as readers read them.

use std::fmt;

use jiff::civil;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Date(civil::Date);

/// Japanese eras since 1868: kanji, letter, the year before the era's first year, first day.
/// Source: Japan's Era Name Act and the orders that named each era.
pub(super) const ERAS: [Era; 5] = [
    ("令和", 'R', 2018, (2019, 5, 1)),
    ("平成", 'H', 1988, (1989, 1, 8)),
    ("昭和", 'S', 1925, (1926, 12, 25)),
    ("大正", 'T', 1911, (1912, 7, 30)),
    ("明治", 'M', 1867, (1868, 1, 25)),
];

/// How many years an era has; the present one is taken to have so many that nobody writes more by
/// anything but a slip.
pub(super) fn years_of(before: i16) -> i16 {
    let at = ERAS.iter().position(|era| era.2 == before);
    let next = at.and_then(|at| at.checked_sub(1)).map(|at| ERAS[at].3.0);
    next.map_or(30, |next| next - before)
}

/// The first year that can stand without an era.
pub(super) const FIRST_YEAR: i16 = 1000;

impl Date {
    /// The day, or `None` when there is no such day.
    #[must_use]
    pub(crate) fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        civil::Date::new(year, month, day).ok().map(Self)
    }

    /// Reads `2022-11-17`, `2022年11月17日`, `令和4年11月17日` or `R4.11.17`.
    #[must_use]
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(parts) = split(text, ['-', '-', '\0']) {
            let [year, month, day] = parts;
            return (year.len() == 4 && month.len() == 2 && day.len() == 2)
                .then(|| Self::from_parts(None, parts))?;
        }
        if let Some([year, month, day]) = split(text, ['年', '月', '日']) {
            let (era, year) = strip_era(year);
            let year = if era.is_some() && year == "元" {
                "1"
            } else {
                year
            };
            return Self::from_parts(era, [year, month, day]);
        }
        let (era, parts) = ERAS.iter().find_map(|era| {
            let rest = text.strip_prefix([era.1, era.1.to_ascii_lowercase()])?;
            Some((era, split(rest, ['.', '.', '\0'])?))
        })?;
        Self::from_parts(Some(era), parts)
    }

    fn from_parts(era: Option<&Era>, [year, month, day]: [&str; 3]) -> Option<Self> {
        let number = |text: &str| {
            let digits =
                !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
            digits.then(|| text.parse::<i16>().ok())?
        };
        let (month, day) = (
            i8::try_from(number(month)?).ok()?,
            i8::try_from(number(day)?).ok()?,
        );
        match era {
            // A smaller year is one of an era that nobody named.
            None => Self::new(number(year).filter(|year| *year >= FIRST_YEAR)?, month, day),
            Some((_, _, before, (y, m, d))) => {
                let year = number(year)?;
                let date = Self::new(before.checked_add(year)?, month, day)?;
                (year >= 1 && year <= years_of(*before) && date >= Self::new(*y, *m, *d)?)
                    .then_some(date)
            }
        }
    }

    /// Year, month (1–12) and day (1–31).
    #[must_use]
    pub(crate) fn ymd(self) -> (i16, i8, i8) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// How many days after Monday its day of the week is, 0–6.
    #[must_use]
    pub(crate) fn days_since_monday(self) -> i8 {
        self.0.weekday().to_monday_zero_offset()
    }

    /// The date as a reader of the language writes it: `2022年11月17日`, `17 November 2022`.
    #[must_use]
    pub(crate) fn long(self, lang: super::Lang) -> String {
        lang.locale().date.write(self.ymd())
    }
}

pub(super) type Era = (&'static str, char, i16, (i16, i8, i8));

fn split(text: &str, [first, second, last]: [char; 3]) -> Option<[&str; 3]> {
    let (year, rest) = text.split_once(first)?;
    let (month, rest) = rest.split_once(second)?;
    let day = if last == '\0' {
        rest
    } else {
        rest.strip_suffix(last)?
    };
    Some([year, month, day])
}

/// The era whose name the year begins with, if one does, and the rest of the year.
fn strip_era(year: &str) -> (Option<&'static Era>, &str) {
    let era = ERAS
        .iter()
        .find_map(|era| Some((era, year.strip_prefix(era.0)?)));
    match era {
        Some((era, year)) => (Some(era), year),
        None => (None, year),
    }
}

impl From<civil::Date> for Date {
    fn from(day: civil::Date) -> Self {
        Self(day)
    }
}

/// ISO 8601: `2022-11-17`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Lang;

    #[test]
    fn the_same_day_in_four_forms() {
        for text in [
            "2022-11-17",
            "2022年11月17日",
            "令和4年11月17日",
            "R4.11.17",
        ] {
            assert_eq!(
                Date::parse(text).map(|d| d.to_string()).as_deref(),
                Some("2022-11-17"),
                "{text}"
            );
        }
        assert_eq!(Date::parse("令和元年5月1日"), Date::new(2019, 5, 1));
        assert_eq!(Date::parse("昭和64年1月7日"), Date::new(1989, 1, 7));
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for bad in [
            "2022-02-30",
            "2022-1-1",
            "2022/11/17",
            "平成0年1月1日",
            "令和元年4月30日",
            "元年1月1日",
            "6年10月5日",
            "06年10月5日",
            "24年10月5日",
            "0006-10-05",
            "昭和0年1月1日",
            "R.1.1",
            "11月17日",
            "2022年13月1日",
            "",
            "2022-11-17x",
            "Ｒ4.11.17",
            "R99999.1.1",
        ] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn written_out() {
        let day = Date::new(2022, 11, 7).unwrap();
        assert_eq!(
            (day.long(Lang::JA), day.long(Lang::EN)),
            ("2022年11月7日".into(), "7 November 2022".into())
        );
    }

    proptest::proptest! {
        #[test]
        fn reading_never_panics_and_iso_survives(text in "\\PC*", y in 1000i16..3000, m in 1i8..=12, d in 1i8..=28) {
            let _ = Date::parse(&text);
            let day = Date::new(y, m, d).unwrap();
            proptest::prop_assert_eq!(Date::parse(&day.to_string()), Some(day));
        }
    }
}
