//! `FLOOR(number)`.
//! Does not: round datetimes (see `floor_to`).

use levada_sql_lang::{Decimal, SqlType, Value};

use crate::EvalError;
use crate::cast::in_integer_range;
use crate::function::{Example, NullRule, ScalarFunction, is_numeric_or_null};

pub const FLOOR: ScalarFunction = ScalarFunction {
    name: "FLOOR",
    signatures: &["FLOOR(number)"],
    doc: "The largest integer not above a number: BIGINT for a DECIMAL, otherwise of the \
          argument's type.",
    example: Example { expression: "FLOOR(-3.3)", value: "-4" },
    result: |types| match types {
        [SqlType::Decimal { .. }] => Some(SqlType::BigInt),
        [ty] => is_numeric_or_null(*ty).then_some(*ty),
        _ => None,
    },
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    whole(arguments, f64::floor, |cut, number| cut - i128::from(Decimal::new(cut, 0) > number))
}

/// A number rounded to an integer: doubles by one function, decimals from their whole part by
/// the other.
pub(super) fn whole(
    arguments: &[Value],
    of_double: fn(f64) -> f64,
    of_decimal: fn(i128, Decimal) -> i128,
) -> Result<Value, EvalError> {
    match arguments {
        [Value::Decimal(number)] => {
            in_integer_range(of_decimal(number.trunc(), *number), SqlType::BigInt)
        }
        [Value::Double(number)] => Ok(Value::Double(of_double(*number))),
        [value] => Ok(value.clone()),
        _ => Ok(Value::Null),
    }
}
