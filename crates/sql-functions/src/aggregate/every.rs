//! `EVERY(condition)`: whether it holds for all rows.
//! Does not: count NULLs on either side.

use super::AggregateFunction;
use super::truth::{Truth, result};
use crate::Example;

pub const EVERY: AggregateFunction = AggregateFunction {
    name: "EVERY",
    signatures: &["EVERY(condition)"],
    doc: "True when all of the values are, NULLs left out; NULL without a value.",
    example: Example { expression: "EVERY(x > 2)", value: "false" },
    result,
    start: |_| Box::new(Truth::new(false)),
    distinct: true,
    sliding: |_| Box::new(Truth::new(false)),
};
