//! Where the QR codes of a leaflet lead, and what its readers are told of that.

use super::content::{LeafletContent, Request};
use crate::base::QrChoice;
use crate::theme::Words;

/// A QR code to be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LeafletCode<'s> {
    /// Where it leads.
    pub url: &'s str,
    /// What happens to those who read it; none where the words for the page stand beside it.
    pub caption: Option<String>,
}

impl LeafletContent<'_> {
    /// The large code, beside the request: it leads where that can be followed.
    pub(crate) fn code(&self, words: &Words) -> Option<LeafletCode<'_>> {
        let call = (self.call.as_ref()).filter(|_| self.qr != QrChoice::Page);
        if let Some((call, url)) = call.and_then(|call| Some((call, call.url?))) {
            let caption = Some(opens(call, words));
            return Some(LeafletCode { url, caption });
        }
        let url = self.address.as_deref()?;
        Some(LeafletCode { url, caption: None })
    }

    /// The small code that leads to the page, where the large one does not.
    pub(crate) fn page_code(&self) -> Option<LeafletCode<'_>> {
        let has_two = self.qr == QrChoice::Both && self.call.as_ref()?.url.is_some();
        let url = self.address.as_deref().filter(|_| has_two)?;
        Some(LeafletCode { url, caption: None })
    }
}

/// What opens, by the words of the button where staff wrote some.
fn opens(call: &Request<'_>, words: &Words) -> String {
    match call.button {
        Some(button) => words.get("print-qr-button").replace("{button}", button),
        None => words.get("print-qr-call").to_owned(),
    }
}
