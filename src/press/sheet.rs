//! What each leaflet says: the site's statements, topics and composed leaflets as data.

use std::cell::Cell;

use super::data::{
    Address, CallData, EventData, LeafletData, NoteData, PersonData, Point, Portrait,
    PublisherData, Quote, SaidData, Voice,
};
use super::shorten::without_gloss;
use super::text::Texts;
use crate::base::Lang;
use crate::cache::Cache;
use crate::media::{Pictures, portrait};
use crate::model::StatementKind;
use crate::model::text::plain;
use crate::site::{
    Citation, EventId, LeafletId, LeafletKind, PageRef, Passage, Site, Statement, StatementId,
    TopicId,
};
use crate::theme::Words;
use crate::typesetting::LeftOut;
use crate::typesetting::{
    MOST_NOTES, Mask, QrCode, bare_name, first_sentence, most_passages, phrases, quotation,
    strongest, telling,
};

/// What stands in brackets after an organisation's name.
#[derive(Debug, Clone, Copy)]
pub(super) enum Gloss {
    /// It is printed.
    Told,
    /// It is left out.
    Left,
}

/// Builds leaflets in one language.
pub(super) struct Sheets<'s> {
    /// The site.
    pub site: &'s Site,
    /// Its pictures.
    pub album: &'s Pictures,
    /// Where portraits are kept.
    pub cache: &'s Cache,
    /// The words of the interface.
    pub words: &'s Words,
    /// The language.
    pub lang: Lang,
    /// Whether the text has pictures, which are left to the site.
    pub pictures: Cell<bool>,
}

impl Sheets<'_> {
    /// What a leaflet says.
    pub(super) fn leaflet(&self, id: LeafletId) -> LeafletData {
        let mut leaflet = match &self.site.leaflet(id).kind {
            LeafletKind::Statement(speaker) => self.speaker(*speaker),
            LeafletKind::Topic(topic) => self.topic(*topic),
            LeafletKind::Event(event) => self.rally(*event),
            LeafletKind::Composed(composed) => self.composed(composed),
        };
        let pictures = self.pictures.get().then_some(LeftOut::Pictures);
        leaflet.abridged |= pictures.is_some();
        leaflet.withheld.extend(pictures);
        leaflet
    }

    pub(super) fn texts(&self) -> Texts<'_> {
        Texts {
            site: self.site,
            lang: self.lang,
            pictures: &self.pictures,
        }
    }

    fn speaker(&self, id: StatementId) -> LeafletData {
        let speaker = self.site.statement(id);
        let text = speaker.texts.for_reader(self.lang).text;
        let mut lead = match &text.summary {
            Some(summary) => vec![super::data::NodeData::Paragraph {
                content: self.texts().inlines(summary),
            }],
            None => Vec::new(),
        };
        if text.body.sections.is_empty() || lead.is_empty() {
            lead.extend(self.texts().blocks(&text.body.intro));
        }
        let mut others: Vec<StatementId> = Vec::new();
        for (_, citations) in self.site.others_on(id, 2) {
            others.extend(
                citations
                    .iter()
                    .map(|c| c.statement)
                    .find(|s| !others.contains(s)),
            );
        }
        let withheld = self
            .site
            .person_of(id)
            .photo
            .as_ref()
            .filter(|photo| !photo.print);
        LeafletData {
            kind: "speaker",
            title: plain(&text.title),
            hook: phrases(&plain(&text.title), self.lang),
            by: Some(self.person(id)),
            portrait: self.portrait(id),
            withheld: withheld.map(|_| LeftOut::Portrait).into_iter().collect(),
            said: SaidData {
                lead,
                points: text
                    .body
                    .sections
                    .iter()
                    .map(|section| self.point(section, None))
                    .collect(),
            },
            // The head says who speaks.
            quote: text.strongest().and_then(|passage| {
                let mut quote = self.quote(id, passage)?;
                (quote.by.affiliation, quote.by.role) = (None, None);
                Some(quote)
            }),
            voices: others
                .into_iter()
                .take(MOST_NOTES)
                .filter_map(|other| self.voice(other))
                .collect(),
            section: Some(self.words.get("print-others").to_owned()),
            source: text.source.as_ref().and_then(|s| s.title.clone()),
            notice: self.notice(speaker.kind),
            ..self.common(speaker.event, self.site.page_of(id))
        }
    }

    fn topic(&self, id: TopicId) -> LeafletData {
        let topic = self.site.topic(id);
        let text = topic.texts.for_reader(self.lang).text;
        let mut lead = vec![super::data::NodeData::Paragraph {
            content: self.texts().inlines(&text.summary),
        }];
        lead.extend(self.texts().blocks(&text.body.intro));
        let cited = topic.citations.as_slice();
        let points: Vec<Point> = cited
            .iter()
            .take(most_passages(self.lang))
            .filter_map(|c| self.cited(c))
            .collect();
        let quote = telling(self.site, cited, self.lang);
        let quote = quote.and_then(|(speaker, passage)| self.quote(speaker, passage));
        let first = cited.first().map(|c| self.site.statement(c.statement));
        let related = topic.related.iter().take(MOST_NOTES).map(|id| {
            let text = self.site.topic(*id).texts.for_reader(self.lang).text;
            NoteData {
                name: text.name.clone(),
                text: self.texts().inlines(&text.summary),
            }
        });
        LeafletData {
            kind: "topic",
            title: text.name.clone(),
            hook: phrases(&text.name, self.lang),
            abridged: cited.len() > points.len(),
            said: SaidData { lead, points },
            quote,
            related: related.collect(),
            source: first.and_then(|s| self.source(s)),
            notice: first.and_then(|s| self.notice(s.kind)),
            ..self.common(first.and_then(|s| s.event), PageRef::Topic(id))
        }
    }

    /// An event: what was said there, each statement with its strongest passage.
    fn rally(&self, id: EventId) -> LeafletData {
        let event = self.site.event(id);
        let text = event.texts.for_reader(self.lang).text;
        let cited = strongest(self.site, &event.statements, self.lang);
        let points: Vec<Point> = cited
            .iter()
            .take(most_passages(self.lang))
            .filter_map(|c| self.cited(c))
            .collect();
        let quote = telling(self.site, &cited, self.lang);
        let quote = quote.and_then(|(speaker, passage)| self.quote(speaker, passage));
        let first = event.statements.first().map(|id| self.site.statement(*id));
        LeafletData {
            kind: "topic",
            title: text.name.clone(),
            hook: phrases(&text.name, self.lang),
            abridged: cited.len() > points.len(),
            said: SaidData {
                lead: self.texts().blocks(&text.body.intro),
                points,
            },
            quote,
            source: text.source.as_ref().and_then(|s| s.title.clone()),
            notice: first.and_then(|s| self.notice(s.kind)),
            ..self.common(Some(id), PageRef::Event(id))
        }
    }

    /// What every leaflet holds: event, request, publisher, address.
    pub(super) fn common(&self, event: Option<EventId>, page: PageRef) -> LeafletData {
        let settings = &self.site.settings;
        let event = event.or(settings.event);
        let call = settings.call_to_action.as_ref().and_then(|call| {
            Some(CallData {
                pieces: phrases(call.text.get(self.lang)?, self.lang),
                short: call.url.as_deref().map(short),
                url: call.url.clone(),
                deadline: call.deadline.map(|day| {
                    self.words
                        .get("print-until")
                        .replace("{date}", &day.long(self.lang))
                }),
            })
        });
        let publisher = &settings.publisher;
        let publisher = publisher.name.get(self.lang).map(|name| PublisherData {
            name: name.clone(),
            address: publisher.address.get(self.lang).cloned(),
            phone: publisher.phone.get(self.lang).cloned(),
            email: publisher.email.clone(),
            url: publisher.url.as_deref().map(short),
        });
        let address = settings.base_url.as_ref().and_then(|base| {
            let url = base.join(self.site.address(page, self.lang));
            Some(Address {
                short: short(&url),
                qr: QrCode::encode(&url, Mask::Best)?,
                url,
            })
        });
        LeafletData {
            lang: self.lang.to_string(),
            kicker: event.and_then(|id| self.kicker(id)),
            event: event.map(|id| self.event(id, Gloss::Told)),
            call,
            publisher,
            address,
            ..LeafletData::default()
        }
    }

    /// A short line that says when it was said.
    fn kicker(&self, id: EventId) -> Option<String> {
        let date = self.site.event(id).date?.long(self.lang);
        Some(self.words.get("print-kicker").replace("{date}", &date))
    }

    pub(super) fn event(&self, id: EventId, gloss: Gloss) -> EventData {
        let event = self.site.event(id);
        let text = event.texts.for_reader(self.lang).text;
        let between = self.lang.locale().list;
        let names = |names: &[String]| {
            let told = |name: &String| match gloss {
                Gloss::Told => name.clone(),
                Gloss::Left => bare_name(name).to_owned(),
            };
            Some(names.iter().map(told).collect::<Vec<_>>().join(between))
        };
        let row = |key: &str, value: Option<String>| {
            Some((
                self.words.get(key).to_owned(),
                value.filter(|v| !v.is_empty())?,
            ))
        };
        EventData {
            name: text.name.clone(),
            date: event.date.map(|date| date.long(self.lang)),
            rows: [
                row("print-date", event.date.map(|date| date.long(self.lang))),
                row("print-venue", text.venue.clone()),
                row("print-organisers", names(&text.organisers)),
                row("print-supporters", names(&text.supporters)),
                row("print-attendance", text.attendance.clone()),
            ]
            .into_iter()
            .flatten()
            .collect(),
            blocks: self.texts().blocks(&text.body.intro),
        }
    }

    pub(super) fn person(&self, id: StatementId) -> PersonData {
        let person = self.site.person_of(id);
        let text = self.site.statement(id).texts.for_reader(self.lang).text;
        PersonData {
            name: text.name.clone(),
            // A reading that nobody has confirmed is not for paper.
            reading: person
                .reading
                .clone()
                .filter(|_| self.lang.locale().has_readings && person.reading_confirmed),
            affiliation: text.affiliation.clone(),
            role: text.role.clone(),
        }
    }

    /// A speaker's portrait, where the person agreed to its being printed.
    fn portrait(&self, id: StatementId) -> Option<Portrait> {
        let photo = self.site.person_of(id).photo.as_ref();
        let photo = photo.filter(|photo| photo.print)?;
        let jpeg = portrait(self.album.get(&photo.path)?, self.cache)?;
        let credit = photo.credit.as_ref();
        let credited = |credit: &String| {
            let words = self.words.get("print-photo");
            words.replace("{credit}", credit)
        };
        Some(Portrait {
            file: format!("portrait-{}.jpg", &blake3::hash(&jpeg).to_hex()[..16]),
            alt: photo.alt.get(self.lang).cloned().unwrap_or_default(),
            credit: credit.map(credited),
            jpeg,
        })
    }

    pub(super) fn point(&self, section: &Passage, by: Option<PersonData>) -> Point {
        Point {
            pieces: phrases(&plain(&section.heading), self.lang),
            blocks: self.texts().blocks(&section.blocks),
            by,
        }
    }

    fn cited(&self, citation: &Citation) -> Option<Point> {
        let text = self
            .site
            .statement(citation.statement)
            .texts
            .for_reader(self.lang)
            .text;
        let by = PersonData {
            reading: None,
            ..self.person(citation.statement)
        };
        match citation.section.as_deref().and_then(|id| text.section(id)) {
            Some(section) => Some(self.point(section, Some(by))),
            None => Some(Point {
                pieces: phrases(&plain(&text.title), self.lang),
                blocks: vec![super::data::NodeData::Paragraph {
                    content: self.texts().inlines(text.summary.as_ref()?),
                }],
                by: Some(by),
            }),
        }
    }

    /// The most telling sentence of a passage's first paragraph. Its speaker stands there without
    /// the gloss of an organisation, which is told where there is room.
    pub(super) fn quote(&self, id: StatementId, passage: &Passage) -> Option<Quote> {
        let speaker = self.site.statement(id);
        let mut by = PersonData {
            reading: None,
            ..self.person(id)
        };
        without_gloss(&mut by);
        Some(Quote {
            pieces: phrases(&quotation(passage)?, self.lang),
            by,
            place: Some(
                self.words
                    .get("print-from")
                    .replace("{heading}", &plain(&passage.heading)),
            ),
            spoken: speaker.kind == StatementKind::Transcript,
        })
    }

    pub(super) fn voice(&self, id: StatementId) -> Option<Voice> {
        let speaker = self.site.statement(id);
        let summary = speaker.texts.for_reader(self.lang).text.summary.as_ref()?;
        Some(Voice {
            person: PersonData {
                reading: None,
                ..self.person(id)
            },
            text: self.texts().inlines(&first_sentence(summary)),
            spoken: speaker.kind == StatementKind::Transcript,
        })
    }

    pub(super) fn notice(&self, kind: StatementKind) -> Option<String> {
        (kind == StatementKind::Summary).then(|| self.words.get("print-summary-note").to_owned())
    }

    pub(super) fn source(&self, speaker: &Statement) -> Option<String> {
        speaker
            .texts
            .for_reader(self.lang)
            .text
            .source
            .as_ref()?
            .title
            .clone()
    }
}

/// An address as it is printed: without its scheme and a `/` at the end.
fn short(url: &str) -> String {
    let bare = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"))
        .unwrap_or(url);
    bare.trim_end_matches('/').to_owned()
}
