//! `INITCAP(text)`.
//! Does not: know languages; it follows Unicode.

use levada_sql_lang::Value;

use crate::EvalError;
use crate::function::{Example, NullRule, ScalarFunction, text, text_as_it_is};

pub const INITCAP: ScalarFunction = ScalarFunction {
    name: "INITCAP",
    signatures: &["INITCAP(text)"],
    doc: "Every word with a capital first letter, the others small. Blanks alone separate \
          words.",
    example: Example { expression: "INITCAP('each A-b word')", value: "Each A-b Word" },
    result: text_as_it_is,
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    let text = arguments.first().map_or("", text);
    Ok(Value::text(capitalize(text)))
}

fn capitalize(text: &str) -> String {
    let mut first = true;
    let mut result = String::with_capacity(text.len());
    for c in text.chars() {
        if first {
            result.extend(c.to_uppercase());
        } else {
            result.extend(c.to_lowercase());
        }
        first = c == ' ';
    }
    result
}
