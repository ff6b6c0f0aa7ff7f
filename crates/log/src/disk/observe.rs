//! What the engine tells the metrics, one function per event.
//! Does not: name metrics; `levada_telemetry::metrics::list` does.

use std::sync::atomic::Ordering;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use levada_telemetry::metrics::{Counter, list};

use super::options::RecoveryReport;
use super::segment::Segment;
use super::shared::Shared;

/// Where the records of a read were.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    Memory,
    Cache,
    File,
}

static READS: LazyLock<[Arc<Counter>; 3]> =
    LazyLock::new(|| ["memory", "cache", "file"].map(|source| list::LOG_READS.with(&[source])));

pub(crate) fn read_from(source: Source) {
    READS[source as usize].increment();
}

pub(crate) fn batch_stored(bytes: usize, time: Duration) {
    list::LOG_BATCH_BYTES.observe(bytes as f64);
    list::LOG_SYNC_SECONDS.observe_time(time);
}

pub(crate) fn queued(bytes: usize) {
    list::LOG_QUEUE_BYTES.set(bytes as u64);
}

/// The bytes without a segment have become more or fewer.
pub(crate) fn unflushed(shared: &Shared) {
    list::LOG_UNFLUSHED_BYTES.set(shared.unflushed_bytes.load(Ordering::Relaxed));
}

pub(crate) fn flushed(time: Duration) {
    list::LOG_FLUSH_SECONDS.observe_time(time);
}

pub(crate) fn segments_changed(segments: &[Arc<Segment>]) {
    list::LOG_SEGMENTS.set(segments.len() as u64);
    let cold = segments.iter().filter(|segment| segment.file.is_cold()).count();
    list::LOG_COLD_SEGMENTS.set(cold as u64);
    list::LOG_SEGMENT_BYTES.set(segments.iter().map(|segment| segment.len).sum());
}

pub(crate) fn recovered(report: &RecoveryReport) {
    list::LOG_RECOVERY_SECONDS.set_seconds(report.duration);
    list::LOG_RECOVERED_BYTES.set(report.bytes);
}
