//! `RecordLog`: what every service may ask of the log, whoever keeps the bytes.
//! Does not: say how bytes are kept; see `disk` and `memory`.

use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use levada_types::{ProducerId, ShardUid, Timestamp};

use crate::SealError;

/// One shard's part of a batch.
#[derive(Clone, Debug, PartialEq)]
pub struct ShardAppend {
    pub shard: ShardUid,
    pub payloads: Vec<Bytes>,
}

/// Identity for idempotent appends. `sequence` numbers the batch's first payload; payloads are
/// counted over all its shards in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Producer {
    pub id: String,
    pub epoch: u64,
    pub sequence: u64,
}

impl From<ProducerId> for Producer {
    fn from(ProducerId { id, epoch, sequence }: ProducerId) -> Self {
        Self { id, epoch, sequence }
    }
}

/// Appended whole or not at all, in one write and one sync.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct AppendBatch {
    pub producer: Option<Producer>,
    pub appends: Vec<ShardAppend>,
}

/// Where one `ShardAppend` went: `count` records from `first_index` on, all arrived at `arrived`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receipt {
    pub shard: ShardUid,
    pub first_index: u64,
    pub count: u64,
    pub arrived: Timestamp,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AppendError {
    #[error("shard {0:?} is closed")]
    Closed(ShardUid),
    #[error("shard {0:?} is not in the log")]
    UnknownShard(ShardUid),
    #[error("batch of {bytes} bytes is over the limit of {limit} bytes")]
    TooLarge { bytes: usize, limit: usize },
    /// The batch begins before the producer's stored end; everything before `next` is stored.
    /// A batch that ends at or before `next` is a repeat: nothing more is to be done.
    #[error("producer's records before {next} are already stored")]
    Duplicate { next: u64 },
    /// The batch begins after the producer's stored end: something was skipped.
    #[error("producer skipped from {next} to {given}")]
    Gap { next: u64, given: u64 },
    #[error("producer epoch {given} is fenced by epoch {current}")]
    Fenced { current: u64, given: u64 },
    /// The key ring refused. Nothing was stored.
    #[error("records of shard {shard:?} cannot be sealed: {reason}")]
    NotSealed { shard: ShardUid, reason: SealError },
    /// The disk cannot take more now. Nothing was stored.
    #[error("the log is full")]
    Full,
    /// The log has failed or is shutting down. The batch may or may not be stored.
    #[error("the log has stopped: {0}")]
    Stopped(String),
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    #[error("shard {0:?} is not in the log")]
    UnknownShard(ShardUid),
    /// Stored bytes fail their checksum. Nothing is skipped; a person must look.
    #[error("corrupt data in {place}: {reason}")]
    Corrupt { place: String, reason: String },
    /// The key ring could not open stored records. They stay as they are; with the key they
    /// are readable again.
    #[error("records of shard {shard:?} cannot be opened: {reason}")]
    Sealed { shard: ShardUid, reason: SealError },
    #[error("reading failed: {0}")]
    Io(String),
}

#[derive(Clone, Debug, PartialEq)]
pub struct LogEntry {
    /// From 1 on, rising by one per record of the shard.
    pub index: u64,
    /// Assigned by the log; never falls within a shard.
    pub arrived: Timestamp,
    pub payload: Bytes,
}

#[derive(Clone, Debug, PartialEq)]
pub struct LogRead {
    pub entries: Vec<LogEntry>,
    /// Where to read next: after the last entry, or where the read began, moved up to the first
    /// record that retention and trimming still allow.
    pub next: u64,
    /// No entry that becomes readable later will have arrived before this.
    pub horizon: Timestamp,
}

/// What is known of a shard without reading records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tip {
    /// First readable index: retention and trimming have passed everything before it.
    pub first: u64,
    /// The index the next readable record will have; `first == next` means nothing is readable.
    pub next: u64,
    /// Arrival of the newest readable record; `None` before the first.
    pub last_arrived: Option<Timestamp>,
    pub closed: bool,
}

/// A durable log of many shards. An append is answered only after its bytes are synced; a
/// record is readable only then.
#[async_trait]
pub trait RecordLog: Send + Sync + 'static {
    /// Makes a shard known with its retention. Idempotent: a known shard keeps its records and
    /// takes the new retention. Durable when it returns.
    async fn open_shard(&self, shard: ShardUid, retention: Duration) -> Result<(), AppendError>;

    /// Forgets a shard and its records. Idempotent. The uid is never used again.
    async fn delete_shard(&self, shard: ShardUid) -> Result<(), AppendError>;

    /// No append succeeds after this; records stay readable. Idempotent, durable.
    async fn close_shard(&self, shard: ShardUid) -> Result<Tip, AppendError>;

    /// Makes nothing before index `first` readable any more; at most everything there is now.
    /// Idempotent, durable.
    async fn trim_shard(&self, shard: ShardUid, first: u64) -> Result<(), AppendError>;

    /// Appends all of `batch`, durable when it returns; receipts in the order of its appends.
    async fn append(&self, batch: AppendBatch) -> Result<Vec<Receipt>, AppendError>;

    /// Up to `records_max` entries and about `bytes_max` payload bytes (always at least one
    /// entry when one is there) from index `from` on. Never waits for new records.
    async fn read(
        &self,
        shard: ShardUid,
        from: u64,
        records_max: usize,
        bytes_max: usize,
    ) -> Result<LogRead, ReadError>;

    /// The first readable index that arrived at or after `time`; `Tip::next` when there is none.
    async fn seek_time(&self, shard: ShardUid, time: Timestamp) -> Result<u64, ReadError>;

    fn tip(&self, shard: ShardUid) -> Result<Tip, ReadError>;

    /// Returns when a record at or after `from` is readable, or the shard is closed or deleted.
    async fn wait(&self, shard: ShardUid, from: u64) -> Result<(), ReadError>;

    /// The sequence the log expects next of a producer; 0 when it has seen none.
    fn producer_next(&self, producer_id: &str) -> u64;

    /// All shards the log knows, for reconciliation with the control store at start.
    fn shards(&self) -> Vec<ShardUid>;
}
