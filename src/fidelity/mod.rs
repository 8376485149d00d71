//! Statements held to the texts that they are taken from: figures, dates, articles of law and
//! names that the source's passage on the speaker does not have.
//!
//! What cannot be told for certain is let pass: a warning that is wrong is read once.

mod amount;
mod check;
mod days;
mod fault;
mod figures;
mod letters;
mod names;
mod passage;

#[cfg(test)]
mod tests;

pub(crate) use check::check;
