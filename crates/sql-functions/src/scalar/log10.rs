//! `LOG10(x)`.
//! Does not: compute exactly; it works on doubles.

use levada_sql_lang::{SqlType, Value};

use crate::EvalError;
use crate::function::{Example, NullRule, ScalarFunction, double, is_numeric_or_null};

pub const LOG10: ScalarFunction = ScalarFunction {
    name: "LOG10",
    signatures: &["LOG10(number)"],
    doc: "The decimal logarithm, a DOUBLE; an argument of zero or less fails the row.",
    example: Example { expression: "LOG10(1000)", value: "3.0" },
    result: |types| match types {
        [ty] => is_numeric_or_null(*ty).then_some(SqlType::Double),
        _ => None,
    },
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    let x = arguments.first().map_or(f64::NAN, double);
    if x <= 0.0 {
        return Err(EvalError::argument("LOG10", format!("{x} has no such value")));
    }
    let value: f64 = x.log10();
    if value.is_finite() {
        Ok(Value::Double(value))
    } else {
        Err(EvalError::OutOfRange { value: value.to_string(), ty: SqlType::Double })
    }
}
