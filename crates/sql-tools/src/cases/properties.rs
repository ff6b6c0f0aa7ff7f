//! Cases whose checks are stated in words: what holds for every program is checked.
//! Does not: understand the words; they are shown, so that nobody takes them for checked.

use levada_sql_engine::{Engine, OutputRow, Program, QUERY_STREAM, compile, compile_query};
use serde_json::Value as Json;

use super::inputs::{self, Event};
use super::queries::refused;
use crate::suite::Verdict;

/// The code compiles and runs; a second run gives the same rows; so does a run that is stopped
/// and restored after every event.
pub fn run(case: &Json) -> Verdict {
    match check(case) {
        Err(problem) => Verdict::Failed(problem),
        Ok(rows) => {
            let stated = case["properties"].as_array().map_or(0, Vec::len);
            let note = format!("{rows} rows, repeatable; {stated} stated properties not checked");
            Verdict::Passed(Some(note))
        }
    }
}

fn check(case: &Json) -> Result<usize, String> {
    let sql = case["sql"].as_str().ok_or("the case has no `sql`")?;
    let catalog = inputs::catalog(case)?;
    let (program, stream) = match case["expect_stream"].as_str() {
        Some(stream) => (compile(sql, &catalog), stream),
        None => (compile_query(sql, &catalog), QUERY_STREAM),
    };
    let program = program.map_err(|errors| refused(&errors))?;
    let events = inputs::events(case)?;
    let first = straight(case, &program, stream, &events)?;
    if straight(case, &program, stream, &events)? != first {
        return Err("a second run gave other rows".to_owned());
    }
    if interrupted(case, &program, stream, &events)? != first {
        return Err("a run restored after every event gave other rows".to_owned());
    }
    Ok(first.len())
}

fn straight(
    case: &Json,
    program: &Program,
    stream: &str,
    events: &[Event],
) -> Result<Vec<OutputRow>, String> {
    let mut engine = program.start(inputs::references(case)?);
    inputs::feed(events, &mut engine);
    Ok(engine.take_output(stream))
}

fn interrupted(
    case: &Json,
    program: &Program,
    stream: &str,
    events: &[Event],
) -> Result<Vec<OutputRow>, String> {
    let references = inputs::references(case)?;
    let mut engine = program.start(references.clone());
    let mut rows = Vec::new();
    for event in events {
        inputs::feed(std::slice::from_ref(event), &mut engine);
        rows.extend(engine.take_output(stream));
        engine = Engine::restore(program, &references, &engine.snapshot())
            .map_err(|error| format!("its own snapshot was not restored: {error}"))?;
    }
    Ok(rows)
}
