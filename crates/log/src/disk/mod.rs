//! `DiskLog`: the record log on a local disk. A ring of files takes every batch with one write
//! and one sync; segments take them over, sorted by shard. Formats: `docs/internals/log.md`.
//! Does not: replicate, or hold keys.

mod background;
mod cold;
mod filling;
mod flush;
mod format;
mod intake;
mod observe;
mod open;
mod options;
mod prepare;
mod publish;
mod read;
mod recovery;
mod replay;
mod rewrite;
mod ring;
mod scrub;
mod segment;
mod segment_writer;
mod shared;
mod snapshot;
mod threads;
pub mod tools;
mod uid_map;
mod view;
mod writer;

#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread::JoinHandle;
use std::time::Duration;

use async_trait::async_trait;
use levada_env::Env;
use levada_env::disk::Disk;
use levada_types::{ShardUid, Timestamp};
use parking_lot::Mutex;

use self::intake::{Intake, Ticket};
pub use self::options::{OpenError, Options, RecoveryReport};
use self::prepare::Prepared;
use self::read::{Files, Wanted};
use self::shared::{Sabotage, Shared};
pub use self::snapshot::SnapshotReport;
use self::threads::Threads;
use crate::{AppendBatch, AppendError, LogRead, ReadError, Receipt, RecordLog, Tip};

/// Bytes on their way to the disk, padding and indexes included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    pub batches: u64,
    pub ring_bytes: u64,
    pub segment_bytes: u64,
}

/// A durable log in one directory, driven by threads of its own.
pub struct DiskLog {
    shared: Arc<Shared>,
    running: Mutex<Option<Running>>,
}

struct Running {
    threads: Threads,
    /// Scrubber and mover, where there are any.
    background: Vec<JoinHandle<()>>,
}

impl DiskLog {
    /// Opens or creates the log in `options.dir`, recovering what was acknowledged. Blocks for
    /// as long as reading up to the whole ring takes; a new log also zero-fills its ring.
    /// `env.clock` gives arrival times and retention, `env.machine_clock` the flush age.
    pub fn open(
        options: Options,
        disk: Arc<dyn Disk>,
        env: &Env,
    ) -> Result<(Arc<Self>, RecoveryReport), OpenError> {
        let parts = open::open(options, disk, env, Sabotage::None)?;
        let shared = Arc::clone(&parts.shared);
        let started = threads::start(parts.writer, parts.flusher);
        let threads = started.map_err(options::io("start the log's threads"))?;
        let background = background::start(&shared);
        let background = background.map_err(options::io("start the log's threads"))?;
        let running = Running { threads, background };
        let log = Self { shared, running: Mutex::new(Some(running)) };
        Ok((Arc::new(log), parts.report))
    }

    /// Returns when the log has failed, with the reason. The process should end then: nothing
    /// more is acknowledged, and only a restart finds out what the disk really holds.
    pub async fn failed(&self) -> String {
        let mut failure = self.shared.failure.subscribe();
        loop {
            if let Some(why) = failure.borrow_and_update().clone() {
                return why;
            }
            if failure.changed().await.is_err() {
                return "the log is gone".into();
            }
        }
    }

    /// Places where the scrubber has found stored bytes that are not what they should be; at
    /// most a hundred of them.
    pub fn damage(&self) -> Vec<tools::Misfit> {
        self.shared.damage.lock().clone()
    }

    /// What was written to the disk since opening, for write amplification and batch sizes.
    pub fn written(&self) -> Written {
        let counters = &self.shared.written;
        Written {
            batches: counters.batches.load(Ordering::Relaxed),
            ring_bytes: counters.ring_bytes.load(Ordering::Relaxed),
            segment_bytes: counters.segment_bytes.load(Ordering::Relaxed),
        }
    }

    /// Takes nothing more, writes what is queued, and ends the threads. Also done on drop.
    /// Blocks while the last batches are synced.
    pub fn close(&self) {
        self.shared.intake.lock().closing = true;
        self.shared.work.notify_all();
        background::end(&self.shared);
        if let Some(Running { threads, background }) = self.running.lock().take() {
            threads.end(&self.shared);
            for thread in background {
                // A panicked one has said so already.
                let _ = thread.join();
            }
        }
    }
}

impl Drop for DiskLog {
    fn drop(&mut self) {
        self.close();
    }
}

impl Shared {
    /// Queues a request; the answer comes when it is durable.
    pub(crate) async fn request<T>(
        &self,
        ask: impl FnOnce(&mut Intake) -> Result<Ticket<T>, AppendError>,
    ) -> Result<T, AppendError> {
        let ticket = ask(&mut self.intake.lock())?;
        self.work.notify_one();
        self.answer(ticket).await
    }

    pub(crate) async fn answer<T>(&self, ticket: Ticket<T>) -> Result<T, AppendError> {
        if ticket.done.await.is_ok() {
            return ticket.outcome;
        }
        let stopped = self.intake.lock().stopped.clone();
        Err(AppendError::Stopped(stopped.unwrap_or_else(|| "shut down".into())))
    }
}

fn unanswered(error: tokio::task::JoinError) -> ReadError {
    ReadError::Io(format!("the reading task ended: {error}"))
}

#[async_trait]
impl RecordLog for DiskLog {
    async fn open_shard(&self, shard: ShardUid, retention: Duration) -> Result<(), AppendError> {
        self.shared.request(|intake| intake.open_shard(shard, retention)).await
    }

    async fn delete_shard(&self, shard: ShardUid) -> Result<(), AppendError> {
        self.shared.request(|intake| intake.delete_shard(shard)).await
    }

    async fn close_shard(&self, shard: ShardUid) -> Result<Tip, AppendError> {
        self.shared.request(|intake| intake.close_shard(shard)).await?;
        self.tip(shard).map_err(|error| match error {
            ReadError::UnknownShard(shard) => AppendError::UnknownShard(shard),
            other => AppendError::Stopped(other.to_string()),
        })
    }

    async fn trim_shard(&self, shard: ShardUid, first: u64) -> Result<(), AppendError> {
        self.shared.request(|intake| intake.trim_shard(shard, first)).await
    }

    async fn append(&self, batch: AppendBatch) -> Result<Vec<Receipt>, AppendError> {
        let batch = Prepared::new(batch, &self.shared.options)?;
        let clock = &self.shared.clock;
        // The clock is asked inside the lock: a promise given before is then never later.
        self.shared.request(|intake| intake.append(batch, clock.now())).await
    }

    async fn read(
        &self,
        shard: ShardUid,
        from: u64,
        records_max: usize,
        bytes_max: usize,
    ) -> Result<LogRead, ReadError> {
        let wanted = Wanted { from, records_max, bytes_max };
        if let Some(read) = self.shared.read(shard, wanted, Files::Leave)? {
            return Ok(read);
        }
        let shared = Arc::clone(&self.shared);
        let reading = move || shared.read(shard, wanted, Files::Read);
        let read = tokio::task::spawn_blocking(reading).await.map_err(unanswered)??;
        read.ok_or_else(|| ReadError::Io("files were not read".into()))
    }

    async fn seek_time(&self, shard: ShardUid, time: Timestamp) -> Result<u64, ReadError> {
        if let Some(index) = self.shared.seek_time(shard, time, Files::Leave)? {
            return Ok(index);
        }
        let shared = Arc::clone(&self.shared);
        let seeking = move || shared.seek_time(shard, time, Files::Read);
        let index = tokio::task::spawn_blocking(seeking).await.map_err(unanswered)??;
        index.ok_or_else(|| ReadError::Io("files were not read".into()))
    }

    fn tip(&self, shard: ShardUid) -> Result<Tip, ReadError> {
        self.shared.tip(shard)
    }

    async fn wait(&self, shard: ShardUid, from: u64) -> Result<(), ReadError> {
        let Ok(view) = self.shared.view(shard) else { return Ok(()) };
        loop {
            let changed = view.changed.notified();
            {
                let state = view.state.lock();
                if state.next > from || state.closed || state.deleted {
                    return Ok(());
                }
            }
            changed.await;
        }
    }

    fn producer_next(&self, producer_id: &str) -> u64 {
        self.shared.intake.lock().producer_next(producer_id)
    }

    fn shards(&self) -> Vec<ShardUid> {
        let mut shards: Vec<ShardUid> = self.shared.views.read().keys().copied().collect();
        shards.sort_unstable();
        shards
    }
}
