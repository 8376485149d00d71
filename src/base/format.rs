//! The formats of leaflets: sizes of paper, sides, panels and folds, in millimetres.
//!
//! What lays a leaflet out, what checks the finished PDF and what draws its fold diagram all
//! read the same figures here. Sizes are ISO 216 (A series) and JIS P 0138 (B5).

use super::choice::{word_of, words};
use serde::{Deserialize, Serialize};

/// On which paper a leaflet is printed, and how it is folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Format {
    /// One side of A4, 210 × 297 mm.
    A4,
    /// Both sides of A4.
    A4Duplex,
    /// One side of A5, 148 × 210 mm.
    A5,
    /// Both sides of A5.
    A5Duplex,
    /// One side of JIS B5, 182 × 257 mm (not ISO B5).
    B5,
    /// Both sides of JIS B5.
    B5Duplex,
    /// 巻き三つ折り: A4 folded twice inwards, six panels. The panel that is folded in is
    /// 3 mm narrower, so that it lies flat.
    A4Trifold,
    /// Z折り: A4 folded to and fro, six panels of equal width.
    A4Zfold,
    /// A3 folded in the middle: four A4 pages.
    A3Bifold,
    /// One side of A3, 297 × 420 mm: a poster.
    A3,
    /// 100 × 148 mm, one side.
    Postcard,
    /// 署名用紙: A4, one side, with rows for names and addresses.
    SignatureSheet,
}

/// One side of the paper, as it is printed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Side {
    /// From left to right as one looks at this side. Never empty.
    pub panels: &'static [Panel],
}

/// A part of a side between its edges and folds; as high as the paper.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Panel {
    /// What it is called.
    pub name: PanelName,
    /// From the left edge of the trimmed paper, in millimetres.
    pub x: f64,
    /// In millimetres.
    pub width: f64,
    /// Its place when the leaflet is opened and read: 1 for the first.
    pub order: u8,
}

/// What a panel is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(crate) enum PanelName {
    /// The whole front of paper that is not folded.
    Front,
    /// The whole back; of a folded leaflet, the panel that faces away when it is closed.
    Back,
    /// The panel that faces the reader when the leaflet is closed.
    Cover,
    /// The panel that is folded in.
    Flap,
    /// A panel of the inner side, counted from the left.
    Inside(u8),
    /// A panel of the outer side that is no other, counted from the left.
    Outside(u8),
    /// A page of a leaflet that has several.
    Page(u8),
}

const fn panel(name: PanelName, x: f64, width: f64, order: u8) -> Panel {
    Panel {
        name,
        x,
        width,
        order,
    }
}

/// The two sides of paper that is not folded.
macro_rules! flat {
    ($width:expr) => {{
        const SIDES: &[Side] = &[
            Side {
                panels: &[panel(PanelName::Front, 0.0, $width, 1)],
            },
            Side {
                panels: &[panel(PanelName::Back, 0.0, $width, 2)],
            },
        ];
        SIDES
    }};
}

const A4_SIDES: &[Side] = flat!(210.0);
const A5_SIDES: &[Side] = flat!(148.0);
const B5_SIDES: &[Side] = flat!(182.0);
const A3_SIDES: &[Side] = flat!(297.0);
const POSTCARD_SIDES: &[Side] = flat!(100.0);

/// The flap lies on the left of the outer side; so it is on the right of the inner side, which
/// is what one sees after turning the paper over.
const TRIFOLD_SIDES: &[Side] = &[
    Side {
        panels: &[
            panel(PanelName::Flap, 0.0, 97.0, 2),
            panel(PanelName::Back, 97.0, 100.0, 6),
            panel(PanelName::Cover, 197.0, 100.0, 1),
        ],
    },
    Side {
        panels: &[
            panel(PanelName::Inside(1), 0.0, 100.0, 3),
            panel(PanelName::Inside(2), 100.0, 100.0, 4),
            panel(PanelName::Inside(3), 200.0, 97.0, 5),
        ],
    },
];

/// The cover opens to the left; the third inner panel faces away when the leaflet is closed.
const ZFOLD_SIDES: &[Side] = &[
    Side {
        panels: &[
            panel(PanelName::Outside(1), 0.0, 99.0, 5),
            panel(PanelName::Outside(2), 99.0, 99.0, 6),
            panel(PanelName::Cover, 198.0, 99.0, 1),
        ],
    },
    Side {
        panels: &[
            panel(PanelName::Inside(1), 0.0, 99.0, 2),
            panel(PanelName::Inside(2), 99.0, 99.0, 3),
            panel(PanelName::Inside(3), 198.0, 99.0, 4),
        ],
    },
];

const BIFOLD_SIDES: &[Side] = &[
    Side {
        panels: &[
            panel(PanelName::Page(4), 0.0, 210.0, 4),
            panel(PanelName::Page(1), 210.0, 210.0, 1),
        ],
    },
    Side {
        panels: &[
            panel(PanelName::Page(2), 0.0, 210.0, 2),
            panel(PanelName::Page(3), 210.0, 210.0, 3),
        ],
    },
];

impl Format {
    /// Every format, as front matter names it.
    pub(crate) const ALL: [(&'static str, Self); 12] = [
        ("a4", Self::A4),
        ("a4-duplex", Self::A4Duplex),
        ("a5", Self::A5),
        ("a5-duplex", Self::A5Duplex),
        ("b5", Self::B5),
        ("b5-duplex", Self::B5Duplex),
        ("a4-trifold", Self::A4Trifold),
        ("a4-zfold", Self::A4Zfold),
        ("a3-bifold", Self::A3Bifold),
        ("a3", Self::A3),
        ("postcard", Self::Postcard),
        ("signature-sheet", Self::SignatureSheet),
    ];

    /// Their names alone.
    pub(crate) const NAMES: [&'static str; 12] = words(&Self::ALL);

    /// As front matter names it.
    #[must_use]
    pub(crate) fn name(self) -> &'static str {
        word_of(&Self::ALL, self)
    }

    /// Width and height of the unfolded, trimmed paper, in millimetres.
    #[must_use]
    pub(crate) const fn trim(self) -> (f64, f64) {
        match self {
            Self::A4 | Self::A4Duplex | Self::SignatureSheet => (210.0, 297.0),
            Self::A5 | Self::A5Duplex => (148.0, 210.0),
            Self::B5 | Self::B5Duplex => (182.0, 257.0),
            Self::A4Trifold | Self::A4Zfold => (297.0, 210.0),
            Self::A3Bifold => (420.0, 297.0),
            Self::A3 => (297.0, 420.0),
            Self::Postcard => (100.0, 148.0),
        }
    }

    /// The sides that are printed, in the order of the PDF's pages. Never empty.
    #[must_use]
    pub(crate) const fn sides(self) -> &'static [Side] {
        let (sides, printed) = match self {
            Self::A4 | Self::SignatureSheet => (A4_SIDES, 1),
            Self::A4Duplex => (A4_SIDES, 2),
            Self::A5 => (A5_SIDES, 1),
            Self::A5Duplex => (A5_SIDES, 2),
            Self::B5 => (B5_SIDES, 1),
            Self::B5Duplex => (B5_SIDES, 2),
            Self::A4Trifold => (TRIFOLD_SIDES, 2),
            Self::A4Zfold => (ZFOLD_SIDES, 2),
            Self::A3Bifold => (BIFOLD_SIDES, 2),
            Self::A3 => (A3_SIDES, 1),
            Self::Postcard => (POSTCARD_SIDES, 1),
        };
        sides.split_at(printed).0
    }

    /// Both sides of the paper, whether the format prints on the second or not.
    #[must_use]
    pub(crate) const fn paper(self) -> &'static [Side] {
        match self {
            Self::A4 | Self::A4Duplex | Self::SignatureSheet => A4_SIDES,
            Self::A5 | Self::A5Duplex => A5_SIDES,
            Self::B5 | Self::B5Duplex => B5_SIDES,
            Self::A3 => A3_SIDES,
            Self::Postcard => POSTCARD_SIDES,
            Self::A4Trifold | Self::A4Zfold | Self::A3Bifold => self.sides(),
        }
    }

    /// The printed panels in the order in which they are read.
    #[must_use]
    pub(crate) fn panels(self) -> Vec<Panel> {
        let mut all: Vec<Panel> = self
            .sides()
            .iter()
            .flat_map(|side| side.panels)
            .copied()
            .collect();
        all.sort_by_key(|panel| panel.order);
        all
    }

    /// Whether the paper is folded.
    #[must_use]
    pub(crate) fn is_folded(self) -> bool {
        self.sides().iter().any(|side| side.panels.len() > 1)
    }

    /// Whether it lies before a reader as a narrow panel, a third of its paper.
    #[must_use]
    pub(crate) const fn is_narrow(self) -> bool {
        matches!(self, Self::A4Trifold | Self::A4Zfold)
    }

    /// The same paper laid flat, on which a large edition takes as many pages as it needs.
    #[must_use]
    pub(crate) const fn unfolded(self) -> Self {
        match self {
            Self::A4Trifold | Self::A4Zfold | Self::A3Bifold => Self::A4Duplex,
            flat => flat,
        }
    }
}

/// How many sheets of paper so many pages take, each sheet printed on these sides.
#[must_use]
pub(crate) const fn sheets(pages: usize, sides: &[Side]) -> usize {
    match sides.len() {
        0 | 1 => pages,
        sides => pages.div_ceil(sides),
    }
}

impl Side {
    /// Where the paper is folded, from its left edge, in millimetres.
    pub(crate) fn folds(&self) -> impl Iterator<Item = f64> {
        self.panels.iter().skip(1).map(|panel| panel.x)
    }
}

/// For whom, or for which machine, a leaflet is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub(crate) enum Edition {
    /// In colour, for all readers.
    #[default]
    Standard,
    /// For readers with low vision: body text of at least 14 points, on as many pages as it
    /// takes.
    Large,
    /// In black only and without bleed, for a duplicator (RISO).
    Mono,
}

impl Edition {
    /// Every edition, as front matter names it.
    pub(crate) const ALL: [(&'static str, Self); 3] = [
        ("standard", Self::Standard),
        ("large", Self::Large),
        ("mono", Self::Mono),
    ];

    /// Their names alone.
    pub(crate) const NAMES: [&'static str; 3] = words(&Self::ALL);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panels_tile_every_side() {
        for (name, format) in Format::ALL {
            let (width, _) = format.trim();
            for side in format.sides() {
                let mut x = 0.0;
                for panel in side.panels {
                    assert!((panel.x - x).abs() < 1e-9, "{name}");
                    x += panel.width;
                }
                assert!((x - width).abs() < 1e-9, "{name}: {x} of {width}");
            }
            let order: Vec<usize> = format
                .panels()
                .iter()
                .map(|p| usize::from(p.order))
                .collect();
            assert_eq!(order, (1..=order.len()).collect::<Vec<_>>(), "{name}");
            assert_eq!(format.name(), name);
        }
    }

    /// The two sides of a sheet fold at the same places.
    #[test]
    fn folds_meet_through_the_paper() {
        for (name, format) in Format::ALL.into_iter().filter(|(_, f)| f.is_folded()) {
            let [front, back] = format.sides() else {
                panic!("{name} has two sides");
            };
            let mut through: Vec<f64> = back.folds().map(|x| format.trim().0 - x).collect();
            through.reverse();
            assert_eq!(front.folds().collect::<Vec<_>>(), through, "{name}");
        }
    }

    #[test]
    fn one_side_takes_a_sheet_for_each_page() {
        let told = |format: Format, pages| sheets(pages, format.sides());
        assert_eq!([1, 2, 3].map(|pages| told(Format::A5, pages)), [1, 2, 3]);
        assert_eq!(
            [1, 2, 3].map(|pages| told(Format::A5Duplex, pages)),
            [1, 1, 2]
        );
    }

    #[test]
    fn roll_fold_as_print_shops_want_it() {
        let widths = |side: usize| {
            Format::A4Trifold.sides()[side]
                .panels
                .iter()
                .map(|p| p.width)
        };
        assert_eq!(widths(0).collect::<Vec<_>>(), [97.0, 100.0, 100.0]);
        assert_eq!(widths(1).collect::<Vec<_>>(), [100.0, 100.0, 97.0]);
    }
}
