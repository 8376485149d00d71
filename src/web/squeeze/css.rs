//! CSS without comments, and with no more white space than it needs. Strings, addresses and escapes
//! are copied as they are (CSS Syntax Level 3, §4.3).

/// A piece of CSS.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CssToken {
    Space,
    Comment,
    /// What is copied, and whose last character is no sign of its own.
    Whole,
    /// A character that may be a sign, such as a brace.
    Sign(char),
}

/// A style sheet without comments and needless white space, on one line.
pub(in crate::web) fn squeezed(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let (mut spaced, mut commented) = (false, false);
    // The style sheet before, if there is one, ended with a rule.
    let mut before = CssToken::Sign('}');
    let mut rest = css;
    while let Some(first) = rest.chars().next() {
        let (piece, length) = next(rest, first);
        let (written, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        match piece {
            CssToken::Space => spaced = true,
            CssToken::Comment => commented = true,
            piece => {
                if (spaced || commented) && !is_needless(before, piece) {
                    // A comment alone parts two names without being white space.
                    out.push_str(if spaced { " " } else { "/**/" });
                }
                out.push_str(written);
                (before, spaced, commented) = (piece, false, false);
            }
        }
        rest = after;
    }
    out.push('\n');
    out
}

/// Whether white space between two pieces means nothing.
fn is_needless(before: CssToken, after: CssToken) -> bool {
    let sign = |piece| match piece {
        CssToken::Sign(sign) => sign,
        _ => ' ',
    };
    match (sign(before), sign(after)) {
        // The value of a custom property may be white space.
        (':', ';' | '}') => false,
        ('{' | '}' | ';' | ',' | ':', _) | (_, '{' | '}' | ';') => true,
        _ => false,
    }
}

/// The first piece of some CSS, and its length.
fn next(css: &str, first: char) -> (CssToken, usize) {
    match first {
        c if is_space(c) => (CssToken::Space, run(css, is_space)),
        '/' if css.starts_with("/*") => {
            let end = css[2..].find("*/").map(|at| at + 4);
            (CssToken::Comment, end.unwrap_or(css.len()))
        }
        '"' | '\'' => (CssToken::Whole, string(css, first)),
        '\\' => (CssToken::Whole, escape(css)),
        c if is_name(c) => (CssToken::Whole, name(css)),
        c => (CssToken::Sign(c), c.len_utf8()),
    }
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_') || !c.is_ascii()
}

fn run(css: &str, is: fn(char) -> bool) -> usize {
    css.find(|c| !is(c)).unwrap_or(css.len())
}

/// How long a string is.
fn string(css: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in css.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            // A string that is not closed ends with its line, and needs that end.
            '\n' => return at + 1,
            c if c == quote => return at + 1,
            _ => {}
        }
    }
    css.len()
}

/// How long an escape is: a character, or its number and the white space that ends it.
fn escape(css: &str) -> usize {
    let digits = css[1..].chars().take(6).take_while(char::is_ascii_hexdigit);
    let digits = digits.count();
    let more = css[1 + digits..].chars().next();
    match more.filter(|c| digits == 0 || is_space(*c)) {
        Some(c) => 1 + digits + c.len_utf8(),
        None => 1 + digits,
    }
}

/// How long a name or number is; `url(…)` without quotation marks is one with it.
fn name(css: &str) -> usize {
    let end = run(css, is_name);
    let Some(inside) = css[end..].strip_prefix('(') else {
        return end;
    };
    let is_url = css[..end].eq_ignore_ascii_case("url");
    if !is_url || inside.trim_start_matches(is_space).starts_with(['"', '\'']) {
        return end;
    }
    let mut escaped = false;
    let close = inside.find(|c| {
        let closes = c == ')' && !escaped;
        escaped = c == '\\' && !escaped;
        closes
    });
    close.map_or(css.len(), |at| end + 1 + at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_white_space_go() {
        assert_eq!(
            squeezed(
                "/* a */\n:root {\n  --x: 1px\n    2px;\n}\n\na,\nb {\n  color: red; /* b */\n}\n"
            ),
            ":root{--x:1px 2px;}a,b{color:red;}\n"
        );
        assert_eq!(squeezed(""), "\n");
    }

    #[test]
    fn what_means_something_stays() {
        for css in [
            "a{content:\"/* a */  {  b: c;  }\";}",
            "a{content:'it\\'s /* a';}",
            "a{background:url(//example.org/*a*/b;c{);}",
            "a{background:URL( a\\)/*b*/ );}",
            "a{width:calc(1px + 2px - (3px * 4));}",
            "a .b :hover > c + d ~ e{color:red;}",
            "a:not(.b) *{color:red;}",
            "a[b=\"c  d\"] [e]{color:red;}",
            ".a\\{ .b\\: c\\, d{color:red;}",
            ".\\26  b.\\26 c{color:red;}",
            "a{--x: ;--y:1px 2px;}",
            "a{--x: }",
            "a/**/b{color:red;}",
            "a{margin:1px/**/2px;}",
            "@media (min-width:10em) and (max-width:20em){a{color:red;}}",
            "a{color:red!important;font:1em/1.5 'A  B',serif;}",
            "@supports not (a:b){a{b:c;}}",
            "a{b:\"c\\\nd  e\";}",
        ] {
            assert_eq!(squeezed(css), format!("{css}\n"), "{css}");
        }
    }

    #[test]
    fn what_is_not_closed_is_kept() {
        assert_eq!(squeezed("a { b: \"c  d\n}"), "a{b:\"c  d\n}\n");
        assert_eq!(squeezed("a { b: url(c  d"), "a{b:url(c  d\n");
        assert_eq!(squeezed("a { b: c } /* d"), "a{b:c}\n");
        assert_eq!(squeezed("\\"), "\\\n");
    }

    proptest::proptest! {
        #[test]
        fn squeezing_twice_changes_nothing(
            parts in proptest::collection::vec(
                proptest::sample::select(vec![
                    "a", "url(", ")", "\"", "'", "/*", "*/", "{", "}", ";", ":", ",", " ", "\n", "\\", "26", "--x", "(", "é", "/",
                ]),
                0..24,
            ),
        ) {
            let once = squeezed(&parts.concat());
            proptest::prop_assert_eq!(squeezed(once.strip_suffix('\n').unwrap()), once);
        }

        #[test]
        fn strings_come_through(text in "[^\"\\\\\n\r\u{c}]*") {
            let css = format!("a {{ b: \"{text}\" ; }}");
            proptest::prop_assert_eq!(squeezed(&css), format!("a{{b:\"{text}\";}}\n"));
        }
    }
}
