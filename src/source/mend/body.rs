//! The body of a page file as the Markdown parser gets it: mended, without notes of the editors,
//! and with what the parser needs to read it as people mean it.

use super::prose::{emphasis, notes_of_editors, prose, ruby_in_cells, wide_marks};
use super::{Fix, MOST_PASSES, Patched};
use crate::base::Span;

/// A body, and the way back from a place in it to the file.
#[derive(Debug)]
pub(crate) struct MendedBody {
    /// The text.
    pub(crate) text: String,
    /// Each is made of the one before.
    layers: Vec<Patched>,
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
        let mut body = Self {
            text: written.to_owned(),
            layers: Vec::new(),
            base,
        };
        let mut fixes = wide_marks(written);
        body.put(&fixes);
        // A mend can bring another to light; `check --fix` goes on in the same way.
        for _ in 0..MOST_PASSES {
            let lines = prose(&body.text);
            if lines.is_empty() {
                break;
            }
            fixes.extend(lines.iter().map(|fix| Fix {
                span: body.in_body(fix.span),
                ..fix.clone()
            }));
            body.put(&lines);
        }
        fixes.sort_by_key(|fix| fix.span.start);
        let (notes, unclosed) = notes_of_editors(&body.text);
        let unclosed_note = unclosed.map(|span| body.back(span));
        body.put(&notes);
        body.put(&ruby_in_cells(&body.text));
        body.put(&emphasis(&body.text));
        let findings = BodyFindings {
            fixes,
            unclosed_note,
        };
        (body, findings)
    }

    fn put(&mut self, fixes: &[Fix]) {
        if fixes.is_empty() {
            return;
        }
        let patched = Patched::new(&self.text, fixes);
        self.text.clone_from(&patched.text);
        self.layers.push(patched);
    }

    /// The place in the file that a place in the text stands for.
    #[must_use]
    pub(crate) fn back(&self, span: Span) -> Span {
        self.in_body(span).shifted(self.base)
    }

    /// The same place in the body as it was written.
    fn in_body(&self, span: Span) -> Span {
        let layers = self.layers.iter().rev();
        layers.fold(span, |span, layer| layer.back(span))
    }
}
