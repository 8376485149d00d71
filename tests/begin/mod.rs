//! The first hour of a volunteer: a campaign to start from, new files, translations, schemas,
//! and guides whose every example works.

mod command_line;
mod guides;
mod helpers;
mod init;
mod new;
mod problems;
mod schema;
mod translations;
