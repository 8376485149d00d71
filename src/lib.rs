//! chirashi turns a folder of speakers' statements into a bilingual static site and leaflets
//! that a print shop can take as they are.
//!
//! The stages, each a function that reports diagnostics and goes on:
//! content → documents → site → routes → artifacts → disk. `ARCHITECTURE.md` has the picture.
//!
//! What is public is what the binary, the tests, the benchmarks and the fuzz targets need.

pub mod base;
pub mod cache;
pub mod cli;
pub mod diagnostic;
mod fidelity;
#[doc(hidden)]
pub mod fuzz;
mod import;
mod leaflet;
mod media;
mod model;
mod output;
pub mod preflight;
mod press;
mod preview;
pub mod project;
mod report;
mod scaffold;
mod site;
mod source;
mod theme;
mod typesetting;
mod web;
mod webfonts;
