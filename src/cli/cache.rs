//! Where the cache lies: in the user's folder for such things, unless `CHIRASHI_CACHE` names
//! another.

use std::ffi::OsString;
use std::path::PathBuf;

use etcetera::base_strategy::{BaseStrategy, choose_native_strategy};

use crate::cache::Cache;

/// The user's cache; none when `CHIRASHI_CACHE` is empty or `off`, or the user has no folder.
pub(super) fn open() -> Cache {
    let own = || Some(choose_native_strategy().ok()?.cache_dir());
    folder(std::env::var_os("CHIRASHI_CACHE"), own).map_or_else(Cache::none, Cache::open)
}

fn folder(wanted: Option<OsString>, own: impl FnOnce() -> Option<PathBuf>) -> Option<PathBuf> {
    match wanted {
        Some(name) if name.is_empty() || name == "off" => None,
        Some(name) => Some(name.into()),
        None => Some(own()?.join("chirashi")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_can_be_named_or_refused() {
        let own = || Some(PathBuf::from("/home/sato/.cache"));
        let chosen = |wanted: Option<&str>| folder(wanted.map(OsString::from), own);
        assert_eq!(chosen(None), Some("/home/sato/.cache/chirashi".into()));
        assert_eq!(chosen(Some("/somewhere")), Some("/somewhere".into()));
        assert_eq!(chosen(Some("off")), None);
        assert_eq!(chosen(Some("")), None);
        assert_eq!(folder(None, || None), None);
    }
}
