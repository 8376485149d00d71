//! Codes, severities and words of the faults of where documents meet.

use super::{LinkFault, SiteFault, en, ja, right};
use crate::base::Loc;
use crate::diagnostic::{DiagnosticWords, Fault, Instead, Severity};

impl Fault for SiteFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Source(fault) => fault.code(),
            Self::Link { fault } => match fault {
                LinkFault::Unknown(..) | LinkFault::Draft(..) => "link/unknown",
                LinkFault::Fragment(..) => "link/unknown-fragment",
                LinkFault::File { .. } => "link/missing-file",
                LinkFault::Scheme(..) => "link/unsafe",
            },
            Self::UnknownReference { .. }
            | Self::DraftReference { .. }
            | Self::StatementOfMissing { .. }
            | Self::StatementOfDraft { .. } => "front-matter/unknown-reference",
            Self::SaidTwice { .. } => "site/said-twice",
            Self::UnlistedTopics { .. } => "text/unlisted-topic",
            Self::MissingImage { .. } | Self::PictureOfComputer { .. } => "image/missing",
            Self::OutsideImage { .. } => "image/outside",
            Self::BadImage { .. } => "image/unsupported",
            Self::Contradiction { .. } => "translation/contradiction",
            Self::Orphan { .. } | Self::LostTranslation { .. } => "translation/orphan",
            Self::SectionsDiffer { .. } => "translation/sections-differ",
            Self::FiguresDiffer { .. } => "translation/figures-differ",
            Self::ChartsDiffer => "translation/charts-differ",
            Self::BadFingerprint { .. } => "translation/bad-fingerprint",
            Self::Stale { .. } => "translation/stale",
            Self::Unrendered { .. } => "translation/glossary",
            Self::AddressTaken { .. } | Self::NameTaken { .. } => "site/address-taken",
            Self::TermTaken { .. } => "site/term-taken",
            Self::UncitedTopic { .. } => "site/uncited-topic",
            Self::WhichEvent { .. } => "front-matter/which-event",
            Self::SilentSpeaker { .. } => "leaflet/silent-speaker",
            Self::NoBaseUrl => "site/no-base-url",
            Self::UnknownPart { .. } => "leaflet/unknown-part",
            Self::TooManyPanels { .. } => "leaflet/too-many-panels",
            Self::Unplaced { .. } => "leaflet/unplaced-text",
            Self::EmptyLeaflet { .. } => "text/nothing-said",
            Self::DesignLacks { .. } => "leaflet/design-lacks",
            Self::DesignUnfit { .. } => "leaflet/design-unfit",
            Self::NoConsent { .. } => "image/no-consent",
        }
    }

    fn instead(&self, at: Loc) -> Option<Instead> {
        right::of(self, at)
    }

    fn severity(&self) -> Severity {
        match self {
            Self::Source(fault) => fault.severity(),
            Self::UnlistedTopics { .. }
            | Self::SectionsDiffer { .. }
            | Self::FiguresDiffer { .. }
            | Self::ChartsDiffer
            | Self::BadFingerprint { .. }
            | Self::Stale { .. }
            | Self::Unrendered { .. }
            | Self::TermTaken { .. }
            | Self::UncitedTopic { .. }
            | Self::SilentSpeaker { .. }
            | Self::WhichEvent { .. }
            | Self::NoBaseUrl
            | Self::Unplaced { .. }
            | Self::EmptyLeaflet { .. }
            | Self::NoConsent { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    fn root(&self) -> Option<String> {
        match self {
            Self::UnknownReference { kind, slug, .. }
            | Self::Link {
                fault: LinkFault::Unknown(kind, slug, _),
            } => Some(format!("no {} {slug}", kind.scheme())),
            Self::DraftReference { file, .. }
            | Self::StatementOfDraft { file, .. }
            | Self::Link {
                fault: LinkFault::Draft(_, _, file),
            } => Some(format!("draft {file}")),
            Self::MissingImage { path, .. } => {
                let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
                Some(format!("no picture {name}"))
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
