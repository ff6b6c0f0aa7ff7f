//! Text to typed columns: what Redshift's COPY accepts for each type.
//! Does not: know where the text came from.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};
use datafusion::arrow::array::{
    ArrayBuilder, ArrayRef, BooleanBuilder, Date32Builder, Decimal128Builder, Float32Builder,
    Float64Builder, Int16Builder, Int32Builder, Int64Builder, RecordBatch, StringBuilder,
    TimestampMicrosecondBuilder,
};
use datafusion::arrow::datatypes::SchemaRef;

use super::ValueError;
use crate::sql::{CopyOptions, NumberTime};
use crate::store::{Column, ColumnType};

/// Rows of one table as they come, column by column.
pub struct RowBuilder {
    schema: SchemaRef,
    columns: Vec<ColumnBuilder>,
    rows: usize,
}

struct ColumnBuilder {
    column: Column,
    cells: Cells,
}

enum Cells {
    Int16(Int16Builder),
    Int32(Int32Builder),
    Int64(Int64Builder),
    Decimal(Decimal128Builder),
    Float32(Float32Builder),
    Float64(Float64Builder),
    Boolean(BooleanBuilder),
    Text(StringBuilder),
    Date(Date32Builder),
    Timestamp(TimestampMicrosecondBuilder),
}

impl RowBuilder {
    pub fn new(schema: SchemaRef, columns: &[Column]) -> Self {
        let columns = columns
            .iter()
            .map(|column| ColumnBuilder { column: column.clone(), cells: Cells::new(column.kind) })
            .collect();
        Self { schema, columns, rows: 0 }
    }

    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Appends one row: for each column its text, or `None` for NULL.
    pub fn append<'a>(
        &mut self,
        options: &CopyOptions,
        texts: impl Iterator<Item = Option<&'a str>>,
    ) -> Result<(), (String, ValueError)> {
        for (builder, text) in self.columns.iter_mut().zip(texts) {
            builder
                .append(options, text)
                .map_err(|reason| (builder.column.name.clone(), reason))?;
        }
        self.rows += 1;
        Ok(())
    }

    /// The rows so far, and begins anew.
    pub fn take(&mut self) -> Result<RecordBatch, datafusion::arrow::error::ArrowError> {
        let columns = self.columns.iter_mut().map(|column| column.cells.finish(&column.column));
        self.rows = 0;
        RecordBatch::try_new(Arc::clone(&self.schema), columns.collect())
    }
}

impl Cells {
    fn new(kind: ColumnType) -> Self {
        match kind {
            ColumnType::SmallInt => Self::Int16(Int16Builder::new()),
            ColumnType::Integer => Self::Int32(Int32Builder::new()),
            ColumnType::BigInt => Self::Int64(Int64Builder::new()),
            ColumnType::Decimal { .. } => {
                Self::Decimal(Decimal128Builder::new().with_data_type(kind.arrow()))
            }
            ColumnType::Real => Self::Float32(Float32Builder::new()),
            ColumnType::Double => Self::Float64(Float64Builder::new()),
            ColumnType::Boolean => Self::Boolean(BooleanBuilder::new()),
            ColumnType::Char { .. } | ColumnType::VarChar { .. } => {
                Self::Text(StringBuilder::new())
            }
            ColumnType::Date => Self::Date(Date32Builder::new()),
            ColumnType::Timestamp | ColumnType::TimestampTz => {
                Self::Timestamp(TimestampMicrosecondBuilder::new().with_data_type(kind.arrow()))
            }
        }
    }

    fn finish(&mut self, _column: &Column) -> ArrayRef {
        match self {
            Self::Int16(cells) => ArrayBuilder::finish(cells),
            Self::Int32(cells) => ArrayBuilder::finish(cells),
            Self::Int64(cells) => ArrayBuilder::finish(cells),
            Self::Decimal(cells) => ArrayBuilder::finish(cells),
            Self::Float32(cells) => ArrayBuilder::finish(cells),
            Self::Float64(cells) => ArrayBuilder::finish(cells),
            Self::Boolean(cells) => ArrayBuilder::finish(cells),
            Self::Text(cells) => ArrayBuilder::finish(cells),
            Self::Date(cells) => ArrayBuilder::finish(cells),
            Self::Timestamp(cells) => ArrayBuilder::finish(cells),
        }
    }

    fn append_null(&mut self) {
        match self {
            Self::Int16(cells) => cells.append_null(),
            Self::Int32(cells) => cells.append_null(),
            Self::Int64(cells) => cells.append_null(),
            Self::Decimal(cells) => cells.append_null(),
            Self::Float32(cells) => cells.append_null(),
            Self::Float64(cells) => cells.append_null(),
            Self::Boolean(cells) => cells.append_null(),
            Self::Text(cells) => cells.append_null(),
            Self::Date(cells) => cells.append_null(),
            Self::Timestamp(cells) => cells.append_null(),
        }
    }
}

impl ColumnBuilder {
    fn append(&mut self, options: &CopyOptions, text: Option<&str>) -> Result<(), ValueError> {
        let kind = self.column.kind;
        let Some(text) = text.filter(|text| !is_null(options, kind, text)) else {
            if self.column.not_null {
                return Err(ValueError::Null);
            }
            self.cells.append_null();
            return Ok(());
        };
        let trimmed = text.trim();
        match &mut self.cells {
            Cells::Int16(cells) => cells.append_value(narrow(kind, trimmed)?),
            Cells::Int32(cells) => cells.append_value(narrow(kind, trimmed)?),
            Cells::Int64(cells) => cells.append_value(narrow(kind, trimmed)?),
            Cells::Decimal(cells) => {
                cells.append_value(decimal(kind, trimmed, options.round_decimals)?);
            }
            Cells::Float32(cells) => {
                cells.append_value(trimmed.parse().map_err(|_| not_a(kind, text))?);
            }
            Cells::Float64(cells) => {
                cells.append_value(trimmed.parse().map_err(|_| not_a(kind, text))?);
            }
            Cells::Boolean(cells) => cells.append_value(boolean(kind, trimmed)?),
            Cells::Text(cells) => cells.append_value(fit(kind, text, options.truncate_columns)?),
            Cells::Date(cells) => cells.append_value(days(kind, trimmed)?),
            Cells::Timestamp(cells) => {
                cells.append_value(micros(kind, trimmed, options.number_time)?);
            }
        }
        Ok(())
    }
}

/// Empty fields of columns that are not text are NULL.
fn is_null(options: &CopyOptions, kind: ColumnType, text: &str) -> bool {
    let blank = || text.bytes().all(|byte| byte == b' ');
    text == options.null_text
        || (text.is_empty() && (kind.bytes_max().is_none() || options.empty_as_null))
        || (options.blanks_as_null && blank())
}

/// The part of a wrong value that is shown.
fn shown(text: &str) -> String {
    const CHARS_MAX: usize = 60;
    match text.char_indices().nth(CHARS_MAX) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

fn not_a(kind: ColumnType, text: &str) -> ValueError {
    ValueError::NotA { value: shown(text), wanted: kind.to_string() }
}

fn out_of_range(kind: ColumnType, text: &str) -> ValueError {
    ValueError::OutOfRange { value: shown(text), wanted: kind.to_string() }
}

fn narrow<T: TryFrom<i128>>(kind: ColumnType, text: &str) -> Result<T, ValueError> {
    let number: i128 = text.parse().map_err(|_| not_a(kind, text))?;
    T::try_from(number).map_err(|_| out_of_range(kind, text))
}

fn boolean(kind: ColumnType, text: &str) -> Result<bool, ValueError> {
    match text.to_ascii_lowercase().as_str() {
        "t" | "true" | "y" | "yes" | "1" => Ok(true),
        "f" | "false" | "n" | "no" | "0" => Ok(false),
        _ => Err(not_a(kind, text)),
    }
}

/// Lengths are in bytes, as in Redshift; blanks at the end of a CHAR do not count.
fn fit(kind: ColumnType, text: &str, truncate: bool) -> Result<&str, ValueError> {
    let text =
        if matches!(kind, ColumnType::Char { .. }) { text.trim_end_matches(' ') } else { text };
    let max = kind.bytes_max().map_or(usize::MAX, |bytes| bytes as usize);
    if text.len() <= max {
        return Ok(text);
    }
    if !truncate {
        return Err(ValueError::TooLong { given: text.len(), wanted: kind.to_string() });
    }
    let end = (0..=max).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    Ok(text.get(..end).unwrap_or_default())
}

/// Exact: the text's digits, shifted to the column's scale. Further places are cut, or rounded
/// half away from zero.
pub fn decimal(kind: ColumnType, text: &str, round: bool) -> Result<i128, ValueError> {
    let ColumnType::Decimal { digits, scale } = kind else { return Err(not_a(kind, text)) };
    let wrong = || not_a(kind, text);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().map_err(|_| wrong())?),
        None => (text, 0),
    };
    let (negative, mantissa) = match mantissa.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, mantissa.strip_prefix('+').unwrap_or(mantissa)),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() + fraction.len() == 0 || !all_digits(whole) || !all_digits(fraction) {
        return Err(wrong());
    }
    let places = i64::try_from(fraction.len()).unwrap_or(i64::MAX);
    let shift = i64::from(scale) + i64::from(exponent) - places;
    let text_digits = format!("{whole}{fraction}");
    let text_digits = text_digits.trim_start_matches('0');
    let kept = i64::try_from(text_digits.len()).unwrap_or(i64::MAX).saturating_add(shift);
    if kept > i64::from(digits) && !text_digits.is_empty() {
        return Err(out_of_range(kind, text));
    }
    let cut = usize::try_from(kept).unwrap_or(0).min(text_digits.len());
    let mut value: i128 = match text_digits.get(..cut) {
        Some("") | None => 0,
        Some(digits) => digits.parse().map_err(|_| wrong())?,
    };
    if shift > 0 && value != 0 {
        let zeros = u32::try_from(shift).map_err(|_| wrong())?;
        value = 10i128
            .checked_pow(zeros)
            .and_then(|factor| value.checked_mul(factor))
            .ok_or_else(|| out_of_range(kind, text))?;
    }
    if round && kept >= 0 && text_digits.as_bytes().get(cut).is_some_and(|digit| *digit >= b'5') {
        value += 1;
    }
    if value >= 10i128.checked_pow(u32::from(digits)).unwrap_or(i128::MAX) {
        return Err(out_of_range(kind, text));
    }
    Ok(if negative { -value } else { value })
}

fn parse_date(text: &str) -> Option<NaiveDate> {
    ["%Y-%m-%d", "%Y/%m/%d", "%m/%d/%Y", "%Y%m%d"]
        .iter()
        .find_map(|format| NaiveDate::parse_from_str(text, format).ok())
}

fn days(kind: ColumnType, text: &str) -> Result<i32, ValueError> {
    let day = text.split(['T', ' ']).next().unwrap_or_default();
    let date = parse_date(day).ok_or_else(|| not_a(kind, text))?;
    let since_epoch = date.signed_duration_since(DateTime::UNIX_EPOCH.date_naive()).num_days();
    i32::try_from(since_epoch).map_err(|_| out_of_range(kind, text))
}

/// A zone in the text counts for TIMESTAMPTZ and is overlooked for TIMESTAMP, as in PostgreSQL.
fn micros(kind: ColumnType, text: &str, numbers: NumberTime) -> Result<i64, ValueError> {
    let unit = match numbers {
        NumberTime::Refused => None,
        NumberTime::Seconds => Some(6),
        NumberTime::Milliseconds => Some(3),
    };
    if let Some(places) = unit {
        let number = ColumnType::Decimal { digits: 18, scale: places };
        let micros = decimal(number, text, false).map_err(|_| not_a(kind, text))?;
        return i64::try_from(micros).map_err(|_| out_of_range(kind, text));
    }
    let (local, offset_seconds) = zoned(text);
    let (date, time) = local.split_once(['T', ' ']).unwrap_or((local, ""));
    let date = parse_date(date).ok_or_else(|| not_a(kind, text))?;
    let time = match time.trim() {
        "" => NaiveTime::MIN,
        time => ["%H:%M:%S%.f", "%H:%M"]
            .iter()
            .find_map(|format| NaiveTime::parse_from_str(time, format).ok())
            .ok_or_else(|| not_a(kind, text))?,
    };
    let micros = NaiveDateTime::new(date, time).and_utc().timestamp_micros();
    let zone = if kind == ColumnType::TimestampTz { offset_seconds } else { 0 };
    Ok(micros - zone * 1_000_000)
}

/// Splits off `Z`, `UTC`, `+02`, `+0200` or `+02:00`; the offset is in seconds.
fn zoned(text: &str) -> (&str, i64) {
    for name in ["Z", "z", " UTC", "UTC"] {
        if let Some(local) = text.strip_suffix(name) {
            return (local.trim_end(), 0);
        }
    }
    let Some(time_at) = text.find(':') else { return (text, 0) };
    let sign_at = text.rfind(['+', '-']).filter(|at| *at > time_at);
    let Some((local, zone)) = sign_at.and_then(|at| text.split_at_checked(at)) else {
        return (text, 0);
    };
    let digits: String = zone.chars().filter(char::is_ascii_digit).collect();
    let part = |range: std::ops::Range<usize>| -> i64 {
        digits.get(range).and_then(|part| part.parse().ok()).unwrap_or(0)
    };
    let seconds = part(0..2) * 3600 + part(2..4) * 60;
    (local.trim_end(), if zone.starts_with('-') { -seconds } else { seconds })
}

#[cfg(test)]
mod tests {
    use super::*;

    const MONEY: ColumnType = ColumnType::Decimal { digits: 8, scale: 2 };

    #[test]
    fn decimals_are_exact_and_cut_or_rounded_as_asked() {
        let cut = |text| decimal(MONEY, text, false);
        assert_eq!(cut("12.5"), Ok(1250));
        assert_eq!(cut("-0.019"), Ok(-1));
        assert_eq!(decimal(MONEY, "-0.019", true), Ok(-2));
        assert_eq!(decimal(MONEY, "0.005", true), Ok(1));
        assert_eq!(cut("1.5e3"), Ok(150_000));
        assert_eq!(cut("1e-3"), Ok(0));
        assert_eq!(cut("000123456.78"), Ok(12_345_678));
        assert_eq!(cut("0"), Ok(0));
        assert_eq!(cut("0e30"), Ok(0));
        assert_eq!(decimal(MONEY, "999999.999", true), Err(out_of_range(MONEY, "999999.999")));
        assert_eq!(cut("1234567"), Err(out_of_range(MONEY, "1234567")));
        assert_eq!(cut("1e999999999"), Err(out_of_range(MONEY, "1e999999999")));
        for wrong in ["", ".", "-", "1,5", "abc", "1e", "0x1"] {
            assert_eq!(cut(wrong), Err(not_a(MONEY, wrong)), "{wrong}");
        }
    }

    #[test]
    fn a_time_zone_counts_only_where_the_type_has_one() {
        let at = |kind, text| micros(kind, text, NumberTime::Refused).unwrap();
        let noon = 1_795_435_200_000_000;
        assert_eq!(at(ColumnType::Timestamp, "2026-11-23 12:00:00"), noon);
        assert_eq!(at(ColumnType::Timestamp, "2026-11-23T12:00:00+02:00"), noon);
        assert_eq!(at(ColumnType::TimestampTz, "2026-11-23T14:00:00+0200"), noon);
        assert_eq!(at(ColumnType::TimestampTz, "2026-11-23T12:00:00.000001Z"), noon + 1);
        assert_eq!(at(ColumnType::Timestamp, "2026-11-23"), noon - 12 * 3_600_000_000);
        assert!(micros(ColumnType::Timestamp, "1795435200", NumberTime::Refused).is_err());
        assert_eq!(micros(ColumnType::Timestamp, "1795435200", NumberTime::Seconds), Ok(noon));
        assert_eq!(
            micros(ColumnType::Timestamp, "1795435200000", NumberTime::Milliseconds),
            Ok(noon)
        );
    }

    #[test]
    fn text_is_measured_in_bytes_and_cut_between_characters() {
        let kind = ColumnType::VarChar { bytes: 4 };
        assert_eq!(fit(kind, "añb", false), Ok("añb"));
        assert!(fit(kind, "añbc", false).is_err());
        assert_eq!(fit(kind, "abcñ", true), Ok("abc"));
        assert_eq!(fit(ColumnType::Char { bytes: 2 }, "ab  ", false), Ok("ab"));
    }
}
