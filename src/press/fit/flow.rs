//! Fitting a large edition: as few sheets of paper as any size of type allows, every page well
//! filled, and then the largest type.

use std::cmp::Ordering;

use super::{Cut, DRAWN, Fill, Fitted, Fitter, LeafletData, MUCH_ROOM, Pass, Unfit, chosen};
use crate::base::PanelName;
use crate::base::format::{Side, sheets};
use crate::leaflet::LeafletPart;
use crate::press::engine::Layout;

/// How many sizes there are to a point: as many as pages have, on which it prints in the same size.
const PARTS: f64 = 2.0;

/// The text laid out over pages in one size.
struct FlowPages {
    /// The size of type, in parts of a point.
    size: i32,
    /// Whether the hook gave way to the text.
    tight: bool,
    layout: Layout,
    fills: Vec<Fill>,
}

impl FlowPages {
    /// How much of each page is filled, of 1; more where something stands over its foot.
    fn filled(&self) -> impl Iterator<Item = f64> {
        self.fills
            .iter()
            .map(|fill| fill.share(0, 0).unwrap_or(1.0))
    }

    /// The pages that stay more than a third empty.
    fn empty(&self) -> impl Iterator<Item = PanelName> {
        let numbered = (1..).zip(self.filled());
        let empty = numbered.filter(|(_, filled)| *filled < 1.0 - MUCH_ROOM);
        empty.map(|(number, _)| PanelName::Page(number))
    }

    /// Whether everything stands on its page.
    fn fits(&self) -> bool {
        self.filled().all(|filled| filled < 1.001)
    }

    /// Which is better to hold: nothing over the foot of a page; fewer sheets, since on both
    /// sides three pages take as much paper as four; pages that are all well filled, or else as well as can be; larger type.
    fn compare(&self, other: &Self, sides: &[Side]) -> Ordering {
        let sheets = |pages: &Self| sheets(pages.layout.pages(), sides);
        let filled = |pages: &Self| pages.filled().fold(1.0 - MUCH_ROOM, f64::min);
        (self.fits().cmp(&other.fits()))
            .then(sheets(other).cmp(&sheets(self)))
            .then(filled(self).total_cmp(&filled(other)))
            .then(self.size.cmp(&other.size))
    }
}

impl<J: Fn(&LeafletData, Pass<'_>) -> Vec<u8>> Fitter<'_, J> {
    /// Lays the text out over pages, none of its points on two of them. Those that no page holds are
    /// told by their headings, the longest first. Where a page stays empty, the hook gives way if that helps.
    pub(super) fn flow(&self) -> Result<Fitted, Unfit> {
        let content = self.leaflet.content;
        let all = content.panels.iter().flat_map(|panel| &panel.parts);
        let points = all.filter(|part| matches!(part, LeafletPart::Point(_)));
        let points = points.count();
        let mut cut = Cut::NONE;
        let (mut leaflet, mut left_out) = (self.whole.clone(), Vec::new());
        let smallest = loop {
            let pages = self.pages(&leaflet, parts(self.limits.smallest), false)?;
            if pages.fits() {
                break pages;
            }
            if cut.pictures && cut.longest == points {
                return Err(self.overflow(&pages.fills, 0));
            }
            // Pictures before text.
            cut = if cut.pictures {
                Cut::longest(cut.longest + 1)
            } else {
                Cut::longest(0)
            };
            let (less, gone) = chosen(content, &[cut]);
            leaflet = self.leaflet.sheets.filled(self.leaflet.frame, &less);
            left_out = gone;
        };
        let mut best = self.best(&leaflet, smallest)?;
        if best.empty().next().is_some() {
            let tight = self.pages(&leaflet, parts(self.limits.smallest), true)?;
            let tight = self.best(&leaflet, tight)?;
            if tight.compare(&best, self.sides).is_gt() {
                best = tight;
            }
        }
        Ok(Fitted {
            size: f64::from(best.size) / PARTS,
            tight: best.tight,
            empty: best.empty().collect(),
            layout: best.layout,
            left_out,
            cuts: vec![cut],
            leaflet,
        })
    }

    /// The best of all sizes. The whole range is tried, since a larger size may take fewer pages: what
    /// must not be torn apart falls otherwise.
    fn best(&self, leaflet: &LeafletData, smallest: FlowPages) -> Result<FlowPages, Unfit> {
        let (tight, least, most) = (smallest.tight, smallest.size, parts(self.limits.largest));
        let mut best = smallest;
        for size in (least..=most).skip(1) {
            let tried = self.pages(leaflet, size, tight)?;
            if tried.compare(&best, self.sides).is_gt() {
                best = tried;
            }
        }
        Ok(best)
    }

    fn pages(&self, leaflet: &LeafletData, size: i32, tight: bool) -> Result<FlowPages, Unfit> {
        let pass = Pass {
            size: f64::from(size) / PARTS,
            tight,
            drafts: DRAWN,
            names_fonts: true,
        };
        let layout = self.lay_out(leaflet, pass)?;
        Ok(FlowPages {
            size,
            tight,
            fills: layout.fills(),
            layout,
        })
    }
}

/// A size of type in parts of a point.
#[allow(clippy::cast_possible_truncation, reason = "sizes of type are small")]
fn parts(points: f64) -> i32 {
    (points * PARTS).round() as i32
}
