//! What every kind of document has by which it is joined with its translations.

use crate::base::{Date, DocKind, Spanned};
use crate::model::text::WrittenBody;
use crate::model::{
    ChartDoc, EventDoc, FigureDoc, Head, LeafletDoc, PageDoc, PersonDoc, StatementDoc, TopicDoc,
    Translation,
};
use crate::source::LocalText;

/// What every kind of document has.
pub(super) trait Joinable: Clone {
    const KIND: DocKind;
    /// A key that every original has and translations inherit; empty for none.
    const NEUTRAL: &'static str = "";
    fn head(&self) -> &Head;
    fn translation(&self) -> Option<&Spanned<Translation>>;
    fn body(&self) -> &WrittenBody;
    fn body_mut(&mut self) -> &mut WrittenBody;
    /// The texts of the front matter that a translator works through.
    fn texts(&self) -> Vec<Option<&LocalText>>;
    fn order(&self) -> Option<i64>;
    /// What tells it from all others of its kind.
    fn name(&self) -> String {
        self.head().slug.to_string()
    }
    /// Whether the same file holds something else that tells of what is wrong with the file as a
    /// whole: the person beside a statement.
    fn is_beside_another(&self) -> bool {
        false
    }
    /// Whether the text that was translated is this one's; that of a person's file is the statement's.
    fn has_text(&self) -> bool {
        true
    }
    /// Whether another one of the same name and place would be linked alike elsewhere.
    fn is_known_alike(&self, _other: &Self) -> bool {
        true
    }
    fn is_draft(&self) -> bool {
        false
    }
    fn date(&self) -> Option<Date> {
        None
    }
    fn terms(&self) -> &[Spanned<String>] {
        &[]
    }
    fn figures(&self) -> &[Spanned<FigureDoc>] {
        &[]
    }
    fn charts(&self) -> &[Spanned<ChartDoc>] {
        &[]
    }
}

macro_rules! docs {
    ($($doc:ident is $kind:ident { $($own:item)* })*) => {$(
        impl Joinable for $doc {
            const KIND: DocKind = DocKind::$kind;
            fn head(&self) -> &Head { &self.head }
            fn translation(&self) -> Option<&Spanned<Translation>> { self.translation.as_ref() }
            fn body(&self) -> &WrittenBody { &self.body }
            fn body_mut(&mut self) -> &mut WrittenBody { &mut self.body }
            $($own)*
        }
    )*};
}

docs! {
    PersonDoc is Speaker {
        fn texts(&self) -> Vec<Option<&LocalText>> {
            vec![
                self.name.as_ref(),
                self.affiliation.as_ref(),
                self.affiliation_short.as_ref(),
                self.role.as_ref(),
            ]
        }
        fn has_text(&self) -> bool { !self.speaks }
        fn is_known_alike(&self, other: &Self) -> bool {
            // Statements of other files and languages tell these.
            self.speaks == other.speaks
                && self.name == other.name
                && self.affiliation == other.affiliation
                && self.affiliation_short == other.affiliation_short
                && self.role == other.role
        }
        fn order(&self) -> Option<i64> { Some(self.order.as_ref()?.value) }
        fn is_draft(&self) -> bool { self.draft.as_ref().is_some_and(|d| d.value) }
    }
    StatementDoc is Statement {
        const NEUTRAL: &'static str = "topics";
        fn texts(&self) -> Vec<Option<&LocalText>> { with_numbers(&[&self.title, &self.summary, &self.pull], &self.figures, &self.charts) }
        fn figures(&self) -> &[Spanned<FigureDoc>] { &self.figures }
        fn charts(&self) -> &[Spanned<ChartDoc>] { &self.charts }
        fn name(&self) -> String {
            match &self.head.event {
                Some(event) => format!("{event}/{}", self.head.slug),
                None => self.head.slug.to_string(),
            }
        }
        fn is_beside_another(&self) -> bool { self.head.event.is_none() }
        fn is_known_alike(&self, other: &Self) -> bool {
            // Statements stand in the order of their events.
            let event = |doc: &Self| doc.event.as_ref().map(|event| event.value.clone());
            event(self) == event(other)
        }
        fn order(&self) -> Option<i64> { Some(self.order.as_ref()?.value) }
        fn is_draft(&self) -> bool { self.draft.as_ref().is_some_and(|d| d.value) }
    }
    TopicDoc is Topic {
        fn texts(&self) -> Vec<Option<&LocalText>> { with_numbers(&[&self.name, &self.summary, &self.hook], &self.figures, &self.charts) }
        fn figures(&self) -> &[Spanned<FigureDoc>] { &self.figures }
        fn charts(&self) -> &[Spanned<ChartDoc>] { &self.charts }
        fn order(&self) -> Option<i64> { Some(self.order.as_ref()?.value) }
        fn terms(&self) -> &[Spanned<String>] { &self.terms }
    }
    EventDoc is Event {
        const NEUTRAL: &'static str = "date";
        fn texts(&self) -> Vec<Option<&LocalText>> { with_numbers(&[&self.name], &self.figures, &self.charts) }
        fn figures(&self) -> &[Spanned<FigureDoc>] { &self.figures }
        fn charts(&self) -> &[Spanned<ChartDoc>] { &self.charts }
        fn order(&self) -> Option<i64> { None }
        fn is_draft(&self) -> bool { self.draft.as_ref().is_some_and(|d| d.value) }
        fn date(&self) -> Option<Date> { Some(self.date.as_ref()?.value) }
    }
    LeafletDoc is Leaflet {
        const NEUTRAL: &'static str = "format";
        fn texts(&self) -> Vec<Option<&LocalText>> { with_numbers(&[&self.title, &self.hook], &self.figures, &self.charts) }
        fn figures(&self) -> &[Spanned<FigureDoc>] { &self.figures }
        fn charts(&self) -> &[Spanned<ChartDoc>] { &self.charts }
        fn order(&self) -> Option<i64> { Some(self.order.as_ref()?.value) }
    }
    PageDoc is Page {
        fn texts(&self) -> Vec<Option<&LocalText>> { vec![self.title.as_ref()] }
        fn order(&self) -> Option<i64> { Some(self.order.as_ref()?.value) }
    }
}

/// Some texts, and those of figures and charts.
fn with_numbers<'d>(
    texts: &[&'d Option<LocalText>],
    figures: &'d [Spanned<FigureDoc>],
    charts: &'d [Spanned<ChartDoc>],
) -> Vec<Option<&'d LocalText>> {
    let of_figures = figures.iter().flat_map(|figure| {
        let FigureDoc {
            value,
            caption,
            source,
        } = &figure.value;
        [Some(value), Some(caption), source.as_ref()]
    });
    let of_charts = charts.iter().flat_map(|chart| {
        let ChartDoc {
            kind: _,
            title,
            unit,
            rows,
            source,
        } = &chart.value;
        let rows = rows
            .iter()
            .flat_map(|row| [Some(&row.label), Some(&row.value)]);
        let whole = [Some(title), unit.as_ref(), source.as_ref()];
        whole.into_iter().chain(rows)
    });
    let texts = texts.iter().map(|text| text.as_ref());
    texts.chain(of_figures).chain(of_charts).collect()
}

/// Whether a document may take the place of another without anything outside its own pages
/// being linked differently: names, order, dates, terms and the places on its page are equal.
pub(super) fn stands_for<D: Joinable>(new: &D, old: &D) -> bool {
    let (a, b) = (new.head(), old.head());
    (a.file, new.name(), a.lang) == (b.file, old.name(), b.lang)
        && new.translation().is_some() == old.translation().is_some()
        && (new.order(), new.is_draft(), new.date()) == (old.order(), old.is_draft(), old.date())
        && new.terms() == old.terms()
        && new.is_known_alike(old)
        && new.body().fragments().eq(old.body().fragments())
}
