//! Tells an open page what has changed, over server-sent events.
//!
//! Every page has a stream of its own: after each change it is rendered again, and sent only if
//! it has become another.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;
use serde_json::json;
use tokio::sync::mpsc;
use tokio::sync::watch::Receiver;
use tokio_stream::wrappers::ReceiverStream;

use super::answer::{self, Found};
use super::stand::Stand;

/// What an open page has; the names are those of the query.
#[derive(Clone, Default)]
struct Open {
    /// The path of its address.
    at: String,
    /// The fingerprint of the page.
    page: String,
    /// The fingerprint of its style sheet.
    styles: String,
    /// The state of its pictures.
    pictures: String,
    /// Of which state it was last told what is wrong; `None` before the first time.
    told: Option<Arc<Stand>>,
}

impl Open {
    fn read(query: &str) -> Self {
        let mut open = Self::default();
        for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            let value = percent_decode_str(value).decode_utf8_lossy().into_owned();
            match name {
                "at" => open.at = value,
                "page" => open.page = value,
                "styles" => open.styles = value,
                "pictures" => open.pictures = value,
                _ => {}
            }
        }
        open
    }

    /// The page, when it has become another.
    fn page(&mut self, stand: &Stand) -> Option<Event> {
        let Found::Page(_, page) = answer::find(stand, &self.at) else {
            return None;
        };
        if page.mark == self.page {
            return None;
        }
        self.page.clone_from(&page.mark);
        let data = json!({ "html": page.html, "mark": page.mark });
        Some(event("page", &data))
    }

    /// Everything else that has changed.
    fn rest(&mut self, stand: &Arc<Stand>) -> Vec<Event> {
        let mut news = Vec::new();
        let (styles, pictures) = (stand.styles(), stand.pictures.to_string());
        if styles != self.styles {
            styles.clone_into(&mut self.styles);
            news.push(event("styles", &json!({ "mark": styles })));
        }
        if pictures != self.pictures {
            self.pictures.clone_from(&pictures);
            news.push(event("pictures", &json!({ "mark": pictures })));
        }
        let told = self.told.as_ref();
        if told.is_none_or(|told| told.reports_otherwise(stand)) {
            let report = stand.report();
            news.push(event("report", &report.for_browser(stand.lang)));
        }
        self.told = Some(Arc::clone(stand));
        // Leaflets are set when they are looked at: a page that shows some asks for them again.
        news.push(event("state", &json!({ "number": stand.number })));
        news
    }
}

fn event(name: &str, data: &serde_json::Value) -> Event {
    // JSON on one line, as the form of these events wants it.
    Event::default().event(name).data(data.to_string())
}

/// The stream of the page that `query` describes.
pub(super) fn stream(mut stands: Receiver<Arc<Stand>>, query: &str) -> Response {
    let mut open = Open::read(query);
    let (sender, receiver) = mpsc::channel::<Result<Event, Infallible>>(8);
    tokio::spawn(async move {
        loop {
            let stand = Arc::clone(&stands.borrow_and_update());
            let work = tokio::task::spawn_blocking(move || {
                let page = open.page(&stand);
                (open, stand, page)
            });
            let Ok((mut now, stand, page)) = work.await else {
                return;
            };
            // The page goes out before anything else is made ready.
            if let Some(event) = page
                && sender.send(Ok(event)).await.is_err()
            {
                return;
            }
            let work = tokio::task::spawn_blocking(move || {
                let rest = now.rest(&stand);
                (now, rest)
            });
            let Ok((now, rest)) = work.await else {
                return;
            };
            open = now;
            for event in rest {
                if sender.send(Ok(event)).await.is_err() {
                    return;
                }
            }
            tokio::select! {
                changed = stands.changed() => if changed.is_err() { return },
                () = sender.closed() => return,
            }
        }
    });
    Sse::new(ReceiverStream::new(receiver))
        .keep_alive(KeepAlive::new().interval(Duration::from_secs(15)))
        .into_response()
}
