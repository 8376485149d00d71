//! Fitting a leaflet that is one text: a statement's or a topic's, whose points can be told at less
//! length.

use super::{Fitted, Fitter, LeafletData, Pass, Unfit};
use crate::base::PanelName;
use crate::leaflet::LeftOut;
use crate::leaflet::{Cut, LeafletPanel, LeafletPart, ems, last_resort, levels, shortened};
use crate::press::data::{Drafts, SaidData};

impl<J: Fn(&LeafletData, Pass<'_>) -> Vec<u8>> Fitter<'_, J> {
    /// Type that old people read with ease is worth more than a large hook, and than detail, which
    /// the site has in full; the one strong passage is worth more than detail. First at the
    /// smallest size without a warning, then so under a smaller hook, then at the smallest, and at last
    /// with fewer points.
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
            (wanted, true, &all[..easy]),
            (least, true, &all[easy - 1..]),
            // Of few points as much as is read with ease.
            (wanted, true, last_resort(content.kind)),
        ];
        for (size, tight, tries) in rounds {
            // Quotation and tail are measured with each text, and without.
            let mut texts: Vec<Cut> = tries.iter().map(|cut| cut.of_text()).collect();
            texts.dedup();
            let drafts: Vec<SaidData> = texts
                .iter()
                .map(|cut| self.leaflet.sheets.said(&shortened(panel, cut)))
                .collect();
            let pass = Pass {
                size,
                tight,
                drafts: Drafts::Said(&drafts),
                names_fonts: true,
            };
            let fills = self.lay_out(&self.whole, pass)?.fills();
            let fullness = |text: Cut, without: usize| {
                let at = texts.iter().position(|own| *own == text)?;
                fills
                    .iter()
                    .map(|fill| fill.share(at, without))
                    .collect::<Option<Vec<_>>>()?
                    .into_iter()
                    .reduce(f64::max)
            };
            let found = tries.iter().find_map(|cut| {
                let share = fullness(cut.of_text(), without(cut))?;
                (share <= 1.0).then_some((*cut, share))
            });
            if let Some((cut, share)) = found {
                let full = fullness(Cut::NONE, without(&cut));
                if let (Some(LeftOut::Sentences), Some(full)) = (cut.last, full) {
                    for (longer, share) in fuller(panel, share, full) {
                        match self.draw(vec![longer], size, tight, (size, share)) {
                            Err(Unfit::Overflow { .. }) => {}
                            done => return done,
                        }
                    }
                }
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

/// More than the first sentence of each point, where that should fit: what to leave out, and the
/// share of the room that the rest should take, told from the shares of the first sentences
/// (`short`) and of everything (`full`).
fn fuller(panel: &LeafletPanel<'_>, short: f64, full: f64) -> Vec<(Cut, f64)> {
    const MOST_TRIES: usize = 2;
    let points = panel.parts.iter();
    let points = points.filter(|part| matches!(part, LeafletPart::Point(_)));
    let most_sentences = if points.count() == 1 { 40 } else { 6 };
    let [least, most] = [Cut::sentences(1), Cut::NONE].map(|cut| ems(&shortened(panel, &cut)));
    let per_em = (full - short) / (most - least).max(1.0);
    let mut found: Vec<(Cut, f64)> = Vec::new();
    let mut last: Option<LeafletPanel<'_>> = None;
    for sentences in (2..=most_sentences).rev() {
        let cut = Cut::sentences(sentences);
        let longer = shortened(panel, &cut);
        let share = short + (ems(&longer) - least) * per_em;
        let known = last.as_ref() == Some(&longer);
        if share <= 1.0 && !known && found.len() < MOST_TRIES {
            found.push((cut, share));
            last = Some(longer);
        }
    }
    found
}
