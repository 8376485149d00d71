//! Leaflets as PDFs: one for screens and offices, one for print shops; and as pictures.

mod borrower;
mod card;
mod cores;
mod covered;
mod data;
mod engine;
mod engine_fault;
mod fault;
mod finish;
mod finished_leaflet;
mod fit;
mod impose;
mod inks;
mod installed;
mod leaflet_build;
mod leaflet_files;
mod newspaper;
mod newspaper_data;
mod paper;
mod picture;
mod printer;
mod sheet;
mod spec;
mod specimen;
mod tables;
mod text;
mod vertical;
mod vertical_cell;

pub(crate) use finish::without_marks;
pub(crate) use impose::{Imposed, Scheme, impose};
pub(crate) use installed::installed_faces;
pub(crate) use leaflet_files::LeafletFiles;
pub(crate) use printer::{PrintMaterial, Printer, set_all};
pub(crate) use spec::{SideDrawing, Spec};
pub(crate) use specimen::specimen;
