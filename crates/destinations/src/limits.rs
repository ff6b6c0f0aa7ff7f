//! Every limit and pause of this crate, with its unit.
//! Does not: hold what users configure.

use std::time::Duration;

/// First pause after a failed write of an object; doubled with each further one. Product time.
pub const S3_RETRY_PAUSE_MIN: Duration = Duration::from_secs(1);
pub const S3_RETRY_PAUSE_MAX: Duration = Duration::from_secs(120);
/// Between two COPY attempts, as AWS has it. Product time.
pub const COPY_RETRY_PAUSE: Duration = Duration::from_secs(5 * 60);
/// A warehouse that a scaled clock gives no chance to start gets at least this much machine time.
pub const COPY_MACHINE_TIME_MIN: Duration = Duration::from_secs(30);
/// Machine time.
pub const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// Machine time; a COPY that takes longer is retried, and the load ledger keeps it exact.
pub const COPY_TIMEOUT: Duration = Duration::from_secs(15 * 60);
/// Of a server's error message that is logged and kept.
pub const ERROR_TEXT_CHARS_MAX: usize = 500;
