//! How questions at a terminal look: as they always do, with mistakes told in the reader's language.

use std::fmt;

use dialoguer::theme::Theme;

use crate::diagnostic::UiLang;

/// The look of questions in a language.
pub(super) struct Prompts(pub(super) UiLang);

impl Theme for Prompts {
    fn format_error(&self, to: &mut dyn fmt::Write, told: &str) -> fmt::Result {
        write!(to, "{}: {told}", self.0.pick("エラー", "error"))
    }
}
