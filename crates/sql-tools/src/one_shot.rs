//! An application run once over files: all rows in, every output row and error row out.
//!
//! Rows go in by their ROWTIME, which a member or column `ROWTIME` gives, or else by their place in
//! the file, a millisecond apart. At the end every window is closed unless it is to stay open.
//! Does not: read or write files; texts come in, rows go out.

use std::collections::HashMap;

use levada_analytics::{Decoder, SourceSchema};
use levada_sql_engine::{ColumnDef, ErrorRow, OutputRow, Row, SqlError, StreamDef, Value, compile};
use levada_sql_lang::parse_timestamp;
use levada_types::Timestamp;
use serde_json::{Map, Value as Json};

use crate::explain::catalog;
use crate::records::{Record, Records};

/// The end of time for windows: 9999-12-31.
const END: Timestamp = Timestamp(253_402_214_400_000);

/// ROWTIME of the first record without one: 2018-11-01.
const FIRST_ROWTIME: i64 = 1_541_030_400_000;

/// Records for one in-application stream or reference table.
pub struct Source {
    /// As SQL names it, such as `SOURCE_SQL_STREAM_001`.
    pub name: String,
    pub records: Records,
    pub schema: SourceSchema,
}

/// Everything a run needs.
pub struct Job {
    pub sql: String,
    pub inputs: Vec<Source>,
    pub references: Vec<Source>,
    /// The member or column that is the row's time.
    pub rowtime: String,
    /// Leaves windows open that no row has closed.
    pub keep_open: bool,
}

/// The rows of one in-application stream.
pub struct StreamRows {
    pub name: String,
    pub columns: Vec<ColumnDef>,
    pub rows: Vec<OutputRow>,
}

pub struct Outcome {
    /// In the order in which the code creates them.
    pub streams: Vec<StreamRows>,
    pub errors: Vec<ErrorRow>,
    /// Records that are no rows, with the reason.
    pub unreadable: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum RunError {
    /// The code does not compile.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Code(Vec<SqlError>),
    #[error(
        "record {place} of {stream}: {column} is `{found}`, expected a timestamp such as \
             2018-11-01 10:00:00.000, or milliseconds since 1970"
    )]
    Rowtime { stream: String, place: usize, column: String, found: String },
}

/// Runs the job.
///
/// # Errors
/// When the code does not compile or a row's time cannot be read. A record that does not fit its
/// schema is no error: it is in `Outcome::unreadable`.
pub fn run_once(job: &Job) -> Result<Outcome, RunError> {
    let named = |source: &Source| (source.name.clone(), source.schema.clone());
    let catalog = catalog(job.inputs.iter().map(named), job.references.iter().map(named));
    let program = compile(&job.sql, &catalog).map_err(RunError::Code)?;
    let mut unreadable = Vec::new();
    let mut tables = HashMap::new();
    for reference in &job.references {
        let rows = rows(reference, &mut unreadable).into_iter().map(|(_, row)| row);
        tables.insert(reference.name.clone(), rows.collect::<Vec<Row>>());
    }
    let mut arrivals: Vec<(Timestamp, &str, Row)> = Vec::new();
    for input in &job.inputs {
        let mut last = None;
        for (place, row) in rows(input, &mut unreadable) {
            let Some(record) = input.records.get(place) else { continue };
            let rowtime = rowtime(job, input, place, record)?;
            // Without a time of its own a row stands a millisecond after the one before.
            let rowtime = rowtime.unwrap_or_else(|| match last {
                Some(Timestamp(last)) => Timestamp(last + 1),
                None => Timestamp(FIRST_ROWTIME),
            });
            last = Some(rowtime);
            arrivals.push((rowtime, &input.name, row));
        }
    }
    // Several inputs are merged by their times; within one the order of the file stays.
    if job.inputs.len() > 1 {
        arrivals.sort_by_key(|(rowtime, _, _)| *rowtime);
    }
    let mut engine = program.start(tables);
    for (rowtime, stream, row) in arrivals {
        engine.push(stream, vec![(rowtime, row)]);
    }
    if !job.keep_open {
        engine.advance(END);
    } else if let Some(last) = engine.frontier() {
        engine.advance(last);
    }
    let streams = program.streams().into_iter().map(|StreamDef { name, columns }| {
        let rows = engine.take_output(&name);
        StreamRows { name, columns, rows }
    });
    Ok(Outcome { streams: streams.collect(), errors: engine.take_errors(), unreadable })
}

/// The row as one JSON object: its stream, its ROWTIME, its columns.
pub fn json_line(stream: &StreamRows, row: &OutputRow) -> Json {
    let mut members = Map::new();
    members.insert("stream".to_owned(), Json::from(stream.name.as_str()));
    let time = Value::Timestamp(row.rowtime).to_string();
    members.insert("ROWTIME".to_owned(), Json::from(time));
    for (column, value) in stream.columns.iter().zip(&row.values) {
        members.insert(column.name.clone(), json(value));
    }
    Json::Object(members)
}

/// Numbers as numbers, decimals with all their digits as texts.
fn json(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Boolean(flag) => Json::from(*flag),
        Value::Integer(number) => Json::from(*number),
        Value::Double(number) => Json::from(*number),
        other => Json::from(other.to_string()),
    }
}

/// The rows of a source, each with the place of its record.
fn rows(source: &Source, unreadable: &mut Vec<String>) -> Vec<(usize, Row)> {
    let decoder = Decoder::new(&source.schema);
    let mut rows = Vec::new();
    for (place, record) in source.records.iter().enumerate() {
        for row in decoder.decode(record.bytes()) {
            match row {
                Ok(row) => rows.push((place, row)),
                Err(error) => {
                    unreadable.push(format!("record {} of {}: {error}", place + 1, source.name));
                }
            }
        }
    }
    rows
}

fn rowtime(
    job: &Job,
    input: &Source,
    place: usize,
    record: &Record,
) -> Result<Option<Timestamp>, RunError> {
    let Some(text) = record.member(&job.rowtime) else { return Ok(None) };
    let zoneless = text.trim().trim_end_matches('Z');
    let milliseconds = || zoneless.parse::<i64>().ok().map(Timestamp);
    match parse_timestamp(zoneless).or_else(milliseconds) {
        Some(time) => Ok(Some(time)),
        None => Err(RunError::Rowtime {
            stream: input.name.clone(),
            place: place + 1,
            column: job.rowtime.clone(),
            found: text,
        }),
    }
}
