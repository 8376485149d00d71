//! A report as files: one draft for each speaker, one for the rally, and the rest.

use std::fmt::Write;

use super::calendar::PartialDate;
use super::markdown::{comment, paragraph, yaml};
use super::report::{DraftStatement, RallyReport};
use crate::base::{Date, DocKind, Lang, Script, Slug};
use crate::diagnostic::UiLang;

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
    /// The rallies of the site with their days.
    pub events: &'p [(Slug, Date)],
    /// The speakers of the site: what they are called, and the names of their files.
    pub people: &'p [(String, Slug)],
    /// Who spoke at which rally: the names of the rally's file and of the speaker's.
    pub said: &'p [(Slug, Slug)],
    /// The day of the rally, when somebody has said it.
    pub date: Option<Date>,
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
    /// The rally of the site that was held on the same day; what the report tells of it is in
    /// `rest`.
    pub held: Option<Slug>,
    /// The day of the rally, when it is known.
    pub date: Option<Date>,
    /// The statements, in the order of the report.
    pub statements: Vec<Draft>,
    /// What could not be placed, in paragraphs.
    pub rest: Option<String>,
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
    let statements = report.statements.iter().enumerate().map(|(at, said)| {
        let topics = suggested(said, place.topics);
        let suggested = topics.iter().map(|(slug, _)| (*slug).clone()).collect();
        if let Some((rally, person)) = rally.zip(known(said, rally, place)) {
            return Draft {
                kind: DocKind::Statement,
                event: Some(rally.clone()),
                text: statement(said, at + 1, Belongs::To, &topics, place),
                slug: person.clone(),
                topics: suggested,
            };
        }
        let slug = loop {
            number += 1;
            let slug = numbered("speaker", number);
            if !is_taken(DocKind::Speaker, &slug, place) {
                break slug;
            }
        };
        Draft {
            kind: DocKind::Speaker,
            event: None,
            text: statement(said, at + 1, Belongs::New(rally), &topics, place),
            slug,
            topics: suggested,
        }
    });
    let statements = statements.collect();
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

/// The speaker of the site who made a statement, by the same name; not one who spoke at that rally
/// already.
fn known<'p>(
    said: &DraftStatement,
    rally: Option<&Slug>,
    place: &DraftPlace<'p>,
) -> Option<&'p Slug> {
    if !said.person.name.is_sure() {
        return None;
    }
    let bare = |name: &str| name.split_whitespace().collect::<String>();
    let name = bare(said.person.name.text());
    let (_, person) = place.people.iter().find(|(known, _)| bare(known) == name)?;
    let mut spoken = place.said.iter();
    let again = spoken.any(|(event, who)| Some(event) == rally && who == person);
    (!again).then_some(person)
}

/// Whose statement a draft is.
#[derive(Clone, Copy)]
enum Belongs<'s> {
    /// Somebody's who has no file yet; the rally, if the report tells of one.
    New(Option<&'s Slug>),
    /// Somebody's who has one: the path says who, and at which rally.
    To,
}

/// The only rally of the site on the day that the report tells.
fn held(report: &RallyReport, date: Option<Date>, place: &DraftPlace<'_>) -> Option<Slug> {
    let fits = |on: &Date| match (date, report.event.date) {
        (Some(date), _) => *on == date,
        (None, Some(PartialDate::MonthAndDay(month, day))) => {
            on.ymd().1 == month && on.ymd().2 == day
        }
        (None, _) => false,
    };
    let mut found = place.events.iter().filter(|(_, on)| fits(on));
    let (slug, _) = found.next()?;
    found.next().is_none().then(|| slug.clone())
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
    front.note(
        "出典がわかれば書き、行の先頭の「# 」を消してください。",
        "The source: fill in, and remove the \"# \".",
    );
    front.raw_note(place.comments.pick(
        "source: {title: 会報の名前, note: 2ページ}",
        "source: {title: name of the newsletter, note: page 2}",
    ));
    front.plain("kind", "transcript");
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
