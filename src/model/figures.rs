//! The numbers that carry what a document says, as its file has them.

use super::docs::FigureDoc;
use super::fault::ModelFault;
use super::phrase;
use super::text::plain;
use crate::base::{Spanned, half_widths};
use crate::source::{Fields, LocalText};

/// So many are printed large; more than that is a table.
const MOST: usize = 3;
/// How wide a number with its unit may be, in letters of half width.
const WIDEST: usize = 20;

/// Takes the figures of a document.
pub(super) fn figures(f: &mut Fields<'_>) -> Vec<Spanned<FigureDoc>> {
    let all = f.maps("figures", |f| {
        let value = f.local("value");
        let value = f.required(value, "value");
        let caption = f.local("caption");
        // What is shown as right has both.
        let caption = match &value {
            Some(_) => f.required(caption, "caption"),
            None => caption,
        };
        let source = f.local("source");
        let value = value?;
        report_long(&value, f);
        Some(FigureDoc {
            value,
            caption: caption?,
            source,
        })
    });
    let all = all.unwrap_or_default();
    if let Some(over) = all.get(MOST) {
        let count = all.len();
        f.report(over.span, ModelFault::ManyFigures { count });
    }
    all
}

/// Reports a number that is too long to stand large.
fn report_long(value: &LocalText, f: &mut Fields<'_>) {
    let texts: Vec<&Spanned<String>> = match value {
        LocalText::One(text) => vec![text],
        LocalText::ByLang(texts) => texts.iter().map(|(_, text)| text).collect(),
    };
    for text in texts {
        // A reading stands over it.
        if half_widths(&plain(&phrase::<()>(&text.value))) > WIDEST {
            let value = text.value.clone();
            f.report(text.span, ModelFault::LongFigure { value });
        }
    }
}
