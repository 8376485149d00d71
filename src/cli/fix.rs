//! `chirashi check --fix`: slips mended in the files themselves, each change shown, each old
//! file kept beside the new one.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use similar::{ChangeTag, TextDiff};

use super::fault::FixFault;
use crate::base::{ContentPath, DocKind};
use crate::diagnostic::{Diagnostic, Diagnostics, UiLang};
use crate::output;
use crate::source::{self, FixedFile, TextKind};

/// Mends what has one certain remedy in a content folder. Gives back what was changed, told
/// for people, and reports what could not be.
pub(super) fn run(content: &Path, lang: UiLang, diagnostics: &mut Diagnostics) -> String {
    let shown = content.display().to_string().replace('\\', "/");
    let shown = shown.trim_end_matches('/');
    let root = source::real(content);
    let mut told = String::new();
    let mut files = 0_usize;
    // What is wrong with the walk itself is told by the check that follows.
    for (path, at) in source::find(content, shown, &mut Diagnostics::default()) {
        let name = format!("{shown}/{path}");
        match mend(&root, content, &path, &at, &name, lang) {
            Ok(None) => {}
            Ok(Some(change)) => {
                files += 1;
                told.push_str(&change);
            }
            Err(mending) => diagnostics.report(Diagnostic::at_path(name, mending)),
        }
    }
    let end = match files {
        0 => lang.pick("直すところはありませんでした。\n", "There was nothing to mend.\n").to_owned(),
        n => lang.pick(
            format!("{n}個のファイルを直しました。もとのファイルは「.bak」の付いた名前で残してあります。\n"),
            format!("Mended {n} file{}; the old ones are kept with `.bak` behind their names.\n", super::report::plural(n)),
        ),
    };
    told + &end + "\n"
}

/// Mends one file; what was done, if anything was.
fn mend(
    root: &Path,
    content: &Path,
    path: &ContentPath,
    at: &Path,
    name: &str,
    lang: UiLang,
) -> Result<Option<String>, FixFault> {
    let written = source::slashed(at.strip_prefix(content).unwrap_or(at));
    // A folder keeps its name, however it is composed.
    let folder = |path: &str| path.rsplit_once('/').map(|(folder, _)| folder.to_owned());
    let right = source::right_name(&written).filter(|right| folder(right) == folder(&written));
    if let Some(right) = &right {
        // A copy of the file that has the name is told as one, and so is a copy by its own name.
        let original = source::copied_from(file_of(&written));
        for name in original.iter().chain([right]) {
            if is_taken(at, name).map_err(failed)? {
                return Ok(None);
            }
        }
    }
    let name_is = right.as_deref().unwrap_or(path.as_str());
    let fix = text_of(name_is).and_then(|kind| {
        // What cannot be read, or is too large to be, is told by the check that follows.
        let size = fs::metadata(at).map_or(0, |file| file.len());
        if size > source::most_bytes(path) {
            return None;
        }
        let bytes = fs::read(at).ok()?;
        Some((source::fix(&bytes, kind)?, bytes))
    });
    if fix.is_none() && right.is_none() {
        return Ok(None);
    }
    let target = source::real(at);
    if !target.starts_with(root) {
        return Err(FixFault::Outside);
    }
    let mut told = format!("{name}\n");
    if let Some((fix, old)) = fix {
        told.push_str(&put(&target, &old, &fix, lang).map_err(failed)?);
    }
    if let Some(right) = right {
        fs::rename(at, at.with_file_name(file_of(&right))).map_err(failed)?;
        told.push_str(&lang.pick(
            format!("  名前：{written} → {right}\n"),
            format!("  renamed: {written} → {right}\n"),
        ));
    }
    Ok(Some(told + "\n"))
}

/// Writes a file with what is mended in it; what was done.
pub(super) fn write(
    content: &Path,
    at: &Path,
    name: &str,
    fix: &FixedFile,
    lang: UiLang,
) -> Result<String, FixFault> {
    let target = source::real(at);
    if !target.starts_with(source::real(content)) {
        return Err(FixFault::Outside);
    }
    let old = fs::read(&target).map_err(failed)?;
    // Only what is written as it was read can be mended where the places say.
    if old != fix.before.as_bytes() {
        return Ok(String::new());
    }
    Ok(format!("{name}\n") + &put(&target, &old, fix, lang).map_err(failed)?)
}

#[allow(clippy::needless_pass_by_value, reason = "as `map_err` hands it over")]
fn failed(error: io::Error) -> FixFault {
    FixFault::Unwritable(error.to_string())
}

/// Puts the mended text in the place of a file, keeps the old bytes, and tells what changed.
fn put(target: &Path, old: &[u8], fix: &FixedFile, lang: UiLang) -> io::Result<String> {
    check_writable(target)?;
    let backup = keep(target, old)?;
    let permissions = fs::metadata(target)?.permissions();
    output::replace_with(target, fix.after.as_bytes(), |file| {
        file.set_permissions(permissions)?;
        file.sync_all()
    })?;
    let backup = backup.file_name().unwrap_or_default().to_string_lossy();
    let kept = lang.pick(
        format!("  もとのファイル：{backup}\n"),
        format!("  the old file: {backup}\n"),
    );
    Ok(changes(fix, lang) + &kept)
}

/// The text that a file is, if it is one.
fn text_of(path: &str) -> Option<TextKind> {
    if path == "site.yaml" {
        return Some(TextKind::Settings);
    }
    let (folder, file) = path.split_once('/')?;
    let is_page = file.ends_with(".md") && !file.contains('/');
    is_page.then(|| DocKind::of_folder(folder).map(TextKind::Page))?
}

/// Writes the old bytes beside the file, never over an older copy.
fn keep(target: &Path, old: &[u8]) -> io::Result<PathBuf> {
    let name = target
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let numbered = (2..1000).map(|n| format!("{name}.{n}.bak"));
    for backup in std::iter::once(format!("{name}.bak")).chain(numbered) {
        let backup = target.with_file_name(backup);
        match fs::File::create_new(&backup) {
            Ok(mut file) => {
                file.write_all(old)?;
                file.sync_all()?;
                return Ok(backup);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// A file that is marked as not to be written is left alone, though it could be replaced.
fn check_writable(target: &Path) -> io::Result<()> {
    if fs::metadata(target)?.permissions().readonly() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    Ok(())
}

/// Whether another file has the right name of one.
fn is_taken(at: &Path, right: &str) -> io::Result<bool> {
    // By name, not by asking for the path: some systems take two forms of a name for one.
    for entry in fs::read_dir(at.parent().unwrap_or(Path::new("")))? {
        if entry?.file_name() == *file_of(right) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The name of a file of the content folder.
fn file_of(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, file)| file)
}

/// What changes in a file, line by line.
fn changes(fix: &FixedFile, lang: UiLang) -> String {
    let mut told = String::new();
    if let Some(encoding) = fix.encoding {
        told.push_str(&lang.pick(
            format!("  文字コード：{encoding} → UTF-8\n"),
            format!("  encoding: {encoding} → UTF-8\n"),
        ));
    }
    if fix.line_ends {
        told.push_str(lang.pick("  改行：LF にそろえました\n", "  line ends: all LF\n"));
    }
    let diff = TextDiff::from_lines(fix.before.as_str(), fix.after.as_str());
    for change in diff.iter_all_changes() {
        let (sign, line) = match change.tag() {
            ChangeTag::Equal => continue,
            ChangeTag::Delete => ('-', change.old_index()),
            ChangeTag::Insert => ('+', change.new_index()),
        };
        let number = line.map_or(0, |line| line + 1);
        let text = change.value().trim_end_matches(['\n', '\r']);
        let _ = writeln!(told, "  {number:>4} {sign} {text}");
    }
    told
}
