//! Fitting a large edition: as few sheets of paper as any size of type allows, every page well
//! filled, and then the largest type.

use std::cmp::Ordering;

use super::{DRAWN, Fill, Fitted, Fitter, LeafletData, MUCH_ROOM, Pass, Unfit};
use crate::base::PanelName;
use crate::base::format::{Side, sheets};
use crate::press::engine::Layout;

/// How many sizes there are to a point.
const PARTS: f64 = 10.0;
/// Sizes are tried in steps of so many parts, and then one by one around the best.
const STEP: i32 = 5;

/// The text laid out over pages in one size.
struct FlowPages {
    /// The size of type, in parts of a point.
    size: i32,
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
    /// Lays the text out over pages. The whole range is tried, since a larger size may take fewer
    /// pages: what must not be torn apart falls otherwise.
    pub(super) fn flow(&self) -> Result<Fitted, Unfit> {
        #[allow(clippy::cast_possible_truncation, reason = "sizes of type are small")]
        let parts = |points: f64| (points * PARTS).round() as i32;
        let (least, most) = (parts(self.limits.smallest), parts(self.limits.largest));
        let mut best = self.pages(least)?;
        let mut take = |size: i32| -> Result<i32, Unfit> {
            let tried = self.pages(size)?;
            if tried.compare(&best, self.sides).is_gt() {
                best = tried;
            }
            Ok(best.size)
        };
        let mut found = least;
        for size in (least..=most).skip(1).filter(|n| (n - least) % STEP == 0) {
            found = take(size)?;
        }
        for size in (found - STEP + 1..found + STEP).filter(|n| (n - least) % STEP != 0) {
            if (least..=most).contains(&size) {
                take(size)?;
            }
        }
        if !best.fits() {
            return Err(self.overflow(&best.fills, 0));
        }
        Ok(Fitted {
            size: f64::from(best.size) / PARTS,
            tight: false,
            empty: best.empty().collect(),
            layout: best.layout,
            left_out: Vec::new(),
            cuts: Vec::new(),
            leaflet: self.whole.clone(),
        })
    }

    fn pages(&self, size: i32) -> Result<FlowPages, Unfit> {
        let pass = Pass {
            size: f64::from(size) / PARTS,
            tight: false,
            drafts: DRAWN,
            names_fonts: true,
        };
        let layout = self.lay_out(&self.whole, pass)?;
        Ok(FlowPages {
            size,
            fills: layout.fills(),
            layout,
        })
    }
}
