//! What can be wrong with a file of the content folder and with its front matter.

mod en;
mod ja;
mod right;
mod told;
mod typo;

use super::example::Example;
use crate::base::{DocKind, NoDay};
pub(crate) use typo::{TextSlip, Typo};

/// What can be wrong with a file and with its front matter.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is worded in `ja` and `en`")]
pub(crate) enum SourceFault {
    Unreadable {
        reason: String,
    },
    NotUtf8,
    /// A text that is longer than any that somebody wrote.
    TooLarge {
        bytes: u64,
        most: u64,
    },
    /// Slips of the pen in one line or file, and the line as it should be.
    Slips {
        first: Typo,
        more: Vec<Typo>,
        right: String,
    },
    /// Marks of Markdown written otherwise, all of one kind in a file.
    TextSlips {
        slip: TextSlip,
        /// The lines they stand on, counted from 1.
        lines: Vec<usize>,
        /// The first of them as it should be.
        right: String,
    },
    /// The address of the site names a page, or is one that browsers warn of.
    BaseUrl {
        insecure: bool,
        right: String,
    },
    /// A `<!--` without its `-->`.
    UnclosedComment,
    /// What stands behind ` #` in a value.
    CutOff {
        cut: String,
        /// The line in which all is text.
        as_text: String,
        /// The lines with the remark above.
        as_remark: String,
    },
    /// A remark behind a full-width hash, which readers see.
    WideRemark {
        as_remark: String,
        as_text: String,
    },
    /// A quotation mark at the end of a value that has none at its beginning.
    LoneQuote {
        right: String,
    },
    /// Keys of the front matter among the text.
    KeysInText {
        /// The lines, counted from 1.
        lines: Vec<usize>,
    },
    /// An e-mail address to which nobody can write.
    Email {
        value: String,
        right: Option<String>,
    },
    /// A telephone number with more or fewer figures than there are.
    Telephone {
        value: String,
    },
    /// A copy of `site.yaml`, which is not there itself.
    SettingsCopy,
    FileName {
        folder: DocKind,
        fault: NameFault,
        /// A path such as it could have, which nothing has.
        example: String,
    },
    /// A copy of another file, which is passed over.
    Copy {
        original: String,
    },
    Misplaced,
    /// `site.yaml` under another name.
    SettingsName,
    /// A folder whose name is none of those that are read.
    StrayFolder {
        /// How many files lie in it.
        count: usize,
        /// The folder that was probably meant.
        meant: Option<&'static str>,
    },
    DuplicateFile {
        other: String,
    },
    NoFrontMatter {
        /// The keys that it has to have, each behind an end of a line.
        lines: Example,
    },
    /// A text as other programs write it, under the name of a page file.
    OtherFormat {
        format: &'static str,
    },
    TextBefore,
    UnclosedFrontMatter,
    Yaml {
        fault: YamlFault,
    },
    DuplicateKey {
        key: String,
    },
    UnknownKey {
        key: String,
        /// The line with the key that was probably meant.
        right: Option<String>,
        known: Vec<String>,
    },
    MissingKey {
        key: &'static str,
        /// What to add, or the whole map with it.
        lines: Example,
        place: MissingPlace,
    },
    WrongType {
        key: String,
        expected: Expected,
        /// The key with a value that would be right, the one that was written if that can be.
        lines: Example,
    },
    EmptyValue {
        key: String,
        /// The line with a value, where nothing is whole without it.
        line: Option<Example>,
    },
    /// A file of settings with nothing in it.
    EmptySettings,
    /// No `---`, neither above the keys nor below them.
    NoFences {
        /// The lines of the first key and of the last, counted from 1.
        lines: [usize; 2],
    },
    BadChoice {
        key: String,
        value: String,
        allowed: Vec<String>,
        /// The line as it was probably meant.
        right: Option<String>,
    },
    /// Marks of Markdown in a text that shows them as they are.
    MarksInValue {
        key: String,
        /// The line without them, where it is one.
        right: Option<String>,
    },
    BadColour {
        key: String,
        value: String,
        /// The line with the colour that the words mean, or with one for an example.
        right: String,
    },
    /// Keys that stand in files of another kind.
    ForeignKeys {
        keys: Vec<String>,
        /// The folder whose files have them.
        folder: &'static str,
    },
    BadDate {
        key: String,
        value: String,
        why: NoDay,
    },
    BadSlug {
        /// What was written and is no name.
        written: Vec<String>,
        /// The line with the names that are meant.
        right: Option<String>,
        /// Of what was written, what nothing in the site is called.
        unknown: Option<Box<UnknownNames>>,
    },
    /// A leaflet's `speakers` names a statement, `event/speaker`.
    StatementAmongSpeakers {
        value: String,
    },
    BadUrl {
        value: String,
        /// The line as it was probably meant.
        right: Option<String>,
    },
}

/// Words that stand where names belong, and that nothing is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct UnknownNames {
    /// What should be called so.
    pub(crate) kind: DocKind,
    /// The words.
    pub(crate) words: Vec<String>,
    /// The names that there are.
    pub(crate) known: Vec<String>,
}

/// Where a missing key belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum MissingPlace {
    /// Into the front matter of a page.
    Page,
    /// Into `site.yaml`.
    Settings,
    /// Below another key.
    Inside(String),
}

/// What YAML could not be read for; most know the line as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum YamlFault {
    /// A tab character where spaces belong.
    Tab(String),
    /// A full-width colon after a key.
    FullWidthColon(String),
    /// No space after the colon of a key.
    NoSpace(String),
    /// A colon and a space inside a value that is not quoted.
    ColonInValue(String),
    /// A value that begins with a character YAML keeps for itself.
    Reserved(char, String),
    /// A quotation mark or bracket that is not closed; the line at whose end it is to be closed.
    Unclosed(char, String),
    /// A value that goes on behind an empty line, with keys below it: its key, and its line with all of it.
    Torn { key: String, right: String },
    /// An indentation that fits nothing above it.
    Indent(String),
    /// A line that is no key and belongs to none.
    NoColon(String),
    /// A line that looks like more of the value above it, and is not indented.
    Continued(String),
    /// Too deep, too long, or repeating itself by aliases.
    Budget,
    /// A key with a value and its own keys below it; the lines that hold both.
    ValueAboveKeys { key: String, right: String },
    /// A key without its colon; `continued` is the line where it is more of the text above it.
    ColonForgotten {
        key: String,
        right: String,
        continued: Option<String>,
    },
    /// Keys of a key that does not stand above them.
    WithoutParent { parent: String, right: String },
    /// A line that stands between those that it could belong with.
    Uneven(String),
    /// A ` #` in a list in brackets: both ways to write it, and whether all of it are names.
    HashInList {
        is_names: bool,
        as_text: String,
        as_remark: String,
    },
    /// A backslash between double quotation marks that begins no sign.
    Backslash(String),
    /// A value that is nothing but a hyphen; the line with it as a text.
    LoneDash { key: String, right: String },
    /// Anything else.
    Other,
}

/// Why a name cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NameFault {
    /// A copy, as its name says; the file that it is a copy of is not there.
    Copy(String),
    /// Full-width or capital letters; the right name.
    Letters(String),
    /// Another ending than `.md`; the right name.
    Ending(String),
    /// No language; the name before it.
    NoLanguage(String),
    /// The language stands behind another sign than a dot; the right name.
    NoDot(String),
    /// It is longer than a name may be.
    Long,
    /// A document of a word processor; its ending.
    Document(String),
    /// A picture among pages; its name.
    Image(String),
    /// A language by another name than its code; the right name.
    Language(String),
    /// A file that a synchroniser has not fetched yet; the file's own name.
    NotFetched(String),
    /// It stands in no folder of an event, as files of its kind do.
    NoEvent,
    /// A folder is named like no event.
    EventFolder {
        /// The name that was meant, when that is certain.
        right: Option<String>,
        /// How many files it holds.
        files: usize,
    },
    /// A name that Windows keeps for itself.
    Reserved(String),
    /// A folder of such a name.
    ReservedFolder {
        name: String,
        /// How many files it holds.
        files: usize,
    },
    /// Anything else.
    Other,
}

impl NameFault {
    /// The name that was certainly meant.
    pub(crate) fn right(&self) -> Option<&str> {
        match self {
            Self::Letters(right)
            | Self::Ending(right)
            | Self::Language(right)
            | Self::NoDot(right) => Some(right),
            Self::Copy(_)
            | Self::Long
            | Self::NoLanguage(_)
            | Self::Document(_)
            | Self::Image(_)
            | Self::NotFetched(_)
            | Self::NoEvent
            | Self::EventFolder { .. }
            | Self::Reserved(_)
            | Self::ReservedFolder { .. }
            | Self::Other => None,
        }
    }
}

/// What a value was expected to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expected {
    /// A line of text.
    Text,
    /// A line of text, or one for each language.
    TextByLang,
    /// A list of texts.
    List,
    /// A whole number.
    Number,
    /// `true` or `false`.
    YesNo,
    /// Indented keys with values.
    Map,
    /// A list of them.
    Maps,
}
