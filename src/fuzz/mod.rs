//! Entry points for fuzzing: each takes any bytes, reads them as a reader of the program does, and
//! holds what came out to what has to be true of any input. `fuzz/` and `tests/fuzz` share them.

use crate::base::{ContentPath, Date, DocKind, FileId, Lang, Loc, OutPath, Slug, Span, meant_day};
use crate::cache::Cache;
use crate::diagnostic::{Diagnostics, Location};
use crate::model;
use crate::source::{self, MendedBody, PageName, RawDoc, RawSite, SiteNames, TextKind};
use crate::{media, preflight, report};

/// A reader by its name.
pub type FuzzTarget = (&'static str, fn(&[u8]));

/// Every reader of input that is not ours.
pub const TARGETS: [FuzzTarget; 7] = [
    ("front_matter", front_matter),
    ("markdown", markdown),
    ("import", import_text),
    ("dates", dates),
    ("svg", svg),
    ("pictures", pictures),
    ("pdf", pdf),
];

/// A page file or `site.yaml`: mending twice is mending once, and a mended file says what the
/// original was read as. Where part of the front matter cannot be read, mending may bring to light what
/// else is wrong with it; its text says the same, and so does all of it once it can be read.
///
/// # Panics
/// When it does not.
pub fn front_matter(bytes: &[u8]) {
    let Some((first, bytes)) = bytes.split_first() else {
        return;
    };
    let kinds = DocKind::ALL;
    let kind = kinds.get(usize::from(*first) % (kinds.len() + 1)).copied();
    let text_kind = kind.map_or(TextKind::Settings, TextKind::Page);
    let Some(fixed) = source::fix(bytes, text_kind) else {
        if let Ok(text) = std::str::from_utf8(bytes) {
            meaning(kind, text);
        }
        return;
    };
    let again = source::fix(fixed.after.as_bytes(), text_kind);
    assert!(again.is_none(), "mended again: {again:?}");
    let (before, after) = (meaning(kind, &fixed.before), meaning(kind, &fixed.after));
    assert_eq!(before.body, after.body, "the text below the front matter");
    assert!(
        before.meant == after.meant || before.damaged && after.damaged,
        "read as {}\nmended to {}",
        before.meant,
        after.meant
    );
}

/// What a text means, without places.
#[derive(Default)]
struct Meaning {
    meant: String,
    /// Whether part of the front matter could not be read.
    damaged: bool,
    /// The text below a page's front matter.
    body: String,
}

/// What a text means; what is wrong with it points into it.
fn meaning(kind: Option<DocKind>, text: &str) -> Meaning {
    let mut found = Diagnostics::default();
    let file = FileId(0);
    let languages = [Lang::JA, Lang::EN];
    let (meant, damaged, body) = match kind {
        None => {
            let raw = RawSite::read(file, text, &mut found);
            let damaged = raw.damaged;
            let site = model::SiteDoc::read(raw, &SiteNames::default(), &mut found);
            (format!("{site:?}"), damaged, String::new())
        }
        Some(kind) => {
            let slug = || Slug::parse("a");
            let event = kind.is_by_event().then(slug).flatten();
            let within = if event.is_some() { "a/" } else { "" };
            let path = ContentPath::parse(&format!("{}/{within}a.ja.md", kind.folder()));
            let (Some(slug), Some(path)) = (slug(), path) else {
                return Meaning::default();
            };
            let lang = Lang::JA;
            let named = PageName {
                kind,
                event,
                slug,
                lang,
            };
            let raw = RawDoc::read(named, path, file, text.into(), &mut found);
            let (damaged, body) = (
                raw.damaged && raw.entries.is_some(),
                raw.prose.text().to_owned(),
            );
            let doc = model::read(raw, &languages, &SiteNames::default(), &mut found);
            (format!("{doc:?}"), damaged, body)
        }
    };
    for problem in found.as_slice() {
        if let Location::At(Loc { span, .. }) = problem.place {
            let is_within = text.get(span.start..span.end).is_some();
            assert!(is_within, "{} at {span:?} of {text:?}", problem.code());
        }
    }
    Meaning {
        meant: without_places(&meant),
        damaged,
        body,
    }
}

/// Debug output without the places in files.
fn without_places(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("Span {") {
        out.push_str(&rest[..at]);
        rest = rest[at..].split_once('}').map_or("", |(_, rest)| rest);
    }
    out + rest
}

/// A body of Markdown in a language with spaces and in one without: every place leads back into
/// what was written.
///
/// # Panics
/// When one does not.
pub fn markdown(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let body = MendedBody::new(&text, 0).0;
    let places = body.text().char_indices().map(|(at, _)| at);
    for at in places.step_by(7) {
        let back = body.back(Span::new(at, at));
        assert!(
            text.get(back.start..back.end).is_some(),
            "{at} of {:?} leads to {back:?}",
            body.text()
        );
    }
    for kind in [DocKind::Page, DocKind::Topic] {
        meaning(Some(kind), &format!("---\ntitle: a\nname: a\n---\n{text}"));
    }
    let _ = model::lines(&format!("---\n---\n{text}"));
}

/// A rally report.
pub fn import_text(bytes: &[u8]) {
    let _ = report::read(&String::from_utf8_lossy(bytes));
}

/// A day as people write it: one that is read is read again from how it is written.
///
/// # Panics
/// When it is not.
pub fn dates(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for date in [Date::parse(&text), meant_day(&text)].into_iter().flatten() {
        assert!(Date::parse(&date.to_string()) == Some(date), "{date}");
        let is_long = date.ymd().0 >= 1000;
        let again = meant_day(&date.long(Lang::JA));
        assert!(!is_long || again == Some(date), "{date}");
    }
}

/// A drawing.
pub fn svg(bytes: &[u8]) {
    let mut text = b"<svg xmlns=\"http://www.w3.org/2000/svg\">".to_vec();
    text.extend_from_slice(bytes);
    pictures(&text);
    pictures(bytes);
}

/// A picture in any form.
pub fn pictures(bytes: &[u8]) {
    if let Some(name) = OutPath::parse("images/a") {
        let _ = media::prepare(&name, bytes, &[40], &Cache::none());
    }
}

/// A PDF.
pub fn pdf(bytes: &[u8]) {
    let _ = preflight::words(bytes);
}
