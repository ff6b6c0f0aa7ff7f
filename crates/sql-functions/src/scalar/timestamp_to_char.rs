//! `TIMESTAMP_TO_CHAR(pattern, timestamp)`.
//! Does not: know time zones.

use levada_sql_lang::{SqlType, Value};

use crate::EvalError;
use crate::date_format::{text_of, write};
use crate::function::{Example, NullRule, ScalarFunction};

pub const TIMESTAMP_TO_CHAR: ScalarFunction = ScalarFunction {
    name: "TIMESTAMP_TO_CHAR",
    signatures: &["TIMESTAMP_TO_CHAR(pattern, timestamp)"],
    doc: "Writes a timestamp by a pattern of SimpleDateFormat's letters, in UTC with \
          English names; `hh` is the hour of the half day. NULL gives the text `null`; an \
          unknown letter fails the row.",
    example: Example {
        expression: "TIMESTAMP_TO_CHAR('yyyy-MM-dd hh:mm:ss', TIMESTAMP '2018-05-09 14:50:41')",
        value: "2018-05-09 02:50:41",
    },
    result: |types| text_of(types, SqlType::Timestamp),
    nulls: NullRule::Own,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    let [pattern, value] = arguments else { return Ok(Value::Null) };
    let time = match value {
        Value::Timestamp(time) => Some(*time),
        _ => None,
    };
    write("TIMESTAMP_TO_CHAR", pattern, time)
}
