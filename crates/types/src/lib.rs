//! The words of the house: names, ARNs, shard ids, sequence numbers, hash ranges, stored records,
//! and the flow traits through which services meet.
//!
//! Does not: do I/O, know any wire protocol, or hold behaviour of a service.

mod arn;
mod flow;
mod hash;
mod names;
mod record;
mod sequence;
mod shard;
mod time;

pub use arn::{Arn, Identity, InvalidArn};
pub use flow::{
    FlowError, FunctionInvoker, InvokeOutcome, Notification, Notifier, OutgoingRecord, ProducerId,
    ReadBatch, RecordSink, RecordSource, SourceRecord, SourceShard, StartAt,
};
pub use hash::{HashKey, HashRange, InvalidHashKey};
pub use names::{InvalidName, StreamName};
pub use record::{MalformedRecord, StoredRecord};
pub use sequence::{InvalidSequenceNumber, SequenceNumber};
pub use shard::{InvalidShardId, ShardId, ShardUid};
pub use time::Timestamp;
