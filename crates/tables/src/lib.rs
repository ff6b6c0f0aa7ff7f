//! Key-value tables: the DynamoDB subset that stream functions and KCL use, over the control
//! store.
//!
//! Does not: keep local secondary indexes or streams of changes; a request with one of those is
//! refused, never half-obeyed.
//!
//! Invariants: a conditional write is decided and committed against the same version of its
//! row, so two writers never both succeed on one state; an item and its places in indexes are
//! written together; numbers are exact decimals of up to 38 digits; an acknowledged write is on
//! disk.

mod alter;
mod backfill;
mod convert;
mod derived;
mod error;
mod eval;
mod expiry;
mod expr;
mod index;
mod key;
mod legacy;
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
mod transact;
mod update;
mod value;
mod view;
mod write;

pub use error::Error;
pub use service::Tables;
