//! The parts that leaflets are made of: points, quotations, voices, figures, facts.

use std::borrow::Cow;

use super::assemble::Assembler;
use super::choice::{MOST_CHARTS, MOST_FIGURES, quotation};
use super::content::{
    Attribution, ChartPart, FactRow, FactsPart, FigurePart, LeafletPart, NotePart, PointPart,
    QuotePart, SaidAt, VoicePart,
};
use crate::base::{Design, Lang};
use crate::model::StatementKind;
use crate::model::text::{Block, plain};
use crate::site::{
    ChartText, Citation, EventId, FigureText, Line, Passage, Photo, Source, StatementId, TopicId,
    Version,
};
use crate::typesetting::bare_name;

impl<'s> Assembler<'s> {
    /// The facts of an event.
    pub(super) fn facts(&self, id: EventId) -> FactsPart<'s> {
        let event = self.site.event(id);
        let Version { lang, text } = event.texts.for_reader(self.lang);
        let row = |key: &str, value: Option<String>, bare: Option<String>| {
            let value = value.filter(|value| !value.is_empty())?;
            Some(FactRow {
                label: self.words.get(key).to_owned(),
                lang,
                bare: bare.unwrap_or_else(|| value.clone()),
                value,
            })
        };
        let organisations = |key, names: &[String]| {
            let bare: Vec<&str> = names.iter().map(|name| bare_name(name)).collect();
            row(
                key,
                Some(names.join(self.between())),
                Some(bare.join(self.between())),
            )
        };
        let day = event.date.map(|date| date.long(self.lang));
        let day = row("print-date", day, None);
        FactsPart {
            lang,
            name: &text.name,
            rows: [
                day.map(|day| FactRow {
                    lang: self.lang,
                    ..day
                }),
                row("print-venue", text.venue.clone(), None),
                organisations("print-organisers", &text.organisers),
                organisations("print-supporters", &text.supporters),
                row("print-attendance", text.attendance.clone(), None),
            ]
            .into_iter()
            .flatten()
            .collect(),
        }
    }

    /// Who made a statement, among others.
    pub(super) fn who(&self, id: StatementId) -> Attribution<'s> {
        Attribution {
            name: self.site.speaker_of(id, self.lang).as_str(),
            reading: None,
            standing: self.site.short_standing(id, self.lang),
            photo: self.portrait(self.site.person_of(id).photo.as_ref()),
        }
    }

    /// A portrait, where the person agreed to its being printed.
    pub(super) fn portrait(&self, photo: Option<&'s Photo>) -> Option<&'s Photo> {
        photo.filter(|photo| photo.print && self.pictures.get(&photo.path).is_some())
    }

    /// A section of a text.
    pub(super) fn point(&self, section: &'s Passage, whole: bool) -> PointPart<'s> {
        PointPart {
            lang: self.lang,
            number: None,
            heading: Cow::Borrowed(&section.heading),
            blocks: self.blocks(&section.blocks),
            by: None,
            said_at: SaidAt::default(),
            whole,
            strong: false,
        }
    }

    /// A section of a statement, with whose it is.
    pub(super) fn passage(
        &self,
        id: StatementId,
        section: &'s Passage,
        whole: bool,
    ) -> PointPart<'s> {
        PointPart {
            lang: self.lang_of(id),
            by: Some(self.who(id)),
            said_at: self.said_at(id),
            ..self.point(section, whole)
        }
    }

    pub(super) fn cited(&self, citation: &Citation) -> Option<PointPart<'s>> {
        let id = citation.statement;
        let text = self.statement_text(id);
        let section = citation.section.as_deref().and_then(|id| text.section(id));
        if let Some(section) = section {
            return Some(self.passage(id, section, false));
        }
        let summary = self.line(text.summary.as_ref()?).into_owned();
        Some(PointPart {
            lang: self.lang_of(id),
            number: None,
            heading: Cow::Borrowed(&text.title),
            blocks: Cow::Owned(vec![Block::Paragraph(summary)]),
            by: Some(self.who(id)),
            said_at: self.said_at(id),
            whole: false,
            strong: false,
        })
    }

    /// The most telling sentence of a passage's first paragraph. Its speaker stands there without
    /// the gloss of an organisation, which is told where there is room.
    pub(super) fn quote(&self, id: StatementId, passage: &'s Passage) -> Option<QuotePart<'s>> {
        Some(QuotePart {
            lang: self.lang_of(id),
            text: Cow::Owned(quotation(passage)?),
            by: self.who(id).without_gloss(),
            said_at: self.said_at(id),
            place: self
                .words
                .get("print-from")
                .replace("{heading}", &plain(&passage.heading)),
            spoken: self.is_spoken(id),
            spare: true,
            second: false,
        })
    }

    /// A speaker with the summary; of a voice beside a text of its own, the title.
    pub(super) fn voice(&self, id: StatementId, beside: bool) -> Option<VoicePart<'s>> {
        let text = self.statement_text(id);
        let summary = self.line(text.summary.as_ref()?);
        let title = self.line(&text.title);
        Some(VoicePart {
            lang: self.lang_of(id),
            by: self.who(id),
            said_at: self.said_at(id),
            text: if beside { title.clone() } else { summary },
            title,
            spoken: self.is_spoken(id) && !beside,
            titled: false,
            spare: beside,
        })
    }

    /// A topic in a few words.
    pub(super) fn note(&self, id: TopicId, spare: bool) -> NotePart<'s> {
        let Version { lang, text } = self.site.topic(id).texts.for_reader(self.lang);
        NotePart {
            lang,
            name: &text.name,
            text: self.line(&text.summary),
            spare,
        }
    }

    pub(super) fn is_spoken(&self, id: StatementId) -> bool {
        self.site.statement(id).kind == StatementKind::Transcript
    }

    /// The language in which a statement is told.
    pub(super) fn lang_of(&self, id: StatementId) -> Lang {
        self.site.statement(id).texts.for_reader(self.lang).lang
    }

    /// The figure that stands largest, where the design is that, and the others, which stand side by
    /// side. One that tells no source is from where the document is.
    pub(super) fn figures(
        &self,
        design: Design,
        all: &'s [FigureText],
        own: Option<&'s Source>,
    ) -> (Option<FigurePart<'s>>, Option<LeafletPart<'s>>) {
        let largest = usize::from(design == Design::Figure);
        let mut parts = all
            .iter()
            .take(largest + MOST_FIGURES)
            .map(|figure| FigurePart {
                value: &figure.value,
                caption: self.line(&figure.caption),
                source: named(figure.source.as_ref(), own),
            });
        let first = if largest > 0 { parts.next() } else { None };
        let more: Vec<FigurePart<'s>> = parts.collect();
        let more = (!more.is_empty()).then_some(LeafletPart::Figures(more));
        (first, more)
    }

    /// The charts of a document. One that tells no source is from where the document is.
    pub(super) fn charts(
        &self,
        all: &'s [ChartText],
        own: Option<&'s Source>,
    ) -> Vec<LeafletPart<'s>> {
        let chart = |chart: &'s ChartText| {
            LeafletPart::Chart(ChartPart {
                chart,
                title: self.line(&chart.title),
                labels: chart.rows.iter().map(|row| self.line(&row.label)).collect(),
                source: named(chart.source.as_ref(), own),
            })
        };
        all.iter().take(MOST_CHARTS).map(chart).collect()
    }
}

/// The name of a source: its own, else that of the document.
fn named(own: Option<&Line>, document: Option<&Source>) -> Option<String> {
    own.map(|own| plain(own))
        .or_else(|| document?.title.clone())
}
