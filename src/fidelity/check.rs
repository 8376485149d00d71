//! Compares every statement that names a source with what the source says of its speaker.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rayon::prelude::*;

use super::days::DayParts;
use super::fault::{FidelityFault, UntoldThing};
use super::figures::{Figure, FigureValue, counter, figures};
use super::names::{self, KnownName};
use super::passage::{KeptSource, SourcePart, bare};
use crate::base::{ContentPath, FileId, Loc, Span};
use crate::diagnostic::{Diagnostic, Diagnostics, Sources};
use crate::model::text::{Block, plain, plain_blocks};
use crate::site::{Person, Site, Statement, StatementText, Target};
use crate::source::nearest;

/// Reports what the statements of a site say and their sources do not. `kept` are the texts below
/// `sources/` by path, those that are no text as `None`; `sources` are the files of the content.
pub(crate) fn check(
    site: &Site,
    kept: &BTreeMap<&str, Option<&str>>,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) {
    let held = site.statements.iter();
    let held: Vec<_> = held
        .filter_map(|statement| Some((&**statement, statement.held_to.as_ref()?)))
        .collect();
    if held.is_empty() {
        return;
    }
    let mut wanted: BTreeMap<&str, &str> = BTreeMap::new();
    let mut found = Vec::new();
    for (statement, (written, at)) in held {
        match find(written, kept) {
            Ok((path, text)) => {
                wanted.insert(path, text);
                found.push((statement, path, *at));
            }
            Err(fault) => diagnostics.report(Diagnostic::at(*at, fault)),
        }
    }
    let read: BTreeMap<&str, KeptSource<'_>> = wanted
        .into_par_iter()
        .map(|(path, text)| (path, KeptSource::read(text)))
        .collect();
    let persons = site.persons.par_iter();
    let names: Vec<PersonCalled> = persons
        .map(|person| PersonCalled::of(person, site))
        .collect();
    let told: Vec<Vec<Diagnostic>> = found
        .par_iter()
        .filter_map(|(statement, path, at)| {
            let held = HeldStatement {
                site,
                statement,
                source: read.get(path)?,
                path,
                names: &names,
                sources,
            };
            Some(held.diagnostics(*at))
        })
        .collect();
    told.into_iter()
        .flatten()
        .for_each(|problem| diagnostics.report(problem));
}

/// The source that a statement names.
fn find<'k>(
    written: &str,
    kept: &BTreeMap<&'k str, Option<&'k str>>,
) -> Result<(&'k str, &'k str), FidelityFault> {
    let written = written.to_owned();
    let Some(path) = ContentPath::parse(&written) else {
        return Err(FidelityFault::Outside { written });
    };
    match kept.get_key_value(path.as_str()) {
        Some((path, Some(text))) => Ok((path, text)),
        Some((_, None)) => Err(FidelityFault::NotText { written }),
        None => {
            let file = |path: &str| path.rsplit('/').next().map(str::to_lowercase);
            let same = kept.keys().find(|known| file(known) == file(path.as_str()));
            let meant = same.map(|known| (*known).to_owned());
            let nearest = meant.or_else(|| nearest(path.as_str(), kept.keys().copied()));
            let known = kept.keys().map(|path| (*path).to_owned()).collect();
            Err(FidelityFault::Missing {
                written,
                nearest,
                known,
            })
        }
    }
}

/// A statement beside its source.
struct HeldStatement<'s> {
    site: &'s Site,
    statement: &'s Statement,
    source: &'s KeptSource<'s>,
    /// The source's path below its folder.
    path: &'s str,
    /// The names of all persons, by id.
    names: &'s [PersonCalled],
    sources: &'s Sources,
}

impl HeldStatement<'_> {
    fn diagnostics(&self, at: Loc) -> Vec<Diagnostic> {
        let of = self.statement.person.0;
        let Some(own) = self.names.get(of) else {
            return Vec::new();
        };
        let others = || self.names.iter().enumerate().filter(|(at, _)| *at != of);
        let of_others = others().flat_map(|(_, other)| other.bare.iter().map(String::as_str));
        let of_others: Vec<&str> = of_others.collect();
        let name = own.called.first().cloned().unwrap_or_default();
        let mut problems = Vec::new();
        let passage = self.source.passage(&own.bare, &of_others);
        if passage.is_none() {
            let (name, file) = (name.clone(), self.path.to_owned());
            problems.push(Diagnostic::at(at, FidelityFault::NoPassage { name, file }));
        }
        let comparison = Comparison {
            of: self,
            name,
            own: &own.bare,
            known: others().flat_map(|(_, other)| &other.known).collect(),
            part: passage.as_ref().unwrap_or(&self.source.whole),
            years: years(&self.source.whole),
            day: self.statement.date.map(DayParts::from),
        };
        let mut left_out: BTreeSet<String> = BTreeSet::new();
        let original = self.statement.texts.original();
        comparison.hold(original.text, &mut left_out, &mut problems);
        for lang in &self.site.settings.languages {
            let version = self.statement.texts.for_reader(*lang);
            if version.lang != original.lang {
                comparison.hold(version.text, &mut left_out, &mut problems);
            }
        }
        problems
    }
}

/// The names by which a source and statements may speak of a person.
struct PersonCalled {
    called: Vec<String>,
    bare: Vec<String>,
    /// Those by which others may speak of the person, and of the organisation.
    known: Vec<KnownName>,
}

impl PersonCalled {
    fn of(person: &Person, site: &Site) -> Self {
        let called = called(person, site);
        Self {
            bare: called.iter().map(|name| bare(name)).collect(),
            known: known(person, &called),
            called,
        }
    }
}

/// What a person is called in the languages of the site, the original first.
fn called(person: &Person, site: &Site) -> Vec<String> {
    let others = site.settings.languages.iter();
    let others = others.map(|lang| person.names.for_reader(*lang));
    let mut names: Vec<String> = Vec::new();
    for version in std::iter::once(person.names.original()).chain(others) {
        let name = version.text;
        if !name.trim().is_empty() && !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}

/// The names by which a statement may speak of somebody else: the person's and the organisation's.
fn known(person: &Person, names: &[String]) -> Vec<KnownName> {
    let in_source: Vec<String> = names.iter().map(|name| bare(name)).collect();
    let persons = names.iter().map(|written| KnownName {
        written: written.clone(),
        in_source: in_source.clone(),
    });
    let organisation = person.texts.original().text.affiliation.as_deref();
    let parts = organisation
        .into_iter()
        .flat_map(|name| name.split(['（', '）', '(', ')']));
    let parts: Vec<&str> = parts
        .map(str::trim)
        .filter(|part| part.chars().count() >= 4)
        .collect();
    let in_source: Vec<String> = parts.iter().map(|part| bare(part)).collect();
    let organisations = parts.into_iter().map(|part| KnownName {
        written: part.to_owned(),
        in_source: in_source.clone(),
    });
    persons.chain(organisations).collect()
}

/// The years that a source names anywhere.
fn years(part: &SourcePart) -> BTreeSet<u64> {
    let values = part.figures.iter().flat_map(|figure| &figure.values);
    let years = values.filter_map(|value| match value {
        FigureValue::Day(day) => day.year,
        _ => None,
    });
    years.collect()
}

/// What a version of a statement is compared with.
struct Comparison<'c> {
    of: &'c HeldStatement<'c>,
    name: String,
    /// The speaker's names, bare.
    own: &'c [String],
    known: Vec<&'c KnownName>,
    part: &'c SourcePart,
    years: BTreeSet<u64>,
    /// The day of the statement, which every reader is told.
    day: Option<DayParts>,
}

impl Comparison<'_> {
    /// Reports what a version says and the source does not, and what it leaves out beyond
    /// `left_out`.
    fn hold(
        &self,
        text: &StatementText,
        left_out: &mut BTreeSet<String>,
        problems: &mut Vec<Diagnostic>,
    ) {
        let mut said: Vec<Figure> = Vec::new();
        for piece in pieces(text) {
            let found = figures(&piece.text);
            for figure in found.iter().filter(|figure| figure.firm) {
                if !self.is_told(figure, self.part) {
                    let elsewhere = self.is_told(figure, &self.of.source.whole);
                    let words = (thing(figure), with_unit(&piece.text, figure));
                    problems.push(self.untold(text.file, &piece, &figure.span, words, elsewhere));
                }
            }
            let untold = names::untold(&piece.text, &self.part.bare, self.own, &self.known);
            for name in untold {
                let elsewhere = self
                    .of
                    .source
                    .whole
                    .bare
                    .contains(&bare(&piece.text[name.clone()]));
                problems.push(self.untold(
                    text.file,
                    &piece,
                    &name,
                    (UntoldThing::Name, piece.text[name.clone()].to_owned()),
                    elsewhere,
                ));
            }
            said.extend(found);
        }
        let missing: Vec<String> = self
            .part
            .figures
            .iter()
            .filter(|figure| figure.firm && !self.is_said(figure, &said))
            .map(|figure| with_unit(&self.part.text, figure))
            .filter(|figure| left_out.insert(figure.clone()))
            .collect();
        if !missing.is_empty() {
            let fault = FidelityFault::LeftOut {
                name: self.name.clone(),
                file: self.of.path.to_owned(),
                statement: self.of.sources.path(text.file).to_owned(),
                figures: missing,
            };
            problems.push(Diagnostic::in_file(text.file, fault));
        }
    }

    /// Whether a part of the source has a figure of the statement.
    fn is_told(&self, figure: &Figure, part: &SourcePart) -> bool {
        let told = || part.figures.iter().flat_map(|figure| &figure.values);
        figure.values.iter().any(|value| match value {
            FigureValue::Day(day) => {
                let of_event = self.day.is_some_and(|own| day.is_compatible(own));
                of_event || told().any(|other| matches!(other, FigureValue::Day(other) if self.tells(*other, *day)))
            }
            value => told().any(|other| other == value),
        })
    }

    /// Whether one date of the source tells another of the statement. The year may stand elsewhere.
    fn tells(&self, told: DayParts, day: DayParts) -> bool {
        let of_event = self.day.and_then(|day| day.year);
        let year_is_known = match (day.year, told.year) {
            (Some(year), None) => self.years.contains(&year) || of_event == Some(year),
            _ => true,
        };
        year_is_known && day.is_compatible(told) && day.is_told_by(told)
    }

    /// Whether a figure of the source is among those of the statement.
    fn is_said(&self, figure: &Figure, said: &[Figure]) -> bool {
        let said = || said.iter().flat_map(|figure| &figure.values);
        figure.values.iter().any(|value| match value {
            FigureValue::Day(day) => {
                let same = |other: &FigureValue| matches!(other, FigureValue::Day(other) if day.is_compatible(*other));
                said().any(same) || self.day.is_some_and(|own| day.is_compatible(own))
            }
            value => said().any(|other| other == value),
        })
    }

    fn untold(
        &self,
        file: FileId,
        piece: &StatementPiece,
        part: &Range<usize>,
        (thing, written): (UntoldThing, String),
        elsewhere: bool,
    ) -> Diagnostic {
        let place = piece.place(self.of.sources.text(file), &piece.text[part.clone()]);
        let fault = FidelityFault::Untold {
            thing,
            written,
            name: self.name.clone(),
            file: self.of.path.to_owned(),
            elsewhere,
        };
        match place {
            Some(span) => Diagnostic::at(span.of(file), fault),
            None => Diagnostic::in_file(file, fault),
        }
    }
}

fn thing(figure: &Figure) -> UntoldThing {
    match figure.values.first() {
        Some(FigureValue::Day(_)) => UntoldThing::Date,
        Some(FigureValue::Article(_)) => UntoldThing::Article,
        _ => UntoldThing::Figure,
    }
}

/// A figure as it stands in a text, with what it counts.
fn with_unit(text: &str, figure: &Figure) -> String {
    let counted = match figure.values.first() {
        Some(FigureValue::Number(_)) => counter(&text[figure.span.end..]),
        _ => "",
    };
    let written = &text[figure.span.clone()];
    let lines: Vec<&str> = written.split_whitespace().collect();
    lines.join(" ") + counted
}

/// A piece of a statement that stands by itself.
struct StatementPiece {
    text: String,
    at: PiecePlace,
}

/// Where a piece stands in its file.
enum PiecePlace {
    /// Under a key of the front matter.
    Key(&'static str),
    /// In the text.
    Span(Span),
}

impl StatementPiece {
    /// Where words of it stand in its file; the beginning of the piece where marks divide them.
    fn place(&self, file: &str, written: &str) -> Option<Span> {
        let found = |start: usize, end: usize| {
            let at = start + file.get(start..end)?.find(written)?;
            Some(Span::new(at, at + written.len()))
        };
        match self.at {
            PiecePlace::Span(span) => found(span.start, span.end).or(Some(span)),
            PiecePlace::Key(key) => {
                let start = file.find(&format!("\n{key}:"))? + 1;
                let end = file[start..]
                    .find("\n---")
                    .map_or(file.len(), |end| start + end);
                found(start, end).or(Some(Span::new(start, start + key.len())))
            }
        }
    }
}

/// The pieces of a statement: title, summary, figures, headings and blocks of text.
fn pieces(text: &StatementText) -> Vec<StatementPiece> {
    let key = |key, text: String| StatementPiece {
        text,
        at: PiecePlace::Key(key),
    };
    let mut all = vec![key("title", plain(&text.title))];
    all.extend(
        text.summary
            .as_ref()
            .map(|line| key("summary", plain(line))),
    );
    for figure in &text.figures {
        all.push(key("figures", plain(&figure.value)));
        all.push(key("figures", plain(&figure.caption)));
    }
    for chart in &text.charts {
        all.push(key("charts", plain(&chart.title)));
        for row in &chart.rows {
            all.push(key(
                "charts",
                format!("{} {}", plain(&row.label), row.value),
            ));
        }
    }
    let mut blocks = |blocks: &[Block<Target>], places: &[Span]| {
        for (block, place) in blocks.iter().zip(places) {
            if !matches!(block, Block::Code { .. }) {
                all.push(StatementPiece {
                    text: plain_blocks(std::slice::from_ref(block)),
                    at: PiecePlace::Span(*place),
                });
            }
        }
    };
    blocks(&text.body.intro, &text.body.places);
    for section in &text.body.sections {
        blocks(&section.blocks, &section.places);
    }
    all.extend(text.body.sections.iter().map(|section| StatementPiece {
        text: plain(&section.heading),
        at: PiecePlace::Span(section.span),
    }));
    all
}
