//! A durable, checksummed, append-only record log with group commit: one log, many shards.
//!
//! Does not: know streams, partition keys or JSON. A payload is bytes; a shard is a number.

mod api;
mod cold;
mod disk;
mod memory;
mod seal;

pub use api::{
    AppendBatch, AppendError, LogEntry, LogRead, Producer, ReadError, Receipt, RecordLog,
    ShardAppend, Tip,
};
pub use cold::{ColdOptions, ColdStore};
pub use disk::{DiskLog, OpenError, Options, RecoveryReport, SnapshotReport, Written, tools};
pub use memory::MemoryLog;
pub use seal::{KeyId, PayloadSeal, SealError};
