//! Which part of a composed leaflet stands on which panel: as staff say, or a sensible default.
//! The PDFs and the page of the site follow the same plan.

use super::entities::Composed;
use super::ids::{StatementId, Target};
use super::panel_entry::PanelEntry;
use super::resolved::Site;
use crate::base::format::{Panel, Side};
use crate::base::{Design, Edition, Format, Lang, PanelName};
use crate::model::text::{Block, plain};

/// What stands on one panel, from top to bottom.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Filled {
    /// The panel.
    pub panel: Panel,
    /// The side that it is on: 0 for the first.
    pub side: usize,
    /// The parts.
    pub entries: Vec<PanelEntry>,
}

/// The panels that hold text in one language, with their sides, in the order in which they are
/// read. A leaflet in two languages has its first language on the first side, and the other on
/// the second.
#[must_use]
pub(crate) fn panels_in(composed: &Composed, lang: Lang) -> Vec<(usize, Panel)> {
    let sides: Vec<usize> = match composed.languages.iter().position(|l| *l == lang) {
        Some(side) => vec![side],
        None => (0..composed.format.sides().len()).collect(),
    };
    let paper = composed.format.paper();
    let mut panels: Vec<(usize, Panel)> = sides
        .into_iter()
        .filter_map(|side| Some((side, paper.get(side)?)))
        .flat_map(|(at, side)| side.panels.iter().map(move |panel| (at, *panel)))
        .collect();
    panels.sort_by_key(|(_, panel)| panel.order);
    panels
}

/// How many panels `panels` may fill; none on paper whose layout is fixed.
pub(super) fn fillable(format: Format, bilingual: bool) -> usize {
    match format {
        Format::SignatureSheet => 0,
        _ if bilingual => format.sides().first().map_or(1, |side| side.panels.len()),
        _ => format.panels().len(),
    }
}

/// What stands on each panel of a composed leaflet in one language, in the order of reading.
#[must_use]
pub(crate) fn plan(site: &Site, composed: &Composed, lang: Lang) -> Vec<Filled> {
    let panels = panels_in(composed, lang);
    let entries = match &composed.panels {
        Some(own) => own.clone(),
        None => default(site, composed, lang, &panels),
    };
    let rest = std::iter::repeat_with(Vec::new);
    panels
        .into_iter()
        .zip(entries.into_iter().chain(rest))
        .map(|((side, panel), entries)| Filled {
            panel,
            side,
            entries,
        })
        .collect()
}

/// Who speaks on each panel, from the speakers and topics that a leaflet names.
fn default(
    site: &Site,
    composed: &Composed,
    lang: Lang,
    panels: &[(usize, Panel)],
) -> Vec<Vec<PanelEntry>> {
    let text = composed.texts.for_reader(lang).text;
    let sections = (0..text.body.sections.len()).map(PanelEntry::Section);
    let voices = composed.statements.iter().map(|id| PanelEntry::Voice(*id));
    let topics = composed.topics.iter().map(|id| PanelEntry::Topic(*id));
    let strong = composed.statements.iter().filter(|id| {
        let text = site.statement(**id).texts.for_reader(lang).text;
        text.strongest().is_some()
    });
    let mut quotes = strong.map(|id| PanelEntry::Quote(*id));
    // The second stays only where there is room for it.
    let (quote, second) = (quotes.next(), quotes.next());
    let event = site.settings.event.is_some() || !composed.statements.is_empty();
    let event = event.then_some(PanelEntry::Event);
    let first = [PanelEntry::Hook, PanelEntry::Intro].into_iter();
    match panels {
        [] => Vec::new(),
        [_] if composed.format == Format::SignatureSheet => {
            vec![[PanelEntry::Intro].into_iter().chain(sections).collect()]
        }
        [_] if composed.format == Format::Postcard => {
            vec![first.chain(quote).chain([PanelEntry::Call]).collect()]
        }
        // A poster is read in passing.
        [_] if composed.design == Some(Design::Poster) => {
            vec![first.chain(sections).chain([PanelEntry::Call]).collect()]
        }
        [_] => vec![
            first
                .chain(sections)
                .chain(voices)
                .chain(topics)
                .chain([PanelEntry::Call])
                .collect(),
        ],
        [_, _] => vec![
            first.chain(sections).chain(quote).chain(event).collect(),
            voices
                .chain(second)
                .chain(topics)
                .chain([PanelEntry::Call])
                .collect(),
        ],
        [_, inner @ .., _] if composed.format == Format::A3Bifold => {
            let spoken: Vec<PanelEntry> = quote.into_iter().chain(voices).chain(second).collect();
            let length = |entry: &PanelEntry| length(site, composed, lang, entry);
            let mut spoken = even(&spoken, inner.len(), length).into_iter();
            let mut all = vec![first.chain(sections).collect()];
            all.extend(inner.iter().map(|_| spoken.next().unwrap_or_default()));
            all.push(topics.chain(event).chain([PanelEntry::Call]).collect());
            all
        }
        _ => {
            let mut all = vec![vec![PanelEntry::Hook]];
            // The call stands on the panel that faces away when the leaflet is closed.
            let closed = panels
                .iter()
                .position(|(_, panel)| faces_away(composed.format, panel.name))
                .unwrap_or(panels.len() - 1);
            let parts: Vec<PanelEntry> = [PanelEntry::Intro]
                .into_iter()
                .chain(quote)
                .chain(sections)
                .chain(voices)
                .chain(topics)
                .chain(event)
                .collect();
            let length = |entry: &PanelEntry| length(site, composed, lang, entry);
            let mut groups = even(&parts, panels.len() - 2, length).into_iter();
            for at in 1..panels.len() {
                all.push(if at == closed {
                    vec![PanelEntry::Call]
                } else {
                    groups.next().unwrap_or_default()
                });
            }
            all
        }
    }
}

/// Whether a panel is seen on the back of the closed leaflet.
fn faces_away(format: Format, name: PanelName) -> bool {
    match format {
        Format::A4Zfold => name == PanelName::Inside(3),
        Format::A3Bifold => name == PanelName::Page(4),
        _ => name == PanelName::Back,
    }
}

/// Parts in order, in so many groups whose longest is as short as can be.
fn even(
    parts: &[PanelEntry],
    groups: usize,
    length: impl Fn(&PanelEntry) -> usize,
) -> Vec<Vec<PanelEntry>> {
    let lengths: Vec<usize> = parts.iter().map(length).collect();
    let split = |most: usize| {
        let mut out: Vec<Vec<PanelEntry>> = vec![Vec::new()];
        let mut sum = 0;
        for (part, length) in parts.iter().zip(&lengths) {
            if sum > 0 && sum + length > most {
                out.push(Vec::new());
                sum = 0;
            }
            sum += length;
            if let Some(last) = out.last_mut() {
                last.push(part.clone());
            }
        }
        out
    };
    let total: usize = lengths.iter().sum();
    let (mut low, mut high) = (lengths.iter().copied().max().unwrap_or(0), total);
    while low < high {
        let middle = usize::midpoint(low, high);
        if split(middle).len() <= groups {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    split(high)
}

/// About how much room a part takes, in characters; a heading counts as a line.
fn length(site: &Site, composed: &Composed, lang: Lang, entry: &PanelEntry) -> usize {
    const LINE: usize = 24;
    let text = composed.texts.for_reader(lang).text;
    let speaker = |id: &StatementId| site.statement(*id).texts.for_reader(lang).text;
    // Latin letters are half as wide.
    let is_square = lang.locale().script.is_square();
    let wide = |chars: usize| if is_square { chars } else { chars / 2 };
    let of = |blocks: &[Block<Target>]| wide(blocks.iter().map(chars).sum());
    match entry {
        PanelEntry::Hook | PanelEntry::Call => 8 * LINE,
        PanelEntry::Intro => of(&text.body.intro),
        PanelEntry::Section(at) => text
            .body
            .sections
            .get(*at)
            .map_or(0, |section| 3 * LINE + of(&section.blocks)),
        PanelEntry::Voice(id) => {
            let summary = speaker(id).summary.as_ref();
            3 * LINE + wide(summary.map_or(0, |line| plain(line).chars().count()))
        }
        PanelEntry::Passage(id, section) => {
            let section = speaker(id).section(section);
            section.map_or(0, |section| 3 * LINE + of(&section.blocks))
        }
        PanelEntry::Quote(_) => 7 * LINE,
        PanelEntry::Topic(id) => {
            let text = site.topic(*id).texts.for_reader(lang).text;
            2 * LINE + wide(plain(&text.summary).chars().count())
        }
        PanelEntry::Event => 9 * LINE,
    }
}

fn chars(block: &Block<Target>) -> usize {
    match block {
        Block::Paragraph(content) | Block::Heading { content, .. } => {
            plain(content).chars().count()
        }
        Block::List { items, .. } => items.iter().flatten().map(chars).sum(),
        Block::Quote(blocks) => blocks.iter().map(chars).sum(),
        Block::Code { text, .. } => text.chars().count(),
        Block::Table { rows, .. } => rows
            .iter()
            .flatten()
            .map(|cell| plain(cell).chars().count())
            .sum(),
        Block::Rule => 1,
    }
}

impl Composed {
    /// Whether the leaflet flows over as many pages as it takes, instead of filling panels.
    #[must_use]
    pub(crate) fn flows(&self) -> bool {
        self.edition == Edition::Large && self.format != Format::SignatureSheet
    }

    /// The paper that it is really printed on: a large edition is not folded.
    #[must_use]
    pub(crate) fn paper(&self) -> Format {
        if self.flows() {
            self.format.unfolded()
        } else {
            self.format
        }
    }

    /// The sides that are printed, in the order of the PDF's pages: a leaflet in two languages
    /// has a side for each, whatever its format prints otherwise.
    #[must_use]
    pub(crate) fn sides(&self) -> &'static [Side] {
        if self.languages.is_empty() {
            self.paper().sides()
        } else {
            self.paper().paper()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_spread_evenly_and_in_order() {
        let parts: Vec<PanelEntry> = (0..6).map(PanelEntry::Section).collect();
        let length = |entry: &PanelEntry| match entry {
            PanelEntry::Section(0) => 50,
            _ => 10,
        };
        let groups = even(&parts, 3, length);
        assert_eq!(groups.concat(), parts);
        assert!(groups.len() <= 3);
        assert_eq!(groups[0], [PanelEntry::Section(0)]);
    }
}
