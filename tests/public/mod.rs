//! What the public meets beyond the plain pages: search, indexes, data for machines.

mod ask;
mod colours;
mod home;
mod machines;
mod pages;
mod search;
mod share;
