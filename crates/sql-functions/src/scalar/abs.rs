//! `ABS(x)`.
//! Does not: change the type of its argument.

use levada_sql_lang::{Decimal, SqlType, Value};

use crate::EvalError;
use crate::function::{Example, NullRule, ScalarFunction, is_numeric_or_null};

pub const ABS: ScalarFunction = ScalarFunction {
    name: "ABS",
    signatures: &["ABS(number)"],
    doc: "The value without its sign, in its own type. The lowest BIGINT fails the row.",
    example: Example { expression: "ABS(-1.50)", value: "1.50" },
    result: |types| match types {
        [ty] => is_numeric_or_null(*ty).then_some(*ty),
        _ => None,
    },
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    match arguments {
        [Value::Integer(number)] => number.checked_abs().map(Value::Integer).ok_or_else(|| {
            EvalError::OutOfRange { value: number.to_string(), ty: SqlType::BigInt }
        }),
        [Value::Decimal(number)] => {
            Ok(Value::Decimal(Decimal::new(number.unscaled.abs(), number.scale)))
        }
        [Value::Double(number)] => Ok(Value::Double(number.abs())),
        _ => Ok(Value::Null),
    }
}
