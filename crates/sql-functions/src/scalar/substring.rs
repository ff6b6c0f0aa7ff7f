//! `SUBSTRING(text FROM start [FOR length]), SUBSTRING(text, start [, length])`.
//! Does not: take patterns.

use levada_sql_lang::{SqlType, Value};

use crate::EvalError;
use crate::function::{
    Example, NullRule, ScalarFunction, integer, is_integer_or_null, text, text_chars,
};

pub const SUBSTRING: ScalarFunction = ScalarFunction {
    name: "SUBSTRING",
    signatures: &[
        "SUBSTRING(text FROM integer [FOR integer])",
        "SUBSTRING(text, integer [, integer])",
    ],
    doc: "A part of a text; characters before the first shorten the length.",
    example: Example { expression: "SUBSTRING('123456789' FROM 3 FOR 4)", value: "3456" },
    result: |types| match types {
        [ty, rest @ ..] if rest.iter().all(|ty| is_integer_or_null(*ty)) => {
            (1..=2).contains(&rest.len()).then(|| text_chars(*ty).map(SqlType::Varchar)).flatten()
        }
        _ => None,
    },
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
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
