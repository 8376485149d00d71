//! The house itself: which room imports which, what each room alone may do, and the form of
//! every file.

mod circles;
mod doors;
mod floors;
mod names;
mod patterns;
mod public;
mod source;
mod words;

/// Fails with the whole list of what was found, so that one run tells everything.
fn none(found: &[String]) {
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}
