//! Rows of source streams on their way into an engine, made column by column.
//! Does not: coerce; a decoder gives each column cells of its own type.

use std::sync::Arc;

use levada_sql_functions::EvalError;
use levada_sql_lang::{Decimal, SqlType, Value};
use levada_types::Timestamp;

use crate::batch::{Batch, Builder, View};
use crate::catalog::ColumnDef;
use crate::engine::Engine;
use crate::errors::ErrorRow;

/// One cell of a source row, borrowed from what it was decoded from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'a> {
    Null,
    Boolean(bool),
    Integer(i64),
    Decimal(Decimal),
    Double(f64),
    /// At most as long as the column.
    Text(&'a str),
    Bytes(&'a [u8]),
    /// Days since the epoch.
    Date(i32),
    /// Milliseconds of the day.
    Time(i32),
    Timestamp(Timestamp),
}

impl Cell<'_> {
    pub fn to_value(self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Boolean(truth) => Value::Boolean(truth),
            Self::Integer(number) => Value::Integer(number),
            Self::Decimal(number) => Value::Decimal(number),
            Self::Double(number) => Value::Double(number),
            Self::Text(text) => Value::text(text),
            Self::Bytes(bytes) => Value::Binary(bytes.into()),
            Self::Date(days) => Value::Date(days),
            Self::Time(ms) => Value::Time(ms),
            Self::Timestamp(time) => Value::Timestamp(time),
        }
    }

    /// `Null` for an interval: no source column has one.
    pub fn of(value: &Value) -> Cell<'_> {
        match value {
            Value::Null | Value::Interval(_) => Cell::Null,
            Value::Boolean(truth) => Cell::Boolean(*truth),
            Value::Integer(number) => Cell::Integer(*number),
            Value::Decimal(number) => Cell::Decimal(*number),
            Value::Double(number) => Cell::Double(*number),
            Value::Varchar(text) => Cell::Text(text),
            Value::Binary(bytes) => Cell::Bytes(bytes),
            Value::Date(days) => Cell::Date(*days),
            Value::Time(ms) => Cell::Time(*ms),
            Value::Timestamp(time) => Cell::Timestamp(*time),
        }
    }
}

/// Rows of one source stream, in ascending ROWTIME.
pub struct SourceRows {
    builder: Builder,
    last: i64,
}

impl SourceRows {
    /// Room for rows of a stream with these columns.
    pub fn new(columns: &[ColumnDef], rows: usize) -> Self {
        let types: Vec<&SqlType> = columns.iter().map(|column| &column.ty).collect();
        Self { builder: Builder::new(&types, rows), last: i64::MIN }
    }

    /// Adds a row with one cell for each column. A cell of another type than its column becomes
    /// NULL. A ROWTIME below the row before it is taken as that row's.
    pub fn push(&mut self, rowtime: Timestamp, cells: &[Cell<'_>]) {
        self.last = self.last.max(rowtime.as_millis());
        self.builder.push_cells(self.last, cells);
    }

    pub fn len(&self) -> usize {
        self.builder.len()
    }

    pub fn is_empty(&self) -> bool {
        self.builder.is_empty()
    }
}

impl Engine {
    /// Takes rows of several source streams at once; they are one sequence, ordered by ROWTIME
    /// and then by their streams' order here. A row below the last bound goes to the error
    /// stream. A name that is no source stream of the catalog is ignored.
    pub fn push_rows(&mut self, rows: Vec<(&str, SourceRows)>) {
        let mut pushed = Vec::with_capacity(rows.len());
        for (name, rows) in rows {
            let found = self.program.streams.iter().position(|s| s.source && s.name == name);
            let Some(at) = found.filter(|_| !rows.is_empty()) else { continue };
            let batch = self.refuse_late(name, rows.builder.finish());
            pushed.extend(Some((at, batch)).filter(|(_, batch)| !batch.is_empty()));
        }
        let times = pushed.iter().flat_map(|(_, batch)| batch.rowtimes());
        let (Some(first), Some(last)) = (times.clone().min().copied(), times.max().copied()) else {
            return;
        };
        self.origin.get_or_insert(first);
        let program = Arc::clone(&self.program);
        if program.may_fail_in_foreign_time() {
            self.push_one_by_one(pushed);
        } else {
            self.frontier = last;
            self.cycle(pushed);
        }
    }

    /// Puts a failure that happened before the engine into the error stream, where it takes its
    /// place among the engine's own by `error_time`. It must not lie below the last bound.
    pub fn report(&mut self, row: ErrorRow) {
        self.errors.report(row);
    }

    /// The rows that are not below the frontier.
    fn refuse_late(&mut self, stream: &str, batch: Batch) -> Batch {
        let count = batch.rowtimes().partition_point(|rowtime| *rowtime < self.frontier);
        let (late, rest) = batch.split(count);
        let view = View::new(&late);
        self.errors.enter(0, stream);
        for row in 0..late.len() {
            let error = EvalError::RowtimeOutOfOrder;
            self.errors.failed(view.rowtime(row), &view.values(row), &error);
        }
        rest
    }

    /// Where a query puts other times in the place of ROWTIME, what fails is ordered by the
    /// input row that made it fail; that row has to be known.
    fn push_one_by_one(&mut self, pushed: Vec<(usize, Batch)>) {
        let mut order: Vec<(i64, usize, usize)> = Vec::new();
        for (place, (_, batch)) in pushed.iter().enumerate() {
            let times = batch.rowtimes().iter().enumerate();
            order.extend(times.map(|(row, rowtime)| (*rowtime, place, row)));
        }
        order.sort_unstable();
        for (rowtime, place, row) in order {
            let Some((at, batch)) = pushed.get(place) else { continue };
            if rowtime > self.frontier {
                self.frontier = rowtime;
                self.cycle(Vec::new());
            }
            let (single, _) = batch.split(row).1.split(1);
            self.cycle(vec![(*at, single)]);
        }
    }
}
