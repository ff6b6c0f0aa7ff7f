//! Taking a backup, of a server that runs or of one that has stopped.
//! Does not: leave `backup.json` in a backup that is not whole.
//!
//! The control store is copied before the log: every position it holds is then in the log, and
//! records that came later are merely not yet worked on.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use levada_env::disk::{Disk, RealDisk};
use levada_log::{DiskLog, SnapshotReport, tools};

use super::index::{INDEX, Index, files_below};
use super::{BackupError, failed};

/// What is copied where it is there, beside control store and log: the key ring of encrypted
/// streams, and the packages of functions.
const SMALL_PARTS: &[&str] = &["master.key", "functions"];

/// The large parts, which an operator may keep safe in other ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    pub objects: bool,
    pub warehouse: bool,
}

/// A consistent copy of `data` into the empty directory `to` while `log` goes on.
pub(crate) fn take_running(
    data: &Path,
    log: &DiskLog,
    to: &Path,
    parts: Parts,
) -> Result<Index, BackupError> {
    take(data, to, parts, |to| log.snapshot(to).map_err(|error| error.to_string()))
}

/// The same of a server that has stopped, whose directory the caller holds.
pub fn take_stopped(data: &Path, to: &Path, parts: Parts) -> Result<Index, BackupError> {
    let log = data.join("log");
    take(data, to, parts, |to| {
        tools::snapshot(&RealDisk, &log, to).map_err(|error| error.to_string())
    })
}

fn take(
    data: &Path,
    to: &Path,
    parts: Parts,
    copy_log: impl FnOnce(&Path) -> Result<SnapshotReport, String>,
) -> Result<Index, BackupError> {
    if to.starts_with(data) {
        let reason = "a backup inside of the data directory would hold itself";
        return Err(failed(to.display().to_string())(io::Error::other(reason)));
    }
    prepare(to)?;
    levada_meta::copy_store(&data.join("meta.sqlite"), &to.join("meta.sqlite"))?;
    RealDisk.create_dir_all(&to.join("log")).map_err(failed("create the log's copy"))?;
    let report = copy_log(&to.join("log")).map_err(BackupError::Log)?;
    if report.cold_segments > 0 && !parts.objects {
        tracing::warn!(
            segments = report.cold_segments,
            "the backup names segments that are in the object store, which is not in it"
        );
    }
    let large = [("objects", parts.objects), ("warehouse", parts.warehouse)];
    let large = large.iter().filter(|(_, wanted)| *wanted).map(|(name, _)| name);
    for name in SMALL_PARTS.iter().chain(large) {
        copy_part(&data.join(name), &to.join(name)).map_err(failed(format!("copy {name}")))?;
    }
    let files = Index::of(to).map_err(failed("read the backup"))?;
    let index = Index { files, objects: parts.objects, warehouse: parts.warehouse };
    write_synced(&to.join(INDEX), index.encode().as_bytes())
        .map_err(failed("write backup.json"))?;
    sync_folders(to).map_err(failed("sync the backup"))?;
    Ok(index)
}

/// Makes `to` where it does not exist; refuses where it holds anything.
pub(super) fn prepare(to: &Path) -> Result<(), BackupError> {
    let what = format!("use {}", to.display());
    match fs::read_dir(to).map(Iterator::count) {
        Ok(0) => Ok(()),
        Ok(_) => Err(BackupError::NotEmpty(to.to_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            RealDisk.create_dir_all(to).map_err(failed(what))
        }
        Err(error) => Err(failed(what)(error)),
    }
}

/// Copies a file, or all files below a folder; nothing where nothing is.
fn copy_part(from: &Path, to: &Path) -> io::Result<()> {
    if from.is_file() {
        return copy_file(from, to);
    }
    if !from.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for path in files_below(from)? {
        match copy_file(&from.join(&path), &to.join(&path)) {
            // Deleted or replaced while the server goes on.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            outcome => outcome?,
        }
    }
    Ok(())
}

/// Copies a file with its permissions and syncs the copy.
pub(super) fn copy_file(from: &Path, to: &Path) -> io::Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::copy(from, to)?;
    File::open(to)?.sync_all()
}

fn write_synced(path: &Path, content: &[u8]) -> io::Result<()> {
    fs::write(path, content)?;
    File::open(path)?.sync_all()
}

/// Makes every name below `dir` durable, and its own.
pub(super) fn sync_folders(dir: &Path) -> io::Result<()> {
    let mut pending = vec![dir.to_owned()];
    while let Some(folder) = pending.pop() {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                pending.push(entry.path());
            }
        }
        RealDisk.sync_dir(&folder)?;
    }
    dir.parent().map_or(Ok(()), |parent| RealDisk.sync_dir(parent))
}
