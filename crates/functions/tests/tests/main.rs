//! Functions as processes and mappings over a stream in memory, with the machine's Python.
//! Does not: go over HTTP; `conformance/` does.
#![allow(clippy::unwrap_used, reason = "a test that panics has failed, as it should")]

mod api;
mod fixture;
mod mappings;
mod processes;
