//! The drawings of the theme on pages: pictures that say nothing by themselves.

use tera::Value;

use super::page_context::PageContext;
use crate::base::Drawing;

/// A drawing, in the colours of the page.
pub(super) fn view(place: &PageContext<'_>, drawing: Option<Drawing>) -> Option<Value> {
    let path = format!("print/drawings/{}.svg", drawing?.name());
    let svg = place.site_context.theme.text(&path)?;
    let silent = "<svg class=\"drawing\" aria-hidden=\"true\" focusable=\"false\" ";
    Some(Value::safe_string(&svg.replacen("<svg ", silent, 1)))
}
