//! `STDDEV_POP(x)`: the standard deviation of the values themselves.
//! Does not: give another type than DOUBLE.

use super::AggregateFunction;
use super::moments::{Moment, result};
use crate::Example;

pub const STDDEV_POP: AggregateFunction = AggregateFunction {
    name: "STDDEV_POP",
    signatures: &["STDDEV_POP([DISTINCT] number)"],
    doc: "The square root of VAR_POP.",
    example: Example { expression: "STDDEV_POP(x)", value: "1.247219128924647" },
    result,
    start: |_| Moment { sample: false, root: true }.start(),
    distinct: true,
    sliding: |_| Moment { sample: false, root: true }.sliding(),
};
