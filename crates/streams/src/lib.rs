//! Kinesis Data Streams: streams, shards, iterators, and records in a `RecordLog`.
//!
//! Does not: keep record bytes (see `levada_log`), or speak any wire protocol (see
//! `levada_wire`).
//!
//! Invariants: a stream is in the catalog only while its row is in the control store and its
//! shards are in the log; a shard that is closed in the catalog is closed in the log, and its
//! children are beside it; every record of one call is appended in one batch or not at all; a
//! record's sequence number is made of its shard's creation time, its log index and its arrival.

mod account;
mod append;
mod consumer;
mod encryption;
mod error;
mod flow;
mod iterator;
mod key_ring;
mod limits;
mod listing;
mod load;
mod ops;
mod plan;
mod policy;
mod read;
mod reshard;
mod scaling;
mod seal;
mod service;
mod settings;
mod store;
mod stream;
mod subscription;
mod tags;
mod target;
#[cfg(test)]
mod testing;
mod throttle;

pub use error::Error;
pub use key_ring::{KeyRing, KeyRingError};
pub use service::{NewStream, Options, Streams};
pub use stream::{Mode, Shard, Stream};
