//! What the log's threads and its callers share, and the order of its locks.
//! Does not: do the work; see `writer`, `flush`, `read`.
//!
//! Locks, outer before inner: the publisher, then `intake`, `flush`, ring; and the publisher,
//! `views`, one `ShardView`. `done` and the block cache are taken last or alone. Records become readable (view) before they stop being pending (intake),
//! and a reader asks for its promise (intake) before it looks (view): so a promise is never too
//! late.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use levada_env::Clock;
use levada_env::disk::{Disk, DiskLock};
use levada_types::ShardUid;
use parking_lot::{Condvar, Mutex, RwLock};
use tokio::sync::watch;

use super::cold::Cold;
use super::flush::Frozen;
use super::format::lost::Losses;
use super::intake::Intake;
use super::observe;
use super::options::Options;
use super::publish::Done;
use super::ring::Ring;
use super::segment::{BlockCache, Segment};
use super::snapshot::SnapshotJob;
use super::tools::Misfit;
use super::uid_map::UidMap;
use super::view::ShardView;
use crate::ReadError;

pub(crate) struct Shared {
    pub(crate) options: Options,
    pub(crate) disk: Arc<dyn Disk>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) machine_clock: Arc<dyn Clock>,
    pub(crate) store: u64,
    /// What was given up in repairs.
    pub(crate) lost: Losses,
    pub(crate) intake: Mutex<Intake>,
    /// Wakes the writer: something is queued, there is room again, or the end has come.
    pub(crate) work: Condvar,
    pub(crate) ring: Ring,
    pub(crate) views: RwLock<UidMap<Arc<ShardView>>>,
    pub(crate) blocks: BlockCache,
    pub(crate) done: Mutex<DoneQueue>,
    /// Wakes the publisher's thread.
    pub(crate) done_wake: Condvar,
    pub(crate) flush: Mutex<FlushSlot>,
    /// Wakes the flusher.
    pub(crate) flush_wake: Condvar,
    /// Bytes in the ring that no segment has yet.
    pub(crate) unflushed_bytes: AtomicU64,
    pub(crate) written: Counters,
    pub(crate) failure: watch::Sender<Option<String>>,
    pub(crate) sabotage: Sabotage,
    /// As the manifest names them.
    pub(crate) segments: Mutex<Vec<Arc<Segment>>>,
    pub(crate) cold: Option<Arc<Cold>>,
    /// What the scrubber has found.
    pub(crate) damage: Mutex<Vec<Misfit>>,
    pub(crate) background_ended: Mutex<bool>,
    /// Wakes scrubber and mover: the end has come, or segments have changed.
    pub(crate) background_wake: Condvar,
    /// Held as long as anything of the log lives.
    pub(crate) _lock: Box<dyn DiskLock>,
}

/// What was written since the log was opened.
#[derive(Default)]
pub(crate) struct Counters {
    pub(crate) batches: AtomicU64,
    pub(crate) ring_bytes: AtomicU64,
    pub(crate) segment_bytes: AtomicU64,
}

/// The one place where the writer leaves work for the flusher.
#[derive(Default)]
pub(crate) struct FlushSlot {
    pub(crate) job: Option<Frozen>,
    /// A job is in the slot or being worked on.
    pub(crate) busy: bool,
    pub(crate) ring_wanted: bool,
    pub(crate) ended: bool,
    /// A segment whose object is in the cold store; the manifest does not say so yet.
    pub(crate) moved: Option<u64>,
    /// Segments that no manifest names any more and whose objects are still in the cold store.
    pub(crate) cold_garbage: Vec<u64>,
    pub(crate) snapshot: Option<SnapshotJob>,
}

/// Written batches on their way to their readers.
#[derive(Default)]
pub(crate) struct DoneQueue {
    pub(crate) batches: VecDeque<Done>,
    /// The writer has ended.
    pub(crate) ended: bool,
}

/// Faults that tests put into the engine, to see that they would be noticed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(test), expect(dead_code, reason = "only tests break the engine"))]
pub(crate) enum Sabotage {
    #[default]
    None,
    SkipSync,
    AcknowledgeBeforeSync,
    AcceptStaleBatches,
    SkipDirectorySync,
    ReleaseBeforeSegments,
    TrustThePageCache,
    RetryFailedSync,
    RemoveBeforeManifest,
    IgnoreChecksums,
}

impl Shared {
    pub(crate) fn view(&self, shard: ShardUid) -> Result<Arc<ShardView>, ReadError> {
        self.views.read().get(&shard).cloned().ok_or(ReadError::UnknownShard(shard))
    }

    /// The manifest names other segments, or they are elsewhere.
    pub(crate) fn note_segments(&self, segments: &[Arc<Segment>]) {
        observe::segments_changed(segments);
        *self.segments.lock() = segments.to_vec();
        self.background_wake.notify_all();
    }

    /// Fail-stop: nothing is acknowledged from here on.
    pub(crate) fn fail(&self, why: &str) {
        tracing::error!(reason = why, "the record log has stopped");
        self.intake.lock().stop(why);
        self.failure.send_replace(Some(why.to_owned()));
        self.work.notify_all();
        self.flush_wake.notify_all();
    }
}
