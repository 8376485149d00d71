//! A line without what is struck out in it, for places that cannot strike.

use std::borrow::Cow;

use super::inline::Inline;

/// The line without what is struck out; of the spaces around it one stays.
#[must_use]
pub(crate) fn unstruck<L: Clone>(line: &[Inline<L>]) -> Cow<'_, [Inline<L>]> {
    if line.iter().any(is_struck) {
        Cow::Owned(Rest::default().of(line))
    } else {
        Cow::Borrowed(line)
    }
}

fn is_struck<L>(inline: &Inline<L>) -> bool {
    match inline {
        Inline::Strike(_) => true,
        Inline::Emphasis(content)
        | Inline::Strong(content)
        | Inline::Note { content, .. }
        | Inline::Link { content, .. } => content.iter().any(is_struck),
        _ => false,
    }
}

/// What is left of a line, from its beginning on.
#[derive(Default)]
struct Rest {
    /// The last character that stays.
    last: Option<char>,
    /// Whether something was left out behind it.
    is_after_struck: bool,
}

impl Rest {
    fn of<L: Clone>(&mut self, line: &[Inline<L>]) -> Vec<Inline<L>> {
        let mut kept = Vec::with_capacity(line.len());
        for inline in line {
            match inline {
                Inline::Strike(_) => self.is_after_struck = true,
                Inline::Text(text) => {
                    let text = self.text(text);
                    if !text.is_empty() {
                        kept.push(Inline::Text(text.to_owned()));
                    }
                }
                Inline::Emphasis(content) => self.inside(content, Inline::Emphasis, &mut kept),
                Inline::Strong(content) => self.inside(content, Inline::Strong, &mut kept),
                Inline::Link { to, content } => {
                    let link = |content| Inline::Link {
                        to: to.clone(),
                        content,
                    };
                    self.inside(content, link, &mut kept);
                }
                Inline::Note { label, content } => {
                    let content = Self::default().of(content);
                    if !content.is_empty() {
                        let label = label.clone();
                        self.goes_on(')');
                        kept.push(Inline::Note { label, content });
                    }
                }
                Inline::Break => {
                    self.goes_on('\n');
                    kept.push(Inline::Break);
                }
                Inline::Code(_) | Inline::Image { .. } | Inline::Ruby { .. } => {
                    self.goes_on('a');
                    kept.push(inline.clone());
                }
            }
        }
        kept
    }

    fn inside<L: Clone>(
        &mut self,
        content: &[Inline<L>],
        wrap: impl FnOnce(Vec<Inline<L>>) -> Inline<L>,
        kept: &mut Vec<Inline<L>>,
    ) {
        let content = self.of(content);
        if !content.is_empty() {
            kept.push(wrap(content));
        }
    }

    fn text<'t>(&mut self, text: &'t str) -> &'t str {
        let is_spaced = self.last.is_none_or(char::is_whitespace);
        let text = if self.is_after_struck && is_spaced {
            text.trim_start()
        } else {
            text
        };
        if let Some(last) = text.chars().next_back() {
            self.goes_on(last);
        }
        text
    }

    fn goes_on(&mut self, last: char) {
        self.last = Some(last);
        self.is_after_struck = false;
    }
}

#[cfg(test)]
mod tests {
    use super::unstruck;
    use crate::model::inline::Inline;

    #[test]
    fn one_space_stays_where_words_went() {
        let text = |words: &str| Inline::<()>::Text(words.to_owned());
        let struck = |words: &str| Inline::Strike(vec![text(words)]);
        for (line, left) in [
            (vec![text("案に"), struck("賛成"), text("反対")], "案に反対"),
            (
                vec![text("a fee of "), struck("5"), text(" 3 yen")],
                "a fee of 3 yen",
            ),
            (vec![struck("旧"), text(" 新")], "新"),
            (vec![Inline::Strong(vec![struck("旧")]), text("新")], "新"),
            (vec![struck("旧")], ""),
        ] {
            let kept = unstruck(&line);
            let words = kept.iter().map(|inline| match inline {
                Inline::Text(words) => words.clone(),
                other => format!("{other:?}"),
            });
            assert_eq!(words.collect::<String>(), left);
        }
    }
}
