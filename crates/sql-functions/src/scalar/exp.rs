//! `EXP(x)`.
//! Does not: compute exactly; it works on doubles.

use levada_sql_lang::{SqlType, Value};

use crate::EvalError;
use crate::function::{Example, NullRule, ScalarFunction, double, is_numeric_or_null};

pub const EXP: ScalarFunction = ScalarFunction {
    name: "EXP",
    signatures: &["EXP(number)"],
    doc: "Euler's number to the power of the argument, a DOUBLE. A result that is no \
          DOUBLE fails the row.",
    example: Example { expression: "EXP(0)", value: "1.0" },
    result: |types| match types {
        [ty] => is_numeric_or_null(*ty).then_some(SqlType::Double),
        _ => None,
    },
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    let x = arguments.first().map_or(f64::NAN, double);
    let value: f64 = x.exp();
    if value.is_finite() {
        Ok(Value::Double(value))
    } else {
        Err(EvalError::OutOfRange { value: value.to_string(), ty: SqlType::Double })
    }
}
