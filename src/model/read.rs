//! Page files into documents: which keys each kind has and what each may hold.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::charts::charts;
use super::docs::{
    Doc, EventDoc, Head, LeafletDoc, PageDoc, PersonDoc, PhotoDoc, SourceDoc, StatementDoc,
    StatementKind, TopicDoc, Translation, TranslationStatus,
};
use super::fault::ModelFault;
use super::figures::figures;
use super::markdown;
use super::other_language;
use super::right;
use super::text::WrittenBody;
use super::unfilled;
use crate::base::{
    Design, DocKind, Drawing, Edition, FileId, Format, Lang, OutPath, QrChoice, Span, Spanned,
    lines_of,
};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::source::{
    Fields, KeySpec, RawDoc, SiteNames, SourceFault, called, find_key, keys, nearest,
};

/// Of so many faults of a text it is shown what would be right.
const MOST_SHOWN: usize = 100;

/// Reads one page file of a site in these languages; `None` when its front matter could not be
/// read at all, or when the site is not in its language, which its caller tells once for all files.
#[allow(clippy::too_many_lines, reason = "one arm for each kind")]
pub(crate) fn read(
    raw: RawDoc,
    languages: &[Lang],
    names: &SiteNames,
    diagnostics: &mut Diagnostics,
) -> Option<Doc> {
    if !languages.contains(&raw.lang) {
        return None;
    }
    let mut tags: Vec<(Span, String)> = Vec::new();
    let mut shown = 0;
    let body = markdown::parse(&raw.prose, raw.lang, &mut |span, kind| {
        let kind = match kind {
            ModelFault::WrongMarks(marks) => {
                ModelFault::WrongMarks(Box::new(marks.with_names(names)))
            }
            ModelFault::RawHtml { text, .. } => {
                tags.push((span, text));
                return;
            }
            kind => kind,
        };
        let problem = Diagnostic::at(span.of(raw.file), &kind);
        shown += 1;
        let right = || right::of(&kind, span.of(raw.file), &raw.text, raw.lang);
        let right = (shown <= MOST_SHOWN).then(right).flatten();
        diagnostics.report(
            match kind {
                ModelFault::DuplicateId { first, .. } => problem.also(first.of(raw.file)),
                _ => problem,
            }
            .instead(right),
        );
    });
    report_tags(tags, (&raw.text, raw.lang), raw.file, diagnostics);
    unfilled::report(&raw.text, raw.body, raw.file, diagnostics);
    if let Some((place, fault)) = other_language::of(&raw.text, raw.body, raw.lang) {
        diagnostics.report(Diagnostic::at(place.of(raw.file), fault));
    }
    let entries = raw.entries?;
    let table = keys::of(raw.kind);
    let head = Head {
        event: raw.event,
        slug: raw.slug,
        lang: raw.lang,
        file: raw.file,
        path: raw.path,
        opening: raw.opening,
        written: entries
            .iter()
            .map(|entry| meant(table, &entry.key.value))
            .collect(),
        damaged: raw.damaged,
        faulty: false,
    };
    let mut f = Fields::new(
        raw.file,
        raw.opening,
        raw.damaged,
        entries,
        table,
        diagnostics,
    );
    f.know_languages(languages);
    f.know_names(names);
    let mut doc = match raw.kind {
        DocKind::Speaker => speaker(head, &mut f, body),
        DocKind::Statement => Doc::Statement(Arc::new(statement(head, &mut f, body))),
        DocKind::Topic => Doc::Topic(Arc::new(TopicDoc {
            head,
            name: f.local("name"),
            summary: f.local("summary"),
            hook: f.local("hook"),
            figures: figures(&mut f),
            charts: charts(&mut f),
            design: f.choice("design", &Design::ALL),
            drawing: f.choice("drawing", &Drawing::ALL),
            terms: f.list("terms").map(|l| l.value).unwrap_or_default(),
            search: f.list("search").map(|l| l.value).unwrap_or_default(),
            related: f.slugs("related"),
            order: f.number("order"),
            color: f.colour("color"),
            translation: translation(&mut f),
            body,
        })),
        DocKind::Event => Doc::Event(Arc::new(EventDoc {
            head,
            name: f.local("name"),
            date: f.date("date"),
            venue: f.local("venue"),
            organisers: f.list("organisers").map(|l| l.value).unwrap_or_default(),
            supporters: f.list("supporters").map(|l| l.value).unwrap_or_default(),
            attendance: f.local("attendance"),
            figures: figures(&mut f),
            charts: charts(&mut f),
            design: f.choice("design", &Design::ALL),
            drawing: f.choice("drawing", &Drawing::ALL),
            source: source(&mut f, false),
            draft: f.flag("draft"),
            translation: translation(&mut f),
            body,
        })),
        DocKind::Leaflet => Doc::Leaflet(Arc::new(LeafletDoc {
            head,
            title: f.local("title"),
            format: f.choice("format", &Format::ALL),
            edition: f.choice("edition", &Edition::ALL),
            languages: two_languages(&mut f, languages),
            panels: f.list("panels"),
            issued: f.date("issued"),
            speakers: f.slugs("speakers"),
            topics: f.slugs("topics"),
            hook: f.local("hook"),
            figures: figures(&mut f),
            picture: photo(&mut f, "picture"),
            charts: charts(&mut f),
            design: f.choice("design", &Design::ALL),
            drawing: f.choice("drawing", &Drawing::ALL),
            call_to_action: f.local("call_to_action"),
            qr: f.choice("qr", &QrChoice::ALL),
            order: f.number("order"),
            translation: translation(&mut f),
            body,
        })),
        DocKind::Page => Doc::Page(Arc::new(page(head, &mut f, body))),
    };
    f.finish();
    let is_fault = |own: &Diagnostic| {
        let rooms = ["front-matter/", "text/"];
        own.severity() == Severity::Error && rooms.iter().any(|room| own.code().starts_with(room))
    };
    if diagnostics.as_slice().iter().any(is_fault) {
        doc.note_fault();
    }
    Some(doc)
}

/// Reports the HTML tags of a file together, at the first.
fn report_tags(
    mut tags: Vec<(Span, String)>,
    (text, lang): (&str, Lang),
    file: FileId,
    diagnostics: &mut Diagnostics,
) {
    // Footnotes are read before what they stand below.
    tags.sort_by_key(|(span, _)| *span);
    let Some((first, tag)) = tags.first() else {
        return;
    };
    let kind = ModelFault::RawHtml {
        text: tag.clone(),
        lines: lines_of(text, tags.iter().map(|(span, _)| span.start)),
    };
    let right = right::of(&kind, first.of(file), text, lang);
    diagnostics.report(Diagnostic::at(first.of(file), kind).instead(right));
}

/// The key that a written one is, or was probably meant to be: a slip of the pen is told where it
/// stands, and not once more as a key that is missing.
fn meant(table: &[KeySpec], written: &str) -> String {
    let names = table.iter().map(|key| key.name);
    let is_known = find_key(table, written).is_some();
    let named = called(written, table).filter(|_| !is_known);
    nearest(written, names)
        .or_else(|| named.map(str::to_owned))
        .unwrap_or_else(|| written.to_owned())
}

fn page(head: Head, f: &mut Fields<'_>, body: WrittenBody) -> PageDoc {
    if body.is_empty() && !head.damaged {
        f.report(head.opening, ModelFault::NoPage);
    }
    PageDoc {
        head,
        title: f.local("title"),
        nav: f.flag("nav"),
        order: f.number("order"),
        translation: translation(f),
        body,
    }
}

/// A person, and the statement of the same file unless it has nothing of one.
fn speaker(head: Head, f: &mut Fields<'_>, body: WrittenBody) -> Doc {
    let name = f.local("name");
    let reading = f.text("reading");
    let reading_confirmed = f.flag("reading_confirmed");
    let photo = photo(f, "photo");
    let affiliation_short = f.local("affiliation_short");
    let keys = ["title", "summary", "topics"];
    let speaks = !body.is_empty() || keys.iter().any(|key| !head.lacks(key));
    let said = statement(head, f, body);
    let person = PersonDoc {
        head: said.head.clone(),
        name,
        reading,
        reading_confirmed,
        affiliation: said.affiliation.clone(),
        affiliation_short,
        role: said.role.clone(),
        order: said.order.clone(),
        photo,
        draft: said.draft.clone(),
        translation: said.translation.clone(),
        speaks,
        body: WrittenBody::default(),
    };
    Doc::Speaker(Arc::new(person), speaks.then(|| Arc::new(said)))
}

fn statement(head: Head, f: &mut Fields<'_>, body: WrittenBody) -> StatementDoc {
    let by_event = head.event.is_some();
    let says_nothing = body.is_empty() && head.lacks("summary") && head.lacks("draft");
    if says_nothing && !head.lacks("title") && !head.damaged {
        f.report(head.opening, ModelFault::NoText);
    }
    StatementDoc {
        head,
        title: f.local("title"),
        topics: f.slugs("topics"),
        affiliation: f.local("affiliation"),
        role: f.local("role"),
        summary: f.local("summary"),
        pull: f.local("pull"),
        figures: figures(f),
        charts: charts(f),
        design: f.choice("design", &Design::ALL),
        drawing: f.choice("drawing", &Drawing::ALL),
        // The folder of a further statement names its event.
        event: if by_event { None } else { f.slug("event") },
        date: f.date("date"),
        order: f.number("order"),
        source: source(f, true),
        kind: f.choice(
            "kind",
            &[
                ("summary", StatementKind::Summary),
                ("transcript", StatementKind::Transcript),
            ],
        ),
        aliases: aliases(f),
        draft: f.flag("draft"),
        translation: translation(f),
        body,
    }
}

fn photo(f: &mut Fields<'_>, key: &'static str) -> Option<Spanned<PhotoDoc>> {
    let photo = f.map(key, |f| {
        let file = f.text("file");
        let file = f.required(file, "file");
        let alt = f.local("alt");
        let alt = f.required(alt, "alt");
        let credit = f.text("credit").map(|t| t.value);
        let is_written = f.writes("consent");
        let is_known = |word: &Spanned<String>| matches!(word.value.as_str(), "web" | "print");
        let consent = f.list("consent");
        let is_read = (consent.as_ref()).is_some_and(|all| all.value.iter().all(is_known));
        let consent = consent.map(|l| l.value).unwrap_or_default();
        let strange: Vec<&Spanned<String>> =
            consent.iter().filter(|word| !is_known(word)).collect();
        if let Some(first) = strange.first() {
            let known = consent.iter().filter(|word| is_known(word));
            let known: Vec<&str> = known.map(|word| word.value.as_str()).collect();
            let all: Vec<&str> = strange.iter().map(|word| word.value.as_str()).collect();
            let kind = SourceFault::BadChoice {
                key: format!("{key}.consent"),
                value: all.join("、"),
                allowed: vec!["web".into(), "print".into()],
                // What nobody said is not agreed to.
                right: Some(format!("consent: [{}]", known.join(", "))),
            };
            f.report(first.span, kind);
        }
        let agreed = |to: &str| consent.iter().any(|word| word.value == to);
        let unclear = is_written && !is_read;
        Some(PhotoDoc {
            file: file?,
            alt,
            credit,
            web: agreed("web"),
            print: agreed("print"),
            unclear,
        })
    })?;
    Some(Spanned::new(photo.value?, photo.span))
}

/// Where a thing was published; a statement's is `held_to` a text that is kept.
fn source(f: &mut Fields<'_>, held_to: bool) -> Option<Spanned<SourceDoc>> {
    f.map("source", |f| SourceDoc {
        title: f.local("title"),
        url: f.url("url").map(|t| t.value),
        note: f.local("note"),
        file: held_to.then(|| f.text("file")).flatten(),
    })
}

fn translation(f: &mut Fields<'_>) -> Option<Spanned<Translation>> {
    f.map("translation", |f| Translation {
        status: f
            .choice(
                "status",
                &[
                    ("machine", TranslationStatus::Machine),
                    ("draft", TranslationStatus::Draft),
                    ("reviewed", TranslationStatus::Reviewed),
                ],
            )
            .map(|s| s.value)
            .unwrap_or_default(),
        by: f.text("by").map(|t| t.value),
        of: f.text("of"),
    })
}

/// The two languages of a leaflet that has one on each side.
fn two_languages(f: &mut Fields<'_>, known: &[Lang]) -> Option<Spanned<Vec<Lang>>> {
    let list = f.list("languages")?;
    let read = list.value.iter().map(|text| Lang::parse(&text.value));
    let read: Vec<Lang> = read.flatten().collect();
    let found: Vec<Lang> = read.iter().copied().filter(|l| known.contains(l)).collect();
    let named: BTreeSet<Lang> = read.into_iter().filter(Lang::is_named).collect();
    match found.as_slice() {
        [a, b] if a != b && list.value.len() == 2 => Some(Spanned::new(found, list.span)),
        // A site may be in fewer languages than its files: then there is a leaflet for each.
        _ if named.len() == 2 && list.value.len() == 2 && found.len() < 2 => None,
        _ => {
            let known = known.to_vec();
            f.report(list.span, ModelFault::Languages { known });
            None
        }
    }
}

fn aliases(f: &mut Fields<'_>) -> Vec<Spanned<OutPath>> {
    let list = f.list("aliases").map(|l| l.value).unwrap_or_default();
    let mut paths = Vec::new();
    for text in list {
        let path = text.value.strip_prefix('/').unwrap_or(&text.value);
        match OutPath::parse(path).filter(|p| p.as_str().ends_with(".html")) {
            Some(path) => paths.push(Spanned::new(path, text.span)),
            None => f.report(text.span, ModelFault::BadAlias { value: text.value }),
        }
    }
    paths
}
