//! `SUBSTRING(text, start [, length])`.
//! Does not: take patterns, or the words FROM and FOR (see `substring_from`).

use levada_sql_lang::{SqlType, Value};

use crate::EvalError;
use crate::function::{
    Example, NullRule, ScalarFunction, integer, is_integer_or_null, text, text_chars,
};

pub const SUBSTRING: ScalarFunction = ScalarFunction {
    name: "SUBSTRING",
    signatures: &["SUBSTRING(text, start [, length])"],
    doc: "A part of a text from a character on (from 1), to the end unless it has a length. Places \
          before the first character count for the length. A start past the end gives NULL, and \
          a negative length fails the row.",
    example: Example { expression: "SUBSTRING('123456789', 3, 4)", value: "3456" },
    result,
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

pub(super) fn result(types: &[SqlType]) -> Option<SqlType> {
    match types {
        [ty, rest @ ..] if rest.iter().all(|ty| is_integer_or_null(*ty)) => {
            (1..=2).contains(&rest.len()).then(|| text_chars(*ty).map(SqlType::Varchar)).flatten()
        }
        _ => None,
    }
}

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    let past_end = match arguments {
        [subject, start, ..] => {
            let start = usize::try_from(integer(start)).unwrap_or(0);
            start > 1 && text(subject).chars().nth(start - 1).is_none()
        }
        _ => false,
    };
    let part = part(arguments)?;
    Ok(if past_end { Value::Null } else { part })
}

/// The part; empty when it begins past the end.
pub(super) fn part(arguments: &[Value]) -> Result<Value, EvalError> {
    let [subject, start, rest @ ..] = arguments else { return Ok(Value::Null) };
    let start = integer(start);
    let end = match rest {
        [length, ..] if integer(length) < 0 => {
            return Err(EvalError::argument("SUBSTRING", "the length must not be negative"));
        }
        [length, ..] => start.saturating_add(integer(length)),
        [] => i64::MAX,
    };
    let first = start.max(1);
    let skip = usize::try_from(first - 1).unwrap_or(0);
    let count = usize::try_from(end.saturating_sub(first)).unwrap_or(0);
    Ok(Value::text(text(subject).chars().skip(skip).take(count).collect::<String>()))
}
