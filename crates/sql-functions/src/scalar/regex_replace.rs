//! `REGEX_REPLACE(text, pattern, replacement, start, occurrence)`.
//! Does not: keep prepared patterns between rows.

use fancy_regex::Regex;
use levada_sql_lang::{SqlType, Value};

use crate::EvalError;
use crate::function::{
    Example, NullRule, ScalarFunction, VARCHAR_CHARS_MAX, integer, is_integer_or_null,
    is_text_or_null, text,
};

pub const REGEX_REPLACE: ScalarFunction = ScalarFunction {
    name: "REGEX_REPLACE",
    signatures: &["REGEX_REPLACE(text, pattern, replacement, start, occurrence)"],
    doc: "Replaces one occurrence of a Java pattern, or all for 0, from a character on.",
    example: Example { expression: "REGEX_REPLACE('aXbXc', 'X', '-', 1, 2)", value: "aXb-c" },
    result: |types| match types {
        [a, b, c, d, e]
            if [a, b, c].iter().all(|ty| is_text_or_null(**ty))
                && is_integer_or_null(*d)
                && is_integer_or_null(*e) =>
        {
            Some(SqlType::Varchar(VARCHAR_CHARS_MAX))
        }
        _ => None,
    },
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

fn problem(text: impl Into<String>) -> EvalError {
    EvalError::argument("REGEX_REPLACE", text)
}

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    let [subject, pattern, new, start, occurrence] = arguments else { return Ok(Value::Null) };
    let (subject, pattern) = (text(subject), text(pattern));
    let start = usize::try_from(integer(start)).ok().filter(|start| *start > 0);
    let start = start.ok_or_else(|| problem("the start must be 1 or more"))?;
    let occurrence = usize::try_from(integer(occurrence));
    let occurrence = occurrence.map_err(|_| problem("the occurrence must be 0 or more"))?;
    let Some((byte, _)) = subject.char_indices().nth(start - 1) else {
        return Ok(Value::text(subject));
    };
    let regex = Regex::new(pattern);
    let regex = regex.map_err(|_| problem(format!("`{pattern}` is not a valid pattern")))?;
    let (head, tail) = subject.split_at(byte);
    let mut result = head.to_owned();
    let mut copied = 0;
    for (at, found) in regex.captures_iter(tail).enumerate() {
        let captures = found.map_err(|error| problem(error.to_string()))?;
        let Some(whole) = captures.get(0) else { continue };
        if occurrence == 0 || occurrence == at + 1 {
            result.push_str(tail.get(copied..whole.start()).unwrap_or(""));
            captures.expand(text(new), &mut result);
            copied = whole.end();
        }
        if occurrence == at + 1 {
            break;
        }
    }
    result.push_str(tail.get(copied..).unwrap_or(""));
    Ok(Value::text(result))
}
