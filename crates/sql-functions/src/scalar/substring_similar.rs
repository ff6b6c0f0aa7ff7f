//! `SUBSTRING(text SIMILAR pattern ESCAPE character)`.
//! Does not: keep prepared patterns between rows.

use levada_sql_lang::{SqlType, Value};

use crate::EvalError;
use crate::function::{Example, NullRule, ScalarFunction, is_text_or_null, text, text_chars};
use crate::pattern::similar_part;

pub const SUBSTRING_SIMILAR: ScalarFunction = ScalarFunction {
    name: "SUBSTRING SIMILAR",
    signatures: &["SUBSTRING(text SIMILAR pattern ESCAPE character)"],
    doc: "The middle of a text by a SIMILAR TO pattern in three parts, which the escape and a \
          double quote separate twice. The whole text has to match, the outer parts as little \
          as they can; NULL when it does not. A pattern without three parts fails the row.",
    example: Example {
        expression: "SUBSTRING('key=value;' SIMILAR '%=#\"%#\";' ESCAPE '#')",
        value: "value",
    },
    result: |types| match types {
        [ty, rest @ ..] if rest.len() == 2 && rest.iter().all(|ty| is_text_or_null(*ty)) => {
            text_chars(*ty).map(SqlType::Varchar)
        }
        _ => None,
    },
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    let [subject, pattern, escape] = arguments else { return Ok(Value::Null) };
    let found = similar_part(text(subject), text(pattern), text(escape))?;
    Ok(found.map_or(Value::Null, Value::text))
}
