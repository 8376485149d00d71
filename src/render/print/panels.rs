//! What may be left out of the panels of a composed leaflet, panel by panel, in a stated order.

use super::data::{Leaflet, Panel, Part};
use crate::diag::LeftOut;

/// The ways to say less on a panel, in the order in which they are tried; each does what the
/// ones before it do, too.
pub(super) const LEVELS: [Option<LeftOut>; 4] = [
    None,
    Some(LeftOut::Summaries),
    Some(LeftOut::Related),
    Some(LeftOut::Quote),
];

/// All panels with as little on them as a level allows.
pub(super) fn at_level(panels: &[Panel], level: usize) -> Vec<Panel> {
    panels.iter().map(|panel| less(panel, level)).collect()
}

/// A leaflet whose panels each say as much as their level allows, and what that leaves out.
pub(super) fn chosen(leaflet: &Leaflet, levels: &[usize]) -> (Leaflet, Vec<LeftOut>) {
    let mut chosen = leaflet.clone();
    let mut left_out = Vec::new();
    for (panel, level) in chosen.panels.iter_mut().zip(levels) {
        for (at, what) in LEVELS.iter().enumerate().take(level + 1) {
            let shorter = less(panel, at);
            if size(&shorter) != size(panel) {
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

fn less(panel: &Panel, level: usize) -> Panel {
    let mut panel = panel.clone();
    let leaves = |what| LEVELS.iter().take(level + 1).any(|l| *l == Some(what));
    panel.parts.retain(|part| match part {
        Part::Note { spare, .. } => !(*spare && leaves(LeftOut::Related)),
        Part::Quote { spare, .. } => !(*spare && leaves(LeftOut::Quote)),
        _ => true,
    });
    if leaves(LeftOut::Summaries) {
        for part in &mut panel.parts {
            if let Part::Voice { voice, short } = part {
                voice.text.clone_from(short);
            }
        }
    }
    panel
}

/// How much stands on a panel: its parts, and the pieces of its voices.
fn size(panel: &Panel) -> (usize, usize) {
    let texts = panel.parts.iter().map(|part| match part {
        Part::Voice { voice, .. } => super::shorten::nodes_ems(&voice.text),
        _ => 0.0,
    });
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a length in half ems"
    )]
    let texts = (texts.sum::<f64>() * 2.0) as usize;
    (panel.parts.len(), texts)
}
