//! Numbers that charts draw, as staff write them.

use super::day::narrowed;

/// A number in thousandths, so that sums are exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Quantity(u64);

const ONE: u64 = 1_000;
/// Larger numbers count nothing that a chart shows, and their sums would not be exact.
const LARGEST: u64 = 1_000_000_000_000_000;
/// Digits behind the point.
const DECIMALS: usize = 3;

impl Quantity {
    /// A hundred.
    pub(crate) const HUNDRED: Self = Self(100 * ONE);

    /// Reads `120`, `1,234`, `12.5`, `８０万` or `1.3億`: digits, with what stands for their zeros.
    #[must_use]
    pub(crate) fn parse(text: &str) -> Option<Self> {
        const SCALES: [(char, u64); 3] = [
            ('万', 10_000),
            ('億', 100_000_000),
            ('兆', 1_000_000_000_000),
        ];
        let narrow = narrowed(text);
        let mut rest = narrow.trim();
        let mut total: u64 = 0;
        let mut below = u64::MAX;
        while !rest.is_empty() {
            let end = rest.find(|c| SCALES.iter().any(|(own, _)| *own == c));
            let scale = end.and_then(|at| rest[at..].chars().next());
            let scale = SCALES.iter().find(|(own, _)| Some(*own) == scale);
            let times = scale.map_or(1, |(_, times)| *times);
            // 3万2億 is no number.
            if times >= below {
                return None;
            }
            below = times;
            let digits = &rest[..end.unwrap_or(rest.len())];
            total = total.checked_add(thousandths(digits.trim())?.checked_mul(times)?)?;
            rest = match (end, scale) {
                (Some(at), Some((own, _))) => &rest[at + own.len_utf8()..],
                _ => "",
            };
        }
        let is_read = below < u64::MAX && total <= LARGEST * ONE;
        is_read.then_some(Self(total))
    }

    /// The sum of some.
    pub(crate) fn sum(all: impl Iterator<Item = Self>) -> Self {
        Self(all.fold(0, |sum, own| sum.saturating_add(own.0)))
    }

    /// What is missing to a number that is larger.
    #[must_use]
    pub(crate) fn short_of(self, whole: Self) -> Option<Self> {
        whole
            .0
            .checked_sub(self.0)
            .filter(|rest| *rest > 0)
            .map(Self)
    }

    /// Whether so many numbers that add up to this add up to a hundred, but for their rounding: each is off by
    /// less than half of its last digit.
    #[must_use]
    pub(crate) fn is_hundred(self, rows: &[Self]) -> bool {
        let off = self.0.abs_diff(Self::HUNDRED.0);
        let is_even = |step: u64| rows.iter().all(|row| row.0.is_multiple_of(step));
        let last = [1_000, 100, 10, 1].into_iter().find(|step| is_even(*step));
        let rounded = last.unwrap_or(1).saturating_mul(rows.len() as u64);
        off == 0 || off.saturating_mul(2) < rounded
    }

    /// As a number to draw by.
    #[must_use]
    #[allow(
        clippy::cast_precision_loss,
        reason = "a drawing is no more exact than that"
    )]
    pub(crate) fn drawn(self) -> f64 {
        self.0 as f64 / ONE as f64
    }
}

/// `12` and `88.5` as people write them.
impl std::fmt::Display for Quantity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let behind = format!("{:03}", self.0 % ONE);
        let behind = behind.trim_end_matches('0');
        let point = if behind.is_empty() { "" } else { "." };
        write!(f, "{}{point}{behind}", self.0 / ONE)
    }
}

/// `1,234.5` in thousandths.
fn thousandths(text: &str) -> Option<u64> {
    let (whole, behind) = text.split_once('.').unwrap_or((text, ""));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let is_part = text.contains('.');
    let mut groups = whole.split(',');
    let first = groups.next()?;
    // Commas stand before three digits each.
    let is_grouped = whole.contains(',');
    let is_even = !is_grouped || first.len() <= 3 && groups.all(|own| own.len() == 3);
    let plain: String = whole.chars().filter(|c| *c != ',').collect();
    let fits = is_even && is_digits(&plain) && plain.len() <= 18 && is_digits(first);
    if !fits || is_part && (!is_digits(behind) || behind.len() > DECIMALS) {
        return None;
    }
    let behind: u64 = format!("{behind:0<3}").parse().ok()?;
    plain
        .parse::<u64>()
        .ok()?
        .checked_mul(ONE)?
        .checked_add(behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_staff_write_them() {
        for (text, number) in [
            ("120", "120"),
            (" １，２３４ ", "1234"),
            ("88.5", "88.5"),
            ("0", "0"),
            ("80万", "800000"),
            ("1億2,345万", "123450000"),
            ("1.3億", "130000000"),
            ("3万2000", "32000"),
        ] {
            let read = Quantity::parse(text).map(|own| own.to_string());
            assert_eq!(read.as_deref(), Some(number), "{text}");
        }
        for text in [
            "",
            "約80",
            "80人",
            "-3",
            "1,23",
            "1.2345",
            "12..5",
            "万",
            "2万3億",
            "３，",
            ".5",
            "1e3",
            "99999999999999999999",
            ",123",
        ] {
            assert_eq!(Quantity::parse(text), None, "{text}");
        }
    }

    #[test]
    fn parts_of_a_hundred_may_be_rounded() {
        for (parts, is_hundred) in [
            (&["88", "12"][..], true),
            (&["88", "11"], false),
            (&["33", "33", "33"], true),
            (&["33.3", "33.3", "33.3"], true),
            (&["33.3", "33.3", "33"], false),
            (&["50", "51"], false),
        ] {
            let rows: Vec<Quantity> = parts
                .iter()
                .map(|own| Quantity::parse(own).unwrap())
                .collect();
            let sum = Quantity::sum(rows.iter().copied());
            assert_eq!(sum.is_hundred(&rows), is_hundred, "{parts:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn reading_never_panics(text in "[0-9０-９.,，．万億兆 ]{0,24}") {
            let _ = Quantity::parse(&text);
        }
    }
}
