//! Type on leaflets' pages: what is chosen when pages are written and what style sheets set are the same figures.

use super::{Design, Lang};

/// The sizes of text in points and their classes, the largest first.
pub(crate) const TEXT_SIZES: [(f64, &str); 18] = [
    (24.0, "sheet-24"),
    (21.0, "sheet-21"),
    (18.0, "sheet-18"),
    (17.5, "sheet-17-5"),
    (17.0, "sheet-17"),
    (16.5, "sheet-16-5"),
    (16.0, "sheet-16"),
    (15.5, "sheet-15-5"),
    (15.0, "sheet-15"),
    (14.5, "sheet-14-5"),
    (14.0, "sheet-14"),
    (13.0, "sheet-13"),
    (12.0, "sheet-12"),
    (11.0, "sheet-11"),
    (10.5, "sheet-10"),
    (10.0, "sheet-10-0"),
    (9.5, "sheet-9-5"),
    (9.0, "sheet-9"),
];

/// Large type breaks into no more lines than so many (`lines-2`).
pub(crate) const MOST_LINES: u8 = 5;
/// Its longest line, in ems (`ems-12`).
pub(crate) const MOST_EMS: u8 = 26;

/// Room for large type: how long lines may be and what all of them may take, in millimetres on A4, and the largest
/// type, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct LargeRoom {
    /// By which style sheets know it (`--tall-poster`).
    pub name: &'static str,
    /// See above.
    pub wide: f32,
    /// See above.
    pub tall: f32,
    /// See above.
    pub most: f32,
}

const TITLE: LargeRoom = room("title", 170.0, 30.0, 44.0);
/// The hook on a strip of colour, below what stands larger.
const STRIP: LargeRoom = room("strip", 170.0, 14.0, 20.0);
const QUESTION: LargeRoom = room("question", 125.0, 46.0, 52.0);
const NEWS: LargeRoom = room("news", 175.0, 40.0, 56.0);
const NEWS_DOWN: LargeRoom = room("news-down", 172.0, 46.0, 52.0);
const POSTER: LargeRoom = room("poster", 175.0, 84.0, 220.0);
const POSTER_DOWN: LargeRoom = room("poster-down", 258.0, 98.0, 220.0);
const PULL: LargeRoom = room("pull", 175.0, 44.0, 60.0);
const PULL_NEWS: LargeRoom = room("pull-news", 175.0, 16.0, 20.0);
const PULL_DOWN: LargeRoom = room("pull-down", 176.0, 20.0, 24.0);

const fn room(name: &'static str, wide: f32, tall: f32, most: f32) -> LargeRoom {
    LargeRoom {
        name,
        wide,
        tall,
        most,
    }
}

impl LargeRoom {
    /// Every room.
    pub(crate) const ALL: [Self; 10] = [
        TITLE,
        STRIP,
        QUESTION,
        NEWS,
        NEWS_DOWN,
        POSTER,
        POSTER_DOWN,
        PULL,
        PULL_NEWS,
        PULL_DOWN,
    ];

    /// For the hook of a leaflet.
    pub(crate) fn of_hook(design: Design, lang: Lang) -> Self {
        let down = design.is_vertical(lang);
        match design {
            Design::Poster if down => POSTER_DOWN,
            Design::Newspaper if down => NEWS_DOWN,
            Design::Poster => POSTER,
            Design::Question => QUESTION,
            Design::Newspaper | Design::Compare => NEWS,
            Design::Voice | Design::Figure => STRIP,
            Design::Title => TITLE,
        }
    }

    /// For what a speaker says in a few words.
    pub(crate) fn of_pull(design: Design, lang: Lang) -> Self {
        match design {
            _ if design.is_vertical(lang) => PULL_DOWN,
            Design::Newspaper | Design::Compare => PULL_NEWS,
            _ => PULL,
        }
    }
}
