//! What a statement answers: a tag, notices, perhaps rows; and rows as text.
//! Does not: know message formats (see `wire`).

use std::fmt::Write;

use datafusion::arrow::array::types::{
    Date32Type, Decimal128Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type,
    Int64Type, TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
    TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use datafusion::arrow::array::{Array, AsArray, RecordBatch};
use datafusion::arrow::datatypes::{DataType, TimeUnit};
use datafusion::arrow::util::display::{ArrayFormatter, FormatOptions};

use crate::engine::Rows;
use crate::error::{Result, WarehouseError};

pub struct Answer {
    pub outcome: Outcome,
    pub notices: Vec<Notice>,
}

pub enum Outcome {
    /// Rows, and the tag that follows them.
    Rows(Rows, &'static str),
    Done {
        tag: &'static str,
        rows: Option<u64>,
    },
    Begun,
    Ended(&'static str),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    Info,
    Notice,
    Warning,
}

/// Something a user may want to know about a statement that worked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub severity: Severity,
    pub text: String,
}

impl Notice {
    pub fn new(text: String) -> Self {
        Self { severity: Severity::Notice, text }
    }

    pub fn info(text: String) -> Self {
        Self { severity: Severity::Info, text }
    }

    pub fn warning(text: String) -> Self {
        Self { severity: Severity::Warning, text }
    }
}

/// A column of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub name: String,
    /// Shown flush right by people's tools.
    pub is_number: bool,
}

/// A whole answer as text, in PostgreSQL's spelling; `None` is NULL.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub columns: Vec<Head>,
    pub rows: Vec<Vec<Option<String>>>,
    /// Such as `SELECT 3` or `COPY 100`.
    pub tag: String,
    pub notices: Vec<Notice>,
}

impl Answer {
    pub(crate) fn done(outcome: Outcome) -> Self {
        Self { outcome, notices: Vec::new() }
    }

    pub(crate) fn tag(tag: &'static str) -> Self {
        Self::done(Outcome::Done { tag, rows: None })
    }

    pub(crate) fn counted(tag: &'static str, rows: u64) -> Self {
        Self::done(Outcome::Done { tag, rows: Some(rows) })
    }

    pub(crate) fn rows(rows: Rows, tag: &'static str) -> Self {
        Self::done(Outcome::Rows(rows, tag))
    }

    /// Everything in memory; an error when it is too much.
    pub async fn into_table(self) -> Result<Table> {
        let notices = self.notices;
        let (rows, tag) = match self.outcome {
            Outcome::Rows(rows, tag) => (rows, tag),
            Outcome::Done { tag, rows: Some(rows) } => {
                let tag = format!("{tag} {rows}");
                return Ok(Table { tag, notices, ..Table::default() });
            }
            Outcome::Done { tag, rows: None } | Outcome::Ended(tag) => {
                return Ok(Table { tag: tag.to_owned(), notices, ..Table::default() });
            }
            Outcome::Begun => {
                return Ok(Table { tag: "BEGIN".to_owned(), notices, ..Table::default() });
            }
        };
        let columns = rows
            .schema
            .fields()
            .iter()
            .map(|field| Head {
                name: heading(field.name()).to_owned(),
                is_number: field.data_type().is_numeric(),
            })
            .collect();
        let mut texts = Vec::new();
        for batch in rows.collect().await? {
            texts_of(&batch, &mut texts)?;
        }
        let tag = format!("{tag} {}", texts.len());
        Ok(Table { columns, rows: texts, tag, notices })
    }
}

/// A column that is the answer of a function is headed by the function's name, as in PostgreSQL;
/// the query engine would put the whole expression there.
pub fn heading(name: &str) -> &str {
    let word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    match name.split_once('(') {
        Some((function, _)) if !function.is_empty() && function.chars().all(word) => function,
        _ => name,
    }
}

fn texts_of(batch: &RecordBatch, rows: &mut Vec<Vec<Option<String>>>) -> Result<()> {
    for row in 0..batch.num_rows() {
        let mut texts = Vec::with_capacity(batch.num_columns());
        for array in batch.columns() {
            let mut text = String::new();
            texts.push(write_text(array, row, &mut text)?.then_some(text));
        }
        rows.push(texts);
    }
    Ok(())
}

/// Appends one value in PostgreSQL's text form; false when it is NULL.
pub fn write_text(array: &dyn Array, row: usize, out: &mut String) -> Result<bool> {
    if array.is_null(row) || array.data_type() == &DataType::Null {
        return Ok(false);
    }
    let written = match array.data_type() {
        DataType::Boolean => {
            out.push(if array.as_boolean().value(row) { 't' } else { 'f' });
            Ok(())
        }
        DataType::Int8 => write!(out, "{}", array.as_primitive::<Int8Type>().value(row)),
        DataType::Int16 => write!(out, "{}", array.as_primitive::<Int16Type>().value(row)),
        DataType::Int32 => write!(out, "{}", array.as_primitive::<Int32Type>().value(row)),
        DataType::Int64 => write!(out, "{}", array.as_primitive::<Int64Type>().value(row)),
        DataType::UInt8 => write!(out, "{}", array.as_primitive::<UInt8Type>().value(row)),
        DataType::UInt16 => write!(out, "{}", array.as_primitive::<UInt16Type>().value(row)),
        DataType::UInt32 => write!(out, "{}", array.as_primitive::<UInt32Type>().value(row)),
        DataType::UInt64 => write!(out, "{}", array.as_primitive::<UInt64Type>().value(row)),
        DataType::Float32 => {
            write_float(out, f64::from(array.as_primitive::<Float32Type>().value(row)), || {
                array.as_primitive::<Float32Type>().value(row).to_string()
            })
        }
        DataType::Float64 => {
            let value = array.as_primitive::<Float64Type>().value(row);
            write_float(out, value, || value.to_string())
        }
        DataType::Decimal128(..) => {
            out.push_str(&array.as_primitive::<Decimal128Type>().value_as_string(row));
            Ok(())
        }
        DataType::Utf8 => {
            out.push_str(array.as_string::<i32>().value(row));
            Ok(())
        }
        DataType::Date32 => match array.as_primitive::<Date32Type>().value_as_date(row) {
            Some(date) => write!(out, "{date}"),
            None => return Err(out_of_range()),
        },
        DataType::Timestamp(_, zone) => {
            let micros = micros_at(array, row).ok_or_else(out_of_range)?;
            return write_timestamp(micros, zone.is_some(), out).map(|()| true);
        }
        _ => {
            let options = FormatOptions::default();
            let formatter = ArrayFormatter::try_new(array, &options)
                .map_err(|error| WarehouseError::Internal(error.to_string()))?;
            write!(out, "{}", formatter.value(row))
        }
    };
    written.map_err(|error| WarehouseError::Internal(error.to_string()))?;
    Ok(true)
}

fn out_of_range() -> WarehouseError {
    WarehouseError::InvalidValue("a date or time is out of range".into())
}

fn write_float(
    out: &mut String,
    value: f64,
    finite: impl Fn() -> String,
) -> Result<(), std::fmt::Error> {
    if value.is_nan() {
        out.write_str("NaN")
    } else if value.is_infinite() {
        out.write_str(if value > 0.0 { "Infinity" } else { "-Infinity" })
    } else {
        out.write_str(&finite())
    }
}

/// A timestamp of any unit in microseconds since 1970, rounded towards the past.
pub fn micros_at(array: &dyn Array, row: usize) -> Option<i64> {
    let DataType::Timestamp(unit, _) = array.data_type() else { return None };
    match unit {
        TimeUnit::Second => {
            array.as_primitive::<TimestampSecondType>().value(row).checked_mul(1_000_000)
        }
        TimeUnit::Millisecond => {
            array.as_primitive::<TimestampMillisecondType>().value(row).checked_mul(1_000)
        }
        TimeUnit::Microsecond => Some(array.as_primitive::<TimestampMicrosecondType>().value(row)),
        TimeUnit::Nanosecond => {
            Some(array.as_primitive::<TimestampNanosecondType>().value(row).div_euclid(1_000))
        }
    }
}

/// `2026-11-23 12:00:00[.123456][+00]`.
fn write_timestamp(micros: i64, zoned: bool, out: &mut String) -> Result<()> {
    let time = chrono::DateTime::from_timestamp_micros(micros).ok_or_else(out_of_range)?;
    let mut text = time.format("%Y-%m-%d %H:%M:%S").to_string();
    let fraction = micros.rem_euclid(1_000_000);
    if fraction > 0 {
        let digits = format!("{fraction:06}");
        text.push('.');
        text.push_str(digits.trim_end_matches('0'));
    }
    out.push_str(&text);
    if zoned {
        out.push_str("+00");
    }
    Ok(())
}
