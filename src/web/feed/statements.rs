//! `statements.json`: every statement as data, for reuse by others; its format is told in
//! `docs/statements.schema.json`.

use serde::Serialize;

use crate::base::{ByLang, Lang, OutPath, Slug};
use crate::model::StatementKind;
use crate::model::text::{plain, plain_blocks};
use crate::site::{
    ChartRow, ChartText, EventId, FigureText, PageRef, PersonId, Site, StatementId, StatementText,
    TopicId, Version, Versions,
};

/// The version of the format; it changes when a field changes its meaning or goes.
const VERSION: u32 = 2;

#[derive(Serialize)]
struct StatementsRoot<'s> {
    version: u32,
    languages: &'s [Lang],
    title: Vec<InLang<'s>>,
    /// Who has the rights, in the words of `site.yaml`.
    copyright: Vec<InLang<'s>>,
    /// The terms on which others may use the texts: an address, or words.
    license: Vec<InLang<'s>>,
    topics: Vec<TopicJson<'s>>,
    events: Vec<EventJson<'s>>,
    persons: Vec<PersonJson<'s>>,
    statements: Vec<StatementJson<'s>>,
}

/// What `topics` of statements and sections name.
#[derive(Serialize)]
struct TopicJson<'s> {
    slug: &'s Slug,
    name: Vec<InLang<'s>>,
    /// The page in the default language, relative to this file.
    page: &'s str,
}

/// What `event` of statements names.
#[derive(Serialize)]
struct EventJson<'s> {
    slug: &'s Slug,
    name: Vec<InLang<'s>>,
    date: Option<String>,
    page: &'s str,
}

/// What `person` of statements names.
#[derive(Serialize)]
struct PersonJson<'s> {
    slug: &'s Slug,
    name: Vec<InLang<'s>>,
    reading: Option<&'s str>,
    reading_confirmed: bool,
    page: &'s str,
}

#[derive(Serialize)]
struct InLang<'s> {
    language: Lang,
    text: &'s str,
}

#[derive(Serialize)]
struct StatementJson<'s> {
    /// Who made it: the slug of one of `persons`.
    person: &'s Slug,
    language: Lang,
    original: bool,
    kind: &'static str,
    name: &'s str,
    /// On that day.
    affiliation: Option<&'s str>,
    role: Option<&'s str>,
    title: String,
    summary: Option<String>,
    /// The numbers that carry it.
    figures: Vec<FigureJson>,
    charts: Vec<ChartJson>,
    date: Option<String>,
    event: Option<&'s str>,
    topics: Vec<&'s Slug>,
    source: Option<&'s str>,
    /// The page, relative to this file.
    page: &'s str,
    /// The page's absolute address, when the site's is known.
    url: Option<String>,
    /// Text before the first section.
    text: String,
    sections: Vec<SectionJson<'s>>,
}

#[derive(Serialize)]
struct FigureJson {
    value: String,
    caption: String,
    source: Option<String>,
}

#[derive(Serialize)]
struct ChartJson {
    kind: &'static str,
    title: String,
    rows: Vec<ChartRowJson>,
    source: Option<String>,
}

#[derive(Serialize)]
struct ChartRowJson {
    label: String,
    value: String,
}

#[derive(Serialize)]
struct SectionJson<'s> {
    id: &'s str,
    heading: String,
    topics: Vec<&'s Slug>,
    text: String,
    url: Option<String>,
}

/// The file's text.
pub(super) fn json(site: &Site) -> String {
    let settings = &site.settings;
    let statements = site
        .statements
        .iter()
        .enumerate()
        .flat_map(|(at, speaker)| {
            settings
                .languages
                .iter()
                .filter(|lang| speaker.texts.is_written_in(**lang))
                .map(move |lang| statement(site, StatementId(at), &speaker.texts.for_reader(*lang)))
        })
        .collect();
    let root = StatementsRoot {
        version: VERSION,
        languages: &settings.languages,
        title: shown(&settings.title),
        copyright: shown(&settings.copyright),
        license: shown(&settings.license),
        topics: topics(site),
        events: events(site),
        persons: persons(site),
        statements,
    };
    serde_json::to_string_pretty(&root).unwrap_or_default() + "\n"
}

fn figure(figure: &FigureText) -> FigureJson {
    FigureJson {
        value: plain(&figure.value),
        caption: plain(&figure.caption),
        source: figure.source.as_deref().map(plain),
    }
}

fn chart(chart: &ChartText) -> ChartJson {
    let row = |row: &ChartRow| ChartRowJson {
        label: plain(&row.label),
        value: row.value.clone(),
    };
    ChartJson {
        kind: chart.kind.name(),
        title: plain(&chart.title),
        rows: chart.rows.iter().map(row).collect(),
        source: chart.source.as_deref().map(plain),
    }
}

fn topics(site: &Site) -> Vec<TopicJson<'_>> {
    let all = site.topics.iter().enumerate();
    all.map(|(at, topic)| TopicJson {
        slug: &topic.slug,
        name: names(site, &topic.texts, |text| &text.name),
        page: site
            .address(PageRef::Topic(TopicId(at)), site.settings.default_lang())
            .as_str(),
    })
    .collect()
}

/// What something is called in each language in which someone wrote it.
fn names<'s, T>(
    site: &'s Site,
    texts: &'s Versions<T>,
    name: impl Fn(&'s T) -> &'s str,
) -> Vec<InLang<'s>> {
    let languages = site.settings.languages.iter();
    let written = languages.filter(|lang| texts.is_written_in(**lang));
    let named = |lang: &Lang| InLang {
        language: *lang,
        text: name(texts.for_reader(*lang).text),
    };
    written.map(named).collect()
}

fn events(site: &Site) -> Vec<EventJson<'_>> {
    let lang = site.settings.default_lang();
    let all = (0..).map(EventId).zip(&site.events);
    all.map(|(id, event)| EventJson {
        slug: &event.slug,
        name: names(site, &event.texts, |text| &text.name),
        date: event.date.map(|date| date.to_string()),
        page: site.address(PageRef::Event(id), lang).as_str(),
    })
    .collect()
}

fn persons(site: &Site) -> Vec<PersonJson<'_>> {
    let lang = site.settings.default_lang();
    let all = (0..).map(PersonId).zip(&site.persons);
    all.map(|(id, person)| PersonJson {
        slug: &person.slug,
        name: names(site, &person.names, |name| name),
        reading: person.reading.as_deref(),
        reading_confirmed: person.reading_confirmed,
        page: site.address(PageRef::Person(id), lang).as_str(),
    })
    .collect()
}

fn shown(texts: &ByLang<String>) -> Vec<InLang<'_>> {
    texts
        .iter()
        .map(|(language, text)| InLang { language, text })
        .collect()
}

fn statement<'s>(
    site: &'s Site,
    id: StatementId,
    version: &Version<'s, StatementText>,
) -> StatementJson<'s> {
    let (speaker, text) = (site.statement(id), version.text);
    let path: &OutPath = site.address(site.page_of(id), version.lang);
    let url = site.settings.base_url.as_ref().map(|base| base.join(path));
    let slugs = |topics: &[TopicId]| topics.iter().map(|t| &site.topic(*t).slug).collect();
    StatementJson {
        person: &speaker.slug,
        language: version.lang,
        original: speaker.texts.original().lang == version.lang,
        kind: match speaker.kind {
            StatementKind::Summary => "summary",
            StatementKind::Transcript => "transcript",
        },
        name: site.speaker_of(id, version.lang).text,
        affiliation: text.affiliation.as_deref(),
        role: text.role.as_deref(),
        title: plain(&text.title),
        summary: text.summary.as_deref().map(plain),
        figures: text.figures.iter().map(figure).collect(),
        charts: text.charts.iter().map(chart).collect(),
        date: speaker.date.map(|date| date.to_string()),
        event: speaker.event.map(|id| site.event(id).slug.as_str()),
        topics: slugs(&speaker.topics),
        source: text.source.as_ref().and_then(|s| s.title.as_deref()),
        page: path.as_str(),
        text: plain_blocks(&text.body.intro),
        sections: text
            .body
            .sections
            .iter()
            .map(|section| SectionJson {
                id: &section.id,
                heading: plain(&section.heading),
                topics: slugs(&section.topics),
                text: plain_blocks(&section.blocks),
                url: url.as_ref().map(|url| format!("{url}#{}", section.id)),
            })
            .collect(),
        url,
    }
}
