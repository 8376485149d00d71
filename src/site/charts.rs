//! The charts of a document in its language, and those of its translations held to them.

use super::entities::{ChartAmount, ChartRow, ChartText, Line};
use super::fault::SiteFault;
use super::joinable::Joinable;
use super::pair::Group;
use crate::base::{ChartKind, Lang, Moment, Quantity, Spanned, narrowed};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::text::{Inline, plain};
use crate::model::{self, ChartDoc, ChartRowDoc};
use crate::source::LocalText;

impl<D: Joinable> Group<D> {
    /// The charts of `doc`: its own, else those that the original tells in its language.
    pub(super) fn charts(&self, doc: &D) -> Vec<ChartText> {
        let lang = doc.head().lang;
        let is_own = !doc.charts().is_empty();
        let all = if is_own { doc } else { &self.original };
        let charts = all.charts().iter();
        let charts = charts.filter_map(|chart| of_lang(&chart.value, lang, is_own));
        charts.collect()
    }
}

/// A chart in a language, if all of it is told in that; a chart without one of its rows would say
/// something else.
fn of_lang(chart: &ChartDoc, lang: Lang, is_own: bool) -> Option<ChartText> {
    let line = |text: &LocalText| {
        let own = &text.get(lang)?.value;
        // Years and numbers are the same in every language.
        let told =
            is_own || matches!(text, LocalText::ByLang(_)) || !own.contains(char::is_alphabetic);
        told.then(|| model::phrase(own))
    };
    let unit = match (&chart.unit, chart.kind) {
        (_, ChartKind::Time) | (None, ChartKind::Bars) => Vec::new(),
        (Some(unit), _) => line(unit)?,
        (None, ChartKind::Parts) => vec![Inline::Text(per_cent(lang).to_owned())],
    };
    let unit = plain(&unit);
    let row = |row: &ChartRowDoc| {
        let written = &row.value.get(lang)?.value;
        let (value, amount) = match chart.kind {
            ChartKind::Time => {
                let moment = Moment::parse(written)?;
                (moment.told(lang), ChartAmount::Time(moment))
            }
            ChartKind::Bars | ChartKind::Parts => {
                line(&row.value)?;
                let number = Quantity::parse(written)?;
                (counted(written, &unit), ChartAmount::Number(number))
            }
        };
        Some(ChartRow {
            label: line(&row.label)?,
            value,
            amount,
            strong: row.strong,
        })
    };
    let rows: Option<Vec<ChartRow>> = chart.rows.iter().map(row).collect();
    let mut rows = rows?;
    if chart.kind == ChartKind::Time {
        rows.sort_by_key(|row| row.amount);
    }
    let title: Line = line(&chart.title)?;
    Some(ChartText {
        kind: chart.kind,
        title,
        rows,
        // A name of a source is one in every language.
        source: (chart.source.as_ref()).and_then(|own| Some(model::phrase(&own.get(lang)?.value))),
    })
}

fn per_cent(lang: Lang) -> &'static str {
    if lang.locale().script.is_square() {
        "％"
    } else {
        "%"
    }
}

/// A number with its unit: words in Latin letters stand apart from it.
fn counted(number: &str, unit: &str) -> String {
    let is_word = unit.chars().count() > 1 && unit.starts_with(|c: char| c.is_ascii_alphabetic());
    let between = if is_word { " " } else { "" };
    format!("{}{between}{unit}", narrowed(number.trim()))
}

/// Reports a translation whose charts show something else than those of its original.
pub(super) fn compare<D: Joinable>(original: &D, translation: &D, diagnostics: &mut Diagnostics) {
    let (there, here) = (original.charts(), translation.charts());
    let is_whole = !original.head().is_faulty() && !translation.head().is_faulty();
    let alike = |(own, other): (&Spanned<ChartDoc>, &Spanned<ChartDoc>)| {
        let (own, other) = (drawn(&own.value), drawn(&other.value));
        // Numbers in a larger unit are rounded.
        let mut pairs = own.1.iter().zip(&other.1);
        let most = if own.0 == ChartKind::Time { 0 } else { 50 };
        own.0 == other.0
            && own.1.len() == other.1.len()
            && pairs.all(|(own, other)| own.abs_diff(*other) <= most)
    };
    let at = if there.len() == here.len() {
        let mut pairs = here.iter().zip(there);
        pairs.find(|pair| !alike(*pair)).map(|(own, _)| own)
    } else {
        here.first()
    };
    if let Some(first) = at.filter(|_| is_whole) {
        let at = first.span.of(translation.head().file);
        diagnostics.report(Diagnostic::at(at, SiteFault::ChartsDiffer));
    }
}

/// What a chart shows in every language: its kind, and how its numbers stand to each other, in ten-thousandths;
/// of other units, such as 億円 and billions, the numbers are others. Of times, in days.
fn drawn(chart: &ChartDoc) -> (ChartKind, Vec<i64>) {
    let amount = |row: &ChartRowDoc| {
        let written = row.value.all().next().unwrap_or_default();
        match chart.kind {
            ChartKind::Time => Moment::parse(written).map_or(0.0, Moment::drawn),
            ChartKind::Bars | ChartKind::Parts => {
                Quantity::parse(written).map_or(0.0, Quantity::drawn)
            }
        }
    };
    let all: Vec<f64> = chart.rows.iter().map(amount).collect();
    let largest = all.iter().copied().fold(0.0, f64::max);
    let step = match chart.kind {
        ChartKind::Time => 1.0,
        _ if largest > 0.0 => largest / 10_000.0,
        _ => 1.0,
    };
    #[allow(
        clippy::cast_possible_truncation,
        reason = "days of the calendar, and shares of a number"
    )]
    let steps = all.iter().map(|own| (own / step).round() as i64);
    (chart.kind, steps.collect())
}
