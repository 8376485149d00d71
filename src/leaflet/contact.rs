//! Whom to ask, and addresses as they are printed.

use super::content::LeafletContent;

/// Who publishes, as paper and page say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LeafletContact<'s> {
    /// The name.
    pub name: &'s str,
    /// The postal address.
    pub address: Option<&'s str>,
    /// The telephone number.
    pub phone: Option<&'s str>,
    /// The address for mail.
    pub email: Option<&'s str>,
    /// The address of a site, without what nobody types.
    pub url: Option<&'s str>,
}

impl<'s> LeafletContent<'s> {
    /// Whom to ask; nobody where the publisher has no name in the leaflet's language.
    pub(crate) fn contact(&self) -> Option<LeafletContact<'s>> {
        let (publisher, lang) = (self.publisher, self.lang);
        Some(LeafletContact {
            name: publisher.name.get(lang)?,
            address: publisher.address.get(lang).map(String::as_str),
            phone: publisher.phone.get(lang).map(String::as_str),
            email: publisher.email.as_deref(),
            url: publisher.url.as_deref().map(short),
        })
    }
}

/// An address as it is printed: without its scheme and a `/` at the end.
pub(crate) fn short(url: &str) -> &str {
    let bare = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"))
        .unwrap_or(url);
    bare.trim_end_matches('/')
}
