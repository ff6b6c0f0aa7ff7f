//! `backup.json`: what a backup holds. It is written last, so a backup without it is unfinished.
//! Does not: say what the files mean.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crc_fast::{CrcAlgorithm, Digest};
use serde_json::{Value, json};

use super::{BackupError, failed};

pub(super) const INDEX: &str = "backup.json";
const FORMAT: u64 = 1;
const READ_BYTES: usize = 1024 * 1024;

/// One file of a backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexedFile {
    /// Relative to the backup.
    pub path: PathBuf,
    pub bytes: u64,
    /// CRC-32C.
    pub checksum: u32,
}

/// Everything in a backup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    pub files: Vec<IndexedFile>,
    pub objects: bool,
    pub warehouse: bool,
}

impl Index {
    /// Reads every file below `dir`.
    pub(super) fn of(dir: &Path) -> io::Result<Vec<IndexedFile>> {
        let mut files = Vec::new();
        for path in files_below(dir)? {
            let (bytes, checksum) = sum(&dir.join(&path))?;
            files.push(IndexedFile { path, bytes, checksum });
        }
        Ok(files)
    }

    pub fn bytes(&self) -> u64 {
        self.files.iter().map(|file| file.bytes).sum()
    }

    pub(super) fn encode(&self) -> String {
        let files = self
            .files
            .iter()
            .map(|file| json!({ "path": file.path, "bytes": file.bytes, "crc32c": file.checksum }));
        let index = json!({
            "format": FORMAT,
            "version": env!("CARGO_PKG_VERSION"),
            "objects": self.objects,
            "warehouse": self.warehouse,
            "files": files.collect::<Value>(),
        });
        format!("{index:#}\n")
    }

    pub(super) fn read(backup: &Path) -> Result<Self, BackupError> {
        let text = match fs::read_to_string(backup.join(INDEX)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(BackupError::NoBackup(backup.to_owned()));
            }
            read => read.map_err(failed("read backup.json"))?,
        };
        let malformed = || BackupError::Damaged("backup.json cannot be understood".into());
        let index: Value = serde_json::from_str(&text).map_err(|_| malformed())?;
        if index["format"] != json!(FORMAT) {
            let found = &index["format"];
            return Err(BackupError::Damaged(format!("expected format {FORMAT}, found {found}")));
        }
        let file = |file: &Value| {
            Some(IndexedFile {
                path: PathBuf::from(file["path"].as_str()?),
                bytes: file["bytes"].as_u64()?,
                checksum: u32::try_from(file["crc32c"].as_u64()?).ok()?,
            })
        };
        let files = index["files"].as_array().ok_or_else(malformed)?;
        Ok(Self {
            files: files.iter().map(file).collect::<Option<_>>().ok_or_else(malformed)?,
            objects: index["objects"] == json!(true),
            warehouse: index["warehouse"] == json!(true),
        })
    }

    /// Compares every file below `backup` with the index.
    pub(super) fn check(&self, backup: &Path) -> Result<(), BackupError> {
        for IndexedFile { path, bytes, checksum } in &self.files {
            let shown = path.display();
            if path.is_absolute() || path.components().any(|part| part.as_os_str() == "..") {
                return Err(BackupError::Damaged(format!("{shown} leads out of the backup")));
            }
            let found = sum(&backup.join(path)).map_err(failed(format!("read {shown}")))?;
            if found != (*bytes, *checksum) {
                return Err(BackupError::Damaged(format!(
                    "expected {bytes} bytes with checksum {checksum:08x} in {shown}, found {} \
                     with {:08x}",
                    found.0, found.1
                )));
            }
        }
        Ok(())
    }
}

/// Relative paths, sorted. Symbolic links are not followed and not listed.
pub(super) fn files_below(dir: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut pending = vec![PathBuf::new()];
    while let Some(folder) = pending.pop() {
        for entry in fs::read_dir(dir.join(&folder))? {
            let entry = entry?;
            let (path, kind) = (folder.join(entry.file_name()), entry.file_type()?);
            if kind.is_dir() {
                pending.push(path);
            } else if kind.is_file() {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Length and checksum.
fn sum(path: &Path) -> io::Result<(u64, u32)> {
    let mut file = File::open(path)?;
    let mut digest = Digest::new(CrcAlgorithm::Crc32Iscsi);
    let mut buffer = vec![0; READ_BYTES];
    let mut bytes = 0;
    loop {
        let count = file.read(&mut buffer)?;
        if count == 0 {
            return Ok((bytes, digest.finalize() as u32));
        }
        digest.update(&buffer[..count]);
        bytes += count as u64;
    }
}
