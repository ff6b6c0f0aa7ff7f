//! `LOG10(x)`.
//! Does not: compute exactly; it works on doubles.

use super::ln::{LN, logarithm};
use crate::function::{Example, ScalarFunction};

pub const LOG10: ScalarFunction = ScalarFunction {
    name: "LOG10",
    signatures: &["LOG10(number)"],
    doc: "The decimal logarithm, a DOUBLE; an argument of zero or less fails the row.",
    example: Example { expression: "LOG10(1000)", value: "3.0" },
    eval: |arguments| logarithm("LOG10", arguments, f64::log10),
    ..LN
};
