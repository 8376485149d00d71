//! Backslashes between double quotation marks, where YAML takes them for the beginning of a sign.

use super::quoted::quoted;

/// A value in double quotation marks as it is meant, when its backslashes are certainly no more than
/// backslashes: those of a path of Windows, or such as begin no sign.
pub(super) fn literal(value: &str) -> Option<String> {
    let inner = value.strip_prefix('"')?.strip_suffix('"')?;
    let is_path = {
        let mut chars = inner.chars();
        chars.next().is_some_and(|c| c.is_ascii_alphabetic())
            && chars.as_str().starts_with(":\\")
            && !chars.as_str().starts_with(":\\\\")
            // `Q:\nA` is two lines.
            && (inner.matches('\\').count() > 1 || !chars.as_str()[2..].starts_with(['n', 't']))
    };
    let (mut bad, mut good) = (0, 0);
    for (at, _) in begins(inner) {
        *(if is_sign(&inner[at + 1..]) {
            &mut good
        } else {
            &mut bad
        }) += 1;
    }
    let is_certain = is_path && bad + good > 0 || bad > 0 && good == 0;
    (is_certain && !inner.contains('"')).then(|| quoted(inner))
}

/// A path that begins at no drive and whose parts are parted by backslashes, with `/` between them.
pub(super) fn with_slashes(value: &str) -> Option<String> {
    let marks = ['"', '\''];
    let bare = |mark: &char| value.strip_prefix(*mark)?.strip_suffix(*mark);
    let inner = marks.iter().find_map(bare).unwrap_or(value);
    let sign = |c: char| matches!(c, '\\' | '¥' | '￥');
    let is_path = inner.contains(sign)
        && !inner.contains([':', '"', '\'', '|', '<', '>', '*', '?'])
        && !inner.starts_with(sign);
    is_path.then(|| {
        let parts = inner.split(sign).filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join("/")
    })
}

/// A text between double quotation marks in which every backslash that begins no sign stands for
/// itself; `None` where there is no such one.
pub(super) fn doubled(inner: &str) -> Option<String> {
    let mut right = String::with_capacity(inner.len() + 4);
    let (mut from, mut is_changed) = (0, false);
    for (at, _) in begins(inner) {
        if !is_sign(&inner[at + 1..]) {
            right.push_str(&inner[from..=at]);
            right.push('\\');
            (from, is_changed) = (at + 1, true);
        }
    }
    right.push_str(&inner[from..]);
    is_changed.then_some(right)
}

/// The backslashes that begin something; of two that stand together the first.
fn begins(inner: &str) -> impl Iterator<Item = (usize, char)> {
    let mut is_second = false;
    inner.char_indices().filter(move |(_, c)| {
        let begins = *c == '\\' && !is_second;
        is_second = begins;
        begins
    })
}

/// Whether a backslash before these characters is a sign of YAML.
fn is_sign(rest: &str) -> bool {
    let figures = |count: usize| {
        rest.get(1..=count)
            .is_some_and(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()))
    };
    match rest.chars().next() {
        Some('x') => figures(2),
        Some('u') => figures(4),
        Some('U') => figures(8),
        Some(c) => "0abtnvfre \"/\\N_LP\t".contains(c),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_have_slashes() {
        for (written, right) in [
            (r#""..\images\new\x.jpg""#, "../images/new/x.jpg"),
            (r"..\images\x.JPG", "../images/x.JPG"),
            (r#""images\\x.jpg""#, "images/x.jpg"),
            ("images¥写真.png", "images/写真.png"),
        ] {
            assert_eq!(with_slashes(written).as_deref(), Some(right), "{written}");
        }
        for other in [r"C:\a\x.jpg", r"\\host\x.jpg", "../images/x.jpg"] {
            assert_eq!(with_slashes(other), None, "{other}");
        }
    }

    #[test]
    fn backslashes_that_are_meant() {
        for (written, right) in [
            (
                r#""C:\Users\a\yamada.jpg""#,
                Some(r"'C:\Users\a\yamada.jpg'"),
            ),
            (r#""C:\new\a.jpg""#, Some(r"'C:\new\a.jpg'")),
            (r#""夕方\の1時間""#, Some(r"'夕方\の1時間'")),
            (r#""It's \公民館""#, Some(r"'It''s \公民館'")),
            (r#""C:\new.jpg""#, None),
            (r#""Q:\nA""#, None),
            (r#""一行目\n二行目""#, None),
            (r#""C:\\new\\a.jpg""#, None),
            (r#""\"題\" の\話""#, None),
            (r#""題""#, None),
        ] {
            assert_eq!(literal(written).as_deref(), right, "{written}");
        }
        assert_eq!(
            doubled(r#"\"題\" の\話"#).as_deref(),
            Some(r#"\"題\" の\\話"#)
        );
        assert_eq!(doubled(r"\\ \u3042"), None);
    }
}
