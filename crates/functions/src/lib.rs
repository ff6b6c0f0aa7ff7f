//! Functions and event source mappings: processes behind the Lambda Runtime API.
//!
//! A function is a row in the control store and a directory of unpacked code; a mapping is a
//! row and one checkpoint per shard. Everything else can be lost at any moment.
//!
//! Does not: limit a process's memory, isolate processes from the machine, keep versions or
//! aliases, or de-aggregate records (AWS's own mappings do not either).

mod asynchronous;
mod error;
mod function;
mod limits;
mod mapping;
mod ops;
mod package;
mod runtime;
mod service;

pub use error::Error;
pub use function::{Function, FunctionName, Runtime};
pub use mapping::{BatchRules, Mapping, NewMapping, Start};
pub use ops::api;
pub use service::{Code, Functions, Invoked, NewFunction, Options};
