//! What a written reference leads to.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use percent_encoding::percent_decode_str;

use super::absent::{Absent, Reason};
use super::entities::Text;
use super::fault::{LinkFault, SiteFault};
use super::ids::{EventId, LeafletId, PageId, PageRef, PersonId, StatementId, Target, TopicId};
use super::join::Joined;
use super::joinable::Joinable;
use super::said::Said;
use crate::base::{
    ContentPath, DocKind, FileId, Loc, OutPath, Slug, Span, Spanned, address_meant, narrowed,
    web_address,
};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::StatementDoc;
use crate::model::text::{Written, WrittenBody};
use crate::source::{is_image, nearest};

/// Kinds of picture that browsers show and that cannot carry scripts.
const PICTURES: [&str; 6] = ["jpg", "jpeg", "png", "webp", "gif", "svg"];

/// The names that content can be called by, and the places on each page.
#[derive(Default)]
pub(super) struct Names {
    by_kind: HashMap<DocKind, BTreeMap<String, usize>>,
    fragments: HashMap<(DocKind, usize), BTreeSet<String>>,
    /// What each document is called, in any language.
    titles: HashMap<(DocKind, String), Option<String>>,
    leaflets: BTreeMap<Slug, LeafletId>,
    /// What each person said.
    said: Vec<Said>,
    images: Arc<BTreeSet<ContentPath>>,
    absent: Absent,
}

impl Names {
    /// No names yet, only the pictures in the content folder, and the documents that are left out.
    pub(super) fn new(images: Arc<BTreeSet<ContentPath>>, absent: Absent) -> Self {
        Self {
            images,
            absent,
            ..Self::default()
        }
    }

    /// Learns the names of all documents of a kind; their places in the list become their ids.
    pub(super) fn learn<D: Joinable>(&mut self, groups: &[Joined<D>]) {
        for (id, group) in groups.iter().enumerate() {
            self.by_kind
                .entry(D::KIND)
                .or_default()
                .insert(group.original.name(), id);
            let places = group
                .docs()
                .flat_map(|doc| doc.body().fragments().map(str::to_owned))
                .collect();
            self.fragments.insert((D::KIND, id), places);
            for doc in group.docs() {
                let called = doc.texts().first().copied().flatten();
                let called = called.and_then(|called| called.get(doc.head().lang));
                if let Some(called) = called {
                    let name = Some(group.original.name());
                    let key = (D::KIND, titled(&called.value));
                    // Two of one title are not told apart by it.
                    let known = self.titles.entry(key).or_insert_with(|| name.clone());
                    if *known != name {
                        *known = None;
                    }
                }
            }
        }
    }

    /// Learns the names of all statements: those of their files, and `<event>/<speaker>` for those that
    /// stand in a person's file, too.
    pub(super) fn learn_statements(
        &mut self,
        groups: &[Joined<StatementDoc>],
        event: impl Fn(usize) -> Option<Slug>,
    ) {
        self.learn(groups);
        let names = self.by_kind.entry(DocKind::Statement).or_default();
        for (id, group) in groups.iter().enumerate() {
            if let (None, Some(event)) = (&group.original.head.event, event(id)) {
                names.entry(format!("{event}/{}", group.slug)).or_insert(id);
            }
        }
    }

    /// Learns who said what.
    pub(super) fn learn_said(&mut self, said: &[Said]) {
        self.said = said.to_vec();
        for (person, said) in said.iter().enumerate() {
            let own = said
                .own
                .and_then(|own| self.fragments.get(&(DocKind::Statement, own.0)));
            if let Some(places) = own.cloned() {
                self.fragments.insert((DocKind::Speaker, person), places);
            }
        }
    }

    /// The statement that stands for a person where only one can.
    pub(super) fn said_by(&self, person: PersonId) -> Option<StatementId> {
        self.said.get(person.0)?.first()
    }

    /// The statement that stands for a person whom front matter names; somebody unknown, or who said
    /// nothing, is reported.
    pub(super) fn speaking(
        &self,
        slug: &Spanned<Slug>,
        file: FileId,
        diagnostics: &mut Diagnostics,
    ) -> Option<StatementId> {
        let person = self.reference(DocKind::Speaker, slug, file, diagnostics)?;
        let found = self.said_by(PersonId(person));
        let is_reported = self.is_absent(DocKind::Statement, slug.value.as_str());
        if found.is_none() && !is_reported {
            let kind = SiteFault::SilentSpeaker {
                slug: slug.value.to_string(),
            };
            diagnostics.report(Diagnostic::at(slug.span.of(file), kind));
        }
        found
    }

    /// The page that a statement stands on.
    fn page_of(&self, statement: StatementId) -> PageRef {
        let own = self
            .said
            .iter()
            .position(|said| said.own == Some(statement));
        own.map_or(PageRef::Statement(statement), |person| {
            PageRef::Person(PersonId(person))
        })
    }

    /// Learns the names of all leaflets, those made by themselves too.
    pub(super) fn learn_leaflets(&mut self, slugs: impl Iterator<Item = Slug>) {
        for (id, slug) in slugs.enumerate() {
            self.leaflets.entry(slug).or_insert(LeafletId(id));
        }
    }

    /// The id of a document by its name.
    pub(super) fn id(&self, kind: DocKind, slug: &str) -> Option<usize> {
        self.by_kind.get(&kind)?.get(slug).copied()
    }

    fn find(&self, kind: DocKind, slug: &str) -> Option<PageRef> {
        if kind == DocKind::Leaflet {
            return self.leaflets.get(slug).map(|id| PageRef::Leaflet(*id));
        }
        let id = self.id(kind, slug)?;
        Some(match kind {
            DocKind::Speaker => PageRef::Person(PersonId(id)),
            DocKind::Statement => self.page_of(StatementId(id)),
            DocKind::Topic => PageRef::Topic(TopicId(id)),
            DocKind::Event => PageRef::Event(EventId(id)),
            DocKind::Page | DocKind::Leaflet => PageRef::Page(PageId(id)),
        })
    }

    /// The first name of a kind.
    pub(super) fn any(&self, kind: DocKind) -> Option<&str> {
        self.by_kind.get(&kind)?.keys().next().map(String::as_str)
    }

    /// The name of the first person who said something.
    pub(super) fn any_speaking(&self) -> Option<&str> {
        let mut persons = self.by_kind.get(&DocKind::Speaker)?.iter();
        let found = persons.find(|(_, id)| self.said_by(PersonId(**id)).is_some());
        found.map(|(name, _)| name.as_str())
    }

    /// Some of the names of a kind.
    fn known(&self, kind: DocKind) -> Vec<String> {
        const MOST: usize = 12;
        let names = self.by_kind.get(&kind).into_iter().flat_map(BTreeMap::keys);
        names.take(MOST).cloned().collect()
    }

    fn nearest(&self, kind: DocKind, slug: &str) -> Option<String> {
        let names: Vec<&str> = match kind {
            DocKind::Leaflet => self.leaflets.keys().map(Slug::as_str).collect(),
            DocKind::Statement => {
                let names = self.by_kind.get(&kind)?.keys().map(String::as_str);
                names.filter(|name| name.contains('/')).collect()
            }
            _ => self
                .by_kind
                .get(&kind)?
                .keys()
                .map(String::as_str)
                .collect(),
        };
        let title = || self.titles.get(&(kind, titled(&decode(slug))))?.clone();
        title().or_else(|| nearest(slug, names.into_iter()))
    }

    /// The id of a name in front matter; an unknown one is reported.
    pub(super) fn reference(
        &self,
        kind: DocKind,
        slug: &Spanned<Slug>,
        file: FileId,
        diagnostics: &mut Diagnostics,
    ) -> Option<usize> {
        let found = self.id(kind, slug.value.as_str());
        if found.is_none() {
            let nearest = || self.nearest(kind, slug.value.as_str());
            let known = || self.known(kind);
            let fault = SiteFault::not_found(kind, &slug.value, &self.absent, nearest, known);
            if let Some(fault) = fault {
                diagnostics.report(Diagnostic::at(slug.span.of(file), fault));
            }
        }
        found
    }

    /// The draft that touches a topic.
    pub(super) fn draft_on(&self, topic: &str) -> Option<&ContentPath> {
        self.absent.draft_on(topic)
    }

    /// Whether words of somebody are left out for something that has been reported.
    pub(super) fn lacks_words(&self) -> bool {
        self.absent.lacks_words()
    }

    /// Whether a name is one of something that is left out of the site for a reason.
    pub(super) fn is_absent(&self, kind: DocKind, slug: &str) -> bool {
        self.absent.reason(kind, slug).is_some()
    }

    /// Reports the name of an event in a person's own file that is not in the site.
    pub(super) fn event_of_statement(
        &self,
        slug: &Spanned<Slug>,
        file: FileId,
        diagnostics: &mut Diagnostics,
    ) {
        let kind = DocKind::Event;
        match self.absent.reason(kind, slug.value.as_str()) {
            // Without the line the words would be ascribed to another event.
            Some(Reason::Draft(draft)) => {
                let fault = SiteFault::StatementOfDraft {
                    kind,
                    file: draft.to_string(),
                    statements: 1,
                };
                diagnostics.report(Diagnostic::at(slug.span.of(file), fault));
            }
            _ => {
                self.reference(kind, slug, file, diagnostics);
            }
        }
    }

    /// The topics that a list in front matter names, each once.
    pub(super) fn topics(
        &self,
        listed: Option<&(FileId, Spanned<Vec<Spanned<Slug>>>)>,
        diagnostics: &mut Diagnostics,
    ) -> Vec<TopicId> {
        let mut topics = Vec::new();
        if let Some((file, list)) = listed {
            for slug in &list.value {
                let found = self.reference(DocKind::Topic, slug, *file, diagnostics);
                topics.extend(found.map(TopicId).filter(|id| !topics.contains(id)));
            }
        }
        topics
    }

    /// A body with all its references resolved.
    pub(super) fn body(
        &self,
        here: &Here<'_>,
        body: WrittenBody,
        used: &mut BTreeMap<ContentPath, Loc>,
        diagnostics: &mut Diagnostics,
    ) -> Text {
        let mut problems = Diagnostics::default();
        let resolved = body.resolve(
            &mut |written| {
                let span = written.span;
                match self.target(here, &written) {
                    Ok(Target::File(path)) => {
                        if let Some(path) = ContentPath::parse(path.as_str()) {
                            used.entry(path).or_insert(span.of(here.file));
                        }
                        Some(Target::File(path))
                    }
                    Ok(target) => Some(target),
                    Err(kind) => {
                        if let Some(kind) = kind {
                            diagnostics.report(Diagnostic::at(span.of(here.file), kind));
                        }
                        None
                    }
                }
            },
            &mut |topic| {
                // One that a translation inherits is told of the original.
                let id = if topic.span == Span::default() {
                    self.id(DocKind::Topic, topic.value.as_str())
                } else {
                    self.reference(DocKind::Topic, &topic, here.file, &mut problems)
                };
                id.map(TopicId)
            },
        );
        diagnostics.absorb(problems);
        resolved
    }

    /// Where a reference leads; `Err(None)` where the reason that it leads nowhere has been reported.
    fn target(&self, here: &Here<'_>, written: &Written) -> Result<Target, Option<SiteFault>> {
        let fault = |fault| Err(Some(SiteFault::Link { fault }));
        let address = written.address.trim();
        let slashed = if address.contains("://") {
            address.to_owned()
        } else {
            address.replace('\\', "/")
        };
        let address = slashed.as_str();
        let (path, fragment) = match address.split_once('#') {
            Some((path, fragment)) => (path, Some(decode(fragment)).filter(|f| !f.is_empty())),
            None => (address, None),
        };
        if written.is_image {
            return Ok(self.image(here, path)?);
        }
        if path.is_empty() {
            return match fragment {
                None => self.no_file(String::new(), address),
                Some(id) if !here.places.contains(&id) => {
                    fault(LinkFault::Fragment(id, here.places.clone()))
                }
                fragment => Ok(Target::Page(here.page, fragment)),
            };
        }
        if let Some((scheme, rest)) = path
            .split_once(':')
            .filter(|(s, _)| s.bytes().all(|b| b.is_ascii_alphanumeric()))
        {
            let scheme = scheme.to_ascii_lowercase();
            return match (scheme.as_str(), DocKind::of_scheme(&scheme)) {
                (_, Some(kind)) => self.page(kind, rest, fragment),
                ("http" | "https", None) if address.contains(' ') => {
                    let address = address.replace(' ', "%20");
                    match web_address(&address) {
                        Some(address) => Ok(Target::Outside(address)),
                        None => self.no_file(address.clone(), &address),
                    }
                }
                ("http" | "https", None)
                    if web_address(address).is_none() && address_meant(address).is_some() =>
                {
                    self.no_file(address.to_owned(), address)
                }
                ("http" | "https" | "mailto" | "tel", None) => Ok(Target::Outside(
                    web_address(address).unwrap_or_else(|| address.to_owned()),
                )),
                (other, None) => fault(LinkFault::Scheme(format!("{other}:"))),
            };
        }
        if path.starts_with('/') {
            return self.no_file(path.to_owned(), address);
        }
        let Some(file) = here.path.join(&decode(path)) else {
            return self.no_file(path.to_owned(), address);
        };
        if file.as_str().starts_with("images/") {
            return Ok(self.image(here, path)?);
        }
        let page = || {
            let (folder, name) = file.as_str().split_once('/')?;
            let (slug, _) = name.strip_suffix(".md")?.rsplit_once('.')?;
            Some((DocKind::of_folder(folder)?, slug.to_owned()))
        };
        match page() {
            // A file of another folder that is named as if it stood in this one.
            Some((kind, slug))
                if (!path.contains('/') || slug.contains('/'))
                    && self.find(kind, &slug).is_none()
                    && self.meant(path).is_some() =>
            {
                self.no_file(file.to_string(), path)
            }
            Some((kind, slug)) => self.page(kind, &slug, fragment),
            // A picture is found by its name alone, as where it is shown.
            None => match self.image(here, path) {
                Ok(picture) if is_image(path) => Ok(picture),
                _ => self.no_file(file.to_string(), address),
            },
        }
    }

    /// What to tell of an address that leads to no file of content.
    fn no_file(&self, path: String, written: &str) -> Result<Target, Option<SiteFault>> {
        let (alone, place) = written.split_at(written.find('#').unwrap_or(written.len()));
        let meant = address_meant(written).or_else(|| Some(self.meant(alone)? + place));
        let written = written.to_owned();
        let fault = LinkFault::File {
            path,
            written,
            meant,
        };
        Err(Some(SiteFault::Link { fault }))
    }

    /// What was probably meant by a path to a file, or to a page of the finished site: the only
    /// document that is named like it.
    fn meant(&self, written: &str) -> Option<String> {
        let written = decode(written);
        let (folder, name) = written.rsplit_once('/').unwrap_or(("", &written));
        let slug = match name.rsplit_once('.') {
            Some((name, "html" | "htm")) => name,
            Some((name, "md")) => name.split_once('.').map_or(name, |(slug, _)| slug),
            Some(_) => return None,
            None => name.trim(),
        };
        let folder = folder.rsplit('/').next().and_then(DocKind::of_folder);
        let kinds = DocKind::ALL.into_iter();
        let mut named = kinds
            .filter(|kind| *kind != DocKind::Statement)
            .filter(|kind| folder.is_none_or(|folder| folder == *kind))
            .filter(|kind| self.find(*kind, slug).is_some());
        if let Some(kind) = named.next() {
            let is_only = named.next().is_none();
            return is_only.then(|| format!("{}:{slug}", kind.scheme()));
        }
        let title = titled(slug);
        let mut titles = DocKind::ALL.into_iter().filter_map(|kind| {
            let name = self.titles.get(&(kind, title.clone()))?.as_ref()?;
            Some(format!("{}:{name}", kind.scheme()))
        });
        titles.next().filter(|_| titles.next().is_none())
    }

    /// The page of a name, at a place of it if one is given; `Err(None)` where the reason that there
    /// is none has been reported.
    pub(super) fn page(
        &self,
        kind: DocKind,
        slug: &str,
        fragment: Option<String>,
    ) -> Result<Target, Option<SiteFault>> {
        let fault = |fault| Err(Some(SiteFault::Link { fault }));
        let Some(page) = self.find(kind, slug) else {
            match self.absent.reason(kind, slug) {
                Some(Reason::Draft(file)) => {
                    let file = file.to_string();
                    return fault(LinkFault::Draft(kind, slug.to_owned(), file));
                }
                Some(Reason::Reported) => return Err(None),
                None => {}
            }
            return fault(LinkFault::Unknown(
                kind,
                slug.to_owned(),
                self.nearest(kind, slug),
            ));
        };
        if let Some(id) = &fragment {
            let key = self.id(kind, slug).map(|at| (kind, at));
            let known = key.and_then(|key| self.fragments.get(&key));
            if !known.is_some_and(|known| known.contains(id)) {
                let known = known
                    .map(|k| k.iter().cloned().collect())
                    .unwrap_or_default();
                return fault(LinkFault::Fragment(id.clone(), known));
            }
        }
        Ok(Target::Page(page, fragment))
    }

    fn image(&self, here: &Here<'_>, address: &str) -> Result<Target, SiteFault> {
        let is_drive = |path: &str| {
            let mut chars = path.chars();
            chars.next().is_some_and(|c| c.is_ascii_alphabetic()) && chars.next() == Some(':')
        };
        let is_local = address.to_ascii_lowercase().starts_with("file:") || is_drive(address);
        if is_local {
            let name = decode(address);
            let name = name
                .rsplit(['/', '\\'])
                .next()
                .unwrap_or_default()
                .to_owned();
            let depth = here.path.as_str().matches('/').count();
            let right = format!("{}images/{name}", "../".repeat(depth));
            return Err(SiteFault::PictureOfComputer { name, right });
        }
        if address.contains("://") || address.starts_with("data:") {
            return Err(SiteFault::OutsideImage {
                address: address.to_owned(),
            });
        }
        let written = decode(address);
        // From the page's own folder, from the content folder, or by name alone.
        let from_root = || ContentPath::parse(&written);
        let by_name = || ContentPath::parse(&format!("images/{written}"));
        let path = [here.path.join(&written), from_root(), by_name()]
            .into_iter()
            .flatten()
            .find(|path| self.images.contains(path));
        let depth = here.path.as_str().matches('/').count();
        self.picture(path, address, &"../".repeat(depth))
            .map(Target::File)
    }

    /// The picture that was probably meant by a name that no picture has.
    fn picture_meant(&self, written: &str) -> Option<&ContentPath> {
        let name = |path: &str| {
            let name = path.rsplit('/').next().unwrap_or_default();
            narrowed(name).trim().to_lowercase()
        };
        let wanted = name(&written.replace('\\', "/"));
        let same = self
            .images
            .iter()
            .find(|path| name(path.as_str()) == wanted);
        // Without its ending, when only one is called so.
        let mut alone = self.images.iter().filter(|path| {
            let own = name(path.as_str());
            own.rsplit_once('.').is_some_and(|(stem, _)| stem == wanted)
        });
        let alone = match (alone.next(), alone.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        };
        same.or(alone).or_else(|| {
            let names: Vec<String> = self.images.iter().map(|path| name(path.as_str())).collect();
            let near = nearest(&wanted, names.iter().map(String::as_str))?;
            let at = names.iter().position(|name| *name == near)?;
            self.images.iter().nth(at)
        })
    }

    /// The output file of a picture in the content folder. `before` leads from where it is shown
    /// to that folder.
    pub(super) fn picture(
        &self,
        path: Option<ContentPath>,
        shown: &str,
        before: &str,
    ) -> Result<OutPath, SiteFault> {
        let path = path
            .filter(|path| self.images.contains(path))
            .ok_or_else(|| SiteFault::MissingImage {
                path: shown.to_owned(),
                meant: self
                    .picture_meant(shown)
                    .map(|path| format!("{before}{path}")),
            })?;
        let ending = path
            .as_str()
            .rsplit('.')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        OutPath::parse(path.as_str())
            .filter(|_| PICTURES.contains(&ending.as_str()))
            .ok_or_else(|| SiteFault::BadImage {
                path: shown.to_owned(),
            })
    }
}

/// The document whose references are being resolved.
pub(super) struct Here<'h> {
    /// Its page.
    pub(super) page: PageRef,
    /// Its path in the content folder.
    pub(super) path: &'h ContentPath,
    /// Its file.
    pub(super) file: FileId,
    /// The fragments on its page.
    pub(super) places: Vec<String>,
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// What something is called, without what people write differently.
fn titled(title: &str) -> String {
    let bare = title.trim().trim_matches(['「', '」', '"']);
    narrowed(bare).trim().to_lowercase()
}
