//! Where a campaign lies near a folder in which somebody looked for one in vain.

use std::path::Path;

/// The file that makes a folder a campaign's content.
const SETTINGS: &str = "site.yaml";
/// What a content folder is called unless somebody says otherwise.
const CONTENT: &str = "content";

/// A campaign near the folder that was looked into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NearCampaign {
    /// Its folder, to go to.
    Folder(String),
    /// Its content folder, to be named by `--content`.
    Content(String),
}

/// Whether a folder is a campaign's content.
#[must_use]
pub(crate) fn is_campaign(content: &Path) -> bool {
    content.join(SETTINGS).is_file()
}

/// The nearest campaign, when `content` is none: below it, around it or beside it.
#[must_use]
pub(crate) fn campaign_near(content: &Path) -> Option<NearCampaign> {
    let holds = is_campaign;
    let shown = |path: &Path| path.display().to_string().replace('\\', "/");
    let inside = content.join(CONTENT);
    if holds(&inside) {
        return Some(NearCampaign::Content(shown(&inside)));
    }
    let base = match content.parent() {
        Some(base) if base != Path::new("") => base,
        _ => Path::new("."),
    };
    let is_here = base == Path::new(".");
    // The folder itself, then those around it.
    let mut around = base.to_owned();
    for step in 0..6 {
        if holds(&around) {
            let is_content = super::real(&around).ends_with(CONTENT);
            return Some(if is_here && is_content {
                NearCampaign::Folder(vec![".."; step + 1].join("/"))
            } else {
                NearCampaign::Content(shown(&around))
            });
        }
        if step > 0 && holds(&around.join(CONTENT)) {
            return Some(if is_here {
                NearCampaign::Folder(vec![".."; step].join("/"))
            } else {
                NearCampaign::Content(shown(&around.join(CONTENT)))
            });
        }
        around = if step == 0 && is_here {
            "..".into()
        } else {
            around.join("..")
        };
    }
    let mut beside: Vec<_> = std::fs::read_dir(base).ok()?.flatten().collect();
    beside.sort_by_key(std::fs::DirEntry::file_name);
    beside.into_iter().find_map(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        let folder = if is_here {
            Path::new("").join(&name)
        } else {
            base.join(&name)
        };
        if name.starts_with('.') {
            None
        } else if holds(&folder.join(CONTENT)) {
            Some(if is_here {
                NearCampaign::Folder(name)
            } else {
                NearCampaign::Content(shown(&folder.join(CONTENT)))
            })
        } else {
            holds(&folder).then(|| NearCampaign::Content(shown(&folder)))
        }
    })
}
