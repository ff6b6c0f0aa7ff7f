//! `POSITION(needle IN haystack)`.
//! Does not: take patterns.

use levada_sql_lang::{SqlType, Value};

use crate::EvalError;
use crate::function::{Example, NullRule, ScalarFunction, is_text_or_null, text};

pub const POSITION: ScalarFunction = ScalarFunction {
    name: "POSITION",
    signatures: &["POSITION(text IN text)"],
    doc: "Where a text begins in another, in characters from 1 on; 0 when it does not \
          occur, 1 for the empty text.",
    example: Example { expression: "POSITION('findme' IN '1234findmeXXX')", value: "5" },
    result: |types| match types {
        [a, b] if is_text_or_null(*a) && is_text_or_null(*b) => Some(SqlType::Integer),
        _ => None,
    },
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    let [needle, haystack] = arguments else { return Ok(Value::Null) };
    let (needle, haystack) = (text(needle), text(haystack));
    let at = haystack.find(needle).and_then(|byte| haystack.get(..byte));
    let position = at.map_or(0, |before| before.chars().count() + 1);
    Ok(Value::Integer(i64::try_from(position).unwrap_or(i64::MAX)))
}
