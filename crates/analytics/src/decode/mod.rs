//! Records to rows: the schema applied to bytes.
//! Does not: keep state; the same record always gives the same rows.

mod cell;
mod csv;
pub mod json;

use levada_sql_engine::{Cell, ErrorRow, Row};
use levada_types::Timestamp;

use crate::limits::ERROR_ROW_CHARS;
use crate::schema::{RecordFormat, SourceSchema};

/// Why a record, or one row of it, is not in the stream.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    #[error("record is not UTF-8 text")]
    NotText,
    #[error("record is not JSON: {0}")]
    NotJson(String),
    #[error("column {column}: {found} cannot become {expected}")]
    Coercion { column: String, found: String, expected: String },
    #[error("the processing function answered ProcessingFailed")]
    Processing,
    #[error("column {column} is NULL and should give the row's time")]
    NoRowtime { column: String },
    #[error("column {column} lies {late_ms} ms before the arrival, allowed are {allowed_ms} ms")]
    Late { column: String, late_ms: u64, allowed_ms: u64 },
    #[error("column {column} lies more than a day after the arrival")]
    Ahead { column: String },
}

impl DecodeError {
    /// The error stream's ERROR_NAME, at most 32 characters.
    fn name(&self) -> &'static str {
        match self {
            Self::NotText | Self::NotJson(_) => "Record format error",
            Self::Coercion { .. } => "Coercion error",
            Self::Processing => "Record processing error",
            Self::NoRowtime { .. } | Self::Late { .. } | Self::Ahead { .. } => "Rowtime error",
        }
    }

    /// The row for the error stream; its time is the record's arrival.
    pub fn row(&self, arrived: Timestamp, data: &[u8], stream: &str) -> ErrorRow {
        let bytes = data.iter().take(ERROR_ROW_CHARS / 2);
        ErrorRow {
            error_time: arrived,
            level: "ERROR".to_owned(),
            name: self.name().to_owned(),
            message: self.to_string().chars().take(4_096).collect(),
            data_rowtime: arrived,
            data_row: bytes.map(|byte| format!("{byte:02x}")).collect(),
            pump_name: stream.to_owned(),
            decoded_row: String::from_utf8_lossy(data).chars().take(ERROR_ROW_CHARS).collect(),
            ..ErrorRow::default()
        }
    }
}

/// Takes each row as it is decoded.
pub type RowSink<'s> = dyn FnMut(Result<&[Cell<'_>], DecodeError>) + 's;

/// A schema made ready for decoding.
pub struct Decoder(Format);

enum Format {
    Json(json::JsonDecoder),
    Csv(csv::CsvDecoder),
}

impl Decoder {
    /// `schema` has been checked when it was stored.
    pub fn new(schema: &SourceSchema) -> Self {
        Self(match &schema.format {
            RecordFormat::Json { row_path } => {
                Format::Json(json::JsonDecoder::new(row_path, &schema.columns))
            }
            RecordFormat::Csv { row_delimiter, column_delimiter } => {
                Format::Csv(csv::CsvDecoder::new(row_delimiter, column_delimiter, &schema.columns))
            }
        })
    }

    /// The rows of one record in their order, each a row or the reason why it is none.
    pub fn decode(&self, data: &[u8]) -> Vec<Result<Row, DecodeError>> {
        let mut rows = Vec::new();
        self.decode_into(data, &[], &mut |row| {
            rows.push(row.map(|cells| cells.iter().map(|cell| cell.to_value()).collect()));
        });
        rows
    }

    /// As `decode`, without a copy: `rows` sees the cells of each row, and `extra` behind them.
    pub fn decode_into(&self, data: &[u8], extra: &[Cell<'_>], rows: &mut RowSink<'_>) {
        let Ok(text) = std::str::from_utf8(data) else {
            return rows(Err(DecodeError::NotText));
        };
        match &self.0 {
            Format::Json(decoder) => decoder.decode(text, extra, rows),
            Format::Csv(decoder) => decoder.decode(text, extra, rows),
        }
    }
}
