//! `CURRENT_ROW_TIMESTAMP`.
//! Does not: read a clock.

use super::Form;
use crate::Example;

pub const CURRENT_ROW_TIMESTAMP: Form = Form {
    name: "CURRENT_ROW_TIMESTAMP",
    signatures: &["CURRENT_ROW_TIMESTAMP"],
    doc: "The instant of the current row: its ROWTIME, so that a replay gives the same.",
    example: Example { expression: "CURRENT_ROW_TIMESTAMP >= CURRENT_TIMESTAMP", value: "true" },
};
