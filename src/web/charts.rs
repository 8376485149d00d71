//! Small tables as they are drawn on pages and on leaflets' pages: words and numbers as text, and beside
//! them a drawing that says nothing more.

use std::fmt::Write;

use serde::Serialize;
use tera::Value;

use super::page_context::PageContext;
use crate::base::ChartKind;
use crate::leaflet::ChartPart;
use crate::site::ChartText;

/// A chart.
#[derive(Serialize)]
pub(super) struct ChartView {
    kind: &'static str,
    title: Value,
    rows: Vec<ChartRowView>,
    source: Option<Value>,
}

/// A row of it.
#[derive(Serialize)]
struct ChartRowView {
    label: Value,
    value: String,
    /// How dark it is drawn; 0 is the darkest.
    shade: usize,
    /// Whether it stands out.
    strong: bool,
    /// How long its bar is, in per cent.
    wide: String,
    /// Its squares of the hundred, as a path.
    squares: String,
    /// How much time has gone by since the row above it, in tenths of the whole; nothing of other kinds.
    since: u32,
}

/// The charts of a text.
pub(super) fn views(place: &PageContext<'_>, charts: &[ChartText]) -> Vec<ChartView> {
    let writer = place.writer();
    let view = |chart: &ChartText| ChartView {
        title: writer.label(&chart.title),
        source: chart.source.as_ref().map(|source| writer.label(source)),
        ..drawn(chart, chart.rows.iter().map(|row| writer.label(&row.label)))
    };
    charts.iter().map(view).collect()
}

/// A chart of a leaflet.
pub(super) fn of_leaflet(place: &PageContext<'_>, part: &ChartPart<'_>) -> ChartView {
    let writer = place.writer().printed();
    ChartView {
        title: writer.label(&part.title),
        source: part.source.as_deref().map(Value::normal_string),
        ..drawn(
            part.chart,
            part.labels.iter().map(|label| writer.label(label)),
        )
    }
}

/// What is drawn, without title and source.
fn drawn(chart: &ChartText, labels: impl Iterator<Item = Value>) -> ChartView {
    let mut before = 0.0;
    let drawn = chart.shares().into_iter().zip(chart.shades());
    let rows = labels.zip(&chart.rows).zip(drawn);
    let rows = rows.map(|((label, row), (share, shade))| {
        let from = before;
        before = match chart.kind {
            ChartKind::Parts => from + share,
            ChartKind::Bars | ChartKind::Time => share,
        };
        ChartRowView {
            label,
            value: row.value.clone(),
            shade,
            strong: row.strong,
            wide: format!("{:.2}", share * 100.0),
            squares: match chart.kind {
                ChartKind::Parts => squares(100.0 * from, 100.0 * before),
                ChartKind::Bars | ChartKind::Time => String::new(),
            },
            since: match chart.kind {
                ChartKind::Time => tenths(before - from),
                ChartKind::Bars | ChartKind::Parts => 0,
            },
        }
    });
    ChartView {
        kind: chart.kind.name(),
        title: Value::none(),
        rows: rows.collect(),
        source: None,
    }
}

fn tenths(share: f64) -> u32 {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share is from 0 to 1"
    )]
    let tenths = (share * 10.0).round() as u32;
    tenths
}

/// The squares from one number to another of a hundred, in columns of five from the left: a path in units of
/// a tenth of a square. What ends within a square takes its part of it.
fn squares(from: f64, to: f64) -> String {
    const SIDE: f64 = 8.6;
    let mut path = String::new();
    for at in 0..100_u8 {
        let (first, last) = (f64::from(at), f64::from(at) + 1.0);
        let (begin, end) = (from.max(first) - first, to.min(last) - first);
        // Sums of shares are off by a hair.
        if end - begin < 0.001 {
            continue;
        }
        let x = f64::from(at / 5) * 10.0 + 0.7;
        let y = f64::from(at % 5) * 10.0 + 0.7 + SIDE * begin;
        let high = SIDE * (end - begin);
        let _ = write!(path, "M{x:.1} {y:.1}h{SIDE}v{high:.1}h-{SIDE}z");
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_squares_are_shared_out() {
        let count = |from, to| squares(from, to).matches('M').count();
        assert_eq!((count(0.0, 88.0), count(88.0, 100.0)), (88, 12));
        // The square in which one part ends is shared.
        assert_eq!((count(0.0, 88.5), count(88.5, 100.0)), (89, 12));
        assert_eq!(squares(0.0, 1.0), "M0.7 0.7h8.6v8.6h-8.6z");
        assert_eq!(squares(5.5, 6.0), "M10.7 5.0h8.6v4.3h-8.6z");
    }
}
