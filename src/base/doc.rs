//! The kinds of file that staff write, one folder for each.

/// What a file in the content folder describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum DocKind {
    /// A person, with the statement that the file holds, if it holds one.
    Speaker,
    /// What a person said at one more event.
    Statement,
    /// A topic that links speakers to each other.
    Topic,
    /// A rally or other event.
    Event,
    /// A leaflet that staff composed.
    Leaflet,
    /// Any other page.
    Page,
}

impl DocKind {
    /// Every kind, in the order in which a reader meets them.
    pub(crate) const ALL: [Self; 6] = [
        Self::Speaker,
        Self::Statement,
        Self::Topic,
        Self::Event,
        Self::Leaflet,
        Self::Page,
    ];

    /// The folder in the content folder that holds files of this kind.
    #[must_use]
    pub(crate) const fn folder(self) -> &'static str {
        match self {
            Self::Speaker => "speakers",
            Self::Statement => "statements",
            Self::Topic => "topics",
            Self::Event => "events",
            Self::Leaflet => "leaflets",
            Self::Page => "pages",
        }
    }

    /// The word before the colon in a link such as `topic:privacy`.
    #[must_use]
    pub(crate) const fn scheme(self) -> &'static str {
        match self {
            Self::Speaker => "speaker",
            Self::Statement => "statement",
            Self::Topic => "topic",
            Self::Event => "event",
            Self::Leaflet => "leaflet",
            Self::Page => "page",
        }
    }

    /// Whether its files stand one folder deeper, in a folder named after an event:
    /// `statements/<event>/<speaker>.<lang>.md`.
    #[must_use]
    pub(crate) const fn is_by_event(self) -> bool {
        matches!(self, Self::Statement)
    }

    /// The kind whose files stand in `folder`.
    #[must_use]
    pub(crate) fn of_folder(folder: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.folder() == folder)
    }

    /// The kind that a link's `scheme` names.
    #[must_use]
    pub(crate) fn of_scheme(scheme: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.scheme() == scheme)
    }

    /// An example of a file name of this kind.
    #[must_use]
    pub(crate) const fn example_file(self) -> &'static str {
        match self {
            Self::Speaker => "speakers/yamada.ja.md",
            Self::Statement => "statements/2022-11-17-rally/yamada.ja.md",
            Self::Topic => "topics/privacy.ja.md",
            Self::Event => "events/2022-rally.ja.md",
            Self::Leaflet => "leaflets/rally.ja.md",
            Self::Page => "pages/about.ja.md",
        }
    }

    /// An example of a name of this kind.
    #[must_use]
    pub(crate) fn example_slug(self) -> &'static str {
        let name = self.example_file();
        let name = name.split_once('/').map_or("", |(_, name)| name);
        name.split_once('.').map_or(name, |(slug, _)| slug)
    }
}
