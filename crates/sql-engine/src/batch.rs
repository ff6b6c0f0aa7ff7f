//! Column batches: Arrow arrays beside an array of ROWTIMEs in milliseconds.
//! Does not: compute anything but the choice of rows.

use std::sync::Arc;

use arrow_array::builder::{
    ArrayBuilder, BinaryBuilder, BooleanBuilder, Date32Builder, Decimal128Builder,
    DurationMillisecondBuilder, Float64Builder, Int64Builder, IntervalYearMonthBuilder,
    NullBuilder, StringBuilder, Time32MillisecondBuilder, TimestampMillisecondBuilder,
};
use arrow_array::{Array, ArrayRef, Int64Array};
use arrow_schema::DataType;
use levada_sql_lang::{Decimal, Interval, SqlType, Value};

use crate::source::Cell;
pub(crate) use crate::view::{RowCells, View};

/// Digits of every decimal column; the SQL type's own bound is checked when values are made.
const DECIMAL_DIGITS: u8 = 38;

/// Rows of one operator's output, in ascending ROWTIME.
#[derive(Clone, Debug)]
pub(crate) struct Batch {
    rowtime: Int64Array,
    columns: Vec<ArrayRef>,
}

impl Batch {
    pub(crate) fn new(rowtimes: &[i64], columns: Vec<ArrayRef>) -> Self {
        Self { rowtime: Int64Array::from(rowtimes.to_vec()), columns }
    }

    pub(crate) fn into_columns(self) -> Vec<ArrayRef> {
        self.columns
    }

    pub(crate) fn len(&self) -> usize {
        self.rowtime.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rowtime.is_empty()
    }

    /// These columns beside the rows' ROWTIMEs.
    pub(crate) fn replaced(&self, columns: Vec<ArrayRef>) -> Self {
        Self { rowtime: self.rowtime.clone(), columns }
    }

    /// The rows whose place in `keep` is true.
    pub(crate) fn filter(&self, keep: &[bool]) -> Self {
        if keep.iter().all(|keep| *keep) {
            return self.clone();
        }
        let chosen = keep.iter().enumerate().filter(|(_, keep)| **keep).map(|(at, _)| at as u64);
        let chosen = arrow_array::UInt64Array::from_iter_values(chosen);
        self.take(&chosen)
    }

    fn take(&self, chosen: &arrow_array::UInt64Array) -> Self {
        let take = |array: &dyn Array| {
            arrow_select::take::take(array, chosen, None).expect("the rows are within the batch")
        };
        let rowtime = take(&self.rowtime);
        Self {
            rowtime: Int64Array::from(rowtime.to_data()),
            columns: self.columns.iter().map(|column| take(column.as_ref())).collect(),
        }
    }

    /// The first `count` rows, and the rest.
    pub(crate) fn split(&self, count: usize) -> (Self, Self) {
        let slice = |from: usize, length: usize| Self {
            rowtime: self.rowtime.slice(from, length),
            columns: self.columns.iter().map(|column| column.slice(from, length)).collect(),
        };
        (slice(0, count), slice(count, self.len() - count))
    }

    /// One batch of all rows, sorted by ROWTIME; rows of equal ROWTIME keep their order.
    pub(crate) fn merge(batches: &[Self]) -> Option<Self> {
        let first = batches.first()?;
        if batches.len() == 1 {
            return Some(first.clone());
        }
        let concat = |arrays: &[&dyn Array]| {
            arrow_select::concat::concat(arrays).expect("batches of one stream have its columns")
        };
        let rowtimes: Vec<&dyn Array> = batches.iter().map(|b| &b.rowtime as &dyn Array).collect();
        let rowtime = Int64Array::from(concat(&rowtimes).to_data());
        let columns = (0..first.columns.len())
            .map(|at| {
                let parts = batches.iter().filter_map(|batch| batch.columns.get(at));
                concat(&parts.map(AsRef::as_ref).collect::<Vec<_>>())
            })
            .collect();
        let all = Self { rowtime, columns };
        let mut order: Vec<u64> = (0..all.len() as u64).collect();
        let times = all.rowtime.values();
        order.sort_by_key(|at| times.get(*at as usize).copied());
        Some(all.take(&arrow_array::UInt64Array::from(order)))
    }

    /// The same rows with more columns behind theirs.
    pub(crate) fn with_columns(&self, more: impl IntoIterator<Item = ArrayRef>) -> Self {
        let columns = self.columns.iter().cloned().chain(more).collect();
        Self { rowtime: self.rowtime.clone(), columns }
    }

    pub(crate) fn columns(&self) -> &[ArrayRef] {
        &self.columns
    }

    pub(crate) fn column(&self, at: usize) -> Option<&ArrayRef> {
        self.columns.get(at)
    }

    /// Bytes held, about.
    pub(crate) fn bytes(&self) -> usize {
        self.columns.iter().map(|column| column.get_array_memory_size()).sum::<usize>()
            + 8 * self.len()
    }

    pub(crate) fn rowtimes(&self) -> &[i64] {
        self.rowtime.values()
    }
}

/// Whether an array is what columns of this type are kept in.
pub(crate) fn holds(array: &ArrayRef, ty: SqlType) -> bool {
    match (array.data_type(), ty) {
        (DataType::Null, SqlType::Null) => true,
        (DataType::Int64, ty) => ty.is_integer(),
        (DataType::Decimal128(_, scale), SqlType::Decimal { scale: wanted, .. }) => {
            u32::try_from(*scale) == Ok(wanted)
        }
        (DataType::Float64, ty) => ty.is_approximate(),
        (DataType::Boolean, SqlType::Boolean) => true,
        (DataType::Utf8, ty) => ty.is_text(),
        (DataType::Binary, SqlType::Binary(_) | SqlType::Varbinary(_)) => true,
        (DataType::Date32, SqlType::Date) => true,
        (DataType::Time32(_), SqlType::Time) => true,
        (DataType::Timestamp(..), SqlType::Timestamp) => true,
        (DataType::Interval(_), SqlType::Interval(qualifier)) => qualifier.is_year_month(),
        (DataType::Duration(_), SqlType::Interval(qualifier)) => !qualifier.is_year_month(),
        _ => false,
    }
}

/// A batch being made, row by row.
pub(crate) struct Builder {
    rowtime: Int64Builder,
    columns: Vec<ColumnBuilder>,
}

impl Builder {
    pub(crate) fn new(types: &[&SqlType], rows: usize) -> Self {
        Self {
            rowtime: Int64Builder::with_capacity(rows),
            columns: types.iter().map(|ty| ColumnBuilder::new(**ty, rows)).collect(),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rowtime.is_empty()
    }

    /// Adds a row; a value that its column cannot hold becomes NULL, missing ones too.
    pub(crate) fn push(&mut self, rowtime: i64, values: impl IntoIterator<Item = Value>) {
        self.rowtime.append_value(rowtime);
        let mut values = values.into_iter();
        for column in &mut self.columns {
            column.push(values.next().unwrap_or(Value::Null));
        }
    }

    /// As `push`, from cells that were made for these columns.
    pub(crate) fn push_cells(&mut self, rowtime: i64, cells: &[Cell<'_>]) {
        self.rowtime.append_value(rowtime);
        let missing = std::iter::repeat(&Cell::Null);
        for (column, cell) in self.columns.iter_mut().zip(cells.iter().chain(missing)) {
            column.push_cell(*cell);
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.rowtime.len()
    }

    pub(crate) fn finish(mut self) -> Batch {
        let columns = self.columns.iter_mut().map(ColumnBuilder::finish).collect();
        Batch { rowtime: self.rowtime.finish(), columns }
    }
}

pub(crate) enum ColumnBuilder {
    Null(NullBuilder),
    Boolean(BooleanBuilder),
    Integer(Int64Builder),
    Decimal(Decimal128Builder, u32),
    Double(Float64Builder),
    Text(StringBuilder),
    Bytes(BinaryBuilder),
    Date(Date32Builder),
    Time(Time32MillisecondBuilder),
    Timestamp(TimestampMillisecondBuilder),
    Months(IntervalYearMonthBuilder),
    Millis(DurationMillisecondBuilder),
}

impl ColumnBuilder {
    pub(crate) fn new(ty: SqlType, rows: usize) -> Self {
        match ty {
            SqlType::Null => Self::Null(NullBuilder::new()),
            SqlType::TinyInt | SqlType::SmallInt | SqlType::Integer | SqlType::BigInt => {
                Self::Integer(Int64Builder::with_capacity(rows))
            }
            SqlType::Decimal { scale, .. } => {
                let scale = scale.min(u32::from(DECIMAL_DIGITS));
                let arrow_scale = i8::try_from(scale).unwrap_or(0);
                let ty = DataType::Decimal128(DECIMAL_DIGITS, arrow_scale);
                let builder = Decimal128Builder::with_capacity(rows).with_data_type(ty);
                Self::Decimal(builder, scale)
            }
            SqlType::Real | SqlType::Double => Self::Double(Float64Builder::with_capacity(rows)),
            SqlType::Boolean => Self::Boolean(BooleanBuilder::with_capacity(rows)),
            SqlType::Char(_) | SqlType::Varchar(_) => Self::Text(StringBuilder::new()),
            SqlType::Binary(_) | SqlType::Varbinary(_) => Self::Bytes(BinaryBuilder::new()),
            SqlType::Date => Self::Date(Date32Builder::with_capacity(rows)),
            SqlType::Time => Self::Time(Time32MillisecondBuilder::with_capacity(rows)),
            SqlType::Timestamp => Self::Timestamp(TimestampMillisecondBuilder::with_capacity(rows)),
            SqlType::Interval(qualifier) if qualifier.is_year_month() => {
                Self::Months(IntervalYearMonthBuilder::with_capacity(rows))
            }
            SqlType::Interval(_) => Self::Millis(DurationMillisecondBuilder::with_capacity(rows)),
        }
    }

    /// Adds a text that came out of a column of text.
    pub(crate) fn push_text(&mut self, text: &[u8]) {
        match (self, std::str::from_utf8(text)) {
            (Self::Text(builder), Ok(text)) => builder.append_value(text),
            (column, _) => column.push(Value::Null),
        }
    }

    /// Adds a value; one that the column cannot hold becomes NULL.
    pub(crate) fn push(&mut self, value: Value) {
        match (self, value) {
            (Self::Null(builder), _) => builder.append_null(),
            (Self::Boolean(builder), Value::Boolean(truth)) => builder.append_value(truth),
            (Self::Integer(builder), Value::Integer(number)) => builder.append_value(number),
            (Self::Decimal(builder, scale), Value::Decimal(number)) => {
                builder.append_option(number.rescale(*scale).map(|number| number.unscaled));
            }
            (Self::Decimal(builder, scale), Value::Integer(number)) => {
                let number = Decimal::from(number).rescale(*scale);
                builder.append_option(number.map(|number| number.unscaled));
            }
            (Self::Double(builder), Value::Double(number)) => builder.append_value(number),
            (Self::Double(builder), Value::Integer(number)) => builder.append_value(number as f64),
            (Self::Double(builder), Value::Decimal(number)) => {
                builder.append_value(number.to_f64());
            }
            (Self::Text(builder), Value::Varchar(text)) => builder.append_value(&*text),
            (Self::Bytes(builder), Value::Binary(bytes)) => builder.append_value(&*bytes),
            (Self::Date(builder), Value::Date(days)) => builder.append_value(days),
            (Self::Time(builder), Value::Time(ms)) => builder.append_value(ms),
            (Self::Timestamp(builder), Value::Timestamp(time)) => builder.append_value(time.0),
            (Self::Months(builder), Value::Interval(Interval::Months(months))) => {
                builder.append_option(i32::try_from(months).ok());
            }
            (Self::Millis(builder), Value::Interval(Interval::Millis(ms))) => {
                builder.append_value(ms);
            }
            (Self::Boolean(builder), _) => builder.append_null(),
            (Self::Integer(builder), _) => builder.append_null(),
            (Self::Decimal(builder, _), _) => builder.append_null(),
            (Self::Double(builder), _) => builder.append_null(),
            (Self::Text(builder), _) => builder.append_null(),
            (Self::Bytes(builder), _) => builder.append_null(),
            (Self::Date(builder), _) => builder.append_null(),
            (Self::Time(builder), _) => builder.append_null(),
            (Self::Timestamp(builder), _) => builder.append_null(),
            (Self::Months(builder), _) => builder.append_null(),
            (Self::Millis(builder), _) => builder.append_null(),
        }
    }

    fn push_cell(&mut self, cell: Cell<'_>) {
        match (self, cell) {
            (Self::Integer(builder), Cell::Integer(number)) => builder.append_value(number),
            (Self::Text(builder), Cell::Text(text)) => builder.append_value(text),
            (Self::Double(builder), Cell::Double(number)) => builder.append_value(number),
            (Self::Timestamp(builder), Cell::Timestamp(time)) => builder.append_value(time.0),
            (column, cell) => column.push(cell.to_value()),
        }
    }

    pub(crate) fn finish(&mut self) -> ArrayRef {
        match self {
            Self::Null(builder) => Arc::new(builder.finish()),
            Self::Boolean(builder) => Arc::new(builder.finish()),
            Self::Integer(builder) => Arc::new(builder.finish()),
            Self::Decimal(builder, _) => Arc::new(builder.finish()),
            Self::Double(builder) => Arc::new(builder.finish()),
            Self::Text(builder) => Arc::new(builder.finish()),
            Self::Bytes(builder) => Arc::new(builder.finish()),
            Self::Date(builder) => Arc::new(builder.finish()),
            Self::Time(builder) => Arc::new(builder.finish()),
            Self::Timestamp(builder) => Arc::new(builder.finish()),
            Self::Months(builder) => Arc::new(builder.finish()),
            Self::Millis(builder) => Arc::new(builder.finish()),
        }
    }
}
