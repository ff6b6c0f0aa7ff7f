//! `REGEX_REPLACE(text, pattern, replacement, start, occurrence)`.
//! Does not: know flags other than those in the pattern.

use levada_sql_lang::{SqlType, Value};

use crate::EvalError;
use crate::function::{
    Example, NullRule, ScalarFunction, VARCHAR_CHARS_MAX, integer, is_integer_or_null,
    is_text_or_null, text,
};
use crate::java_regex::{JavaRegex, expand};

pub const REGEX_REPLACE: ScalarFunction = ScalarFunction {
    name: "REGEX_REPLACE",
    signatures: &["REGEX_REPLACE(text, pattern, replacement, start, occurrence)"],
    doc: "The text with an occurrence of a Java pattern replaced, from a character on (from 1): the \
          first for 1, the second for 2, all for 0. In the replacement `$1` is a group's text and \
          `\\$` a dollar. A start past the end gives the text as it is, a start below 1 and an \
          occurrence below 0 fail the row. NULL among the arguments gives NULL.",
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
    let regex = JavaRegex::cached(pattern)
        .map_err(|why| problem(format!("`{pattern}` is not a valid pattern: {why}")))?;
    let (head, tail) = subject.split_at(byte);
    let mut result = head.to_owned();
    let mut copied = 0;
    for (at, found) in regex.matches(tail).enumerate() {
        let captures = found.map_err(problem)?;
        let Some(whole) = captures.get(0) else { continue };
        if occurrence == 0 || occurrence == at + 1 {
            result.push_str(tail.get(copied..whole.start()).unwrap_or(""));
            expand(text(new), &captures, &mut result).map_err(problem)?;
            copied = whole.end();
        }
        if occurrence == at + 1 {
            break;
        }
    }
    result.push_str(tail.get(copied..).unwrap_or(""));
    Ok(Value::text(result))
}
