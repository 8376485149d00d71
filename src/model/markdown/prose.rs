//! Whether running text says anything.

use crate::model::text::{Inline, Written, with_struck};

/// Whether there is nothing to read; a picture is told of by itself.
pub(super) fn is_wordless(content: &[Inline<Written>]) -> bool {
    let picture = |inline: &Inline<_>| matches!(inline, Inline::Image { .. });
    with_struck(content).trim().is_empty() && !content.iter().any(picture)
}
