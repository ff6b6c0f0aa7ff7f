//! `VAR_POP(x)`: the variance of the values themselves.
//! Does not: give another type than DOUBLE.

use super::AggregateFunction;
use super::moments::{Moment, result};
use crate::Example;

pub const VAR_POP: AggregateFunction = AggregateFunction {
    name: "VAR_POP",
    signatures: &["VAR_POP([DISTINCT] number)"],
    doc: "The mean of the squared distances of the values that are not NULL from their mean.",
    example: Example { expression: "VAR_POP(x)", value: "1.5555555555555554" },
    result,
    start: |_| Moment { sample: false, root: false }.start(),
    distinct: true,
    sliding: |_| Moment { sample: false, root: false }.sliding(),
};
