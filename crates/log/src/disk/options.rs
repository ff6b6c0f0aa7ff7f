//! What a log on disk can be told, with its defaults, and what its opening reports.
//! Does not: read configuration files.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::{ColdOptions, PayloadSeal};

const MIB: usize = 1024 * 1024;

/// How a log is laid out and bounded. Sizes may change between two openings of one directory.
#[derive(Clone, Debug)]
pub struct Options {
    /// Directory of the log, created when missing. One process at a time.
    pub dir: PathBuf,
    /// Bytes of each file in the write-ahead ring, zero-filled once; at least
    /// `batch_bytes_max` and a multiple of 4 KiB. Default 32 MiB.
    pub ring_file_bytes: u64,
    /// Files the ring has from the start. Default 4, at least 2.
    pub ring_files: usize,
    /// Files the ring may grow to while tier 2 lags behind; then appends wait in the queue.
    /// Default 16.
    pub ring_files_max: usize,
    /// A batch takes no further append beyond this. Default 8 MiB.
    pub batch_bytes_soft: usize,
    /// The largest batch, and so the largest append, framing included. Default 16 MiB.
    pub batch_bytes_max: usize,
    /// Bytes waiting for the writer before appends answer `Full`; when the disk is full and the
    /// ring too, they answer so at once. Default 64 MiB.
    pub queue_bytes_max: usize,
    /// Bytes in the ring that are written to segments together. Default 48 MiB.
    pub flush_bytes: u64,
    /// The oldest bytes in the ring go to segments at this age (machine time). Default 15 min.
    pub flush_age: Duration,
    /// Bytes of newest batches kept in memory, as far as segments have them already; batches
    /// that segments do not have yet are always in memory. Default 64 MiB.
    pub tail_bytes_max: u64,
    /// Bytes of a segment's blocks, unless one record is larger. Default 128 KiB.
    pub block_bytes: usize,
    /// Bytes of segment blocks kept in memory after reading. Default 16 MiB.
    pub block_cache_bytes: usize,
    /// Whether blocks of segments, and payloads about to be sealed, are compressed (Zstandard) where
    /// that saves an eighth. May differ between two openings of one directory.
    pub compress: bool,
    /// A producer that has appended nothing for this long (machine time) is forgotten, its epoch
    /// with it: its next append is a new producer's. Default 30 days.
    pub producer_forgotten_after: Duration,
    /// Producers known at one time; appends of further ones answer `Full`. Default 100,000.
    pub producers_max: usize,
    /// Segment files open to be read at one time; others are opened when needed. Default 64.
    pub segment_files_open_max: usize,
    /// Machine time between two looks for segments worth rewriting: mostly dead ones, and
    /// [`Options::rewrite_segments`] with blocks much smaller than wanted. Default 1 minute.
    pub rewrite_pause: Duration,
    /// How many finely cut segments are rewritten into one. Default 16.
    pub rewrite_segments: usize,
    /// Whether the ring is written past the page cache. Default `None`: a probe at each start
    /// compares; where the file system cannot, it is not.
    pub direct_writes: Option<bool>,
    /// Bytes per second that the scrubber reads of segments in the background; 0 for none.
    /// Default 4 MiB.
    pub scrub_bytes_per_second: u64,
    /// Where old segments go. Default `None`: they stay.
    pub cold: Option<ColdOptions>,
    /// Seals the payloads of shards that have a key. Default `None`: stored as they come.
    pub seal: Option<Arc<dyn PayloadSeal>>,
}

impl Options {
    /// The defaults, in `dir`.
    pub fn at(dir: impl Into<PathBuf>) -> Self {
        Self {
            dir: dir.into(),
            ring_file_bytes: 32 * MIB as u64,
            ring_files: 4,
            ring_files_max: 16,
            batch_bytes_soft: 8 * MIB,
            batch_bytes_max: 16 * MIB,
            queue_bytes_max: 64 * MIB,
            flush_bytes: 48 * MIB as u64,
            flush_age: Duration::from_secs(15 * 60),
            tail_bytes_max: 64 * MIB as u64,
            block_bytes: 128 * 1024,
            block_cache_bytes: 16 * MIB,
            compress: false,
            producer_forgotten_after: Duration::from_secs(30 * 24 * 3600),
            producers_max: 100_000,
            segment_files_open_max: 64,
            rewrite_pause: Duration::from_secs(60),
            rewrite_segments: 16,
            direct_writes: None,
            scrub_bytes_per_second: 4 * MIB as u64,
            cold: None,
            seal: None,
        }
    }

    /// The smallest sensible log, for tests: 1 MiB files, quick to create.
    pub fn small(dir: impl Into<PathBuf>) -> Self {
        Self {
            ring_file_bytes: MIB as u64,
            ring_files: 2,
            ring_files_max: 8,
            batch_bytes_soft: 256 * 1024,
            batch_bytes_max: MIB,
            flush_bytes: MIB as u64,
            tail_bytes_max: 2 * MIB as u64,
            ..Self::at(dir)
        }
    }

    pub(crate) fn check(&self) -> Result<(), OpenError> {
        let refuse = |reason: &str| Err(OpenError::Options(reason.into()));
        if !self.ring_file_bytes.is_multiple_of(super::format::BLOCK_BYTES) {
            return refuse("ring_file_bytes must be a multiple of 4096");
        }
        if (self.batch_bytes_max as u64) > self.ring_file_bytes {
            return refuse("batch_bytes_max must be at most ring_file_bytes");
        }
        if self.batch_bytes_max > u32::MAX as usize || self.batch_bytes_max < 4096 {
            return refuse("batch_bytes_max must be between 4 KiB and 4 GiB");
        }
        if self.ring_files < 2 || self.ring_files_max < self.ring_files {
            return refuse("ring_files must be at least 2 and at most ring_files_max");
        }
        Ok(())
    }
}

/// What opening found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecoveryReport {
    /// Batches replayed from the ring.
    pub batches: u64,
    /// Records replayed from the ring.
    pub records: u64,
    /// Bytes replayed from the ring.
    pub bytes: u64,
    /// Segment files found in place.
    pub segments: usize,
    /// Bytes of a batch that was being written when the process or the power ended. It was
    /// never acknowledged and is dropped whole.
    pub torn_tail_bytes: u64,
    /// The ring is written past the page cache: the probe found that no slower.
    pub direct_writes: bool,
    /// Machine time the opening took, creation of ring files included.
    pub duration: Duration,
}

#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("another process has the log in {0} open")]
    Locked(PathBuf),
    /// Stored bytes contradict each other. Nothing was changed; a person must look.
    #[error("corrupt log: {} at byte {offset}: {reason}", file.display())]
    Corrupt { file: PathBuf, offset: u64, reason: String },
    #[error("{what}: {source}")]
    Io { what: String, source: std::io::Error },
    #[error("log options: {0}")]
    Options(String),
}

/// Names the operation and the file in an I/O error.
pub(crate) fn io(what: impl Into<String>) -> impl FnOnce(std::io::Error) -> OpenError {
    let what = what.into();
    move |source| OpenError::Io { what, source }
}
