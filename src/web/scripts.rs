//! The scripts: the theme's `js/` without comments and indentation, each a file of its own.
//! No page needs one to be read.

use super::squeeze::squeezed_script;
use crate::base::OutPath;
use crate::site::address;
use crate::theme::Theme;

/// Every script of the theme.
pub(crate) fn scripts(theme: &Theme) -> impl Iterator<Item = (OutPath, Vec<u8>)> {
    let scripts = theme.listed(&theme.manifest().scripts, "js/", ".js");
    scripts.filter_map(|(path, text)| {
        let name = path.rsplit('/').next()?;
        Some((address::script(name)?, squeezed_script(text).into_bytes()))
    })
}
