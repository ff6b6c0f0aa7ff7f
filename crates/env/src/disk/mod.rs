//! The disk by parameter: the file operations that durable engines need, real or simulated.
//! Does not: buffer, retry or hide an error; what a sync answered is passed on as it came.

mod bounded;
mod direct;
mod real;
mod sim;
mod whole;

use std::io;
use std::path::Path;
use std::sync::Arc;

pub use bounded::BoundedDisk;
pub use direct::{DIRECT_BYTES, aligned_buffer};
pub use real::RealDisk;
pub use sim::SimDisk;
pub use whole::store_whole;

/// How a file is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenMode {
    /// An existing file, to read.
    Read,
    /// An existing file, to read and write.
    Write,
    /// A new file to read and write; an existing one of that name is emptied.
    Create,
}

/// Blocking file operations. Engines call them from threads of their own.
pub trait Disk: Send + Sync + 'static {
    /// Creates `dir` and its missing parents, durably. Names in it last only after
    /// [`Disk::sync_dir`].
    fn create_dir_all(&self, dir: &Path) -> io::Result<()>;

    /// Names of the files (not directories) in `dir`, sorted.
    fn list(&self, dir: &Path) -> io::Result<Vec<String>>;

    fn open(&self, path: &Path, mode: OpenMode) -> io::Result<Arc<dyn DiskFile>>;

    /// An existing file for writes that go past the page cache. Memory (see [`aligned_buffer`]),
    /// offset and length of a write must be multiples of [`DIRECT_BYTES`]. `Unsupported` where
    /// the file system cannot.
    fn open_direct(&self, path: &Path) -> io::Result<Arc<dyn DiskFile>> {
        let reason = format!("no direct writes for {}", path.display());
        Err(io::Error::new(io::ErrorKind::Unsupported, reason))
    }

    /// Whether synced direct writes in `dir` are no slower than through the page cache. Tried
    /// with a file named `probe.tmp`, which is removed again; takes some dozen syncs at most.
    fn prefers_direct(&self, dir: &Path) -> bool {
        let _ = dir;
        false
    }

    /// Atomically gives `from` the name `to`, replacing what was there. Both in one directory.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Makes the names in `dir` (creations, renames, removals) durable.
    fn sync_dir(&self, dir: &Path) -> io::Result<()>;

    /// Takes the exclusive lock on the file `path`, creating it. Held until the answer is
    /// dropped or the process ends. `WouldBlock` when somebody else holds it.
    fn lock(&self, path: &Path) -> io::Result<Box<dyn DiskLock>>;
}

/// One open file. Positions are given with every call, so it can be shared between threads.
pub trait DiskFile: Send + Sync {
    /// Fills all of `bytes` from `offset` on; `UnexpectedEof` when the file ends before.
    fn read_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<()>;

    /// Writes all of `bytes` at `offset`, growing the file when needed. Not durable yet.
    fn write_at(&self, bytes: &[u8], offset: u64) -> io::Result<()>;

    /// Returns when contents and length are on stable storage. After an error nothing is known
    /// about what was stored, and another call must not be trusted to repair it.
    fn sync(&self) -> io::Result<()>;

    /// Length in bytes.
    fn len(&self) -> io::Result<u64>;

    fn is_empty(&self) -> io::Result<bool> {
        Ok(self.len()? == 0)
    }

    /// Cuts the file or grows it with zeros.
    fn set_len(&self, len: u64) -> io::Result<()>;
}

/// Holds a lock until dropped.
pub trait DiskLock: Send + Sync {}

/// Whether the disk (or the quota) has no room; the operation may be tried again later.
pub fn is_no_space(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
}
