//! The lines of a source around a problem, coloured and marked, as HTML.

use pulldown_cmark_escape::escape_html;

use crate::diagnostic::Mark;
use crate::web::paint;

/// Lines shown before the one that is marked.
const BEFORE: usize = 2;
/// Lines shown after it.
const AFTER: usize = 1;
/// Sources are coloured from their beginning; where that is longer than so many bytes, not at all.
const LONGEST: usize = 64 * 1024;

/// Appends the lines around a place, with the place marked.
pub(super) fn push(path: &str, mark: &Mark<'_>, out: &mut String) {
    let (text, mark, hit) = (mark.text, &mark.span, mark.line - 1);
    let first = hit.saturating_sub(BEFORE);
    let (language, from) = language(path, text, mark.start);
    let shown: Vec<ExcerptLine<'_>> = lines(text)
        .enumerate()
        .skip(first)
        .take(hit - first + 1 + AFTER)
        .filter(|(number, (_, line))| *number == hit || !line.trim().is_empty())
        .map(|(number, (start, line))| ExcerptLine {
            number,
            start,
            line,
        })
        .collect();
    let end = shown
        .last()
        .map_or(from, |last| last.start + last.line.len());
    let from = from.min(shown.first().map_or(from, |line| line.start));
    let is_short = end.saturating_sub(from) < LONGEST;
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = from;
    paint(
        if is_short { language } else { "" },
        &text[from..end],
        &mut |class, piece| {
            pieces.push(Piece {
                class,
                start: at,
                end: at + piece.len(),
            });
            at += piece.len();
        },
    );
    out.push_str("<pre class=\"source\"><code>");
    for line in &shown {
        let is_hit = line.number == hit;
        out.push_str(if is_hit {
            "<span class=\"line hit\">"
        } else {
            "<span class=\"line\">"
        });
        out.push_str("<span class=\"no\">");
        out.push_str(&(line.number + 1).to_string());
        out.push_str("</span><span class=\"text\">");
        let (start, end) = (line.start, line.start + line.line.len());
        if is_hit {
            let (a, b) = (mark.start.clamp(start, end), mark.end.clamp(start, end));
            push_pieces(text, &pieces, start, a, out);
            out.push_str("<mark>");
            push_pieces(text, &pieces, a, b, out);
            out.push_str("</mark>");
            push_pieces(text, &pieces, b, end, out);
        } else {
            push_pieces(text, &pieces, start, end, out);
        }
        out.push_str("</span></span>\n");
    }
    out.push_str("</code></pre>");
}

struct ExcerptLine<'t> {
    number: usize,
    start: usize,
    line: &'t str,
}

/// A piece of the source that looks alike.
struct Piece {
    class: Option<&'static str>,
    start: usize,
    end: usize,
}

/// Appends the source from `from` to `to`.
fn push_pieces(text: &str, pieces: &[Piece], from: usize, to: usize, out: &mut String) {
    for piece in pieces.iter().filter(|p| p.start < to && p.end > from) {
        let part = &text[piece.start.max(from)..piece.end.min(to)];
        if let Some(class) = piece.class {
            out.push_str("<span class=\"");
            out.push_str(class);
            out.push_str("\">");
        }
        push_text(part, out);
        if piece.class.is_some() {
            out.push_str("</span>");
        }
    }
}

/// Appends text as HTML.
pub(super) fn push_text(text: &str, out: &mut String) {
    // Writing to a string cannot fail.
    let _ = escape_html(out, text);
}

/// The lines of a text without their ends, each with the byte at which it begins.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line.trim_end_matches(['\n', '\r']))
    })
}

/// The language at a place of a file, and where that language begins.
fn language(path: &str, text: &str, at: usize) -> (&'static str, usize) {
    let ending = path.rsplit('.').next().unwrap_or_default();
    match ending {
        "yaml" => ("yaml", 0),
        "html" => ("html", 0),
        "css" => ("css", 0),
        "md" => {
            let mut rules = lines(text).filter(|(_, line)| line.trim_end() == "---");
            let opened = rules.next().map_or(0, |(start, line)| start + line.len());
            match rules.next() {
                Some((closed, _)) if at > closed => ("markdown", closed),
                _ if at < opened => ("", 0),
                _ => ("yaml", opened),
            }
        }
        _ => ("", 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Span;
    use crate::diagnostic::{Diagnostic, Located, Sources, UiLang};
    use crate::preview::PreviewFault;

    fn html(path: &str, text: &str, start: usize, end: usize) -> String {
        let mut sources = Sources::default();
        let file = sources.add(path, text);
        let fault = PreviewFault::Port {
            port: 4000,
            reason: None,
        };
        let problem = Diagnostic::at(Span::new(start, end).of(file), fault);
        let located = Located::new(&problem, &sources, UiLang::En);
        let mut out = String::new();
        push(
            path,
            located.place.unwrap().mark.as_ref().unwrap(),
            &mut out,
        );
        out
    }

    #[test]
    fn the_place_is_marked_in_its_line() {
        let text = "---\nname: 山田\ntopcs: [a]\n---\n\n文。\n";
        let at = text.find("topcs").unwrap();
        let found = html("a.ja.md", text, at, at + 5);
        assert!(
            found.contains("<mark><span class=\"hl-key\">topcs</span></mark>"),
            "{found}"
        );
        assert!(found.contains("<span class=\"no\">3</span>"), "{found}");
        assert!(found.contains("山田"), "{found}");
    }

    #[test]
    fn content_never_becomes_markup() {
        let text = "---\nname: <script>alert(1)</script>\n---\n\n<b onclick=x>\n";
        for at in 0..text.len() {
            let found = html("a.ja.md", text, at, at + 3);
            assert!(
                !found.contains("<script") && !found.contains("<b "),
                "{found}"
            );
        }
    }

    #[test]
    fn any_place_in_any_text_is_shown() {
        for text in [
            "",
            "\n",
            "あ",
            "---",
            "---\n",
            "---\r\nname: あ\r\n---\r\n\r\nい",
            "\n\n\n",
        ] {
            for start in 0..=text.len() + 1 {
                for end in start..=text.len() + 1 {
                    let found = html("x.md", text, start, end);
                    assert_eq!(
                        found.matches("<mark>").count(),
                        found.matches("class=\"line hit\"").count()
                    );
                }
            }
        }
    }
}
