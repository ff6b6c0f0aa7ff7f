//! `TIME_TO_CHAR(pattern, time)`.
//! Does not: know time zones.

use levada_sql_lang::{SqlType, Value};
use levada_types::Timestamp;

use crate::EvalError;
use crate::date_format::format;
use crate::function::{Example, NullRule, ScalarFunction, is_text_or_null, text};

/// Characters of the result's type.
const TEXT_CHARS: u32 = 256;

pub const TIME_TO_CHAR: ScalarFunction = ScalarFunction {
    name: "TIME_TO_CHAR",
    signatures: &["TIME_TO_CHAR(pattern, time)"],
    doc: "Writes a time by a pattern of SimpleDateFormat's letters; its date is \
          1970-01-01. NULL gives the text `null`; an unknown letter fails the row.",
    example: Example { expression: "TIME_TO_CHAR('HH.mm', TIME '21:08:07')", value: "21.08" },
    result: |types| match types {
        [a, SqlType::Time | SqlType::Null] if is_text_or_null(*a) => {
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
        Value::Time(ms) => Timestamp(i64::from(*ms)),
        _ => return Ok(Value::text("null")),
    };
    let pattern = text(pattern);
    format(pattern, time).map(Value::text).ok_or_else(|| {
        EvalError::argument("TIME_TO_CHAR", format!("`{pattern}` is not a valid pattern"))
    })
}
