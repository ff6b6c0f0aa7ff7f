//! `ANY(condition)`: whether it holds for one row.
//! Does not: count NULLs on either side.

use super::AggregateFunction;
use super::truth::{Truth, result};
use crate::Example;

pub const ANY: AggregateFunction = AggregateFunction {
    name: "ANY",
    signatures: &["ANY(condition)"],
    doc: "True when one of the values is, NULLs left out; NULL without a value.",
    example: Example { expression: "ANY(x > 2)", value: "true" },
    result,
    start: |_| Box::new(Truth::new(true)),
    distinct: true,
    sliding: |_| Box::new(Truth::new(true)),
};
