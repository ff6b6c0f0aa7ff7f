//! Stream join: each row with the rows that the other side's window holds when it comes.
//!
//! Rows of both sides come as one sequence. A side without a window holds its latest row only. A
//! result has the ROWTIME of the later of its two rows. A row that stays without a match comes
//! out with NULLs: at once where its side has no window, else with the end of its window.
//! Does not: order rows of one instant (see `merge`).

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use levada_sql_functions::EvalError;
use levada_sql_lang::{SqlType, Value};

use super::{Extent, Operator, Run};
use crate::batch::{Batch, Builder, View};
use crate::compute::Computed;
use crate::expr::{Cells, Expr};
use crate::snapshot::{Damaged, Reader, Writer};

#[derive(Clone, Debug)]
pub(crate) struct StreamJoinPlan {
    pub sides: [JoinSide; 2],
    /// Columns of the left side; those of the right follow.
    pub left_width: usize,
    /// What keys do not say of the condition, over the joined row.
    pub residual: Option<Arc<Expr>>,
    pub types: Arc<[SqlType]>,
}

#[derive(Clone, Debug)]
pub(crate) struct JoinSide {
    /// What has to be equal on both sides, over the row with the side's number before it.
    pub keys: Arc<[Expr]>,
    /// `None`: only the latest row.
    pub window: Option<Extent>,
    pub keep_unmatched: bool,
}

/// A row in a side's window.
struct Held {
    rowtime: i64,
    /// `None` when a part of the key is NULL: the row matches nothing.
    key: Option<Box<[u8]>>,
    values: Vec<Value>,
    matched: bool,
}

#[derive(Default)]
struct Window {
    rows: VecDeque<Held>,
    /// How many rows have left; a row's number is its place plus this.
    left: u64,
    /// Numbers of the rows with a key, oldest first.
    by_key: HashMap<Box<[u8]>, VecDeque<u64>>,
    bytes: usize,
}

impl Window {
    fn push(&mut self, row: Held) {
        if let Some(key) = &row.key {
            let number = self.left + self.rows.len() as u64;
            self.by_key.entry(key.clone()).or_default().push_back(number);
        }
        self.bytes += row_bytes(&row);
        self.rows.push_back(row);
    }

    fn pop(&mut self) -> Option<Held> {
        let row = self.rows.pop_front()?;
        self.left += 1;
        self.bytes -= row_bytes(&row);
        if let Some(key) = &row.key
            && let Some(numbers) = self.by_key.get_mut(key)
        {
            numbers.pop_front();
            if numbers.is_empty() {
                self.by_key.remove(key);
            }
        }
        Some(row)
    }

    fn get(&self, number: u64) -> Option<&Held> {
        self.rows.get(usize::try_from(number.checked_sub(self.left)?).ok()?)
    }

    fn mark(&mut self, number: u64) {
        let place = number.checked_sub(self.left).and_then(|at| usize::try_from(at).ok());
        if let Some(row) = place.and_then(|at| self.rows.get_mut(at)) {
            row.matched = true;
        }
    }
}

fn row_bytes(row: &Held) -> usize {
    64 + row.values.len() * 24 + row.key.as_ref().map_or(0, |key| 2 * key.len() + 48)
}

struct StreamJoin {
    plan: StreamJoinPlan,
    windows: [Window; 2],
    /// ROWTIME of the last row given.
    last: i64,
}

pub(super) fn open(plan: &StreamJoinPlan) -> Box<dyn Operator> {
    let windows = [Window::default(), Window::default()];
    Box::new(StreamJoin { plan: plan.clone(), windows, last: i64::MIN })
}

struct JoinedCells<'a> {
    left: &'a [Value],
    right: &'a [Value],
    rowtime: i64,
    origin: i64,
}

impl Cells for JoinedCells<'_> {
    fn value(&self, column: usize) -> Value {
        let found = match column.checked_sub(self.left.len()) {
            None => self.left.get(column),
            Some(at) => self.right.get(at),
        };
        found.cloned().unwrap_or(Value::Null)
    }

    fn rowtime(&self) -> i64 {
        self.rowtime
    }

    fn origin(&self) -> i64 {
        self.origin
    }
}

/// A row of one side as it comes.
struct Coming {
    side: usize,
    rowtime: i64,
    key: Option<Box<[u8]>>,
    values: Vec<Value>,
}

impl StreamJoin {
    fn window(&self, side: usize) -> &Window {
        let [left, right] = &self.windows;
        if side == 0 { left } else { right }
    }

    fn window_mut(&mut self, side: usize) -> &mut Window {
        let [left, right] = &mut self.windows;
        if side == 0 { left } else { right }
    }

    fn side(&self, side: usize) -> &JoinSide {
        let [left, right] = &self.plan.sides;
        if side == 0 { left } else { right }
    }

    fn give(&mut self, rowtime: i64, side: usize, values: &[Value], built: &mut Builder) {
        let others = if side == 0 {
            self.plan.types.len() - self.plan.left_width
        } else {
            self.plan.left_width
        };
        let nulls = std::iter::repeat_n(Value::Null, others);
        self.last = self.last.max(rowtime);
        if side == 0 {
            built.push(self.last, values.iter().cloned().chain(nulls));
        } else {
            built.push(self.last, nulls.chain(values.iter().cloned()));
        }
    }

    /// Rows whose window has ended before `rowtime` leave, in the order of those ends.
    fn expire(&mut self, rowtime: i64, built: &mut Builder) {
        loop {
            let ends = [0, 1].map(|side| {
                let extent = self.side(side).window?;
                let first = self.window(side).rows.front()?;
                Some(extent.end(first.rowtime)).filter(|end| *end < rowtime)
            });
            let (side, at) = match ends {
                [Some(left), Some(right)] if right < left => (1, right),
                [Some(left), _] => (0, left),
                [None, Some(right)] => (1, right),
                [None, None] => return,
            };
            self.leave(side, at, built);
        }
    }

    /// The oldest row of a side leaves its window, unmatched or not.
    fn leave(&mut self, side: usize, rowtime: i64, built: &mut Builder) {
        let Some(row) = self.window_mut(side).pop() else { return };
        let definition = self.side(side);
        if definition.keep_unmatched && definition.window.is_some() && !row.matched {
            self.give(rowtime, side, &row.values, built);
        }
    }

    /// Numbers of the other side's rows that match.
    fn matches(&self, row: &Coming, origin: i64) -> Result<Vec<u64>, EvalError> {
        let other = self.window(1 - row.side);
        let numbers = row.key.as_ref().and_then(|key| other.by_key.get(key));
        let mut found = Vec::new();
        for &number in numbers.into_iter().flatten() {
            let Some(candidate) = other.get(number) else { continue };
            let (left, right) = match row.side {
                0 => (&row.values, &candidate.values),
                _ => (&candidate.values, &row.values),
            };
            let cells = JoinedCells { left, right, rowtime: row.rowtime, origin };
            let matching = match &self.plan.residual {
                Some(residual) => residual.eval(&cells)? == Value::Boolean(true),
                None => true,
            };
            if matching {
                found.push(number);
            }
        }
        Ok(found)
    }

    /// Joins one row, and takes it into its side's window.
    fn join(&mut self, row: Coming, origin: i64, built: &mut Builder) -> Result<(), EvalError> {
        let Coming { side, rowtime, .. } = row;
        let found = self.matches(&row, origin)?;
        let window = self.side(side).window;
        let count_max = match window {
            None => 0,
            Some(Extent::Rows(before)) => before,
            Some(_) => usize::MAX,
        };
        while self.window(side).rows.len() > count_max {
            self.leave(side, rowtime, built);
        }
        self.last = self.last.max(rowtime);
        for number in &found {
            if let Some(other) = self.window(1 - side).get(*number) {
                let (left, right) = match side {
                    0 => (&row.values, &other.values),
                    _ => (&other.values, &row.values),
                };
                built.push(rowtime, left.iter().chain(right).cloned());
            }
            self.window_mut(1 - side).mark(*number);
        }
        if found.is_empty() && window.is_none() && self.side(side).keep_unmatched {
            self.give(rowtime, side, &row.values, built);
        }
        let matched = !found.is_empty();
        let Coming { key, values, .. } = row;
        self.window_mut(side).push(Held { rowtime, key, values, matched });
        Ok(())
    }

    fn builder(&self, rows: usize) -> Builder {
        let types: Vec<&SqlType> = self.plan.types.iter().collect();
        Builder::new(&types, rows)
    }
}

/// The encoded key of a row; `None` when a part of it is NULL.
fn key(view: &View<'_>, columns: std::ops::Range<usize>, row: usize) -> Option<Box<[u8]>> {
    let mut key = Vec::new();
    for column in columns {
        if view.is_null(column, row) {
            return None;
        }
        view.encode_column(column, row, &mut key);
    }
    Some(key.into_boxed_slice())
}

impl Operator for StreamJoin {
    fn push(&mut self, batch: Batch, run: &mut Run<'_>, out: &mut Vec<Batch>) {
        let [left, right] = &self.plan.sides;
        let exprs: Vec<Expr> = left.keys.iter().chain(right.keys.iter()).cloned().collect();
        let count = left.keys.len();
        let mut computed = Computed::new(&batch, &exprs, run.origin);
        let batch = computed.settle(&batch, run);
        let (keys, view) = (View::of(&computed.columns), View::new(&batch));
        let mut built = self.builder(batch.len());
        let width = self.plan.types.len();
        for row in 0..batch.len() {
            let side = usize::from(view.value(0, row) == Value::Integer(1));
            let (of_key, of_row) = match side {
                0 => (0..count, 1..1 + self.plan.left_width),
                _ => (count..2 * count, 1 + self.plan.left_width..1 + width),
            };
            let rowtime = view.rowtime(row);
            self.expire(rowtime, &mut built);
            let values = of_row.clone().map(|column| view.value(column, row)).collect();
            let coming = Coming { side, rowtime, key: key(&keys, of_key, row), values };
            if let Err(error) = self.join(coming, run.origin, &mut built) {
                let values: Vec<Value> = of_row.map(|column| view.value(column, row)).collect();
                run.errors.failed(rowtime, &values, &error);
            }
        }
        if !built.is_empty() {
            out.push(built.finish());
        }
    }

    fn advance(&mut self, frontier: i64, _run: &mut Run<'_>, out: &mut Vec<Batch>) -> i64 {
        let mut built = self.builder(0);
        self.expire(frontier, &mut built);
        if !built.is_empty() {
            out.push(built.finish());
        }
        frontier
    }

    fn state_bytes(&self) -> usize {
        self.windows.iter().map(|window| window.bytes).sum()
    }

    fn save(&self, writer: &mut Writer) {
        writer.i64(self.last);
        for window in &self.windows {
            writer.count(window.rows.len());
            for row in &window.rows {
                writer.i64(row.rowtime);
                writer.bool(row.matched);
                writer.bool(row.key.is_some());
                writer.bytes(row.key.as_deref().unwrap_or(&[]));
                writer.values(&row.values);
            }
        }
    }

    fn load(&mut self, reader: &mut Reader<'_>) -> Result<(), Damaged> {
        self.last = reader.i64()?;
        for window in &mut self.windows {
            for _ in 0..reader.count()? {
                let rowtime = reader.i64()?;
                let (matched, has_key) = (reader.bool()?, reader.bool()?);
                let key = Some(reader.bytes()?).filter(|_| has_key).map(Box::from);
                window.push(Held { rowtime, key, values: reader.values()?, matched });
            }
        }
        Ok(())
    }
}
