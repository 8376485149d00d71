//! What may be left out of the panels of a composed leaflet, panel by panel, in a stated order.

use super::data::{LeafletData, PanelData, PartData};
use super::shorten::without_gloss;
use crate::typesetting::LeftOut;

/// The ways to say less on a panel, in the order in which they are tried; each does what the
/// ones before it do, too.
pub(super) const LEVELS: [Option<LeftOut>; 6] = [
    None,
    Some(LeftOut::Related),
    Some(LeftOut::SecondQuote),
    Some(LeftOut::Glosses),
    Some(LeftOut::Summaries),
    Some(LeftOut::Quote),
];

/// How many of them are tried before type becomes smaller than is easy to read: the strongest
/// passage stays until then.
pub(super) const EASY: usize = LEVELS.len() - 1;

/// All panels with as little on them as a level allows.
pub(super) fn at_level(panels: &[PanelData], level: usize) -> Vec<PanelData> {
    panels.iter().map(|panel| less(panel, level)).collect()
}

/// A leaflet whose panels each say as much as their level allows, and what that leaves out.
pub(super) fn chosen(leaflet: &LeafletData, levels: &[usize]) -> (LeafletData, Vec<LeftOut>) {
    let mut chosen = leaflet.clone();
    let mut left_out = Vec::new();
    for (panel, level) in chosen.panels.iter_mut().zip(levels) {
        for (at, what) in LEVELS.iter().enumerate().take(level + 1) {
            let shorter = less(panel, at);
            if shorter.parts != panel.parts {
                left_out.extend(*what);
            }
            *panel = shorter;
        }
    }
    left_out.sort_unstable();
    left_out.dedup();
    chosen.abridged |= !left_out.is_empty();
    (chosen, left_out)
}

fn less(panel: &PanelData, level: usize) -> PanelData {
    let mut panel = panel.clone();
    let leaves = |what| LEVELS.iter().take(level + 1).any(|l| *l == Some(what));
    panel.parts.retain(|part| match part {
        PartData::Note { spare, .. } => !(*spare && leaves(LeftOut::Related)),
        PartData::Quote { spare, second, .. } => {
            let given_up = if *second {
                LeftOut::SecondQuote
            } else {
                LeftOut::Quote
            };
            !(*spare && leaves(given_up))
        }
        _ => true,
    });
    for part in &mut panel.parts {
        match part {
            PartData::Voice { voice, short } => {
                if leaves(LeftOut::Glosses) {
                    without_gloss(&mut voice.person);
                }
                if leaves(LeftOut::Summaries) {
                    voice.text.clone_from(short);
                }
            }
            PartData::Facts { event, short } if leaves(LeftOut::Glosses) => {
                event.rows.clone_from(short);
            }
            PartData::Point { point, .. } if leaves(LeftOut::Glosses) => {
                point.by.iter_mut().for_each(without_gloss);
            }
            _ => {}
        }
    }
    panel
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::PanelName;
    use crate::press::data::{NodeData, NoteData, PersonData, Quote, Voice};

    fn text(text: &str) -> Vec<NodeData> {
        vec![NodeData::Text { text: text.into() }]
    }

    fn person() -> PersonData {
        PersonData {
            name: "見本".into(),
            reading: None,
            affiliation: Some("見本の会（見会）".into()),
            role: Some("会長".into()),
        }
    }

    fn quote(second: bool) -> PartData {
        PartData::Quote {
            quote: Quote {
                pieces: vec!["見本".into()],
                by: person(),
                place: None,
                spoken: false,
            },
            spare: true,
            second,
        }
    }

    fn leaflet() -> LeafletData {
        let voice = Voice {
            person: person(),
            text: text("一つ。二つ。"),
            spoken: false,
        };
        let note = NoteData {
            name: "見本".into(),
            text: text("説明"),
        };
        let parts = vec![
            quote(false),
            PartData::Voice {
                voice,
                short: text("一つ。"),
            },
            quote(true),
            PartData::Note { note, spare: true },
        ];
        let panel = PanelData {
            name: "0".into(),
            called: PanelName::Front,
            side: 0,
            x: 0.0,
            width: 210.0,
            head: "hook",
            foot: "call",
            parts,
        };
        LeafletData {
            panels: vec![panel],
            ..LeafletData::default()
        }
    }

    /// Related topics go first, then the second passage, then what is long; the one strong
    /// passage goes last, and what was not there is not said to be left out.
    #[test]
    fn parts_are_given_up_in_the_stated_order() {
        let whole = leaflet();
        let given_up: Vec<Vec<LeftOut>> = (0..LEVELS.len())
            .map(|level| chosen(&whole, &[level]).1)
            .collect();
        let order = [
            LeftOut::Related,
            LeftOut::SecondQuote,
            LeftOut::Glosses,
            LeftOut::Summaries,
            LeftOut::Quote,
        ];
        for (level, found) in given_up.iter().enumerate() {
            assert_eq!(found, &order[..level]);
        }
        let (least, _) = chosen(&whole, &[LEVELS.len() - 1]);
        let [PartData::Voice { voice, .. }] = least.panels[0].parts.as_slice() else {
            panic!("{:?}", least.panels[0].parts);
        };
        assert_eq!(voice.text, text("一つ。"));
        assert_eq!(voice.person.affiliation.as_deref(), Some("見本の会"));
        assert_eq!(voice.person.role.as_deref(), Some("会長"));
        let mut asked_for = whole;
        for part in &mut asked_for.panels[0].parts {
            if let PartData::Quote { spare, .. } | PartData::Note { spare, .. } = part {
                *spare = false;
            }
        }
        let (least, left_out) = chosen(&asked_for, &[LEVELS.len() - 1]);
        assert_eq!(least.panels[0].parts.len(), 4);
        assert_eq!(left_out, [LeftOut::Glosses, LeftOut::Summaries]);
    }
}
