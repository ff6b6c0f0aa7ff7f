//! One expression by itself, evaluated for one row of a stream without columns.
//! Does not: judge the value.

use std::collections::HashMap;

use levada_sql_engine::{Catalog, QUERY_STREAM, StreamDef, Value, compile_query};
use levada_types::Timestamp;

/// 2018-11-01 10:00:00 UTC: the one row's ROWTIME.
const ROW_AT: Timestamp = Timestamp(1_541_066_400_000);

/// Why an expression has no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoValue {
    /// It does not compile.
    Refused(String),
    /// Its row went to the error stream.
    Failed(String),
}

impl std::fmt::Display for NoValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Refused(message) => write!(f, "refused: {message}"),
            Self::Failed(message) => write!(f, "error row: {message}"),
        }
    }
}

/// The value of `expression`.
pub fn evaluate(expression: &str) -> Result<Value, NoValue> {
    only(evaluate_select(&format!("SELECT STREAM {expression} AS V FROM S"))?)
}

fn only(rows: Vec<Vec<Value>>) -> Result<Value, NoValue> {
    let value = rows.into_iter().next().and_then(|row| row.into_iter().next());
    value.ok_or_else(|| NoValue::Failed("no row came out".to_owned()))
}

/// The rows that a query over the one-row stream `S` gives.
pub fn evaluate_select(sql: &str) -> Result<Vec<Vec<Value>>, NoValue> {
    let streams = vec![StreamDef { name: "S".to_owned(), columns: Vec::new() }];
    let catalog = Catalog { streams, tables: Vec::new() };
    let program = compile_query(sql, &catalog).map_err(|errors| {
        let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        NoValue::Refused(lines.join("; "))
    })?;
    let mut engine = program.start(HashMap::new());
    engine.push("S", vec![(ROW_AT, Vec::new())]);
    engine.advance(Timestamp(ROW_AT.0 + 60_000));
    if let Some(error) = engine.take_errors().into_iter().next() {
        return Err(NoValue::Failed(error.message));
    }
    Ok(engine.take_output(QUERY_STREAM).into_iter().map(|row| row.values).collect())
}

/// A member of the record that `expression` gives; NULL when the record is.
pub fn record_member(expression: &str, member: &str) -> Result<Value, NoValue> {
    let member = levada_sql_lang::quote_name(member);
    only(evaluate_select(&format!(
        "SELECT STREAM T.REC.{member} AS V FROM (SELECT STREAM {expression} AS REC FROM S) AS T"
    ))?)
}
