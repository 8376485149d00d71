//! What would be right in the place of a fault, where the fault alone tells.

use super::{DesignNeed, LinkFault, SiteFault};
use crate::base::Loc;
use crate::diagnostic::{Fault, Instead};
use crate::source::nearest;

pub(super) fn of(fault: &SiteFault, at: Loc) -> Option<Instead> {
    match fault {
        SiteFault::Source(fault) => fault.instead(at),
        SiteFault::UnknownReference { slug, nearest, .. } => nearest
            .as_ref()
            .map(|nearest| Instead::swap(at, slug, nearest)),
        SiteFault::Link { fault } => Some(link(fault, at)),
        SiteFault::MissingImage {
            path,
            meant: Some(meant),
        } => Some(Instead::swap(at, path, meant)),
        SiteFault::Contradiction { key } => Some(Instead::remove_key(at, key)),
        SiteFault::Orphan { .. } => Some(Instead::remove_key(at, "translation")),
        SiteFault::DraftReference { slug, .. } | SiteFault::SilentSpeaker { slug } => {
            Some(Instead::unlist_part(at, slug))
        }
        SiteFault::TermTaken { .. } | SiteFault::AddressTaken { .. } => Some(Instead::unlist(at)),
        SiteFault::UnknownPart {
            written,
            nearest: Some(nearest),
        } => Some(Instead::swap(at, written, nearest)),
        SiteFault::DesignUnfit { .. }
        | SiteFault::DesignLacks {
            lacks: DesignNeed::Speaker | DesignNeed::Question | DesignNeed::TwoColumns,
            ..
        } => Some(Instead::remove_key(at, "design")),
        SiteFault::TooManyPanels { most: 0, .. } => Some(Instead::remove_key(at, "panels")),
        _ => None,
    }
}

/// The address that was probably meant, or the words alone.
fn link(fault: &LinkFault, at: Loc) -> Instead {
    match fault {
        LinkFault::Unknown(_, slug, Some(nearest)) => Instead::swap(at, slug, nearest),
        LinkFault::Fragment(id, known) => {
            let old = format!("#{id}");
            match nearest(id, known.iter().map(String::as_str)) {
                Some(near) => Instead::swap(at, old, format!("#{near}")),
                None => Instead::swap(at, old, ""),
            }
        }
        LinkFault::File {
            written,
            meant: Some(meant),
            ..
        } => Instead::swap(at, written, meant),
        _ => Instead::unlink(at),
    }
}
