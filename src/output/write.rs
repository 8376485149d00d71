//! Compares, writes and removes files in the output folder.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::fault::FolderFault;
use super::manifest::{self, OutputManifest, fingerprint};
use super::replace::{holds, replace};
use super::{OutputFiles, WriteStats};
use crate::base::OutPath;

/// Brings the folder up to date with the artifacts and its manifest.
pub(super) fn bring_up_to_date(
    out: &Path,
    artifacts: &OutputFiles,
    force: bool,
) -> Result<WriteStats, FolderFault> {
    let failed = |error: io::Error| FolderFault::Io(error.to_string());
    let before = manifest::read(out);
    let after: OutputManifest = artifacts
        .par_iter()
        .map(|(path, bytes)| (path.clone(), fingerprint(bytes)))
        .collect();
    let changed: Vec<_> = artifacts
        .par_iter()
        .filter(|(path, bytes)| !holds(&out.join(path.as_str()), bytes))
        .collect();
    if !force
        && changed
            .iter()
            .any(|(path, _)| !before.contains_key(*path) && out.join(path.as_str()).exists())
    {
        return Err(FolderFault::Foreign);
    }
    make_folders(out, changed.iter().map(|(path, _)| *path)).map_err(failed)?;
    if changed.iter().any(|(path, _)| !before.contains_key(*path)) {
        // Should writing be cut off, the next build still knows which files are ours.
        let mut both = after.clone();
        both.extend(
            before
                .iter()
                .map(|(path, hash)| (path.clone(), hash.clone())),
        );
        manifest::write(out, &both).map_err(failed)?;
    }
    changed
        .par_iter()
        .try_for_each(|(path, bytes)| replace(&out.join(path.as_str()), bytes))
        .map_err(failed)?;
    let removed = prune(out, &before, &after).map_err(failed)?;
    manifest::write(out, &after).map_err(failed)?;
    Ok(WriteStats {
        written: changed.len(),
        unchanged: artifacts.len() - changed.len(),
        removed,
    })
}

fn make_folders<'p>(out: &Path, paths: impl Iterator<Item = &'p OutPath>) -> io::Result<()> {
    let folders: BTreeSet<&str> = paths
        .map(|path| {
            path.as_str()
                .rsplit_once('/')
                .map_or("", |(folder, _)| folder)
        })
        .collect();
    std::fs::create_dir_all(out)?;
    folders
        .into_iter()
        .try_for_each(|folder| std::fs::create_dir_all(out.join(folder)))
}

/// Removes what the earlier build wrote and this one did not, unless somebody has edited it.
fn prune(out: &Path, before: &OutputManifest, after: &OutputManifest) -> io::Result<usize> {
    let mut removed = 0;
    for (path, hash) in before.iter().filter(|(path, _)| !after.contains_key(*path)) {
        let file = out.join(path.as_str());
        let ours = std::fs::read(&file).is_ok_and(|bytes| fingerprint(&bytes) == *hash);
        if !ours {
            continue;
        }
        std::fs::remove_file(&file)?;
        removed += 1;
        let mut folder = file.parent();
        while let Some(empty) = folder.filter(|f| *f != out) {
            // Fails, as it should, on a folder that still holds something.
            if std::fs::remove_dir(empty).is_err() {
                break;
            }
            folder = empty.parent();
        }
    }
    Ok(removed)
}
