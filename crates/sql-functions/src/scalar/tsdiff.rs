//! `TSDIFF(from, to)`.
//! Does not: take timestamps; its arguments are milliseconds.

use levada_sql_lang::{SqlType, Value};

use crate::EvalError;
use crate::function::{Example, NullRule, ScalarFunction, integer, is_integer_or_null};

pub const TSDIFF: ScalarFunction = ScalarFunction {
    name: "TSDIFF",
    signatures: &["TSDIFF(bigint, bigint)"],
    doc: "Milliseconds from the first instant to the second, both given as milliseconds \
          since 1970-01-01 00:00:00 UTC: the second minus the first.",
    example: Example { expression: "TSDIFF(1000, 2500)", value: "1500" },
    result: |types| match types {
        [a, b] if is_integer_or_null(*a) && is_integer_or_null(*b) => Some(SqlType::BigInt),
        _ => None,
    },
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    let [from, to] = arguments else { return Ok(Value::Null) };
    let difference = integer(to).checked_sub(integer(from));
    difference
        .map(Value::Integer)
        .ok_or_else(|| EvalError::OutOfRange { value: to.to_string(), ty: SqlType::BigInt })
}
