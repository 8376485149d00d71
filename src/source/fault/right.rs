//! What would be right in the place of a fault of a file, where the fault alone tells.

use super::SourceFault;
use crate::base::Loc;
use crate::diagnostic::Instead;

pub(super) fn of(fault: &SourceFault, at: Loc) -> Option<Instead> {
    match fault {
        SourceFault::UnclosedComment => Some(Instead::close(at, " -->")),
        SourceFault::TextBefore => Some(Instead::remove_to(at, "---")),
        SourceFault::DuplicateKey { key } | SourceFault::EmptyValue { key, line: None } => {
            Some(Instead::remove_key(at, key))
        }
        _ => None,
    }
}
