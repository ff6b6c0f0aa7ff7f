//! Slide: one row for each input row, with aggregates over the rows before it.
//!
//! A frame holds the rows of one partition that came so far, the current one last. RANGE includes
//! both of its ends; rows of the same ROWTIME that come later are not in it. State depends on
//! rows alone: bounds neither give output nor forget anything.
//! Does not: give rows again when their frame shrinks.

use std::collections::VecDeque;
use std::sync::Arc;

use levada_sql_functions::aggregate::{Distinct, Frame, Sliding};
use levada_sql_functions::analytic::Reading;
use levada_sql_functions::{AggregateFunction, Arithmetic, EvalError, calculate};
use levada_sql_lang::{Interval, SqlType, Value};
use levada_types::Timestamp;

use super::{Operator, Run};
use crate::batch::{Batch, Builder, View};
use crate::compute::Computed;
use crate::expr::{Expr, OverFunction};
use crate::keys::KeyTable;
use crate::snapshot::{Damaged, Reader, Writer};

/// Silent partitions are looked for after at least so many rows.
const SWEEP_ROWS_MIN: usize = 4_096;

/// How far back a frame reaches from its current row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// So many rows before the current one.
    Rows(usize),
    /// So many milliseconds, both ends included.
    Millis(i64),
    Months(i64),
    Unbounded,
}

impl Extent {
    /// The earliest ROWTIME within the frame of a row at `rowtime`.
    pub(crate) fn reach(self, rowtime: i64) -> i64 {
        match self {
            Self::Rows(_) | Self::Unbounded => i64::MIN,
            Self::Millis(ms) => rowtime.saturating_sub(ms),
            Self::Months(months) => {
                moved(rowtime, months, Arithmetic::Subtract).unwrap_or(i64::MIN)
            }
        }
    }

    /// The last instant at which a row of `rowtime` is within reach.
    pub(crate) fn end(self, rowtime: i64) -> i64 {
        match self {
            Self::Rows(_) | Self::Unbounded => i64::MAX,
            Self::Millis(ms) => rowtime.saturating_add(ms),
            Self::Months(months) => moved(rowtime, months, Arithmetic::Add).unwrap_or(i64::MAX),
        }
    }
}

/// The instant so many months before or after another.
fn moved(rowtime: i64, months: i64, direction: Arithmetic) -> Option<i64> {
    let months = Value::Interval(Interval::Months(months));
    let from = Value::Timestamp(Timestamp(rowtime));
    match calculate(direction, &from, &months, SqlType::Timestamp) {
        Ok(Value::Timestamp(time)) => Some(time.0),
        _ => None,
    }
}

#[derive(Clone, Debug)]
pub(crate) struct SlidePlan {
    pub windows: Arc<[WindowPlan]>,
    pub calls: Arc<[SlideCall]>,
    /// Types of the results, in the order of the calls.
    pub types: Arc<[SqlType]>,
}

#[derive(Clone, Debug)]
pub(crate) struct WindowPlan {
    pub partition: Arc<[Expr]>,
    pub extent: Extent,
    /// What the calls of this window read of each row of a frame.
    pub read: Arc<[Expr]>,
}

#[derive(Clone, Debug)]
pub(crate) struct SlideCall {
    pub window: usize,
    pub function: OverFunction,
    /// Which of the window's expressions it reads; `None` for `COUNT(*)`.
    pub argument: Option<usize>,
    pub argument_type: Option<SqlType>,
    /// The arguments after the first, computed for the current row only.
    pub arguments: Arc<[Expr]>,
}

fn start(function: &AggregateFunction, ty: Option<SqlType>, distinct: bool) -> Box<dyn Sliding> {
    let state = (function.sliding)(ty);
    if distinct { Box::new(Distinct::new(state)) } else { state }
}

/// The rows of one partition, and the aggregates over them.
struct Partition {
    rowtimes: VecDeque<i64>,
    /// As many values per row as the window reads.
    values: VecDeque<Value>,
    /// By call of the window; `None` for functions that read the frame.
    states: Vec<Option<Box<dyn Sliding>>>,
}

struct FrameOf<'a> {
    partition: &'a Partition,
    width: usize,
    argument: Option<usize>,
}

impl Frame for FrameOf<'_> {
    fn len(&self) -> usize {
        self.partition.rowtimes.len()
    }

    fn value(&self, at: usize) -> &Value {
        let place = self.argument.map(|argument| at * self.width + argument);
        place.and_then(|place| self.partition.values.get(place)).unwrap_or(&Value::Null)
    }

    fn rowtime(&self, at: usize) -> i64 {
        self.partition.rowtimes.get(at).copied().unwrap_or(0)
    }
}

/// One window with its partitions, and the calls over it.
struct Window {
    plan: WindowPlan,
    /// The calls with their places in the output.
    calls: Vec<(usize, SlideCall)>,
    keys: KeyTable,
    partitions: Vec<Partition>,
    /// Rows of all partitions.
    rows: usize,
    rows_since_sweep: usize,
}

impl Window {
    fn new_partition(&self) -> Partition {
        let state = |(_, call): &(usize, SlideCall)| match call.function {
            OverFunction::Aggregate { function, distinct } => {
                Some(start(function, call.argument_type, distinct))
            }
            OverFunction::Analytic { .. } => None,
        };
        let states = self.calls.iter().map(state).collect();
        Partition { rowtimes: VecDeque::new(), values: VecDeque::new(), states }
    }

    /// The row enters its partition, and those it pushes out leave. Returns the partition.
    fn enter(&mut self, key: &[u8], rowtime: i64, values: impl Iterator<Item = Value>) -> usize {
        self.sweep(rowtime);
        let (at, is_new) = self.keys.number(key);
        if is_new {
            let partition = self.new_partition();
            self.partitions.push(partition);
        }
        let width = self.plan.read.len();
        let Some(partition) = self.partitions.get_mut(at) else { return at };
        let reach = self.plan.extent.reach(rowtime);
        let count_max = match self.plan.extent {
            Extent::Rows(before) => before,
            _ => usize::MAX,
        };
        while partition.rowtimes.len() > count_max
            || partition.rowtimes.front().is_some_and(|first| *first < reach)
        {
            partition.leave(&self.calls, width);
            self.rows -= 1;
        }
        partition.enter(&self.calls, width, rowtime, values);
        self.rows += 1;
        at
    }

    /// Forgets partitions all of whose rows are out of reach. When this happens depends on the
    /// rows alone, as everything that a snapshot holds.
    fn sweep(&mut self, rowtime: i64) {
        self.rows_since_sweep += 1;
        let reach = self.plan.extent.reach(rowtime);
        if reach == i64::MIN
            || self.rows_since_sweep < SWEEP_ROWS_MIN.max(2 * self.partitions.len())
        {
            return;
        }
        self.rows_since_sweep = 0;
        let mut keys = KeyTable::new();
        let mut kept = Vec::new();
        for (at, partition) in std::mem::take(&mut self.partitions).into_iter().enumerate() {
            if partition.rowtimes.back().is_some_and(|last| *last >= reach) {
                keys.number(self.keys.key(at));
                kept.push(partition);
            } else {
                self.rows -= partition.rowtimes.len();
            }
        }
        (self.keys, self.partitions) = (keys, kept);
    }

    /// The results of this window's calls for the row that entered last.
    fn results(
        &self,
        partition: usize,
        arguments: &[Vec<Value>],
        results: &mut [Value],
    ) -> Result<(), EvalError> {
        let Some(partition) = self.partitions.get(partition) else { return Ok(()) };
        for (at, (place, call)) in self.calls.iter().enumerate() {
            let width = self.plan.read.len();
            let frame = FrameOf { partition, width, argument: call.argument };
            let value = match (&call.function, partition.states.get(at)) {
                (OverFunction::Analytic { function, from_last, ignore_nulls }, _) => {
                    let arguments = arguments.get(*place).map_or(&[][..], Vec::as_slice);
                    let (from_last, ignore_nulls) = (*from_last, *ignore_nulls);
                    let reading = Reading { arguments, from_last, ignore_nulls };
                    (function.eval)(&reading, &frame)?
                }
                (_, Some(Some(state))) => state.value(&frame)?,
                _ => Value::Null,
            };
            if let Some(result) = results.get_mut(*place) {
                *result = value;
            }
        }
        Ok(())
    }

    fn save(&self, writer: &mut Writer) {
        writer.count(self.rows_since_sweep);
        writer.count(self.partitions.len());
        let width = self.plan.read.len();
        for (at, partition) in self.partitions.iter().enumerate() {
            writer.bytes(self.keys.key(at));
            writer.count(partition.rowtimes.len());
            let mut values = partition.values.iter();
            for rowtime in &partition.rowtimes {
                writer.i64(*rowtime);
                values.by_ref().take(width).for_each(|value| writer.value(value));
            }
        }
    }

    fn load(&mut self, reader: &mut Reader<'_>) -> Result<(), Damaged> {
        // A count of rows takes no bytes of its own, so that it is not checked against the rest.
        self.rows_since_sweep = usize::try_from(reader.i64()?).map_err(|_| Damaged)?;
        let width = self.plan.read.len();
        for _ in 0..reader.count()? {
            let (at, is_new) = self.keys.number(reader.bytes()?);
            if !is_new || at != self.partitions.len() {
                return Err(Damaged);
            }
            let mut partition = self.new_partition();
            for _ in 0..reader.count()? {
                let rowtime = reader.i64()?;
                let values = (0..width).map(|_| reader.value()).collect::<Result<Vec<_>, _>>()?;
                partition.enter(&self.calls, width, rowtime, values.into_iter());
                self.rows += 1;
            }
            self.partitions.push(partition);
        }
        Ok(())
    }
}

impl Partition {
    fn enter(
        &mut self,
        calls: &[(usize, SlideCall)],
        width: usize,
        rowtime: i64,
        values: impl Iterator<Item = Value>,
    ) {
        self.rowtimes.push_back(rowtime);
        let row = self.values.len();
        self.values.extend(values.take(width));
        for ((_, call), state) in calls.iter().zip(&mut self.states) {
            if let Some(state) = state {
                state.enter(call.argument.and_then(|argument| self.values.get(row + argument)));
            }
        }
    }

    fn leave(&mut self, calls: &[(usize, SlideCall)], width: usize) {
        for ((_, call), state) in calls.iter().zip(&mut self.states) {
            if let Some(state) = state {
                state.leave(call.argument.and_then(|argument| self.values.get(argument)));
            }
        }
        self.rowtimes.pop_front();
        self.values.drain(..width.min(self.values.len()));
    }
}

struct Slide {
    plan: SlidePlan,
    windows: Vec<Window>,
}

pub(super) fn open(plan: &SlidePlan) -> Box<dyn Operator> {
    let window = |(at, window): (usize, &WindowPlan)| Window {
        plan: window.clone(),
        calls: plan.calls.iter().cloned().enumerate().filter(|(_, c)| c.window == at).collect(),
        keys: KeyTable::new(),
        partitions: Vec::new(),
        rows: 0,
        rows_since_sweep: 0,
    };
    let windows = plan.windows.iter().enumerate().map(window).collect();
    Box::new(Slide { plan: plan.clone(), windows })
}

impl Operator for Slide {
    fn push(&mut self, batch: Batch, run: &mut Run<'_>, out: &mut Vec<Batch>) {
        // All that is read of a row is computed first: a row that fails enters no frame.
        let of_windows = self
            .windows
            .iter()
            .flat_map(|window| window.plan.partition.iter().chain(window.plan.read.iter()));
        let of_calls = self.plan.calls.iter().flat_map(|call| call.arguments.iter());
        let exprs: Vec<Expr> = of_windows.chain(of_calls).cloned().collect();
        let mut computed = Computed::new(&batch, &exprs, run.origin);
        let batch = computed.settle(&batch, run);
        let types: Vec<&SqlType> = self.plan.types.iter().collect();
        let mut built = Builder::new(&types, batch.len());
        let mut failed: Vec<(usize, EvalError)> = Vec::new();
        let mut key = Vec::new();
        let mut results = vec![Value::Null; self.plan.calls.len()];
        let views = Views::new(&self.plan, &computed.columns);
        for (row, rowtime) in batch.rowtimes().iter().enumerate() {
            let arguments = views.arguments(row);
            let mut outcome = Ok(());
            for (window, (keys, read)) in self.windows.iter_mut().zip(&views.windows) {
                key.clear();
                keys.encode(row, &mut key);
                let width = window.plan.read.len();
                let values = (0..width).map(|column| read.value(column, row));
                let partition = window.enter(&key, *rowtime, values);
                outcome =
                    outcome.and_then(|()| window.results(partition, &arguments, &mut results));
            }
            match outcome {
                Ok(()) => built.push(*rowtime, results.iter().cloned()),
                Err(error) => {
                    built.push(*rowtime, std::iter::empty());
                    failed.push((row, error));
                }
            }
        }
        let given = batch.with_columns(built.finish().into_columns());
        let mut keep = vec![true; batch.len()];
        let view = View::new(&batch);
        for (row, error) in failed {
            run.errors.row_failed(&view, row, error);
            if let Some(keep) = keep.get_mut(row) {
                *keep = false;
            }
        }
        let given = given.filter(&keep);
        if !given.is_empty() {
            out.push(given);
        }
    }

    fn state_bytes(&self) -> usize {
        let bytes = |window: &Window| {
            let width = 8 + 24 * window.plan.read.len();
            window.keys.bytes() + 96 * window.partitions.len() + width * window.rows
        };
        self.windows.iter().map(bytes).sum()
    }

    fn save(&self, writer: &mut Writer) {
        self.windows.iter().for_each(|window| window.save(writer));
    }

    fn load(&mut self, reader: &mut Reader<'_>) -> Result<(), Damaged> {
        self.windows.iter_mut().try_for_each(|window| window.load(reader))
    }
}

/// The computed columns of one batch, by what they are for.
struct Views<'a> {
    /// Keys and values of each window.
    windows: Vec<(View<'a>, View<'a>)>,
    /// Further arguments of each call.
    calls: Vec<(View<'a>, usize)>,
}

impl<'a> Views<'a> {
    fn new(plan: &SlidePlan, columns: &'a [arrow_array::ArrayRef]) -> Self {
        let mut rest = columns;
        let mut next = |count: usize| {
            let (first, others) = rest.split_at(count.min(rest.len()));
            rest = others;
            View::of(first)
        };
        let windows = plan.windows.iter().map(|window| {
            let keys = next(window.partition.len());
            (keys, next(window.read.len()))
        });
        let windows = windows.collect();
        let calls = plan.calls.iter().map(|call| call.arguments.len());
        Self { windows, calls: calls.map(|count| (next(count), count)).collect() }
    }

    fn arguments(&self, row: usize) -> Vec<Vec<Value>> {
        if self.calls.iter().all(|(_, count)| *count == 0) {
            return Vec::new();
        }
        self.calls.iter().map(|(view, _)| view.values(row)).collect()
    }
}
