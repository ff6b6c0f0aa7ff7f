//! `CHAR_TO_TIMESTAMP(pattern, text)`.
//! Does not: know time zones.

use levada_sql_lang::{SqlType, Value};

use crate::EvalError;
use crate::date_format::{read, takes};
use crate::function::{Example, NullRule, ScalarFunction};

pub const CHAR_TO_TIMESTAMP: ScalarFunction = ScalarFunction {
    name: "CHAR_TO_TIMESTAMP",
    signatures: &["CHAR_TO_TIMESTAMP(pattern, text)"],
    doc: "Reads a timestamp by a pattern of SimpleDateFormat's letters. The text may be \
          longer than the pattern. What it leaves out is that of 1970-01-01 00:00:00 UTC; \
          `hh` counts to 12 and needs `a` for the afternoon; a year of exactly two digits \
          for `yy` is one of 1940 to 2039; month names are long or short; fields out of \
          range carry over. Text that does not fit the pattern fails the row.",
    example: Example {
        expression: "CHAR_TO_TIMESTAMP('yyyy-MM-dd hh:mm:ss', '2009-09-16 03:15:24')",
        value: "2009-09-16 03:15:24.000",
    },
    result: |types| takes(types).then_some(SqlType::Timestamp),
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    read("CHAR_TO_TIMESTAMP", arguments).map(Value::Timestamp)
}
