//! What stands on each side of a leaflet.

use std::borrow::Cow;

use serde::Serialize;
use tera::Value;

use super::qr;

/// One side.
#[derive(Serialize, Default)]
pub(super) struct Sheet<'a> {
    /// The class that sets the text's size.
    pub(super) fit: &'static str,
    pub(super) kicker: Option<&'a str>,
    pub(super) hook: Option<Value>,
    /// Whether the hook is too long to be set very large.
    pub(super) long: bool,
    pub(super) lead: Option<Value>,
    pub(super) person: Option<Who<'a>>,
    pub(super) points: Vec<Point<'a>>,
    pub(super) quote: Option<Quote>,
    pub(super) call: Option<Call<'a>>,
    pub(super) qr: Option<qr::Code>,
    pub(super) event: Option<String>,
    pub(super) contact: Option<Contact<'a>>,
    pub(super) source: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Who<'a> {
    pub(super) monogram: Cow<'a, str>,
    pub(super) name: &'a str,
    pub(super) affiliation: Cow<'a, str>,
}

/// A point, or a person with what was said.
#[derive(Serialize)]
pub(super) struct Point<'a> {
    pub(super) monogram: Option<Cow<'a, str>>,
    pub(super) heading: Value,
    pub(super) text: Option<Value>,
}

/// One passage, word for word.
#[derive(Serialize)]
pub(super) struct Quote {
    pub(super) heading: Value,
    pub(super) body: Value,
    pub(super) by: Option<String>,
}

/// What readers are asked to do.
#[derive(Serialize)]
pub(super) struct Call<'a> {
    pub(super) text: &'a str,
    pub(super) url: Option<&'a str>,
    pub(super) deadline: Option<String>,
}

/// Whom to ask.
#[derive(Serialize)]
pub(super) struct Contact<'a> {
    pub(super) name: Option<&'a str>,
    pub(super) address: Option<&'a str>,
    pub(super) phone: Option<&'a str>,
}
