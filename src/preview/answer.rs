//! Answers the browser's requests from the state that the preview is in.

use std::io;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderName, HeaderValue};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use tokio::sync::watch::Receiver;

use super::client::{SCRIPT, SCRIPT_ADDRESS, STYLE};
use super::find::find;
use super::snapshot::Snapshot;
use super::{events, guard};

/// Where the browser hears of changes.
const EVENTS: &str = "/.chirashi/events";

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
    snapshots: Receiver<Arc<Snapshot>>,
}

/// Answers until the program ends.
pub(super) async fn serve(
    listener: std::net::TcpListener,
    port: u16,
    snapshots: Receiver<Arc<Snapshot>>,
) -> io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let router = Router::new()
        .fallback(answer)
        .with_state(Server { port, snapshots });
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
            return events::stream(server.snapshots, uri.query().unwrap_or_default());
        }
        SCRIPT_ADDRESS => {
            let style = serde_json::to_string(STYLE).unwrap_or_default();
            let script = format!("const chirashiStyle = {style};\n{SCRIPT}");
            return ([(CONTENT_TYPE, "text/javascript; charset=utf-8")], script).into_response();
        }
        _ => {}
    }
    let snapshot = Arc::clone(&server.snapshots.borrow());
    let path = uri.path().to_owned();
    let made = tokio::task::spawn_blocking(move || find(&snapshot, &path)).await;
    match made {
        Ok(found) => found.into_response(&asked.headers),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
