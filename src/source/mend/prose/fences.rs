//! Code between fences of backticks or tildes: which lines are of it.

/// A walk over lines that knows whether one is of fenced code.
#[derive(Debug, Default)]
pub(super) struct Fences {
    /// The mark of the fence that is open, and how long it is.
    open: Option<(char, usize)>,
}

impl Fences {
    /// Whether the next line is code, or a fence of it.
    pub(super) fn hold(&mut self, line: &str) -> bool {
        let mark = fence_of(line);
        match (self.open, mark) {
            (Some((c, long)), Some((d, n, true))) if d == c && n >= long => self.open = None,
            (Some(_), _) => {}
            (None, Some((c, long, _))) => self.open = Some((c, long)),
            (None, None) => return false,
        }
        true
    }
}

/// The mark of a code fence, how long it is, and whether nothing follows it.
fn fence_of(line: &str) -> Option<(char, usize, bool)> {
    let content = line.trim_start_matches(' ');
    let mark = content.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let rest = content.trim_start_matches(mark);
    let long = content.len() - rest.len();
    let opens = mark == '~' || !rest.contains('`');
    (long >= 3 && opens && line.len() - content.len() <= 3)
        .then(|| (mark, long, rest.trim().is_empty()))
}
