//! `VAR_SAMP(x)`: the variance of what the values are a sample of.
//! Does not: give another type than DOUBLE.

use super::AggregateFunction;
use super::moments::{Moment, result};
use crate::Example;

pub const VAR_SAMP: AggregateFunction = AggregateFunction {
    name: "VAR_SAMP",
    signatures: &["VAR_SAMP([DISTINCT] number)"],
    doc: "The squared distances of the values that are not NULL from their mean, divided by one \
          less than their number; NULL for one value.",
    example: Example { expression: "VAR_SAMP(x)", value: "2.333333333333333" },
    result,
    start: |_| Moment { sample: true, root: false }.start(),
    distinct: true,
    sliding: |_| Moment { sample: true, root: false }.sliding(),
};
