//! `CHAR_LENGTH(text)`.
//! Does not: count bytes.

use levada_sql_lang::{SqlType, Value};

use crate::EvalError;
use crate::function::{Example, NullRule, ScalarFunction, is_text_or_null, text};

pub const CHAR_LENGTH: ScalarFunction = ScalarFunction {
    name: "CHAR_LENGTH",
    signatures: &["CHAR_LENGTH(text)"],
    doc: "The number of characters of a text; characters are code points.",
    example: Example { expression: "CHAR_LENGTH('añb')", value: "3" },
    result: |types| match types {
        [ty] => is_text_or_null(*ty).then_some(SqlType::Integer),
        _ => None,
    },
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    let length = arguments.first().map_or(0, |argument| text(argument).chars().count());
    Ok(Value::Integer(i64::try_from(length).unwrap_or(i64::MAX)))
}
