//! Dates that are none, in English.

pub(super) fn words(value: &str, beyond: Option<(i16, i8, i8)>) -> (String, String) {
    match beyond {
        Some((year, month, last)) => (
            format!("There is no day `{value}`: that month ends on {year}-{month:02}-{last:02}."),
            format!("Write the right day, such as {year}-{month:02}-{last:02}."),
        ),
        None => (
            format!("`{value}` cannot be read as a date."),
            "Write a day that exists as `2022-11-17` (`2022年11月17日`, `令和4年11月17日` and `R4.11.17` are read too). If you added the day of the week, see that it is right.".into(),
        ),
    }
}
