//! Speakers as other pages show them: a person in a line, a passage, a link to a topic.

use std::borrow::Cow;

use serde::Serialize;
use tera::Value;

use super::engine::fill;
use super::page_context::PageContext;
use super::{ending, phrased, picture, printed, standing};
use crate::base::{Date, Lang, OutPath};
use crate::model::text::Block;
use crate::site::{
    Citation, EventId, LeafletId, Line, PageRef, Pdf, PersonId, Source, StatementId, StatementText,
    Target, TopicId, Version,
};

/// A person in a line: what was said, then by whom.
#[derive(Serialize)]
pub(super) struct PersonLine<'a> {
    href: String,
    monogram: Cow<'a, str>,
    headline: Value,
    name: &'a str,
    /// Of the name, where it is not in the language of the headline.
    name_lang: Value,
    /// Of words of the interface, in the same way.
    ui_attr: Value,
    affiliation: Option<Value>,
    /// Where it was said, when the site has statements of more than one event.
    rally: Option<RallyView>,
    /// How often the person spoke, when it is more than once and the line stands for all of it.
    times: Option<String>,
    lang_attr: Value,
    /// The portrait, where the line stands large.
    portrait: Option<Value>,
}

impl PersonLine<'_> {
    /// The same on a page that says at which event it was.
    pub(super) fn without_rally(mut self) -> Self {
        self.rally = None;
        self
    }
}

/// The event at which something was said, in a line.
#[derive(Serialize)]
pub(super) struct RallyView {
    name: Value,
    date: Option<String>,
    date_iso: Option<String>,
}

/// A link to a page by its name.
#[derive(Serialize)]
pub(super) struct LinkView<'a> {
    pub(super) href: String,
    pub(super) name: &'a str,
    /// Of a person who has a namesake.
    pub(super) apart: Option<ApartView>,
    pub(super) lang_attr: Value,
}

/// What tells a person from others of the same name.
#[derive(Serialize)]
pub(super) struct ApartView {
    text: String,
    lang_attr: Value,
}

/// An event in a few words.
#[derive(Serialize)]
pub(super) struct EventView<'a> {
    href: String,
    name: &'a str,
    date: Option<String>,
    date_iso: Option<String>,
    venue: Option<&'a str>,
    attendance: Option<&'a str>,
    organisers: &'a [String],
    supporters: &'a [String],
    lang_attr: Value,
}

/// Where a text was published.
#[derive(Serialize)]
pub(super) struct SourceView<'a> {
    title: &'a str,
    url: Option<&'a str>,
    note: Option<Value>,
}

/// A leaflet with its files.
#[derive(Serialize)]
pub(super) struct LeafletLink<'a> {
    pub(super) href: String,
    pub(super) hook: Value,
    pub(super) name: Cow<'a, str>,
    pub(super) name_lang: Value,
    pub(super) pdfs: Vec<DownloadView<'a>>,
    /// Its first page.
    pub(super) picture: Option<printed::PrintedView>,
    /// Whether it is folded to a narrow panel.
    pub(super) folded: bool,
    /// Its paper, pages and language.
    pub(super) paper: String,
    pub(super) lang_attr: Value,
}

/// A file to download.
#[derive(Serialize)]
pub(super) struct DownloadView<'a> {
    href: String,
    label: &'a str,
    size: Option<String>,
}

/// What a citation leads to, in a reader's language.
pub(super) struct Cited<'a> {
    pub(super) speaker: Version<'a, StatementText>,
    pub(super) heading: &'a Line,
    pub(super) body: CitedBody<'a>,
}

/// The text of a citation.
pub(super) enum CitedBody<'a> {
    Blocks(&'a [Block<Target>]),
    Line(&'a Line),
}

/// The statement for a reader of the page.
pub(super) fn statement<'a>(
    place: &PageContext<'a>,
    id: StatementId,
) -> Version<'a, StatementText> {
    place.site().statement(id).texts.for_reader(place.lang())
}

/// The first character of a Japanese name, the initials of any other.
pub(super) fn monogram(name: &str) -> Cow<'_, str> {
    let mut words = name
        .split_whitespace()
        .filter_map(|word| word.chars().next());
    match (words.next(), words.next_back()) {
        (Some(first), Some(last)) if first.is_ascii() => format!("{first}{last}").into(),
        (Some(first), _) => name.trim_start()[..first.len_utf8()].into(),
        (None, _) => "".into(),
    }
}

/// A statement's headline with who said it.
pub(super) fn stated<'a>(place: &PageContext<'a>, id: StatementId) -> PersonLine<'a> {
    let Version { lang, text } = statement(place, id);
    person_saying(place, id, None, &text.title, lang)
}

/// The same in few words, where the speaker has some, with the portrait.
pub(super) fn voice<'a>(place: &PageContext<'a>, id: StatementId) -> PersonLine<'a> {
    let Version { lang, text } = statement(place, id);
    let said = text.pull.as_ref().unwrap_or(&text.title);
    let photo = place.site().person_of(id).photo.as_ref();
    PersonLine {
        portrait: photo.map(|photo| picture::portrait(place, photo)),
        ..person_saying(place, id, None, said, lang)
    }
}

/// A person with the headline of the newest statement.
pub(super) fn person<'a>(place: &PageContext<'a>, id: PersonId) -> PersonLine<'a> {
    let site = place.site();
    let person = site.person(id);
    let lang = person.texts.for_reader(place.lang()).lang;
    let href = place.href(PageRef::Person(id));
    let Some(newest) = person.statements.first().copied() else {
        let name = site.name_of(id, place.lang());
        return PersonLine {
            href,
            monogram: monogram(name.text),
            headline: Value::safe_string(""),
            name: name.text,
            name_lang: PageContext::lang_within(name.lang, lang),
            ui_attr: PageContext::lang_within(place.lang(), lang),
            affiliation: standing::view(site.short_standing_of(id, place.lang()), lang),
            rally: None,
            times: None,
            lang_attr: place.lang_attr(lang),
            portrait: None,
        };
    };
    let many = Some(person.statements.len()).filter(|n| *n > 1);
    let line = stated(place, newest);
    PersonLine {
        href,
        // Several statements were made at several events.
        rally: line.rally.filter(|_| many.is_none()),
        times: many.map(|n| fill(place.word("statements_of_person"), &[("n", &n.to_string())])),
        ..line
    }
}

/// Where a statement was made, when the site has statements of more than one event.
pub(super) fn rally(place: &PageContext<'_>, id: StatementId) -> Option<RallyView> {
    let site = place.site();
    let statement = site.statement(id);
    let event = statement.event.filter(|_| site.has_several_events())?;
    let event = site.event(event);
    let Version { lang, text } = event.texts.for_reader(place.lang());
    let name = Version {
        lang,
        text: text.name.as_str(),
    };
    let date = statement.date.or(event.date);
    Some(RallyView {
        name: standing::marked(name, place.lang()),
        date: date.map(|date| date.long(place.lang())),
        date_iso: date.map(|date| date.to_string()),
    })
}

/// A person with the heading of the passage that is cited.
pub(super) fn person_citing<'a>(place: &PageContext<'a>, citation: &Citation) -> PersonLine<'a> {
    let Cited {
        speaker, heading, ..
    } = cited(place, citation);
    let section = citation.section.as_deref();
    person_saying(place, citation.statement, section, heading, speaker.lang)
}

fn person_saying<'a>(
    place: &PageContext<'a>,
    id: StatementId,
    fragment: Option<&str>,
    said: &Line,
    lang: Lang,
) -> PersonLine<'a> {
    let name = place.site().speaker_of(id, place.lang());
    PersonLine {
        href: place.href_at(place.site().page_of(id), fragment),
        monogram: monogram(name.text),
        // Indexes may be long, and leave phrases to the browser.
        headline: if place.page == Some(PageRef::Home) {
            phrased::line(place, said, lang)
        } else {
            place.writer().label(said)
        },
        name: name.text,
        name_lang: PageContext::lang_within(name.lang, lang),
        ui_attr: PageContext::lang_within(place.lang(), lang),
        affiliation: standing::view(place.site().short_standing(id, place.lang()), lang),
        rally: rally(place, id),
        times: None,
        lang_attr: place.lang_attr(lang),
        portrait: None,
    }
}

/// What a citation leads to: a section, or the statement's summary.
pub(super) fn cited<'a>(place: &PageContext<'a>, citation: &Citation) -> Cited<'a> {
    static EMPTY: Line = Line::new();
    let speaker = statement(place, citation.statement);
    let text = speaker.text;
    let section = citation.section.as_deref().and_then(|id| text.section(id));
    let (heading, body) = match section {
        Some(section) => (&section.heading, CitedBody::Blocks(&section.blocks)),
        None => (
            &text.title,
            CitedBody::Line(text.summary.as_ref().unwrap_or(&EMPTY)),
        ),
    };
    Cited {
        speaker,
        heading,
        body,
    }
}

/// What stands beside the name of a person who has a namesake; `around` is the language of the name.
pub(super) fn apart(place: &PageContext<'_>, id: PersonId, around: Lang) -> Option<ApartView> {
    let namesakes = &place.language.namesakes;
    let (text, lang) = namesakes.apart(place.site(), id, place.lang())?;
    Some(ApartView {
        text,
        lang_attr: PageContext::lang_within(lang, around),
    })
}

/// A topic by name.
pub(super) fn topic<'a>(place: &PageContext<'a>, id: TopicId) -> LinkView<'a> {
    let Version { lang, text } = place.site().topic(id).texts.for_reader(place.lang());
    LinkView {
        href: place.href(PageRef::Topic(id)),
        name: &text.name,
        apart: None,
        lang_attr: place.lang_attr(lang),
    }
}

/// What a leaflet is called in a list, and in which language: by whose it is, or by its title.
pub(super) fn leaflet_name<'a>(place: &PageContext<'a>, id: LeafletId) -> (Cow<'a, str>, Lang) {
    let (site, lang) = (place.site(), place.lang());
    let statement = site.made_from(id).and_then(|page| site.statement_on(page));
    match statement {
        Some(id) => {
            let Version {
                lang: own,
                text: name,
            } = site.speaker_of(id, lang);
            let statement = site.statement(id);
            // Of a person who spoke at several events, each has a leaflet.
            let several = site.person(statement.person).statements.len() > 1;
            let event = statement.event.map(|event| site.event(event));
            let day = statement.date.or(event.and_then(|event| event.date));
            let name = match day.filter(|_| several) {
                Some(day) => {
                    // What stands beside a name is in the language of the name.
                    let [open, close] = own.locale().brackets;
                    format!("{name}{open}{}{close}", day.long(own)).into()
                }
                None => name.into(),
            };
            (name, own)
        }
        _ => {
            let document = site.leaflet_document(id, lang);
            (document.plain_title().into(), document.lang)
        }
    }
}

/// A statement by the name of who made it.
pub(super) fn speaker<'a>(place: &PageContext<'a>, id: StatementId) -> LinkView<'a> {
    let Version { lang, text: name } = place.site().speaker_of(id, place.lang());
    LinkView {
        href: place.href(place.site().page_of(id)),
        name,
        apart: apart(place, place.site().statement(id).person, lang),
        lang_attr: place.lang_attr(lang),
    }
}

/// A person by name.
pub(super) fn person_link<'a>(place: &PageContext<'a>, id: PersonId) -> LinkView<'a> {
    let Version { lang, text: name } = place.site().name_of(id, place.lang());
    LinkView {
        href: place.href(PageRef::Person(id)),
        name,
        apart: apart(place, id, lang),
        lang_attr: place.lang_attr(lang),
    }
}

/// An event in a few words.
pub(super) fn event<'a>(place: &PageContext<'a>, id: EventId) -> EventView<'a> {
    let event = place.site().event(id);
    let Version { lang, text } = event.texts.for_reader(place.lang());
    EventView {
        href: place.href(PageRef::Event(id)),
        name: &text.name,
        date: event.date.map(|date| date.long(place.lang())),
        date_iso: event.date.map(|date| date.to_string()),
        venue: text.venue.as_deref(),
        attendance: text.attendance.as_deref(),
        organisers: &text.organisers,
        supporters: &text.supporters,
        lang_attr: place.lang_attr(lang),
    }
}

impl EventView<'_> {
    /// The event on the day on which a statement was made there, where that is written.
    pub(super) fn on(mut self, place: &PageContext<'_>, day: Option<Date>) -> Self {
        if let Some(day) = day {
            self.date = Some(day.long(place.lang()));
            self.date_iso = Some(day.to_string());
        }
        self
    }
}

/// Where a text was published, when there is anything to say.
pub(super) fn source(source: Option<&Source>, lang: Lang) -> Option<SourceView<'_>> {
    let source = source?;
    let title = source
        .title
        .as_deref()
        .or(source.url.as_deref())
        .or(source.note.as_deref())?;
    let note = source.note.as_deref().filter(|note| *note != title);
    Some(SourceView {
        title,
        url: source.url.as_deref(),
        note: note.map(|note| ending::kept(note, lang)),
    })
}

/// The PDFs of a leaflet, when this build makes them; `words` are the keys of their labels.
pub(super) fn pdfs<'a>(
    place: &PageContext<'a>,
    id: LeafletId,
    words: [&'static str; 2],
) -> Vec<DownloadView<'a>> {
    if !place.site_context.options.leaflets {
        return Vec::new();
    }
    let [office, press] = printed::sizes(place, id).map_or([None, None], |sizes| sizes.map(Some));
    let file = |pdf, word: &'static str, size| {
        let path: OutPath = place.site().pdf(id, place.lang(), pdf);
        DownloadView {
            href: place.file(&path),
            label: place.word(word),
            size,
        }
    };
    vec![
        file(Pdf::Office, words[0], office),
        file(Pdf::Print, words[1], press),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn monograms() {
        assert_eq!(monogram("住江憲勇"), "住");
        assert_eq!(monogram("Kenyu Sumie"), "KS");
        assert_eq!(monogram("Anna B. Clark"), "AC");
        assert_eq!(monogram("Plato"), "P");
        assert_eq!(monogram("山田 花子"), "山");
        assert_eq!(monogram(" "), "");
    }
}
