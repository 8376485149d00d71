//! Fitting a composed leaflet: type of one size on all panels, each of which says as much as it
//! has room for.

use std::ops::Range;

use super::{Fill, Fitted, Fitter, LeafletData, MUCH_ROOM, Pass, Unfit};
use crate::base::PanelName;
use crate::leaflet::{Cut, LeafletPart, LeftOut, levels, shortened};
use crate::press::data::{Drafts, PanelData};

impl<J: Fn(&LeafletData, Pass<'_>) -> Vec<u8>> Fitter<'_, J> {
    /// Measures every panel at every level, at the smallest size without a warning, then so under
    /// a smaller hook, then at the smallest, where no panel says more than it has to, so that type
    /// becomes no smaller than it must; takes for each panel the first level that fits; and sets
    /// them all as large as the fullest allows. Where type is small for the sake of one panel,
    /// the others say as much as they have room for; where one would stay empty that says more at
    /// the smallest size, all are set in that.
    pub(super) fn panels(&self) -> Result<Fitted, Unfit> {
        let content = self.leaflet.content;
        let (all, easy) = levels(content.kind);
        let drafts: Vec<Vec<PanelData>> = all
            .iter()
            .map(|cut| {
                let panels = content.panels.iter().map(|panel| shortened(panel, cut));
                self.leaflet.sheets.panels(&panels.collect::<Vec<_>>())
            })
            .collect();
        let mut worst = Unfit::Overflow {
            panel: PanelName::Front,
            lines: 1,
        };
        let (wanted, least) = (self.limits.comfortable, self.limits.smallest);
        let is_picture = |part: &LeafletPart<'_>| matches!(part, LeafletPart::Picture(_));
        let mut parts = content.panels.iter().flat_map(|panel| &panel.parts);
        let pictured = parts.any(is_picture);
        // A picture becomes smaller, with the hook, before it is left out.
        let is_less = |cut: &Cut| cut.leaves(LeftOut::CoverPicture);
        let bare = all.iter().position(is_less).unwrap_or(easy);
        let roomy = |all: usize| 0..if pictured { bare } else { all };
        let rounds = if least < wanted {
            vec![
                (wanted, false, roomy(easy - 1)),
                (wanted, true, 0..easy),
                (least, true, easy - 1..all.len()),
            ]
        } else {
            vec![
                (least, false, roomy(all.len())),
                (least, true, 0..all.len()),
            ]
        };
        let numbers: Vec<String> = (0..content.panels.len()).map(|at| at.to_string()).collect();
        for (size, tight, range) in rounds {
            let fills = self.measured(&drafts, size, tight)?;
            let found: Option<Vec<Level>> = numbers
                .iter()
                .map(|panel| level(&fills, panel, &range))
                .collect();
            if let Some(mut found) = found {
                let mut at = (size, fullest(&found));
                if range.start > 0 {
                    let full = at.1;
                    let more = |found: &mut [Level], fills: &[Fill]| {
                        for (panel, own) in numbers.iter().zip(found) {
                            if own.1 < full {
                                *own = level(fills, panel, &(0..own.0)).unwrap_or(*own);
                            }
                        }
                    };
                    let mut smallest = found.clone();
                    at = (self.guess(at), 1.0);
                    more(&mut found, &self.measured(&drafts, at.0, tight)?);
                    // Type a little larger is not worth a panel that stays empty.
                    if found.iter().any(|(_, share)| *share < 1.0 - MUCH_ROOM) {
                        more(&mut smallest, &fills);
                        if smallest
                            .iter()
                            .zip(&found)
                            .any(|(own, found)| own.0 < found.0)
                        {
                            at = (size, fullest(&smallest));
                            found = smallest;
                        }
                    }
                }
                let cuts = found.iter().filter_map(|(level, _)| all.get(*level));
                return self.draw(cuts.copied().collect(), least, tight, at);
            }
            worst = self.overflow(&fills, all.len() - 1);
        }
        Err(worst)
    }

    /// How full each panel is in every draft.
    fn measured(
        &self,
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
        Ok(self.lay_out(&self.whole, pass)?.fills())
    }
}

/// How much a panel leaves out, and the share of its room that the rest takes.
type Level = (usize, f64);

/// The first of some levels at which a panel has room for what it says.
fn level(fills: &[Fill], panel: &str, levels: &Range<usize>) -> Option<Level> {
    let fill = fills.iter().find(|fill| fill.panel == panel)?;
    (levels.clone())
        .filter_map(|level| Some((level, fill.share(level, 0)?)))
        .find(|(_, share)| *share <= 1.0)
}

/// The share of the fullest panel.
fn fullest(panels: &[Level]) -> f64 {
    panels.iter().map(|(_, share)| *share).fold(0.0, f64::max)
}
