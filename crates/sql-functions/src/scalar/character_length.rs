//! `CHARACTER_LENGTH(text)`.
//! Does not: count bytes.

use levada_sql_lang::{SqlType, Value};

use crate::EvalError;
use crate::function::{Example, NullRule, ScalarFunction, is_text_or_null, text};

pub const CHARACTER_LENGTH: ScalarFunction = ScalarFunction {
    name: "CHARACTER_LENGTH",
    signatures: &["CHARACTER_LENGTH(text)"],
    doc: "The number of characters of a text; the same as CHAR_LENGTH.",
    example: Example { expression: "CHARACTER_LENGTH('añb')", value: "3" },
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
