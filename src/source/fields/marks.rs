//! Marks of Markdown in values: a line of front matter shows them as they are, but for furigana where
//! text is set for reading.

use super::Fields;
use crate::base::{Lang, Spanned};
use crate::source::fault::SourceFault;
use crate::source::key::find;
use crate::source::quoted::safe;

impl Fields<'_> {
    /// Tells of marks that readers would see in a text of a key, or of one of its languages.
    pub(super) fn tell_of_marks(
        &mut self,
        key: &'static str,
        lang: Option<Lang>,
        text: &Spanned<String>,
    ) {
        let takes_furigana = find(self.table, key).is_some_and(|key| key.furigana);
        let bare = without_tags(&without_pairs(&text.value));
        let bare = if takes_furigana {
            bare
        } else {
            without_furigana(&bare)
        };
        let is_struck = text.value.split("~~").count() > 2;
        if bare == text.value && !is_struck {
            return;
        }
        let name = self.name(key);
        let written = lang.map_or_else(|| key.to_owned(), |lang| lang.to_string());
        // What is struck out may be gone, or be a range: 10時~~12時.
        let is_line = !is_struck && !bare.contains('\n');
        let right = is_line.then(|| format!("{written}: {}", safe(&bare)));
        let key = lang.map_or_else(|| name.clone(), |lang| format!("{name}.{lang}"));
        self.report(text.span, SourceFault::MarksInValue { key, right });
    }
}

/// A text without marks of bold type that stand in pairs on a line.
fn without_pairs(text: &str) -> String {
    const MARK: &str = "**";
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once(MARK) {
        let Some((inside, after)) = behind.split_once(MARK) else {
            break;
        };
        let is_pair =
            !inside.trim().is_empty() && inside.trim() == inside && !inside.contains('\n');
        out.push_str(before);
        out.push_str(if is_pair { inside } else { MARK });
        rest = if is_pair { after } else { behind };
    }
    out + rest
}

/// A text without the tags and characters by name that a text copied from the web has.
fn without_tags(text: &str) -> String {
    const TAGS: [&str; 10] = [
        "br", "b", "i", "u", "strong", "em", "span", "font", "p", "div",
    ];
    const NAMED: [(&str, &str); 5] = [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ];
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('<') {
        let name = behind.trim_start_matches('/');
        let end = name
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(name.len());
        let is_tag = TAGS.contains(&name[..end].to_ascii_lowercase().as_str());
        let after = behind
            .split_once('>')
            .filter(|_| is_tag)
            .map(|(_, after)| after);
        out.push_str(before);
        if after.is_none() {
            out.push('<');
        }
        rest = after.unwrap_or(behind);
    }
    out.push_str(rest);
    NAMED
        .iter()
        .fold(out, |text, (name, sign)| text.replace(name, sign))
}

/// `{菅谷|すがや}` as 菅谷.
fn without_furigana(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('{') {
        let ruby = behind.split_once('}').and_then(|(inside, after)| {
            let (base, reading) = inside.split_once('|')?;
            let is_kana = |c: char| matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ー' | '|' | ' ');
            let fits = !base.is_empty() && !reading.is_empty() && reading.chars().all(is_kana);
            fits.then_some((base, after))
        });
        out.push_str(before);
        match ruby {
            Some((base, after)) => {
                out.push_str(base);
                rest = after;
            }
            None => {
                out.push('{');
                rest = behind;
            }
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_marks_go() {
        for (written, bare) in [
            ("**夕方**の新", "夕方の新"),
            ("{菅谷|すがや}一郎", "菅谷一郎"),
            ("{菅谷|すがや|x}", "{菅谷|すがや|x}"),
            ("2 ** 3 ** 4", "2 ** 3 ** 4"),
            ("{ja|en}", "{ja|en}"),
            ("10時~~12時と13時~~15時", "10時~~12時と13時~~15時"),
        ] {
            let own = without_furigana(&without_pairs(written));
            assert_eq!(own, bare, "{written}");
        }
    }
}
