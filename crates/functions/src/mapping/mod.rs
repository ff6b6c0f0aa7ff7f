//! Event source mappings: a stream's records to a function, per shard, in order, at least once.
//! Does not: filter, split shards by key, or keep failed batches.

mod batch;
mod event;
mod reader;
mod registry;

pub use registry::{BatchRules, Mapping, Mappings, NewMapping, Start};
