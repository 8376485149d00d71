//! What a content folder already holds that a new file may refer to.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{DocKind, Lang, Slug, Spanned};
use crate::model::{Docs, Head};
use crate::site::address;
use crate::source::LocalText;

/// A thing with the name that its original gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NamedThing {
    /// The name of its file.
    pub slug: Slug,
    /// What it is called, in the first language that says.
    pub name: String,
}

/// What can be referred to.
#[derive(Debug, Clone, Default)]
pub(crate) struct KnownNames {
    /// The languages of the site, the default first.
    pub languages: Vec<Lang>,
    /// The event of statements that name none.
    pub default_event: Option<Slug>,
    things: BTreeMap<DocKind, Vec<NamedThing>>,
    orders: BTreeMap<DocKind, i64>,
    /// The last place among the statements of each event.
    said: BTreeMap<Slug, i64>,
    /// The names of the leaflets of statements at events.
    of_statements: BTreeSet<Slug>,
    /// The files of persons that hold what they said at an event, by event and person.
    own: BTreeMap<(Slug, Slug), String>,
}

impl KnownNames {
    /// Whether a file of this name would want the address of a page that no file stands for, or of a
    /// leaflet that is made by itself.
    #[must_use]
    pub(crate) fn is_address(&self, kind: DocKind, slug: &Slug) -> bool {
        let is_leaflet = || {
            let kinds = [DocKind::Speaker, DocKind::Topic, DocKind::Event];
            let mut things = kinds.into_iter().flat_map(|kind| {
                let of = move |thing: &NamedThing| address::leaflet_of(kind, &thing.slug);
                self.all(kind).iter().map(of)
            });
            things.any(|own| own == *slug) || self.of_statements.contains(slug)
        };
        address::is_fixed(kind, slug) || kind == DocKind::Leaflet && is_leaflet()
    }

    /// Looks through the documents of a folder.
    #[must_use]
    pub(crate) fn of(docs: &Docs) -> Self {
        let mut known = Self {
            languages: docs.site.languages.clone(),
            default_event: docs.site.event.as_ref().map(|e| e.value.clone()),
            ..Self::default()
        };
        for doc in &docs.persons {
            known.learn(
                DocKind::Speaker,
                &doc.head,
                doc.name.as_ref(),
                doc.order.as_ref(),
            );
        }
        known.learn_own(docs);
        for doc in &docs.statements {
            let of_event = doc.head.event.as_ref();
            let leaflet = address::leaflet_of_statement(of_event, &doc.head.slug);
            known.of_statements.insert(leaflet);
            // What stands in a person's own file has the person's place.
            let own = doc.event.as_ref().or(docs.site.event.as_ref());
            let event = doc.head.event.as_ref().or(own.map(|own| &own.value));
            if let (Some(event), Some(order)) = (event, &doc.order) {
                let last = known.said.entry(event.clone()).or_insert(order.value);
                *last = (*last).max(order.value);
            }
        }
        for doc in &docs.topics {
            known.learn(
                DocKind::Topic,
                &doc.head,
                doc.name.as_ref(),
                doc.order.as_ref(),
            );
        }
        for doc in &docs.events {
            known.learn(DocKind::Event, &doc.head, doc.name.as_ref(), None);
        }
        for doc in &docs.leaflets {
            known.learn(
                DocKind::Leaflet,
                &doc.head,
                doc.title.as_ref(),
                doc.order.as_ref(),
            );
        }
        for doc in &docs.pages {
            known.learn(
                DocKind::Page,
                &doc.head,
                doc.title.as_ref(),
                doc.order.as_ref(),
            );
        }
        known
    }

    /// Learns what stands in persons' own files. A translation may leave the event out; the file to
    /// write into is the original's.
    fn learn_own(&mut self, docs: &Docs) {
        let languages = &docs.site.languages;
        let rank = |lang: Lang| languages.iter().position(|known| *known == lang);
        let own = docs
            .statements
            .iter()
            .filter(|doc| doc.head.event.is_none());
        let mut own: Vec<_> = own.collect();
        own.sort_by_key(|doc| {
            let rank = rank(doc.head.lang).unwrap_or(usize::MAX);
            (&doc.head.slug, doc.translation.is_some(), rank)
        });
        for docs_of_person in own.chunk_by(|a, b| a.head.slug == b.head.slug) {
            let named = docs_of_person.iter().find_map(|doc| doc.event.as_ref());
            let head = &docs_of_person[0].head;
            if let Some(event) = named.or(docs.site.event.as_ref()) {
                let name = (event.value.clone(), head.slug.clone());
                self.own.insert(name, head.path.to_string());
            }
        }
    }

    fn learn(
        &mut self,
        kind: DocKind,
        head: &Head,
        name: Option<&LocalText>,
        order: Option<&Spanned<i64>>,
    ) {
        let named = self.things.entry(kind).or_default();
        let text = name.and_then(|name| name.get(head.lang));
        let name = text.map_or_else(String::new, |text| text.value.clone());
        let is_default = self.languages.first() == Some(&head.lang);
        match named.iter_mut().find(|thing| thing.slug == head.slug) {
            Some(thing) if is_default || thing.name.is_empty() => thing.name = name,
            Some(_) => {}
            None => named.push(NamedThing {
                slug: head.slug.clone(),
                name,
            }),
        }
        if let Some(order) = order {
            let last = self.orders.entry(kind).or_insert(order.value);
            *last = (*last).max(order.value);
        }
    }

    /// Everything of a kind, by the name of its file.
    #[must_use]
    pub(crate) fn all(&self, kind: DocKind) -> &[NamedThing] {
        self.things.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// The person's own file, if it holds what the person said at an event.
    #[must_use]
    pub(crate) fn own(&self, event: &Slug, person: &Slug) -> Option<&str> {
        let name = (event.clone(), person.clone());
        self.own.get(&name).map(String::as_str)
    }

    /// Whether there is a thing of a kind and name.
    #[must_use]
    pub(crate) fn has(&self, kind: DocKind, name: &str) -> bool {
        self.all(kind)
            .iter()
            .any(|thing| thing.slug.as_str() == name)
    }

    /// The event of what is to be said, where nobody has to choose.
    #[must_use]
    pub(crate) fn only_event(&self, kind: DocKind) -> Option<&Slug> {
        match (kind, self.all(DocKind::Event)) {
            (DocKind::Statement, [only]) => Some(&only.slug),
            _ => None,
        }
    }

    /// The place after the last of a kind; of statements, after the last at the event.
    #[must_use]
    pub(crate) fn next_order(&self, kind: DocKind, event: Option<&Slug>) -> i64 {
        let last = match event {
            Some(event) if kind == DocKind::Statement => self.said.get(event),
            _ => self.orders.get(&kind),
        };
        last.map_or(1, |last| last.saturating_add(1))
    }
}
