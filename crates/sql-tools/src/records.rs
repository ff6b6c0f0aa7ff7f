//! Records as files hold them: a JSON document each, or a CSV line each under a header.
//! Does not: know types; a schema does.

use levada_analytics::{RecordFormat, SchemaColumn, SourceSchema};
use levada_codec::csv::CsvFormat;
use levada_codec::json::documents;
use levada_sql_lang::{SqlType, parse_timestamp};
use serde_json::Value as Json;

/// Longest text column that is derived, in characters; longer values are cut.
const TEXT_CHARS_MAX: u32 = 65_535;

/// Shortest text column that is derived: files hold samples, not the longest value to come.
const TEXT_CHARS_MIN: u32 = 64;

/// The records of one file.
pub struct Records {
    records: Vec<Record>,
    /// Column names of CSV.
    header: Option<Vec<String>>,
}

/// One record, as a stream would carry it.
pub struct Record {
    bytes: Vec<u8>,
    fields: Fields,
}

enum Fields {
    Json(Json),
    Csv(Vec<(String, String)>),
}

/// Why a file holds no records.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordsError {
    #[error("record {place} is not JSON: {reason}")]
    NotJson { place: usize, reason: String },
    #[error("a CSV file needs a header line with the names of its columns")]
    NoHeader,
}

impl Record {
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// A member's text, without quotes; `None` when it is not there or NULL.
    pub fn member(&self, name: &str) -> Option<String> {
        match &self.fields {
            Fields::Json(json) => match &json[name] {
                Json::Null => None,
                Json::String(text) => Some(text.clone()),
                other => Some(other.to_string()),
            },
            Fields::Csv(fields) => {
                let field = fields.iter().find(|(known, _)| known == name);
                field.map(|(_, text)| text.clone()).filter(|text| !text.is_empty())
            }
        }
    }
}

impl Records {
    /// JSON documents one after the other, with or without line ends between them; a list counts
    /// as its elements.
    ///
    /// # Errors
    /// `NotJson` for the first document that is none.
    pub fn from_json(text: &str) -> Result<Self, RecordsError> {
        let mut records = Vec::new();
        for document in documents(text.as_bytes()) {
            let not_json = |error: &dyn std::fmt::Display| RecordsError::NotJson {
                place: records.len() + 1,
                reason: error.to_string(),
            };
            let document = document.map_err(|error| not_json(&error))?;
            let members = match document {
                Json::Array(list) => list,
                one => vec![one],
            };
            records.extend(members.into_iter().map(|json| Record {
                bytes: json.to_string().into_bytes(),
                fields: Fields::Json(json),
            }));
        }
        Ok(Self { records, header: None })
    }

    /// Comma-separated lines under a header.
    ///
    /// # Errors
    /// `NoHeader` for an empty file.
    pub fn from_csv(text: &str) -> Result<Self, RecordsError> {
        let format = CsvFormat::default();
        let mut lines = format.rows(text.trim_start_matches('\u{feff}'));
        let header = lines.next().ok_or(RecordsError::NoHeader)?;
        let header: Vec<String> = header.into_iter().map(|field| field.text.to_string()).collect();
        let records = lines.filter(|fields| fields.len() > 1 || header.len() == 1).map(|fields| {
            let texts: Vec<String> =
                fields.into_iter().map(|field| field.text.to_string()).collect();
            let mut line = String::new();
            format.write_row(texts.iter().map(String::as_str), &mut line);
            let fields = header.iter().cloned().zip(texts).collect();
            Record { bytes: line.into_bytes(), fields: Fields::Csv(fields) }
        });
        let records = records.collect();
        Ok(Self { records, header: Some(header) })
    }

    pub fn iter(&self) -> impl Iterator<Item = &Record> {
        self.records.iter()
    }

    pub fn get(&self, place: usize) -> Option<&Record> {
        self.records.get(place)
    }

    /// A schema wide enough for every record: a column for each member (but not `rowtime` in JSON),
    /// in the order in which they first come.
    pub fn derived_schema(&self, rowtime: &str) -> SourceSchema {
        match &self.header {
            Some(header) => self.csv_schema(header),
            None => self.json_schema(rowtime),
        }
    }

    fn csv_schema(&self, header: &[String]) -> SourceSchema {
        let columns = header.iter().map(|name| {
            let cells = self.records.iter().filter_map(|record| record.member(name));
            column(name, None, cells.map(|cell| of_text(&cell, true)))
        });
        let format = RecordFormat::Csv { row_delimiter: "\n".into(), column_delimiter: ",".into() };
        SourceSchema { format, columns: columns.collect() }
    }

    fn json_schema(&self, rowtime: &str) -> SourceSchema {
        let mut names: Vec<&str> = Vec::new();
        let objects = self.records.iter().filter_map(|record| match &record.fields {
            Fields::Json(Json::Object(members)) => Some(members),
            _ => None,
        });
        for name in objects.clone().flat_map(|members| members.keys()) {
            if name != rowtime && !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        let columns = names.into_iter().map(|name| {
            let cells = objects.clone().filter_map(|members| members.get(name)).map(of_json);
            column(name, Some(format!("$['{name}']")), cells)
        });
        SourceSchema {
            format: RecordFormat::Json { row_path: "$".to_owned() },
            columns: columns.collect(),
        }
    }
}

/// A schema as the API's InputSchema and ReferenceSchema have it.
///
/// # Errors
/// In words, when it is not JSON or not such a schema.
pub fn schema_from_json(text: &str) -> Result<SourceSchema, SchemaError> {
    let shape = serde_json::from_str(text).map_err(|error| SchemaError(error.to_string()))?;
    levada_analytics::source_schema(shape).map_err(|error| SchemaError(error.to_string()))
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected an InputSchema with RecordFormat and RecordColumns: {0}")]
pub struct SchemaError(String);

/// What one value asks of its column; later ones are wider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Width {
    Nothing,
    Boolean,
    Integer,
    BigInt,
    Double,
    Timestamp,
    Text(u32),
}

impl Width {
    fn with(self, other: Self) -> Self {
        use Width::{BigInt, Boolean, Double, Integer, Nothing, Text, Timestamp};
        match (self, other) {
            (Nothing, width) | (width, Nothing) => width,
            (Text(a), Text(b)) => Text(a.max(b)),
            // Unlike kinds share a text column.
            (Text(chars), _) | (_, Text(chars)) => Text(chars.max(TEXT_CHARS_MIN)),
            (Timestamp, Timestamp) => Timestamp,
            (Boolean, Boolean) => Boolean,
            (Integer | BigInt | Double, Integer | BigInt | Double) => self.max(other),
            _ => Text(TEXT_CHARS_MIN),
        }
    }
}

fn of_json(json: &Json) -> Width {
    match json {
        Json::Null => Width::Nothing,
        Json::Bool(_) => Width::Boolean,
        Json::Number(number) => of_number(&number.to_string()),
        Json::String(text) => of_text(text, false),
        other => text_width(&other.to_string()),
    }
}

fn of_number(text: &str) -> Width {
    match text.parse::<i64>() {
        Ok(number) if i32::try_from(number).is_ok() => Width::Integer,
        Ok(_) => Width::BigInt,
        Err(_) => Width::Double,
    }
}

/// In CSV numbers and booleans are texts too.
fn of_text(text: &str, numbers: bool) -> Width {
    if text.len() >= 19 && parse_timestamp(text.trim_end_matches('Z')).is_some() {
        return Width::Timestamp;
    }
    if numbers && text.parse::<f64>().is_ok() {
        return of_number(text);
    }
    if numbers && (text.eq_ignore_ascii_case("true") || text.eq_ignore_ascii_case("false")) {
        return Width::Boolean;
    }
    text_width(text)
}

fn text_width(text: &str) -> Width {
    let chars = u32::try_from(text.chars().count()).unwrap_or(TEXT_CHARS_MAX);
    Width::Text(chars.next_power_of_two().clamp(TEXT_CHARS_MIN, TEXT_CHARS_MAX))
}

fn column(name: &str, mapping: Option<String>, cells: impl Iterator<Item = Width>) -> SchemaColumn {
    let ty = match cells.fold(Width::Nothing, Width::with) {
        Width::Boolean => SqlType::Boolean,
        Width::Integer => SqlType::Integer,
        Width::BigInt => SqlType::BigInt,
        Width::Double => SqlType::Double,
        Width::Timestamp => SqlType::Timestamp,
        Width::Text(chars) => SqlType::Varchar(chars),
        Width::Nothing => SqlType::Varchar(TEXT_CHARS_MIN),
    };
    SchemaColumn { name: name.to_owned(), mapping, sql_type: ty.to_string(), ty }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn types(schema: &SourceSchema) -> Vec<String> {
        let columns = schema.columns.iter();
        columns.map(|column| format!("{} {}", column.name, column.sql_type)).collect()
    }

    #[test]
    fn a_derived_schema_holds_every_value_of_the_file() {
        let text = r#"{"ROWTIME":"2018-11-01 10:00:00","a":1,"b":"x","c":1,"t":"2018-11-01 10:00:00"}
            {"a":2.5,"b":null,"c":9999999999,"d":true,"e":1}
            {"e":"one"}"#;
        let schema = Records::from_json(text).unwrap().derived_schema("ROWTIME");
        let expected =
            ["a DOUBLE", "b VARCHAR(64)", "c BIGINT", "t TIMESTAMP", "d BOOLEAN", "e VARCHAR(64)"];
        assert_eq!(types(&schema), expected);
    }

    #[test]
    fn csv_takes_names_from_its_header_and_types_from_its_cells() {
        let schema = Records::from_csv("A,B,C\n1,x,true\n2.5,,false\n").unwrap();
        let expected = ["A DOUBLE", "B VARCHAR(64)", "C BOOLEAN"];
        assert_eq!(types(&schema.derived_schema("ROWTIME")), expected);
        assert!(matches!(Records::from_csv(""), Err(RecordsError::NoHeader)));
    }
}
