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
    /// Full-width signs around a text for each language.
    WideBraces,
    /// Full-width signs around furigana.
    WideFurigana,
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
    /// More or fewer blanks than the lines that belong with it have.
    Indent,
    /// Lines of a text behind `|` that begin at the margin.
    BlockIndent,
    /// A line `---` in a file of nothing but keys.
    StrayFence,
    /// Curly quotation marks around a value.
    CurlyQuotes,
    /// A backslash between double quotation marks that is meant as one.
    Backslash,
    /// Quotation marks that do not fit each other, or of which one is an apostrophe.
    MixedQuotes,
    /// A text in braces that hold no keys.
    BracedText,
    /// The value of a key on the line below it, at the key's indentation.
    ValueBelow,
    /// The parts of a path parted by backslashes.
    PathSign,
    /// Two colons behind a key.
    DoubledColon,
    /// No colon behind a key; the key.
    ColonForgotten(String),
    /// A key in the bold of Markdown.
    BoldKey,
    /// A hyphen before a key that is no item.
    KeyAsItem,
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
    /// A list half of which stands beside its key, and half below it.
    ListInTwo,
    /// A list whose lines begin with something other than a hyphen and a space.
    Bullet(char),
    /// A date in another form, and the same day in the usual one.
    DateForm(String, String),
    /// A word for `true`, `false` or one of the choices, and the right one.
    Word(String, String),
    /// A character that looks like another and is not: the first of several, the right one, and
    /// how many there are.
    LookAlike {
        first: char,
        right: String,
        count: usize,
    },
    /// Control characters, which were dropped: the first, and how many.
    Control { first: char, count: usize },
    /// Marks in the place of characters that are lost.
    Damage { count: usize },
    /// Characters that only one computer knows: the first, and how many.
    Private { first: char, count: usize },
    /// A mark of Markdown written otherwise.
    Text(TextSlip),
}

/// How marks of Markdown are written otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum TextSlip {
    /// The marks of a heading in full width, or without their space.
    Heading,
    /// The braces behind a heading without the one that closes them.
    Braces,
    /// Brackets, bars, braces, stars in full width.
    FullWidth,
    /// A mark of an editors' note in full width.
    Note,
    /// A list with other marks at its lines.
    List,
    /// A paragraph that a full-width space opens.
    Indent,
    /// A line of nothing but full-width spaces.
    Blank,
    /// A line that stands by itself, without a blank one before it.
    Line,
    /// An address with a space in it.
    Link,
    /// The sign that keeps the end of a line written otherwise, or not at its end.
    LineEnd,
    /// A blank inside the marks of bold text.
    Emphasis,
    /// Furigana in the way of other programs: `｜漢字《かんじ》`.
    Furigana,
    /// A text right below a table.
    Table,
    /// Rows that a blank line parts from their table.
    Rows,
}

impl TextSlip {
    /// The right lines as they are shown: with the empty line before them only if that is what was
    /// missing.
    pub(super) fn shown(self, right: &str) -> String {
        let lines = right.trim_matches('\n');
        match self {
            Self::Line | Self::Table => format!("\n{lines}"),
            _ => lines.to_owned(),
        }
    }
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
            | Self::WideBraces
            | Self::WideFurigana
            | Self::WideComma
            | Self::WideHash
            | Self::WideLetters(_) => "front-matter/full-width",
            Self::NoSpace => "front-matter/no-space",
            Self::Tab => "front-matter/tab",
            Self::Indent | Self::BlockIndent => "front-matter/indent",
            Self::CurlyQuotes | Self::MixedQuotes => "front-matter/curly-quotes",
            Self::Fence(_) | Self::DoubledFence | Self::StrayFence | Self::NoOpening => {
                "front-matter/fence"
            }
            Self::Unquoted(_)
            | Self::ColonInValue
            | Self::Backslash
            | Self::BracedText
            | Self::PathSign => "front-matter/needs-quotes",
            Self::JapaneseKey(..)
            | Self::KeyForm(..)
            | Self::DoubledColon
            | Self::ColonForgotten(_)
            | Self::KeyAsItem
            | Self::BoldKey
            | Self::ValueBelow => "front-matter/key-form",
            Self::ListAsText | Self::ListInTwo | Self::Bullet(_) => "front-matter/list-form",
            Self::DateForm(..) => "front-matter/date-form",
            Self::Word(..) => "front-matter/word",
            Self::LookAlike { .. } => "text/look-alike",
            Self::Control { .. } => "text/control-character",
            Self::Damage { .. } => "text/damaged",
            Self::Private { .. } => "text/private-character",
            Self::Text(slip) => match slip {
                TextSlip::Heading | TextSlip::Braces => "text/heading-form",
                TextSlip::FullWidth | TextSlip::Note | TextSlip::Furigana => "text/full-width",
                TextSlip::List => "text/list-form",
                TextSlip::Indent | TextSlip::Blank => "text/wide-indent",
                TextSlip::Line | TextSlip::Table | TextSlip::Rows => "text/line-form",
                TextSlip::Link => "text/link-form",
                TextSlip::LineEnd => "text/line-end",
                TextSlip::Emphasis => "text/emphasis-form",
            },
        }
    }
}
