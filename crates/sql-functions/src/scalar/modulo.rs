//! `MOD(dividend, divisor)`.
//! Does not: take numbers with digits after the point.

use levada_sql_lang::{Decimal, Value};

use crate::EvalError;
use crate::function::{Example, NullRule, ScalarFunction, is_integer_or_null};

pub const MOD: ScalarFunction = ScalarFunction {
    name: "MOD",
    signatures: &["MOD(integer, integer)"],
    doc: "The remainder of an integer division, with the sign of the dividend. It takes \
          numbers without digits after the point; a divisor of zero fails the row.",
    example: Example { expression: "MOD(-5, 3)", value: "-2" },
    result: |types| match types {
        [a, b] if is_integer_or_null(*a) && is_integer_or_null(*b) => Some(*b),
        _ => None,
    },
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    let whole = |value: &Value| match value {
        Value::Integer(number) => i128::from(*number),
        Value::Decimal(number) => number.trunc(),
        _ => 0,
    };
    let [dividend, divisor] = arguments else { return Ok(Value::Null) };
    let rest = whole(dividend).checked_rem(whole(divisor)).ok_or(EvalError::DivisionByZero)?;
    match (divisor, i64::try_from(rest)) {
        (Value::Integer(_), Ok(rest)) => Ok(Value::Integer(rest)),
        _ => Ok(Value::Decimal(Decimal::new(rest, 0))),
    }
}
