//! `LOCALTIME`.
//! Does not: know other zones.

use super::Form;
use crate::Example;

pub const LOCALTIME: Form = Form {
    name: "LOCALTIME",
    signatures: &["LOCALTIME"],
    doc: "The same as CURRENT_TIME: the engine's zone is UTC.",
    example: Example { expression: "LOCALTIME = CURRENT_TIME", value: "true" },
};
