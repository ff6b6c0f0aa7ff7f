//! Topics with sinks on loopback: what subscribers receive, and what survives.
//! Does not: go over the SNS API's HTTP; `conformance/` does.

mod api;
mod delivery;
mod sinks;
