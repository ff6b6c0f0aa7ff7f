//! The engine from outside: determinism, properties, and the toll example. The JSON cases are run by
//! `levada-sql-tools`.
//! Does not: reach into the engine's parts.
#![allow(clippy::unwrap_used, reason = "a test that panics has failed, as it should")]

mod abc_tolls;
mod damage;
mod determinism;
mod explain;
mod functions;
mod joins;
mod properties;
mod queries;
mod sliding;
mod support;
mod tolls;
mod validation;
