//! Sort: the rows of each run of one value of the leading, monotonic term, by the further terms.
//!
//! A run comes out when it is over. A row that sorting puts behind a later one takes its ROWTIME.
//! Does not: sort rows of different runs (see `time_sort`).

use std::cmp::Ordering;
use std::sync::Arc;

use levada_sql_functions::compare;
use levada_sql_lang::{SqlType, Value};

use super::{Operator, Run};
use crate::batch::{Batch, Builder, View};
use crate::snapshot::{Damaged, Reader, Writer};
use crate::window::WindowFunction;

#[derive(Clone, Debug)]
pub(crate) struct SortPlan {
    /// What is one value in a run.
    pub run: WindowFunction,
    pub keys: Arc<[SortKey]>,
    pub types: Arc<[SqlType]>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct SortKey {
    pub column: usize,
    pub descending: bool,
}

struct Sort {
    plan: SortPlan,
    rows: Vec<(i64, Vec<Value>)>,
    /// Where the run of the held rows ends.
    end: i64,
}

pub(super) fn open(plan: &SortPlan) -> Box<dyn Operator> {
    Box::new(Sort { plan: plan.clone(), rows: Vec::new(), end: i64::MAX })
}

/// NULL sorts before every value.
fn order(a: &Value, b: &Value) -> Ordering {
    match (a.is_null(), b.is_null()) {
        (false, false) => compare(a, b, false).unwrap_or(Ordering::Equal),
        (a, b) => b.cmp(&a),
    }
}

impl Sort {
    fn give(&mut self, out: &mut Vec<Batch>) {
        if self.rows.is_empty() {
            return;
        }
        let keys = &self.plan.keys;
        self.rows.sort_by(|(_, a), (_, b)| {
            let by = |key: &SortKey| {
                let null = Value::Null;
                let (a, b) = (a.get(key.column), b.get(key.column));
                let order = order(a.unwrap_or(&null), b.unwrap_or(&null));
                if key.descending { order.reverse() } else { order }
            };
            keys.iter().map(by).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
        });
        let types: Vec<&SqlType> = self.plan.types.iter().collect();
        let mut built = Builder::new(&types, self.rows.len());
        let mut last = i64::MIN;
        for (rowtime, values) in self.rows.drain(..) {
            last = last.max(rowtime);
            built.push(last, values);
        }
        out.push(built.finish());
    }

    fn hold(&mut self, rowtime: i64, values: Vec<Value>, origin: i64) {
        if self.rows.is_empty() {
            self.end = self.plan.run.end(rowtime, origin);
        }
        self.rows.push((rowtime, values));
    }
}

impl Operator for Sort {
    fn push(&mut self, batch: Batch, run: &mut Run<'_>, out: &mut Vec<Batch>) {
        let view = View::new(&batch);
        for row in 0..batch.len() {
            let rowtime = view.rowtime(row);
            if rowtime >= self.end {
                self.give(out);
            }
            self.hold(rowtime, view.values(row), run.origin);
        }
    }

    fn advance(&mut self, frontier: i64, _run: &mut Run<'_>, out: &mut Vec<Batch>) -> i64 {
        if frontier >= self.end {
            self.give(out);
        }
        self.rows.first().map_or(frontier, |(first, _)| frontier.min(*first))
    }

    fn state_bytes(&self) -> usize {
        self.rows.len() * (32 + 24 * self.plan.types.len())
    }

    fn save(&self, writer: &mut Writer) {
        writer.i64(self.end);
        writer.count(self.rows.len());
        for (rowtime, values) in &self.rows {
            writer.i64(*rowtime);
            writer.values(values);
        }
    }

    fn load(&mut self, reader: &mut Reader<'_>) -> Result<(), Damaged> {
        self.end = reader.i64()?;
        for _ in 0..reader.count()? {
            self.rows.push((reader.i64()?, reader.values()?));
        }
        Ok(())
    }
}
