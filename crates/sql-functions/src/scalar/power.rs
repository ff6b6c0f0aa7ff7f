//! `POWER(base, exponent)`.
//! Does not: compute exactly; it works on doubles.

use levada_sql_lang::{SqlType, Value};

use crate::EvalError;
use crate::function::{Example, NullRule, ScalarFunction, double, is_numeric_or_null};

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
    let value = double(base).powf(double(exponent));
    if value.is_finite() {
        Ok(Value::Double(value))
    } else {
        Err(EvalError::OutOfRange { value: value.to_string(), ty: SqlType::Double })
    }
}
