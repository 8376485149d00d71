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
    fn page(&mut self, stand: &Snapshot) -> Option<Event> {
        let Found::Page(_, page) = find(stand, &self.at) else {
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
    fn rest(&mut self, stand: &Arc<Snapshot>) -> Vec<Event> {
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
            news.push(self.report(stand));
        }
        self.told = Some(Arc::clone(stand));
        // Leaflets are set when they are looked at: a page that shows some asks for them again.
        news.push(event("state", &json!({ "number": stand.number })));
        news
    }

    /// What is wrong with the site, and with the leaflets that this page tells of.
    fn report(&self, stand: &Snapshot) -> Event {
        if self.misprints.problems().is_empty() {
            return event("report", &stand.report().for_browser(stand.lang));
        }
        let mut all = stand.problems().clone();
        all.absorb(self.misprints.clone());
        let report = report::of(&all, stand.sources(), stand.lang);
        event("report", &report.for_browser(stand.lang))
    }
}

fn event(name: &str, data: &serde_json::Value) -> Event {
    // JSON on one line, as the form of these events wants it.
    Event::default().event(name).data(data.to_string())
}

/// The stream of the page that `query` describes.
pub(super) fn stream(mut stands: Receiver<Arc<Snapshot>>, query: &str) -> Response {
    let open = OpenPage::read(query);
    let (sender, receiver) = mpsc::channel::<Result<Event, Infallible>>(8);
    tokio::spawn(async move {
        tokio::select! {
            _ = follow(open, &mut stands, &sender) => {}
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
    stands: &mut Receiver<Arc<Snapshot>>,
    sender: &mpsc::Sender<Result<Event, Infallible>>,
) -> Option<()> {
    loop {
        let stand = Arc::clone(&stands.borrow_and_update());
        let now = Arc::clone(&stand);
        // The page goes out before anything else is made ready.
        let page;
        (open, page) = apart(open, move |open| open.page(&now)).await?;
        send(sender, page).await?;
        let now = Arc::clone(&stand);
        let news;
        (open, news) = apart(open, move |open| open.rest(&now)).await?;
        send(sender, news).await?;

        // Leaflets are set one at a time; a change does not wait for them.
        let mut misprints = Diagnostics::default();
        let mut left = open.leaflets.clone().into_iter().take(MOST);
        let changed = loop {
            let Some(leaflet) = left.next() else {
                if open.misprints.problems() != misprints.problems() {
                    open.misprints = misprints;
                    let now = Arc::clone(&stand);
                    let report;
                    (open, report) = apart(open, move |open| open.report(&now)).await?;
                    send(sender, [report]).await?;
                }
                break stands.changed().await;
            };
            let Some(renderer) = stand.renderer.clone() else {
                break stands.changed().await;
            };
            let set = async {
                tokio::time::sleep(PAUSE).await;
                tokio::task::spawn_blocking(move || renderer.print(leaflet)).await
            };
            tokio::select! {
                changed = stands.changed() => break changed,
                set = set => misprints.absorb(set.ok()?),
            }
            let now = Arc::clone(&stand);
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
    news: impl IntoIterator<Item = Event>,
) -> Option<()> {
    for event in news {
        sender.send(Ok(event)).await.ok()?;
    }
    Some(())
}
