//! The one list of metrics. A metric is a static here and a line in [`ALL`]; whoever knows the
//! number feeds it.
//! Does not: have two names for one thing.

use super::{BYTES, Counter, CounterFamily, Gauge, Histogram, Metric, SECONDS};

/// Sorted by name; `docs/metrics.md` holds the same list.
pub static ALL: &[&(dyn Metric + Sync)] = &[
    &LOG_BATCH_BYTES,
    &LOG_COLD_ERRORS,
    &LOG_COLD_FETCHED_BYTES,
    &LOG_COLD_SEGMENTS,
    &LOG_COLD_STORED_BYTES,
    &LOG_FLUSH_SECONDS,
    &LOG_QUEUE_BYTES,
    &LOG_READS,
    &LOG_RECOVERED_BYTES,
    &LOG_RECOVERY_SECONDS,
    &LOG_SCRUB_DAMAGED_BLOCKS,
    &LOG_SCRUB_PASSES,
    &LOG_SCRUBBED_BYTES,
    &LOG_SEGMENT_BYTES,
    &LOG_SEGMENTS,
    &LOG_SYNC_SECONDS,
    &LOG_UNFLUSHED_BYTES,
];

pub static LOG_BATCH_BYTES: Histogram = Histogram::new(
    "levada_log_batch_bytes",
    "Size of the record log's batches, each written and synced at once",
    BYTES,
);
pub static LOG_COLD_ERRORS: Counter = Counter::new(
    "levada_log_cold_errors_total",
    "Calls to the cold store that failed; they are tried again",
);
pub static LOG_COLD_FETCHED_BYTES: Counter =
    Counter::new("levada_log_cold_fetched_bytes_total", "Bytes read back from the cold store");
pub static LOG_COLD_SEGMENTS: Gauge =
    Gauge::new("levada_log_cold_segments", "Segments that are in the cold store alone");
pub static LOG_COLD_STORED_BYTES: Counter =
    Counter::new("levada_log_cold_stored_bytes_total", "Bytes of segments moved to the cold store");
pub static LOG_FLUSH_SECONDS: Histogram = Histogram::new(
    "levada_log_flush_seconds",
    "Time to move a part of the ring into segments and to free it",
    SECONDS,
);
pub static LOG_QUEUE_BYTES: Gauge =
    Gauge::new("levada_log_queue_bytes", "Bytes of appends that wait for the record log's writer");
pub static LOG_READS: CounterFamily = CounterFamily::new(
    "levada_log_reads_total",
    "Reads of records, by where they came from: memory, cache, or file",
    &["source"],
);
pub static LOG_RECOVERED_BYTES: Gauge =
    Gauge::new("levada_log_recovered_bytes", "Bytes of the ring replayed at the last start");
pub static LOG_RECOVERY_SECONDS: Gauge =
    Gauge::new("levada_log_recovery_seconds", "Time the last opening of the record log took");
pub static LOG_SCRUB_DAMAGED_BLOCKS: Counter = Counter::new(
    "levada_log_scrub_damaged_blocks_total",
    "Places in segments where the scrubber found damage",
);
pub static LOG_SCRUB_PASSES: Counter = Counter::new(
    "levada_log_scrub_passes_total",
    "Times the scrubber has come through all segments",
);
pub static LOG_SCRUBBED_BYTES: Counter =
    Counter::new("levada_log_scrubbed_bytes_total", "Bytes the scrubber has read and checked");
pub static LOG_SEGMENT_BYTES: Gauge =
    Gauge::new("levada_log_segment_bytes", "Bytes of all segments, wherever they are");
pub static LOG_SEGMENTS: Gauge = Gauge::new("levada_log_segments", "Segments of the record log");
pub static LOG_SYNC_SECONDS: Histogram =
    Histogram::new("levada_log_sync_seconds", "Time of one write and sync of a batch", SECONDS);
pub static LOG_UNFLUSHED_BYTES: Gauge = Gauge::new(
    "levada_log_unflushed_bytes",
    "Bytes in the ring that no segment has yet: how far tier 2 lags behind",
);
