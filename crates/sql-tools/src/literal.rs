//! Values as case files write them, and back.
//! Does not: know cases.

use levada_sql_engine::{ColumnDef, SqlType, Value};
use levada_sql_lang::{parse_timestamp, parse_type};
use levada_types::Timestamp;
use serde_json::Value as Json;

/// Longest text that a cell of a case can have, in characters.
const CELL_CHARS: u32 = 65_535;

/// How far two floating-point results may lie apart, relative to the larger.
const DOUBLE_TOLERANCE: f64 = 1e-9;

/// `[["NAME", "TYPE"], …]` to columns.
pub fn columns(pairs: &Json) -> Result<Vec<ColumnDef>, String> {
    let pairs = pairs.as_array().map_or(&[][..], Vec::as_slice);
    let column = |pair: &Json| {
        let name = pair[0].as_str().ok_or_else(|| format!("a column without a name: {pair}"))?;
        let (ty, not_null) = column_type(pair[1].as_str().unwrap_or(""));
        let ty = sql_type(name, ty)?;
        Ok(ColumnDef { not_null, ..ColumnDef::new(name, ty) })
    };
    pairs.iter().map(column).collect()
}

/// The type of the column `name`.
pub fn sql_type(name: &str, text: &str) -> Result<SqlType, String> {
    parse_type(text).map_err(|errors| {
        let why = errors.first().map_or("", |error| error.message.as_str());
        format!("column {name}: `{text}` is no type: {why}")
    })
}

fn column_type(text: &str) -> (&str, bool) {
    let text = text.trim();
    let (kept, end) = text.split_at_checked(text.len().saturating_sub(9)).unwrap_or((text, ""));
    if end.eq_ignore_ascii_case(" NOT NULL") { (kept, true) } else { (text, false) }
}

pub fn timestamp(json: &Json) -> Result<Timestamp, String> {
    let text = json.as_str().ok_or_else(|| format!("expected a timestamp, found {json}"))?;
    parse_timestamp(text).ok_or_else(|| format!("expected a timestamp, found `{text}`"))
}

/// A cell of an input row, by CAST from its text.
pub fn cell(json: &Json, column: &ColumnDef) -> Result<Value, String> {
    let text = match json {
        Json::Null => return Ok(Value::Null),
        Json::String(text) => text.clone(),
        other => other.to_string(),
    };
    csv_cell(&text, column)
}

/// A cell of a CSV line.
pub fn csv_cell(text: &str, column: &ColumnDef) -> Result<Value, String> {
    let from = SqlType::Varchar(CELL_CHARS);
    levada_sql_functions::cast(Value::text(text), from, column.ty)
        .map_err(|error| format!("column {}: `{text}`: {error}", column.name))
}

/// As cases print values: a timestamp without milliseconds when it has none, NULL as a word.
pub fn shown(value: &Value) -> String {
    match value {
        Value::Null => "NULL".to_owned(),
        Value::Timestamp(_) | Value::Time(_) => {
            let text = value.to_string();
            text.strip_suffix(".000").map(str::to_owned).unwrap_or(text)
        }
        value => value.to_string(),
    }
}

/// Whether a value is the expected one: numbers as numbers, everything else as text.
pub fn agrees(found: &Value, expected: &Json) -> bool {
    match (expected, found) {
        (Json::Null, found) => found.is_null(),
        (_, Value::Null) => false,
        (Json::Number(expected), found) => same_number(&found.to_string(), expected),
        (Json::Bool(expected), found) => *found == Value::Boolean(*expected),
        (Json::String(expected), Value::Double(found)) => {
            expected.parse::<f64>().is_ok_and(|expected| near(*found, expected))
        }
        (Json::String(expected), found) => {
            let is_time = matches!(found, Value::Timestamp(_) | Value::Time(_));
            let kept = if is_time { expected.strip_suffix(".000") } else { None };
            shown(found) == kept.unwrap_or(expected)
        }
        (other, found) => serde_json::from_str::<Json>(&shown(found)).is_ok_and(|f| f == *other),
    }
}

fn same_number(found: &str, expected: &serde_json::Number) -> bool {
    if found == expected.to_string() {
        return true;
    }
    match (found.parse::<f64>(), expected.as_f64()) {
        (Ok(found), Some(expected)) => near(found, expected),
        _ => false,
    }
}

fn near(found: f64, expected: f64) -> bool {
    found == expected
        || (found - expected).abs() <= DOUBLE_TOLERANCE * found.abs().max(expected.abs())
}
