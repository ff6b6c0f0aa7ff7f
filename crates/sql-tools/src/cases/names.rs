//! Cases of names: what a stream and its column can be called by.
//! Does not: run code.

use levada_sql_engine::{Catalog, StreamDef, compile, compile_query};
use levada_sql_lang::quote_name;
use serde_json::Value as Json;

use super::queries::refused;

pub fn run(case: &Json) -> Result<(), String> {
    let sql = case["sql"].as_str().ok_or("the case has no `sql`")?;
    let created = compile(sql, &Catalog::default()).map_err(|errors| refused(&errors))?.streams();
    let [stream] = <[StreamDef; 1]>::try_from(created).map_err(|_| "expected one stream")?;
    let first = stream.columns.first().ok_or("expected a column")?;
    let (relation, column) = (quote_name(&stream.name), quote_name(&first.name));
    let catalog = Catalog { streams: vec![stream], tables: Vec::new() };
    let resolves = |column: &str, relation: &str| {
        compile_query(&format!("SELECT STREAM {column} FROM {relation}"), &catalog).is_ok()
    };
    for (key, expected, is_column) in [
        ("resolves", true, false),
        ("not_found", false, false),
        ("columns_resolve", true, true),
        ("columns_not_found", false, true),
    ] {
        for name in case[key].as_array().into_iter().flatten() {
            let name = name.as_str().ok_or_else(|| format!("`{key}` has a name that is none"))?;
            let found = if is_column { resolves(name, &relation) } else { resolves(&column, name) };
            if found != expected {
                let verb = if expected { "resolve" } else { "be unknown" };
                return Err(format!("{name}: expected to {verb}"));
            }
        }
    }
    Ok(())
}
