//! chirashi turns a folder of speakers' statements into a bilingual static site and leaflets
//! that a print shop can take as they are.
//!
//! The stages, each a function that reports into a sink and goes on:
//! `SourceTree → RawDoc → docs → Site → Artifacts → disk`.

pub mod base;
pub mod cache;
pub mod cli;
pub mod dev;
pub mod diag;
pub mod emit;
pub mod import;
pub mod link;
pub mod model;
pub mod picture;
pub mod pipeline;
pub mod preflight;
pub mod render;
pub mod scaffold;
pub mod source;
pub mod theme;
pub mod typeset;
