//! Delimited text to rows: columns by their place.
//! Does not: know headers; a header line is a row like others.

use levada_codec::csv::CsvFormat;
use levada_sql_engine::Row;
use levada_sql_lang::Value;

use super::{DecodeError, cell};
use crate::schema::SchemaColumn;

pub struct CsvDecoder {
    format: CsvFormat,
    columns: Vec<SchemaColumn>,
}

impl CsvDecoder {
    pub fn new(row_delimiter: &str, column_delimiter: &str, columns: &[SchemaColumn]) -> Self {
        let format = CsvFormat {
            column_delimiter: column_delimiter.to_owned(),
            row_delimiter: row_delimiter.to_owned(),
            quote: Some('"'),
        };
        Self { format, columns: columns.to_vec() }
    }

    pub fn decode(&self, data: &[u8]) -> Vec<Result<Row, DecodeError>> {
        let Ok(text) = std::str::from_utf8(data) else { return vec![Err(DecodeError::NotText)] };
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let is_blank = |fields: &[levada_codec::csv::CsvField]| matches!(fields, [only] if only.text.is_empty() && !only.quoted);
        self.format
            .rows(text)
            .filter(|fields| !is_blank(fields))
            .map(|fields| {
                let mut fields = fields.into_iter();
                let cells = self.columns.iter().map(|column| match fields.next() {
                    // Nothing between two delimiters is no value; a field too few as well.
                    None => Ok(Value::Null),
                    Some(field) if field.text.is_empty() && !field.quoted => Ok(Value::Null),
                    Some(field) => cell::from_text(&field.text, column),
                });
                cells.collect()
            })
            .collect()
    }
}
