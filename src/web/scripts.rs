//! The scripts: the theme's `js/` without comments and indentation, each a file of its own.
//! No page needs one to be read.

use crate::base::OutPath;
use crate::theme::Theme;

/// Every script of the theme.
pub(super) fn files(theme: &Theme) -> impl Iterator<Item = (OutPath, Vec<u8>)> {
    let scripts = theme.listed(&theme.manifest().scripts, "js/", ".js");
    scripts.filter_map(|(path, text)| {
        let name = path.rsplit('/').next()?;
        let path = OutPath::parse(&format!("assets/{name}"))?;
        Some((path, squeezed(text).into_bytes()))
    })
}

/// A script without the lines that are comments, and without indentation. Scripts of a theme
/// write comments on lines of their own and no string over several lines.
fn squeezed(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let mut out = String::with_capacity(script.len());
    for line in lines.filter(|line| !line.is_empty() && !line.starts_with("//")) {
        out.push_str(line);
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go() {
        let script = "// A\n\n  const a = \"//\"; // kept\n  // B\n";
        assert_eq!(squeezed(script), "const a = \"//\"; // kept\n");
    }
}
