//! `DATE_TO_CHAR(pattern, date)`.
//! Does not: know time zones.

use levada_sql_lang::{DAY_MS, SqlType, Value};
use levada_types::Timestamp;

use crate::EvalError;
use crate::date_format::{text_of, write};
use crate::function::{Example, NullRule, ScalarFunction};

pub const DATE_TO_CHAR: ScalarFunction = ScalarFunction {
    name: "DATE_TO_CHAR",
    signatures: &["DATE_TO_CHAR(pattern, date)"],
    doc: "Writes a date by a pattern of SimpleDateFormat's letters, with English names; \
          its time is midnight. NULL gives the text `null`; an unknown letter fails the \
          row.",
    example: Example {
        expression: "DATE_TO_CHAR('dd MMM yyyy', DATE '2011-12-19')",
        value: "19 Dec 2011",
    },
    result: |types| text_of(types, SqlType::Date),
    nulls: NullRule::Own,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    let [pattern, value] = arguments else { return Ok(Value::Null) };
    let time = match value {
        Value::Date(days) => Some(Timestamp(i64::from(*days) * DAY_MS)),
        _ => None,
    };
    write("DATE_TO_CHAR", pattern, time)
}
