//! Cases of input: records through a source schema, and JSON literals into columns.
//! Does not: decode; applications' own decoder does.

use levada_analytics::{Decoder, RecordFormat, SchemaColumn, SourceSchema};
use levada_sql_engine::{Row, Value};
use serde_json::Value as Json;

use super::compare::{self, Found};
use crate::literal::{self, agrees, shown};

fn column(name: &str, sql_type: &str, mapping: Option<&str>) -> Result<SchemaColumn, String> {
    let ty = literal::sql_type(name, sql_type)?;
    let mapping = mapping.map(str::to_owned);
    Ok(SchemaColumn { name: name.to_owned(), mapping, sql_type: sql_type.to_owned(), ty })
}

/// `schema` is a list of `[name, type, path]`; `format` is JSON or CSV.
fn schema(case: &Json) -> Result<SourceSchema, String> {
    let pairs = case["schema"].as_array().ok_or("the case has no `schema`")?;
    let columns = pairs.iter().map(|pair| {
        let name = pair[0].as_str().ok_or("a column without a name")?;
        column(name, pair[1].as_str().unwrap_or(""), pair[2].as_str())
    });
    let text = |name: &str, default: &str| case[name].as_str().unwrap_or(default).to_owned();
    let format = match text("format", "JSON").as_str() {
        "JSON" => RecordFormat::Json { row_path: text("row_path", "$") },
        "CSV" => RecordFormat::Csv {
            row_delimiter: text("row_delimiter", "\n"),
            column_delimiter: text("column_delimiter", ","),
        },
        other => return Err(format!("no input has the format `{other}`")),
    };
    Ok(SourceSchema { format, columns: columns.collect::<Result<_, String>>()? })
}

pub fn run_input(case: &Json) -> Result<(), String> {
    let schema = schema(case)?;
    let decoder = Decoder::new(&schema);
    let mut found = Vec::new();
    let mut errors = Vec::new();
    for record in case["records"].as_array().into_iter().flatten() {
        let text = record.as_str().map_or_else(|| record.to_string(), str::to_owned);
        for row in decoder.decode(text.as_bytes()) {
            match row {
                Ok(row) => found.push(named(&schema, row)),
                Err(error) => errors.push(error.to_string()),
            }
        }
    }
    compare::rows(&case["expect"], &found).map_err(|problem| {
        errors.iter().fold(problem, |text, e| format!("{text}\n  error: {e}"))
    })?;
    match case["expect"]["errors"].as_u64() {
        Some(expected) if expected != errors.len() as u64 => {
            Err(format!("{expected} bad rows expected, found {errors:?}"))
        }
        _ => Ok(()),
    }
}

fn named(schema: &SourceSchema, row: Row) -> Found {
    let names = schema.columns.iter().map(|column| column.name.clone());
    Found { cells: names.zip(row).collect() }
}

pub fn run_cells(case: &Json) -> Result<(), String> {
    for cell in case["cells"].as_array().ok_or("the case has no `cells`")? {
        let sql_type = cell["type"].as_str().ok_or("a cell without a type")?;
        let json = match &cell["json"] {
            Json::String(text) => text.clone(),
            other => other.to_string(),
        };
        let found = decode_cell(sql_type, &json)?;
        let right = match &found {
            Ok(value) => cell["error"] != true && agrees(value, &cell["value"]),
            Err(_) => cell["error"] == true,
        };
        if !right {
            let expected = if cell["error"] == true {
                "an error".to_owned()
            } else {
                cell["value"].to_string()
            };
            let found = found.map_or_else(|error| error, |value| shown(&value));
            return Err(format!(
                "{json} into {sql_type}\n  expected {expected}\n  found    {found}"
            ));
        }
    }
    Ok(())
}

fn decode_cell(sql_type: &str, json: &str) -> Result<Result<Value, String>, String> {
    let columns = vec![column("C", sql_type, Some("$.c"))?];
    let format = RecordFormat::Json { row_path: "$".to_owned() };
    let decoder = Decoder::new(&SourceSchema { format, columns });
    let row = decoder.decode(format!("{{\"c\":{json}}}").as_bytes()).into_iter().next();
    match row.ok_or_else(|| format!("{json}: no row came out"))? {
        Ok(row) => Ok(Ok(row.into_iter().next().unwrap_or(Value::Null))),
        Err(error) => Ok(Err(error.to_string())),
    }
}
