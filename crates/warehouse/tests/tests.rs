//! The warehouse as its clients see it: over the PostgreSQL wire, on loopback.
//! Does not: test single values and clauses; those tests stand beside the code.
#![allow(clippy::unwrap_used, reason = "a fixture that cannot be built fails its test")]

#[path = "it/copy.rs"]
mod copy;
#[path = "it/fixture.rs"]
mod fixture;
#[path = "it/memory_blob.rs"]
mod memory_blob;
#[path = "it/storage.rs"]
mod storage;
#[path = "it/wire.rs"]
mod wire;
