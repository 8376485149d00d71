//! The template engine: compiled once, escaping by default, its errors turned into problems.

use std::io::{self, Write};

use tera::{Context, Error, ErrorKind, Kwargs, State, Tera, Value};

use super::ending;
use crate::base::Lang;
use crate::base::line_span;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::theme::Theme;
use crate::theme::ThemeFault;

/// The theme's templates, compiled.
pub(crate) struct TemplateEngine {
    tera: Tera,
}

/// What is wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TemplateError {
    template: String,
    line: Option<usize>,
    reason: String,
}

impl TemplateError {
    /// The fault as a problem of the theme's file.
    pub(super) fn diagnostic(self, theme: &Theme) -> Diagnostic {
        let path = format!("templates/{}", self.template);
        let (file, kind) = (
            theme.shown(&path),
            ThemeFault::Template {
                reason: self.reason,
            },
        );
        match (self.line, theme.text(&path)) {
            (Some(line), Some(text)) => {
                Diagnostic::outside(file, text, line_span(text, line), kind)
            }
            _ => Diagnostic::at_path(file, kind),
        }
    }

    fn of(error: &Error, template: &str) -> Self {
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => Self {
                template: report.filename().to_owned(),
                line: Some(report.span().start_line),
                reason: report.message().to_owned(),
            },
            _ => Self {
                template: template.to_owned(),
                line: None,
                reason: error.to_string(),
            },
        }
    }
}

impl TemplateEngine {
    /// Compiles the templates of the theme; `None`, and the reasons reported, when that fails.
    pub(crate) fn new(theme: &Theme, diagnostics: &mut Diagnostics) -> Option<Self> {
        let mut tera = Tera::default();
        tera.set_escape_fn(escape);
        tera.register_filter("fill", filled);
        tera.register_filter("kept", kept);
        let files: Vec<(&str, &str)> = theme
            .texts("templates/")
            .map(|(name, text)| (name.strip_prefix("templates/").unwrap_or(name), text))
            .collect();
        match tera.add_raw_templates(files) {
            Ok(()) => Some(Self { tera }),
            Err(error) => {
                diagnostics.report(TemplateError::of(&error, "base.html").diagnostic(theme));
                None
            }
        }
    }

    /// One page, or why its template failed. `scratch` is room to work in, used again and
    /// again, so that what is handed out is as large as the page and no larger.
    pub(super) fn render(
        &self,
        template: &str,
        context: &Context,
        scratch: &mut Vec<u8>,
    ) -> Result<Vec<u8>, TemplateError> {
        scratch.clear();
        match self.tera.render_to(template, context, &mut *scratch) {
            Ok(()) => Ok(scratch.as_slice().to_vec()),
            Err(error) => Err(TemplateError::of(&error, template)),
        }
    }
}

/// Writes text with the five characters of HTML escaped, in runs rather than byte by byte.
fn escape(text: &str, out: &mut dyn Write) -> io::Result<()> {
    let bytes = text.as_bytes();
    let mut from = 0;
    for (at, byte) in bytes.iter().enumerate() {
        let entity: &[u8] = match byte {
            b'&' => b"&amp;",
            b'<' => b"&lt;",
            b'>' => b"&gt;",
            b'"' => b"&quot;",
            b'\'' => b"&#39;",
            _ => continue,
        };
        out.write_all(&bytes[from..at])?;
        out.write_all(entity)?;
        from = at + 1;
    }
    out.write_all(&bytes[from..])
}

/// The filter `fill`: `{{ ui.voices | fill(n=7) }}`.
#[allow(clippy::needless_pass_by_value, reason = "the signature of a filter")]
fn filled(pattern: &str, kwargs: Kwargs, _: &State<'_>) -> String {
    let values: Vec<(String, String)> = kwargs
        .iter()
        .map(|(key, value)| {
            (
                key.as_str().unwrap_or_default().to_owned(),
                value.to_string(),
            )
        })
        .collect();
    let values: Vec<(&str, &str)> = values
        .iter()
        .map(|(k, v)| (k.as_str(), v.as_str()))
        .collect();
    fill(pattern, &values)
}

/// The filter `kept`: `{{ ui.topics_text | kept(lang=lang) }}`, a sentence whose end stays in one
/// piece.
#[allow(clippy::needless_pass_by_value, reason = "the signature of a filter")]
fn kept(text: &str, kwargs: Kwargs, _: &State<'_>) -> Value {
    let lang = kwargs
        .iter()
        .find(|(key, _)| key.as_str() == Some("lang"))
        .and_then(|(_, value)| Lang::parse(value.as_str()?));
    lang.map_or_else(
        || Value::normal_string(text),
        |lang| ending::kept(text, lang),
    )
}

/// Puts values into a phrase of the interface: `{name}` becomes the value, and `{n|one|many}`
/// becomes `one` when the value is 1 and `many` otherwise.
pub(super) fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((inside, after)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        let mut parts = inside.split('|');
        let key = parts.next().unwrap_or_default();
        let value = values
            .iter()
            .find(|(name, _)| *name == key)
            .map_or("", |(_, value)| value);
        match (parts.next(), parts.next()) {
            (Some(one), Some(many)) => out.push_str(if value == "1" { one } else { many }),
            _ => out.push_str(value),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Location;

    #[test]
    fn phrases_are_filled() {
        assert_eq!(fill("{n}人の声", &[("n", "7")]), "7人の声");
        assert_eq!(fill("{n} {n|voice|voices}", &[("n", "1")]), "1 voice");
        assert_eq!(fill("{n} {n|voice|voices}", &[("n", "7")]), "7 voices");
        assert_eq!(fill("{open", &[]), "{open");
        assert_eq!(fill("no {gap} here", &[]), "no  here");
    }

    #[test]
    fn a_broken_template_is_reported_at_its_line() {
        let own = [(
            "templates/crumbs.html".to_owned(),
            b"{# fine #}\n{% if %}".to_vec(),
        )]
        .into();
        let mut diagnostics = Diagnostics::default();
        let theme = Theme::new(Some(("themes/own".to_owned(), own)), &[], &mut diagnostics);
        assert!(TemplateEngine::new(&theme, &mut diagnostics).is_none());
        let problem = &diagnostics.as_slice()[0];
        let Location::Outside { path, span, .. } = &problem.place else {
            panic!("no place")
        };
        assert_eq!(
            (path.as_str(), span.start),
            ("themes/own/templates/crumbs.html", 11)
        );
        assert_eq!(problem.code(), "theme/template");
    }

    #[test]
    fn the_default_templates_compile() {
        let mut diagnostics = Diagnostics::default();
        let theme = Theme::new(None, &[Lang::JA, Lang::EN], &mut diagnostics);
        assert!(TemplateEngine::new(&theme, &mut diagnostics).is_some());
        assert_eq!(diagnostics.as_slice(), []);
    }

    #[test]
    fn html_is_escaped() {
        let mut out = Vec::new();
        escape("a<b & 'c' \"d\">", &mut out).unwrap();
        assert_eq!(out, b"a&lt;b &amp; &#39;c&#39; &quot;d&quot;&gt;");
    }
}
