//! Builds a composed leaflet: its format, and what stands on its panels.

use super::assemble::line;
use super::entities::{Composed, LeafletText};
use super::fault::SiteFault;
use super::ids::{LeafletId, PageRef, StatementId};
use super::pair::Group;
use super::parts::KnownParts;
use super::tables::{LinkOutput, Tables};
use super::{design, photo};
use crate::base::{Edition, Format};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{LeafletDoc, phrase};

pub(super) fn composed(
    id: usize,
    group: Group<LeafletDoc>,
    tables: &Tables,
    output: &mut LinkOutput,
) -> Composed {
    let picture = photo::shown(&group, "picture", |d| d.picture.as_ref(), tables, output);
    let diagnostics = &mut output.diagnostics;
    let format = group.neutral("format", |d| d.format.as_ref(), PartialEq::eq, diagnostics);
    let format = group
        .require(format, "format", diagnostics)
        .map(|(_, f)| f.value);
    group.neutral("order", |d| d.order.as_ref(), PartialEq::eq, diagnostics);
    let statements = speaking(&group, tables, diagnostics);
    let topics = group.neutral_list("topics", |d| d.topics.as_ref(), diagnostics);
    let topics = tables.names.topics(topics.as_ref(), diagnostics);
    let edition = group.neutral(
        "edition",
        |d| d.edition.as_ref(),
        PartialEq::eq,
        diagnostics,
    );
    let languages = group.neutral(
        "languages",
        |d| d.languages.as_ref(),
        PartialEq::eq,
        diagnostics,
    );
    let languages = languages.map(|(_, l)| l.value).unwrap_or_default();
    let issued = group.neutral("issued", |d| d.issued.as_ref(), PartialEq::eq, diagnostics);
    let qr = group.neutral("qr", |d| d.qr.as_ref(), PartialEq::eq, diagnostics);
    let chosen = group.neutral("design", |d| d.design.as_ref(), PartialEq::eq, diagnostics);
    let drawing = group.chosen("drawing", |d| d.drawing.as_ref(), diagnostics);
    let panels = group.neutral_list("panels", |d| d.panels.as_ref(), diagnostics);
    let body = &group.original.body;
    let sections: Vec<String> = body.sections.iter().map(|s| s.id.clone()).collect();
    let format = format.unwrap_or(Format::A4);
    let panels = panels.map(|(file, written)| {
        let known = KnownParts {
            names: &tables.names,
            speakers: &statements,
            topics: &topics,
            intro: !body.intro.is_empty(),
            sections: &sections,
            file,
        };
        known.panels(&written, (format, !languages.is_empty()), diagnostics)
    });
    check_says_something(&group, format, tables, diagnostics);
    let mut missing = Diagnostics::default();
    let texts = tables.versions(
        group,
        PageRef::Leaflet(LeafletId(id)),
        |g, d, origin, body| LeafletText {
            file: d.head.file,
            title: phrase(&g.required_text(d, "title", |d| d.title.as_ref(), &mut missing)),
            hook: line(g, d, |d| d.hook.as_ref()),
            figures: g.figures(d),
            charts: g.charts(d),
            call_to_action: g.text(d, |d| d.call_to_action.as_ref()),
            origin,
            body,
        },
        output,
    );
    output.diagnostics.absorb(missing);
    let edition = edition.map(|(_, e)| e.value).unwrap_or_default();
    let flows = edition == Edition::Large;
    let held = texts
        .original()
        .text
        .shown(format, flows, statements.is_empty());
    let design = design::checked(chosen, &held, &mut output.diagnostics);
    Composed {
        design,
        drawing,
        format,
        edition,
        languages,
        panels,
        issued: issued.map(|(_, d)| d.value),
        qr: qr.map(|(_, choice)| choice.value).unwrap_or_default(),
        picture,
        statements,
        topics,
        texts,
    }
}

/// The statements of the speakers whom a leaflet names, each once.
fn speaking(
    group: &Group<LeafletDoc>,
    tables: &Tables,
    diagnostics: &mut Diagnostics,
) -> Vec<StatementId> {
    let speakers = group.neutral_list("speakers", |d| d.speakers.as_ref(), diagnostics);
    let mut statements: Vec<StatementId> = Vec::new();
    if let Some((file, list)) = speakers {
        for slug in &list.value {
            let found = tables.names.speaking(slug, file, diagnostics);
            statements.extend(found.filter(|id| !statements.contains(id)));
        }
    }
    statements
}

/// Reports a leaflet that has nothing to say but its title.
fn check_says_something(
    group: &Group<LeafletDoc>,
    format: Format,
    tables: &Tables,
    diagnostics: &mut Diagnostics,
) {
    let named = |key: &str| !group.original.head.lacks(key);
    let has_content = ["panels", "speakers", "topics"].into_iter().any(named);
    // Paper for signatures says for what they are given in its text alone.
    if has_content || (format != Format::SignatureSheet && named("hook")) {
        return;
    }
    let is_empty = |doc: &&LeafletDoc| doc.body.is_empty() && doc.head.lacks("panels");
    for doc in group.docs().filter(is_empty) {
        let speaker = tables.names.any_speaking().map(str::to_owned);
        let fault = SiteFault::EmptyLeaflet { speaker };
        diagnostics.report(Diagnostic::at(doc.head.opening.of(doc.head.file), fault));
    }
}
