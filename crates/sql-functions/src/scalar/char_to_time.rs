//! `CHAR_TO_TIME(pattern, text)`.
//! Does not: know time zones.

use levada_sql_lang::{DAY_MS, SqlType, Value};

use crate::EvalError;
use crate::date_format::{read, takes};
use crate::function::{Example, NullRule, ScalarFunction};

pub const CHAR_TO_TIME: ScalarFunction = ScalarFunction {
    name: "CHAR_TO_TIME",
    signatures: &["CHAR_TO_TIME(pattern, text)"],
    doc: "Reads a time of day by a pattern of SimpleDateFormat's letters, as \
          CHAR_TO_TIMESTAMP does; the date is left out.",
    example: Example { expression: "CHAR_TO_TIME('HH:mm', '21:08')", value: "21:08:00" },
    result: |types| takes(types).then_some(SqlType::Time),
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    let time = read("CHAR_TO_TIME", arguments)?;
    Ok(Value::Time(i32::try_from(time.0.rem_euclid(DAY_MS)).unwrap_or(0)))
}
