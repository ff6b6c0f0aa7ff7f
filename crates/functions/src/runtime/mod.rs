//! Processes that run functions, behind the Lambda Runtime API.
//! Does not: know which functions exist, or what is in a payload.

mod api;
mod launch;
mod logs;
mod pool;
mod python;
mod worker;

pub use launch::{LaunchSettings, Launcher};
pub use pool::Pools;

use bytes::Bytes;

/// One call of a function.
#[derive(Clone, Debug)]
pub struct Invocation {
    pub request_id: String,
    pub function_arn: String,
    pub payload: Bytes,
}

/// What a function answered, or how it failed.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub payload: Bytes,
    /// `Unhandled` when the function itself failed; the payload then describes the failure.
    pub function_error: Option<String>,
    /// The last 4 KiB of its log.
    pub log_tail: Bytes,
}
