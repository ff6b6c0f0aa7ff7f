//! The API's limits that a producer must respect, with their units.
//! Does not: hold server-side limits.

/// PutRecords and PutRecordBatch take at most this many records.
pub const BATCH_RECORDS_MAX: usize = 500;
/// PutRecords: 5 MiB over data and partition keys.
pub const STREAM_BATCH_BYTES_MAX: usize = 5 * 1024 * 1024;
/// PutRecordBatch: 4 MiB over data.
pub const DELIVERY_BATCH_BYTES_MAX: usize = 4 * 1024 * 1024;
/// PutRecord on a stream: 1 MiB of data and partition key.
pub const STREAM_RECORD_BYTES_MAX: usize = 1024 * 1024;
/// PutRecord on a delivery stream: 1,000 KiB.
pub const DELIVERY_RECORD_BYTES_MAX: usize = 1000 * 1024;
/// A call that has no answer after this many seconds of machine time is given up.
pub const CALL_TIMEOUT_SECS: u64 = 30;
