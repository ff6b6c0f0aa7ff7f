//! Key-value tables: the DynamoDB subset that stream functions and KCL use, over the control
//! store.
//!
//! Does not: keep secondary indexes, transactions over items, streams of changes, or the legacy
//! condition parameters; a request with one of those is refused, never half-obeyed.
//!
//! Invariants: a conditional write is decided and committed against the same version of its
//! row, so two writers never both succeed on one state; numbers are exact decimals of up to 38
//! digits; an acknowledged write is on disk.

mod convert;
mod error;
mod eval;
mod expr;
mod key;
mod limits;
mod number;
mod ops;
mod project;
mod range;
mod search;
mod service;
mod store;
#[cfg(test)]
mod testing;
mod update;
mod value;
mod write;

pub use error::Error;
pub use service::Tables;
