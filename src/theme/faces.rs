//! Which files of a theme are typefaces, and for what.

/// Whether a file is a typeface that leaflets can be set in.
#[must_use]
pub(crate) fn is_face(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default();
    let is_open_type = ["ttf", "otf"]
        .iter()
        .any(|own| ending.eq_ignore_ascii_case(own));
    path.starts_with("fonts/") && is_open_type
}

/// Whether a typeface is for large type on paper alone, and lends no character to text.
#[must_use]
pub(crate) fn is_display_face(path: &str) -> bool {
    path.starts_with("fonts/display/")
}
