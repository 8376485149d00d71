//! The form of an entry on disk: a first line, the length, a checksum over key and value, the
//! value.

use super::CacheKey;

/// The first line; entries in another form are not read.
const HEADER: &[u8] = b"chirashi cache 1\n";
/// Where the value begins: after the header, its length (64 bits) and the checksum (256 bits).
const VALUE: usize = HEADER.len() + 8 + 32;

/// A value as it stands on disk.
pub(super) fn encode(key: &CacheKey, value: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(VALUE + value.len());
    out.extend_from_slice(HEADER);
    out.extend_from_slice(&(value.len() as u64).to_le_bytes());
    out.extend_from_slice(&checksum(key, value));
    out.extend_from_slice(value);
    out
}

/// The value of an entry; `None` when it is not, byte for byte, what was put in under this key.
pub(super) fn decode(key: &CacheKey, mut bytes: Vec<u8>) -> Option<Vec<u8>> {
    let rest = bytes.strip_prefix(HEADER)?;
    let (length, rest) = rest.split_first_chunk::<8>()?;
    let (sum, value) = rest.split_first_chunk::<32>()?;
    let whole = u64::from_le_bytes(*length) == value.len() as u64 && *sum == checksum(key, value);
    whole.then(|| bytes.split_off(VALUE))
}

fn checksum(key: &CacheKey, value: &[u8]) -> [u8; 32] {
    *blake3::Hasher::new()
        .update(key.hash().as_bytes())
        .update(value)
        .finalize()
        .as_bytes()
}

/// Several results as one value, to be taken apart by [`unpack`].
#[must_use]
pub(crate) fn pack<'p>(parts: impl IntoIterator<Item = &'p [u8]>) -> Vec<u8> {
    let mut out = Vec::new();
    for part in parts {
        out.extend_from_slice(&(part.len() as u64).to_le_bytes());
        out.extend_from_slice(part);
    }
    out
}

/// What [`pack`] put together; `None` for anything else.
#[must_use]
pub(crate) fn unpack(mut value: &[u8]) -> Option<Vec<&[u8]>> {
    let mut parts = Vec::new();
    while !value.is_empty() {
        let (length, rest) = value.split_first_chunk::<8>()?;
        let (part, rest) = rest.split_at_checked(u64::from_le_bytes(*length).try_into().ok()?)?;
        parts.push(part);
        value = rest;
    }
    Some(parts)
}
