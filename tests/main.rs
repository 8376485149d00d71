//! Everything that is tested from outside, in one program told by subject:
//! `cargo test --test testsuite SUBJECT::` runs one of the modules below.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod begin;
mod cards;
mod fidelity;
mod formats;
mod fuzz;
mod house;
mod import;
mod mistakes;
mod output;
mod preflight;
mod preview;
mod problems;
mod public;
mod rallies;
mod real;
mod safe;
mod site;
mod support;
