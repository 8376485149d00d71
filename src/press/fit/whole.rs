//! Fitting a leaflet that is one text: a statement's or a topic's, whose points can be told at less
//! length.

use super::{Fitted, Fitter, LeafletData, Pass, Unfit};
use crate::base::PanelName;
use crate::leaflet::LeftOut;
use crate::leaflet::{Cut, LeafletPanel, last_resort, levels, shortened};
use crate::press::data::{Drafts, SaidData};

impl<J: Fn(&LeafletData, Pass<'_>) -> Vec<u8>> Fitter<'_, J> {
    /// Type that old people read with ease is worth more than a large hook, and than detail, which
    /// the site has in full. First at the smallest size without a warning, then so under a smaller hook,
    /// with less and less, then at the smallest, and at last with fewer points.
    pub(super) fn one(&self) -> Result<Fitted, Unfit> {
        let mut worst = Unfit::Overflow {
            panel: PanelName::Front,
            lines: 1,
        };
        let content = self.leaflet.content;
        let Some(panel) = content.panels.first() else {
            return Err(worst);
        };
        let (all, easy) = levels(content.kind);
        let (wanted, least) = (self.limits.comfortable, self.limits.smallest);
        let rounds = [
            (wanted, false, &all[..easy]),
            (wanted, true, all),
            (least, true, &all[easy - 1..]),
            // Of few points as much as is read with ease.
            (wanted, true, last_resort(content.kind)),
        ];
        for (size, tight, tries) in rounds {
            // Quotation and tail are measured with each text, and without.
            let mut texts: Vec<LeafletPanel<'_>> = Vec::new();
            let tries = tries.iter().map(|cut| {
                let text = shortened(panel, &cut.of_text());
                let known = texts.iter().position(|own| *own == text);
                let at = known.unwrap_or_else(|| {
                    texts.push(text);
                    texts.len() - 1
                });
                (*cut, at)
            });
            let tries: Vec<(Cut, usize)> = tries.collect();
            let drafts = texts.iter().map(|text| self.leaflet.sheets.said(text));
            let drafts: Vec<SaidData> = drafts.collect();
            let pass = Pass {
                size,
                tight,
                drafts: Drafts::Said(&drafts),
                names_fonts: true,
            };
            let fills = self.lay_out(&self.whole, pass)?.fills();
            let fullness = |(cut, at): &(Cut, usize)| {
                let shares = fills.iter().map(|fill| fill.share(*at, without(cut)));
                let shares: Option<Vec<f64>> = shares.collect();
                shares?.into_iter().reduce(f64::max)
            };
            let found = tries.iter().filter_map(|tried| {
                let share = fullness(tried)?;
                (share <= 1.0).then_some((tried.0, share))
            });
            // What is drawn may be a hair taller than what was measured: then less is said rather than smaller.
            let mut first = None;
            for (cut, share) in found.take(4) {
                match self.draw(vec![cut], size, tight, (size, share)) {
                    Err(Unfit::Overflow { .. }) => first = first.or(Some((cut, share))),
                    drawn => return drawn,
                }
            }
            if let Some((cut, share)) = first {
                return self.draw(vec![cut], least, tight, (size, share));
            }
            worst = self.overflow(&fills, texts.len() - 1);
        }
        Err(worst)
    }
}

/// Which of the ways of leaving parts out, as every draft measures them, a cut takes: none, without
/// what stands at the end, without the quotation, too.
fn without(cut: &Cut) -> usize {
    let left = [LeftOut::Related, LeftOut::Quote];
    left.iter().filter(|what| cut.leaves(**what)).count()
}
