//! `CURRENT_DATE`.
//! Does not: read a clock.

use super::Form;
use crate::Example;

pub const CURRENT_DATE: Form = Form {
    name: "CURRENT_DATE",
    signatures: &["CURRENT_DATE"],
    doc: "The day, in UTC, on which the query began: that of its first row or bound, so \
          that a replay gives the same.",
    example: Example {
        expression: "CURRENT_DATE = CAST(CURRENT_TIMESTAMP AS DATE)",
        value: "true",
    },
};
