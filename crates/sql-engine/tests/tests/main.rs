//! The engine from outside: documented cases, own cases, determinism, and the toll example.
//! Does not: reach into the engine's parts.
#![allow(clippy::unwrap_used, reason = "a test that panics has failed, as it should")]

mod abc_tolls;
mod cases;
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
