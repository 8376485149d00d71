//! Leaflets as PDFs: one for screens and offices, one for print shops; and as pictures.

mod card;
mod composed;
mod cores;
mod data;
mod engine;
mod finish;
mod fit;
mod impose;
mod inks;
mod kept;
mod panels;
mod paper;
mod picture;
mod printer;
mod sheet;
mod shop;
mod shorten;
mod spec;
mod text;

use std::collections::BTreeMap;

use crate::base::{Lang, OutPath};
pub use finish::without_marks;
pub use impose::{Imposed, Scheme, impose};
pub use printer::{Material, Printer};
use shop::Shop;
pub use spec::{SideDrawing, Spec};

/// The room for marks around the bleed, in millimetres.
const SLUG: f64 = 10.0;

/// Words of the interface by language, as templates use them.
type Words = BTreeMap<Lang, BTreeMap<String, String>>;

type Files = Vec<(OutPath, Vec<u8>)>;
