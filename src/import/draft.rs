//! A report as files: one draft for each speaker, one for the rally, and the rest.

use std::fmt::Write;

use unicode_normalization::UnicodeNormalization;

use super::markdown::{comment, paragraph, yaml};

use crate::base::{Date, DocKind, Lang, Script, Slug};
use crate::diagnostic::UiLang;
use crate::report::{DraftStatement, PartialDate, RallyReport};

/// Where drafts are to go, and what is known there.
#[derive(Debug)]
pub(crate) struct DraftPlace<'p> {
    /// The language of the report, one of the site's.
    pub lang: Lang,
    /// The language of the comments in drafts.
    pub comments: UiLang,
    /// The topics of the site with the words that tell them.
    pub topics: &'p [(Slug, Vec<String>)],
    /// Names of files that are taken, by kind.
    pub taken: &'p [(DocKind, Slug)],
    /// The rallies of the site.
    pub events: &'p [KnownEvent],
    /// The event of `site.yaml`, at which statements that name none were made.
    pub own_event: Option<&'p Slug>,
    /// The speakers of the site.
    pub people: &'p [KnownPerson],
    /// The text below `sources/` that the statements are held to, if it is kept.
    pub source: Option<&'p str>,
    /// The day of the rally, when somebody has said it.
    pub date: Option<Date>,
}

/// A rally that the site has.
#[derive(Debug)]
pub(crate) struct KnownEvent {
    /// The name of its file.
    pub slug: Slug,
    /// What it is called, in every language.
    pub names: Vec<String>,
    /// Its day.
    pub date: Option<Date>,
}

/// A speaker whom the site has.
#[derive(Debug)]
pub(crate) struct KnownPerson {
    /// The name of the file.
    pub slug: Slug,
    /// What the person is called, in every language.
    pub names: Vec<String>,
    /// What the person said, the own statement among it.
    pub statements: Vec<KnownStatement>,
    /// The organisations in the person's file and statements, each in its language.
    pub affiliations: Vec<(Lang, String)>,
}

/// A statement that the site has.
#[derive(Debug)]
pub(crate) struct KnownStatement {
    /// The event at which it was made.
    pub event: Option<Slug>,
    /// Its file below the content folder.
    pub path: String,
    /// The organisation in its file, in every language that gives one.
    pub affiliations: Vec<String>,
}

/// A statement of the report, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PlannedStatement {
    /// Its file; not to be written when the site has the statement already.
    pub draft: Draft,
    /// Whose it is.
    pub speaker: DraftSpeaker,
}

/// Whose statement a draft is, as far as the name and the affiliation tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum DraftSpeaker {
    /// Somebody's who gets a new file; the speakers of the same name, if there are any.
    New(Vec<Slug>),
    /// A speaker's whom the site has.
    Known {
        /// The name of the speaker's file.
        slug: Slug,
        /// The file of the statement, when the site has one of this speaker at this rally.
        there: Option<String>,
        /// The speaker's affiliations, when the report gives quite another one.
        otherwise: Vec<String>,
    },
}

impl PlannedStatement {
    /// The file that the site has of this statement.
    #[must_use]
    pub(crate) fn there(&self) -> Option<&str> {
        match &self.speaker {
            DraftSpeaker::Known { there, .. } => there.as_deref(),
            DraftSpeaker::New(_) => None,
        }
    }
}

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Draft {
    /// What it is.
    pub kind: DocKind,
    /// The rally, for a statement of somebody whose file is there already.
    pub event: Option<Slug>,
    /// Its name.
    pub slug: Slug,
    /// Its text.
    pub text: String,
    /// The topics that the words in it suggest.
    pub topics: Vec<Slug>,
}

/// Everything to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ImportPlan {
    /// The rally, when the report tells of one that the site does not have yet.
    pub event: Option<Draft>,
    /// The rally of the site that the report is about, by its day or its name; what the report tells of it is in
    /// `rest`.
    pub held: Option<Slug>,
    /// The day of the rally, when it is known.
    pub date: Option<Date>,
    /// The statements, in the order of the report.
    pub statements: Vec<PlannedStatement>,
    /// What could not be placed, in paragraphs.
    pub rest: Option<String>,
}

impl ImportPlan {
    /// Whether the site has all of it already, so that nothing is to be written.
    #[must_use]
    pub(crate) fn is_there(&self) -> bool {
        let mut statements = self.statements.iter();
        self.event.is_none() && statements.all(|said| said.there().is_some())
    }
}

/// Makes files of a report.
#[must_use]
pub(crate) fn plan(report: &RallyReport, place: &DraftPlace<'_>) -> ImportPlan {
    let told = match report.event.date {
        Some(PartialDate::Whole(date)) => Some(date),
        _ => None,
    };
    let date = place.date.or(told);
    let held = held(report, date, place);
    let event = (!report.event.is_empty() && held.is_none()).then(|| {
        let wanted = date.map_or_else(|| "rally".to_owned(), |date| format!("{date}-rally"));
        let slug = free(DocKind::Event, &wanted, place);
        Draft {
            kind: DocKind::Event,
            event: None,
            text: event(report, date, place),
            slug,
            topics: Vec::new(),
        }
    });
    let mut number = 0;
    let rally = event.as_ref().map(|draft| &draft.slug).or(held.as_ref());
    let at_event = rally.or(place.own_event);
    let mut used: Vec<&Slug> = Vec::new();
    let statements = report.statements.iter().enumerate().map(|(at, said)| {
        let topics = suggested(said, place.topics);
        let suggested = topics.iter().map(|(slug, _)| (*slug).clone()).collect();
        let (person, there) = match attribute(said, at_event, &used, place) {
            FoundSpeaker::Said(person, there) => (person, Some(there.path.clone())),
            // Without a rally there is no folder for it.
            FoundSpeaker::By(person) if rally.is_some() && said.person.name.is_sure() => {
                (person, None)
            }
            FoundSpeaker::By(person) => {
                let same = vec![person.slug.clone()];
                return new_speaker(said, at + 1, rally, &mut number, same, &topics, place);
            }
            FoundSpeaker::Open(same) => {
                return new_speaker(said, at + 1, rally, &mut number, same, &topics, place);
            }
        };
        used.push(&person.slug);
        PlannedStatement {
            draft: Draft {
                kind: DocKind::Statement,
                event: rally.cloned(),
                text: statement(said, at + 1, Belongs::To, &topics, place),
                slug: person.slug.clone(),
                topics: suggested,
            },
            speaker: DraftSpeaker::Known {
                slug: person.slug.clone(),
                there,
                otherwise: otherwise(said, person, place.lang),
            },
        }
    });
    let statements: Vec<PlannedStatement> = statements.collect();
    let of_rally = held
        .iter()
        .flat_map(|_| [&report.event.title, &report.event.body]);
    let rest: Vec<&str> = of_rally
        .chain([&report.rest])
        .flatten()
        .map(String::as_str)
        .collect();
    let rest = rest.join("\n\n");
    ImportPlan {
        event,
        held,
        date,
        statements,
        rest: (!rest.trim().is_empty()).then(|| rest + "\n"),
    }
}

/// A draft of somebody who has no file yet, under the next free number.
fn new_speaker(
    said: &DraftStatement,
    order: usize,
    rally: Option<&Slug>,
    number: &mut usize,
    same: Vec<Slug>,
    topics: &[(&Slug, &str)],
    place: &DraftPlace<'_>,
) -> PlannedStatement {
    let slug = loop {
        *number += 1;
        let slug = numbered("speaker", *number);
        if !is_taken(DocKind::Speaker, &slug, place) {
            break slug;
        }
    };
    PlannedStatement {
        draft: Draft {
            kind: DocKind::Speaker,
            event: None,
            text: statement(said, order, Belongs::New(rally), topics, place),
            slug,
            topics: topics.iter().map(|(slug, _)| (*slug).clone()).collect(),
        },
        speaker: DraftSpeaker::New(same),
    }
}

/// What the site knows of a statement in the report.
enum FoundSpeaker<'p> {
    /// The site has it: the speaker, and the statement at the same rally.
    Said(&'p KnownPerson, &'p KnownStatement),
    /// The speaker who made it.
    By(&'p KnownPerson),
    /// Nobody is called so, or several are, and nothing decides between them.
    Open(Vec<Slug>),
}

/// Finds the speaker of a statement by name, and among several of one name by affiliation.
///
/// `used` are the speakers who have a statement of this report already: what is said under a
/// second heading is not theirs without somebody looking.
fn attribute<'p>(
    said: &DraftStatement,
    event: Option<&Slug>,
    used: &[&Slug],
    place: &DraftPlace<'p>,
) -> FoundSpeaker<'p> {
    let name = bare(said.person.name.text());
    let people = place.people.iter();
    let named: Vec<&KnownPerson> = people
        .filter(|person| person.names.iter().any(|known| bare(known) == name))
        .collect();
    let given = said.person.affiliation.as_deref().map(bare);
    let is_given = |known: &String| given.as_ref() == Some(&bare(known));
    let fitting: Vec<&KnownPerson> = named
        .iter()
        .filter(|person| person.affiliations.iter().any(|(_, known)| is_given(known)))
        .copied()
        .collect();
    let here = |person: &&'p KnownPerson| {
        let mut statements = person.statements.iter();
        let person = *person;
        let found = statements.find(|statement| statement.event.as_ref() == event);
        found.map(|statement| (person, statement))
    };
    let is_free = |person: &&KnownPerson| !used.contains(&&person.slug);
    let open = || FoundSpeaker::Open(named.iter().map(|person| person.slug.clone()).collect());
    let only = match (named.as_slice(), fitting.as_slice()) {
        ([person], _) | (_, [person]) => Some(*person),
        _ => None,
    };
    if let Some(person) = only {
        return match here(&person) {
            _ if !is_free(&person) => open(),
            Some((person, statement)) => FoundSpeaker::Said(person, statement),
            None => FoundSpeaker::By(person),
        };
    }
    // A statement at this rally under the same name and affiliation is this one.
    let candidates = if fitting.is_empty() { &named } else { &fitting };
    let mut found = candidates.iter().filter(|p| is_free(p)).filter_map(here);
    let same = found.find(|(_, statement)| match &given {
        Some(_) => statement.affiliations.iter().any(is_given),
        None => statement.affiliations.is_empty(),
    });
    same.map_or_else(open, |(person, statement)| {
        FoundSpeaker::Said(person, statement)
    })
}

/// A speaker's affiliations, when the report gives one that has nothing to do with them; those in
/// the language of the report, if there are any.
fn otherwise(said: &DraftStatement, person: &KnownPerson, lang: Lang) -> Vec<String> {
    let Some(given) = said.person.affiliation.as_deref().map(bare) else {
        return Vec::new();
    };
    let akin = |known: &str| {
        let known = bare(known);
        known.contains(&given) || given.contains(&known)
    };
    let known = &person.affiliations;
    if known.iter().any(|(_, known)| akin(known)) {
        return Vec::new();
    }
    let readable = known.iter().any(|(written, _)| *written == lang);
    let shown = known.iter().filter(|(of, _)| !readable || *of == lang);
    shown.map(|(_, known)| known.clone()).collect()
}

/// A name without spaces and differences of width, to be compared.
fn bare(name: &str) -> String {
    name.nfkc().filter(|c| !c.is_whitespace()).collect()
}

/// Whose statement a draft is.
#[derive(Clone, Copy)]
enum Belongs<'s> {
    /// Somebody's who has no file yet; the rally, if the report tells of one.
    New(Option<&'s Slug>),
    /// Somebody's who has one: the path says who, and at which rally.
    To,
}

/// The rally of the site that the report is about: on the same day, and of the same name where the
/// day is not known or does not decide.
fn held(report: &RallyReport, date: Option<Date>, place: &DraftPlace<'_>) -> Option<Slug> {
    let fits = |on: Date| match (date, report.event.date) {
        (Some(date), _) => on == date,
        (None, Some(PartialDate::MonthAndDay(month, day))) => {
            on.ymd().1 == month && on.ymd().2 == day
        }
        (None, _) => false,
    };
    let called = report.event.name.as_deref().map(bare);
    let is_called = |event: &&KnownEvent| {
        let mut names = event.names.iter();
        called.is_some() && names.any(|name| Some(bare(name)) == called)
    };
    let undated = date.is_none() && report.event.date.is_none();
    let only = |found: Vec<&KnownEvent>| match found.as_slice() {
        [event] => Some(event.slug.clone()),
        _ => None,
    };
    let events = || place.events.iter();
    let same_day: Vec<&KnownEvent> = events().filter(|e| e.date.is_some_and(fits)).collect();
    if same_day.is_empty() {
        let named = events().filter(|event| undated || event.date.is_none());
        return only(named.filter(is_called).collect());
    }
    let named = same_day.iter().copied().filter(is_called).collect();
    only(same_day).or_else(|| only(named))
}

fn is_taken(kind: DocKind, slug: &Slug, place: &DraftPlace<'_>) -> bool {
    place.taken.iter().any(|(k, s)| *k == kind && s == slug)
}

fn numbered(stem: &str, number: usize) -> Slug {
    slug(&format!("{stem}-{number:02}"))
}

/// A slug of text that is one.
fn slug(text: &str) -> Slug {
    Slug::parse(text).unwrap_or_else(|| slug("x"))
}

fn free(kind: DocKind, wanted: &str, place: &DraftPlace<'_>) -> Slug {
    let plain = slug(wanted);
    if !is_taken(kind, &plain, place) {
        return plain;
    }
    let mut number = 2;
    loop {
        let slug = slug(&format!("{wanted}-{number}"));
        if !is_taken(kind, &slug, place) {
            return slug;
        }
        number += 1;
    }
}

/// The topics whose words stand in a statement, those with most mentions first, and the word
/// found first.
fn suggested<'p>(
    said: &DraftStatement,
    topics: &'p [(Slug, Vec<String>)],
) -> Vec<(&'p Slug, &'p str)> {
    const MOST: usize = 6;
    let text = said.paragraphs.join("\n").to_lowercase();
    let mut found: Vec<(usize, &Slug, &str)> = topics
        .iter()
        .filter_map(|(slug, words)| {
            let counts = words.iter().filter(|word| !word.is_empty());
            let counts: Vec<(usize, &str)> = counts
                .map(|word| (text.matches(&word.to_lowercase()).count(), word.as_str()))
                .filter(|(count, _)| *count > 0)
                .collect();
            let (_, word) = counts.iter().max_by_key(|(count, _)| *count)?;
            Some((counts.iter().map(|(count, _)| count).sum(), slug, *word))
        })
        .collect();
    found.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    found.truncate(MOST);
    found
        .into_iter()
        .map(|(_, slug, word)| (slug, word))
        .collect()
}

/// Lines of front matter, comments among them.
struct Front {
    text: String,
    comments: UiLang,
}

impl Front {
    fn new(comments: UiLang) -> Self {
        Self {
            text: "---\n".to_owned(),
            comments,
        }
    }

    fn note(&mut self, ja: &str, en: &str) {
        self.raw_note(self.comments.pick(ja, en));
    }

    fn raw_note(&mut self, text: &str) {
        let _ = writeln!(self.text, "# {}", comment(text));
    }

    fn key(&mut self, key: &str, value: &str) {
        let _ = writeln!(self.text, "{key}: {}", yaml(value));
    }

    fn list(&mut self, key: &str, values: &[String]) {
        let values: Vec<String> = values.iter().map(|value| yaml(value)).collect();
        self.plain(key, &format!("[{}]", values.join(", ")));
    }

    fn plain(&mut self, key: &str, value: &str) {
        let _ = writeln!(self.text, "{key}: {value}");
    }

    fn draft(&mut self) {
        self.note(
            "確かめ終わったら、次の行を消してください。消すまでは公開されません。",
            "Remove the next line once you have checked this file; until then it is not published.",
        );
        self.plain("draft", "true");
    }

    fn close(mut self, body: &[String]) -> String {
        self.text.push_str("---\n");
        for text in body {
            self.text.push('\n');
            self.text.push_str(&paragraph(text));
            self.text.push('\n');
        }
        self.text
    }
}

fn statement(
    said: &DraftStatement,
    order: usize,
    belongs: Belongs<'_>,
    topics: &[(&Slug, &str)],
    place: &DraftPlace<'_>,
) -> String {
    let person = &said.person;
    let mut front = Front::new(place.comments);
    front.note(
        &format!("原文の見出し： {}", said.heading),
        &format!("Heading in the report: {}", said.heading),
    );
    if !person.name.is_sure() {
        front.note(
            "【要確認】氏名・所属・役職の区切りがはっきりしません。見出しと比べて直してください。",
            "PLEASE CHECK: name, affiliation and post could not be told apart. Compare with the heading.",
        );
    }
    if let Belongs::New(_) = belongs {
        front.key("name", person.name.text());
        front.note(
            "読みがなを確かめて書き、行の先頭の「# 」を消してください。",
            "How the name is read: fill in once confirmed, and remove the \"# \".",
        );
        front.raw_note("reading: ");
    }
    if let Some(affiliation) = &person.affiliation {
        front.key("affiliation", affiliation);
    }
    if let Some(role) = &person.role {
        front.key("role", role);
    }
    front.note(
        "仮の題です。訴えの要点が伝わる題に直してください。",
        "A title for the time being: say what the statement asks for.",
    );
    let name = person.name.text();
    let title = if place.lang.locale().script == Script::Japanese {
        format!("{name}さんの発言")
    } else {
        format!("What {name} said")
    };
    front.key("title", &title);
    source(&mut front, place);
    // Reports tell what was said; the site would call it the full text.
    front.note(
        "報告にあるのが話したとおりの全文なら、summary を transcript に直してください。",
        "If the report has every word that was said, write transcript instead of summary.",
    );
    front.plain("kind", "summary");
    front.plain("order", &order.to_string());
    if let Belongs::New(Some(event)) = belongs {
        front.plain("event", event.as_str());
    }
    if topics.is_empty() {
        front.note(
            "発言に出てくるトピックを書いてください。",
            "The topics that the statement speaks of.",
        );
    } else {
        let words: Vec<String> = topics
            .iter()
            .map(|(slug, word)| format!("{slug}（{word}）"))
            .collect();
        front.note(
            &format!("本文の言葉から選んだ候補です： {}", words.join("、")),
            &format!("Suggested by words in the text: {}", words.join(", ")),
        );
    }
    let slugs: Vec<&str> = topics.iter().map(|(slug, _)| slug.as_str()).collect();
    front.plain("topics", &format!("[{}]", slugs.join(", ")));
    front.draft();
    front.close(&said.paragraphs)
}

/// What the statement is taken from, and the text that it is held to.
fn source(front: &mut Front, place: &DraftPlace<'_>) {
    let Some(file) = place.source else {
        front.note(
            "出典がわかれば書き、行の先頭の「# 」を消してください。",
            "The source: fill in, and remove the \"# \".",
        );
        front.raw_note(place.comments.pick(
            "source: {title: 会報の名前, note: 2ページ}",
            "source: {title: name of the newsletter, note: page 2}",
        ));
        return;
    };
    front.note(
        "出典がわかれば title と note に書き、行の先頭の「# 」を消してください。file は見くらべるためのもので、サイトには出ません。",
        "The source: fill in title and note, and remove the \"# \". The file is for comparison and never published.",
    );
    front.text.push_str("source:\n");
    front.key("  file", file);
    front.raw_note(
        place
            .comments
            .pick("  title: 会報の名前", "  title: name of the newsletter"),
    );
    front.raw_note(place.comments.pick("  note: 2ページ", "  note: page 2"));
}

fn event(report: &RallyReport, date: Option<Date>, place: &DraftPlace<'_>) -> String {
    let event = &report.event;
    let mut front = Front::new(place.comments);
    for line in &event.title {
        front.note(
            &format!("原文の見出し： {line}"),
            &format!("Heading in the report: {line}"),
        );
    }
    if let Some(name) = &event.name {
        front.key("name", name);
    } else {
        front.note(
            "集会の名前が見つかりません。書いてください。",
            "The name of the rally was not found; please fill it in.",
        );
        front.key(
            "name",
            place.comments.pick("（集会の名前）", "(name of the rally)"),
        );
    }
    match (date, event.date) {
        (Some(date), _) => front.plain("date", &date.to_string()),
        (None, Some(PartialDate::MonthAndDay(month, day))) => {
            front.note(
                &format!("【要確認】原文には「{month}月{day}日」とあり、年がありません。次の行に年を補い、先頭の「# 」を消してください。"),
                &format!("PLEASE CHECK: the report gives month {month}, day {day}, and no year. Fill in the year and remove the \"# \"."),
            );
            front.raw_note(&format!("date: YYYY-{month:02}-{day:02}"));
        }
        (None, _) => {
            front.note(
                "【要確認】日付が見つかりません。次の行に日付を書き、先頭の「# 」を消してください。",
                "PLEASE CHECK: no date was found. Fill it in and remove the \"# \".",
            );
            front.raw_note("date: YYYY-MM-DD");
        }
    }
    if let Some(venue) = &event.venue {
        front.key("venue", venue);
    }
    if !event.organisers.is_empty() {
        front.list("organisers", &event.organisers);
    }
    if !event.supporters.is_empty() {
        front.list("supporters", &event.supporters);
    }
    if let Some(attendance) = &event.attendance {
        front.key("attendance", attendance);
    }
    front.draft();
    front.close(&event.body)
}
