//! What a result was made from, as one fingerprint.

use blake3::{Hash, Hasher};

/// The key of an entry. Two keys are the same only when kind, program and every input are.
#[derive(Debug, Clone)]
pub struct CacheKey {
    kind: &'static str,
    hasher: Hasher,
}

impl CacheKey {
    /// A key for a kind of result (a folder name: lower-case letters and hyphens), made by this
    /// program as it was built: another build may make the same thing differently.
    #[must_use]
    pub fn new(kind: &'static str) -> Self {
        let hasher = Hasher::new();
        Self { kind, hasher }
            .with(kind)
            .with(env!("CARGO_PKG_VERSION"))
            .with(env!("CHIRASHI_BUILD"))
    }

    /// The key with one more input; their order counts, and where one ends and the next begins.
    #[must_use]
    pub fn with(mut self, input: impl AsRef<[u8]>) -> Self {
        let input = input.as_ref();
        self.hasher.update(&(input.len() as u64).to_le_bytes());
        self.hasher.update(input);
        self
    }

    pub(super) fn kind(&self) -> &'static str {
        self.kind
    }

    pub(super) fn hash(&self) -> Hash {
        self.hasher.finalize()
    }

    /// The fingerprint as 64 hexadecimal digits.
    #[must_use]
    pub fn name(&self) -> String {
        self.hash().to_hex().to_string()
    }
}
