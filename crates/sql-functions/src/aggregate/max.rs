//! `MAX(x)`: the largest value.
//! Does not: order values of different types.

use std::cmp::Ordering;

use levada_sql_lang::Value;

use super::AggregateFunction;
use super::extreme::{Extreme, SlidingExtreme};
use crate::Example;

pub const MAX: AggregateFunction = AggregateFunction {
    name: "MAX",
    signatures: &["MAX(x)"],
    doc: "The largest of the values that are not NULL.",
    example: Example { expression: "MAX(x)", value: "4" },
    result: |argument| argument,
    start: |_| Box::new(Extreme { best: Value::Null, better: Ordering::Greater }),
    distinct: true,
    sliding: |_| Box::new(SlidingExtreme::new(Ordering::Greater)),
};
