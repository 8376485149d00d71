//! The first hour of a volunteer: a campaign to start from, new files, translations, schemas,
//! and guides whose every example works.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod begin {
    mod guides;
    mod helpers;
    mod init;
    mod new;
    mod problems;
    mod schema;
    mod translations;
}
mod support;
