//! The error stream: one row for each input row that could not be processed.
//!
//! Its rows are ordered by the ROWTIME of the failed row, then pump, then operator, so that
//! batching does not show in it.
//! Does not: log; a failed row is data, not an event of the server.

use levada_sql_functions::EvalError;
use levada_sql_lang::{SqlType, Value};
use levada_types::Timestamp;

use crate::batch::View;
use crate::catalog::ColumnDef;
use crate::limits::{ERROR_MESSAGE_CHARS, ERROR_ROW_CHARS};
use crate::snapshot::{Damaged, Reader, Writer};

/// The reserved name of the error stream.
pub const ERROR_STREAM: &str = "ERROR_STREAM";

/// One row of the error stream, in the order of its documented columns.
#[derive(Clone, Debug, PartialEq)]
pub struct ErrorRow {
    /// ROWTIME of the failure: the failed row's, or the end of the failed window.
    pub error_time: Timestamp,
    pub level: String,
    pub name: String,
    pub message: String,
    pub data_rowtime: Timestamp,
    /// The row as a JSON array, its bytes in hexadecimal.
    pub data_row: String,
    /// The pump, or the source stream, at which the row failed.
    pub pump_name: String,
}

impl ErrorRow {
    /// The row's values in the order of `error_stream_columns`.
    pub fn values(&self) -> Vec<Value> {
        vec![
            Value::Timestamp(self.error_time),
            Value::text(self.level.as_str()),
            Value::text(self.name.as_str()),
            Value::text(self.message.as_str()),
            Value::Timestamp(self.data_rowtime),
            Value::text(self.data_row.as_str()),
            Value::text(self.pump_name.as_str()),
        ]
    }
}

/// The documented columns of the error stream.
pub fn error_stream_columns() -> Vec<ColumnDef> {
    let column = |name: &str, ty| ColumnDef::new(name, ty);
    vec![
        column("ERROR_TIME", SqlType::Timestamp),
        column("ERROR_LEVEL", SqlType::Varchar(10)),
        column("ERROR_NAME", SqlType::Varchar(32)),
        column("MESSAGE", SqlType::Varchar(4096)),
        column("DATA_ROWTIME", SqlType::Timestamp),
        column("DATA_ROW", SqlType::Varchar(49_152)),
        column("PUMP_NAME", SqlType::Varchar(128)),
    ]
}

/// Failures that later rows may still precede, and those that are final.
#[derive(Default)]
pub(crate) struct ErrorLog {
    /// Where the rows that fail now are: a place in the order, and a name to show.
    place: (usize, usize),
    /// What orders the rows that fail now, where their own ROWTIME is not the engine's.
    foreign_time: Option<i64>,
    pump_name: String,
    pending: Vec<Pending>,
    ready: Vec<ErrorRow>,
}

struct Pending {
    time: i64,
    place: (usize, usize),
    row: ErrorRow,
}

impl ErrorLog {
    /// The rows that fail from now on are those of this pump.
    pub(crate) fn enter(&mut self, pump: usize, name: &str) {
        self.place = (pump, 0);
        self.foreign_time = None;
        name.clone_into(&mut self.pump_name);
    }

    /// The rows that fail from now on are at this operator of the pump.
    pub(crate) fn enter_operator(&mut self, operator: usize, foreign_time: Option<i64>) {
        self.place.1 = operator;
        self.foreign_time = foreign_time;
    }

    pub(crate) fn row_failed(&mut self, view: &View<'_>, row: usize, error: EvalError) {
        self.failed(view.rowtime(row), &view.values(row), &error);
    }

    /// A group whose result cannot be computed; its keys stand for the row.
    pub(crate) fn group_failed(&mut self, rowtime: i64, keys: &[Value], error: EvalError) {
        self.failed(rowtime, keys, &error);
    }

    pub(crate) fn failed(&mut self, rowtime: i64, values: &[Value], error: &EvalError) {
        let row = ErrorRow {
            error_time: Timestamp(rowtime),
            level: "ERROR".to_owned(),
            name: error.name().to_owned(),
            message: error.to_string().chars().take(ERROR_MESSAGE_CHARS).collect(),
            data_rowtime: Timestamp(rowtime),
            data_row: hex_row(values),
            pump_name: self.pump_name.clone(),
        };
        let time = self.foreign_time.unwrap_or(rowtime);
        self.pending.push(Pending { time, place: self.place, row });
    }

    /// A failure from before the first stream.
    pub(crate) fn report(&mut self, row: ErrorRow) {
        let time = row.error_time.as_millis();
        self.pending.push(Pending { time, place: (0, 0), row });
    }

    /// No row below `frontier` can fail any more.
    pub(crate) fn release(&mut self, frontier: i64) {
        self.pending.sort_by_key(|pending| (pending.time, pending.place));
        let count = self.pending.partition_point(|pending| pending.time < frontier);
        self.ready.extend(self.pending.drain(..count).map(|pending| pending.row));
    }

    pub(crate) fn take(&mut self) -> Vec<ErrorRow> {
        std::mem::take(&mut self.ready)
    }

    pub(crate) fn save(&self, writer: &mut Writer) {
        writer.count(self.pending.len());
        for pending in &self.pending {
            writer.i64(pending.time);
            writer.i64(pending.place.0 as i64);
            writer.i64(pending.place.1 as i64);
            save_row(&pending.row, writer);
        }
        writer.count(self.ready.len());
        for row in &self.ready {
            save_row(row, writer);
        }
    }

    pub(crate) fn load(&mut self, reader: &mut Reader<'_>) -> Result<(), Damaged> {
        let place = |number: i64| usize::try_from(number).map_err(|_| Damaged);
        self.pending.clear();
        for _ in 0..reader.count()? {
            let time = reader.i64()?;
            let place = (place(reader.i64()?)?, place(reader.i64()?)?);
            self.pending.push(Pending { time, place, row: load_row(reader)? });
        }
        self.ready = (0..reader.count()?).map(|_| load_row(reader)).collect::<Result<_, _>>()?;
        Ok(())
    }
}

fn save_row(row: &ErrorRow, writer: &mut Writer) {
    writer.i64(row.error_time.0);
    writer.i64(row.data_rowtime.0);
    for text in [&row.level, &row.name, &row.message, &row.data_row, &row.pump_name] {
        writer.bytes(text.as_bytes());
    }
}

fn load_row(reader: &mut Reader<'_>) -> Result<ErrorRow, Damaged> {
    let (error_time, data_rowtime) = (Timestamp(reader.i64()?), Timestamp(reader.i64()?));
    let mut text = || reader.text().map(|text| text.to_string());
    Ok(ErrorRow {
        error_time,
        data_rowtime,
        level: text()?,
        name: text()?,
        message: text()?,
        data_row: text()?,
        pump_name: text()?,
    })
}

/// The row as a JSON array, in hexadecimal, cut at the column's length.
fn hex_row(values: &[Value]) -> String {
    let cells: Vec<serde_json::Value> = values
        .iter()
        .map(|value| match value {
            Value::Null => serde_json::Value::Null,
            Value::Boolean(truth) => (*truth).into(),
            Value::Integer(number) => (*number).into(),
            Value::Double(number) => (*number).into(),
            value => value.to_string().into(),
        })
        .collect();
    let text = serde_json::Value::Array(cells).to_string();
    let digits = text.bytes().take(ERROR_ROW_CHARS / 2).flat_map(|byte| {
        [byte >> 4, byte & 15].map(|digit| char::from_digit(u32::from(digit), 16).unwrap_or('0'))
    });
    digits.collect()
}
