//! `COALESCE(value, …)`.
//! Does not: compute (the binder makes it an expression).

use super::Form;
use crate::Example;

pub const COALESCE: Form = Form {
    name: "COALESCE",
    signatures: &["COALESCE(value, …)"],
    doc: "The first of the values that is not NULL, in the type that all of them fit in; \
          NULL when there is none. Values behind it are not computed.",
    example: Example { expression: "COALESCE(NULL, 2, 3)", value: "2" },
};
