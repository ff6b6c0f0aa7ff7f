//! `MONOTONIC(value)`.
//! Does not: check the promise.

use super::Form;
use crate::Example;

pub const MONOTONIC: Form = Form {
    name: "MONOTONIC",
    signatures: &["MONOTONIC(value)"],
    doc: "The value itself, with the promise that it never goes back from row to row, \
          which makes it a monotonic term of GROUP BY and DISTINCT. A group ends when the \
          value changes; where the promise is broken, a value that comes back begins a new \
          group.",
    example: Example { expression: "MONOTONIC(3)", value: "3" },
};
