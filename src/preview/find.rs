//! What stands at an address of the preview, and how it is sent.

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, ETAG, IF_NONE_MATCH, LOCATION};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;

use super::injected_page::{InjectedPage, fingerprint};
use super::snapshot::Snapshot;
use super::{inject, report};
use crate::base::OutPath;
use crate::project::RenderedFile;

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
pub(super) fn find(snapshot: &Snapshot, path: &str) -> Found {
    let Some(renderer) = &snapshot.renderer else {
        let page = report::page(&snapshot.report(), snapshot.lang);
        return Found::Page(StatusCode::SERVICE_UNAVAILABLE, page);
    };
    let decoded = percent_decode_str(path).decode_utf8_lossy();
    let mut file = decoded.strip_prefix('/').unwrap_or(&decoded).to_owned();
    if file.is_empty() || file.ends_with('/') {
        file.push_str("index.html");
    }
    let Some(out) = OutPath::parse(&file) else {
        return missing(snapshot, &decoded);
    };
    match renderer.file(&out) {
        Some(RenderedFile {
            bytes: Some(bytes),
            leaflets,
            ..
        }) => {
            if file.ends_with(".html") {
                Found::Page(StatusCode::OK, inject::into(&bytes, leaflets, snapshot))
            } else {
                Found::File(content_type(&file), bytes)
            }
        }
        Some(RenderedFile { problems, .. }) => {
            let report = report::of(&problems, snapshot.sources(), snapshot.lang);
            let page = report::page(&report, snapshot.lang);
            Found::Page(StatusCode::INTERNAL_SERVER_ERROR, page)
        }
        None => {
            let index = OutPath::parse(&format!("{file}/index.html"));
            match index.and_then(|index| renderer.file(&index)) {
                Some(_) => Found::Folder(format!("{path}/")),
                None => missing(snapshot, &decoded),
            }
        }
    }
}

/// The site's own page for addresses that lead nowhere.
fn missing(snapshot: &Snapshot, path: &str) -> Found {
    let page = snapshot.renderer.as_ref().and_then(|e| e.not_found(path));
    let page = page.unwrap_or_default();
    Found::Page(
        StatusCode::NOT_FOUND,
        inject::into(&page, Vec::new(), snapshot),
    )
}

impl Found {
    /// The answer to a request with these headers.
    pub(super) fn into_response(self, asked: &HeaderMap) -> Response {
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
