//! Mistakes with one certain remedy: found line by line, mended for the reader, and mended in
//! the file when somebody asks for it. A pure room: text in, text out.

mod body;
mod braces;
mod bullets;
mod fix;
mod lines;
mod lists;
mod maps;
mod patch;
mod prose;
mod remark;
mod values;

pub(crate) use body::MendedBody;
pub(crate) use fix::{FixedFile, TextKind, fix};
pub(super) use lines::lines;
pub(super) use patch::{MendedText, Patched};
pub(crate) use prose::EDGE;
pub(super) use prose::{prose, without_notes};

use crate::base::Span;
use crate::source::fault::Typo;

/// How often a text is mended at most.
const MOST_PASSES: usize = 8;

/// What is to stand in the place of a line, or of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fix {
    /// What it stands for.
    pub(crate) span: Span,
    /// What is to stand there.
    pub(super) with: String,
    /// What was wrong; nothing when only the form is made uniform.
    pub(super) typos: Vec<Typo>,
}
