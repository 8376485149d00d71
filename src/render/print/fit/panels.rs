//! Fitting a composed leaflet: type of one size on all panels, each of which says as much as it
//! has room for.

use super::{Desk, Fitted, Leaflet, Pass, Unfit, overflow};
use crate::render::print::data::{Drafts, Panel};
use crate::render::print::panels::{EASY, LEVELS, at_level, chosen};

impl<J: Fn(&Leaflet, Pass<'_>) -> Vec<u8>> Desk<'_, J> {
    /// Measures every panel at every level, at the smallest size without a warning, then so under
    /// a smaller hook, then at the smallest, where no panel says more than it has to, so that type
    /// becomes no smaller than it must; takes for each panel the first level that fits; and sets
    /// them all as large as the fullest allows.
    pub(super) fn panels(&self, leaflet: &Leaflet) -> Result<Fitted, Unfit> {
        let drafts: Vec<Vec<Panel>> = (0..LEVELS.len())
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
            let pass = Pass {
                size,
                tight,
                drafts: Drafts::Panels(&drafts),
                fonts: self.engine.families(),
            };
            let fills = self.lay_out(leaflet, pass)?.fills();
            let level = |panel: &Panel| {
                let fill = fills.iter().find(|fill| fill.panel == panel.name)?;
                (levels.clone())
                    .filter_map(|level| Some((level, fill.share(level, 0)?)))
                    .find(|(_, share)| *share <= 1.0)
            };
            let found: Option<Vec<(usize, f64)>> = leaflet.panels.iter().map(level).collect();
            if let Some(found) = found {
                let levels: Vec<usize> = found.iter().map(|(level, _)| *level).collect();
                let share = found.iter().map(|(_, share)| *share).fold(0.0, f64::max);
                let (chosen, left_out) = chosen(leaflet, &levels);
                return self.draw(chosen, least, tight, (size, share), left_out);
            }
            worst = overflow(&fills, LEVELS.len() - 1);
        }
        Err(worst)
    }
}
