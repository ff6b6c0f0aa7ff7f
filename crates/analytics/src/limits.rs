//! Every limit of the service, named with its unit.
//! Does not: hold the model's constraints; those are checked before an operation is called.

use std::time::Duration;

/// Inputs of one application.
pub const INPUT_COUNT_MAX: usize = 1;
/// In-application streams of one input.
pub const INPUT_PARALLELISM_MAX: u32 = 64;
/// Outputs of one application.
pub const OUTPUT_COUNT_MAX: usize = 3;
/// Reference tables of one application.
pub const REFERENCE_COUNT_MAX: usize = 1;
/// Applications of one installation.
pub const APPLICATION_COUNT_MAX: usize = 1_000;
/// Bytes of a reference object; it is kept in the control store while the application runs.
pub const REFERENCE_BYTES_MAX: usize = 64 * 1024 * 1024;
/// Records of one read from one shard.
pub const READ_RECORD_COUNT: usize = 5_000;
/// Records of a shard that wait for slower shards before no more are read.
pub const WAITING_RECORD_COUNT: usize = 10_000;
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
/// Share of the time that checkpoints may take: one that took a second is followed by the next
/// after this many.
pub const CHECKPOINT_COST_FACTOR: u32 = 20;
/// Bytes of an application's state in a checkpoint, unless its tags say otherwise.
pub const STATE_BYTES_MAX: usize = 1 << 30;
/// Rows that wait for their event time; more stop the application with an error.
pub const HELD_ROW_COUNT_MAX: usize = 5_000_000;
/// How far an event time may lie after its record's arrival.
pub const EVENT_AHEAD_MAX: Duration = Duration::from_secs(86_400);
/// First and longest pause before an application that failed is run again, in product time.
pub const RESTART_PAUSE: Duration = Duration::from_secs(1);
pub const RESTART_PAUSE_MAX: Duration = Duration::from_secs(60);
/// Records of one call to a function.
pub const INVOKE_RECORD_COUNT: usize = 500;
/// Data of one call to a function, in bytes before they become base64: an answer of the same
/// size still fits into 6 MB.
pub const INVOKE_BYTES: usize = 4 * 1_000 * 1_000;
/// Characters of the system columns.
pub const PARTITION_KEY_CHARS: u32 = 256;
pub const SEQUENCE_NUMBER_CHARS: u32 = 128;
pub const SHARD_ID_CHARS: u32 = 64;
/// Tags of an application.
pub const TAG_COUNT_MAX: usize = 50;
/// Records that schema discovery looks at, and those it gives back.
pub const SAMPLE_RECORD_COUNT: usize = 2_000;
pub const SAMPLE_SHOWN_COUNT: usize = 10;
/// Bytes of an object that schema discovery looks at.
pub const SAMPLE_BYTES_MAX: usize = 10 << 20;
/// How long schema discovery waits for records, in machine time.
pub const SAMPLE_TIME: Duration = Duration::from_secs(10);
/// How long it goes on sampling once it has a record, in machine time.
pub const SAMPLE_MORE_TIME: Duration = Duration::from_secs(1);
/// Versions of an application that are kept, the newest.
pub const VERSION_COUNT_MAX: usize = 1_000;
/// Applications of a ListApplications answer, unless asked otherwise.
pub const LIST_COUNT: usize = 10;
