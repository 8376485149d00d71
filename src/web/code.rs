//! Code blocks with a few class names for what the eye looks for; colours are the theme's.

use std::sync::OnceLock;

use syntect::easy::ScopeRegionIterator;
use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};
use syntect::util::LinesWithEndings;

use super::escape::push_text;

/// Which scopes get which class: the first that stands anywhere on the stack.
const CLASSES: [(&str, &str); 13] = [
    ("comment", "hl-comment"),
    ("entity.name.tag", "hl-key"),
    ("entity.name.section", "hl-heading"),
    ("markup.heading", "hl-heading"),
    ("punctuation.definition.heading", "hl-heading"),
    ("markup.underline.link", "hl-link"),
    ("markup.bold", "hl-strong"),
    ("markup.italic", "hl-strong"),
    ("keyword", "hl-keyword"),
    ("constant", "hl-value"),
    ("string", "hl-value"),
    ("markup.raw", "hl-value"),
    ("punctuation", "hl-mark"),
];

struct Painter {
    syntaxes: SyntaxSet,
    classes: Vec<(Scope, &'static str)>,
}

/// Loaded when the first page with code needs it.
fn painter() -> &'static Painter {
    static PAINTER: OnceLock<Painter> = OnceLock::new();
    PAINTER.get_or_init(|| Painter {
        syntaxes: SyntaxSet::load_defaults_newlines(),
        classes: CLASSES
            .iter()
            .filter_map(|(scope, class)| Some((Scope::new(scope).ok()?, *class)))
            .collect(),
    })
}

/// Appends code, coloured when `lang` names a language that is known.
pub(super) fn push(lang: &str, text: &str, out: &mut String) {
    let mut run = CodeRun::default();
    paint(lang, text, &mut |class, piece| {
        run.push(class, piece, out);
        if piece.ends_with('\n') {
            run.close(out);
        }
    });
    run.close(out);
}

/// Cuts code into pieces that are to look alike, each with its class, if it has one. What is in
/// a language that is not known is one piece.
pub(crate) fn paint(lang: &str, text: &str, each: &mut dyn FnMut(Option<&'static str>, &str)) {
    if lang.is_empty() {
        return each(None, text);
    }
    let painter = painter();
    match painter.syntaxes.find_syntax_by_token(lang) {
        Some(syntax) => painter.paint(syntax, text, each),
        None => each(None, text),
    }
}

impl Painter {
    fn paint(
        &self,
        syntax: &SyntaxReference,
        text: &str,
        each: &mut dyn FnMut(Option<&'static str>, &str),
    ) {
        let mut state = ParseState::new(syntax);
        let mut stack = ScopeStack::new();
        for line in LinesWithEndings::from(text) {
            let Ok(operations) = state.parse_line(line, &self.syntaxes) else {
                each(None, line);
                continue;
            };
            for (piece, operation) in ScopeRegionIterator::new(&operations, line) {
                if stack.apply(operation).is_ok() && !piece.is_empty() {
                    each(self.class(&stack), piece);
                }
            }
        }
    }

    fn class(&self, stack: &ScopeStack) -> Option<&'static str> {
        let scopes = stack.as_slice();
        let fits = |prefix: &Scope| scopes.iter().any(|scope| prefix.is_prefix_of(*scope));
        self.classes
            .iter()
            .find(|(prefix, _)| fits(prefix))
            .map(|(_, class)| *class)
    }
}

/// The span that is open, so that neighbours of one class share it.
#[derive(Default)]
struct CodeRun(Option<&'static str>);

impl CodeRun {
    fn push(&mut self, class: Option<&'static str>, piece: &str, out: &mut String) {
        if class != self.0 && !piece.trim().is_empty() {
            self.close(out);
            if let Some(class) = class {
                out.push_str("<span class=\"");
                out.push_str(class);
                out.push_str("\">");
            }
            self.0 = class;
        }
        push_text(piece, out);
    }

    fn close(&mut self, out: &mut String) {
        if self.0.take().is_some() {
            out.push_str("</span>");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(lang: &str, text: &str) -> String {
        let mut out = String::new();
        push(lang, text, &mut out);
        out
    }

    #[test]
    fn yaml_keys_are_marked_and_text_is_escaped() {
        let page = html("yaml", "name: <b>\n# note\n");
        assert!(
            page.contains("<span class=\"hl-key\">name</span>"),
            "{page}"
        );
        assert!(page.contains("&lt;b&gt;"), "{page}");
        assert!(page.contains("<span class=\"hl-comment\"># note"), "{page}");
        assert_eq!(
            page.matches("<span").count(),
            page.matches("</span>").count()
        );
    }

    #[test]
    fn an_unknown_language_is_plain() {
        assert_eq!(html("", "a < b"), "a &lt; b");
        assert_eq!(html("klingon", "a < b"), "a &lt; b");
    }
}
