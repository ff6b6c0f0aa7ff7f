//! `CHAR_TO_TIME(pattern, text)`.
//! Does not: know time zones.

use levada_sql_lang::{DAY_MS, SqlType, Value};

use crate::EvalError;
use crate::date_format::parse;
use crate::function::{Example, NullRule, ScalarFunction, is_text_or_null, text};

pub const CHAR_TO_TIME: ScalarFunction = ScalarFunction {
    name: "CHAR_TO_TIME",
    signatures: &["CHAR_TO_TIME(pattern, text)"],
    doc: "Reads a time of day by a pattern of SimpleDateFormat's letters, as \
          CHAR_TO_TIMESTAMP does; the date is left out.",
    example: Example { expression: "CHAR_TO_TIME('HH:mm', '21:08')", value: "21:08:00" },
    result: |types| match types {
        [a, b] if is_text_or_null(*a) && is_text_or_null(*b) => Some(SqlType::Time),
        _ => None,
    },
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    let [pattern, subject] = arguments else { return Ok(Value::Null) };
    let (pattern, subject) = (text(pattern), text(subject));
    let time = parse(pattern, subject).ok_or_else(|| {
        EvalError::argument("CHAR_TO_TIME", format!("`{subject}` does not fit `{pattern}`"))
    })?;
    Ok(Value::Time(i32::try_from(time.0.rem_euclid(DAY_MS)).unwrap_or(0)))
}
