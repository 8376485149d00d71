//! Puts together what a leaflet says, from the resolved texts of the site.

use std::borrow::Cow;
use std::cell::Cell;
use std::ops::RangeInclusive;

use super::LeftOut;
use super::choice::{MOST_NOTES, most_passages, strongest, telling};
use super::content::{
    Attribution, Imprint, LeafletContent, LeafletPanel, LeafletPart, PanelFoot, PanelHead,
    PointPart, Request, RichBlocks, RichLine, SheetKind,
};
use super::design::Holdings;
use super::pictures;
use crate::base::{Design, Format, Lang, PanelName, QrChoice};
use crate::media::Pictures;
use crate::model::text::{Block, Inline, plain_blocks};
use crate::site::{
    Citation, EventId, LeafletId, LeafletKind, PageRef, Site, Standing, StatementId, StatementText,
    Target, TopicId, TopicText,
};
use crate::theme::Words;

/// So many characters in so many sections make a newspaper by themselves: they fill its lines, and it can hold
/// most of them.
const NEWS: RangeInclusive<usize> = 500..=2000;
const MOST_NEWS: usize = 8;

/// Puts together what leaflets say in one language.
pub(crate) struct Assembler<'s> {
    /// The site.
    pub site: &'s Site,
    /// Its pictures.
    pub pictures: &'s Pictures,
    /// The words of the interface.
    pub words: &'s Words,
    /// The language.
    pub lang: Lang,
    /// Whether the text has pictures, which are left to the site.
    has_pictures: Cell<bool>,
}

impl<'s> Assembler<'s> {
    /// Prepares for the leaflets of a site in a language.
    pub(crate) fn new(
        site: &'s Site,
        pictures: &'s Pictures,
        words: &'s Words,
        lang: Lang,
    ) -> Self {
        Self {
            site,
            pictures,
            words,
            lang,
            has_pictures: Cell::new(false),
        }
    }

    /// What a leaflet says, in full.
    pub(crate) fn leaflet(&self, id: LeafletId) -> LeafletContent<'s> {
        let site = self.site;
        self.has_pictures.set(false);
        let mut content = match &site.leaflet(id).kind {
            LeafletKind::Statement(id) => self.statement(*id),
            LeafletKind::Topic(id) => self.topic(*id),
            LeafletKind::Event(id) => self.rally(*id),
            LeafletKind::Composed(composed) => self.composed(composed),
        };
        content.imprint.small = site.leaflet(id).paper() == Format::Postcard;
        // Vertical lines and rows for names leave no room for pictures in the text.
        if content.is_vertical() || content.kind == SheetKind::Signatures {
            self.leave_pictures(&mut content);
        }
        if self.has_pictures.get() {
            content.withheld.push(LeftOut::Pictures);
            content.imprint.abridged = true;
        }
        let mut parts = content.panels.iter().flat_map(|panel| &panel.parts);
        if content.is_vertical() && parts.any(|part| !is_plain(part.blocks())) {
            content.withheld.push(LeftOut::Tables);
            content.imprint.abridged = true;
        }
        content
    }

    fn statement(&self, id: StatementId) -> LeafletContent<'s> {
        let person = self.site.person_of(id);
        let text = self.statement_text(id);
        let mut lead = self.summary_lead(text.summary.as_deref());
        if text.body.sections.is_empty() || lead.is_empty() {
            lead.extend(self.blocks(&text.body.intro).into_owned());
        }
        let points = (1..).zip(&text.body.sections).map(|(number, section)| {
            LeafletPart::Point(PointPart {
                number: Some(number),
                strong: section.strong,
                ..self.point(section, false)
            })
        });
        let design = Holdings {
            slug: self.site.statement(id).slug.as_str(),
            figure: !text.figures.is_empty(),
            voice: text.pull.is_some(),
            question: text.asks(),
            compare: text.body.is_in_two(),
            newspaper: text.body.blocks().all(is_plain)
                && NEWS.contains(&text.body.blocks().map(length).sum())
                && text.body.sections.len() <= MOST_NEWS,
        };
        let design = design.design(self.site.statement(id).design);
        let pull =
            (text.pull.as_deref()).filter(|_| matches!(design, Design::Voice | Design::Newspaper));
        // One thing stands out: what the person says, or a number.
        let stands_out = pull.is_some() || design == Design::Figure;
        let has_quotes = !stands_out && self.has_quotes(design);
        let passage = text.strongest().filter(|_| has_quotes);
        let quote = passage.and_then(|passage| {
            let mut quote = self.quote(id, passage)?;
            // The head says who speaks, and shows the face.
            quote.by.standing = Standing::default();
            quote.by.photo = None;
            Some(LeafletPart::Quote(quote))
        });
        let own = self.event_of(id);
        // Vertical columns hold what is told in order, and nothing beside it.
        let others = if design.is_vertical(self.lang) {
            Vec::new()
        } else {
            self.others(id)
        };
        let together = own.is_some() && others.iter().all(|other| self.event_of(*other) == own);
        let voices = others
            .iter()
            .filter_map(|other| self.voice(*other, true))
            .map(LeafletPart::Voice);
        let own_source = text.source.as_ref();
        let (figure, more) = self.figures(design, &text.figures, own_source);
        let parts = lead_part(lead.into(), false)
            .into_iter()
            .chain(more)
            .chain(self.charts(&text.charts, own_source))
            .chain(points)
            .chain(quote)
            .chain(voices)
            .collect();
        let portrait = self.portrait(person.photo.as_ref());
        let withheld = person.photo.as_ref().filter(|photo| !photo.print);
        let tail = if together {
            "print-others"
        } else {
            "print-voices"
        };
        let mut shown = vec![id];
        shown.extend(&others);
        let content = LeafletContent {
            kind: SheetKind::Statement,
            title: Cow::Borrowed(&text.title),
            hook: Cow::Borrowed(&text.title),
            design,
            drawing: self.site.statement(id).drawing,
            pull: pull.map(|pull| self.line(pull)),
            figure,
            by: Some(Attribution {
                // A reading that nobody has confirmed is not for paper.
                reading: (person.reading.as_deref())
                    .filter(|_| self.lang.locale().has_readings && person.reading_confirmed),
                standing: self.site.standing(id, self.lang),
                ..self.who(id)
            }),
            portrait,
            panels: one_panel(parts),
            tail: Some(self.words.get(tail).to_owned()),
            withheld: withheld.map(|_| LeftOut::Portrait).into_iter().collect(),
            imprint: self.imprint(&shown),
            ..self.common(self.site.page_of(id))
        };
        let mut content = self.with_rallies(content, &[own]);
        if let Some(day) = self.site.statement(id).date.filter(|_| own.is_some()) {
            content.kicker = Some(self.kicker_of(day));
        }
        content
    }

    /// What others said on the topics of a statement.
    fn others(&self, id: StatementId) -> Vec<StatementId> {
        // A person who spoke at several events is one voice.
        let person = |id: StatementId| self.site.statement(id).person;
        let mut others: Vec<StatementId> = Vec::new();
        for (_, citations) in self.site.others_on(id, MOST_NOTES) {
            let mut statements = citations.iter().map(|citation| citation.statement);
            others.extend(statements.find(|id| {
                let mut known = others.iter();
                known.all(|other| person(*other) != person(*id))
            }));
        }
        others.truncate(MOST_NOTES);
        others
    }

    fn topic(&self, id: TopicId) -> LeafletContent<'s> {
        let topic = self.site.topic(id);
        let text = self.topic_text(id);
        let mut lead = self.summary_lead(Some(&text.summary));
        lead.extend(self.blocks(&text.body.intro).into_owned());
        let passages = self.passages(&topic.citations);
        let abridged = topic.citations.len() > passages.len();
        let told = || {
            let passages = passages.iter().map(|(_, point)| point.blocks.as_ref());
            std::iter::once(text.body.intro.as_slice()).chain(passages)
        };
        let design = Holdings {
            slug: topic.slug.as_str(),
            figure: !text.figures.is_empty(),
            voice: false,
            question: text.asks(),
            compare: text.body.opens_in_two(),
            newspaper: topic.citations.len() > 1
                && told().all(is_plain)
                && told().map(length).sum::<usize>() >= *NEWS.start(),
        };
        let design = design.design(topic.design);
        let (mut parts, shown) = self.told(passages, &topic.citations, design);
        if !design.is_vertical(self.lang) {
            let related = topic.related.iter().take(MOST_NOTES);
            parts.extend(related.map(|id| LeafletPart::Note(self.note(*id, true))));
        }
        let (figure, more) = self.figures(design, &text.figures, None);
        let charts = self.charts(&text.charts, None);
        let before = lead_part(lead.into(), false)
            .into_iter()
            .chain(more)
            .chain(charts);
        let content = LeafletContent {
            kind: SheetKind::Topic,
            title: named(&text.name),
            hook: (text.hook.as_deref()).map_or_else(|| named(&text.name), |hook| self.line(hook)),
            tab: text.hook.is_some().then_some(text.name.as_str()),
            design,
            drawing: topic.drawing,
            figure,
            panels: one_panel(before.chain(parts).collect()),
            tail: Some(self.words.get("print-related").to_owned()),
            imprint: Imprint {
                abridged,
                ..self.imprint(&shown)
            },
            ..self.common(PageRef::Topic(id))
        };
        self.with_rallies(content, &[])
    }

    /// An event: what was said there, each statement with its strongest passage.
    fn rally(&self, id: EventId) -> LeafletContent<'s> {
        let event = self.site.event(id);
        let text = event.texts.for_reader(self.lang).text;
        let cited = strongest(self.site, &event.statements, self.lang);
        let passages = self.passages(&cited);
        let abridged = cited.len() > passages.len();
        let lead = lead_part(self.blocks(&text.body.intro), false);
        let design = Holdings {
            slug: event.slug.as_str(),
            figure: !text.figures.is_empty(),
            voice: false,
            question: false,
            compare: false,
            newspaper: false,
        };
        let design = design.design(event.design);
        let (parts, shown) = self.told(passages, &cited, design);
        let (figure, more) = self.figures(design, &text.figures, text.source.as_ref());
        let charts = self.charts(&text.charts, text.source.as_ref());
        let before = lead.into_iter().chain(more).chain(charts);
        let source = text.source.as_ref().and_then(|source| source.title.clone());
        let small_print = self.imprint(&shown);
        let content = LeafletContent {
            kind: SheetKind::Event,
            title: named(&text.name),
            hook: named(&text.name),
            design,
            drawing: event.drawing,
            figure,
            panels: one_panel(before.chain(parts).collect()),
            imprint: Imprint {
                abridged,
                source: source.or(small_print.source.clone()),
                ..small_print
            },
            ..self.common(PageRef::Event(id))
        };
        let content = self.with_rallies(content, &[Some(id)]);
        LeafletContent {
            kicker: content.kicker.filter(|_| !shown.is_empty()),
            ..content
        }
    }

    /// Whether a passage is printed large beside the text. An answer says whose it is: no other words
    /// stand among answers.
    fn has_quotes(&self, design: Design) -> bool {
        design != Design::Question && !design.is_vertical(self.lang)
    }

    /// The passages that some citations lead to, as many as a sheet has room for, each with the statement
    /// that it is of.
    fn passages(&self, cited: &[Citation]) -> Vec<(StatementId, PointPart<'s>)> {
        let few = cited.iter().take(most_passages(self.lang));
        few.filter_map(|citation| Some((citation.statement, self.cited(citation)?)))
            .collect()
    }

    /// Those passages numbered, and the sentence of them that is printed large; and of which statements
    /// they are.
    fn told(
        &self,
        passages: Vec<(StatementId, PointPart<'s>)>,
        cited: &[Citation],
        design: Design,
    ) -> (Vec<LeafletPart<'s>>, Vec<StatementId>) {
        let telling = telling(self.site, cited, self.lang).filter(|_| self.has_quotes(design));
        let mut statements: Vec<StatementId> = passages.iter().map(|(id, _)| *id).collect();
        statements.extend(telling.map(|(id, _)| id));
        let quote = telling.and_then(|(id, passage)| self.quote(id, passage));
        let points = (1..).zip(passages).map(|(number, (_, point))| {
            LeafletPart::Point(PointPart {
                number: Some(number),
                ..point
            })
        });
        let parts = points.chain(quote.map(LeafletPart::Quote)).collect();
        (parts, statements)
    }

    /// What every leaflet holds: request, publisher, address.
    pub(super) fn common(&self, page: PageRef) -> LeafletContent<'s> {
        let settings = &self.site.settings;
        let call = settings.call_to_action.as_ref().and_then(|call| {
            Some(Request {
                text: call.text.get(self.lang)?,
                url: call.url.as_deref(),
                deadline: call.deadline,
                button: call.button.get(self.lang).map(String::as_str),
            })
        });
        let base = settings.base_url.as_ref();
        LeafletContent {
            lang: self.lang,
            kind: SheetKind::Panels,
            design: Design::Title,
            drawing: None,
            title: Cow::Borrowed(&[]),
            hook: Cow::Borrowed(&[]),
            pull: None,
            figure: None,
            tab: None,
            kicker: None,
            by: None,
            portrait: None,
            panels: Vec::new(),
            tail: None,
            events: Vec::new(),
            call,
            publisher: &settings.publisher,
            address: base.map(|base| base.join(self.site.address(page, self.lang))),
            qr: QrChoice::default(),
            imprint: Imprint::default(),
            withheld: Vec::new(),
        }
    }

    pub(super) fn statement_text(&self, id: StatementId) -> &'s StatementText {
        self.site.statement(id).texts.for_reader(self.lang).text
    }

    fn topic_text(&self, id: TopicId) -> &'s TopicText {
        self.site.topic(id).texts.for_reader(self.lang).text
    }

    /// A summary as the first paragraph.
    fn summary_lead(&self, summary: Option<&'s [Inline<Target>]>) -> Vec<Block<Target>> {
        let summary = summary.map(|line| self.line(line).into_owned());
        summary.map(Block::Paragraph).into_iter().collect()
    }

    /// Leaves the pictures in the text of a leaflet to the site.
    pub(super) fn leave_pictures(&self, content: &mut LeafletContent<'_>) {
        for part in content.panels.iter_mut().flat_map(|own| &mut own.parts) {
            let had = pictures::unpictured(part);
            self.has_pictures.set(self.has_pictures.get() || had);
        }
    }

    /// Running text without its pictures.
    pub(super) fn line(&self, line: &'s [Inline<Target>]) -> RichLine<'s> {
        let (line, had) = pictures::without(line);
        self.has_pictures.set(self.has_pictures.get() || had);
        line
    }

    /// Blocks with the pictures that stand by themselves, unless they are portraits that may not be printed.
    pub(super) fn blocks(&self, blocks: &'s [Block<Target>]) -> RichBlocks<'s> {
        let may_print = |target: &Target| match target {
            Target::File(path) => {
                self.pictures.get(path).is_some() && self.site.may_print_picture(path)
            }
            _ => false,
        };
        let (blocks, had) = pictures::standing(blocks, &may_print);
        self.has_pictures.set(self.has_pictures.get() || had);
        blocks
    }
}

/// Whether blocks are nothing that the lines of a newspaper cannot show.
fn is_plain(blocks: &[Block<Target>]) -> bool {
    let has_form = |block: &Block<Target>| {
        matches!(block, Block::Table { .. } | Block::Code { .. }) || block.picture().is_some()
    };
    !blocks.iter().any(has_form)
}

/// How many characters blocks have.
fn length(blocks: &[Block<Target>]) -> usize {
    plain_blocks(blocks).chars().count()
}

/// A name as a line of text.
fn named(name: &str) -> RichLine<'_> {
    Cow::Owned(vec![Inline::Text(name.to_owned())])
}

/// What stands before the points, when there is any. It begins with words.
pub(super) fn lead_part(mut blocks: RichBlocks<'_>, whole: bool) -> Option<LeafletPart<'_>> {
    let words = blocks.iter().position(|own| own.picture().is_none());
    if let Some(words) = words.filter(|at| *at > 0) {
        blocks.to_mut()[..=words].rotate_right(1);
    }
    (!blocks.is_empty()).then_some(LeafletPart::Lead { blocks, whole })
}

/// The one panel of a leaflet that nobody composed.
fn one_panel(parts: Vec<LeafletPart<'_>>) -> Vec<LeafletPanel<'_>> {
    let (width, _) = Format::A4.trim();
    vec![LeafletPanel {
        called: PanelName::Front,
        side: 0,
        x: 0.0,
        width,
        head: PanelHead::Hook,
        foot: PanelFoot::Call,
        parts,
    }]
}
