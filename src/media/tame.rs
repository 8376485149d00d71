//! Whether a drawing in SVG is one that can be read in a moment: a small file can ask for more
//! work than there is, by entities that unfold or by elements one inside the other.

use super::fault::PictureFault;

/// Nothing unfolds to more than this, in bytes.
const MOST_UNFOLDED: usize = 8 << 20;

/// Elements are no deeper inside each other than this.
const DEEPEST: usize = 256;

/// What is too much about a drawing, if anything is.
pub(super) fn excess(svg: &str) -> Option<PictureFault> {
    if unfolded(svg) > MOST_UNFOLDED {
        return Some(PictureFault::Unfolds {
            most: MOST_UNFOLDED,
        });
    }
    let depth = depth(svg);
    (depth > DEEPEST).then_some(PictureFault::Nested {
        depth,
        most: DEEPEST,
    })
}

/// At most so many bytes the entities unfold to; without end where one holds another.
fn unfolded(svg: &str) -> usize {
    let mut longest = 0;
    for declared in svg.split("<!ENTITY").skip(1) {
        let value = declared.split_once(['"', '\'']).map_or("", |(_, rest)| {
            let quote = &declared[declared.len() - rest.len() - 1..][..1];
            rest.split_once(quote).map_or(rest, |(value, _)| value)
        });
        // `&#38;` is how an ampersand is hidden in a value.
        if value.contains(['&', '%']) {
            return usize::MAX;
        }
        longest = longest.max(value.len());
    }
    longest.saturating_mul(svg.matches('&').count())
}

/// How deep elements lie inside each other at most.
fn depth(svg: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let mut rest = svg;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        let behind = |end: &str| rest.find(end).map_or("", |at| &rest[at + end.len()..]);
        if rest.starts_with("<!--") {
            rest = behind("-->");
        } else if rest.starts_with("<![CDATA[") {
            rest = behind("]]>");
        } else if rest.starts_with("</") {
            depth = depth.saturating_sub(1);
            rest = &rest[2..];
        } else if rest.starts_with("<!") || rest.starts_with("<?") {
            rest = &rest[2..];
        } else {
            let end = end_of_tag(rest);
            if !rest[..end].ends_with('/') {
                depth += 1;
                deepest = deepest.max(depth);
            }
            rest = &rest[end..];
        }
    }
    deepest
}

/// Where the `>` of a tag stands, outside of quotes.
pub(super) fn end_of_tag(tag: &str) -> usize {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    tag.len()
}
