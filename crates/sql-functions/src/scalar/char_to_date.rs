//! `CHAR_TO_DATE(pattern, text)`.
//! Does not: know time zones.

use levada_sql_lang::{DAY_MS, SqlType, Value};

use crate::EvalError;
use crate::date_format::{read, takes};
use crate::function::{Example, NullRule, ScalarFunction};

pub const CHAR_TO_DATE: ScalarFunction = ScalarFunction {
    name: "CHAR_TO_DATE",
    signatures: &["CHAR_TO_DATE(pattern, text)"],
    doc: "Reads a date by a pattern of SimpleDateFormat's letters, as CHAR_TO_TIMESTAMP \
          does; the time of day is left out.",
    example: Example { expression: "CHAR_TO_DATE('MM/dd/yy', '12/19/11')", value: "2011-12-19" },
    result: |types| takes(types).then_some(SqlType::Date),
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    let time = read("CHAR_TO_DATE", arguments)?;
    Ok(Value::Date(i32::try_from(time.0.div_euclid(DAY_MS)).unwrap_or(0)))
}
