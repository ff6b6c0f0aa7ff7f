//! `MIN(x)`: the smallest value.
//! Does not: order values of different types.

use std::cmp::Ordering;

use levada_sql_lang::Value;

use super::AggregateFunction;
use super::extreme::{Extreme, SlidingExtreme};
use crate::Example;

pub const MIN: AggregateFunction = AggregateFunction {
    name: "MIN",
    signatures: &["MIN(x)"],
    doc: "The smallest of the values that are not NULL.",
    example: Example { expression: "MIN(x)", value: "1" },
    result: |argument| argument,
    start: |_| Box::new(Extreme { best: Value::Null, better: Ordering::Less }),
    distinct: true,
    sliding: |_| Box::new(SlidingExtreme::new(Ordering::Less)),
};
