//! A year, a month or a day of a line of time.

use super::date::Date;
use super::day::{meant_day, narrowed};
use super::lang::Lang;

/// A year, or a month or day of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Moment {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

impl Moment {
    /// Reads `2016`, `2016年`, `平成28年`, `2016-01`, `2016年1月`, `平成28年1月`, and days.
    #[must_use]
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let text = narrowed(text);
        let text = text.trim();
        let read = |text: &str| Date::parse(text).or_else(|| meant_day(text));
        if let Some(date) = read(text) {
            let (year, month, day) = date.ymd();
            return Some(Self {
                year,
                month: Some(month),
                day: Some(day),
            });
        }
        // The first year and month of an era have no first day.
        let month = ["-01", "1日", "28日"].into_iter();
        let mut month = month.filter_map(|day| read(&format!("{text}{day}")));
        if let Some(date) = month.next() {
            let (year, month, _) = date.ymd();
            let month = Some(month);
            let day = None;
            return Some(Self { year, month, day });
        }
        let bare = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
        let days: &[&str] = match text {
            _ if bare => &["-01-01"],
            _ if text.ends_with('年') => &["1月1日", "12月31日"],
            _ => &[],
        };
        let date = days.iter().find_map(|day| read(&format!("{text}{day}")))?;
        Some(Self {
            year: date.ymd().0,
            month: None,
            day: None,
        })
    }

    /// As readers of a language write it, as far as it is told: `2016年1月`, `January 2016`, `2016`.
    #[must_use]
    pub(crate) fn told(self, lang: Lang) -> String {
        lang.locale()
            .date
            .write_part(self.year, self.month, self.day)
    }

    /// As a number to draw by: in days, as if all months were as long.
    #[must_use]
    pub(crate) fn drawn(self) -> f64 {
        let part = |own: Option<i8>| f64::from(own.unwrap_or(1) - 1);
        f64::from(self.year) * 365.25 + part(self.month) * 30.44 + part(self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_months_and_days() {
        for (text, ja, en) in [
            ("2016", "2016年", "2016"),
            ("２０１６年", "2016年", "2016"),
            ("平成28年", "2016年", "2016"),
            ("令和元年", "2019年", "2019"),
            ("2016-01", "2016年1月", "January 2016"),
            ("2016年1月", "2016年1月", "January 2016"),
            ("2016/1", "2016年1月", "January 2016"),
            ("平成28年1月", "2016年1月", "January 2016"),
            ("令和元年5月", "2019年5月", "May 2019"),
            ("平成元年1月", "1989年1月", "January 1989"),
            ("2022-11-17", "2022年11月17日", "17 November 2022"),
            ("令和4年11月17日", "2022年11月17日", "17 November 2022"),
        ] {
            let read = Moment::parse(text).map(|own| (own.told(Lang::JA), own.told(Lang::EN)));
            assert_eq!(read, Some((ja.to_owned(), en.to_owned())), "{text}");
        }
        for text in [
            "",
            "16",
            "1月",
            "80人",
            "28年",
            "平成40年",
            "2016年13月",
            "20160",
            "11-17",
        ] {
            assert_eq!(Moment::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_year_comes_before_its_months() {
        let read = |text| Moment::parse(text).unwrap();
        assert!(read("2016") < read("2016-01") && read("2016-01") < read("2016-02-01"));
        assert!(read("2016").drawn() < read("2016-02").drawn());
    }

    proptest::proptest! {
        #[test]
        fn reading_never_panics(text in "[0-9年月日平成令和元RH./ -]{0,16}") {
            let _ = Moment::parse(&text);
        }
    }
}
