//! What a composed leaflet says, panel by panel, after the plan of the site.

use std::borrow::Cow;

use super::assemble::{Assembler, lead_part};
use super::content::{
    Imprint, LeafletContent, LeafletPanel, LeafletPart, PanelFoot, PanelHead, PointPart, Request,
    RichLine, SheetKind,
};
use super::design::Holdings;
use super::{LeftOut, news, poster};
use crate::base::{Design, Format, PanelName};
use crate::site::{Composed, Filled, LeafletText, PageRef, PanelEntry, Photo, StatementId, plan};
use crate::typesetting::in_short_paragraphs;

impl<'s> Assembler<'s> {
    /// What a composed leaflet says.
    pub(super) fn composed(&self, composed: &'s Composed) -> LeafletContent<'s> {
        let text = composed.texts.for_reader(self.lang).text;
        let plan = plan::plan(self.site, composed, self.lang);
        let said = cited(composed, &plan);
        let common = self.common(PageRef::Home);
        let call = text.call_to_action.as_ref().map(|request| Request {
            text: request,
            url: common.call.as_ref().and_then(|call| call.url),
            deadline: common.call.as_ref().and_then(|call| call.deadline),
            button: common.call.as_ref().and_then(|call| call.button),
        });
        let kind = match composed.format {
            Format::SignatureSheet => SheetKind::Signatures,
            _ if composed.flows() => SheetKind::Flow,
            _ => SheetKind::Panels,
        };
        let voice = self.loudest(&composed.statements);
        let held = Holdings {
            slug: "",
            newspaper: false,
            question: text.asks() && composed.design == Some(Design::Question),
            compare: text.body.is_in_two(),
            // Paper to sign on has no room for anything large.
            figure: !text.figures.is_empty() && kind != SheetKind::Signatures,
            // Nobody's words take the place of the hook by themselves.
            voice: voice.is_some() && composed.design == Some(Design::Voice),
        };
        let design = held.design(composed.design);
        let (figure, more) = self.figures(design, &text.figures, None);
        let voice = voice.filter(|_| design == Design::Voice);
        let mut filler = PanelFiller {
            assembler: self,
            numbers: more
                .into_iter()
                .chain(self.charts(&text.charts, None))
                .collect(),
            text,
            spare: composed.panels.is_none(),
            statements: &said,
            number: 0,
            quoted: false,
        };
        let mut panels: Vec<LeafletPanel<'s>> = plan
            .iter()
            .map(|filled| {
                let parts = filled.entries.iter();
                let parts = parts.flat_map(|entry| filler.parts(entry)).collect();
                panel(filled, composed, parts)
            })
            .collect();
        titled(&mut panels);
        if design == Design::Compare && composed.panels.is_none() {
            side_by_side(&mut panels);
        }
        // Nobody asked for the text that they follow.
        if let Some(first) = panels.first_mut() {
            first.parts.splice(0..0, filler.numbers.drain(..));
        }
        let (picture, withheld) = self.cover_picture(composed.picture.as_ref(), (kind, design));
        let mut panel = panels.iter_mut();
        let panel = panel.find(|own| is_begun(own));
        let mut withheld: Vec<LeftOut> = withheld.into_iter().collect();
        match (picture, panel) {
            (Some(picture), Some(panel)) => panel.parts.insert(0, LeafletPart::Picture(picture)),
            (Some(_), None) => withheld.push(LeftOut::CoverPicture),
            (None, _) => {}
        }
        if design.is_vertical(self.lang) && design == Design::Newspaper {
            panels.iter_mut().for_each(news::as_articles);
        }
        if kind == SheetKind::Flow {
            panels = in_one(panels, self.lang.locale().is_spaced());
        }
        let portrait = voice.and_then(|id| self.portrait(self.site.person_of(id).photo.as_ref()));
        let mut content = LeafletContent {
            kind,
            title: Cow::Borrowed(&text.title),
            hook: Cow::Borrowed(text.hook.as_ref().unwrap_or(&text.title)),
            design,
            drawing: composed.drawing,
            figure,
            pull: voice.map(|id| self.pull(id)),
            by: voice.map(|id| self.who(id).without_gloss()),
            portrait,
            panels,
            tail: Some(self.words.get("print-related").to_owned()),
            call: call.or(common.call.clone()),
            qr: composed.qr,
            imprint: Imprint {
                issued: composed.issued.map(|day| {
                    let words = self.words.get("print-issued");
                    words.replace("{date}", &day.long(self.lang))
                }),
                ..self.imprint(&said)
            },
            withheld,
            ..common
        };
        if design == Design::Poster {
            self.leave_pictures(&mut content);
            poster::in_few_words(&mut content);
        }
        // What somebody says in large type is told in the head.
        let own: Vec<_> = voice.map(|id| self.event_of(id)).into_iter().collect();
        self.with_rallies(content, &own)
    }
}

impl<'s> Assembler<'s> {
    /// Of some statements, the one whose words stand largest: the first that has words for it.
    fn loudest(&self, statements: &[StatementId]) -> Option<StatementId> {
        let has_pull = |id: &&StatementId| self.statement_text(**id).pull.is_some();
        let found = statements.iter().find(has_pull);
        found.or(statements.first()).copied()
    }

    /// The picture that is seen first, or why there is none.
    fn cover_picture(
        &self,
        picture: Option<&'s Photo>,
        (kind, design): (SheetKind, Design),
    ) -> (Option<&'s Photo>, Option<LeftOut>) {
        let Some(picture) = picture else {
            return (None, None);
        };
        if !picture.print {
            (None, Some(LeftOut::Portrait))
        } else if kind == SheetKind::Signatures
            || design == Design::Newspaper && design.is_vertical(self.lang)
        {
            (None, Some(LeftOut::CoverPicture))
        } else {
            (self.portrait(Some(picture)), None)
        }
    }

    /// What a person says in large type: in a few words, or else the title of the statement.
    fn pull(&self, id: StatementId) -> RichLine<'s> {
        let text = self.statement_text(id);
        self.line(text.pull.as_ref().unwrap_or(&text.title))
    }
}

/// The statements of a leaflet: those that it names, and those that its panels cite.
fn cited(composed: &Composed, plan: &[Filled]) -> Vec<StatementId> {
    let mut all = composed.statements.clone();
    for entry in plan.iter().flat_map(|filled| &filled.entries) {
        if let PanelEntry::Voice(id) | PanelEntry::Passage(id, _) | PanelEntry::Quote(id) = entry
            && !all.contains(id)
        {
            all.push(*id);
        }
    }
    all
}

/// Fills panel after panel.
struct PanelFiller<'f, 's> {
    assembler: &'f Assembler<'s>,
    text: &'s LeafletText,
    /// The numbers that stand side by side, and the charts, until they stand somewhere.
    numbers: Vec<LeafletPart<'s>>,
    /// Whether what is not asked for may be left out.
    spare: bool,
    statements: &'f [StatementId],
    /// How many points there were.
    number: usize,
    /// Whether there was a quotation.
    quoted: bool,
}

impl<'s> PanelFiller<'_, 's> {
    /// One entry as parts; none when head or foot show it, or there is nothing to show.
    fn parts(&mut self, entry: &PanelEntry) -> Vec<LeafletPart<'s>> {
        let own = self.assembler;
        match entry {
            PanelEntry::Hook | PanelEntry::Call => Vec::new(),
            // Numbers stand behind the lead.
            PanelEntry::Intro => {
                let lead = self.part(entry).into_iter();
                lead.chain(self.numbers.drain(..)).collect()
            }
            PanelEntry::Event => {
                let events = own.events_of(self.statements).into_iter();
                events.map(|id| LeafletPart::Facts(own.facts(id))).collect()
            }
            entry => self.part(entry).into_iter().collect(),
        }
    }

    fn part(&mut self, entry: &PanelEntry) -> Option<LeafletPart<'s>> {
        let own = self.assembler;
        Some(match entry {
            PanelEntry::Hook | PanelEntry::Call | PanelEntry::Event => return None,
            PanelEntry::Intro => lead_part(own.blocks(&self.text.body.intro), true)?,
            PanelEntry::Section(at) => {
                let section = self.text.body.sections.get(*at)?;
                self.number += 1;
                LeafletPart::Point(PointPart {
                    number: Some(self.number),
                    ..own.point(section, true)
                })
            }
            PanelEntry::Voice(id) => LeafletPart::Voice(own.voice(*id, false)?),
            PanelEntry::Passage(id, section) => {
                let section = own.statement_text(*id).section(section)?;
                LeafletPart::Point(own.passage(*id, section, true))
            }
            PanelEntry::Quote(id) => {
                let passage = own.statement_text(*id).strongest()?;
                let mut quote = own.quote(*id, passage)?;
                quote.spare = self.spare;
                quote.second = std::mem::replace(&mut self.quoted, true);
                LeafletPart::Quote(quote)
            }
            PanelEntry::Topic(id) => LeafletPart::Note(own.note(*id, self.spare)),
        })
    }
}

/// A panel with the head and foot that go with what it holds and where it is.
fn panel<'s>(
    filled: &Filled,
    composed: &Composed,
    parts: Vec<LeafletPart<'s>>,
) -> LeafletPanel<'s> {
    let holds = |entry: &PanelEntry| filled.entries.contains(entry);
    let narrow = composed.format.is_folded() && filled.panel.width < 150.0;
    let called = filled.panel.name;
    let head = match called {
        _ if holds(&PanelEntry::Hook) && narrow => PanelHead::Cover,
        _ if holds(&PanelEntry::Hook) => PanelHead::Hook,
        PanelName::Back if !narrow => PanelHead::Strip,
        _ => PanelHead::Line,
    };
    let foot = match called {
        _ if holds(&PanelEntry::Call) && narrow && parts.is_empty() => PanelFoot::Whole,
        _ if holds(&PanelEntry::Call) => PanelFoot::Call,
        _ if head == PanelHead::Cover => PanelFoot::Cover,
        PanelName::Front if composed.format.sides().len() > 1 => PanelFoot::Turn,
        _ => PanelFoot::Plain,
    };
    LeafletPanel {
        called,
        side: filled.side,
        x: filled.panel.x,
        width: filled.panel.width,
        head,
        foot,
        parts,
    }
}

/// Whether the leaflet begins there.
fn is_begun(panel: &LeafletPanel<'_>) -> bool {
    matches!(panel.head, PanelHead::Hook | PanelHead::Cover)
}

/// Every document has a title: where no panel holds the hook, the first has that.
fn titled(panels: &mut [LeafletPanel<'_>]) {
    if !panels.iter().any(is_begun)
        && let Some(first) = panels.first_mut()
    {
        first.head = PanelHead::Strip;
    }
}

/// Two sections that are compared, on one panel, where the plan would part them.
fn side_by_side(panels: &mut [LeafletPanel<'_>]) {
    let is_section =
        |part: &LeafletPart<'_>| matches!(part, LeafletPart::Point(own) if own.by.is_none());
    let places =
        |panel: &LeafletPanel<'_>| panel.parts.iter().filter(|part| is_section(part)).count();
    let of: Vec<usize> = panels.iter().map(places).collect();
    let mut holding = (0..panels.len()).filter(|at| of[*at] > 0);
    if let (2, Some(first), Some(second)) =
        (of.iter().sum::<usize>(), holding.next(), holding.next())
        && let Some(at) = panels[second].parts.iter().position(is_section)
    {
        let part = panels[second].parts.remove(at);
        let behind = panels[first].parts.iter().position(is_section);
        panels[first]
            .parts
            .insert(behind.map_or(0, |at| at + 1), part);
    }
}

/// How many characters a paragraph may have that no page breaks; of Latin letters, twice as many.
const SHORT: usize = 240;

/// All panels as one, for pages through which the text flows; who speaks is told once for passages
/// that follow each other, and no paragraph of the lead is longer than a page.
fn in_one(panels: Vec<LeafletPanel<'_>>, spaced: bool) -> Vec<LeafletPanel<'_>> {
    let mut panels = panels.into_iter();
    let first = panels.next().map(|mut first| {
        first.called = PanelName::Page(1);
        // The text always ends with the call.
        first.foot = PanelFoot::Call;
        first.parts.extend(panels.flat_map(|panel| panel.parts));
        let mut speaking = None;
        for part in &mut first.parts {
            if let LeafletPart::Lead { blocks, .. } = part {
                let most = if spaced { 2 * SHORT } else { SHORT };
                *blocks = Cow::Owned(in_short_paragraphs(blocks, most));
            }
            let LeafletPart::Point(point) = part else {
                speaking = None;
                continue;
            };
            let own = point.by.map(|by| (by, point.said_at.event));
            if own.is_some() && own == speaking {
                point.by = None;
                point.said_at.rally = None;
            }
            speaking = own;
        }
        first
    });
    first.into_iter().collect()
}
