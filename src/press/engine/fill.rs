//! How full the panels of a layout are, as the templates measured it.

use typst::foundations::Value;
use typst_layout::PagedDocument;

use super::metadata;

/// How full a panel is, as its template measured it.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::press) struct Fill {
    /// The panel's name.
    pub panel: String,
    /// The heights of its content at the tightest setting, in points: for each draft, for each
    /// way of leaving parts out.
    pub used: Vec<Vec<f64>>,
    /// The height that there is, in points.
    pub room: f64,
    /// From line to line, in points.
    pub line: f64,
}

impl Fill {
    /// How much of the room a draft takes when parts are left out in the given way.
    pub(in crate::press) fn share(&self, draft: usize, way: usize) -> Option<f64> {
        Some(self.used.get(draft)?.get(way)? / self.room.max(1.0))
    }
}

/// How full each panel of a layout is.
pub(super) fn told(document: &PagedDocument) -> Vec<Fill> {
    metadata::told(document, "fit")
        .iter()
        .filter_map(|value| {
            let Value::Dict(dict) = value else {
                return None;
            };
            let get = |key: &str| dict.get(key).ok();
            let panel = match get("panel")? {
                Value::Str(panel) => panel.to_string(),
                _ => return None,
            };
            let Value::Array(sizes) = get("used")? else {
                return None;
            };
            let used = sizes.iter().map(numbers).collect::<Option<_>>()?;
            Some(Fill {
                panel,
                used,
                room: number(get("room")?)?,
                line: number(get("line")?)?,
            })
        })
        .collect()
}

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Float(number) => Some(*number),
        #[allow(clippy::cast_precision_loss, reason = "heights in points are small")]
        Value::Int(number) => Some(*number as f64),
        _ => None,
    }
}

fn numbers(value: &Value) -> Option<Vec<f64>> {
    let Value::Array(values) = value else {
        return None;
    };
    values.iter().map(number).collect()
}
