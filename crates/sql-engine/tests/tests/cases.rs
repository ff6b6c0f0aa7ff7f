//! Runs JSON cases: our own in `conformance/sql`, and the documented ones where they are at hand.
//! Does not: run kinds that belong to inputs (`input`, `input-cells`) or to later functions.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use levada_sql_engine::{
    Catalog, ColumnDef, Engine, Program, QUERY_STREAM, Row, StreamDef, TableDef, Value, compile,
    compile_query,
};
use levada_sql_lang::{parse_type, quote_name};
use levada_types::Timestamp;
use serde_json::Value as Json;

use crate::support::at;

/// Documented cases that have to pass; others may be refused as not supported yet.
const HAVE_TO_PASS: &[&str] = &[
    "arithmetic",
    "char-to-timestamp-a",
    "datetime-transform",
    "error-divide-by-zero",
    "filter-orders",
    "floor-ceil-step-time",
    "group-emission-rowtime",
    "identifiers",
    "interval-differences",
    "join-inner-left-window",
    "join-reference-left",
    "join-right-left-window",
    "like",
    "position-overlay-trim",
    "referrer-substring",
    "regex-replace",
    "reject-group-by-without-time",
    "sliding-range-day-by-city",
    "stagger-event-minute",
    "top-k-items",
    "tumbling-floor-day",
    "variable-column-log-parse",
];

#[derive(Debug)]
enum Outcome {
    Passed,
    /// Refused with "not supported yet", or of a kind that is not run here.
    Later(String),
}

#[test]
fn every_own_case_passes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../conformance/sql");
    let mut count = 0;
    for (name, case) in read_cases(&folder) {
        match run(&case) {
            Ok(Outcome::Passed) => count += 1,
            other => panic!("{name}: {other:?}"),
        }
    }
    assert!(count >= 8, "only {count} own cases were found");
}

#[test]
fn the_documented_cases_pass_or_are_refused_as_not_supported_yet() {
    let Some(folder) = documented_cases() else {
        println!("ran nothing: set LEVADA_KDA_CASES to the folder of documented cases");
        return;
    };
    let mut failures = Vec::new();
    for (name, case) in read_cases(&folder).into_iter().filter(|(name, _)| name != "index") {
        match run(&case) {
            Ok(Outcome::Passed) => println!("{name}: passed"),
            Ok(Outcome::Later(why)) if !HAVE_TO_PASS.contains(&name.as_str()) => {
                println!("{name}: later: {why}");
            }
            Ok(Outcome::Later(why)) => failures.push(format!("{name}: refused: {why}")),
            Err(problem) => failures.push(format!("{name}: {problem}")),
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn documented_cases() -> Option<PathBuf> {
    if let Ok(folder) = std::env::var("LEVADA_KDA_CASES") {
        return Some(PathBuf::from(folder));
    }
    let ancestors = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    ancestors.map(|folder| folder.join("shared/cases/kda")).find(|folder| folder.is_dir())
}

fn read_cases(folder: &Path) -> Vec<(String, Json)> {
    let entries = std::fs::read_dir(folder).expect("the folder of cases");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).expect("a case");
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        (name, serde_json::from_str(&text).expect("JSON"))
    };
    paths.into_iter().map(read).collect()
}

fn run(case: &Json) -> Result<Outcome, String> {
    match case["kind"].as_str().unwrap_or("") {
        "query" => run_query(case),
        "app" => run_app(case),
        "scalar" => run_scalar(case),
        "reject" => run_reject(case),
        "names" => run_names(case),
        "record-scalar" => run_records(case),
        kind => Ok(Outcome::Later(format!("cases of kind {kind}"))),
    }
}

type Compiled = Result<Program, Vec<levada_sql_engine::SqlError>>;

/// The program, or why it is refused; other errors than "not supported yet" are failures.
fn accepted(compiled: Compiled) -> Result<Result<Program, Outcome>, String> {
    match compiled {
        Ok(program) => Ok(Ok(program)),
        Err(errors) => {
            let shown = errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
            let later = errors.iter().all(|error| error.message.contains("not supported yet"));
            if later { Ok(Err(Outcome::Later(shown))) } else { Err(shown) }
        }
    }
}

fn run_query(case: &Json) -> Result<Outcome, String> {
    let others = case["equivalent_sql"].as_array().into_iter().flatten();
    for sql in [&case["sql"]].into_iter().chain(others) {
        let sql = sql.as_str().ok_or("no SQL")?;
        let program = match accepted(compile_query(sql, &catalog(case)))? {
            Ok(program) => program,
            Err(later) => return Ok(later),
        };
        check_run(case, &program, QUERY_STREAM).map_err(|problem| format!("{sql}: {problem}"))?;
    }
    Ok(Outcome::Passed)
}

fn run_app(case: &Json) -> Result<Outcome, String> {
    let sql = case["sql"].as_str().ok_or("no SQL")?;
    let program = match accepted(compile(sql, &catalog(case)))? {
        Ok(program) => program,
        Err(later) => return Ok(later),
    };
    check_run(case, &program, case["expect_stream"].as_str().ok_or("no stream")?)?;
    Ok(Outcome::Passed)
}

fn check_run(case: &Json, program: &Program, stream: &str) -> Result<(), String> {
    let mut engine = program.start(references(case));
    feed(case, &mut engine);
    let names: Vec<String> = program
        .streams()
        .into_iter()
        .filter(|definition| definition.name == stream)
        .flat_map(|definition| definition.columns)
        .map(|column| column.name)
        .collect();
    let mut found: Vec<HashMap<String, String>> = Vec::new();
    for row in engine.take_output(stream) {
        let time = Value::Timestamp(row.rowtime);
        let mut cells = HashMap::from([("@ROWTIME".to_owned(), shown(&time))]);
        cells.insert("ROWTIME".to_owned(), shown(&time));
        cells.extend(names.iter().cloned().zip(row.values.iter().map(shown)));
        found.push(cells);
    }
    compare_rows(&case["expect"], found)?;
    if let Some(last) = engine.frontier() {
        engine.advance(Timestamp(last.0 + 1));
    }
    let errors = engine.take_errors();
    let expected = &case["expect_error_stream"];
    let count = expected["count"].as_u64().unwrap_or(0);
    if errors.len() as u64 != count {
        return Err(format!("{count} error rows expected, found {errors:?}"));
    }
    for (name, value) in expected["match"].as_object().into_iter().flatten() {
        let columns = levada_sql_engine::error_stream_columns();
        let place = columns.iter().position(|column| column.name == *name).ok_or("no column")?;
        for error in &errors {
            let cell = shown(&error.values()[place]);
            if cell != expected_text(value) {
                return Err(format!("{name} is {cell}, expected {value}"));
            }
        }
    }
    Ok(())
}

fn compare_rows(expect: &Json, mut found: Vec<HashMap<String, String>>) -> Result<(), String> {
    let rows = expect["rows"].as_array().ok_or("no rows expected")?;
    if rows.len() != found.len() {
        return Err(format!("{} rows expected, found {found:?}", rows.len()));
    }
    let ordered = expect["order"] == "ordered";
    for row in rows {
        let cells = row.as_object().ok_or("a row is an object")?;
        let agrees = |candidate: &HashMap<String, String>| {
            cells
                .iter()
                .all(|(name, value)| candidate.get(name).is_some_and(|cell| same_cell(cell, value)))
        };
        let candidates = if ordered { &found[..1] } else { &found[..] };
        match candidates.iter().position(agrees) {
            Some(place) => drop(found.remove(place)),
            None => return Err(format!("expected {row}, found {candidates:?}")),
        }
    }
    Ok(())
}

/// Numbers are compared as numbers, everything else as text.
fn same_cell(cell: &str, expected: &Json) -> bool {
    match expected {
        Json::Number(number) => cell.parse::<f64>().ok() == number.as_f64(),
        other => cell == expected_text(other),
    }
}

fn expected_text(expected: &Json) -> String {
    match expected {
        Json::String(text) if text.contains(':') => {
            text.strip_suffix(".000").unwrap_or(text).to_owned()
        }
        Json::String(text) => text.clone(),
        Json::Null => "NULL".to_owned(),
        other => other.to_string(),
    }
}

/// As the cases print values: a timestamp without milliseconds when it has none.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => "NULL".to_owned(),
        Value::Timestamp(_) => expected_text(&Json::String(value.to_string())),
        value => value.to_string(),
    }
}

fn column_defs(columns: &Json) -> Vec<ColumnDef> {
    let pairs = columns.as_array().into_iter().flatten();
    pairs
        .map(|pair| {
            let ty = parse_type(pair[1].as_str().expect("a type")).expect("a type");
            ColumnDef::new(pair[0].as_str().expect("a name"), ty)
        })
        .collect()
}

fn catalog(case: &Json) -> Catalog {
    let of = |part: &str| case[part].as_object().cloned().unwrap_or_default();
    let streams = of("inputs")
        .into_iter()
        .filter(|(_, input)| input.is_object())
        .map(|(name, input)| StreamDef { name, columns: column_defs(&input["columns"]) });
    let tables = of("reference")
        .into_iter()
        .map(|(name, table)| TableDef { name, columns: column_defs(&table["columns"]) });
    Catalog { streams: streams.collect(), tables: tables.collect() }
}

fn references(case: &Json) -> HashMap<String, Vec<Row>> {
    let tables = case["reference"].as_object().cloned().unwrap_or_default();
    let rows = |table: &Json| -> Vec<Row> {
        let columns = column_defs(&table["columns"]);
        let skip = usize::from(table["skip_header"] == true);
        let lines = table["csv"].as_str().expect("CSV").lines().skip(skip);
        lines
            .map(|line| {
                let cells = line.split(',').zip(&columns);
                cells.map(|(cell, column)| csv_cell(cell, column)).collect()
            })
            .collect()
    };
    tables.iter().map(|(name, table)| (name.clone(), rows(table))).collect()
}

fn csv_cell(cell: &str, column: &ColumnDef) -> Value {
    levada_sql_functions::cast(Value::text(cell), column.ty, column.ty).expect("a cell")
}

fn cell(json: &Json, column: &ColumnDef) -> Value {
    let text = match json {
        Json::Null => return Value::Null,
        Json::String(text) => text.clone(),
        other => other.to_string(),
    };
    let from = levada_sql_engine::SqlType::Varchar(4096);
    levada_sql_functions::cast(Value::text(text), from, column.ty).expect("a cell")
}

fn texts(list: &Json) -> Vec<&str> {
    list.as_array().into_iter().flatten().filter_map(Json::as_str).collect()
}

fn feed(case: &Json, engine: &mut Engine) {
    let inputs = case["inputs"].as_object().cloned().unwrap_or_default();
    let mut events: Vec<(Timestamp, String, Option<Vec<Value>>)> = Vec::new();
    for (stream, input) in inputs.iter().filter(|(_, input)| input.is_object()) {
        let columns = column_defs(&input["columns"]);
        for (place, row) in input["rows"].as_array().into_iter().flatten().enumerate() {
            let values = columns.iter().map(|column| cell(&row[&column.name], column)).collect();
            let time = at(row["ROWTIME"].as_str().expect("a ROWTIME"));
            events.push((time, stream.clone(), Some(values)));
            let bounds = input["bounds"].as_array().into_iter().flatten();
            for bound in bounds.filter(|bound| bound["after_row"] == place + 1) {
                let time = at(bound["ROWTIME"].as_str().expect("a bound"));
                events.push((time, stream.clone(), None));
            }
        }
    }
    let order: Vec<&str> = inputs.get("arrival_order").map(texts).unwrap_or_default();
    if !order.is_empty() {
        let mut counts: HashMap<String, usize> = HashMap::new();
        let mut places = events.iter().map(|(_, stream, _)| {
            let count = counts.entry(stream.clone()).or_default();
            *count += 1;
            let name = format!("{stream}#{count}");
            order.iter().position(|place| *place == name).unwrap_or(usize::MAX)
        });
        let places: Vec<usize> = places.by_ref().collect();
        let mut placed: Vec<_> = places.into_iter().zip(events).collect();
        placed.sort_by_key(|(place, _)| *place);
        events = placed.into_iter().map(|(_, event)| event).collect();
    }
    for bound in inputs.get("bounds").and_then(Json::as_array).into_iter().flatten() {
        let time = at(bound["ROWTIME"].as_str().expect("a bound"));
        events.push((time, String::new(), None));
    }
    events.sort_by_key(|(time, _, _)| *time);
    for (time, stream, values) in events {
        match values {
            Some(values) => engine.push(&stream, vec![(time, values)]),
            None => engine.advance(time),
        }
    }
}

/// What an expression gives: its value, or `Err` when it is refused or fails.
pub fn evaluate(expression: &str) -> Result<Value, String> {
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

fn run_scalar(case: &Json) -> Result<Outcome, String> {
    for assert in case["asserts"].as_array().into_iter().flatten() {
        let expression = assert[0].as_str().ok_or("no expression")?;
        match (evaluate(expression), &assert[1]) {
            (Err(message), _) if message.contains("not supported yet") => {
                return Ok(Outcome::Later(message));
            }
            (Ok(Value::Null) | Err(_), Json::Null) => {}
            (Ok(value), expected) if same_cell(&shown(&value), expected) => {}
            (found, expected) => {
                return Err(format!("{expression}: expected {expected}, found {found:?}"));
            }
        }
    }
    for expression in case["errors"].as_array().into_iter().flatten() {
        let expression = expression.as_str().ok_or("no expression")?;
        if let Ok(value) = evaluate(expression) {
            return Err(format!("{expression}: expected an error, found {value:?}"));
        }
    }
    Ok(Outcome::Passed)
}

/// The fields of a record by name.
fn record(expression: &str) -> Result<HashMap<String, String>, String> {
    let streams = vec![StreamDef { name: "S".to_owned(), columns: Vec::new() }];
    let sql = format!("SELECT STREAM {expression} FROM S");
    let program = compile_query(&sql, &Catalog { streams, tables: Vec::new() })
        .map_err(|errors| errors[0].to_string())?;
    let mut engine = program.start(HashMap::new());
    engine.push("S", vec![(at("10:00"), Vec::new())]);
    let names = program.streams().remove(0).columns.into_iter().map(|column| column.name);
    let row = engine.take_output(QUERY_STREAM).pop().ok_or("no row")?;
    Ok(names.zip(row.values.iter().map(shown)).collect())
}

fn run_records(case: &Json) -> Result<Outcome, String> {
    for assert in case["asserts"].as_array().into_iter().flatten() {
        let expression = assert[0].as_str().ok_or("no expression")?;
        let found = record(expression)?;
        let expected = assert[1].as_object().ok_or("a record is an object")?;
        let agrees = expected
            .iter()
            .all(|(name, value)| found.get(name).is_some_and(|cell| same_cell(cell, value)));
        if !agrees || found.len() != expected.len() {
            return Err(format!("{expression}: expected {expected:?}, found {found:?}"));
        }
    }
    Ok(Outcome::Passed)
}

fn run_reject(case: &Json) -> Result<Outcome, String> {
    let sql = case["sql"].as_str().ok_or("no SQL")?;
    let compiled = match sql.trim_start().starts_with("SELECT") {
        true => compile_query(sql, &catalog(case)),
        false => compile(sql, &catalog(case)),
    };
    let errors = compiled.err().ok_or("it was accepted")?;
    let shown = errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
    match case["message"].as_str() {
        Some(expected) if !shown.contains(expected) => {
            Err(format!("expected `{expected}`, found `{shown}`"))
        }
        _ => Ok(Outcome::Passed),
    }
}

fn run_names(case: &Json) -> Result<Outcome, String> {
    let sql = case["sql"].as_str().ok_or("no SQL")?;
    let created = compile(sql, &Catalog::default()).map_err(|errors| errors[0].to_string())?;
    let [stream] = <[StreamDef; 1]>::try_from(created.streams()).map_err(|_| "not one stream")?;
    let (relation, column) = (quote_name(&stream.name), quote_name(&stream.columns[0].name));
    let catalog = Catalog { streams: vec![stream], tables: Vec::new() };
    let resolves = |column: &str, relation: &str| {
        compile_query(&format!("SELECT STREAM {column} FROM {relation}"), &catalog).is_ok()
    };
    let list = |key: &str| case[key].as_array().cloned().unwrap_or_default();
    let checks = [("resolves", true, false), ("not_found", false, false)]
        .into_iter()
        .chain([("columns_resolve", true, true), ("columns_not_found", false, true)]);
    for (key, expected, is_column) in checks {
        for name in list(key) {
            let name = name.as_str().ok_or("no name")?;
            let found = if is_column { resolves(name, &relation) } else { resolves(&column, name) };
            if found != expected {
                return Err(format!("{name}: expected to resolve: {expected}"));
            }
        }
    }
    Ok(Outcome::Passed)
}
