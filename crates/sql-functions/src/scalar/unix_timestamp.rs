//! `UNIX_TIMESTAMP(timestamp)`.
//! Does not: count seconds.

use levada_sql_lang::{DAY_MS, SqlType, Value};

use crate::EvalError;
use crate::function::{Example, NullRule, ScalarFunction};

pub const UNIX_TIMESTAMP: ScalarFunction = ScalarFunction {
    name: "UNIX_TIMESTAMP",
    signatures: &["UNIX_TIMESTAMP(timestamp)"],
    doc: "Milliseconds from 1970-01-01 00:00:00 UTC to a timestamp, BIGINT.",
    example: Example {
        expression: "UNIX_TIMESTAMP(TIMESTAMP '2018-05-09 12:50:41.337')",
        value: "1525870241337",
    },
    result: |types| match types {
        [SqlType::Timestamp | SqlType::Date | SqlType::Null] => Some(SqlType::BigInt),
        _ => None,
    },
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    Ok(match arguments {
        [Value::Timestamp(time)] => Value::Integer(time.0),
        [Value::Date(days)] => Value::Integer(i64::from(*days) * DAY_MS),
        _ => Value::Null,
    })
}
