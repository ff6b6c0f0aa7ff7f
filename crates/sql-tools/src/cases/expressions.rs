//! Cases of expressions: pairs of an expression and its value.
//! Does not: evaluate; see `scalar`.

use serde_json::Value as Json;

use crate::literal::{agrees, shown};
use crate::scalar::{NoValue, evaluate, record_member};

/// NULL is expected as `null`; so is a row that goes to the error stream.
pub fn run_scalar(case: &Json) -> Result<(), String> {
    for assert in asserts(case)? {
        let (expression, expected) = pair(assert)?;
        match (evaluate(expression), expected) {
            (Err(NoValue::Failed(_)), Json::Null) => {}
            (Ok(value), expected) if agrees(&value, expected) => {}
            (Ok(value), expected) => return Err(unlike(expression, expected, &shown(&value))),
            (Err(none), expected) => return Err(unlike(expression, expected, &none.to_string())),
        }
    }
    for expression in case["errors"].as_array().into_iter().flatten() {
        let expression = expression.as_str().ok_or("`errors` has something else than a text")?;
        if let Ok(value) = evaluate(expression) {
            return Err(format!("{expression}\n  expected an error\n  found    {}", shown(&value)));
        }
    }
    Ok(())
}

/// Values are records: an object of members, or `null`.
pub fn run_records(case: &Json) -> Result<(), String> {
    for assert in asserts(case)? {
        let (expression, expected) = pair(assert)?;
        let Some(members) = expected.as_object() else {
            // A NULL record has NULL members.
            match record_member(expression, "COLUMN1") {
                Ok(value) if value.is_null() => continue,
                Ok(value) => return Err(unlike(expression, expected, &shown(&value))),
                Err(none) => return Err(unlike(expression, expected, &none.to_string())),
            }
        };
        for (member, expected) in members {
            let place = format!("{expression}, member {member}");
            match record_member(expression, member) {
                Ok(value) if agrees(&value, expected) => {}
                Ok(value) => return Err(unlike(&place, expected, &shown(&value))),
                Err(none) => return Err(unlike(&place, expected, &none.to_string())),
            }
        }
    }
    Ok(())
}

fn asserts(case: &Json) -> Result<&Vec<Json>, String> {
    case["asserts"].as_array().ok_or_else(|| "the case has no `asserts`".to_owned())
}

fn pair(assert: &Json) -> Result<(&str, &Json), String> {
    let expression = assert[0].as_str().ok_or_else(|| format!("no expression in {assert}"))?;
    Ok((expression, &assert[1]))
}

fn unlike(expression: &str, expected: &Json, found: &str) -> String {
    format!("{expression}\n  expected {expected}\n  found    {found}")
}
