//! Every limit of this crate, with its unit.
//! Does not: hold limits of destinations, or those the model words.

use std::time::Duration;

/// Of one record before base64, as AWS has it.
pub const RECORD_BYTES_MAX: usize = 1_000 * 1_024;
/// Of all records of one PutRecordBatch.
pub const BATCH_BYTES_MAX: usize = 4 * 1_024 * 1_024;
/// Delivery streams of one account and region, as AWS has it by default.
pub const STREAMS_MAX: usize = 5_000;
/// ListDeliveryStreams without a limit.
pub const LIST_DEFAULT: usize = 10;
/// What was not delivered by then is lost, as AWS has it. Product time.
pub const RETENTION: Duration = Duration::from_secs(24 * 60 * 60);

/// One read of the log.
pub const READ_RECORDS_MAX: usize = 10_000;
pub const READ_BYTES_MAX: usize = 4 * 1_024 * 1_024;
/// A reader at the tip waits until its batch has grown by this part of itself, or is due.
pub const BATCH_GROWTH_PART: u64 = 8;
/// Before the control store or the log is asked again after it failed. Machine time.
pub const INTERNAL_RETRY_PAUSE: Duration = Duration::from_secs(1);
/// Before a log that has not caught up with the clock is asked again. Machine time.
pub const HORIZON_PAUSE: Duration = Duration::from_millis(5);
