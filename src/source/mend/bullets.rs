//! Lines of lists, whatever people put before them.

/// What indents a line, or parts its words.
pub(super) const BLANK: [char; 3] = [' ', '\t', '\u{3000}'];

/// How many columns what indents a line takes.
pub(super) fn width(lead: &str) -> usize {
    lead.chars().map(|c| if c == ' ' { 1 } else { 2 }).sum()
}

/// How far a line is indented, and what it says.
pub(super) fn parted(line: &str) -> (usize, &str) {
    let content = line.trim_start_matches(BLANK);
    (width(&line[..line.len() - content.len()]), content)
}

const BULLETS: [char; 11] = ['・', '･', '•', '●', '－', 'ー', '–', '—', '−', '*', '＊'];

/// Whether a line begins like an item.
pub(super) fn is_bullet(content: &str) -> bool {
    content.starts_with('-') || content.starts_with(BULLETS)
}

/// Whether a line is certainly an item, not a line that is drawn.
pub(super) fn is_item(content: &str) -> bool {
    is_bullet(content) && content.chars().any(char::is_alphanumeric)
}

/// What an item says.
pub(super) fn without_bullet(item: &str) -> &str {
    item.trim_start_matches(BULLETS)
        .trim_start_matches('-')
        .trim_matches(BLANK)
}
