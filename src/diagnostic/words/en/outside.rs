//! Addresses on other sites, in English.

use crate::diagnostic::Outside;

pub(super) fn words(fault: &Outside) -> (String, String) {
    match fault {
        Outside::Status(url, status @ (404 | 410)) => (
            format!("There is no page at {url} ({status})."),
            "Open it in a browser; write its present address, or remove the link.".into(),
        ),
        Outside::Status(url, status) => (
            format!("{url} cannot be opened ({status})."),
            "Open it in a browser. If that site is only out of order for a while, run `chirashi check --external` again later.".into(),
        ),
        Outside::Unreachable(url) => (
            format!("{url} cannot be reached."),
            "See whether the address is mistyped. Without an internet connection this warning appears too.".into(),
        ),
        Outside::TimedOut(url) => (
            format!("{url} did not answer in time."),
            "Open it in a browser; if it opens, there is nothing to do.".into(),
        ),
    }
}
