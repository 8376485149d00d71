//! Codes, severities and words of the faults of setting leaflets.

use super::{PressFault, en, ja};
use crate::diagnostic::{DiagnosticWords, Fault, Severity};

impl Fault for PressFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Overflow { .. } => "leaflet/overflow",
            Self::WideTable { .. } => "leaflet/wide-table",
            Self::SmallType { .. } => "leaflet/small-type",
            Self::HalfEmpty { .. } => "leaflet/half-empty",
            Self::MissingGlyphs { .. } => "leaflet/missing-glyphs",
            Self::LentFace { .. } => "leaflet/lent-face",
            Self::CoarsePicture { .. } => "leaflet/coarse-picture",
            Self::Print { .. } => "leaflet/template",
            Self::Fitted { .. } => "leaflet/fitted",
        }
    }

    fn severity(&self) -> Severity {
        match self {
            Self::SmallType { .. } | Self::HalfEmpty { .. } | Self::CoarsePicture { .. } => {
                Severity::Warning
            }
            Self::Fitted { .. } | Self::LentFace { .. } => Severity::Remark,
            _ => Severity::Error,
        }
    }

    fn subject(&self) -> Option<&str> {
        match self {
            Self::Overflow { leaflet, .. }
            | Self::WideTable { leaflet, .. }
            | Self::SmallType { leaflet, .. }
            | Self::HalfEmpty { leaflet, .. }
            | Self::CoarsePicture { leaflet, .. }
            | Self::Print { leaflet, .. }
            | Self::Fitted { leaflet, .. } => Some(leaflet),
            Self::MissingGlyphs { .. } | Self::LentFace { .. } => None,
        }
    }

    fn cause(&self) -> Option<&str> {
        match self {
            Self::Print { reason, .. } => Some(reason),
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
