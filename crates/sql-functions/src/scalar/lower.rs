//! `LOWER(text)`.
//! Does not: know languages; it follows Unicode.

use levada_sql_lang::Value;

use crate::EvalError;
use crate::function::{Example, NullRule, ScalarFunction, text, text_as_it_is};

pub const LOWER: ScalarFunction = ScalarFunction {
    name: "LOWER",
    signatures: &["LOWER(text)"],
    doc: "The text in lower case, by Unicode.",
    example: Example { expression: "LOWER('ABC')", value: "abc" },
    result: text_as_it_is,
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    let text = arguments.first().map_or("", text);
    Ok(Value::text(text.to_lowercase()))
}
