//! A line that would be right, in both languages.

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Example {
    pub(crate) ja: String,
    pub(crate) en: String,
}

impl Example {
    /// The same in both.
    pub(crate) fn same(text: impl Into<String>) -> Self {
        let ja = text.into();
        Self { en: ja.clone(), ja }
    }

    /// Each with `before` in front.
    #[must_use]
    pub(crate) fn behind(self, before: &str) -> Self {
        Self {
            ja: format!("{before}{}", self.ja),
            en: format!("{before}{}", self.en),
        }
    }
}
