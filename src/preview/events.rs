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

use super::find::{Found, find};
use super::report;
use super::snapshot::Snapshot;
use crate::base::Lang;
use crate::diagnostic::Diagnostics;
use crate::site::LeafletId;

/// A page that tells of more leaflets than this, such as the list of all, tells of the others
/// without their pictures.
const MOST: usize = 60;
/// So long a leaflet waits for a change that would have it set again.
const PAUSE: Duration = Duration::from_millis(50);

/// What an open page has; the names are those of the query.
#[derive(Clone, Default)]
struct OpenPage {
    /// The path of its address.
    at: String,
    /// The fingerprint of the page.
    page: String,
    /// The fingerprint of its style sheet.
    styles: String,
    /// The state of its pictures.
    pictures: String,
    /// Of which state it was last told what is wrong; `None` before the first time.
    told: Option<Arc<Snapshot>>,
    /// The leaflets that it tells of.
    leaflets: Vec<(LeafletId, Lang)>,
    /// What was wrong with them when they were last set.
    misprints: Diagnostics,
}

impl OpenPage {
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
    fn page(&mut self, snapshot: &Snapshot) -> Option<Event> {
        let Found::Page(_, page) = find(snapshot, &self.at) else {
            return None;
        };
        self.leaflets.clone_from(&page.leaflets);
        if page.mark == self.page {
            return None;
        }
        self.page.clone_from(&page.mark);
        let data = json!({ "html": page.html, "mark": page.mark });
        Some(event("page", &data))
    }

    /// Everything else that has changed.
    fn rest(&mut self, snapshot: &Arc<Snapshot>) -> Vec<Event> {
        let mut pending = Vec::new();
        let (styles, pictures) = (snapshot.styles(), snapshot.pictures.to_string());
        if styles != self.styles {
            styles.clone_into(&mut self.styles);
            pending.push(event("styles", &json!({ "mark": styles })));
        }
        if pictures != self.pictures {
            self.pictures.clone_from(&pictures);
            pending.push(event("pictures", &json!({ "mark": pictures })));
        }
        let told = self.told.as_ref();
        if told.is_none_or(|told| told.reports_otherwise(snapshot)) {
            pending.push(self.report(snapshot));
        }
        self.told = Some(Arc::clone(snapshot));
        // Leaflets are set when they are looked at: a page that shows some asks for them again.
        pending.push(event("state", &json!({ "number": snapshot.number })));
        pending
    }

    /// What is wrong with the site, and with the leaflets that this page tells of.
    fn report(&self, snapshot: &Snapshot) -> Event {
        if self.misprints.as_slice().is_empty() {
            return event("report", &snapshot.report().for_browser(snapshot.lang));
        }
        let mut all = snapshot.diagnostics().clone();
        all.absorb(self.misprints.clone());
        let report = report::of(&all, snapshot.sources(), snapshot.lang);
        event("report", &report.for_browser(snapshot.lang))
    }
}

fn event(name: &str, data: &serde_json::Value) -> Event {
    // JSON on one line, as the form of these events wants it.
    Event::default().event(name).data(data.to_string())
}

/// The stream of the page that `query` describes.
pub(super) fn stream(mut snapshots: Receiver<Arc<Snapshot>>, query: &str) -> Response {
    let open = OpenPage::read(query);
    let (sender, receiver) = mpsc::channel::<Result<Event, Infallible>>(8);
    tokio::spawn(async move {
        tokio::select! {
            _ = follow(open, &mut snapshots, &sender) => {}
            () = sender.closed() => {}
        }
    });
    Sse::new(ReceiverStream::new(receiver))
        .keep_alive(KeepAlive::new().interval(Duration::from_secs(15)))
        .into_response()
}

/// Tells a page of every state; `None` once nobody listens.
async fn follow(
    mut open: OpenPage,
    snapshots: &mut Receiver<Arc<Snapshot>>,
    sender: &mpsc::Sender<Result<Event, Infallible>>,
) -> Option<()> {
    loop {
        let snapshot = Arc::clone(&snapshots.borrow_and_update());
        let now = Arc::clone(&snapshot);
        // The page goes out before anything else is made ready.
        let page;
        (open, page) = apart(open, move |open| open.page(&now)).await?;
        send(sender, page).await?;
        let now = Arc::clone(&snapshot);
        let pending;
        (open, pending) = apart(open, move |open| open.rest(&now)).await?;
        send(sender, pending).await?;

        // Leaflets are set one at a time; a change does not wait for them.
        let mut misprints = Diagnostics::default();
        let mut left = open.leaflets.clone().into_iter().take(MOST);
        let changed = loop {
            let Some(leaflet) = left.next() else {
                if open.misprints.as_slice() != misprints.as_slice() {
                    open.misprints = misprints;
                    let now = Arc::clone(&snapshot);
                    let report;
                    (open, report) = apart(open, move |open| open.report(&now)).await?;
                    send(sender, [report]).await?;
                }
                break snapshots.changed().await;
            };
            let Some(renderer) = snapshot.renderer.clone() else {
                break snapshots.changed().await;
            };
            let set = async {
                tokio::time::sleep(PAUSE).await;
                tokio::task::spawn_blocking(move || renderer.print(leaflet)).await
            };
            tokio::select! {
                changed = snapshots.changed() => break changed,
                set = set => misprints.absorb(set.ok()?),
            }
            let now = Arc::clone(&snapshot);
            let page;
            (open, page) = apart(open, move |open| open.page(&now)).await?;
            send(sender, page).await?;
        };
        changed.ok()?;
    }
}

/// Does work with the page on a thread that may wait.
async fn apart<T: Send + 'static>(
    mut open: OpenPage,
    work: impl FnOnce(&mut OpenPage) -> T + Send + 'static,
) -> Option<(OpenPage, T)> {
    let work = tokio::task::spawn_blocking(move || {
        let done = work(&mut open);
        (open, done)
    });
    work.await.ok()
}

async fn send(
    sender: &mpsc::Sender<Result<Event, Infallible>>,
    pending: impl IntoIterator<Item = Event>,
) -> Option<()> {
    for event in pending {
        sender.send(Ok(event)).await.ok()?;
    }
    Some(())
}
