//! What staff wrote under `panels`, as parts of the leaflet; what is none is reported.

use super::fault::{LinkFault, SiteFault};
use super::ids::{PageRef, StatementId, Target, TopicId};
use super::panel_entry::PanelEntry;
use super::plan;
use super::resolve::Names;
use crate::base::{DocKind, FileId, Format, Slug, Span, Spanned};
use crate::diagnostic::{Diagnostic, Diagnostics, Instead, join};
use crate::source::SourceFault;

/// The words that name a part, in English and in Japanese.
const WORDS: [(&str, &str); 8] = [
    ("hook", "大見出し"),
    ("intro", "前文"),
    ("text", "本文"),
    ("quote", "抜き書き"),
    ("voices", "発言"),
    ("topics", "トピック"),
    ("event", "集会"),
    ("call", "呼びかけ"),
];

/// What the words of `panels` may name.
pub(super) struct KnownParts<'k> {
    pub(super) names: &'k Names,
    /// The speakers and topics of the leaflet.
    pub(super) speakers: &'k [StatementId],
    pub(super) topics: &'k [TopicId],
    /// Whether its own text has an opening, and the places of the sections.
    pub(super) intro: bool,
    pub(super) sections: &'k [String],
    /// The file in which `panels` stands.
    pub(super) file: FileId,
}

impl KnownParts<'_> {
    /// The parts on each panel. Own text that no panel holds would be lost without a word.
    pub(super) fn panels(
        &self,
        written: &Spanned<Vec<Spanned<String>>>,
        (format, bilingual): (Format, bool),
        diagnostics: &mut Diagnostics,
    ) -> Vec<Vec<PanelEntry>> {
        let (given, most) = (written.value.len(), plan::fillable(format, bilingual));
        if given > most {
            let kind = SiteFault::TooManyPanels {
                format: format.name(),
                given,
                most,
            };
            let at = written.value.get(most).map_or(written.span, |p| p.span);
            let joined = joined(&written.value, most.saturating_sub(1));
            let right = joined
                .filter(|_| most > 0)
                .map(|(span, text)| Instead::quote(span.of(self.file), text));
            diagnostics.report(Diagnostic::at(at.of(self.file), kind).instead(right));
        }
        let mut understood = true;
        let panel = |panel: &Spanned<String>| {
            let parts = panel.value.split([',', '、', '，', '+', '＋']);
            parts
                .map(str::trim)
                .filter(|part| !part.is_empty())
                .flat_map(|part| match self.part(part, panel.span, diagnostics) {
                    Ok(entries) => entries,
                    Err(kind) => {
                        diagnostics.report(Diagnostic::at(panel.span.of(self.file), kind));
                        understood = false;
                        Vec::new()
                    }
                })
                .collect()
        };
        let panels: Vec<Vec<PanelEntry>> = written.value.iter().map(panel).collect();
        let unplaced = self.unplaced(&panels);
        if understood && given <= most && !unplaced.is_empty() {
            let right = written.value.last().map(|last| {
                let text = format!("{}, {}", last.value, join(&unplaced, ", "));
                Instead::quote(last.span.of(self.file), text)
            });
            let kind = SiteFault::Unplaced { parts: unplaced };
            let place = written.span.of(self.file);
            diagnostics.report(Diagnostic::at(place, kind).instead(right));
        }
        panels
    }

    /// The parts of the leaflet's own text that stand on no panel, as they would be named there.
    fn unplaced(&self, panels: &[Vec<PanelEntry>]) -> Vec<String> {
        let placed = |entry: &PanelEntry| panels.iter().flatten().any(|placed| placed == entry);
        let intro = (self.intro && !placed(&PanelEntry::Intro)).then(|| "intro".to_owned());
        let sections = self.sections.iter().enumerate();
        let sections: Vec<&String> = sections
            .filter(|(at, _)| !placed(&PanelEntry::Section(*at)))
            .map(|(_, id)| id)
            .collect();
        let sections = if sections.len() == self.sections.len() && !sections.is_empty() {
            vec!["text".to_owned()]
        } else {
            sections.iter().map(|id| format!("text#{id}")).collect()
        };
        intro.into_iter().chain(sections).collect()
    }

    fn part(
        &self,
        written: &str,
        span: Span,
        diagnostics: &mut Diagnostics,
    ) -> Result<Vec<PanelEntry>, SiteFault> {
        let (whole, place) = match written.split_once('#') {
            Some((whole, place)) => (whole.trim(), Some(place.trim())),
            None => (written, None),
        };
        if let Some((scheme, slug)) = whole.split_once([':', '：']) {
            return self.named(
                written,
                scheme.trim(),
                (slug.trim(), span),
                place,
                diagnostics,
            );
        }
        let word = WORDS.iter().find(|(en, ja)| *en == whole || *ja == whole);
        match (word.map(|(en, _)| *en), place) {
            (Some("text"), Some(id)) => {
                let at = self.sections.iter().position(|section| section == id);
                let fault = LinkFault::Fragment(id.to_owned(), self.sections.to_vec());
                at.map(|at| vec![PanelEntry::Section(at)])
                    .ok_or(SiteFault::Link { fault })
            }
            (Some("hook"), None) => Ok(vec![PanelEntry::Hook]),
            (Some("intro"), None) => Ok(vec![PanelEntry::Intro]),
            (Some("text"), None) => Ok((0..self.sections.len()).map(PanelEntry::Section).collect()),
            (Some("quote"), None) => Ok(self
                .speakers
                .iter()
                .take(1)
                .map(|id| PanelEntry::Quote(*id))
                .collect()),
            (Some("voices"), None) => Ok(self
                .speakers
                .iter()
                .map(|id| PanelEntry::Voice(*id))
                .collect()),
            (Some("topics"), None) => Ok(self
                .topics
                .iter()
                .map(|id| PanelEntry::Topic(*id))
                .collect()),
            (Some("event"), None) => Ok(vec![PanelEntry::Event]),
            (Some("call"), None) => Ok(vec![PanelEntry::Call]),
            _ => Err(unknown(written)),
        }
    }

    /// `speaker:…`, `statement:…`, `quote:…` or `topic:…`; an unknown name is reported here.
    fn named(
        &self,
        written: &str,
        scheme: &str,
        (slug, span): (&str, Span),
        place: Option<&str>,
        diagnostics: &mut Diagnostics,
    ) -> Result<Vec<PanelEntry>, SiteFault> {
        let large = matches!(scheme, "quote" | "抜き書き");
        let whole = |scheme: &str, slug: &str| match place {
            Some(place) => format!("{scheme}:{slug}#{place}"),
            None => format!("{scheme}:{slug}"),
        };
        // A scheme within a scheme, as in `quote:statement:…`: the outer one says how it is shown.
        if let Some((_, slug)) = slug.rsplit_once([':', '：']) {
            let scheme = if slug.contains('/') && !large {
                "statement"
            } else {
                scheme
            };
            return Err(instead(written, whole(scheme, slug.trim())));
        }
        let kind = match scheme {
            "statement" | "発言" => DocKind::Statement,
            "quote" | "抜き書き" if slug.contains('/') => DocKind::Statement,
            "speaker" | "発言者" if slug.contains('/') => {
                return Err(instead(written, whole("statement", slug)));
            }
            "speaker" | "発言者" | "quote" | "抜き書き" => DocKind::Speaker,
            "topic" | "トピック" => DocKind::Topic,
            _ => return Err(unknown(written)),
        };
        if kind == DocKind::Statement
            || (kind, large, place.is_some()) == (DocKind::Speaker, false, true)
        {
            if large && place.is_some() {
                return Err(instead(written, whole("statement", slug)));
            }
            let target = match self.names.page(kind, slug, place.map(str::to_owned)) {
                Ok(target) => target,
                Err(Some(fault)) => return Err(not_a_link(fault)),
                // What is wrong with the document has been told there.
                Err(None) => return Ok(Vec::new()),
            };
            let id = match target {
                Target::Page(PageRef::Person(person), _) => self.names.said_by(person),
                Target::Page(PageRef::Statement(id), _) => Some(id),
                _ => None,
            };
            let entry = |id| match place {
                Some(place) => PanelEntry::Passage(id, place.to_owned()),
                None if large => PanelEntry::Quote(id),
                None => PanelEntry::Voice(id),
            };
            return Ok(id.map(entry).into_iter().collect());
        }
        let Some(name) = Slug::parse(slug) else {
            return Err(SiteFault::Source(SourceFault::BadSlug {
                written: vec![slug.to_owned()],
                right: None,
                unknown: None,
            }));
        };
        if place.is_some() {
            let nearest = match kind {
                DocKind::Speaker => whole("speaker", name.as_str()),
                _ => format!("{scheme}:{name}"),
            };
            return Err(instead(written, nearest));
        }
        let name = Spanned::new(name, span);
        let entry = if kind == DocKind::Topic {
            let id = self.names.reference(kind, &name, self.file, diagnostics);
            id.map(|id| PanelEntry::Topic(TopicId(id)))
        } else {
            let id = self.names.speaking(&name, self.file, diagnostics);
            id.map(if large {
                PanelEntry::Quote
            } else {
                PanelEntry::Voice
            })
        };
        Ok(entry.into_iter().collect())
    }
}

/// The panels from one on, all on that one: where they stand, and what it says then.
fn joined(panels: &[Spanned<String>], from: usize) -> Option<(Span, String)> {
    let panels = panels.get(from..)?;
    let (first, last) = (panels.first()?, panels.last()?);
    let all: Vec<&String> = panels.iter().map(|panel| &panel.value).collect();
    let span = Span::new(first.span.start, last.span.end);
    Some((span, join(&all, ", ")))
}

/// What to tell of a part that is written otherwise.
fn instead(written: &str, nearest: String) -> SiteFault {
    SiteFault::UnknownPart {
        written: written.to_owned(),
        nearest: Some(nearest),
    }
}

/// What is wrong with a link, of a name that is none.
fn not_a_link(fault: SiteFault) -> SiteFault {
    match fault {
        SiteFault::Link {
            fault: LinkFault::Unknown(kind, slug, nearest),
        } => SiteFault::UnknownReference {
            kind,
            slug,
            nearest,
            known: Vec::new(),
        },
        SiteFault::Link {
            fault: LinkFault::Draft(kind, slug, file),
        } => SiteFault::DraftReference { kind, slug, file },
        other => other,
    }
}

fn unknown(written: &str) -> SiteFault {
    let schemes = ["speaker:", "statement:", "topic:", "quote:"];
    let words = WORDS.iter().flat_map(|(en, ja)| [*en, *ja]);
    let nearest = match written.split_once([':', '：']) {
        Some((scheme, name)) => crate::source::nearest(&format!("{scheme}:"), schemes.into_iter())
            .map(|scheme| format!("{scheme}{}", name.trim())),
        None => crate::source::nearest(written, words),
    };
    SiteFault::UnknownPart {
        written: written.to_owned(),
        nearest,
    }
}
