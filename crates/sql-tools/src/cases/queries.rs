//! Cases of whole queries and applications.
//! Does not: compare rows; see `compare`.

use levada_sql_engine::{
    Engine, ErrorRow, OutputRow, Program, QUERY_STREAM, SqlError, Value, compile, compile_query,
    error_stream_columns,
};
use levada_types::Timestamp;
use serde_json::Value as Json;

use super::compare::{self, Found};
use super::inputs;
use crate::literal::{agrees, shown};

pub fn run_query(case: &Json) -> Result<(), String> {
    let others = case["equivalent_sql"].as_array().into_iter().flatten();
    for sql in [&case["sql"]].into_iter().chain(others) {
        let sql = sql.as_str().ok_or("the case has no `sql`")?;
        let program = compile_query(sql, &inputs::catalog(case)?).map_err(|e| refused(&e))?;
        check(case, &program, QUERY_STREAM).map_err(|problem| format!("{sql}\n{problem}"))?;
    }
    Ok(())
}

pub fn run_app(case: &Json) -> Result<(), String> {
    let sql = case["sql"].as_str().ok_or("the case has no `sql`")?;
    let program = compile(sql, &inputs::catalog(case)?).map_err(|errors| refused(&errors))?;
    let stream = case["expect_stream"].as_str().ok_or("the case has no `expect_stream`")?;
    if !program.streams().iter().any(|known| known.name == stream) {
        return Err(format!("the code makes no stream `{stream}`"));
    }
    check(case, &program, stream)
}

pub fn refused(errors: &[SqlError]) -> String {
    let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
    format!("refused: {}", lines.join("\n  "))
}

fn check(case: &Json, program: &Program, stream: &str) -> Result<(), String> {
    let mut engine = program.start(inputs::references(case)?);
    inputs::feed(&inputs::events(case)?, &mut engine);
    let rows = engine.take_output(stream);
    let errors = all_errors(&mut engine);
    compare::rows(&case["expect"], &named(program, stream, rows)).map_err(|problem| {
        let reasons = errors.iter().take(3).map(|e| format!("\n  error row: {}", e.message));
        problem + &reasons.collect::<String>()
    })?;
    check_errors(&case["expect_error_stream"], &errors)
}

/// Those too that wait for the frontier to pass them.
pub fn all_errors(engine: &mut Engine) -> Vec<ErrorRow> {
    if let Some(last) = engine.frontier() {
        engine.advance(Timestamp(last.0.saturating_add(1)));
    }
    engine.take_errors()
}

/// Rows with their column names; `@ROWTIME` and, where no column has the name, `ROWTIME` are the
/// row's own time.
pub fn named(program: &Program, stream: &str, rows: Vec<OutputRow>) -> Vec<Found> {
    let definition = program.streams().into_iter().find(|known| known.name == stream);
    let columns = definition.map(|stream| stream.columns).unwrap_or_default();
    let has_rowtime = columns.iter().any(|column| column.name == "ROWTIME");
    let name = |row: OutputRow| {
        let time = Value::Timestamp(row.rowtime);
        let mut cells = vec![("@ROWTIME".to_owned(), time.clone())];
        if !has_rowtime {
            cells.push(("ROWTIME".to_owned(), time));
        }
        cells.extend(columns.iter().map(|column| column.name.clone()).zip(row.values));
        Found { cells }
    };
    rows.into_iter().map(name).collect()
}

/// Without `expect_error_stream` in the case, its error rows are not looked at.
fn check_errors(expect: &Json, errors: &[ErrorRow]) -> Result<(), String> {
    if expect.is_null() {
        return Ok(());
    }
    let columns = error_stream_columns();
    let cell = |row: &ErrorRow, name: &str| {
        let place = columns.iter().position(|column| column.name == name)?;
        row.values().into_iter().nth(place)
    };
    if let Some(count) = expect["count"].as_u64()
        && errors.len() as u64 != count
    {
        let reasons = errors.iter().map(|error| format!("\n  + {}", error.message));
        let found = errors.len();
        let reasons = reasons.collect::<String>();
        return Err(format!("{count} error rows expected, {found} found{reasons}"));
    }
    for pair in expect["columns"].as_array().into_iter().flatten() {
        let known = columns
            .iter()
            .any(|column| pair[0] == column.name.as_str() && pair[1] == column.ty.to_string());
        if !known {
            return Err(format!("the error stream has no column {pair}"));
        }
    }
    for (name, expected) in expect["match"].as_object().into_iter().flatten() {
        for error in errors {
            let found = cell(error, name).ok_or(format!("no error column is `{name}`"))?;
            if !agrees(&found, expected) {
                let found = shown(&found);
                return Err(format!(
                    "error row: {name}\n  expected {expected}\n  found    {found}"
                ));
            }
        }
    }
    Ok(())
}
