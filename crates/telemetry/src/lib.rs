//! Tracing and metrics for people and machines: one place that sets them up and names them.
//!
//! Does not: serve them, or decide what is worth measuring; who knows something feeds its metric.

pub mod metrics;

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

/// Sends events to stderr. `filter` follows `tracing`'s syntax, such as `info,levada_log=debug`.
/// Later calls in one process change nothing, so that tests may call it freely.
pub fn init(filter: &str) {
    let filter = EnvFilter::try_new(filter).unwrap_or_else(|_| EnvFilter::new("info"));
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_target(true)
        .try_init();
}
