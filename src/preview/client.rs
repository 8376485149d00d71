//! What the preview adds to pages: its own script, which brings a style sheet with it.

/// Where the script lies.
pub(super) const SCRIPT_ADDRESS: &str = "/.chirashi/preview.js";

/// The preview's own script.
pub(super) const SCRIPT: &str = include_str!("client/preview.js");

/// Its style sheet, which the script brings with it.
pub(super) const STYLE: &str = include_str!("client/preview.css");
