//! What stands in the head of every page, and the start of every page's context.

use serde::Serialize;
use tera::{Context, Value};

use super::about::{About, CardMeta, card, label, shortened};
use super::page_context::PageContext;
use super::{graph, notices};
use crate::base::{Lang, policy};
use crate::site::{Origin, PageRef, Version};

#[derive(Serialize)]
struct HeadView<'a> {
    title: String,
    description: String,
    canonical: Option<String>,
    alternates: Vec<Alternate>,
    languages: Vec<Language<'a>>,
    /// Its own title, without the site's.
    own_title: &'a str,
    /// What it is to those who share it (ogp.me).
    shared_as: &'static str,
    /// Its language as ogp.me writes it, then the others in which it was written.
    locales: Vec<String>,
    graph: Option<Value>,
    card: Option<CardMeta>,
    root: &'a str,
    policy: &'static str,
    referrer: &'static str,
    kind: &'static str,
    /// ` lang="…"` when the text is in another language than the page.
    lang_attr: Value,
    /// ` lang="…"` of the page itself, for words of the interface inside such a text.
    ui_attr: Value,
}

#[derive(Serialize)]
struct Alternate {
    lang: String,
    href: String,
}

#[derive(Serialize)]
struct Language<'a> {
    lang: Lang,
    name: &'a str,
    href: String,
}

#[derive(Serialize)]
struct Crumb<'a> {
    label: &'a str,
    href: String,
}

/// The context of a page whose text is in the page's own language.
pub(super) fn context(place: &PageContext<'_>, about: &About) -> Context {
    let mut context = Context::new();
    context.insert("lang", &place.lang());
    context.insert_value("ui", place.language.ui.clone());
    context.insert_value("locale", place.language.locale.clone());
    context.insert("page", &head(place, about));
    context.insert("crumbs", &crumbs(place, &about.above));
    context.insert("notices", &[(); 0]);
    context
}

/// The context of a page with a text that may be a translation, or missing one.
pub(super) fn context_of<T>(
    place: &PageContext<'_>,
    about: &About,
    text: &Version<'_, T>,
    original: Lang,
    origin: &Origin,
) -> Context {
    let mut context = context(place, about);
    context.insert("notices", &notices::of(place, text.lang, original, origin));
    context
}

/// The languages of a page with the territories that ogp.me asks for; where more than one
/// would do, none is named.
fn locales(place: &PageContext<'_>, page: PageRef, text: Lang) -> Vec<String> {
    let site = place.site();
    let all = site.settings.languages.iter();
    let others = all.filter(|lang| **lang != text && site.text_lang(page, **lang) == **lang);
    let locale = |lang: &Lang| {
        let region = lang.locale().region?;
        Some(format!("{}_{region}", lang.base()))
    };
    [&text]
        .into_iter()
        .chain(others)
        .filter_map(locale)
        .collect()
}

fn head<'a>(place: &PageContext<'a>, about: &'a About) -> HeadView<'a> {
    let (site, lang) = (place.site(), place.lang());
    let name = site
        .settings
        .title
        .get(lang)
        .map(String::as_str)
        .unwrap_or_default();
    let title = if about.title == name || about.title.is_empty() {
        name.to_owned()
    } else {
        format!("{} | {name}", about.title)
    };
    let base = site.settings.base_url.as_ref();
    let page = place.page.filter(|page| *page != PageRef::NotFound);
    let text_lang = page.map_or(lang, |page| site.text_lang(page, lang));
    let absolute = |page, lang| Some(base?.join(site.address(page, lang)));
    HeadView {
        title,
        description: shortened(&about.description, text_lang),
        canonical: page.and_then(|page| absolute(page, text_lang)),
        alternates: page.map(|page| alternates(place, page)).unwrap_or_default(),
        languages: place
            .page
            .map(|page| languages(place, page))
            .unwrap_or_default(),
        own_title: if about.title.is_empty() {
            name
        } else {
            &about.title
        },
        shared_as: match page {
            Some(page) if site.statement_on(page).is_some() => "article",
            _ => "website",
        },
        locales: page
            .map(|page| locales(place, page, text_lang))
            .unwrap_or_default(),
        graph: graph::of(place, about),
        card: page.and_then(|page| card(place, page)),
        root: place.root(),
        policy: policy::PAGE,
        referrer: policy::REFERRER,
        kind: about.kind,
        lang_attr: place.lang_attr(text_lang),
        ui_attr: if text_lang == lang {
            Value::safe_string("")
        } else {
            Value::safe_string(&format!(" lang=\"{lang}\""))
        },
    }
}

/// The page in every language in which someone wrote it.
fn alternates(place: &PageContext<'_>, page: PageRef) -> Vec<Alternate> {
    let site = place.site();
    let Some(base) = &site.settings.base_url else {
        return Vec::new();
    };
    let written = site
        .settings
        .languages
        .iter()
        .filter(|l| site.text_lang(page, **l) == **l);
    let mut all: Vec<Alternate> = written
        .map(|lang| Alternate {
            lang: lang.to_string(),
            href: base.join(site.address(page, *lang)),
        })
        .collect();
    if let [first, _, ..] = all.as_slice() {
        let href = first.href.clone();
        all.push(Alternate {
            lang: "x-default".to_owned(),
            href,
        });
        return all;
    }
    Vec::new()
}

/// The same page in the site's other languages.
fn languages<'a>(place: &PageContext<'a>, page: PageRef) -> Vec<Language<'a>> {
    let others = place
        .site_context
        .language_contexts
        .iter()
        .filter(|language| language.lang != place.lang());
    others
        .map(|language| Language {
            lang: language.lang,
            name: language.words.get("language_name"),
            href: place.file(place.site().address(page, language.lang)),
        })
        .collect()
}

fn crumbs<'a>(place: &PageContext<'a>, above: &[PageRef]) -> Vec<Crumb<'a>> {
    [PageRef::Home]
        .iter()
        .chain(above)
        .map(|page| Crumb {
            label: label(place, *page),
            href: place.href(*page),
        })
        .collect()
}
