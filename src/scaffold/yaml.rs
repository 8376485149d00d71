//! Values as YAML has them.

/// A line of text, in quotation marks where YAML would take it for something else.
pub(super) fn text(value: &str) -> String {
    let first = value.chars().next();
    let plain_start = first.is_some_and(|c| c.is_alphabetic() || matches!(c, '（' | '【' | '「'));
    let risky = value.contains(": ")
        || value.contains(" #")
        || value.ends_with(':')
        || value.ends_with(' ')
        || value.contains(|c: char| c.is_control() || matches!(c, '"' | '\\' | '：'));
    let word = matches!(
        value.to_ascii_lowercase().as_str(),
        "true" | "false" | "yes" | "no" | "on" | "off" | "null" | "y" | "n"
    );
    if plain_start && !risky && !word {
        return value.to_owned();
    }
    // A JSON string is a YAML string, but for characters that YAML takes only when escaped.
    let quoted = serde_json::Value::String(value.to_owned()).to_string();
    let mut text = String::with_capacity(quoted.len());
    for c in quoted.chars() {
        if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}' | '\u{feff}') {
            text.push_str(&format_args!("\\u{:04x}", u32::from(c)).to_string());
        } else {
            text.push(c);
        }
    }
    text
}

/// A list on one line.
pub(super) fn list<T: ToString>(items: impl IntoIterator<Item = T>) -> String {
    let items: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    format!("[{}]", items.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_quoted_where_it_has_to_be() {
        assert_eq!(text("【要記入】お名前"), "【要記入】お名前");
        assert_eq!(text("[FILL IN] Name"), "\"[FILL IN] Name\"");
        assert_eq!(text("No"), "\"No\"");
        assert_eq!(text("注意: \"x\""), "\"注意: \\\"x\\\"\"");
        assert_eq!(text(""), "\"\"");
        assert_eq!(text("\u{7f}"), "\"\\u007f\"");
    }

    proptest::proptest! {
        #[test]
        fn any_line_comes_back_as_it_was(value in "[^\r\n\u{85}\u{2028}\u{2029}\u{feff}]{1,40}") {
            let yaml = format!("a: {}\n", text(&value));
            let read: std::collections::BTreeMap<String, String> = serde_yaml::from_str(&yaml)
                .map_err(|e| proptest::test_runner::TestCaseError::fail(format!("{yaml:?}: {e}")))?;
            proptest::prop_assert_eq!(&read["a"], &value);
        }
    }
}
