//! Dates that are none, in English.

use crate::base::{Lang, NoDay};

const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

pub(super) fn words(key: &str, value: &str, why: NoDay) -> (String, String) {
    match why {
        NoDay::Beyond(last) => (
            format!("There is no day `{value}`: that month ends on {last}."),
            format!("Write the right day, for example:\n  {key}: {last}"),
        ),
        NoDay::Weekday(date) => {
            let day = usize::try_from(date.days_since_monday()).ok();
            let day = day.and_then(|at| DAYS.get(at)).unwrap_or(&"");
            let long = date.long(Lang::EN);
            (
                format!("In `{value}` the date and the day of the week differ: {long} is a {day}."),
                format!(
                    "See which of the two is right, and write the right day like this, without the day of the week.\n  {key}: {date}"
                ),
            )
        }
        NoDay::Era(date) => (
            format!("`{value}` is beyond the years of its era."),
            format!(
                "See which year and era are right, and write the day in the Western calendar. If {} is meant:\n  {key}: {date}",
                date.ymd().0
            ),
        ),
        NoDay::NoEra {
            era,
            ymd: (year, month, day),
            century,
        } => {
            let of_era = format!("{era}{year}年{month}月{day}日");
            let name = romaji(era);
            let right = match century {
                Some(date) => format!(
                    "If it is a Western year (in the era {name} it is `{of_era}`):\n  {key}: {date}"
                ),
                None => format!("If the era is {name}:\n  {key}: {of_era}"),
            };
            (
                format!("`{value}` names no era, so nobody can tell which year it is."),
                format!("Write the era too, or a Western year of four digits. {right}"),
            )
        }
        NoDay::More(date) => (
            format!("`{value}` says more than a day."),
            format!(
                "Only the day stands here; times and further days belong into the text.\n  {key}: {date}"
            ),
        ),
        NoDay::NoYear { month, day } => (
            format!("`{value}` has no year."),
            format!(
                "Write it with a year of four digits. If the year is 2022, it is `2022-{month:02}-{day:02}`."
            ),
        ),
        NoDay::Form => (
            format!("`{value}` cannot be read as a date."),
            "Write year, month and day in this order and in one of these forms: `2022-11-17`, `2022年11月17日`, `令和4年11月17日`, `R4.11.17`.".into(),
        ),
    }
}

/// An era in letters.
fn romaji(era: &str) -> &str {
    match era {
        "令和" => "Reiwa",
        "平成" => "Heisei",
        "昭和" => "Showa",
        "大正" => "Taisho",
        "明治" => "Meiji",
        other => other,
    }
}
