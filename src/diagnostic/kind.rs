//! Every kind of problem with its facts, stable code and severity.

mod begin;
mod contrast;
mod expected;
mod leaflet;
mod mending;
mod name;
mod outside;
mod picture;
pub mod preflight;
mod preview;
mod prose;
mod typo;

pub use self::{
    begin::Begin, contrast::Contrast, mending::Mending, name::NameFault, outside::Outside,
};
pub use self::{picture::PictureFault, preview::Preview, prose::Prose, typo::Typo};

pub use self::expected::Expected;
pub use self::leaflet::{LeafletFault, LeftOut};
use super::Bilingual;
use crate::base::{DocKind, Lang, NoDay, PanelName, Span};

/// How grave a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is written until it is mended.
    Error,
    /// The site is built all the same.
    Warning,
    /// Nothing is wrong: it is told at the end of a build.
    Remark,
}

/// What YAML could not be read for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum YamlFault {
    /// A tab character where spaces belong.
    Tab,
    /// A full-width colon after a key.
    FullWidthColon,
    /// No space after the colon of a key.
    NoSpace,
    /// A colon and a space inside a value that is not quoted.
    ColonInValue,
    /// A value that begins with a character YAML keeps for itself.
    Reserved(char),
    /// A quotation mark or bracket that is not closed.
    Unclosed,
    /// An indentation that fits nothing above it.
    Indent,
    /// A line that is no key and belongs to none.
    NoColon,
    /// Too deep, too long, or repeating itself by aliases.
    Budget,
    /// Anything else; the parser's own words.
    Other(String),
}

/// Why a link leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkFault {
    /// Nothing of this kind and name exists; the nearest name that does.
    Unknown(DocKind, String, Option<String>),
    /// The page exists, the place in it does not; the places that do.
    Fragment(String, Vec<String>),
    /// No such file in the content folder.
    File(String),
    /// A kind of address that is not allowed, such as `javascript:`.
    Scheme(String),
}

/// Why the output folder is not written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutputFault {
    /// It contains, or lies inside, a folder of sources.
    Overlaps(String),
    /// It holds files but no manifest of an earlier build.
    Foreign,
    /// The machine said no.
    Io(String),
}

/// Everything that can be wrong, as facts without words.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(
    missing_docs,
    reason = "each variant is worded in `words`, in both languages"
)]
pub enum DiagnosticKind {
    // Files.
    Unreadable {
        reason: String,
    },
    NotUtf8,
    Mending(Mending),
    Outside(Outside),
    /// A colour that is hard to read.
    Contrast(Contrast),
    Prose(Prose),
    /// Slips of the pen in one line or file, and the line as it should be.
    Slips {
        first: Typo,
        more: Vec<Typo>,
        right: String,
    },
    FileName {
        folder: DocKind,
        fault: NameFault,
    },
    Misplaced,
    UnknownLanguage {
        code: String,
        known: Vec<Lang>,
    },
    DuplicateFile {
        other: String,
    },
    NoSite,
    // Front matter.
    NoFrontMatter,
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
        nearest: Option<String>,
        known: Vec<String>,
    },
    MissingKey {
        key: &'static str,
        example: Bilingual,
    },
    WrongType {
        key: String,
        expected: Expected,
        /// A value that would be right.
        example: Bilingual,
        /// The value that was written, as it may have been meant.
        meant: Option<String>,
    },
    EmptyValue {
        key: String,
    },
    BadChoice {
        key: String,
        value: String,
        allowed: Vec<String>,
    },
    BadDate {
        value: String,
        why: NoDay,
    },
    BadSlug {
        value: String,
    },
    BadUrl {
        value: String,
    },
    BadAlias {
        value: String,
    },
    UnknownReference {
        kind: DocKind,
        slug: String,
        nearest: Option<String>,
    },
    // Bodies.
    RawHtml {
        text: String,
    },
    DuplicateId {
        id: String,
        /// The first of the two.
        first: Span,
    },
    BadId {
        id: String,
    },
    UnknownAttribute {
        name: String,
    },
    TopLevelHeading,
    UnlistedTopic {
        slug: String,
    },
    Link {
        fault: LinkFault,
    },
    NoAlt,
    MissingImage {
        path: String,
    },
    BadImage {
        path: String,
    },
    // Translations.
    Contradiction {
        key: String,
    },
    Orphan {
        original: String,
    },
    SectionsDiffer {
        original: Vec<String>,
        here: Vec<String>,
    },
    BadFingerprint {
        current: String,
    },
    Stale {
        changed: Vec<String>,
        current: String,
    },
    // The site as a whole.
    AddressTaken {
        address: String,
    },
    TermTaken {
        term: String,
    },
    UncitedTopic,
    /// A leaflet names a person of whom the site has no statement.
    SilentSpeaker {
        /// The person.
        slug: String,
    },
    NoBaseUrl,
    // Themes.
    NoTheme {
        path: String,
    },
    Template {
        reason: String,
    },
    MissingString {
        key: String,
        lang: Lang,
    },
    // Leaflets.
    Overflow {
        leaflet: String,
        panel: PanelName,
        lines: u32,
    },
    SmallType {
        leaflet: String,
        tenths_of_pt: u32,
    },
    HalfEmpty {
        leaflet: String,
        panel: PanelName,
    },
    MissingGlyphs {
        leaflet: String,
        glyphs: String,
    },
    Print {
        leaflet: String,
        reason: String,
    },
    Preflight(preflight::Finding),
    Leaflet(LeafletFault),
    // Output.
    Output {
        folder: String,
        fault: OutputFault,
    },
    // Areas with a file of their own.
    Begin(Begin),
    Picture(PictureFault),
    Preview(Preview),
}

impl DiagnosticKind {
    /// The stable name of the kind, `area/what`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "file/unreadable",
            Self::NotUtf8 => "file/not-utf8",
            Self::FileName { .. } => "file/name",
            Self::Misplaced => "file/misplaced",
            Self::UnknownLanguage { .. } => "file/unknown-language",
            Self::DuplicateFile { .. } => "file/duplicate",
            Self::NoSite => "file/no-site",
            Self::Slips { first, .. } => first.code(),
            Self::Mending(mending) => mending.code(),
            Self::Outside(_) => "link/outside",
            Self::Contrast(_) => "site/contrast",
            Self::Prose(prose) => prose.code(),
            Self::TextBefore => "front-matter/text-before",
            Self::NoFrontMatter => "front-matter/missing",
            Self::UnclosedFrontMatter => "front-matter/unclosed",
            Self::Yaml { .. } => "front-matter/syntax",
            Self::DuplicateKey { .. } => "front-matter/duplicate-key",
            Self::UnknownKey { .. } => "front-matter/unknown-key",
            Self::MissingKey { .. } => "front-matter/missing-key",
            Self::WrongType { .. } => "front-matter/wrong-type",
            Self::EmptyValue { .. } => "front-matter/empty-value",
            Self::BadChoice { .. } => "front-matter/bad-choice",
            Self::BadDate { .. } => "front-matter/bad-date",
            Self::BadSlug { .. } => "front-matter/bad-slug",
            Self::BadUrl { .. } => "front-matter/bad-url",
            Self::BadAlias { .. } => "front-matter/bad-alias",
            Self::UnknownReference { .. } => "front-matter/unknown-reference",
            Self::RawHtml { .. } => "text/raw-html",
            Self::DuplicateId { .. } => "text/duplicate-id",
            Self::BadId { .. } => "text/bad-id",
            Self::UnknownAttribute { .. } => "text/unknown-attribute",
            Self::TopLevelHeading => "text/top-level-heading",
            Self::UnlistedTopic { .. } => "text/unlisted-topic",
            Self::Link { fault } => match fault {
                LinkFault::Unknown(..) => "link/unknown",
                LinkFault::Fragment(..) => "link/unknown-fragment",
                LinkFault::File(..) => "link/missing-file",
                LinkFault::Scheme(..) => "link/unsafe",
            },
            Self::NoAlt => "image/no-alt",
            Self::MissingImage { .. } => "image/missing",
            Self::BadImage { .. } => "image/unsupported",
            Self::Contradiction { .. } => "translation/contradiction",
            Self::Orphan { .. } => "translation/orphan",
            Self::SectionsDiffer { .. } => "translation/sections-differ",
            Self::BadFingerprint { .. } => "translation/bad-fingerprint",
            Self::Stale { .. } => "translation/stale",
            Self::AddressTaken { .. } => "site/address-taken",
            Self::TermTaken { .. } => "site/term-taken",
            Self::UncitedTopic => "site/uncited-topic",
            Self::SilentSpeaker { .. } => "leaflet/silent-speaker",
            Self::NoBaseUrl => "site/no-base-url",
            Self::NoTheme { .. } => "theme/missing",
            Self::Template { .. } => "theme/template",
            Self::MissingString { .. } => "theme/missing-string",
            Self::Overflow { .. } => "leaflet/overflow",
            Self::SmallType { .. } => "leaflet/small-type",
            Self::HalfEmpty { .. } => "leaflet/half-empty",
            Self::MissingGlyphs { .. } => "leaflet/missing-glyphs",
            Self::Print { .. } => "leaflet/template",
            Self::Preflight(finding) => finding.fault.code(),
            Self::Leaflet(leaflet) => leaflet.code(),
            Self::Output { fault, .. } => match fault {
                OutputFault::Overlaps(_) => "output/overlaps-sources",
                OutputFault::Foreign => "output/foreign-files",
                OutputFault::Io(_) => "output/io",
            },
            Self::Begin(problem) => problem.code(),
            Self::Picture(problem) => problem.code(),
            Self::Preview(problem) => problem.code(),
        }
    }

    /// Whether a build can go on with it.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        match self {
            Self::Misplaced
            | Self::Slips { .. }
            | Self::Outside(_)
            | Self::Contrast(_)
            | Self::Prose(_)
            | Self::RawHtml { .. }
            | Self::TopLevelHeading
            | Self::UnlistedTopic { .. }
            | Self::NoAlt
            | Self::SectionsDiffer { .. }
            | Self::BadFingerprint { .. }
            | Self::Stale { .. }
            | Self::TermTaken { .. }
            | Self::UncitedTopic
            | Self::NoBaseUrl
            | Self::SmallType { .. }
            | Self::HalfEmpty { .. } => Severity::Warning,
            Self::Begin(problem) => problem.severity(),
            Self::Preflight(finding) => finding.fault.severity(),
            Self::Picture(problem) => problem.severity(),
            Self::Mending(mending) => mending.severity(),
            Self::Leaflet(leaflet) => leaflet.severity(),
            _ => Severity::Error,
        }
    }

    /// Whether the command line or the machine, not the content, is at fault.
    #[must_use]
    pub const fn is_machines_fault(&self) -> bool {
        match self {
            Self::Output { .. }
            | Self::NoTheme { .. }
            | Self::Unreadable { .. }
            | Self::Preview(_) => true,
            Self::Begin(problem) => problem.is_machines_fault(),
            _ => false,
        }
    }
}
