//! Answers the browser's requests from the state that the preview is in.

use std::io;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_TYPE, ETAG, HeaderName, HeaderValue, IF_NONE_MATCH, LOCATION,
};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;
use tokio::sync::watch::Receiver;

use super::inject::{self, InjectedPage};
use super::snapshot::{Snapshot, fingerprint};
use super::{events, guard, report};
use crate::base::OutPath;
use crate::project::RenderedFile;

/// Where the browser hears of changes.
const EVENTS: &str = "/.chirashi/events";
/// The preview's own script.
const SCRIPT: &str = include_str!("client/preview.js");
/// Its style sheet, which the script brings with it.
pub(super) const STYLE: &str = include_str!("client/preview.css");

/// What every answer says: it is for this moment and this machine alone.
const HEADERS: [(HeaderName, &str); 5] = [
    (CACHE_CONTROL, "no-store"),
    (HeaderName::from_static("x-content-type-options"), "nosniff"),
    (HeaderName::from_static("x-frame-options"), "SAMEORIGIN"),
    (HeaderName::from_static("referrer-policy"), "same-origin"),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
];

#[derive(Clone)]
struct Server {
    port: u16,
    stands: Receiver<Arc<Snapshot>>,
}

/// Answers until the program ends.
pub(super) async fn serve(
    listener: std::net::TcpListener,
    port: u16,
    stands: Receiver<Arc<Snapshot>>,
) -> io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let router = Router::new()
        .fallback(answer)
        .with_state(Server { port, stands });
    axum::serve(listener, router).await
}

async fn answer(State(server): State<Server>, request: Request) -> Response {
    let (asked, _) = request.into_parts();
    let mut response = match guard::refuse(&asked.method, &asked.headers, server.port) {
        Some(status) => status.into_response(),
        None => respond(server, asked).await,
    };
    for (name, value) in HEADERS {
        let headers = response.headers_mut();
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

async fn respond(server: Server, asked: Parts) -> Response {
    let uri = &asked.uri;
    match uri.path() {
        EVENTS => {
            return events::stream(server.stands, uri.query().unwrap_or_default());
        }
        inject::SCRIPT => {
            let style = serde_json::to_string(STYLE).unwrap_or_default();
            let script = format!("const chirashiStyle = {style};\n{SCRIPT}");
            return ([(CONTENT_TYPE, "text/javascript; charset=utf-8")], script).into_response();
        }
        _ => {}
    }
    let stand = Arc::clone(&server.stands.borrow());
    let path = uri.path().to_owned();
    let made = tokio::task::spawn_blocking(move || find(&stand, &path)).await;
    match made {
        Ok(found) => found.into_response(&asked.headers),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// What stands at an address.
pub(super) enum Found {
    /// A page, with the script in it.
    Page(StatusCode, InjectedPage),
    /// Any other file.
    File(&'static str, Vec<u8>),
    /// A folder whose address lacks its last `/`.
    Folder(String),
}

/// What stands at the path of an address, as it was sent.
pub(super) fn find(stand: &Snapshot, path: &str) -> Found {
    let Some(renderer) = &stand.renderer else {
        let page = report::page(&stand.report(), stand.lang);
        return Found::Page(StatusCode::SERVICE_UNAVAILABLE, page);
    };
    let decoded = percent_decode_str(path).decode_utf8_lossy();
    let mut file = decoded.strip_prefix('/').unwrap_or(&decoded).to_owned();
    if file.is_empty() || file.ends_with('/') {
        file.push_str("index.html");
    }
    let Some(out) = OutPath::parse(&file) else {
        return missing(stand, &decoded);
    };
    match renderer.file(&out) {
        Some(RenderedFile {
            bytes: Some(bytes),
            leaflets,
            ..
        }) => {
            if file.ends_with(".html") {
                Found::Page(StatusCode::OK, inject::into(&bytes, leaflets, stand))
            } else {
                Found::File(content_type(&file), bytes)
            }
        }
        Some(RenderedFile { problems, .. }) => {
            let report = report::of(&problems, stand.sources(), stand.lang);
            let page = report::page(&report, stand.lang);
            Found::Page(StatusCode::INTERNAL_SERVER_ERROR, page)
        }
        None => {
            let index = OutPath::parse(&format!("{file}/index.html"));
            match index.and_then(|index| renderer.file(&index)) {
                Some(_) => Found::Folder(format!("{path}/")),
                None => missing(stand, &decoded),
            }
        }
    }
}

/// The site's own page for addresses that lead nowhere.
fn missing(stand: &Snapshot, path: &str) -> Found {
    let page = stand.renderer.as_ref().and_then(|e| e.not_found(path));
    let page = page.unwrap_or_default();
    Found::Page(
        StatusCode::NOT_FOUND,
        inject::into(&page, Vec::new(), stand),
    )
}

impl Found {
    fn into_response(self, asked: &HeaderMap) -> Response {
        match self {
            Self::Page(status, page) => {
                let kind = [(CONTENT_TYPE, "text/html; charset=utf-8")];
                (status, kind, page.html).into_response()
            }
            Self::File(kind, bytes) => {
                let tag = format!("\"{}\"", fingerprint(&bytes));
                let is_known = asked.get(IF_NONE_MATCH).is_some_and(|known| *known == *tag);
                if is_known {
                    return (StatusCode::NOT_MODIFIED, [(ETAG, tag)]).into_response();
                }
                let headers = [(CONTENT_TYPE, kind.to_owned()), (ETAG, tag)];
                (headers, Body::from(bytes)).into_response()
            }
            Self::Folder(address) => {
                (StatusCode::TEMPORARY_REDIRECT, [(LOCATION, address)]).into_response()
            }
        }
    }
}

/// The type of a file that is no page, by its ending.
fn content_type(path: &str) -> &'static str {
    let ending = path.rsplit('.').next().unwrap_or_default();
    match ending.to_ascii_lowercase().as_str() {
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "xml" if path.ends_with("feed.xml") => "application/atom+xml; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "pdf" => "application/pdf",
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "webp" => "image/webp",
        "gif" => "image/gif",
        "avif" => "image/avif",
        "svg" => "image/svg+xml",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}
