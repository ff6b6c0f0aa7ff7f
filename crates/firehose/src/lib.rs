//! Amazon Kinesis Data Firehose: delivery streams over a `RecordLog`, delivered in batches.
//!
//! A delivery stream is a hidden shard of the log and a task that reads it with a checkpoint.
//! Does not: know destinations (see `levada_destinations`), speak any wire protocol, transform
//! records, or convert formats.
//!
//! Invariants: a record is acknowledged only when the log has it; a batch's bounds are in the
//! control store before its delivery begins, and the checkpoint moves only after it was
//! delivered, so that a delivery interrupted by a crash is repeated with the same records under
//! the same name.

mod buffer;
mod delivery;
mod error;
mod flow;
mod limits;
mod ops;
mod service;
mod store;
mod stream;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

pub use error::Error;
pub use service::{Firehose, NewDeliveryStream};
pub use stream::{DeliveryStream, DeliveryStreamName};
