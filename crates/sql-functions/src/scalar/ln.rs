//! `LN(x)`.
//! Does not: compute exactly; it works on doubles.

use levada_sql_lang::Value;

use crate::EvalError;
use crate::function::{Example, NullRule, ScalarFunction, double, double_of_number, finite};

pub const LN: ScalarFunction = ScalarFunction {
    name: "LN",
    signatures: &["LN(number)"],
    doc: "The natural logarithm, a DOUBLE; an argument of zero or less fails the row.",
    example: Example { expression: "LN(1)", value: "0.0" },
    result: double_of_number,
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    logarithm("LN", arguments, f64::ln)
}

/// A logarithm, which numbers above zero have.
pub(super) fn logarithm(
    function: &'static str,
    arguments: &[Value],
    compute: fn(f64) -> f64,
) -> Result<Value, EvalError> {
    let x = arguments.first().map_or(f64::NAN, double);
    if x <= 0.0 {
        return Err(EvalError::argument(function, format!("{x} has no such value")));
    }
    finite(compute(x))
}
