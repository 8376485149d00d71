//! The small tables that the program draws, as a document's file has them.

use super::docs::{ChartDoc, ChartRowDoc};
use super::fault::{ChartFault, ModelFault};
use crate::base::{ChartKind, Moment, Quantity, Spanned, narrowed};
use crate::source::{Fields, LocalText};

/// So many are seen; more than that is a report.
const MOST: usize = 2;

/// Takes the charts of a document.
pub(super) fn charts(f: &mut Fields<'_>) -> Vec<Spanned<ChartDoc>> {
    let all = f.maps("charts", |f| {
        let kind = f.choice("kind", &ChartKind::ALL).map(|kind| kind.value);
        let is_kind_told = kind.is_some() || f.writes("kind");
        let kind = f.required(kind, "kind");
        // What is shown as right has all of them.
        let title = f.local("title");
        let title = if is_kind_told {
            f.required(title, "title")
        } else {
            title
        };
        let unit = f.local("unit");
        let rows = f.maps("rows", |f| Some(row(f, kind)));
        let rows = if is_kind_told && title.is_some() {
            f.required(rows, "rows")
        } else {
            rows
        };
        let source = f.local("source");
        let (kind, rows) = (kind?, rows?);
        let is_whole = is_drawable(kind, &rows, f);
        Some(ChartDoc {
            kind,
            title: title?,
            unit,
            rows: rows
                .into_iter()
                .map(|row| row.value.1)
                .collect::<Option<_>>()?,
            source,
        })
        .filter(|_| is_whole)
    });
    let all = all.unwrap_or_default();
    if let Some(over) = all.get(MOST) {
        let count = all.len();
        f.report(over.span, ModelFault::Chart(ChartFault::Many { count }));
    }
    all
}

/// A row, and its number, if it has one; a row that could not be read counts as one.
type ReadRow = (Option<Quantity>, Option<ChartRowDoc>);

fn row(f: &mut Fields<'_>, kind: Option<ChartKind>) -> ReadRow {
    let label = f.local("label");
    let label = f.required(label, "label");
    let value = f.local("value");
    let value = match &label {
        Some(_) => f.required(value, "value"),
        None => value,
    };
    let strong = f.flag("strong").is_some_and(|flag| flag.value);
    let is_read = match (kind, &value) {
        (Some(kind), Some(value)) => report_unread(kind, value, f),
        _ => false,
    };
    let number = value
        .as_ref()
        .and_then(|own| Quantity::parse(own.all().next()?));
    let row = || {
        Some(ChartRowDoc {
            label: label?,
            value: value.filter(|_| is_read)?,
            strong,
        })
    };
    (number, row())
}

/// Whether the value of a row can be drawn, which is reported where not.
fn report_unread(kind: ChartKind, value: &LocalText, f: &mut Fields<'_>) -> bool {
    let texts: Vec<&Spanned<String>> = match value {
        LocalText::One(text) => vec![text],
        LocalText::ByLang(texts) => texts.iter().map(|(_, text)| text).collect(),
    };
    let mut is_read = true;
    for text in texts {
        let fits = match kind {
            ChartKind::Time => Moment::parse(&text.value).is_some(),
            ChartKind::Bars | ChartKind::Parts => Quantity::parse(&text.value).is_some(),
        };
        if !fits {
            is_read = false;
            let fault = ChartFault::Value {
                kind,
                right: number_in(&text.value).filter(|_| kind != ChartKind::Time),
                value: text.value.clone(),
            };
            f.report(text.span, ModelFault::Chart(fault));
        }
    }
    is_read
}

/// The one number among words, such as 80万 in 約80万人.
fn number_in(text: &str) -> Option<String> {
    let narrow = narrowed(text);
    let is_part = |c: char| c.is_ascii_digit() || "万億兆.,".contains(c);
    let parts = narrow.split(|c| !is_part(c));
    let mut parts = parts.filter(|part| part.contains(|c: char| c.is_ascii_digit()));
    let own = parts.next()?.trim_matches([',', '.']).to_owned();
    // A sign changes what it says, and of two numbers nobody knows which is meant.
    let lower = narrow.to_lowercase();
    let is_less = narrow.contains(['-', '−', '–', '‐', '―', '△', '▲'])
        || ["マイナス", "minus"]
            .iter()
            .any(|word| lower.contains(word));
    let is_alone = parts.next().is_none() && !is_less;
    (is_alone && Quantity::parse(&own).is_some()).then_some(own)
}

/// Whether rows can be drawn as a chart, which is reported where not.
fn is_drawable(kind: ChartKind, rows: &[Spanned<ReadRow>], f: &mut Fields<'_>) -> bool {
    let count = rows.len();
    let most = kind.most_rows();
    let at = match count {
        0 => Some(f.place()),
        1 => rows.first().map(|row| row.span),
        _ => rows.get(most).map(|row| row.span),
    };
    if let Some(at) = at {
        f.report(at, ModelFault::Chart(ChartFault::Rows { kind, count }));
        return false;
    }
    let numbers = rows.iter().map(|row| row.value.0);
    let numbers: Option<Vec<Quantity>> = numbers.collect();
    let (Some(numbers), Some(last), ChartKind::Parts) = (numbers, rows.last(), kind) else {
        return true;
    };
    let sum = Quantity::sum(numbers.iter().copied());
    if !sum.is_hundred(&numbers) {
        let rest = sum.short_of(Quantity::HUNDRED);
        let rest = rest.filter(|_| count < most).map(|rest| rest.to_string());
        let sum = sum.to_string();
        f.report(last.span, ModelFault::Chart(ChartFault::Sum { sum, rest }));
        return false;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_one_number_among_words() {
        for (text, number) in [
            ("約80万人", Some("80万")),
            ("８８％", Some("88")),
            ("1,200 people", Some("1200")),
            ("-3", None),
            ("マイナス3％", None),
            ("minus 3", None),
            ("–3", None),
            ("10〜20", None),
            ("たくさん", None),
        ] {
            let found = number_in(text).and_then(|own| Quantity::parse(&own));
            assert_eq!(found, number.and_then(Quantity::parse), "{text}");
        }
    }
}
