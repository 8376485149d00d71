//! Codes, severities and words of the faults of files and their front matter.

use super::{NameFault, SourceFault, en, ja, right};
use crate::base::Loc;
use crate::diagnostic::{DiagnosticWords, Fault, Instead, Severity};
use crate::source::names::is_image;

impl Fault for SourceFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Slips { first, .. } => first.code(),
            Self::TextSlips { slip, .. } => super::Typo::Text(*slip).code(),
            Self::BaseUrl { .. } => "front-matter/base-url",
            Self::UnclosedComment => "text/unclosed-comment",
            Self::CutOff { .. } | Self::WideRemark { .. } => "front-matter/cut-off",
            Self::LoneQuote { .. } => "front-matter/curly-quotes",
            Self::KeysInText { .. } => "text/keys",
            Self::Telephone { .. } => "text/telephone",
            Self::Unreadable { .. } => "file/unreadable",
            Self::NotUtf8 => "file/not-utf8",
            Self::TooLarge { .. } => "file/too-large",
            Self::FileName { .. } | Self::SettingsName | Self::SettingsCopy => "file/name",
            Self::Copy { .. } => "file/copy",
            Self::Misplaced | Self::StrayFolder { .. } => "file/misplaced",
            Self::DuplicateFile { .. } => "file/duplicate",
            Self::NoFrontMatter { .. } | Self::NoFences { .. } => "front-matter/missing",
            Self::OtherFormat { .. } => "file/other-format",
            Self::TextBefore => "front-matter/text-before",
            Self::UnclosedFrontMatter => "front-matter/unclosed",
            Self::Yaml { .. } => "front-matter/syntax",
            Self::DuplicateKey { .. } => "front-matter/duplicate-key",
            Self::UnknownKey { .. } | Self::ForeignKeys { .. } => "front-matter/unknown-key",
            Self::MissingKey { .. } | Self::EmptySettings => "front-matter/missing-key",
            Self::WrongType { .. } => "front-matter/wrong-type",
            Self::EmptyValue { .. } => "front-matter/empty-value",
            Self::BadChoice { .. } | Self::BadColour { .. } => "front-matter/bad-choice",
            Self::MarksInValue { .. } => "front-matter/marks",
            Self::BadDate { .. } => "front-matter/bad-date",
            Self::BadSlug { .. } | Self::StatementAmongSpeakers { .. } => "front-matter/bad-slug",
            Self::BadUrl { .. } | Self::Email { .. } => "front-matter/bad-url",
        }
    }

    fn instead(&self, at: Loc) -> Option<Instead> {
        right::of(self, at)
    }

    fn severity(&self) -> Severity {
        match self {
            Self::Slips { .. }
            | Self::TextSlips { .. }
            | Self::CutOff { .. }
            | Self::WideRemark { .. }
            | Self::LoneQuote { .. }
            | Self::KeysInText { .. }
            | Self::Telephone { .. }
            | Self::MarksInValue { .. }
            | Self::BaseUrl { .. }
            | Self::Copy { .. }
            | Self::Misplaced
            | Self::StrayFolder { meant: None, .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    fn is_of_line(&self) -> bool {
        matches!(
            self,
            Self::BadSlug { right: Some(_), .. }
                | Self::BadChoice { right: Some(_), .. }
                | Self::MarksInValue { right: Some(_), .. }
        )
    }

    fn is_slip(&self) -> bool {
        matches!(self, Self::Slips { .. })
    }

    fn is_machines_fault(&self) -> bool {
        matches!(self, Self::Unreadable { .. })
    }

    fn root(&self) -> Option<String> {
        match self {
            Self::FileName {
                fault: NameFault::Image(name),
                ..
            } => Some(format!("no picture {name}")),
            Self::FileName {
                fault: NameFault::NotFetched(own),
                ..
            } if is_image(own) => Some(format!("no picture {own}")),
            Self::FileName {
                folder,
                fault: NameFault::NotFetched(own),
                ..
            } => {
                let slug = own.split('.').next().unwrap_or(own);
                Some(format!("no {} {slug}", folder.scheme()))
            }
            _ => None,
        }
    }

    fn ja(&self) -> DiagnosticWords {
        ja::words(self).into()
    }

    fn en(&self) -> DiagnosticWords {
        en::words(self).into()
    }
}
