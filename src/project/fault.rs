//! What keeps a project from being opened.

use crate::diagnostic::{DiagnosticWords, Fault, Severity};

/// What keeps a project from being opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ProjectFault {
    /// The content folder has no settings.
    NoSite,
}

impl Fault for ProjectFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NoSite => "file/no-site",
        }
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn ja(&self) -> DiagnosticWords {
        let (message, help): (String, String) = match self {
            Self::NoSite => (
                "site.yaml がありません。".into(),
                "content フォルダーに site.yaml を作り、「title: サイトの名前」と「languages: [ja, en]」の2行を書いてください。".into(),
            ),
        };
        DiagnosticWords { message, help }
    }

    fn en(&self) -> DiagnosticWords {
        let (message, help): (String, String) = match self {
            Self::NoSite => (
                "There is no site.yaml.".into(),
                "Make one in the content folder with the two lines `title: Name of the site` and `languages: [ja, en]`.".into(),
            ),
        };
        DiagnosticWords { message, help }
    }
}
