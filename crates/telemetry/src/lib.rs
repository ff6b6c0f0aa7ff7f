//! Tracing for people and machines: one place that sets it up and names its events.
//!
//! Does not: collect metrics yet; a metric is added here, by name, with the code that feeds it.

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
