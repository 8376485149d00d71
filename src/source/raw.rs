//! A content file cut into front matter and body, its meaning still unknown.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fault::{SourceFault, TextSlip, Typo};
use super::front_matter::split;
use super::key::{KeySpec, find};
use super::keys;
use super::mend::{Fix, MendedBody, MendedText, lines};
use super::names::PageName;
use super::remarks::cut_off;
use super::swallowed::swallowing;
use super::yaml::{self, YamlEntry};
use crate::base::{
    ContentPath, DocKind, FileId, Lang, Slug, Span, line_column, line_span, lines_of, start_of_line,
};
use crate::diagnostic::{Diagnostic, Diagnostics, Instead};

/// A page file.
#[derive(Debug)]
pub(crate) struct RawDoc {
    /// What it describes.
    pub kind: DocKind,
    /// The event that its folder names, if its kind stands by event.
    pub event: Option<Slug>,
    /// Its name.
    pub slug: Slug,
    /// Its language.
    pub lang: Lang,
    /// Where it is.
    pub path: ContentPath,
    /// Its number in the run's sources.
    pub file: FileId,
    /// The whole text.
    pub text: Arc<str>,
    /// Where problems of the front matter as a whole point: its first line.
    pub opening: Span,
    /// The front matter; `None` when there is none that could be read at all.
    pub entries: Option<Vec<YamlEntry>>,
    /// Whether part of the front matter could not be read, so that keys may be missing only for that.
    pub damaged: bool,
    /// Where the body is.
    pub body: Span,
    /// The Markdown below the front matter, as it is meant.
    pub prose: MendedBody,
}

impl RawDoc {
    pub(crate) fn read(
        named: PageName,
        path: ContentPath,
        file: FileId,
        text: Arc<str>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let mut doc = Self {
            kind: named.kind,
            event: named.event,
            slug: named.slug,
            lang: named.lang,
            path,
            file,
            opening: Span::new(0, 0),
            entries: None,
            damaged: true,
            body: Span::new(text.len(), text.len()),
            prose: MendedBody::new("", text.len()).0,
            text,
        };
        let table = keys::of(doc.kind);
        match split(&doc.text, table) {
            Ok(halves) => {
                report_slips(&halves.mends, 0, file, &doc.text, diagnostics);
                let yaml = &doc.text[halves.yaml.start..halves.yaml.end];
                let (entries, damaged) = read(yaml, halves.yaml.start, table, file, diagnostics);
                (doc.entries, doc.damaged) = (Some(entries), damaged);
                (doc.opening, doc.body) = (halves.opening, halves.body);
                report_keys(&doc.text, doc.body, table, file, diagnostics);
                doc.prose = prose(&doc.text, doc.body, file, diagnostics);
            }
            Err((kind, span)) => diagnostics.report(Diagnostic::at(span.of(file), kind)),
        }
        doc
    }
}

/// Reports keys of the table that stand at the beginning of the text: several together, or a list.
fn report_keys(
    text: &str,
    body: Span,
    table: &[KeySpec],
    file: FileId,
    diagnostics: &mut Diagnostics,
) {
    let first = text[body.start..body.end]
        .lines()
        .position(|line| !line.trim().is_empty());
    let Some(first) = first else { return };
    let is_key = |line: &&str| {
        let (name, value) = line.split_once(':').unwrap_or_default();
        find(table, name).is_some() && (value.is_empty() || value.starts_with(' '))
    };
    let begin = text[body.start..body.end].lines().skip(first);
    let count = begin.clone().take_while(is_key).count();
    let is_list = begin
        .clone()
        .next()
        .is_some_and(|line| line.contains(": ["));
    if count > 1 || count == 1 && is_list {
        let at = line_column(text, body.start).0 + first;
        let lines: Vec<usize> = (at..at + count).collect();
        let place = line_span(text, at);
        diagnostics.report(Diagnostic::at(
            place.of(file),
            SourceFault::KeysInText { lines },
        ));
    }
}

/// The body of a file as it is meant; what was mended is reported by kind, at the first place.
fn prose(text: &str, body: Span, file: FileId, diagnostics: &mut Diagnostics) -> MendedBody {
    let (mended, found) = MendedBody::new(&text[body.start..body.end], body.start);
    let mut kinds: BTreeMap<TextSlip, Vec<&Fix>> = BTreeMap::new();
    // A note that never ends is told as that.
    let is_mark_of = |fix: &Fix, at: usize| {
        let place = fix.span.shifted(body.start);
        fix.typos == [Typo::Text(TextSlip::Note)] && (place.start..=place.end).contains(&at)
    };
    let unclosed = found.unclosed_note.map(|place| place.start);
    for fix in &found.fixes {
        if unclosed.is_some_and(|at| is_mark_of(fix, at)) {
            continue;
        }
        for slip in &fix.typos {
            if let Typo::Text(slip) = slip {
                kinds.entry(*slip).or_default().push(fix);
            }
        }
    }
    for (slip, fixes) in kinds {
        let Some(first) = fixes.first() else { continue };
        let lines = lines_of(text, fixes.iter().map(|fix| body.start + fix.span.start));
        let kind = SourceFault::TextSlips {
            slip,
            lines,
            right: first.with.clone(),
        };
        let written = &text[body.start + first.span.start..body.start + first.span.end];
        let place = differing(written, first.with.trim_start_matches('\n'));
        let place = if place.start == place.end {
            first.span.shifted(body.start)
        } else {
            place.shifted(body.start + first.span.start)
        };
        diagnostics.report(Diagnostic::at(place.of(file), kind));
    }
    if let Some(place) = found.unclosed_note {
        // Written in full width, its mark is to be right, too.
        let line = found.fixes.iter().find(|fix| is_mark_of(fix, place.start));
        let right = line.filter(|fix| !fix.with.contains('\n')).map(|fix| {
            let whole = fix.span.shifted(body.start).of(file);
            Instead::put(whole, format!("{} -->", fix.with.trim_end()))
        });
        let told = Diagnostic::at(place.of(file), SourceFault::UnclosedComment);
        diagnostics.report(told.instead(right));
    }
    mended
}

/// `site.yaml`.
#[derive(Debug)]
pub(crate) struct RawSite {
    /// Its number in the run's sources.
    pub file: FileId,
    /// Its keys.
    pub entries: Vec<YamlEntry>,
    /// Whether part of it could not be read.
    pub damaged: bool,
}

impl RawSite {
    pub(crate) fn read(file: FileId, text: &str, diagnostics: &mut Diagnostics) -> Self {
        let (entries, damaged) = read(text, 0, keys::SITE, file, diagnostics);
        Self {
            file,
            entries,
            damaged,
        }
    }
}

/// Reads YAML that begins at byte `base` of a file, as if its slips were mended; says whether
/// part of it could not be read.
fn read(
    text: &str,
    base: usize,
    table: &'static [KeySpec],
    file: FileId,
    diagnostics: &mut Diagnostics,
) -> (Vec<YamlEntry>, bool) {
    let mut mended = MendedText::new(text);
    let mends = told_once(mended.mend(|text| lines(text, table)), text);
    report_slips(&mends, base, file, text, diagnostics);
    let (mut entries, mut faults) = yaml::read(&mended.text, table);
    faults.extend(swallowing(&mut entries, &mended.text));
    let back = |span: Span| mended.back(span).shifted(base);
    for (fault, span) in cut_off(&entries, table, &mended.text) {
        diagnostics.report(Diagnostic::at(back(span).of(file), fault));
    }
    for entry in &mut entries {
        entry.move_to(&back);
    }
    let damaged = !faults.is_empty();
    for fault in faults {
        let mut problem = Diagnostic::at(back(fault.span).of(file), fault.kind);
        problem.also = fault.first.map(|first| back(first).of(file));
        diagnostics.report(problem);
    }
    (entries, damaged)
}

/// What was mended, each line once: what came to light by another mend is told with it.
fn told_once(mends: Vec<Fix>, text: &str) -> Vec<Fix> {
    let mut told: Vec<Fix> = Vec::with_capacity(mends.len());
    for mut mend in mends {
        mend.span.start = start_of_line(text, mend.span.start);
        match told.last_mut() {
            Some(before) if before.span.start == mend.span.start && !before.with.contains('\n') => {
                before.with = mend.with;
                before.span.end = before.span.end.max(mend.span.end);
                for typo in mend.typos {
                    if !before.typos.contains(&typo) {
                        before.typos.push(typo);
                    }
                }
            }
            _ => told.push(mend),
        }
    }
    told
}

/// Reports what was mended in the reading of `text`, which begins at byte `base` of a file.
fn report_slips(
    mends: &[Fix],
    base: usize,
    file: FileId,
    text: &str,
    diagnostics: &mut Diagnostics,
) {
    for mend in mends {
        let Some((first, more)) = mend.typos.split_first() else {
            continue;
        };
        let written = &text[mend.span.start..mend.span.end];
        let kind = SourceFault::Slips {
            first: first.clone(),
            more: more.to_vec(),
            right: mend.with.trim_end().replace('\r', ""),
        };
        let span = pointed_at(written, mend).shifted(base + mend.span.start);
        diagnostics.report(Diagnostic::at(span.of(file), kind));
    }
}

/// The part of a written line to point at: a date or a key as a whole, else what differs.
fn pointed_at(written: &str, mend: &Fix) -> Span {
    let part = differing(written, &mend.with);
    let [Typo::DateForm(word, _) | Typo::KeyForm(word, _)] = &mend.typos[..] else {
        return part;
    };
    match written.find(word.as_str()) {
        Some(at) => Span::new(at.min(part.start), (at + word.len()).max(part.end)),
        None => part,
    }
}

/// The part of a written line that is not as it should be.
fn differing(written: &str, right: &str) -> Span {
    let same = |(a, b): &(char, char)| a == b;
    let length = |(c, _): (char, char)| c.len_utf8();
    let pairs = written.chars().zip(right.chars());
    let start: usize = pairs.take_while(same).map(length).sum();
    let rest = written[start..]
        .chars()
        .rev()
        .zip(right[start..].chars().rev());
    let end: usize = rest.take_while(same).map(length).sum();
    Span::new(start, written.len() - end)
}
