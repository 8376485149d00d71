//! Fitting a large edition: as few pages as the smallest type allows, and then the largest type
//! that still takes no more.

use super::{DRAWN, Desk, Fitted, Leaflet, Pass, Unfit};
use crate::render::print::engine::Layout;

impl<J: Fn(&Leaflet, Pass<'_>) -> Vec<u8>> Desk<'_, J> {
    /// Lays the text out over pages.
    pub(super) fn flow(&self, leaflet: &Leaflet) -> Result<Fitted, Unfit> {
        const STEPS: i32 = 3;
        let at = |size: f64| -> Result<Layout, Unfit> {
            let pass = Pass {
                size,
                drafts: DRAWN,
                fonts: self.engine.families(),
            };
            self.lay_out(leaflet, pass)
        };
        let (mut size, mut high) = (self.limits.smallest, self.limits.largest);
        let mut layout = at(size)?;
        let pages = layout.pages();
        for _ in 0..STEPS {
            let middle = (f64::midpoint(size, high) * 2.0).round() / 2.0;
            if middle <= size {
                break;
            }
            let tried = at(middle)?;
            if tried.pages() == pages {
                (size, layout) = (middle, tried);
            } else {
                high = middle - 0.5;
            }
        }
        Ok(Fitted {
            size,
            layout,
            empty: Vec::new(),
            left_out: Vec::new(),
            sentences: None,
            leaflet: leaflet.clone(),
        })
    }
}
