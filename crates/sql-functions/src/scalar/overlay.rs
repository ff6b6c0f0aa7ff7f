//! `OVERLAY(text PLACING new FROM start [FOR length])`.
//! Does not: fail for a start before the text: it prepends.

use levada_sql_lang::{SqlType, Value};

use crate::EvalError;
use crate::function::{
    Example, NullRule, ScalarFunction, VARCHAR_CHARS_MAX, integer, is_integer_or_null, text,
    text_chars,
};

pub const OVERLAY: ScalarFunction = ScalarFunction {
    name: "OVERLAY",
    signatures: &["OVERLAY(text PLACING text FROM integer [FOR integer])"],
    doc: "The text with characters replaced from a place on (from 1): as many as the new \
          text has unless FOR says how many. A place below 1 puts the new text in front, \
          and those of its characters that would stand before the text replace nothing; \
          one past the end appends it. A negative length fails the row.",
    example: Example { expression: "OVERLAY('12345' PLACING 'foo' FROM 2 FOR 2)", value: "1foo45" },
    result: |types| match types {
        [a, b, rest @ ..] if rest.iter().all(|ty| is_integer_or_null(*ty)) => {
            let chars = text_chars(*a)?.saturating_add(text_chars(*b)?);
            Some(SqlType::Varchar(chars.min(VARCHAR_CHARS_MAX)))
        }
        _ => None,
    },
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    let [subject, new, start, rest @ ..] = arguments else { return Ok(Value::Null) };
    let (subject, new) = (text(subject), text(new));
    let start = integer(start);
    let length = match rest {
        [length, ..] => integer(length),
        [] => i64::try_from(new.chars().count()).unwrap_or(i64::MAX),
    };
    if length < 0 {
        return Err(EvalError::argument("OVERLAY", "the length must not be negative"));
    }
    let before = usize::try_from(start.saturating_sub(1)).unwrap_or(0);
    let after = usize::try_from(start.saturating_sub(1).saturating_add(length)).unwrap_or(0);
    let head: String = subject.chars().take(before).collect();
    let tail: String = subject.chars().skip(after).collect();
    Ok(Value::text(head + new + &tail))
}
