//! Time sort: puts a column in the place of ROWTIME, and rows in its order, when none of them is
//! later than an interval (T-sort; event time with allowed lateness).
//!
//! A row comes out when a row that is the interval newer has come. One that is later still is an
//! error row; one without a time is left out.
//! Does not: listen to bounds, which say nothing about the column.

use std::collections::BTreeMap;
use std::sync::Arc;

use levada_sql_functions::EvalError;
use levada_sql_lang::{SqlType, Value};

use super::{Operator, Run};
use crate::batch::{Batch, Builder, View};
use crate::snapshot::{Damaged, Reader, Writer};

#[derive(Clone, Debug)]
pub(crate) struct TimeSortPlan {
    pub column: usize,
    /// Milliseconds that a row may be later than the newest before it.
    pub lateness: i64,
    /// A row without a time is an error instead of being left out.
    pub strict: bool,
    pub types: Arc<[SqlType]>,
}

struct TimeSort {
    plan: TimeSortPlan,
    /// By time, then order of arrival.
    held: BTreeMap<(i64, u64), Vec<Value>>,
    arrived: u64,
    newest: Option<i64>,
    /// ROWTIME of the first row given.
    first: Option<i64>,
}

pub(super) fn open(plan: &TimeSortPlan) -> Box<dyn Operator> {
    let plan = plan.clone();
    Box::new(TimeSort { plan, held: BTreeMap::new(), arrived: 0, newest: None, first: None })
}

impl TimeSort {
    /// No row before it is accepted any more.
    fn watermark(&self) -> i64 {
        self.newest.map_or(i64::MIN, |newest| newest.saturating_sub(self.plan.lateness))
    }

    fn give(&mut self, built: &mut Builder) {
        let watermark = self.watermark();
        while let Some(entry) = self.held.first_entry() {
            let (time, _) = *entry.key();
            if time > watermark {
                return;
            }
            self.first.get_or_insert(time);
            built.push(time, entry.remove());
        }
    }

    fn take(&mut self, time: &Value, values: Vec<Value>) -> Result<(), EvalError> {
        let Value::Timestamp(time) = time else {
            return if self.plan.strict { Err(EvalError::NullRowtime) } else { Ok(()) };
        };
        if time.0 < self.watermark() {
            return Err(EvalError::RowtimeOutOfOrder);
        }
        self.newest = self.newest.max(Some(time.0));
        self.held.insert((time.0, self.arrived), values);
        self.arrived += 1;
        Ok(())
    }
}

impl Operator for TimeSort {
    fn push(&mut self, batch: Batch, run: &mut Run<'_>, out: &mut Vec<Batch>) {
        let view = View::new(&batch);
        let types: Vec<&SqlType> = self.plan.types.iter().collect();
        let mut built = Builder::new(&types, batch.len());
        for row in 0..batch.len() {
            let time = view.value(self.plan.column, row);
            if let Err(error) = self.take(&time, view.values(row)) {
                run.errors.row_failed(&view, row, error);
            }
            self.give(&mut built);
        }
        if !built.is_empty() {
            out.push(built.finish());
        }
    }

    fn advance(&mut self, _frontier: i64, _run: &mut Run<'_>, _out: &mut Vec<Batch>) -> i64 {
        self.watermark()
    }

    fn first_instant(&self, _input: Option<i64>, _run: &Run<'_>) -> Option<i64> {
        self.first
    }

    fn state_bytes(&self) -> usize {
        self.held.len() * (64 + 24 * self.plan.types.len())
    }

    fn save(&self, writer: &mut Writer) {
        for time in [self.newest, self.first] {
            writer.bool(time.is_some());
            writer.i64(time.unwrap_or_default());
        }
        writer.count(self.held.len());
        for ((time, _), values) in &self.held {
            writer.i64(*time);
            writer.values(values);
        }
    }

    fn load(&mut self, reader: &mut Reader<'_>) -> Result<(), Damaged> {
        let mut time = || -> Result<Option<i64>, Damaged> {
            let known = reader.bool()?;
            let time = reader.i64()?;
            Ok(known.then_some(time))
        };
        (self.newest, self.first) = (time()?, time()?);
        for _ in 0..reader.count()? {
            let time = reader.i64()?;
            self.held.insert((time, self.arrived), reader.values()?);
            self.arrived += 1;
        }
        Ok(())
    }
}
