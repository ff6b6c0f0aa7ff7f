//! `SUBSTRING(text FROM pattern)`.
//! Does not: give groups (see `record::regex_log_parse`).

use levada_sql_lang::{SqlType, Value};

use crate::EvalError;
use crate::function::{Example, NullRule, ScalarFunction, is_text_or_null, text, text_chars};
use crate::java_regex::JavaRegex;

pub const SUBSTRING_REGEX: ScalarFunction = ScalarFunction {
    name: "SUBSTRING REGEX",
    signatures: &["SUBSTRING(text FROM pattern)"],
    doc: "The first part of a text that a Java pattern matches; NULL when none does. A pattern \
          that cannot be read fails the row.",
    example: Example { expression: "SUBSTRING('abc123def' FROM '[0-9]+')", value: "123" },
    result: |types| match types {
        [ty, pattern] if is_text_or_null(*pattern) => text_chars(*ty).map(SqlType::Varchar),
        _ => None,
    },
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    let [subject, pattern] = arguments else { return Ok(Value::Null) };
    let problem = |why: String| {
        EvalError::argument("SUBSTRING", format!("pattern `{}`: {why}", text(pattern)))
    };
    let regex = JavaRegex::cached(text(pattern)).map_err(problem)?;
    let found = regex.captures(text(subject)).map_err(problem)?;
    let whole = found.as_ref().and_then(|captures| captures.get(0));
    Ok(whole.map_or(Value::Null, |whole| Value::text(whole.as_str())))
}
