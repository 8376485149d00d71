//! What would be right in the place of a fault of front matter, where the fault alone tells.

use super::{ChartFault, ModelFault};
use crate::base::{Loc, OutPath};
use crate::diagnostic::Instead;

pub(super) fn of(fault: &ModelFault, at: Loc) -> Option<Instead> {
    match fault {
        ModelFault::BadAlias { value } => Some(Instead::swap(at, value, address(value)?)),
        ModelFault::Chart(ChartFault::Value {
            value,
            right: Some(right),
            ..
        }) => Some(Instead::swap(at, value, right.clone())),
        _ => None,
    }
}

/// An old address as it can stand in the site.
fn address(value: &str) -> Option<String> {
    let value = value.trim().replace('\\', "/");
    let path = match value.split_once("://") {
        Some((_, rest)) => rest.split_once('/')?.1,
        None => &value,
    };
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let names = path
        .split('/')
        .filter(|name| !matches!(*name, "" | "." | ".."));
    let mut path = names.collect::<Vec<_>>().join("/");
    if !path.ends_with(".html") {
        path = format!("{}.html", path.trim_end_matches(".htm"));
    }
    let is_name = path != ".html";
    is_name
        .then(|| OutPath::parse(&path))
        .flatten()
        .map(|path| path.to_string())
}
