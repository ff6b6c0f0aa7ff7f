//! `TIMESTAMP_TO_CHAR(pattern, timestamp)`.
//! Does not: know time zones.

use levada_sql_lang::{SqlType, Value};

use crate::EvalError;
use crate::date_format::format;
use crate::function::{Example, NullRule, ScalarFunction, is_text_or_null, text};

/// Characters of the result's type.
const TEXT_CHARS: u32 = 256;

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
    result: |types| match types {
        [a, SqlType::Timestamp | SqlType::Null] if is_text_or_null(*a) => {
            Some(SqlType::Varchar(TEXT_CHARS))
        }
        _ => None,
    },
    nulls: NullRule::Own,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    let [pattern, value] = arguments else { return Ok(Value::Null) };
    let time = match value {
        Value::Timestamp(time) => *time,
        _ => return Ok(Value::text("null")),
    };
    let pattern = text(pattern);
    format(pattern, time).map(Value::text).ok_or_else(|| {
        EvalError::argument("TIMESTAMP_TO_CHAR", format!("`{pattern}` is not a valid pattern"))
    })
}
