//! `TIME_TO_CHAR(pattern, time)`.
//! Does not: know time zones.

use levada_sql_lang::{SqlType, Value};
use levada_types::Timestamp;

use crate::EvalError;
use crate::date_format::{text_of, write};
use crate::function::{Example, NullRule, ScalarFunction};

pub const TIME_TO_CHAR: ScalarFunction = ScalarFunction {
    name: "TIME_TO_CHAR",
    signatures: &["TIME_TO_CHAR(pattern, time)"],
    doc: "Writes a time by a pattern of SimpleDateFormat's letters; its date is \
          1970-01-01. NULL gives the text `null`; an unknown letter fails the row.",
    example: Example { expression: "TIME_TO_CHAR('HH.mm', TIME '21:08:07')", value: "21.08" },
    result: |types| text_of(types, SqlType::Time),
    nulls: NullRule::Own,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    let [pattern, value] = arguments else { return Ok(Value::Null) };
    let time = match value {
        Value::Time(ms) => Some(Timestamp(i64::from(*ms))),
        _ => None,
    };
    write("TIME_TO_CHAR", pattern, time)
}
