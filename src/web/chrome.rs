//! The top and the foot of pages, rendered once for each language, folder and section.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, RwLock};

use serde::Serialize;
use tera::{Context, Value};

use super::ask::{self, AskView};
use super::engine::TemplateError;
use super::page_context::{PageContext, SiteContext};
use super::phrased;
use super::picture::{self, IconView};
use super::telephone;
use crate::base::Lang;
use crate::model::text::plain;
use crate::site::{MachineFile, PageRef, Site, Version, address};

/// Pages alike in these share their chrome: language, folder and section.
type ChromeKey = (Lang, Box<str>, Option<PageRef>);

/// The chrome of every page that was rendered so far.
#[derive(Default)]
pub(super) struct Chrome(RwLock<HashMap<ChromeKey, Arc<ChromeParts>>>);

struct ChromeParts {
    site: Value,
    masthead: Value,
    colophon: Value,
}

/// The site as every template may see it.
#[derive(Serialize)]
struct SiteView<'a> {
    /// The sign of the campaign.
    logo: Option<Value>,
    /// The same for tabs of browsers.
    icon: Option<IconView>,
    title: &'a str,
    description: Option<&'a str>,
    home: String,
    feed: Option<String>,
    menu: Vec<Way<'a>>,
    search: Way<'a>,
    ask: Option<AskView<'a>>,
    footer: Vec<Way<'a>>,
    publisher: Option<PublisherView<'a>>,
    /// In phrases, since it stands in a narrow column on a phone.
    copyright: Option<Value>,
    license: Option<LicenseView<'a>>,
}

/// A way to a main page.
#[derive(Serialize)]
struct Way<'a> {
    href: String,
    label: Cow<'a, str>,
    current: bool,
    lang_attr: Value,
}

#[derive(Serialize)]
struct PublisherView<'a> {
    name: Option<&'a str>,
    address: Option<&'a str>,
    phone: Vec<telephone::PhonePiece<'a>>,
    email: Option<&'a str>,
    url: Option<&'a str>,
}

/// The terms on which others may use the texts.
#[derive(Serialize)]
struct LicenseView<'a> {
    text: &'a str,
    /// Where they are told, when they are said by an address.
    url: Option<&'a str>,
}

impl<'a> LicenseView<'a> {
    fn of(said: &'a str) -> Self {
        let rest = ["https://", "http://"]
            .iter()
            .find_map(|scheme| said.strip_prefix(scheme));
        Self {
            text: rest.unwrap_or(said).trim_end_matches('/'),
            url: rest.map(|_| said),
        }
    }
}

impl Chrome {
    /// Puts the chrome of a page into its context.
    pub(super) fn insert_into(
        &self,
        place: &PageContext<'_>,
        context: &mut Context,
    ) -> Result<(), TemplateError> {
        let found = self.of(place)?;
        context.insert_value("site", found.site.clone());
        context.insert_value("masthead", found.masthead.clone());
        context.insert_value("colophon", found.colophon.clone());
        Ok(())
    }

    /// Rendered when the first page asks; should two ask at once, both render the same.
    fn of(&self, place: &PageContext<'_>) -> Result<Arc<ChromeParts>, TemplateError> {
        let key = key(place);
        let known = self.0.read().ok().and_then(|all| all.get(&key).cloned());
        if let Some(known) = known {
            return Ok(known);
        }
        let made = Arc::new(ChromeParts::new(place.site_context, place)?);
        if let Ok(mut all) = self.0.write() {
            all.insert(key, Arc::clone(&made));
        }
        Ok(made)
    }
}

impl ChromeParts {
    fn new(site_context: &SiteContext<'_>, place: &PageContext<'_>) -> Result<Self, TemplateError> {
        let site = Value::from_serializable(&site_view(place));
        let mut context = Context::new();
        context.insert("lang", &place.lang());
        context.insert_value("ui", place.language.ui.clone());
        context.insert_value("locale", place.language.locale.clone());
        context.insert_value("site", site.clone());
        let mut scratch = Vec::new();
        let mut part = |template| -> Result<Value, TemplateError> {
            let bytes = site_context
                .engine
                .render(template, &context, &mut scratch)?;
            Ok(Value::safe_string(&String::from_utf8_lossy(&bytes)))
        };
        Ok(Self {
            masthead: part("masthead.html")?,
            colophon: part("colophon.html")?,
            site,
        })
    }
}

fn key(place: &PageContext<'_>) -> ChromeKey {
    (
        place.lang(),
        place.folder().into(),
        place.page.and_then(|page| section(place.site(), page)),
    )
}

/// The entry of the menu under which a page stands.
fn section(site: &Site, page: PageRef) -> Option<PageRef> {
    match page {
        PageRef::Speakers | PageRef::Person(_) | PageRef::Statement(_) => Some(PageRef::Speakers),
        PageRef::Events | PageRef::Event(_) if site.has_several_events() => Some(PageRef::Events),
        PageRef::Topics | PageRef::Topic(_) => Some(PageRef::Topics),
        PageRef::Leaflets | PageRef::Leaflet(_) => Some(PageRef::Leaflets),
        PageRef::Search => Some(PageRef::Search),
        PageRef::Page(id) if site.page(id).nav => Some(page),
        _ => None,
    }
}

fn site_view<'a>(place: &PageContext<'a>) -> SiteView<'a> {
    let (site, lang) = (place.site(), place.lang());
    let settings = &site.settings;
    let here = place.page.and_then(|page| section(site, page));
    let entry = |page: PageRef, label, lang| Way {
        href: place.href(page),
        label,
        current: here == Some(page),
        lang_attr: place.lang_attr(lang),
    };
    let fixed = |page, word: &'static str| entry(page, place.word(word).into(), lang);
    let menu = || {
        let pages = site.page_refs().filter_map(|page| match page {
            PageRef::Page(id) if site.page(id).nav => {
                let Version { lang, text } = site.page(id).texts.for_reader(lang);
                Some(entry(page, plain(&text.title).into(), lang))
            }
            _ => None,
        });
        let events = || fixed(PageRef::Events, "events");
        [
            Some(fixed(PageRef::Speakers, "speakers")),
            Some(fixed(PageRef::Topics, "topics")),
            site.has_several_events().then(events),
            Some(fixed(PageRef::Leaflets, "leaflets")),
        ]
        .into_iter()
        .flatten()
        .chain(pages)
    };
    let event = settings
        .event
        .filter(|_| !site.has_several_events())
        .map(|id| fixed(PageRef::Event(id), "about_event"));
    // Whoever is asked to trust a site looks for this at its foot.
    let privacy = site.page_refs().filter_map(|page| match page {
        PageRef::Page(id) if site.page(id).slug.as_str() == "privacy" && !site.page(id).nav => {
            let Version { lang, text } = site.page(id).texts.for_reader(lang);
            Some(entry(page, plain(&text.title).into(), lang))
        }
        _ => None,
    });
    let publisher = &settings.publisher;
    let text = |by: &'a crate::base::ByLang<String>| by.get(lang).map(String::as_str);
    let phone = text(&publisher.phone);
    SiteView {
        logo: settings
            .logo
            .as_ref()
            .and_then(|logo| picture::logo(place, &logo.path)),
        icon: settings
            .logo
            .as_ref()
            .and_then(|logo| picture::icon(place, &logo.path)),
        title: text(&settings.title).unwrap_or_default(),
        description: text(&settings.description),
        home: place.href(PageRef::Home),
        feed: address::machine(site, MachineFile::Feed(lang)).map(|path| place.file(&path)),
        menu: menu().collect(),
        search: fixed(PageRef::Search, "search"),
        ask: ask::view(place),
        footer: menu()
            .chain(event)
            .chain(privacy)
            .chain([fixed(PageRef::Search, "search")])
            .collect(),
        publisher: (!publisher.name.is_empty()).then(|| PublisherView {
            name: text(&publisher.name),
            address: text(&publisher.address),
            phone: phone.map(telephone::pieces).unwrap_or_default(),
            email: publisher.email.as_deref(),
            url: publisher.url.as_deref(),
        }),
        copyright: text(&settings.copyright).map(|said| phrased::text(said, lang)),
        license: text(&settings.license).map(LicenseView::of),
    }
}
