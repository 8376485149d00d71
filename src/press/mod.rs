//! Leaflets as PDFs: one for screens and offices, one for print shops; and as pictures.

mod card;
mod cores;
mod data;
mod engine;
mod fault;
mod finish;
mod finished_leaflet;
mod fit;
mod impose;
mod inks;
mod leaflet_build;
mod paper;
mod picture;
mod printer;
mod sheet;
mod spec;
mod text;

use std::collections::BTreeMap;

use crate::base::{Lang, OutPath};
pub(crate) use finish::without_marks;
pub(crate) use impose::{Imposed, Scheme, impose};
use leaflet_build::LeafletBuild;
pub(crate) use printer::{PrintMaterial, Printer, set_all};
pub(crate) use spec::{SideDrawing, Spec};

/// The room for marks around the bleed, in millimetres.
const SLUG: f64 = 10.0;

/// Words of the interface by language, as templates use them.
type PressWords = BTreeMap<Lang, BTreeMap<String, String>>;

/// Files with their places.
pub(crate) type PdfFiles = Vec<(OutPath, Vec<u8>)>;
