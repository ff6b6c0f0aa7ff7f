//! `CHAR_TO_DATE(pattern, text)`.
//! Does not: know time zones.

use levada_sql_lang::{DAY_MS, SqlType, Value};

use crate::EvalError;
use crate::date_format::parse;
use crate::function::{Example, NullRule, ScalarFunction, is_text_or_null, text};

pub const CHAR_TO_DATE: ScalarFunction = ScalarFunction {
    name: "CHAR_TO_DATE",
    signatures: &["CHAR_TO_DATE(pattern, text)"],
    doc: "Reads a date by a pattern of SimpleDateFormat's letters, as CHAR_TO_TIMESTAMP \
          does; the time of day is left out.",
    example: Example { expression: "CHAR_TO_DATE('MM/dd/yy', '12/19/11')", value: "2011-12-19" },
    result: |types| match types {
        [a, b] if is_text_or_null(*a) && is_text_or_null(*b) => Some(SqlType::Date),
        _ => None,
    },
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    let [pattern, subject] = arguments else { return Ok(Value::Null) };
    let (pattern, subject) = (text(pattern), text(subject));
    let time = parse(pattern, subject).ok_or_else(|| {
        EvalError::argument("CHAR_TO_DATE", format!("`{subject}` does not fit `{pattern}`"))
    })?;
    Ok(Value::Date(i32::try_from(time.0.div_euclid(DAY_MS)).unwrap_or(0)))
}
