//! `NULLIF(value, value)`.
//! Does not: compute (the binder makes it an expression).

use super::Form;
use crate::Example;

pub const NULLIF: Form = Form {
    name: "NULLIF",
    signatures: &["NULLIF(value, value)"],
    doc: "NULL when the two values are equal, the first of them otherwise.",
    example: Example { expression: "NULLIF(3, 0)", value: "3" },
};
