//! `TRIM([side] [character] FROM text)`.
//! Does not: trim more than one kind of character.

use levada_sql_lang::Value;

use crate::EvalError;
use crate::function::{Example, NullRule, ScalarFunction, is_text_or_null, text};

pub const TRIM: ScalarFunction = ScalarFunction {
    name: "TRIM",
    signatures: &["TRIM([[LEADING | TRAILING | BOTH] [character] FROM] text)"],
    doc: "The text without one character, a blank unless given, at its beginning, its end \
          or both. A trim text that is not one character fails the row.",
    example: Example {
        expression: "TRIM(LEADING 'x' FROM 'xxxTrim frontxxx')",
        value: "Trim frontxxx",
    },
    result: |types| match types {
        [_, what, ty] if is_text_or_null(*what) && is_text_or_null(*ty) => Some(*ty),
        _ => None,
    },
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    let [side, what, subject] = arguments else { return Ok(Value::Null) };
    let mut chars = text(what).chars();
    let (Some(what), None) = (chars.next(), chars.next()) else {
        return Err(EvalError::argument("TRIM", "the trim text must be one character"));
    };
    let subject = text(subject);
    Ok(Value::text(match text(side) {
        "LEADING" => subject.trim_start_matches(what),
        "TRAILING" => subject.trim_end_matches(what),
        _ => subject.trim_matches(what),
    }))
}
