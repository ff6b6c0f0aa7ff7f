//! The error stream: one row for each input row that could not be processed.
//!
//! Its rows are ordered by the ROWTIME of the failed row, then pump, then operator, so that
//! batching does not show in it.
//! Does not: log; a failed row is data, not an event of the server.

use std::sync::Arc;

use levada_sql_functions::EvalError;
use levada_sql_lang::{LineIndex, Span, SqlType, Value};
use levada_types::Timestamp;

use crate::batch::View;
use crate::catalog::ColumnDef;
use crate::limits::{ERROR_MESSAGE_CHARS, ERROR_ROW_CHARS};
use crate::snapshot::{Damaged, Reader, Writer};

/// The reserved name of the error stream.
pub const ERROR_STREAM: &str = "ERROR_STREAM";

/// One row of the error stream, in the order of its documented columns.
#[derive(Clone, Debug, Default, PartialEq)]
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
    /// The row as a JSON array, readable.
    pub decoded_row: String,
    /// Sequence number of the source record, where the failed row still carries it.
    pub sequence_number: Option<String>,
    /// Place and text of the innermost expression that failed, where one did.
    pub expression: Option<String>,
}

/// What went wrong with one row, and where it stands in the program.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Failure {
    pub error: EvalError,
    pub span: Option<Span>,
}

impl From<EvalError> for Failure {
    fn from(error: EvalError) -> Self {
        Self { error, span: None }
    }
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
            Value::text(self.decoded_row.as_str()),
            self.sequence_number.as_deref().map_or(Value::Null, Value::text),
            self.expression.as_deref().map_or(Value::Null, Value::text),
        ]
    }
}

/// The columns of the error stream: the documented ones, and three more behind them.
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
        column("DECODED_ROW", SqlType::Varchar(49_152)),
        column("SEQUENCE_NUMBER", SqlType::Varchar(128)),
        column("EXPRESSION", SqlType::Varchar(4096)),
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
    /// Which column of the rows that fail now holds their sequence numbers.
    sequence_column: Option<usize>,
    /// The program's text, in which failed expressions stand.
    sql: Arc<str>,
    pending: Vec<Pending>,
    ready: Vec<ErrorRow>,
}

struct Pending {
    time: i64,
    place: (usize, usize),
    row: ErrorRow,
}

impl ErrorLog {
    pub(crate) fn new(sql: Arc<str>) -> Self {
        Self { sql, ..Self::default() }
    }

    /// The rows that fail from now on are those of this pump.
    pub(crate) fn enter(&mut self, pump: usize, name: &str) {
        self.place = (pump, 0);
        self.foreign_time = None;
        self.sequence_column = None;
        name.clone_into(&mut self.pump_name);
    }

    /// The rows that fail from now on are at this operator of the pump.
    pub(crate) fn enter_operator(
        &mut self,
        operator: usize,
        foreign_time: Option<i64>,
        sequence_column: Option<usize>,
    ) {
        self.place.1 = operator;
        self.foreign_time = foreign_time;
        self.sequence_column = sequence_column;
    }

    pub(crate) fn row_failed(&mut self, view: &View<'_>, row: usize, what: impl Into<Failure>) {
        let sequence = self.sequence_column.map(|column| view.value(column, row));
        self.tell(view.rowtime(row), &view.values(row), what.into(), sequence);
    }

    /// A group whose result cannot be computed; its keys stand for the row.
    pub(crate) fn group_failed(&mut self, rowtime: i64, keys: &[Value], error: EvalError) {
        self.tell(rowtime, keys, error.into(), None);
    }

    pub(crate) fn failed(&mut self, rowtime: i64, values: &[Value], error: &EvalError) {
        self.tell(rowtime, values, error.clone().into(), None);
    }

    fn tell(&mut self, rowtime: i64, row: &[Value], what: Failure, sequence: Option<Value>) {
        let decoded = json_row(row);
        let row = ErrorRow {
            error_time: Timestamp(rowtime),
            level: "ERROR".to_owned(),
            name: what.error.name().to_owned(),
            message: what.error.to_string().chars().take(ERROR_MESSAGE_CHARS).collect(),
            data_rowtime: Timestamp(rowtime),
            data_row: hex(&decoded),
            pump_name: self.pump_name.clone(),
            decoded_row: decoded.chars().take(ERROR_ROW_CHARS).collect(),
            sequence_number: sequence.filter(|n| !n.is_null()).map(|number| number.to_string()),
            expression: what.span.map(|span| self.expression(span)),
        };
        let time = self.foreign_time.unwrap_or(rowtime);
        self.pending.push(Pending { time, place: self.place, row });
    }

    /// A failure from before the first stream.
    pub(crate) fn report(&mut self, row: ErrorRow) {
        let time = row.error_time.as_millis();
        self.pending.push(Pending { time, place: (0, 0), row });
    }

    /// `line 3, column 14 to line 3, column 20: price / 0`.
    fn expression(&self, span: Span) -> String {
        let (start, end) = LineIndex::new(&self.sql).range(span);
        let text = self.sql.get(span.start..span.end).unwrap_or("");
        let place = format!(
            "line {}, column {} to line {}, column {}: {text}",
            start.line, start.column, end.line, end.column
        );
        place.chars().take(ERROR_MESSAGE_CHARS).collect()
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
    let texts = [&row.level, &row.name, &row.message, &row.data_row, &row.pump_name];
    for text in texts.into_iter().chain([&row.decoded_row]) {
        writer.bytes(text.as_bytes());
    }
    for text in [&row.sequence_number, &row.expression] {
        writer.bool(text.is_some());
        writer.bytes(text.as_deref().unwrap_or("").as_bytes());
    }
}

fn load_row(reader: &mut Reader<'_>) -> Result<ErrorRow, Damaged> {
    let (error_time, data_rowtime) = (Timestamp(reader.i64()?), Timestamp(reader.i64()?));
    let mut text = || reader.text().map(|text| text.to_string());
    let mut row = ErrorRow {
        error_time,
        data_rowtime,
        level: text()?,
        name: text()?,
        message: text()?,
        data_row: text()?,
        pump_name: text()?,
        decoded_row: text()?,
        ..ErrorRow::default()
    };
    let mut known = || -> Result<Option<String>, Damaged> {
        let known = reader.bool()?;
        let text = reader.text()?;
        Ok(known.then(|| text.to_string()))
    };
    (row.sequence_number, row.expression) = (known()?, known()?);
    Ok(row)
}

/// The row as a JSON array.
fn json_row(values: &[Value]) -> String {
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
    serde_json::Value::Array(cells).to_string()
}

/// A text's bytes in hexadecimal, cut at the column's length.
fn hex(text: &str) -> String {
    let digits = text.bytes().take(ERROR_ROW_CHARS / 2).flat_map(|byte| {
        [byte >> 4, byte & 15].map(|digit| char::from_digit(u32::from(digit), 16).unwrap_or('0'))
    });
    digits.collect()
}
