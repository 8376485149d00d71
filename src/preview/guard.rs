//! Whom the preview answers: browsers on this machine that ask for it by its own name.
//!
//! A page elsewhere on the web could have its name lead to this machine (DNS rebinding) and read
//! what is not yet published; its requests carry its own name as host.

use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, Method, StatusCode};

/// Why a request is refused, if it is.
pub(super) fn refuse(method: &Method, headers: &HeaderMap, port: u16) -> Option<StatusCode> {
    if method != Method::GET && method != Method::HEAD {
        return Some(StatusCode::METHOD_NOT_ALLOWED);
    }
    let own = own_names(port);
    let mut hosts = headers.get_all(HOST).iter();
    let host = hosts.next().and_then(|host| host.to_str().ok());
    let is_ours = |host: &str| own.iter().any(|name| name.eq_ignore_ascii_case(host));
    if !host.is_some_and(is_ours) || hosts.next().is_some() {
        return Some(StatusCode::MISDIRECTED_REQUEST);
    }
    let is_own_origin = |origin: &str| {
        origin
            .strip_prefix("http://")
            .is_some_and(|host| own.iter().any(|name| name == host))
    };
    let mut origins = headers.get_all(ORIGIN).iter();
    let is_foreign = origins.any(|origin| !origin.to_str().is_ok_and(is_own_origin));
    is_foreign.then_some(StatusCode::FORBIDDEN)
}

/// The names by which this machine calls itself. A port that every browser leaves out is never
/// among those that are tried, but may be asked for.
fn own_names(port: u16) -> Vec<String> {
    let names = ["127.0.0.1", "localhost"];
    let bare = names.iter().filter(|_| port == 80).map(ToString::to_string);
    let with_port = names.iter().map(|name| format!("{name}:{port}"));
    with_port.chain(bare).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(method: &Method, headers: &[(axum::http::HeaderName, &str)]) -> Option<u16> {
        let headers = headers
            .iter()
            .map(|(name, value)| (name.clone(), value.parse().unwrap()))
            .collect();
        refuse(method, &headers, 4000).map(|status| status.as_u16())
    }

    #[test]
    fn only_its_own_names_are_answered() {
        for host in ["127.0.0.1:4000", "localhost:4000", "LOCALHOST:4000"] {
            assert_eq!(refused(&Method::GET, &[(HOST, host)]), None, "{host}");
            assert_eq!(refused(&Method::HEAD, &[(HOST, host)]), None, "{host}");
        }
        for host in [
            "evil.example:4000",
            "127.0.0.1",
            "127.0.0.1:4001",
            "127.0.0.1:4000.evil.example",
            "localhost",
            "",
        ] {
            assert_eq!(refused(&Method::GET, &[(HOST, host)]), Some(421), "{host}");
        }
        assert_eq!(refused(&Method::GET, &[]), Some(421));
    }

    #[test]
    fn nothing_is_written_and_no_other_page_may_read() {
        let own = (HOST, "127.0.0.1:4000");
        for method in [Method::POST, Method::PUT, Method::DELETE, Method::OPTIONS] {
            assert_eq!(refused(&method, std::slice::from_ref(&own)), Some(405));
        }
        let with = |origin| refused(&Method::GET, &[own.clone(), (ORIGIN, origin)]);
        assert_eq!(with("http://127.0.0.1:4000"), None);
        assert_eq!(with("http://localhost:4000"), None);
        assert_eq!(with("https://evil.example"), Some(403));
        assert_eq!(with("http://127.0.0.1:4001"), Some(403));
        assert_eq!(with("null"), Some(403));
    }
}
