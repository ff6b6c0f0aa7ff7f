//! `LOCALTIMESTAMP`.
//! Does not: know other zones.

use super::Form;
use crate::Example;

pub const LOCALTIMESTAMP: Form = Form {
    name: "LOCALTIMESTAMP",
    signatures: &["LOCALTIMESTAMP"],
    doc: "The same as CURRENT_TIMESTAMP: the engine's zone is UTC.",
    example: Example { expression: "LOCALTIMESTAMP = CURRENT_TIMESTAMP", value: "true" },
};
