//! `LN(x)`.
//! Does not: compute exactly; it works on doubles.

use levada_sql_lang::{SqlType, Value};

use crate::EvalError;
use crate::function::{Example, NullRule, ScalarFunction, double, is_numeric_or_null};

pub const LN: ScalarFunction = ScalarFunction {
    name: "LN",
    signatures: &["LN(number)"],
    doc: "The natural logarithm, a DOUBLE; an argument of zero or less fails the row.",
    example: Example { expression: "LN(1)", value: "0.0" },
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
        return Err(EvalError::argument("LN", format!("{x} has no such value")));
    }
    let value: f64 = x.ln();
    if value.is_finite() {
        Ok(Value::Double(value))
    } else {
        Err(EvalError::OutOfRange { value: value.to_string(), ty: SqlType::Double })
    }
}
