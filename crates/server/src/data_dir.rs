//! The data directory: its layout, its lock, and the note that says where its server listens.
//! Does not: open what lies within.

use std::fs::{self, File};
use std::io::{self, Read, Seek, Write};
use std::net::SocketAddr;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use levada_env::disk::{Disk, RealDisk};

use crate::backup::TOKEN_FILE;

#[derive(Debug, thiserror::Error)]
pub enum DataDirError {
    #[error(
        "data directory {path} is in use by another levada server (process {owner}); stop it, or choose another --data-dir"
    )]
    InUse { path: String, owner: String },
    #[error("data directory {path} cannot be used: {reason}")]
    Unusable { path: String, reason: io::Error },
}

/// Held as long as the server runs; the operating system frees it however the process ends.
pub struct DataDir {
    root: PathBuf,
    _lock: File,
}

impl DataDir {
    pub fn open(root: &Path) -> Result<Self, DataDirError> {
        let path = root.display().to_string();
        let unusable = |reason| DataDirError::Unusable { path: path.clone(), reason };
        // Durably: the log's own syncs cannot keep a directory whose name is lost.
        RealDisk.create_dir_all(root).map_err(unusable)?;
        let root = root.canonicalize().map_err(unusable)?;
        let mut lock = File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(root.join("LOCK"))
            .map_err(unusable)?;
        if lock.try_lock().is_err() {
            let mut owner = String::new();
            // The owner's number is a courtesy; without it the message still says enough.
            let _ = lock.read_to_string(&mut owner);
            return Err(DataDirError::InUse { path, owner: owner.trim().to_owned() });
        }
        lock.set_len(0).and_then(|()| lock.rewind()).map_err(unusable)?;
        writeln!(lock, "{}", std::process::id()).map_err(unusable)?;
        Ok(Self { root, _lock: lock })
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// Keeps the secret by which commands on this machine show that they may read the directory.
    pub fn note_admin_token(&self, token: &str) -> io::Result<()> {
        let path = self.root.join(TOKEN_FILE);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut file = File::options().write(true).create_new(true).mode(0o600).open(&path)?;
        writeln!(file, "{token}")
    }

    /// Notes where the server listens, for `levada env` and other commands on this directory.
    pub fn note_endpoint(&self, address: SocketAddr) -> io::Result<()> {
        fs::write(self.root.join("endpoint"), format!("{address}\n"))
    }
}

/// Where the server of `root` listens, or listened last.
pub fn noted_endpoint(root: &Path) -> Option<SocketAddr> {
    fs::read_to_string(root.join("endpoint")).ok()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_server_is_refused_and_told_why() {
        let dir = tempfile::tempdir().unwrap();
        let first = DataDir::open(dir.path()).unwrap();
        let error = DataDir::open(dir.path()).err().unwrap().to_string();
        assert!(error.contains("in use by another levada server"), "{error}");
        assert!(error.contains(&std::process::id().to_string()), "{error}");
        drop(first);
        assert!(DataDir::open(dir.path()).is_ok());
    }
}
