//! Every bound of this crate, named with its unit.
//! Does not: enforce them; the code that reads a limit does.

use std::time::Duration;

/// AWS: a zip sent in the request itself.
pub const ZIP_BYTES_MAX: usize = 50 * 1024 * 1024;
/// AWS: code and layers together, unpacked.
pub const UNPACKED_BYTES_MAX: u64 = 250 * 1024 * 1024;
/// Files and directories of one package.
pub const ZIP_ENTRIES_MAX: usize = 50_000;

/// AWS: payload and answer of a synchronous invocation; also a batch's event document.
pub const SYNC_PAYLOAD_BYTES_MAX: usize = 6_291_456;
/// AWS: payload of an asynchronous invocation.
pub const EVENT_PAYLOAD_BYTES_MAX: usize = 1_048_576;
/// Asynchronous invocations accepted and not finished.
pub const EVENTS_PENDING_MAX: usize = 1_000;
/// Asynchronous invocations running at once, over all functions.
pub const EVENTS_RUNNING_MAX: usize = 16;
/// AWS: a failed asynchronous invocation is tried twice more.
pub const EVENT_RETRIES_MAX: u32 = 2;
/// Product time before the first retry of an asynchronous invocation; doubled for the second.
pub const EVENT_RETRY_PAUSE: Duration = Duration::from_secs(60);

/// AWS: seconds.
pub const TIMEOUT_SECS_DEFAULT: u32 = 3;
pub const TIMEOUT_SECS_MAX: u32 = 900;
/// AWS: MiB.
pub const MEMORY_MIB_DEFAULT: u32 = 128;
pub const MEMORY_MIB_MIN: u32 = 128;
pub const MEMORY_MIB_MAX: u32 = 10_240;
/// AWS: all environment variables of a function together.
pub const ENVIRONMENT_BYTES_MAX: usize = 4 * 1024;

/// Machine time from the start of a process to its first question for work. AWS gives ten
/// seconds and starts again; a busy small machine needs longer to import a large module once.
pub const INIT_TIMEOUT: Duration = Duration::from_secs(60);
/// Machine time for the interpreter to look for a handler in a module.
pub const HANDLER_CHECK_TIMEOUT: Duration = Duration::from_secs(20);
/// Processes of one function.
pub const WORKERS_PER_FUNCTION_MAX: usize = 8;
/// Invocations of one function that wait for a process; more are throttled.
pub const WAITING_PER_FUNCTION_MAX: usize = 256;
/// Machine time after which an idle process ends, except one per function.
pub const WORKER_IDLE_MAX: Duration = Duration::from_secs(300);
/// Machine time between two looks for idle processes.
pub const REAP_PERIOD: Duration = Duration::from_secs(60);
/// Connections to one process's Runtime API.
pub const RUNTIME_CONNECTIONS_MAX: usize = 32;

/// AWS: the tail that `LogType=Tail` answers.
pub const LOG_TAIL_BYTES_MAX: usize = 4 * 1024;
/// Longer lines of a function's output are split.
pub const LOG_LINE_BYTES_MAX: usize = 64 * 1024;
/// At this size a log file becomes `<name>.log.1`, replacing the one before.
pub const LOG_FILE_BYTES_MAX: u64 = 8 * 1024 * 1024;
/// Machine time to wait for output that a process wrote before its answer.
pub const LOG_SETTLE: Duration = Duration::from_millis(500);
/// The same for packages with their own bootstrap, which mark no end of output.
pub const LOG_SETTLE_UNMARKED: Duration = Duration::from_millis(5);

/// AWS: records per batch of an event source mapping.
pub const BATCH_SIZE_DEFAULT: u32 = 100;
pub const BATCH_SIZE_MAX: u32 = 10_000;
pub const BATCH_WINDOW_SECS_MAX: u32 = 300;
pub const RETRY_ATTEMPTS_MAX: i32 = 10_000;
pub const RECORD_AGE_SECS_MIN: i32 = 60;
pub const RECORD_AGE_SECS_MAX: i32 = 604_800;
/// Product time between tries of a failing batch: doubles from the first to the last.
pub const RETRY_PAUSE_MIN: Duration = Duration::from_millis(100);
pub const RETRY_PAUSE_MAX: Duration = Duration::from_secs(60);
/// Answers per page of the list operations.
pub const LIST_ITEMS_DEFAULT: usize = 50;
pub const LIST_MAPPINGS_DEFAULT: usize = 100;
