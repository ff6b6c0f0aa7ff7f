//! `STDDEV_SAMP(x)`: the standard deviation of what the values are a sample of.
//! Does not: give another type than DOUBLE.

use super::AggregateFunction;
use super::moments::{Moment, result};
use crate::Example;

pub const STDDEV_SAMP: AggregateFunction = AggregateFunction {
    name: "STDDEV_SAMP",
    signatures: &["STDDEV_SAMP([DISTINCT] number)"],
    doc: "The square root of VAR_SAMP; NULL for one value.",
    example: Example { expression: "STDDEV_SAMP(x)", value: "1.5275252316519465" },
    result,
    start: |_| Moment { sample: true, root: true }.start(),
    distinct: true,
    sliding: |_| Moment { sample: true, root: true }.sliding(),
};
