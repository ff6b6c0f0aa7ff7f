//! Every limit of the service, named with its unit.
//! Does not: hold the model's constraints; those are checked before an operation is called.

use std::time::Duration;

/// Inputs of one application.
pub const INPUT_COUNT_MAX: usize = 1;
/// Outputs of one application.
pub const OUTPUT_COUNT_MAX: usize = 3;
/// Reference tables of one application.
pub const REFERENCE_COUNT_MAX: usize = 1;
/// Applications of one installation.
pub const APPLICATION_COUNT_MAX: usize = 1_000;
/// Bytes of a reference object; it is kept in the control store while the application runs.
pub const REFERENCE_BYTES_MAX: usize = 64 * 1024 * 1024;
/// Records of one read from one shard.
pub const READ_RECORD_COUNT: usize = 1_000;
/// Records of a shard that wait for slower shards before no more are read.
pub const WAITING_RECORD_COUNT: usize = 2_000;
/// Records of one call to a sink.
pub const PUT_RECORD_COUNT: usize = 500;
/// Data and partition keys of one call to a sink, in bytes.
pub const PUT_BYTES: usize = 4 * 1024 * 1024;
/// Data of one output record, in bytes; a longer row is left out and logged.
pub const OUTPUT_RECORD_BYTES_MAX: usize = 1_000_000;
/// Characters of an error row's data, two for each byte.
pub const ERROR_ROW_CHARS: usize = 49_152;
/// Pause between two bounds of an idle application, in product time.
pub const IDLE_PAUSE: Duration = Duration::from_secs(5);
/// The same at most, in machine time.
pub const IDLE_PAUSE_MACHINE_MAX: Duration = Duration::from_millis(100);
/// First and longest pause before a failed call is made again, in product time.
pub const RETRY_PAUSE: Duration = Duration::from_millis(100);
pub const RETRY_PAUSE_MAX: Duration = Duration::from_secs(10);
/// Between two checkpoints of a busy application, in machine time.
pub const CHECKPOINT_EVERY: Duration = Duration::from_secs(2);
/// How long a stopping application may take to deliver what it holds, in machine time.
pub const SETTLE_TIME: Duration = Duration::from_secs(10);
/// Applications of a ListApplications answer, unless asked otherwise.
pub const LIST_COUNT: usize = 10;
