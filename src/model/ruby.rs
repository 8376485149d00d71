//! Furigana: `{漢字|かんじ}` in a line of text.

use super::text::Inline;

/// Longest base or reading, in characters: longer braces are not furigana.
const LONGEST: usize = 40;

/// A line of front matter as inlines: characters and furigana, nothing else.
#[must_use]
pub(crate) fn phrase<L>(text: &str) -> Vec<Inline<L>> {
    let mut out = Vec::new();
    push(text, &mut out);
    out
}

/// Running text with its furigana told apart.
pub(super) fn with_furigana<L>(inlines: Vec<Inline<L>>) -> Vec<Inline<L>> {
    let mut out = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match inline {
            Inline::Text(text) if text.contains('{') => push(&text, &mut out),
            Inline::Emphasis(content) => out.push(Inline::Emphasis(with_furigana(content))),
            Inline::Strong(content) => out.push(Inline::Strong(with_furigana(content))),
            Inline::Strike(content) => out.push(Inline::Strike(with_furigana(content))),
            Inline::Link { to, content } => {
                let content = with_furigana(content);
                out.push(Inline::Link { to, content });
            }
            other => out.push(other),
        }
    }
    out
}

/// Furigana with another number of readings than characters: what stands in the braces, the
/// characters and their readings.
pub(super) fn uneven(text: &str) -> impl Iterator<Item = (&str, String, Vec<String>)> {
    let mut rest = text;
    let all = std::iter::from_fn(move || {
        let (before, base, readings, after) = next(rest)?;
        let inside = &rest[before.len() + 1..rest.len() - after.len() - 1];
        rest = after;
        Some((inside, base, readings))
    });
    all.filter_map(|(inside, base, readings)| {
        let readings: Vec<String> = readings.split('|').map(str::to_owned).collect();
        let is_even = readings.len() == 1 || readings.len() == base.chars().count();
        (!is_even).then(|| (inside, base.to_owned(), readings))
    })
}

/// Furigana whose reading is empty: what stands in the braces, and the characters.
pub(super) fn without_reading(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.match_indices('{').filter_map(|(open, _)| {
        let rest = &text[open + 1..];
        let near = &rest[..rest.floor_char_boundary(8 * LONGEST)];
        let inside = &near[..near.find(['}', '{'])?];
        let (base, readings) = inside.split_once('|')?;
        let is_empty = readings.trim_matches(['|', ' ', '\u{3000}']).is_empty();
        let is_closed = rest[inside.len()..].starts_with('}');
        (is_closed && is_empty && !base.trim().is_empty()).then_some((inside, base))
    })
}

/// Furigana that nothing closes, from their brace on.
pub(super) fn unclosed(text: &str) -> Option<&str> {
    let found = text.match_indices('{').find_map(|(open, _)| {
        let rest = &text[open..];
        let near = &rest[1..rest.floor_char_boundary(8 * LONGEST)];
        let (base, reading) = near.split_once('|')?;
        let is_kana = |c: char| matches!(c, 'ぁ'..='ん' | 'ァ'..='ー');
        let is_ruby = !base.is_empty()
            && base.chars().all(char::is_alphanumeric)
            && reading.starts_with(is_kana)
            && !reading.contains('}');
        is_ruby.then_some(rest)
    });
    found
}

/// Appends `text` to `out`, its furigana told apart, its characters joined to text before it.
fn push<L>(text: &str, out: &mut Vec<Inline<L>>) {
    let mut rest = text;
    while let Some((before, base, readings, after)) = next(rest) {
        push_text(before, out);
        let ruby = |base: &str, reading: &str| Inline::Ruby {
            base: base.to_owned(),
            reading: reading.to_owned(),
        };
        let readings: Vec<&str> = readings.split('|').collect();
        // A reading for each character, or one for the whole.
        if readings.len() > 1 && readings.len() == base.chars().count() {
            let each = base.split("").filter(|c| !c.is_empty()).zip(readings);
            out.extend(each.map(|(base, reading)| ruby(base, reading)));
        } else {
            out.push(ruby(base, &readings.concat()));
        }
        rest = after;
    }
    push_text(rest, out);
}

/// Appends characters, joined to text before them.
pub(super) fn push_text<L>(text: &str, out: &mut Vec<Inline<L>>) {
    match out.last_mut() {
        _ if text.is_empty() => {}
        Some(Inline::Text(last)) => last.push_str(text),
        _ => out.push(Inline::Text(text.to_owned())),
    }
}

fn next(text: &str) -> Option<(&str, &str, &str, &str)> {
    let fits = |part: &str| {
        !part.trim().is_empty()
            && part.chars().count() <= LONGEST
            && !part.contains(['{', '}', '|', '\n'])
    };
    let fit = |readings: &str| readings.split('|').all(fits);
    text.match_indices('{').find_map(|(open, _)| {
        let rest = &text[open + 1..];
        let near = &rest[..rest.floor_char_boundary(16 * LONGEST)];
        let inside = &near[..near.find('}')?];
        let after = &rest[inside.len() + 1..];
        let (base, reading) = inside.split_once('|')?;
        (fits(base) && fit(reading)).then(|| (&text[..open], base, reading, after))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        phrase::<()>(text)
            .iter()
            .map(|inline| match inline {
                Inline::Text(text) => text.clone(),
                Inline::Ruby { base, reading } => format!("<{base}:{reading}>"),
                other => format!("{other:?}"),
            })
            .collect()
    }

    #[test]
    fn furigana_is_told_from_braces() {
        assert_eq!(
            shown("レセプトの{返戻|へんれい}を{防|ふせ}ぐ"),
            "レセプトの<返戻:へんれい>を<防:ふせ>ぐ"
        );
        for text in ["{a}", "{|b}", "{a|}", "{a{b|c", "}{", "f(x) { a || b }"] {
            assert_eq!(shown(text), text);
        }
        assert_eq!(shown("{x {漢|かん}"), "{x <漢:かん>");
        assert_eq!(shown("{返戻|へん|れい}を"), "<返:へん><戻:れい>を");
        assert_eq!(shown("{大人|お|と|な}"), "<大人:おとな>");
        assert_eq!(shown("{a||c}"), "{a||c}");
    }
}
