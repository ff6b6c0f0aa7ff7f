//! Reading cells of a batch: as values, as bytes of a key, or as they are.
//! Does not: change or choose rows (see `batch`).

use arrow_array::{
    Array, ArrayRef, BinaryArray, BooleanArray, Date32Array, Decimal128Array,
    DurationMillisecondArray, Float64Array, Int64Array, IntervalYearMonthArray, StringArray,
    Time32MillisecondArray, TimestampMillisecondArray,
};
use arrow_schema::DataType;
use levada_sql_lang::{Decimal, Interval, Value};
use levada_types::Timestamp;

use crate::batch::Batch;
use crate::expr::Cells;
use crate::snapshot::{self, Writer};

/// One column of a batch, ready to be read.
enum Column<'a> {
    Null,
    Boolean(&'a BooleanArray),
    Integer(&'a Int64Array),
    Decimal(&'a Decimal128Array, u32),
    Double(&'a Float64Array),
    Text(&'a StringArray),
    Bytes(&'a BinaryArray),
    Date(&'a Date32Array),
    Time(&'a Time32MillisecondArray),
    Timestamp(&'a TimestampMillisecondArray),
    Months(&'a IntervalYearMonthArray),
    Millis(&'a DurationMillisecondArray),
}

impl<'a> Column<'a> {
    fn new(array: &'a ArrayRef) -> Self {
        let any = array.as_any();
        let scale = match array.data_type() {
            DataType::Decimal128(_, scale) => u32::try_from(*scale).unwrap_or(0),
            _ => 0,
        };
        None.or_else(|| any.downcast_ref().map(Self::Integer))
            .or_else(|| any.downcast_ref().map(Self::Text))
            .or_else(|| any.downcast_ref().map(Self::Double))
            .or_else(|| any.downcast_ref().map(|array| Self::Decimal(array, scale)))
            .or_else(|| any.downcast_ref().map(Self::Timestamp))
            .or_else(|| any.downcast_ref().map(Self::Boolean))
            .or_else(|| any.downcast_ref().map(Self::Bytes))
            .or_else(|| any.downcast_ref().map(Self::Date))
            .or_else(|| any.downcast_ref().map(Self::Time))
            .or_else(|| any.downcast_ref().map(Self::Months))
            .or_else(|| any.downcast_ref().map(Self::Millis))
            .unwrap_or(Self::Null)
    }

    fn is_null(&self, row: usize) -> bool {
        match self {
            Self::Null => true,
            Self::Boolean(array) => array.is_null(row),
            Self::Integer(array) => array.is_null(row),
            Self::Decimal(array, _) => array.is_null(row),
            Self::Double(array) => array.is_null(row),
            Self::Text(array) => array.is_null(row),
            Self::Bytes(array) => array.is_null(row),
            Self::Date(array) => array.is_null(row),
            Self::Time(array) => array.is_null(row),
            Self::Timestamp(array) => array.is_null(row),
            Self::Months(array) => array.is_null(row),
            Self::Millis(array) => array.is_null(row),
        }
    }

    /// Appends the cell as a snapshot writes it, without making a value of it.
    fn encode(&self, row: usize, key: &mut Vec<u8>) {
        match self {
            Self::Integer(array) if array.is_valid(row) => {
                key.push(snapshot::INTEGER);
                key.extend_from_slice(&array.value(row).to_le_bytes());
            }
            Self::Text(array) if array.is_valid(row) => {
                let text = array.value(row).as_bytes();
                key.push(snapshot::TEXT);
                key.extend_from_slice(&(text.len() as u64).to_le_bytes());
                key.extend_from_slice(text);
            }
            Self::Timestamp(array) if array.is_valid(row) => {
                key.push(snapshot::TIMESTAMP);
                key.extend_from_slice(&array.value(row).to_le_bytes());
            }
            column => {
                let mut writer = Writer::new();
                writer.value(&column.value(row));
                key.extend_from_slice(&writer.finish());
            }
        }
    }

    fn value(&self, row: usize) -> Value {
        fn read<A: Array>(array: &A, row: usize, value: impl Fn(&A) -> Value) -> Value {
            if array.is_null(row) { Value::Null } else { value(array) }
        }
        match self {
            Self::Null => Value::Null,
            Self::Boolean(array) => read(*array, row, |a| Value::Boolean(a.value(row))),
            Self::Integer(array) => read(*array, row, |a| Value::Integer(a.value(row))),
            Self::Decimal(array, scale) => {
                read(*array, row, |a| Value::Decimal(Decimal::new(a.value(row), *scale)))
            }
            Self::Double(array) => read(*array, row, |a| Value::Double(a.value(row))),
            Self::Text(array) => read(*array, row, |a| Value::text(a.value(row))),
            Self::Bytes(array) => read(*array, row, |a| Value::Binary(a.value(row).into())),
            Self::Date(array) => read(*array, row, |a| Value::Date(a.value(row))),
            Self::Time(array) => read(*array, row, |a| Value::Time(a.value(row))),
            Self::Timestamp(array) => {
                read(*array, row, |a| Value::Timestamp(Timestamp(a.value(row))))
            }
            Self::Months(array) => {
                read(*array, row, |a| Value::Interval(Interval::Months(i64::from(a.value(row)))))
            }
            Self::Millis(array) => {
                read(*array, row, |a| Value::Interval(Interval::Millis(a.value(row))))
            }
        }
    }
}

/// A batch opened for reading cells.
pub(crate) struct View<'a> {
    rowtime: &'a [i64],
    columns: Vec<Column<'a>>,
}

impl<'a> View<'a> {
    pub(crate) fn new(batch: &'a Batch) -> Self {
        let columns = batch.columns().iter().map(Column::new).collect();
        Self { rowtime: batch.rowtimes(), columns }
    }

    pub(crate) fn rowtime(&self, row: usize) -> i64 {
        self.rowtime.get(row).copied().unwrap_or(i64::MIN)
    }

    pub(crate) fn value(&self, column: usize, row: usize) -> Value {
        self.columns.get(column).map_or(Value::Null, |column| column.value(row))
    }

    pub(crate) fn values(&self, row: usize) -> Vec<Value> {
        self.columns.iter().map(|column| column.value(row)).collect()
    }

    /// Whether a column of conditions is true there.
    pub(crate) fn is_true(&self, column: usize, row: usize) -> bool {
        match self.columns.get(column) {
            Some(Column::Boolean(array)) => !array.is_null(row) && array.value(row),
            _ => false,
        }
    }

    pub(crate) fn is_null(&self, column: usize, row: usize) -> bool {
        self.columns.get(column).is_none_or(|column| column.is_null(row))
    }

    pub(crate) fn rowtimes(&self) -> &'a [i64] {
        self.rowtime
    }

    /// A column of text.
    pub(crate) fn texts(&self, column: usize) -> Option<Texts<'a>> {
        match self.columns.get(column) {
            Some(Column::Text(array)) => Some(Texts(array)),
            _ => None,
        }
    }

    /// Appends one cell, as `KeyTable` reads it.
    pub(crate) fn encode_column(&self, column: usize, row: usize, key: &mut Vec<u8>) {
        if let Some(column) = self.columns.get(column) {
            column.encode(row, key);
        }
    }

    /// Appends all cells of the row, as `KeyTable` reads them.
    pub(crate) fn encode(&self, row: usize, key: &mut Vec<u8>) {
        self.columns.iter().for_each(|column| column.encode(row, key));
    }

    /// A view of single columns, all of one length.
    pub(crate) fn of(columns: &'a [ArrayRef]) -> Self {
        Self { rowtime: &[], columns: columns.iter().map(Column::new).collect() }
    }

    pub(crate) fn row(&'a self, row: usize, origin: i64) -> RowCells<'a> {
        RowCells { view: self, row, origin }
    }
}

/// A column of text, read without making values of it.
pub(crate) struct Texts<'a>(&'a StringArray);

impl<'a> Texts<'a> {
    /// `None` for NULL.
    pub(crate) fn text(&self, row: usize) -> Option<&'a str> {
        if self.0.is_null(row) { None } else { Some(self.0.value(row)) }
    }
}

/// One row of a view.
pub(crate) struct RowCells<'a> {
    view: &'a View<'a>,
    row: usize,
    origin: i64,
}

impl Cells for RowCells<'_> {
    fn value(&self, column: usize) -> Value {
        self.view.value(column, self.row)
    }

    fn rowtime(&self) -> i64 {
        self.view.rowtime(self.row)
    }

    fn origin(&self) -> i64 {
        self.origin
    }
}
