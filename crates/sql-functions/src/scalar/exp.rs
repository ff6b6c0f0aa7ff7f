//! `EXP(x)`.
//! Does not: compute exactly; it works on doubles.

use levada_sql_lang::Value;

use crate::EvalError;
use crate::function::{Example, NullRule, ScalarFunction, double, double_of_number, finite};

pub const EXP: ScalarFunction = ScalarFunction {
    name: "EXP",
    signatures: &["EXP(number)"],
    doc: "Euler's number to the power of the argument, a DOUBLE. A result that is no \
          DOUBLE fails the row.",
    example: Example { expression: "EXP(0)", value: "1.0" },
    result: double_of_number,
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    finite(arguments.first().map_or(f64::NAN, double).exp())
}
