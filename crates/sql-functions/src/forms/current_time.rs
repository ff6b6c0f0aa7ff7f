//! `CURRENT_TIME`.
//! Does not: read a clock.

use super::Form;
use crate::Example;

pub const CURRENT_TIME: Form = Form {
    name: "CURRENT_TIME",
    signatures: &["CURRENT_TIME"],
    doc: "The time of day, in UTC, at which the query began.",
    example: Example { expression: "CURRENT_TIME = LOCALTIME", value: "true" },
};
