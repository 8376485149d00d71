//! Language codes as small copyable values, and tables keyed by them.

use std::fmt;

/// A language code in the form BCP 47 calls a *language tag*, restricted to at most eight
/// lower-case ASCII letters, digits and hyphens: `ja`, `en`, `zh-hant` does not fit, `zh` does.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang([u8; 8]);

impl Lang {
    /// Japanese.
    pub const JA: Self = Self(*b"ja\0\0\0\0\0\0");
    /// English.
    pub const EN: Self = Self(*b"en\0\0\0\0\0\0");

    /// Reads a code; `None` when it is not two to eight of `[a-z0-9-]` beginning with two letters.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        let bytes = code.as_bytes();
        let shaped = (2..=8).contains(&bytes.len())
            && bytes[..2].iter().all(u8::is_ascii_lowercase)
            && !code.ends_with('-')
            && bytes
                .iter()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || *b == b'-');
        shaped.then(|| {
            let mut own = [0; 8];
            own[..bytes.len()].copy_from_slice(bytes);
            Self(own)
        })
    }

    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let end = self.0.iter().position(|b| *b == 0).unwrap_or(self.0.len());
        std::str::from_utf8(&self.0[..end]).unwrap_or("")
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl serde::Serialize for Lang {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// One value per language, in the order in which they were put in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ByLang<T>(Vec<(Lang, T)>);

impl<T> ByLang<T> {
    /// The value for exactly this language.
    #[must_use]
    pub(crate) fn get(&self, lang: Lang) -> Option<&T> {
        self.0.iter().find(|(l, _)| *l == lang).map(|(_, v)| v)
    }

    /// Puts a value in; a value already there is replaced.
    pub(crate) fn insert(&mut self, lang: Lang, value: T) {
        match self.0.iter_mut().find(|(l, _)| *l == lang) {
            Some((_, old)) => *old = value,
            None => self.0.push((lang, value)),
        }
    }

    /// All pairs in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Lang, &T)> {
        self.0.iter().map(|(l, v)| (*l, v))
    }

    /// Whether nothing is in it.
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> Default for ByLang<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> FromIterator<(Lang, T)> for ByLang<T> {
    fn from_iter<I: IntoIterator<Item = (Lang, T)>>(pairs: I) -> Self {
        let mut table = Self::default();
        for (lang, value) in pairs {
            table.insert(lang, value);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_or_refused() {
        assert_eq!(Lang::parse("ja"), Some(Lang::JA));
        assert_eq!(
            Lang::parse("zh-hans").map(|l| l.to_string()).as_deref(),
            Some("zh-hans")
        );
        for bad in [
            "",
            "j",
            "JA",
            "日本",
            "ja_JP",
            "../x",
            "verylonglang",
            "ja-",
        ] {
            assert_eq!(Lang::parse(bad), None, "{bad}");
        }
    }
}
