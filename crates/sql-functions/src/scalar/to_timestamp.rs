//! `TO_TIMESTAMP(milliseconds)`.
//! Does not: read text (see `char_to_timestamp`).

use levada_sql_lang::{SqlType, Value};
use levada_types::Timestamp;

use crate::EvalError;
use crate::function::{Example, NullRule, ScalarFunction, integer, is_integer_or_null};

pub const TO_TIMESTAMP: ScalarFunction = ScalarFunction {
    name: "TO_TIMESTAMP",
    signatures: &["TO_TIMESTAMP(bigint)"],
    doc: "The instant so many milliseconds after 1970-01-01 00:00:00 UTC.",
    example: Example {
        expression: "TO_TIMESTAMP(1525870241337)",
        value: "2018-05-09 12:50:41.337",
    },
    result: |types| match types {
        [ty] => is_integer_or_null(*ty).then_some(SqlType::Timestamp),
        _ => None,
    },
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    Ok(arguments.first().map_or(Value::Null, |ms| Value::Timestamp(Timestamp(integer(ms)))))
}
