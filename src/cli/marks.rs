//! `chirashi check --fix --marks`: the fragment that a heading has by itself, written behind it, so that
//! the address stays when the heading's own words change.

use std::path::Path;

use super::fix;
use crate::base::Span;
use crate::diagnostic::{Diagnostic, Diagnostics, UiLang};
use crate::project::{self, BuildOptions};
use crate::source::FixedFile;

/// Writes the marks; what was done, told for people.
pub(super) fn run(options: &BuildOptions, lang: UiLang, diagnostics: &mut Diagnostics) -> String {
    let (mut told, mut count) = (String::new(), 0_usize);
    for file in project::unmarked(options) {
        let after = marked(&file.text, &file.headings);
        if after == file.text {
            continue;
        }
        let fixed = FixedFile {
            before: file.text,
            after,
            encoding: None,
            line_ends: false,
        };
        match fix::write(
            &options.content,
            Path::new(&file.path),
            &file.path,
            &fixed,
            lang,
        ) {
            Ok(change) if change.is_empty() => {}
            Ok(change) => {
                count += 1;
                told.push_str(&change);
                told.push('\n');
            }
            Err(fault) => {
                diagnostics.report(Diagnostic::at_path(file.path, fault));
            }
        }
    }
    let end = match count {
        0 => lang.pick("印を付ける見出しはありませんでした。\n", "There was no heading to mark.\n").to_owned(),
        n => lang.pick(
            format!("{n}個のファイルの見出しに印を付けました。もとのファイルは「.bak」の付いた名前で残してあります。\n"),
            format!("Marked the headings of {n} file{}; the old ones are kept with `.bak` behind their names.\n", super::report::plural(n)),
        ),
    };
    told + &end + "\n"
}

/// The text with a mark behind each heading.
fn marked(text: &str, headings: &[(Span, String)]) -> String {
    let mut out = text.to_owned();
    // From the end, so that places before stay right.
    let mut headings: Vec<&(Span, String)> = headings.iter().collect();
    headings.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
    for (span, id) in headings {
        if let Some((at, mark)) = place(text, *span, id) {
            out.insert_str(at, &mark);
        }
    }
    out
}

/// Where the mark of a heading goes, and how it is written there; `None` for a heading that is written in
/// a way that takes none.
fn place(text: &str, span: Span, id: &str) -> Option<(usize, String)> {
    let heading = text.get(span.start..span.end)?.trim_end();
    // A heading over a line of `===` or `---` has its mark at the end of its words.
    let line = match heading.rsplit_once('\n') {
        Some((words, rule)) if rule.trim().trim_matches(['=', '-']).is_empty() => words.trim_end(),
        Some(_) => return None,
        None => heading,
    };
    let end = span.start + line.len();
    // `## Heading ##` would take it for words.
    if line.ends_with('#') {
        return None;
    }
    let braces = line
        .strip_suffix('}')
        .and_then(|rest| rest.rsplit_once('{'));
    match braces {
        // Marks of another kind, not furigana such as `{漢字|かんじ}`.
        Some((before, inside)) if !inside.contains('|') => {
            Some((span.start + before.len() + 1, format!("#{id} ")))
        }
        _ => Some((end, format!(" {{#{id}}}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(heading: &str) -> String {
        let text = format!("前\n\n{heading}\n\n後\n");
        let start = "前\n\n".len();
        marked(
            &text,
            &[(Span::new(start, start + heading.len() + 1), "h-a".into())],
        )
        .trim_start_matches("前\n\n")
        .trim_end_matches("\n\n後\n")
        .to_owned()
    }

    #[test]
    fn a_mark_goes_behind_the_words() {
        for (written, right) in [
            ("## 負担", "## 負担 {#h-a}"),
            ("## 負担  ", "## 負担 {#h-a}  "),
            (
                "### 負担 {.strong topic=a}",
                "### 負担 {#h-a .strong topic=a}",
            ),
            ("## {負担|ふたん}", "## {負担|ふたん} {#h-a}"),
            ("負担\n---", "負担 {#h-a}\n---"),
            ("## 負担 ##", "## 負担 ##"),
        ] {
            assert_eq!(of(written), right);
        }
    }
}
