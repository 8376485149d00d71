//! What a page is, for machines: `schema.org` as JSON-LD. Every address in it is absolute, so a
//! site without one says nothing.

use serde_json::{Value as Json, json};
use tera::Value;

use super::about::{self, About};
use super::page_context::PageContext;
use super::people;
use crate::base::{BaseUrl, Lang};
use crate::model::StatementKind;
use crate::model::text::{plain, plain_blocks};
use crate::site::{EventId, PageRef, PersonId, Site, Standing, StatementId, TopicId, Version};

/// How many statements or people a page lists at most.
const MOST: usize = 60;

/// The page and the way to it, as safe text for a `script` element.
pub(super) fn of(place: &PageContext<'_>, about: &About) -> Option<Value> {
    let page = place.page.filter(|page| *page != PageRef::NotFound)?;
    let base = place.site().settings.base_url.as_ref()?;
    let graph = Graph {
        site: place.site(),
        base,
        lang: place.site().text_lang(page, place.lang()),
    };
    let mut things = vec![graph.thing(place, about, page)];
    things.extend(graph.crumbs(place, about, page));
    let json = json!({ "@context": "https://schema.org", "@graph": things });
    Some(Value::safe_string(&harmless(&json.to_string())))
}

/// JSON in which nothing ends the element or begins a comment.
fn harmless(json: &str) -> String {
    let mut out = String::with_capacity(json.len() + 64);
    for c in json.chars() {
        match c {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            c => out.push(c),
        }
    }
    out
}

struct Graph<'a> {
    site: &'a Site,
    base: &'a BaseUrl,
    /// The language of the page's text.
    lang: Lang,
}

impl Graph<'_> {
    fn url(&self, page: PageRef) -> String {
        self.base.join(self.site.address(page, self.lang))
    }

    fn title(&self) -> Option<&String> {
        self.site.settings.title.get(self.lang)
    }

    fn thing(&self, place: &PageContext<'_>, about: &About, page: PageRef) -> Json {
        let mut thing = json!({
            "@id": self.url(page),
            "url": self.url(page),
            "name": self.name(place, about, page),
            "inLanguage": self.lang,
        });
        let description = about::shortened(&about.description, self.lang);
        put(
            &mut thing,
            "description",
            // A leaflet has no other than its title.
            Some(description).filter(|d| !d.is_empty() && *d != about.title),
        );
        let image = about::card(place, page).map(|card| card.url);
        put(&mut thing, "image", image);
        match page {
            PageRef::Home => {
                let search = self.url(PageRef::Search);
                put(&mut thing, "@type", Some("WebSite"));
                put(&mut thing, "publisher", self.publisher());
                let target = format!("{search}#q={{search_term_string}}");
                let action = json!({
                    "@type": "SearchAction",
                    "target": { "@type": "EntryPoint", "urlTemplate": target },
                    "query-input": "required name=search_term_string",
                });
                put(&mut thing, "potentialAction", Some(action));
                return thing;
            }
            PageRef::Statement(id) => self.statement(place, id, &mut thing),
            PageRef::Person(id) => match self.site.person(id).own {
                Some(own) => self.statement(place, own, &mut thing),
                None => {
                    put(&mut thing, "@type", Some("ProfilePage"));
                    put(&mut thing, "mainEntity", Some(self.profile(id)));
                }
            },
            PageRef::Topic(id) => self.topic(id, &mut thing),
            PageRef::Event(id) => self.event(id, &mut thing),
            PageRef::Speakers | PageRef::Topics | PageRef::Events | PageRef::Leaflets => {
                put(&mut thing, "@type", Some("CollectionPage"));
            }
            PageRef::Search => put(&mut thing, "@type", Some("SearchResultsPage")),
            _ => put(&mut thing, "@type", Some("WebPage")),
        }
        if !matches!(page, PageRef::Event(_)) {
            let home =
                json!({ "@type": "WebSite", "@id": self.url(PageRef::Home), "name": self.title() });
            put(&mut thing, "isPartOf", Some(home));
        }
        thing
    }

    /// What a page is called, in one language.
    fn name(&self, place: &PageContext<'_>, about: &About, page: PageRef) -> Json {
        let own = match (page, self.site.statement_on(page)) {
            (PageRef::Person(id), None) => {
                let name = self.site.name_of(id, self.lang);
                return self.said(name.lang, name.text);
            }
            (PageRef::Leaflet(id), _) => {
                let (name, lang) = people::leaflet_name(place, id);
                return if [lang, place.lang()] == [self.lang; 2] {
                    json!(about.title)
                } else {
                    self.said(lang, &name)
                };
            }
            (_, Some(id)) => id,
            _ => return json!(about.title),
        };
        // The title holds the name as readers of the page get it.
        if self.site.speaker_of(own, place.lang()).lang == self.lang {
            return json!(about.title);
        }
        let text = self.site.statement(own).texts.for_reader(self.lang).text;
        json!(plain(&text.title))
    }

    /// A summary is the publisher's article about a person; a transcript is what was said.
    fn statement(&self, place: &PageContext<'_>, id: StatementId, thing: &mut Json) {
        let speaker = self.site.statement(id);
        let version = people::statement(place, id);
        let text = version.text;
        let person = self.person(id);
        put(thing, "@type", Some("Article"));
        put(thing, "headline", Some(plain(&text.title)));
        put(
            thing,
            "mainEntityOfPage",
            Some(self.url(self.site.page_of(id))),
        );
        put(thing, "publisher", self.publisher());
        put(
            thing,
            "copyrightNotice",
            self.site.settings.copyright.get(self.lang),
        );
        put(thing, "license", self.license());
        let topics = speaker.topics.iter().map(|id| self.term(*id));
        let said = speaker.event.map(|id| {
            let page = self.url(PageRef::Event(id));
            let Version { lang, text } = self.site.event(id).texts.for_reader(self.lang);
            let name = self.said(lang, &text.name);
            let mut event = json!({ "@type": "Event", "@id": page, "name": name });
            let date = self.site.event(id).date;
            put(&mut event, "startDate", date.map(|date| date.to_string()));
            event
        });
        match speaker.kind {
            StatementKind::Summary => {
                put(thing, "author", self.publisher());
                let about = std::iter::once(person).chain(said).chain(topics);
                put(thing, "about", Some(about.collect::<Vec<_>>()));
            }
            StatementKind::Transcript => {
                put(thing, "author", Some(&person));
                put(thing, "recordedAt", said);
                put(thing, "dateCreated", speaker.date.map(|d| d.to_string()));
                put(thing, "about", Some(topics.collect::<Vec<_>>()));
                let quote = |section: &crate::site::Passage| {
                    json!({
                        "@type": "Quotation",
                        "@id": format!("{}#{}", self.url(self.site.page_of(id)), section.id),
                        "creator": person,
                        "inLanguage": self.lang,
                        "name": plain(&section.heading),
                        "text": plain_blocks(&section.blocks),
                    })
                };
                put(
                    thing,
                    "hasPart",
                    Some(text.body.sections.iter().map(quote).collect::<Vec<_>>()),
                );
            }
        }
        if let Some(source) = text
            .source
            .as_ref()
            .and_then(|s| s.title.as_ref().or(s.url.as_ref()))
        {
            put(
                thing,
                "isBasedOn",
                Some(json!({ "@type": "CreativeWork", "name": source })),
            );
        }
        let original = speaker.texts.original().lang;
        if original != self.lang {
            let headline = self.said(original, &plain(&speaker.texts.original().text.title));
            let original = self
                .base
                .join(self.site.address(self.site.page_of(id), original));
            put(
                thing,
                "translationOfWork",
                Some(json!({ "@type": "Article", "@id": original, "headline": headline })),
            );
        }
    }

    fn topic(&self, id: TopicId, thing: &mut Json) {
        let topic = self.site.topic(id);
        put(thing, "@type", Some("CollectionPage"));
        put(thing, "about", Some(self.term(id)));
        let said = topic.citations.chunk_by(|a, b| a.statement == b.statement);
        let part = |speaker: StatementId| {
            let Version { lang, text } = self.site.statement(speaker).texts.for_reader(self.lang);
            let page = self.url(self.site.page_of(speaker));
            let headline = self.said(lang, &plain(&text.title));
            json!({ "@type": "Article", "@id": page, "headline": headline })
        };
        let parts = said
            .take(MOST)
            .filter_map(|c| Some(part(c.first()?.statement)));
        put(thing, "hasPart", Some(parts.collect::<Vec<_>>()));
    }

    fn event(&self, id: EventId, thing: &mut Json) {
        let event = self.site.event(id);
        let Version { text, .. } = event.texts.for_reader(self.lang);
        let groups = |names: &[String]| {
            let group = |name: &String| json!({ "@type": "Organization", "name": name });
            Some(names.iter().map(group).collect::<Vec<_>>()).filter(|all| !all.is_empty())
        };
        put(thing, "@type", Some("Event"));
        put(thing, "startDate", event.date.map(|date| date.to_string()));
        put(
            thing,
            "eventStatus",
            Some("https://schema.org/EventScheduled"),
        );
        let place = text.venue.as_ref();
        let place = place.map(|venue| json!({ "@type": "Place", "name": venue, "address": venue }));
        put(thing, "location", place);
        put(thing, "organizer", groups(&text.organisers));
        put(thing, "contributor", groups(&text.supporters));
        let people = event.statements.iter().take(MOST);
        let person = |id: &StatementId| self.person(*id);
        put(
            thing,
            "performer",
            Some(people.map(person).collect::<Vec<_>>()),
        );
    }

    fn person(&self, id: StatementId) -> Json {
        let standing = self.site.standing(id, self.lang);
        self.described(self.site.statement(id).person, standing)
    }

    /// A person of whom the page shows no statement of its own.
    fn profile(&self, id: PersonId) -> Json {
        self.described(id, self.site.standing_of(id, self.lang))
    }

    fn described(&self, id: PersonId, standing: Standing<'_>) -> Json {
        let said = |told: Version<'_, str>| self.said(told.lang, told.text);
        let name = self.site.name_of(id, self.lang).as_str();
        let mut person = json!({
            "@type": "Person",
            "name": said(name),
            "url": self.url(PageRef::Person(id)),
        });
        put(&mut person, "jobTitle", standing.role.map(said));
        let group = standing.affiliation.map(said);
        put(
            &mut person,
            "affiliation",
            group.map(|name| json!({ "@type": "Organization", "name": name })),
        );
        person
    }

    /// A text; where it is not in the page's language, with its own.
    fn said(&self, lang: Lang, text: &str) -> Json {
        if lang == self.lang {
            json!(text)
        } else {
            json!({ "@value": text, "@language": lang })
        }
    }

    fn term(&self, id: TopicId) -> Json {
        let Version { lang, text } = self.site.topic(id).texts.for_reader(self.lang);
        let name = self.said(lang, &text.name);
        json!({ "@type": "DefinedTerm", "name": name, "url": self.url(PageRef::Topic(id)) })
    }

    /// An address, or else the name of the terms.
    fn license(&self) -> Option<Json> {
        let said = self.site.settings.license.get(self.lang)?;
        let is_address = said.starts_with("https://") || said.starts_with("http://");
        Some(if is_address {
            json!(said)
        } else {
            json!({ "@type": "CreativeWork", "name": said })
        })
    }

    fn publisher(&self) -> Option<Json> {
        let publisher = &self.site.settings.publisher;
        let mut group = json!({ "@type": "Organization", "name": publisher.name.get(self.lang)? });
        put(&mut group, "url", publisher.url.as_ref());
        put(&mut group, "email", publisher.email.as_ref());
        Some(group)
    }

    /// The pages above, and the page itself.
    fn crumbs(&self, place: &PageContext<'_>, about: &About, page: PageRef) -> Option<Json> {
        if page == PageRef::Home {
            return None;
        }
        let above = std::iter::once(&PageRef::Home).chain(&about.above);
        let label = |page| self.said(place.lang(), about::label(place, page));
        let above = above.map(|page| (label(*page), self.url(*page)));
        let here = std::iter::once((self.name(place, about, page), self.url(page)));
        let item = |(at, (name, url)): (usize, (Json, String))| json!({ "@type": "ListItem", "position": at + 1, "name": name, "item": url });
        let items: Vec<Json> = above.chain(here).enumerate().map(item).collect();
        Some(json!({ "@type": "BreadcrumbList", "itemListElement": items }))
    }
}

/// Puts a property where there is something to say.
fn put(thing: &mut Json, key: &str, value: Option<impl serde::Serialize>) {
    if let (Some(thing), Some(value)) = (thing.as_object_mut(), value) {
        let value = serde_json::to_value(value).unwrap_or_default();
        thing.insert(key.to_owned(), value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_the_element() {
        let json = json!({ "a": "</script><!-- & \u{2028}" }).to_string();
        let text = harmless(&json);
        assert!(!text.contains(['<', '>', '&', '\u{2028}']));
        assert_eq!(
            serde_json::from_str::<Json>(&text).unwrap(),
            serde_json::from_str::<Json>(&json).unwrap()
        );
    }
}
