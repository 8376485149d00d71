//! What the public meets beyond the plain pages: search, indexes, data for machines.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod colours;
mod machines;
mod pages;
mod search;
#[path = "../support/mod.rs"]
mod support;
