//! Backup and restore of a data directory: files, each with its length and checksum in an index.
//! Does not: compress, encrypt or move a backup elsewhere.

mod endpoint;
mod index;
mod restore;
mod take;

use std::io;
use std::path::PathBuf;

pub(crate) use endpoint::{PATH, handler};
pub use endpoint::{TOKEN_FILE, TOKEN_HEADER};
pub use index::{Index, IndexedFile};
pub use restore::restore;
pub(crate) use take::take_running;
pub use take::{Parts, take_stopped};

#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    #[error("{0} is not empty; choose a directory that is, or does not exist")]
    NotEmpty(PathBuf),
    #[error("{0} is no finished backup: it has no backup.json")]
    NoBackup(PathBuf),
    #[error("the backup is damaged: {0}")]
    Damaged(String),
    #[error("{what}: {source}")]
    Io { what: String, source: io::Error },
    #[error("the control store: {0}")]
    Meta(#[from] levada_meta::MetaError),
    #[error("the record log: {0}")]
    Log(String),
}

/// Names the operation in an I/O error.
fn failed(what: impl Into<String>) -> impl FnOnce(io::Error) -> BackupError {
    let what = what.into();
    move |source| BackupError::Io { what, source }
}
