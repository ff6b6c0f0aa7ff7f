//! `POWER(base, exponent)`.
//! Does not: compute exactly; it works on doubles.

use levada_sql_lang::{SqlType, Value};

use crate::EvalError;
use crate::function::{Example, NullRule, ScalarFunction, double, finite, is_numeric_or_null};

pub const POWER: ScalarFunction = ScalarFunction {
    name: "POWER",
    signatures: &["POWER(number, number)"],
    doc: "The first argument to the power of the second, a DOUBLE. A result that is no \
          DOUBLE fails the row.",
    example: Example { expression: "POWER(2, 10)", value: "1024.0" },
    result: |types| match types {
        [a, b] if is_numeric_or_null(*a) && is_numeric_or_null(*b) => Some(SqlType::Double),
        _ => None,
    },
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    let [base, exponent] = arguments else { return Ok(Value::Null) };
    finite(double(base).powf(double(exponent)))
}
