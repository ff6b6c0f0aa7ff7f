//! The example of every function is run as SQL.
//! Does not: test edges; those are in `conformance/slt/functions`.

use std::collections::HashMap;

use levada_sql_engine::{Catalog, QUERY_STREAM, StreamDef, Value, compile_query};
use levada_sql_functions::{forms, scalar};

use crate::support::at;

/// What an expression gives: its value, or `Err` when it is refused or fails.
fn evaluate(expression: &str) -> Result<Value, String> {
    let streams = vec![StreamDef { name: "S".to_owned(), columns: Vec::new() }];
    let catalog = Catalog { streams, tables: Vec::new() };
    let sql = format!("SELECT STREAM {expression} AS V FROM S");
    let program = compile_query(&sql, &catalog).map_err(|errors| errors[0].to_string())?;
    let mut engine = program.start(HashMap::new());
    engine.push("S", vec![(at("10:00"), Vec::new())]);
    engine.advance(at("10:01"));
    match engine.take_output(QUERY_STREAM).pop() {
        Some(row) => Ok(row.values[0].clone()),
        None => Err(engine.take_errors()[0].message.clone()),
    }
}

#[test]
fn the_example_of_every_function_gives_its_value() {
    let functions = scalar::ALL.iter().map(|function| (function.name, function.example));
    let forms = forms::ALL.iter().map(|form| (form.name, form.example));
    for (name, example) in functions.chain(forms) {
        let value = evaluate(example.expression);
        let shown = value.map(|value| value.to_string());
        assert_eq!(shown.as_deref(), Ok(example.value), "{name}");
    }
}
