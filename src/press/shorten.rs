//! What may be left out of a leaflet, and how much text that leaves.

use super::data::{LeafletData, NodeData, PersonData, SaidData};
use crate::typesetting::{TextBlock, TextRun, bare_name, leave_first_sentences, leave_sentences};

impl TextBlock for NodeData {
    type Run = Self;

    fn paragraph(&mut self) -> Option<&mut Vec<Self>> {
        match self {
            Self::Paragraph { content } => Some(content),
            _ => None,
        }
    }
}

impl TextRun for NodeData {
    fn words(&mut self) -> Option<&mut String> {
        match self {
            Self::Text { text } => Some(text),
            _ => None,
        }
    }
}

/// What may be left out of a panel, as every draft measures it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ShortenedParts {
    /// Nothing.
    All,
    /// The voices of others and related topics.
    NoTail,
    /// The passage printed large, too.
    NoQuote,
}

/// How much of each point is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Detail {
    /// All of it.
    Full,
    /// Its first paragraph; from here on the summary is its first sentence, and organisations
    /// stand without a gloss.
    Paragraph,
    /// Its first sentences: so many, where `fit` finds room for more than one; and of who said
    /// it the name and affiliation, without the role.
    Sentences(usize),
    /// The first sentence of so many points, and nothing of the others.
    First(usize),
    /// Its heading.
    Heading,
}

/// A leaflet with less on it.
pub(super) fn reduced(leaflet: &LeafletData, detail: Detail, parts: ShortenedParts) -> LeafletData {
    let mut reduced = leaflet.clone();
    if parts != ShortenedParts::All {
        reduced.related.clear();
        reduced.voices.clear();
    }
    if parts == ShortenedParts::NoQuote {
        reduced.quote = None;
    }
    reduced.said = shortened(&leaflet.said, detail);
    reduced.abridged |= reduced.said != leaflet.said;
    reduced
}

/// A text with less of each point.
pub(super) fn shortened(said: &SaidData, detail: Detail) -> SaidData {
    let mut shorter = said.clone();
    if detail != Detail::Full {
        if let Some(NodeData::Paragraph { content }) = shorter.lead.first_mut() {
            leave_sentences(content, 1);
        }
        if detail != Detail::Paragraph {
            shorter.lead.truncate(1);
        }
    }
    if let Detail::First(points) = detail {
        shorter.points.truncate(points);
    }
    for point in &mut shorter.points {
        if let (true, Some(person)) = (detail != Detail::Full, &mut point.by) {
            without_gloss(person);
            if detail != Detail::Paragraph {
                person.role = None;
            }
        }
        match detail {
            Detail::Full => {}
            Detail::Paragraph => point.blocks.truncate(1),
            Detail::Sentences(most) => leave_first_sentences(&mut point.blocks, most),
            Detail::First(_) => leave_first_sentences(&mut point.blocks, 1),
            Detail::Heading => point.blocks.clear(),
        }
    }
    shorter
}

/// Takes away what stands in brackets after an organisation's name.
pub(super) fn without_gloss(person: &mut PersonData) {
    if let Some(affiliation) = &mut person.affiliation {
        affiliation.truncate(bare_name(affiliation).len());
    }
}

/// The length of a text set on one line, in ems: Latin letters are half as wide as others.
pub(super) fn ems(said: &SaidData) -> f64 {
    let points = said.points.iter().map(|point| nodes_ems(&point.blocks));
    nodes_ems(&said.lead) + points.sum::<f64>()
}

/// The length of some text, as in [`ems`].
pub(super) fn nodes_ems(nodes: &[NodeData]) -> f64 {
    fn of(nodes: &[NodeData]) -> f64 {
        let one = |node: &NodeData| match node {
            NodeData::Text { text }
            | NodeData::Code { text }
            | NodeData::Ruby { base: text, .. } => text
                .chars()
                .map(|c| if u32::from(c) < 0x2E80 { 0.5 } else { 1.0 })
                .sum(),
            NodeData::Paragraph { content }
            | NodeData::Heading { content }
            | NodeData::Quote { content }
            | NodeData::Strong { content }
            | NodeData::Emphasis { content }
            | NodeData::Link { content, .. } => of(content),
            NodeData::List { items, .. } => items.iter().map(|item| of(item)).sum(),
            NodeData::Table { rows } => rows.iter().flatten().map(|cell| of(&cell.content)).sum(),
            NodeData::Rule | NodeData::Break => 0.0,
        };
        nodes.iter().map(one).sum()
    }
    of(nodes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(texts: &[&str]) -> NodeData {
        let text = |text: &&str| NodeData::Text {
            text: (*text).to_owned(),
        };
        NodeData::Paragraph {
            content: texts.iter().map(text).collect(),
        }
    }

    #[test]
    fn sentences_are_counted_over_paragraphs() {
        let all = [paragraph(&["一。二。"]), paragraph(&["三", "つめ。四。"])];
        let left = |most| {
            let mut blocks = all.to_vec();
            leave_first_sentences(&mut blocks, most);
            blocks
        };
        assert_eq!(left(1), [paragraph(&["一。"])]);
        assert_eq!(left(2), [paragraph(&["一。二。"])]);
        assert_eq!(
            left(3),
            [paragraph(&["一。二。"]), paragraph(&["三", "つめ。"])]
        );
        assert_eq!(left(9), all);
    }
}
