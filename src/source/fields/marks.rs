//! Marks of Markdown in values: a line of front matter shows them as they are, but for furigana where
//! text is set for reading.

use super::Fields;
use crate::base::{Lang, Spanned};
use crate::source::fault::SourceFault;
use crate::source::keys::is_of_settings;
use crate::source::quoted::safe;

/// The keys whose texts may have furigana.
const WITH_FURIGANA: [&str; 7] = [
    "title", "summary", "hook", "pull", "value", "caption", "source",
];

impl Fields<'_> {
    /// Tells of marks that readers would see in a text of a key, or of one of its languages.
    pub(super) fn tell_of_marks(
        &mut self,
        key: &'static str,
        lang: Option<Lang>,
        text: &Spanned<String>,
    ) {
        let takes_furigana = WITH_FURIGANA.contains(&key) && !is_of_settings(self.table);
        let bare = unmarked(&text.value, !takes_furigana);
        if bare == text.value {
            return;
        }
        let name = self.name(key);
        let written = lang.map_or_else(|| key.to_owned(), |lang| lang.to_string());
        let is_line = !bare.contains('\n');
        let right = is_line.then(|| format!("{written}: {}", safe(&bare)));
        let key = lang.map_or_else(|| name.clone(), |lang| format!("{name}.{lang}"));
        self.report(text.span, SourceFault::MarksInValue { key, right });
    }
}

/// A text without marks of bold type; without what is struck out; and, if wanted, without furigana.
fn unmarked(text: &str, furigana: bool) -> String {
    let text = without_pairs(text, "**", true);
    let text = without_pairs(&text, "~~", false);
    if furigana {
        without_furigana(&text)
    } else {
        text
    }
}

/// A text without marks that stand in pairs on a line, and what stands between them or not.
fn without_pairs(text: &str, mark: &str, keeps: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once(mark) {
        let Some((inside, after)) = behind.split_once(mark) else {
            break;
        };
        let is_pair =
            !inside.trim().is_empty() && inside.trim() == inside && !inside.contains('\n');
        if !is_pair {
            out.push_str(&rest[..before.len() + mark.len()]);
            rest = behind;
            continue;
        }
        out.push_str(before);
        if keeps {
            out.push_str(inside);
        }
        rest = after;
    }
    out + rest
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
            ("**夕方**の~~旧~~新", "夕方の新"),
            ("{菅谷|すがや}一郎", "菅谷一郎"),
            ("{菅谷|すがや|x}", "{菅谷|すがや|x}"),
            ("2 ** 3 ** 4", "2 ** 3 ** 4"),
            ("{ja|en}", "{ja|en}"),
            ("～～お知らせ～～ ~~", "～～お知らせ～～ ~~"),
        ] {
            assert_eq!(unmarked(written, true), bare, "{written}");
        }
        assert_eq!(unmarked("{返戻|へんれい}", false), "{返戻|へんれい}");
    }
}
