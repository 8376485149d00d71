//! chirashi turns a folder of speakers' statements into a bilingual static site and leaflets
//! that a print shop can take as they are.
//!
//! The stages, each a function that reports diagnostics and goes on:
//! content → documents → site → routes → artifacts → disk. `ARCHITECTURE.md` has the picture.

pub mod base;
pub mod cache;
pub mod cli;
pub mod diagnostic;
pub mod import;
mod leaflet;
pub mod media;
pub mod model;
pub mod output;
pub mod preflight;
mod press;
pub mod preview;
pub mod project;
pub mod scaffold;
pub mod site;
pub mod source;
pub mod theme;
mod typesetting;
mod web;
pub mod webfonts;
