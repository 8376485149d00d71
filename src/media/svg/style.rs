//! Styles of a drawing: parsed, and written anew from the rules and declarations that cannot fetch.
//!
//! The parser is that of the print engine, so that web and paper show the same. It knows no
//! at-rules: `@import`, `@font-face` and their kind never come out.

use std::fmt::Write;

use simplecss::{Declaration, DeclarationTokenizer, StyleSheet};

use super::allowed;

/// What would let a browser see the end of a selector or value elsewhere than this parser did.
const ODD: [char; 6] = ['\\', '{', '}', ';', '@', '<'];

/// A style sheet's rules, as far as they are harmless.
pub(super) fn sheet(css: &str) -> String {
    let mut out = String::new();
    for rule in StyleSheet::parse(css).rules {
        let selector = rule.selector.to_string();
        let written = written(rule.declarations);
        if !written.is_empty() && !selector.contains(ODD) && !selector.contains(['(', '"']) {
            let _ = write!(out, "{selector}{{{written}}}");
        }
    }
    out
}

/// The declarations of a `style` attribute, as far as they are harmless.
pub(super) fn declarations(style: &str) -> String {
    written(DeclarationTokenizer::from(style))
}

fn written<'a>(declarations: impl IntoIterator<Item = Declaration<'a>>) -> String {
    let mut out = String::new();
    for declaration in declarations {
        let Declaration { name, value, .. } = declaration;
        if !is_harmless(value) || value.contains(ODD) {
            continue;
        }
        let _ = write!(out, "{name}:{value}");
        if declaration.important {
            out.push_str("!important");
        }
        out.push(';');
    }
    out
}

/// Whether a value fetches nothing, whatever a browser makes of it: every function is known, `url(…)`
/// names a part of the drawing, and no escape or comment hides another one.
pub(super) fn is_harmless(value: &str) -> bool {
    if value.contains('\\') || value.contains("/*") {
        return false;
    }
    value.match_indices('(').all(|(at, _)| {
        let before = &value[..at];
        let name = before
            .rsplit(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_')) && c.is_ascii())
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        let inside = value[at + 1..].trim_start_matches([' ', '\t', '\n', '\r', '\'', '"']);
        match name.as_str() {
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
            "@font-face { font-family: a; src: url(//example.org/a) }",
            "@media print { @import 'a.css'; rect { fill: url(a) } }",
            "rect{fill:url(a.svg)}",
            "rect{fill:URL( 'https://example.org/a.svg#b' )}",
            "rect{fill:u\\72l(a.svg)}",
            "rect{fill:ur/**/l(a.svg)}",
            "rect{fill:src('//example.org/a')}",
            "rect{fill:im\\61ge-set('a' 1x)}",
            "rect{behavior:url(a.htc)}",
            "rect{fill:\"",
            "rect{fill:url(\"#a",
            "/* rect{fill:red}",
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
        assert_eq!(
            sheet(
                "/* a */ .st0, g > rect { fill: url( '#a' ) !important; stroke : #E60012 }\n#b{}"
            ),
            ".st0{fill:url( '#a' )!important;stroke:#E60012;}\
             g > rect{fill:url( '#a' )!important;stroke:#E60012;}"
                .replace(".st0", "[class~='st0']")
        );
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
                proptest::prop_assert!(!out.contains("@import") && !out.contains("src(") && !out.contains("set("), "{}", out);
                for (at, _) in out.match_indices("url(") {
                    let inside = out[at + 4..].trim_start_matches([' ', '\n', '\'', '"']);
                    proptest::prop_assert!(inside.starts_with('#'), "{}", out);
                }
            }
        }
    }
}
