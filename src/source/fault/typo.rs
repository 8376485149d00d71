//! Slips of the pen: mistakes with one certain remedy. The file is read as if they were mended,
//! and `check --fix` mends them.

/// One slip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Typo {
    /// The file is in another encoding, which was told from its bytes.
    Encoding(&'static str),
    /// Lines end in a way that no system uses any more, or in several ways.
    LineEnds,
    /// A full-width colon after a key.
    WideColon,
    /// A full-width space where a narrow one belongs.
    WideSpace,
    /// A full-width bracket around a list.
    WideBracket,
    /// A full-width comma in a list.
    WideComma,
    /// A full-width hash before a remark.
    WideHash,
    /// Full-width letters, digits or signs in a key or a value that has none.
    WideLetters(String),
    /// No space after the colon of a key.
    NoSpace,
    /// A tab where spaces belong.
    Tab,
    /// Curly quotation marks around a value.
    CurlyQuotes,
    /// The line `---` made of other dashes, or of too many.
    Fence(String),
    /// The line `---` twice.
    DoubledFence,
    /// No `---` before the first key.
    NoOpening,
    /// A value that begins with what YAML keeps for itself, without quotation marks.
    Unquoted(String),
    /// A colon and a space in a value without quotation marks.
    ColonInValue,
    /// A key in Japanese, and what it is called.
    JapaneseKey(String, &'static str),
    /// A key written in another way, and what it is called.
    KeyForm(String, &'static str),
    /// A list without brackets.
    ListAsText,
    /// A list whose lines begin with something other than a hyphen and a space.
    Bullet(char),
    /// A date in another form, and the same day in the usual one.
    DateForm(String, String),
    /// A word for `true`, `false` or one of the choices, and the right one.
    Word(String, String),
}

impl Typo {
    /// The stable name of the slip, `area/what`.
    #[must_use]
    pub(super) const fn code(&self) -> &'static str {
        match self {
            Self::Encoding(_) => "file/encoding",
            Self::LineEnds => "file/line-ends",
            Self::WideColon
            | Self::WideSpace
            | Self::WideBracket
            | Self::WideComma
            | Self::WideHash
            | Self::WideLetters(_) => "front-matter/full-width",
            Self::NoSpace => "front-matter/no-space",
            Self::Tab => "front-matter/tab",
            Self::CurlyQuotes => "front-matter/curly-quotes",
            Self::Fence(_) | Self::DoubledFence | Self::NoOpening => "front-matter/fence",
            Self::Unquoted(_) | Self::ColonInValue => "front-matter/needs-quotes",
            Self::JapaneseKey(..) | Self::KeyForm(..) => "front-matter/key-form",
            Self::ListAsText | Self::Bullet(_) => "front-matter/list-form",
            Self::DateForm(..) => "front-matter/date-form",
            Self::Word(..) => "front-matter/word",
        }
    }
}
