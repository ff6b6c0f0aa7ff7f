//! The doors between services: where records come from, where they go, what is called and told.
//! Does not: implement any of them; `server::assembly` hands the implementations out.
//!
//! One idea carries the house: everything that waits is a record in a log, and everything that
//! works is a reader with a checkpoint. A reader keeps, per shard, the index of the next record
//! it wants; the source's answer is exact, so the same index always gives the same records.

use async_trait::async_trait;
use bytes::Bytes;

use crate::{Arn, HashRange, ShardId, Timestamp};

/// Why a flow could not go on. Kinds are prescriptive: retry, or fix the configuration.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FlowError {
    /// The named resource does not exist (yet, or any more).
    #[error("{0} does not exist")]
    NotFound(String),
    /// Nothing was done, or it may have been done: the same call again is right.
    #[error("try again: {0}")]
    Retry(String),
    /// The call itself is wrong and will never succeed as it stands.
    #[error("{0}")]
    Refused(String),
    /// An idempotent append whose first `sequence` is below what the log already holds:
    /// everything before `next` is stored, the caller goes on from there.
    #[error("already stored up to {next}")]
    Overlap { next: u64 },
}

/// One shard of a source as a reader sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceShard {
    pub id: ShardId,
    pub range: HashRange,
    /// Shards to be finished before this one; empty for first shards.
    pub parents: Vec<ShardId>,
}

/// Where a reader without a checkpoint begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartAt {
    TrimHorizon,
    Latest,
    Time(Timestamp),
}

/// A record as a reader receives it.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceRecord {
    /// Position in the shard; strictly rising, not necessarily dense.
    pub index: u64,
    /// As clients see it; for delivery streams made the same way from the hidden shard.
    pub sequence_number: String,
    pub partition_key: String,
    pub arrived: Timestamp,
    pub data: Bytes,
}

/// What one read gave.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadBatch {
    pub records: Vec<SourceRecord>,
    /// Where to read next; equals the index after the last record, or the asked one.
    pub next: u64,
    /// No record readable later in this shard will have arrived before this time. A reader at
    /// the tip may close windows up to it, also when the shard is idle.
    pub horizon: Timestamp,
    /// The shard is closed and `next` is past its last record.
    pub finished: bool,
}

/// A stream of records with shards: Kinesis streams and delivery streams' buffers.
#[async_trait]
pub trait RecordSource: Send + Sync + 'static {
    /// All shards that still hold records or can receive them, parents before children.
    async fn shards(&self, source: &Arn) -> Result<Vec<SourceShard>, FlowError>;

    /// The index from which `start` reads.
    async fn position(
        &self,
        source: &Arn,
        shard: ShardId,
        start: StartAt,
    ) -> Result<u64, FlowError>;

    /// Up to `records_max` records from index `from` on, or the first readable index after it.
    /// Never waits: an empty batch is an answer.
    async fn read(
        &self,
        source: &Arn,
        shard: ShardId,
        from: u64,
        records_max: usize,
    ) -> Result<ReadBatch, FlowError>;

    /// Returns as soon as a record at or after `from` is readable, the shard is closed, or the
    /// shard is gone. May return early; the reader reads and waits again.
    async fn wait(&self, source: &Arn, shard: ShardId, from: u64) -> Result<(), FlowError>;
}

/// Identity under which an append may be repeated safely. `sequence` numbers the first record
/// of the call; a caller counts on by the number of records it appended. A lower `epoch` than
/// the log has seen for `id` is fenced (`FlowError::Refused`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProducerId {
    pub id: String,
    pub epoch: u64,
    pub sequence: u64,
}

/// A record on its way into a sink.
#[derive(Clone, Debug, PartialEq)]
pub struct OutgoingRecord {
    pub partition_key: String,
    pub data: Bytes,
}

/// A stream or delivery stream that takes records.
#[async_trait]
pub trait RecordSink: Send + Sync + 'static {
    /// Appends all records, or none. Durable when it returns. Every record must respect the
    /// target's size limits (`Refused` otherwise).
    async fn put(
        &self,
        target: &Arn,
        records: Vec<OutgoingRecord>,
        producer: Option<ProducerId>,
    ) -> Result<(), FlowError>;

    /// The next sequence the log expects of a producer; 0 when it has seen none.
    async fn producer_next(&self, producer_id: &str) -> Result<u64, FlowError>;
}

/// What a function answered.
#[derive(Clone, Debug, PartialEq)]
pub struct InvokeOutcome {
    pub payload: Bytes,
    /// `Some("Unhandled")` and the like when the function itself failed.
    pub function_error: Option<String>,
}

/// Calls a function and waits for its answer.
#[async_trait]
pub trait FunctionInvoker: Send + Sync + 'static {
    async fn invoke(&self, function: &Arn, payload: Bytes) -> Result<InvokeOutcome, FlowError>;
}

/// A message to everybody subscribed to a topic.
#[derive(Clone, Debug, PartialEq)]
pub struct Notification {
    pub subject: Option<String>,
    pub message: String,
}

/// Publishes to a topic; durable when it returns, delivered afterwards.
#[async_trait]
pub trait Notifier: Send + Sync + 'static {
    async fn notify(&self, topic: &Arn, notification: Notification) -> Result<(), FlowError>;
}
