//! What can stand in the way of somebody who begins: no campaign, a name that is none, a
//! translation of nothing.

mod external;
mod fix;

use crate::base::{DocKind, Lang};
use crate::diagnostic::{DiagnosticWords, Fault, Severity, UiLang, join, kind_name};
pub(super) use external::ExternalFault;
pub(super) use fix::FixFault;

/// Why something new is not written, or is not finished yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum CliFault {
    /// A statement was asked for without the event at which it was made, by itself or with the person.
    WhichEvent {
        /// The person, where the statement is one of a new person.
        person: Option<String>,
        /// The events that there are.
        known: Vec<String>,
    },
    /// A statement was asked for without the speaker.
    WhichSpeaker {
        /// The event.
        event: String,
        /// The speakers that there are.
        known: Vec<String>,
    },
    /// The speaker's name stands before the event's.
    Swapped {
        /// The event.
        event: String,
        /// The speaker.
        speaker: String,
    },
    /// A second name where only a statement takes two.
    OneName {
        /// What was asked for.
        kind: DocKind,
        /// The name.
        slug: String,
        /// The second name.
        more: String,
    },
    /// The person's own file has what was said at the event.
    AlreadySaid {
        /// The event.
        event: String,
        /// The person's file.
        file: String,
    },
    /// Nothing says what the new file is called, or what it is to hold.
    NoName { kind: Option<DocKind> },
    /// The name is that of a page or leaflet that is made by itself.
    NameTaken { kind: DocKind, slug: String },
    /// The name of an event begins with a day that there is not, or not in full.
    NoDay {
        written: String,
        /// The name with the day in full, if it is a day.
        suggestion: Option<String>,
    },
    /// A name that cannot be one; what it could be, when that can be told.
    Name {
        /// What was typed.
        written: String,
        /// What it could be, when that can be told.
        suggestion: Option<String>,
        /// What it was to be the name of.
        kind: DocKind,
    },
    /// What was typed as a name is one that Windows keeps for itself.
    ReservedName {
        /// What was typed.
        written: String,
        /// What it was to be the name of.
        kind: DocKind,
    },
    /// A translation was asked for of a file that does not exist; the names that do.
    NoOriginal {
        /// What was to be translated.
        kind: DocKind,
        /// The names that have a file in the language.
        known: Vec<String>,
    },
    /// A language that the site does not have, or that is the only one.
    NoLanguage {
        /// What was typed.
        written: String,
        /// The languages of the site.
        known: Vec<Lang>,
    },
}

impl Fault for CliFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Name { .. }
            | Self::NameTaken { .. }
            | Self::NoName { .. }
            | Self::ReservedName { .. }
            | Self::NoDay { .. } => "begin/name",
            Self::WhichEvent { .. } => "begin/which-event",
            Self::WhichSpeaker { .. } => "begin/which-speaker",
            Self::Swapped { .. } => "begin/swapped",
            Self::OneName { .. } => "begin/one-name",
            Self::AlreadySaid { .. } => "begin/already-said",
            Self::NoOriginal { .. } => "begin/no-original",
            Self::NoLanguage { .. } => "begin/no-language",
        }
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn is_machines_fault(&self) -> bool {
        true
    }

    #[allow(clippy::too_many_lines, reason = "one arm for each fault")]
    fn ja(&self) -> DiagnosticWords {
        let (message, help): (String, String) = match self {
            Self::NoDay { written, suggestion } => match suggestion {
                Some(name) => (
                    format!("「{written}」の日付は、年4桁・月2桁・日2桁で書きます。"),
                    format!("次のようにしてください： chirashi new event {name}"),
                ),
                None => (
                    format!("「{written}」の初めの日付にあたる日はありません。"),
                    "正しい日付に直してください。たとえば次のようにします： chirashi new event 2024-10-05-rally".into(),
                ),
            },
            Self::Name {
                written,
                suggestion,
                kind,
            } => (
                format!(
                    "「{written}」は、{}のファイルの名前にできません。使えるのは半角の英小文字と数字、ハイフンだけです。",
                    kind_name(*kind, UiLang::Ja)
                ),
                match suggestion {
                    Some(name) => format!(
                        "ローマ字にして、たとえば次のようにします： chirashi new {} {name}",
                        kind.scheme()
                    ),
                    None => format!(
                        "読みをローマ字にして、たとえば次のようにします： chirashi new {} {}",
                        kind.scheme(),
                        kind.example_slug()
                    ),
                },
            ),
            Self::ReservedName { written, kind } => (
                format!(
                    "「{written}」はWindowsが自分で使う名前なので、ファイルの名前にできません。"
                ),
                format!(
                    "たとえば次のようにします： chirashi new {} {written}-1",
                    kind.scheme()
                ),
            ),
            Self::WhichEvent {
                person: Some(person),
                known,
            } => (
                "どの催しでの発言なのかが、書かれていません。".into(),
                format!(
                    "site.yaml に「event: {}」のように催しの名前を書いてから、もう一度「chirashi new speaker {person}」を実行してください。\n催しの名前：{}",
                    known.first().map_or("", String::as_str),
                    join(known, "、")
                ),
            ),
            Self::WhichEvent {
                person: None,
                known,
            } => (
                "どの催しでの発言なのかが、書かれていません。".into(),
                if known.is_empty() {
                    "先に「chirashi new event 名前」で催しのファイルを作ってください。".into()
                } else {
                    format!(
                        "催しの名前と発言者の名前を、この順に書いてください。たとえば「chirashi new statement {} yamada」です。\n催しの名前：{}",
                        known[0],
                        join(known, "、")
                    )
                },
            ),
            Self::WhichSpeaker { event, known } => (
                "だれの発言なのかが、書かれていません。".into(),
                match known.first() {
                    None => "先に「chirashi new speaker 名前」で発言者のファイルを作ってください。"
                        .into(),
                    Some(first) => format!(
                        "催しの名前のあとに、発言者の名前を書いてください。たとえば「chirashi new statement {event} {first}」です。\n発言者の名前：{}",
                        join(known, "、")
                    ),
                },
            ),
            Self::Swapped { event, speaker } => (
                "催しの名前と発言者の名前の順が逆です。".into(),
                format!(
                    "催し、発言者の順に書いてください： chirashi new statement {event} {speaker}"
                ),
            ),
            Self::OneName { kind, slug, more } => (
                format!(
                    "「{more}」が余分です。{}の名前は1つだけ書きます。",
                    kind_name(*kind, UiLang::Ja)
                ),
                format!(
                    "次のように書いてください： chirashi new {} {slug}\n名前を2つ書くのは、ある催しでの発言のファイルを作るときだけです： chirashi new statement 催し 発言者",
                    kind.scheme()
                ),
            ),
            Self::NoName { kind } => (
                match kind {
                    Some(_) => "新しいファイルの名前が書かれていません。".into(),
                    None => "何を作るのかと、その名前が書かれていません。".into(),
                },
                format!(
                    "名前は半角の小文字・数字・ハイフンで書きます。たとえば次のようにします： chirashi new {}\n作れるもの：speaker（発言者）、statement（発言）、topic（トピック）、event（集会）、leaflet（チラシ）、page（ページ）",
                    sample(*kind)
                ),
            ),
            Self::NameTaken { kind, slug } => (
                format!("「{slug}」は、chirashi が自動で作るもののアドレスなので、名前にできません。"),
                format!(
                    "ほかの名前にしてください。たとえば次のようにします： chirashi new {} {slug}-2",
                    kind.scheme()
                ),
            ),
            Self::AlreadySaid { event, file } => (
                format!("催し「{event}」でのこの人の発言は、「{file}」にあります。"),
                format!(
                    "1つの催しでの1人の発言は、1つのファイルに書きます。「{file}」に書き足してください。別の催しでの発言なら、その催しの名前を指定します。"
                ),
            ),
            Self::NoOriginal { kind, known } => (
                format!(
                    "翻訳のもとになる{}のファイルがありません。",
                    kind_name(*kind, UiLang::Ja)
                ),
                if known.is_empty() {
                    "名前と、--translate-from のあとの言語（ja、en）を確かめてください。".into()
                } else {
                    format!(
                        "名前を確かめてください。この言語で書かれているもの：{}",
                        join(known, "、")
                    )
                },
            ),
            Self::NoLanguage { written, known } => (
                format!("「{written}」から、ほかの言語への翻訳は作れません。"),
                format!(
                    "サイトの言語は site.yaml の languages で決まります。いまは {} です。二つ以上並べて、そのうちの一つを指定してください。例： --translate-from ja",
                    join(known, "、")
                ),
            ),
        };
        DiagnosticWords { message, help }
    }

    #[allow(clippy::too_many_lines, reason = "one arm for each fault")]
    fn en(&self) -> DiagnosticWords {
        let (message, help): (String, String) = match self {
            Self::NoDay {
                written,
                suggestion,
            } => match suggestion {
                Some(name) => (
                    format!(
                        "The day in `{written}` takes four figures for the year, two for the month and two for the day."
                    ),
                    format!("Write: chirashi new event {name}"),
                ),
                None => (
                    format!("There is no such day as that with which `{written}` begins."),
                    "Write the right day, for example: chirashi new event 2024-10-05-rally".into(),
                ),
            },
            Self::Name {
                written,
                suggestion,
                kind,
            } => (
                format!(
                    "`{written}` cannot be the name of the file of a {}. Only lower-case letters, digits and hyphens can be used.",
                    kind_name(*kind, UiLang::En)
                ),
                match suggestion {
                    Some(name) => format!(
                        "Write it in Latin letters, for example: chirashi new {} {name}",
                        kind.scheme()
                    ),
                    None => format!(
                        "Write how it is read in Latin letters, for example: chirashi new {} {}",
                        kind.scheme(),
                        kind.example_slug()
                    ),
                },
            ),
            Self::ReservedName { written, kind } => (
                format!("Windows keeps the name `{written}` for itself, so no file can have it."),
                format!(
                    "Write, for example: chirashi new {} {written}-1",
                    kind.scheme()
                ),
            ),
            Self::WhichEvent {
                person: Some(person),
                known,
            } => (
                "The command does not say at which event the statement was made.".into(),
                format!(
                    "Write the event's name into site.yaml, such as `event: {}`, and run `chirashi new speaker {person}` again.\nEvents: {}",
                    known.first().map_or("", String::as_str),
                    join(known, ", ")
                ),
            ),
            Self::WhichEvent {
                person: None,
                known,
            } => (
                "The command does not say at which event the statement was made.".into(),
                if known.is_empty() {
                    "First make the event's file with `chirashi new event NAME`.".into()
                } else {
                    format!(
                        "Write the event's name, then the speaker's; for example: `chirashi new statement {} yamada`\nEvents: {}",
                        known[0],
                        join(known, ", ")
                    )
                },
            ),
            Self::WhichSpeaker { event, known } => (
                "The command does not say who made the statement.".into(),
                match known.first() {
                    None => {
                        "First make the speaker's file with `chirashi new speaker NAME`.".into()
                    }
                    Some(first) => format!(
                        "Write the speaker's name after the event's; for example: `chirashi new statement {event} {first}`\nSpeakers: {}",
                        join(known, ", ")
                    ),
                },
            ),
            Self::Swapped { event, speaker } => (
                "The names of the event and of the speaker stand in the wrong order.".into(),
                format!(
                    "Write the event, then the speaker: chirashi new statement {event} {speaker}"
                ),
            ),
            Self::OneName { kind, slug, more } => (
                format!(
                    "`{more}` is one name too many: a {} has only one.",
                    kind_name(*kind, UiLang::En)
                ),
                format!(
                    "Write: chirashi new {} {slug}\nOnly what was said at an event takes two names: chirashi new statement EVENT SPEAKER",
                    kind.scheme()
                ),
            ),
            Self::NoName { kind } => (
                match kind {
                    Some(_) => "The new file has no name.".into(),
                    None => "Nothing says what to make, and what to call it.".into(),
                },
                format!(
                    "A name has small letters, digits and hyphens; for instance: chirashi new {}\nThere are: speaker, statement, topic, event, leaflet, page",
                    sample(*kind)
                ),
            ),
            Self::NameTaken { kind, slug } => (
                format!(
                    "`{slug}` cannot be a name: it is the address of what chirashi makes by itself."
                ),
                format!(
                    "Take another, for instance: chirashi new {} {slug}-2",
                    kind.scheme()
                ),
            ),
            Self::AlreadySaid { event, file } => (
                format!("What this person said at the event `{event}` is in `{file}`."),
                format!(
                    "What one person said at one event stands in one file: write it into `{file}`. If it was another event, give the name of that event."
                ),
            ),
            Self::NoOriginal { kind, known } => (
                format!(
                    "There is no file of a {} to translate from.",
                    kind_name(*kind, UiLang::En)
                ),
                if known.is_empty() {
                    "Check the name, and the language after `--translate-from` (ja, en).".into()
                } else {
                    format!(
                        "Check the name. Written in this language: {}",
                        join(known, ", ")
                    )
                },
            ),
            Self::NoLanguage { written, known } => (
                format!("Nothing can be translated from `{written}` into another language."),
                format!(
                    "The languages of the site stand in `languages` of site.yaml, at present: {}. There have to be at least two; name one of them, for example: --translate-from ja",
                    join(known, ", ")
                ),
            ),
        };
        DiagnosticWords { message, help }
    }
}

/// What could be typed behind `chirashi new`.
fn sample(kind: Option<DocKind>) -> String {
    let kind = kind.unwrap_or(DocKind::Speaker);
    let name = kind.example_slug().replace('/', " ");
    format!("{} {name}", kind.scheme())
}
