//! What was printed of the site, as far as its pages tell it: sheets, file sizes, pictures.

use std::collections::BTreeMap;

use super::cut::Cut;
use crate::base::{Lang, OutPath};
use crate::site::{LeafletId, PageRef, Site};

/// The leaflets and share cards that were set. Without leaflets, nothing; pages do without then.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Prints {
    leaflets: BTreeMap<(LeafletId, Lang), Printed>,
    cards: BTreeMap<(PageRef, Lang), Image>,
}

/// A leaflet in a language.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Printed {
    /// The size of the PDF for offices, in bytes.
    pub office: usize,
    /// The size of the PDF for print shops, in bytes.
    pub press: usize,
    /// Its pages, in their order.
    pub pages: Vec<SheetPicture>,
    /// What was chosen so that it fits, in each of its languages: its page draws the same.
    pub chosen: Vec<Chosen>,
}

/// What was chosen of a leaflet's content so that it fits, in one language.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Chosen {
    /// The language.
    pub lang: Lang,
    /// The size of body text, in points.
    pub size: f64,
    /// What is left out of each panel.
    pub cuts: Vec<Cut>,
    /// Whether its drawing had room.
    pub drawn: bool,
}

/// The picture of a page, in several widths, the narrowest first: for lists, for lists on screens
/// with fine pixels, and for looking at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SheetPicture(pub [Image; 3]);

/// A picture file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Image {
    /// Where it lies.
    pub path: OutPath,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

impl Prints {
    /// Puts in what was printed of a leaflet in a language.
    pub(crate) fn insert(&mut self, id: LeafletId, lang: Lang, printed: Printed) {
        self.leaflets.insert((id, lang), printed);
    }

    /// Puts in everything that another one holds.
    pub(crate) fn absorb(&mut self, other: Self) {
        self.leaflets.extend(other.leaflets);
        self.cards.extend(other.cards);
    }

    /// Every leaflet that was put in.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (LeafletId, Lang, &Printed)> {
        let all = self.leaflets.iter();
        all.map(|((id, lang), printed)| (*id, *lang, printed))
    }

    /// What a reader of `lang` gets of a leaflet: in the language that it is really in, or the sheet
    /// that holds both languages.
    #[must_use]
    pub(crate) fn leaflet(&self, site: &Site, id: LeafletId, lang: Lang) -> Option<&Printed> {
        let first = site.leaflet(id).languages().first();
        let lang = site.text_lang(PageRef::Leaflet(id), *first.unwrap_or(&lang));
        self.leaflets.get(&(id, lang))
    }

    /// Puts in the share card of a page in a language.
    pub(crate) fn insert_card(&mut self, page: PageRef, lang: Lang, card: Image) {
        self.cards.insert((page, lang), card);
    }

    /// The share card of a page for a reader of `lang`, in the language that the page is really
    /// in; the site's for a page that has none of its own.
    #[must_use]
    pub(crate) fn card(&self, site: &Site, page: PageRef, lang: Lang) -> Option<&Image> {
        let own = self.cards.get(&(page, site.text_lang(page, lang)));
        own.or_else(|| self.cards.get(&(PageRef::Home, lang)))
    }
}
