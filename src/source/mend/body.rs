//! The body of a page file as the Markdown parser gets it: mended, without notes of the editors,
//! and with what the parser needs to read it as people mean it.

use super::prose::{emphasis, notes_of_editors, prose, ruby_in_cells, wide_marks};
use super::{Fix, MendedText};
use crate::base::Span;

/// A body, and the way back from a place in it to the file.
#[derive(Debug)]
pub(crate) struct MendedBody {
    mended: MendedText,
    /// The byte at which it begins in its file.
    base: usize,
}

/// What was found in a body on the way.
pub(crate) struct BodyFindings {
    /// What was mended, by places in the body.
    pub(in crate::source) fixes: Vec<Fix>,
    /// Where, in the file, a note of the editors begins that never ends.
    pub(in crate::source) unclosed_note: Option<Span>,
}

impl MendedBody {
    /// Mends the body that begins at byte `base` of a file.
    pub(crate) fn new(written: &str, base: usize) -> (Self, BodyFindings) {
        let mut mended = MendedText::new(written);
        let mut fixes = wide_marks(written);
        mended.put(&fixes);
        fixes.extend(mended.mend(prose));
        fixes.sort_by_key(|fix| fix.span.start);
        let (notes, unclosed) = notes_of_editors(&mended.text);
        let unclosed_note = unclosed.map(|span| mended.back(span).shifted(base));
        mended.put(&notes);
        mended.put(&ruby_in_cells(&mended.text));
        mended.put(&emphasis(&mended.text));
        let findings = BodyFindings {
            fixes,
            unclosed_note,
        };
        (Self { mended, base }, findings)
    }

    /// The text.
    #[must_use]
    pub(crate) fn text(&self) -> &str {
        &self.mended.text
    }

    /// The place in the file that a place in the text stands for.
    #[must_use]
    pub(crate) fn back(&self, span: Span) -> Span {
        self.mended.back(span).shifted(self.base)
    }
}
