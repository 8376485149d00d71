//! A leaflet that has been set: its files, and the form in which the cache keeps it.

use serde::{Deserialize, Serialize};

use super::leaflet_files::LeafletFiles;
use super::picture::{self, Pictured};
use crate::base::{Lang, PanelName};
use crate::cache::{pack, unpack};
use crate::leaflet::{Chosen, Cut, LeftOut, Printed};
use crate::site::{LeafletId, Pdf, Site};

/// A leaflet in a language, finished.
#[derive(Debug, PartialEq)]
pub(super) struct FinishedLeaflet {
    /// What fitting came to, for each language.
    pub reports: Vec<FitReport>,
    /// The PDF for screens and offices.
    pub office: Vec<u8>,
    /// The PDF for print shops.
    pub press: Vec<u8>,
    /// A picture of each page.
    pub pictures: Vec<Pictured>,
}

/// What fitting came to, as far as problems are told of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct FitReport {
    /// The size of body text, in points.
    pub size: f64,
    /// How many pages it takes.
    pub pages: usize,
    /// Panels that stayed more than a third empty.
    pub empty: Vec<PanelName>,
    /// What was left out, in the order in which it was given up.
    pub left_out: Vec<LeftOut>,
    /// How much each panel leaves out.
    pub cuts: Vec<Cut>,
}

/// What stands before the files in the cache.
#[derive(Serialize, Deserialize)]
struct Label {
    reports: Vec<FitReport>,
    /// Width and height of each page's pictures.
    pictures: Vec<[(u32, u32); 3]>,
}

impl FinishedLeaflet {
    /// As the cache keeps it.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let label = Label {
            reports: self.reports.clone(),
            pictures: self.pictures.iter().map(Pictured::sizes).collect(),
        };
        let label = serde_json::to_vec(&label).unwrap_or_default();
        let own = [label.as_slice(), &self.office, &self.press];
        let pictures = self.pictures.iter().flat_map(Pictured::files);
        pack(own.into_iter().chain(pictures))
    }

    /// Out of the cache; `None` for bytes of any other form.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let parts = unpack(bytes)?;
        let [label, office, press, files @ ..] = parts.as_slice() else {
            return None;
        };
        let label: Label = serde_json::from_slice(label).ok()?;
        let (files, rest) = files.as_chunks::<3>();
        if files.len() != label.pictures.len() || !rest.is_empty() {
            return None;
        }
        let pictures = label.pictures.into_iter().zip(files);
        Some(Self {
            reports: label.reports,
            office: office.to_vec(),
            press: press.to_vec(),
            pictures: pictures
                .map(|(sizes, files)| Pictured::from_parts(sizes, *files))
                .collect(),
        })
    }

    /// The files, each with its place, and what the pages tell of them.
    pub(super) fn hand_out(
        self,
        site: &Site,
        id: LeafletId,
        lang: Lang,
    ) -> (LeafletFiles, Printed) {
        let languages = match site.leaflet(id).languages() {
            [] => vec![lang],
            both => both.to_vec(),
        };
        let [office, press] = [Pdf::Office, Pdf::Print].map(|pdf| site.pdf(id, lang, pdf));
        let mut files = Vec::with_capacity(2 + 2 * self.pictures.len());
        let mut printed = Printed {
            office: self.office.len(),
            press: self.press.len(),
            pages: Vec::with_capacity(self.pictures.len()),
            chosen: languages
                .into_iter()
                .zip(&self.reports)
                .map(|(lang, report)| Chosen {
                    lang,
                    size: report.size,
                    cuts: report.cuts.clone(),
                    drawn: !report.left_out.contains(&LeftOut::Drawing),
                })
                .collect(),
        };
        for (number, pictured) in (1..).zip(self.pictures) {
            if let Some((picture, own)) = picture::hand_out(pictured, &office, number) {
                printed.pages.push(picture);
                files.extend(own);
            }
        }
        files.push((office, self.office));
        files.push((press, self.press));
        (files, printed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_cache_keeps_comes_back() {
        let sizes = [(180, 255), (360, 509), (720, 1018)];
        let set = FinishedLeaflet {
            reports: vec![FitReport {
                size: 11.5,
                pages: 2,
                empty: vec![PanelName::Inside(2)],
                left_out: vec![LeftOut::Related],
                cuts: vec![Cut::whole(2)],
            }],
            office: b"office".to_vec(),
            press: b"press".to_vec(),
            pictures: vec![Pictured::from_parts(sizes, [b"small", b"middle", b"large"])],
        };
        let bytes = set.to_bytes();
        assert_eq!(FinishedLeaflet::from_bytes(&bytes).as_ref(), Some(&set));
        for length in 0..bytes.len() {
            assert_ne!(
                FinishedLeaflet::from_bytes(&bytes[..length]),
                Some(FinishedLeaflet::from_bytes(&bytes).unwrap())
            );
        }
    }
}
