//! Fitting a composed leaflet: type of one size on all panels, each of which says as much as it
//! has room for.

use std::ops::Range;

use super::{Fill, Fitted, Fitter, LeafletData, Pass, Unfit, overflow};
use crate::press::data::{Drafts, PanelData};
use crate::press::panels::{EASY, LEVELS, at_level, chosen};

impl<J: Fn(&LeafletData, Pass<'_>) -> Vec<u8>> Fitter<'_, J> {
    /// Measures every panel at every level, at the smallest size without a warning, then so under
    /// a smaller hook, then at the smallest, where no panel says more than it has to, so that type
    /// becomes no smaller than it must; takes for each panel the first level that fits; and sets
    /// them all as large as the fullest allows. Where type is small for the sake of one panel,
    /// the others say as much as they have room for.
    pub(super) fn panels(&self, leaflet: &LeafletData) -> Result<Fitted, Unfit> {
        let drafts: Vec<Vec<PanelData>> = (0..LEVELS.len())
            .map(|level| at_level(&leaflet.panels, level))
            .collect();
        let mut worst = Unfit::Overflow {
            panel: String::new(),
            lines: 1,
        };
        let (wanted, least) = (self.limits.comfortable, self.limits.smallest);
        let rounds = if least < wanted {
            vec![
                (wanted, false, 0..EASY),
                (wanted, true, 0..EASY),
                (least, true, EASY - 1..LEVELS.len()),
            ]
        } else {
            vec![
                (least, false, 0..LEVELS.len()),
                (least, true, 0..LEVELS.len()),
            ]
        };
        for (size, tight, levels) in rounds {
            let fills = self.measured(leaflet, &drafts, size, tight)?;
            let panels = leaflet.panels.iter();
            let found: Option<Vec<Level>> = panels.map(|own| level(&fills, own, &levels)).collect();
            if let Some(mut found) = found {
                let mut at = (size, fullest(&found));
                if levels.start > 0 {
                    let full = at.1;
                    at = (self.guess(at), 1.0);
                    let fills = self.measured(leaflet, &drafts, at.0, tight)?;
                    let all = leaflet.panels.iter().zip(&mut found);
                    for (panel, found) in all.filter(|(_, found)| found.1 < full) {
                        *found = level(&fills, panel, &(0..found.0)).unwrap_or(*found);
                    }
                }
                let levels: Vec<usize> = found.iter().map(|(level, _)| *level).collect();
                let (chosen, left_out) = chosen(leaflet, &levels);
                return self.draw(chosen, least, tight, at, left_out);
            }
            worst = overflow(&fills, LEVELS.len() - 1);
        }
        Err(worst)
    }

    /// How full each panel is in every draft.
    fn measured(
        &self,
        leaflet: &LeafletData,
        drafts: &[Vec<PanelData>],
        size: f64,
        tight: bool,
    ) -> Result<Vec<Fill>, Unfit> {
        let pass = Pass {
            size,
            tight,
            drafts: Drafts::Panels(drafts),
            names_fonts: true,
        };
        Ok(self.lay_out(leaflet, pass)?.fills())
    }
}

/// How much a panel leaves out, and the share of its room that the rest takes.
type Level = (usize, f64);

/// The first of some levels at which a panel has room for what it says.
fn level(fills: &[Fill], panel: &PanelData, levels: &Range<usize>) -> Option<Level> {
    let fill = fills.iter().find(|fill| fill.panel == panel.name)?;
    (levels.clone())
        .filter_map(|level| Some((level, fill.share(level, 0)?)))
        .find(|(_, share)| *share <= 1.0)
}

/// The share of the fullest panel.
fn fullest(panels: &[Level]) -> f64 {
    panels.iter().map(|(_, share)| *share).fold(0.0, f64::max)
}
