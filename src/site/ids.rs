//! What the things and pages of a site are called inside it, and what a resolved link leads to.

use crate::base::OutPath;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) struct $name(pub usize);
    )*};
}

ids! {
    /// A person: an index into `Site::persons`.
    PersonId
    /// A statement: an index into `Site::statements`.
    StatementId
    /// A topic: an index into `Site::topics`.
    TopicId
    /// An event: an index into `Site::events`.
    EventId
    /// A leaflet: an index into `Site::leaflets`.
    LeafletId
    /// A page: an index into `Site::pages`.
    PageId
}

/// A page of the site, the same in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum PageRef {
    /// The front page.
    Home,
    /// All persons.
    Speakers,
    /// A person's page.
    Person(PersonId),
    /// A statement that is not in its person's own file; one that is stands on the person's page.
    Statement(StatementId),
    /// All topics.
    Topics,
    /// A topic's page.
    Topic(TopicId),
    /// All events.
    Events,
    /// An event's page.
    Event(EventId),
    /// All leaflets.
    Leaflets,
    /// A leaflet's page.
    Leaflet(LeafletId),
    /// Any other page that staff wrote.
    Page(PageId),
    /// The search.
    Search,
    /// What stands at addresses that lead nowhere.
    NotFound,
}

/// What a link or a picture leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// A page of the site, in the language of the page that is being read, perhaps at a fragment.
    Page(PageRef, Option<String>),
    /// Another site, an e-mail address or a telephone number.
    Outside(String),
    /// A file in the output folder.
    File(OutPath),
}
