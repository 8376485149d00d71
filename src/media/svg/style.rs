//! Styles of a drawing: taken apart into rules and declarations, of which those come out that
//! cannot fetch. What makes them harmless does not depend on how they were taken apart: nothing comes
//! out that holds an escape, an at-rule but `@media`, a function that is not known, or an address
//! other than a fragment, wherever a browser may see its parts begin and end.

use super::allowed;

/// A style sheet's rules, as far as they are harmless.
pub(super) fn sheet(css: &str) -> String {
    let mut out = String::new();
    rules(&without_comments(css), true, &mut out);
    out
}

/// The declarations of a `style` attribute, as far as they are harmless.
pub(super) fn declarations(style: &str) -> String {
    let style = without_comments(style);
    let mut out = String::new();
    let mut rest = style.as_str();
    while !rest.is_empty() {
        let (declaration, _, after) = split(rest, &[';']);
        rest = after;
        let Some((name, value)) = declaration.split_once(':') else {
            continue;
        };
        let is_plain = is_closed(declaration) && !declaration.contains(['{', '}', '@']);
        if is_plain && is_harmless(declaration) {
            out.extend([name.trim(), ":", value.trim(), ";"]);
        }
    }
    out
}

/// Writes the harmless ones of some rules; those in `@media` hold no other such rules.
fn rules(css: &str, is_outer: bool, out: &mut String) {
    let mut rest = css;
    while !rest.is_empty() {
        let (before, sign, after) = split(rest, &['{', '}', ';']);
        rest = after;
        if sign != Some('{') {
            // An at-rule without a block, such as `@import`, or nothing that means anything.
            continue;
        }
        let (block, _, after) = split(rest, &['}']);
        rest = after;
        let before = before.trim();
        let mut inside = String::new();
        match before.strip_prefix('@') {
            Some(rule) if is_outer && rule.starts_with("media") => rules(block, false, &mut inside),
            Some(_) => continue,
            None => inside = declarations(block),
        }
        let is_plain = is_closed(before) && !before.chars().skip(1).any(|c| c == '@');
        if is_plain && is_harmless(before) && !inside.is_empty() {
            out.extend([before, "{", &inside, "}"]);
        }
    }
}

/// CSS up to the first of some signs that stands in no string, bracket or block; the sign; and what
/// comes after it.
fn split<'c>(css: &'c str, signs: &[char]) -> (&'c str, Option<char>, &'c str) {
    let (mut quote, mut depth) = (None, 0_usize);
    for (at, c) in css.char_indices() {
        match (quote, c) {
            (Some(open), c) if c == open || c == '\n' => quote = None,
            (None, c) if depth == 0 && signs.contains(&c) => {
                return (&css[..at], Some(c), &css[at + c.len_utf8()..]);
            }
            (None, '"' | '\'') => quote = Some(c),
            (None, '(' | '{') => depth += 1,
            (None, ')' | '}') => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    (css, None, "")
}

/// Whether every string and bracket is closed, so that what comes after is not taken for part of it.
fn is_closed(css: &str) -> bool {
    let count = |sign: char| css.matches(sign).count();
    count('"') % 2 == 0 && count('\'') % 2 == 0 && count('(') == count(')')
}

fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        out.extend([before, " "]);
        rest = after.split_once("*/").map_or("", |(_, rest)| rest);
    }
    out + rest
}

/// Whether some CSS, or the value of an attribute, fetches nothing, whatever a browser makes of it:
/// every function is known, `url(…)` names a part of the drawing, and no escape or comment hides
/// another one.
pub(super) fn is_harmless(value: &str) -> bool {
    if value.contains('\\') || value.contains("/*") {
        return false;
    }
    value.match_indices('(').all(|(at, _)| {
        let is_name =
            |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_') || !c.is_ascii();
        let before = &value[..at];
        let name = &before[before.trim_end_matches(is_name).len()..];
        let inside = value[at + 1..].trim_start_matches([' ', '\t', '\n', '\r', '\'', '"']);
        match name.to_ascii_lowercase().as_str() {
            "url" => inside.starts_with('#'),
            "" => true,
            name => allowed::FUNCTIONS.contains(&name),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_that_fetch_go() {
        for css in [
            "rect{background:image-set(\"https://example.org/a.png\" 1x)}",
            "rect{background:-webkit-image-set('a.png' 1x)}",
            "rect{background:cross-fade(url(#a), 'a.png')}",
            "@IMPORT 'a.css';",
            "@import url(a.css);",
            "@import 'a.css' layer(x) supports(display: grid);",
            "a{} @import 'a.css'; @charset 'a'",
            "@font-face { font-family: a; src: url(//example.org/a) }",
            "@media print { @import 'a.css'; rect { fill: url(a) } }",
            "@media print { @media print { rect { fill: red } } }",
            "@media url(a) { rect { fill: red } }",
            "@media a @import 'b' { rect { fill: red } }",
            "@namespace url(a);",
            "rect{fill:url(a.svg)}",
            "rect{fill:URL( 'https://example.org/a.svg#b' )}",
            "rect{fill:u\\72l(a.svg)}",
            "rect{fill:ur/**/l(a.svg)}",
            "rect{fill:src('//example.org/a')}",
            "rect{fill:im\\61ge-set('a' 1x)}",
            "rect{behavior:url(a.htc)}",
            "rect{fill:\"\n;a:url(a)",
            "rect[a='url(a)']{fill:red}",
            "/* rect{fill:red}",
            "}{;}",
        ] {
            assert_eq!(sheet(css), "", "{css}");
        }
        assert_eq!(declarations("fill:url(a.svg);stroke:red"), "stroke:red;");
        assert_eq!(declarations("mask:image('a')"), "");
        assert!(!is_harmless("image-set('a' 1x)"));
        assert!(!is_harmless("url(//example.org/a)"));
        assert!(!is_harmless("URL(data:image/svg+xml,a)"));
    }

    #[test]
    fn styles_that_draw_stay() {
        for (css, left) in [
            (
                "/* a */ .st0, g > rect { fill: url( '#a' ) !important; stroke : #E60012 }\n#b{}",
                ".st0, g > rect{fill:url( '#a' ) !important;stroke:#E60012;}",
            ),
            (
                "@charset 'a'; a{font:12px/1.2 a;fill:url(a);stroke:red}",
                "a{font:12px/1.2 a;stroke:red;}",
            ),
            (
                "@media (min-width: 3em) { a:not(.b) { fill: red } } b{a:b}",
                "@media (min-width: 3em){a:not(.b){fill:red;}}b{a:b;}",
            ),
            ("a{b:'c;d}'} e{f:g", "e{f:g;}"),
            ("a{b:'c;d'} e{f:g}", "a{b:'c;d';}e{f:g;}"),
        ] {
            assert_eq!(sheet(css), left, "{css}");
        }
        assert_eq!(
            declarations("font-family:'BIZ UDPGothic',sans-serif;transform: rotate(3deg)"),
            "font-family:'BIZ UDPGothic',sans-serif;transform:rotate(3deg);"
        );
        assert!(is_harmless("translate(1 2) matrix(1,0,0,1,0,0)"));
    }

    proptest::proptest! {
        #[test]
        fn no_style_brings_an_address_out(
            parts in proptest::collection::vec(
                proptest::sample::select(vec![
                    "url(", "'", "\"", ")", "(", "//x.org/a", "#a", "\\", "/*", "*/", "{", "}", ";", ":",
                    "@import ", "@media", "rect", " ", "\n", "src(", "image-set(", "fill", ",", "!important", "あ", "&",
                ]),
                0..24,
            ),
        ) {
            let css = parts.concat();
            for out in [sheet(&css), sheet(&format!("a{{fill:{css}}}")), declarations(&css)] {
                for bad in ["@import", "src(", "set(", "\\"] {
                    proptest::prop_assert!(!out.contains(bad), "{}", out);
                }
                for (at, _) in out.match_indices("url(") {
                    let inside = out[at + 4..].trim_start_matches([' ', '\n', '\'', '"']);
                    proptest::prop_assert!(inside.starts_with('#'), "{}", out);
                }
                proptest::prop_assert_eq!(out.matches('@').count(), out.matches("@media").count());
            }
        }
    }
}
