//! Where a value ends and a remark behind it begins.

/// A value and the remark behind it, with the blank before the hash.
pub(super) fn without_remark(value: &str) -> (&str, &str) {
    let from = match value.chars().next() {
        Some(quote @ ('"' | '\'')) => closing(value, quote).map_or(value.len(), |at| at + 1),
        _ => 0,
    };
    let remark = value[from..].find(" # ").map(|at| from + at);
    let (core, remark) = value.split_at(remark.unwrap_or(value.len()));
    let core_end = core.trim_end().len();
    if remark.is_empty() {
        (value, "")
    } else {
        value.split_at(core_end)
    }
}

/// Whether a value begins a text in quotation marks that its own line does not end.
pub(super) fn is_open(value: &str) -> bool {
    let mark = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    mark.is_some_and(|mark| closing(value, mark).is_none())
}

/// Where the quotation mark that opens a value is closed.
pub(super) fn closing(value: &str, quote: char) -> Option<usize> {
    let mut chars = value.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        if c == '\\' && quote == '"' {
            chars.next();
        } else if c == quote {
            if quote == '\'' && chars.peek().is_some_and(|(_, next)| *next == quote) {
                chars.next();
                continue;
            }
            return Some(at);
        }
    }
    None
}
