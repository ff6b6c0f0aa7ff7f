//! Arrow values as PostgreSQL sends them, in text and in binary.
//! Does not: decide which of the two; the client does, column by column.

use bytes::{BufMut, BytesMut};
use datafusion::arrow::array::types::{
    Date32Type, Decimal128Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type,
    Int64Type, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use datafusion::arrow::array::{Array, AsArray, RecordBatch};
use datafusion::arrow::datatypes::{DataType, Schema};
use pgwire::api::Type;
use pgwire::api::portal::Format;
use pgwire::api::results::{FieldFormat, FieldInfo};
use pgwire::messages::data::DataRow;

use crate::answer::{heading, micros_at, write_text};
use crate::error::{Result, WarehouseError};

/// Days and microseconds from 1970 to 2000, where PostgreSQL's binary times begin.
const EPOCH_DAYS: i32 = 10_957;
const EPOCH_MICROS: i64 = 946_684_800_000_000;

/// The type a client is told. What PostgreSQL has no type for is text.
pub fn pg_type(kind: &DataType) -> Type {
    match kind {
        DataType::Boolean => Type::BOOL,
        DataType::Int8 | DataType::Int16 | DataType::UInt8 => Type::INT2,
        DataType::Int32 | DataType::UInt16 => Type::INT4,
        DataType::Int64 | DataType::UInt32 | DataType::UInt64 => Type::INT8,
        DataType::Float32 => Type::FLOAT4,
        DataType::Float64 => Type::FLOAT8,
        DataType::Decimal128(..) => Type::NUMERIC,
        DataType::Date32 => Type::DATE,
        DataType::Timestamp(_, None) => Type::TIMESTAMP,
        DataType::Timestamp(_, Some(_)) => Type::TIMESTAMPTZ,
        _ => Type::TEXT,
    }
}

pub fn fields(schema: &Schema, format: &Format) -> Vec<FieldInfo> {
    let columns = schema.fields().iter().enumerate();
    columns
        .map(|(at, field)| {
            let kind = pg_type(field.data_type());
            let text = FieldFormat::Text;
            let plain = FieldInfo::new(heading(field.name()).to_owned(), None, None, kind, text);
            with_format(&plain, format, at)
        })
        .collect()
}

/// The column, to be sent as the client wants it.
pub fn with_format(column: &FieldInfo, format: &Format, at: usize) -> FieldInfo {
    let format = match format {
        // A client that sends fewer formats than columns gets text for the others.
        Format::Individual(codes) => {
            codes.get(at).map_or(FieldFormat::Text, |code| FieldFormat::from(*code))
        }
        whole => whole.format_for(at),
    };
    FieldInfo::new(column.name().to_owned(), None, None, column.datatype().clone(), format)
}

pub fn data_row(fields: &[FieldInfo], batch: &RecordBatch, row: usize) -> Result<DataRow> {
    let mut out = BytesMut::with_capacity(16 * fields.len());
    let mut text = String::new();
    for (field, array) in fields.iter().zip(batch.columns()) {
        let length_at = out.len();
        out.put_i32(-1);
        let present = match field.format() {
            FieldFormat::Text => {
                text.clear();
                let present = write_text(array, row, &mut text)?;
                out.put_slice(text.as_bytes());
                present
            }
            FieldFormat::Binary => write_binary(array, row, &mut out, &mut text)?,
        };
        if present {
            let length = i32::try_from(out.len() - length_at - 4).map_err(|_| {
                WarehouseError::InvalidValue("a value is too long to be sent".into())
            })?;
            out[length_at..length_at + 4].copy_from_slice(&length.to_be_bytes());
        }
    }
    let count = i16::try_from(fields.len()).map_err(|_| {
        WarehouseError::Unsupported(format!("an answer of {} columns", fields.len()))
    })?;
    Ok(DataRow::new(out, count))
}

fn write_binary(
    array: &dyn Array,
    row: usize,
    out: &mut BytesMut,
    text: &mut String,
) -> Result<bool> {
    if array.is_null(row) || array.data_type() == &DataType::Null {
        return Ok(false);
    }
    match array.data_type() {
        DataType::Boolean => out.put_u8(u8::from(array.as_boolean().value(row))),
        DataType::Int8 => out.put_i16(array.as_primitive::<Int8Type>().value(row).into()),
        DataType::UInt8 => out.put_i16(array.as_primitive::<UInt8Type>().value(row).into()),
        DataType::Int16 => out.put_i16(array.as_primitive::<Int16Type>().value(row)),
        DataType::UInt16 => out.put_i32(array.as_primitive::<UInt16Type>().value(row).into()),
        DataType::Int32 => out.put_i32(array.as_primitive::<Int32Type>().value(row)),
        DataType::UInt32 => out.put_i64(array.as_primitive::<UInt32Type>().value(row).into()),
        DataType::Int64 => out.put_i64(array.as_primitive::<Int64Type>().value(row)),
        DataType::UInt64 => {
            let value = array.as_primitive::<UInt64Type>().value(row);
            out.put_i64(i64::try_from(value).map_err(|_| {
                WarehouseError::InvalidValue(format!("{value} is out of the range of BIGINT"))
            })?);
        }
        DataType::Float32 => out.put_f32(array.as_primitive::<Float32Type>().value(row)),
        DataType::Float64 => out.put_f64(array.as_primitive::<Float64Type>().value(row)),
        DataType::Decimal128(_, scale) => {
            put_numeric(out, array.as_primitive::<Decimal128Type>().value(row), *scale);
        }
        DataType::Date32 => {
            out.put_i32(array.as_primitive::<Date32Type>().value(row) - EPOCH_DAYS);
        }
        DataType::Timestamp(..) => {
            let micros = micros_at(array, row).and_then(|micros| micros.checked_sub(EPOCH_MICROS));
            out.put_i64(micros.ok_or_else(|| {
                WarehouseError::InvalidValue("a date or time is out of range".into())
            })?);
        }
        _ => {
            text.clear();
            write_text(array, row, text)?;
            out.put_slice(text.as_bytes());
        }
    }
    Ok(true)
}

/// PostgreSQL's numeric: groups of four decimal digits around the decimal point.
fn put_numeric(out: &mut BytesMut, value: i128, scale: i8) {
    const BASE: u128 = 10_000;
    let scale = usize::try_from(scale).unwrap_or(0);
    let digits = value.unsigned_abs().to_string();
    let digits = format!("{digits:0>width$}", width = scale + 1);
    let (whole, fraction) = digits.split_at(digits.len() - scale);
    let whole = format!("{}{whole}", "0".repeat((4 - whole.len() % 4) % 4));
    let fraction = format!("{fraction}{}", "0".repeat((4 - scale % 4) % 4));
    let group = |text: &[u8]| -> u16 {
        let value = text.iter().fold(0u128, |sum, digit| sum * 10 + u128::from(digit - b'0'));
        u16::try_from(value % BASE).unwrap_or(0)
    };
    let mut groups: Vec<u16> =
        whole.as_bytes().chunks(4).chain(fraction.as_bytes().chunks(4)).map(group).collect();
    let mut weight = whole.len() / 4;
    let leading = groups.iter().take_while(|group| **group == 0).count();
    groups.drain(..leading);
    while groups.last() == Some(&0) {
        groups.pop();
    }
    weight = weight.wrapping_sub(leading).wrapping_sub(1);
    // At most 76 digits stand on either side, so none of these numbers is cut.
    let weight = if groups.is_empty() { 0 } else { weight as i16 };
    out.put_i16(groups.len() as i16);
    out.put_i16(weight);
    out.put_u16(if value < 0 { 0x4000 } else { 0 });
    out.put_i16(scale as i16);
    for group in groups {
        out.put_u16(group);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numeric(value: i128, scale: i8) -> Vec<i16> {
        let mut out = BytesMut::new();
        put_numeric(&mut out, value, scale);
        out.chunks(2).map(|pair| i16::from_be_bytes([pair[0], pair[1]])).collect()
    }

    #[test]
    fn numerics_are_grouped_around_the_decimal_point() {
        assert_eq!(numeric(0, 2), [0, 0, 0, 2]);
        assert_eq!(numeric(123_456_789, 2), [3, 1, 0, 2, 123, 4567, 8900]);
        assert_eq!(numeric(-5, 2), [1, -1, 0x4000, 2, 500]);
        assert_eq!(numeric(1, 6), [1, -2, 0, 6, 100]);
        assert_eq!(numeric(100_000_000, 0), [1, 2, 0, 0, 1]);
    }
}
