//! Streaming SQL from files, on virtual time: case files and `.slt` files with their results,
//! one-shot runs of an application, applications from what an AWS account exports.
//!
//! The same files give the same output: ROWTIME comes from the rows, never from a clock.
//! Does not: talk to a server, or print; it answers with texts for whoever prints.

mod cases;
mod explain;
mod import;
mod literal;
mod one_shot;
mod records;
mod scalar;
mod slt;
mod suite;

pub use explain::{Relation, explain};
pub use import::{ImportError, Imported, import};
pub use one_shot::{Job, Outcome, RunError, Source, StreamRows, json_line, run_once};
pub use records::{Record, Records, RecordsError, SchemaError, schema_from_json};
pub use suite::{Report, TestResult, Verdict, find_tests, run_test};
