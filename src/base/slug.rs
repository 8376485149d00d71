//! The name of a thing in file names, links and addresses.

use std::fmt;

/// `[a-z0-9-]+`: safe in a file name on every system and in an address without escaping.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Slug(Box<str>);

impl Slug {
    /// The most characters that a name has.
    pub(crate) const LONGEST: usize = 100;

    /// Reads a slug; `None` when a character is not allowed or nothing is there.
    #[must_use]
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let fits = !text.is_empty()
            && text.len() <= Self::LONGEST
            && text
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        fits.then(|| Self(text.into()))
    }

    /// Whether Windows keeps the name for a device, so that no file or folder there can have it,
    /// whatever its ending.
    #[must_use]
    pub(crate) fn is_reserved(&self) -> bool {
        let port = |name: &str| {
            let number = self.0.strip_prefix(name);
            number.is_some_and(|n| matches!(n.as_bytes(), [b'1'..=b'9']))
        };
        matches!(&*self.0, "con" | "prn" | "aux" | "nul") || port("com") || port("lpt")
    }

    /// The slug as text.
    #[must_use]
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// `prefix-slug`, itself a slug when `prefix` is one.
    #[must_use]
    pub(crate) fn prefixed(&self, prefix: &Self) -> Self {
        Self(format!("{prefix}-{self}").into())
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl std::borrow::Borrow<str> for Slug {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl serde::Serialize for Slug {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_windows_own() {
        let reserved = |name: &str| Slug::parse(name).unwrap().is_reserved();
        for name in ["con", "prn", "aux", "nul", "com1", "com9", "lpt1", "lpt9"] {
            assert!(reserved(name), "{name}");
        }
        for name in [
            "con-1", "conn", "com", "com0", "com10", "lpt", "nuls", "a-con",
        ] {
            assert!(!reserved(name), "{name}");
        }
    }
}
