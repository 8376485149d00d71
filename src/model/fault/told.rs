//! Codes, severities and words of the faults of documents.

use super::{ChartFault, ModelFault, en, ja, right};
use crate::base::Loc;
use crate::diagnostic::{DiagnosticWords, Fault, Instead, Severity};
use crate::model::SampleMark;

impl Fault for ModelFault {
    fn code(&self) -> &'static str {
        match self {
            Self::BadAlias { .. } => "front-matter/bad-alias",
            Self::RawHtml { .. } => "text/raw-html",
            Self::DuplicateId { .. } => "text/duplicate-id",
            Self::BadId { .. } => "text/bad-id",
            Self::WrongMarks(marks) if marks.wrong.is_empty() => "front-matter/bad-slug",
            Self::WrongMarks(_) => "text/unknown-attribute",
            Self::TopLevelHeading => "text/top-level-heading",
            Self::NoAlt => "image/no-alt",
            Self::EmptyLink(_) => "text/empty-link",
            Self::EmptyHeading => "text/empty-heading",
            Self::UnderlinedParagraph { .. } => "text/underlined-paragraph",
            Self::IndentedParagraph => "text/indented-paragraph",
            Self::PastedTable { .. } => "text/pasted-table",
            Self::JoinedLines { .. } => "text/joined-lines",
            Self::PageNumber { .. } => "text/page-number",
            Self::SkippedNumber { .. } => "text/skipped-number",
            Self::ExtraCells { .. } => "text/extra-cells",
            Self::EmptyReading { .. } | Self::UnevenReadings { .. } => "text/uneven-readings",
            Self::CutAddress { .. } => "text/cut-address",
            Self::LeftoverMark { .. } | Self::HashInText { .. } => "text/leftover-mark",
            Self::MissingNote { .. } => "text/missing-footnote",
            Self::UnusedNote { .. } => "text/unused-footnote",
            Self::RepeatedNote { .. } => "text/repeated-footnote",
            Self::UnclosedCode => "text/unclosed-code",
            Self::OtherLanguage { .. } => "text/other-language",
            Self::NoText | Self::NoPage => "text/nothing-said",
            Self::Unfilled { mark, .. } => match mark {
                SampleMark::FillIn
                | SampleMark::Translate
                | SampleMark::Change
                | SampleMark::Blank => "text/unfilled",
                SampleMark::Sample | SampleMark::Address | SampleMark::Telephone => "text/sample",
            },
            Self::LongFigure { .. } => "front-matter/long-figure",
            Self::ManyFigures { .. } => "front-matter/many-figures",
            Self::Chart(ChartFault::Value { .. }) => "front-matter/chart-value",
            Self::Chart(ChartFault::Rows { .. }) => "front-matter/chart-rows",
            Self::Chart(ChartFault::Sum { .. }) => "front-matter/chart-sum",
            Self::Chart(ChartFault::Many { .. }) => "front-matter/many-charts",
            Self::Languages { .. } => "leaflet/languages",
        }
    }

    fn instead(&self, at: Loc) -> Option<Instead> {
        right::of(self, at)
    }

    fn severity(&self) -> Severity {
        match self {
            Self::Chart(ChartFault::Rows { count, .. }) if *count > 1 => Severity::Error,
            Self::RawHtml { .. }
            | Self::TopLevelHeading
            | Self::NoAlt
            | Self::EmptyLink(_)
            | Self::EmptyHeading
            | Self::UnderlinedParagraph { .. }
            | Self::IndentedParagraph
            | Self::PastedTable { .. }
            | Self::JoinedLines { .. }
            | Self::PageNumber { .. }
            | Self::SkippedNumber { .. }
            | Self::ExtraCells { .. }
            | Self::EmptyReading { .. }
            | Self::UnevenReadings { .. }
            | Self::CutAddress { .. }
            | Self::LeftoverMark { .. }
            | Self::HashInText { .. }
            | Self::MissingNote { .. }
            | Self::UnusedNote { .. }
            | Self::RepeatedNote { .. }
            | Self::UnclosedCode
            | Self::OtherLanguage { .. }
            | Self::NoText
            | Self::NoPage
            | Self::LongFigure { .. }
            | Self::ManyFigures { .. }
            | Self::Chart(ChartFault::Many { .. } | ChartFault::Rows { .. })
            | Self::Unfilled { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    fn ja(&self) -> DiagnosticWords {
        ja::words(self).into()
    }

    fn en(&self) -> DiagnosticWords {
        en::words(self).into()
    }
}
