//! Cases of code that must not compile.
//! Does not: run code.

use levada_sql_engine::{compile, compile_query};
use serde_json::Value as Json;

use super::inputs;

/// Refused, with `message` in the refusal when the case has one.
pub fn run(case: &Json) -> Result<(), String> {
    let sql = case["sql"].as_str().ok_or("the case has no `sql`")?;
    let catalog = inputs::catalog(case)?;
    let first = sql.split_whitespace().next().unwrap_or("");
    let compiled = if first.eq_ignore_ascii_case("SELECT") {
        compile_query(sql, &catalog)
    } else {
        compile(sql, &catalog)
    };
    let errors = compiled.err().ok_or_else(|| format!("{sql}\n  was accepted"))?;
    let shown = errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
    match case["message"].as_str() {
        Some(expected) if !shown.contains(expected) => {
            Err(format!("{sql}\n  expected `{expected}`\n  found    `{shown}`"))
        }
        _ => Ok(()),
    }
}
