//! JavaScript without indentation, empty lines, and lines that are comments. Line ends stay, since
//! they may end a statement; and so does all that stands within a literal or a longer comment. A
//! script whose literals cannot be told apart for certain stays as it is.

/// Words after which a slash begins a regular expression.
const BEFORE_REGEX: [&str; 14] = [
    "return",
    "typeof",
    "instanceof",
    "in",
    "of",
    "new",
    "delete",
    "void",
    "throw",
    "case",
    "do",
    "else",
    "await",
    "yield",
];

/// A script without what is needless.
pub(in crate::web) fn squeezed(script: &str) -> String {
    let Some(ends) = code_line_ends(script) else {
        return script.to_owned();
    };
    let mut out = String::with_capacity(script.len());
    let (mut start, mut in_code) = (0, true);
    for end in script
        .match_indices('\n')
        .map(|(at, _)| at)
        .chain([script.len()])
    {
        let ends_in_code = end == script.len() || ends.binary_search(&end).is_ok();
        let mut line = &script[start..end];
        if in_code {
            line = line.trim_start_matches(is_space);
        }
        if ends_in_code {
            line = line.trim_end_matches(is_space);
        }
        let whole = in_code && ends_in_code;
        if !(whole && (line.is_empty() || line.starts_with("//"))) {
            out.push_str(line);
            out.push('\n');
        }
        (start, in_code) = (end + 1, ends_in_code);
    }
    out
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r')
}

/// The line ends that stand outside of literals and longer comments, in order; `None` where that
/// cannot be told.
fn code_line_ends(script: &str) -> Option<Vec<usize>> {
    // Other characters end lines, too; nobody types them.
    if script
        .replace("\r\n", "\n")
        .contains(['\r', '\u{2028}', '\u{2029}'])
    {
        return None;
    }
    let bytes = script.as_bytes();
    let mut ends = Vec::new();
    // How many braces are open in each `${…}` that is.
    let mut templates: Vec<usize> = Vec::new();
    let (mut at, mut code) = (0, 0);
    while let Some(byte) = bytes.get(at) {
        let following = bytes.get(at + 1);
        at = match (byte, following) {
            (b'/', Some(b'/')) => at + script[at..].find('\n').unwrap_or(script.len() - at),
            (b'/', Some(b'*')) => at + 2 + script[at + 2..].find("*/")? + 2,
            (b'\n', _) => {
                ends.push(at);
                at + 1
            }
            (b' ' | b'\t' | b'\r', _) => at + 1,
            _ => {
                let end = match byte {
                    b'"' | b'\'' => literal_end(bytes, at + 1, *byte)?,
                    b'/' if begins_regex(&script[..code]) => regex_end(bytes, at + 1)?,
                    b'`' => template_end(bytes, at + 1, &mut templates)?,
                    b'}' if templates.last() == Some(&0) => {
                        templates.pop();
                        template_end(bytes, at + 1, &mut templates)?
                    }
                    b'{' | b'}' => {
                        if let Some(open) = templates.last_mut() {
                            *open = if *byte == b'{' { *open + 1 } else { *open - 1 };
                        }
                        at + 1
                    }
                    _ => at + 1,
                };
                code = end;
                end
            }
        };
    }
    templates.is_empty().then_some(ends)
}

/// Whether a slash after some code begins a regular expression, and does not divide: no value
/// ends there. After `)` and `}`, where both may be, it is taken to divide; what is then read wrong
/// does not come out even.
fn begins_regex(code: &str) -> bool {
    let code = code.trim_end_matches([' ', '\t', '\r', '\n']);
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$') || !c.is_ascii();
    let word = &code[code.trim_end_matches(is_word).len()..];
    if word.is_empty() {
        return !code.ends_with([')', ']', '}', '"', '\'', '`', '/']);
    }
    let is_member = code[..code.len() - word.len()].ends_with(['.', '#']);
    BEFORE_REGEX.contains(&word) && !is_member
}

/// Where a string ends; none goes over a line, unless its end is escaped.
fn literal_end(bytes: &[u8], from: usize, quote: u8) -> Option<usize> {
    let mut at = from;
    loop {
        match *bytes.get(at)? {
            b'\\' => at += 2,
            b'\n' => return None,
            byte if byte == quote => return Some(at + 1),
            _ => at += 1,
        }
    }
}

/// Where a regular expression ends, its flags aside.
fn regex_end(bytes: &[u8], from: usize) -> Option<usize> {
    let (mut at, mut in_class) = (from, false);
    loop {
        match *bytes.get(at)? {
            b'\n' => return None,
            b'\\' => at += 1,
            b'[' => in_class = true,
            b']' => in_class = false,
            b'/' if !in_class => return Some(at + 1),
            _ => {}
        }
        at += 1;
    }
}

/// Where a template ends, or the next code in it begins.
fn template_end(bytes: &[u8], from: usize, templates: &mut Vec<usize>) -> Option<usize> {
    let mut at = from;
    loop {
        match (*bytes.get(at)?, bytes.get(at + 1)) {
            (b'\\', _) => at += 2,
            (b'`', _) => return Some(at + 1),
            (b'$', Some(b'{')) => {
                templates.push(0);
                return Some(at + 2);
            }
            _ => at += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go() {
        for (script, squeezed_to) in [
            (
                "// A\n\n  const a = \"//\"; // kept\n  // B\n",
                "const a = \"//\"; // kept\n",
            ),
            ("\tf();\r\n\r\n  // g\r\n  h()", "f();\nh()\n"),
            ("a = b / c; // it's\n  // d", "a = b / c; // it's\n"),
            ("a = `b`; // `c\n  // d\n", "a = `b`; // `c\n"),
            (
                "if (/[`\"'/]/u.test(a)) b();\n  // c\n",
                "if (/[`\"'/]/u.test(a)) b();\n",
            ),
            ("  return /\\/'/;\n", "return /\\/'/;\n"),
            (
                "a = `${b ? `${{ c: \"`\" }.c}` : 1}`;\n  // d\n",
                "a = `${b ? `${{ c: \"`\" }.c}` : 1}`;\n",
            ),
        ] {
            assert_eq!(squeezed(script), squeezed_to);
        }
    }

    #[test]
    fn what_stands_in_a_literal_stays() {
        for script in [
            "a = `\n  // b\n\n  c  \n`;\n",
            "a = `${b}\n  // c\n${`\n  // d\n`}`;\n",
            "a = 'b \\\n  // c';\n",
            "/* a\n  // b */ c();\n",
            "/*\n  // */ a();\n",
            "a = b\n++c\n",
            "a = b\n/c/g\n",
        ] {
            assert_eq!(squeezed(script), script);
        }
    }

    #[test]
    fn what_cannot_be_told_apart_stays_as_it_is() {
        for script in [
            "  a = 'b\n",
            "  a = `b\n",
            "  // a\u{2028}  b();\n",
            "  // a\r  b();\n",
            "  if (a) /'/.test(b);\n",
            "  if (a) /`/.test(b);\n",
            "  /* a",
        ] {
            assert_eq!(squeezed(script), script);
        }
    }

    proptest::proptest! {
        #[test]
        fn no_template_is_changed(text in "[^`\\\\$\r\u{2028}\u{2029}]*") {
            let script = format!("  a(`{text}`);\n  // b\n");
            proptest::prop_assert_eq!(squeezed(&script), format!("a(`{text}`);\n"));
        }

        #[test]
        fn nothing_makes_it_panic(script in "[a/*`'\"{}$\\\\\n \r()\\[\\]é]*") {
            let once = squeezed(&script);
            proptest::prop_assert!(once.len() <= script.len() + 1);
        }
    }
}
