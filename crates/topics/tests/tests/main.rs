//! Topics with sinks on loopback: what subscribers receive, and what survives.
//! Does not: go over the SNS API's HTTP; `conformance/` does.
#![allow(clippy::unwrap_used, reason = "a test that panics has failed, as it should")]

mod api;
mod delivery;
mod sinks;
