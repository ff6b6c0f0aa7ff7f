//! `CURRENT_TIMESTAMP`.
//! Does not: read a clock.

use super::Form;
use crate::Example;

pub const CURRENT_TIMESTAMP: Form = Form {
    name: "CURRENT_TIMESTAMP",
    signatures: &["CURRENT_TIMESTAMP"],
    doc: "The instant at which the query began, in UTC: the ROWTIME of its first row or \
          bound. It is the same for all rows.",
    example: Example { expression: "CURRENT_TIMESTAMP = LOCALTIMESTAMP", value: "true" },
};
