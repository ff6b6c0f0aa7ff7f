//! Stagger: a window of its own for each key, from the key's first row on.
//!
//! A window ends its length after the ROWTIME of its first row, before the first row or with the
//! first bound at or after that end, which is its result's ROWTIME.
//! Does not: look at event times; those are keys like others.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use levada_sql_functions::{Accumulator, EvalError};
use levada_sql_lang::{SqlType, Value};

use super::tumble::{AggregateCall, take_in};
use super::{Extent, Operator, Run};
use crate::batch::{Batch, Builder, View};
use crate::compute::Computed;
use crate::expr::Expr;
use crate::snapshot::{Damaged, Reader, Writer};

#[derive(Clone, Debug)]
pub(crate) struct StaggerPlan {
    pub range: Extent,
    pub keys: Arc<[Expr]>,
    pub aggregates: Arc<[AggregateCall]>,
    /// Types of the output: the keys', then the aggregates'.
    pub types: Arc<[SqlType]>,
}

struct Group {
    end: i64,
    key: Box<[u8]>,
    keys: Vec<Value>,
    accumulators: Vec<Box<dyn Accumulator>>,
}

struct Stagger {
    plan: StaggerPlan,
    /// Open windows in the order in which they opened, which is that of their ends.
    groups: VecDeque<Group>,
    /// How many windows have ended; a window's number is its place plus this.
    ended: u64,
    numbers: HashMap<Box<[u8]>, u64>,
}

pub(super) fn open(plan: &StaggerPlan) -> Box<dyn Operator> {
    let (groups, numbers) = (VecDeque::new(), HashMap::new());
    Box::new(Stagger { plan: plan.clone(), groups, ended: 0, numbers })
}

impl Stagger {
    fn builder(&self) -> Builder {
        let types: Vec<&SqlType> = self.plan.types.iter().collect();
        Builder::new(&types, 0)
    }

    fn close_until(&mut self, rowtime: i64, run: &mut Run<'_>, built: &mut Builder) {
        while self.groups.front().is_some_and(|group| group.end <= rowtime) {
            let Some(group) = self.groups.pop_front() else { return };
            self.ended += 1;
            self.numbers.remove(&group.key);
            let results: Result<Vec<Value>, EvalError> =
                group.accumulators.iter().map(|accumulator| accumulator.finish()).collect();
            match results {
                Ok(results) => built.push(group.end, group.keys.into_iter().chain(results)),
                Err(error) => run.errors.group_failed(group.end, &group.keys, error),
            }
        }
    }

    fn add(
        &mut self,
        rowtime: i64,
        key: &[u8],
        keys: Vec<Value>,
        arguments: &[Option<Value>],
    ) -> Result<(), EvalError> {
        let place = self.numbers.get(key).and_then(|number| number.checked_sub(self.ended));
        let known = place.and_then(|at| usize::try_from(at).ok());
        if let Some(group) = known.and_then(|at| self.groups.get_mut(at)) {
            return take_in(&mut group.accumulators, arguments);
        }
        let mut accumulators: Vec<_> =
            self.plan.aggregates.iter().map(AggregateCall::start).collect();
        take_in(&mut accumulators, arguments)?;
        let (end, key) = (self.plan.range.end(rowtime), Box::from(key));
        self.open_group(Group { end, key, keys, accumulators });
        Ok(())
    }

    fn open_group(&mut self, group: Group) {
        let number = self.ended + self.groups.len() as u64;
        self.numbers.insert(group.key.clone(), number);
        self.groups.push_back(group);
    }
}

impl Operator for Stagger {
    fn push(&mut self, batch: Batch, run: &mut Run<'_>, out: &mut Vec<Batch>) {
        let keys = self.plan.keys.iter();
        let arguments = self.plan.aggregates.iter().filter_map(|call| call.argument.as_ref());
        let exprs: Vec<Expr> = keys.chain(arguments).cloned().collect();
        let mut computed = Computed::new(&batch, &exprs, run.origin);
        let batch = computed.settle(&batch, run);
        let (keys, values) = computed.columns.split_at(self.plan.keys.len());
        let (keys, values, view) = (View::of(keys), View::of(values), View::new(&batch));
        let mut built = self.builder();
        let mut key = Vec::new();
        for row in 0..batch.len() {
            let rowtime = view.rowtime(row);
            self.close_until(rowtime, run, &mut built);
            key.clear();
            keys.encode(row, &mut key);
            let mut columns = 0..;
            let arguments: Vec<Option<Value>> = self
                .plan
                .aggregates
                .iter()
                .map(|call| call.argument.as_ref().and_then(|_| columns.next()))
                .map(|column| column.map(|column| values.value(column, row)))
                .collect();
            if let Err(error) = self.add(rowtime, &key, keys.values(row), &arguments) {
                run.errors.row_failed(&view, row, error);
            }
        }
        if !built.is_empty() {
            out.push(built.finish());
        }
    }

    fn advance(&mut self, frontier: i64, run: &mut Run<'_>, out: &mut Vec<Batch>) -> i64 {
        let mut built = self.builder();
        self.close_until(frontier, run, &mut built);
        if !built.is_empty() {
            out.push(built.finish());
        }
        // Windows that end at `frontier` are out, and new ones end after it.
        frontier.saturating_add(1)
    }

    fn state_bytes(&self) -> usize {
        let width = 160 + 24 * self.plan.keys.len() + 96 * self.plan.aggregates.len();
        self.groups.len() * width
    }

    fn save(&self, writer: &mut Writer) {
        writer.count(self.groups.len());
        for group in &self.groups {
            writer.i64(group.end);
            writer.bytes(&group.key);
            writer.values(&group.keys);
            for accumulator in &group.accumulators {
                writer.values(&accumulator.state());
            }
        }
    }

    fn load(&mut self, reader: &mut Reader<'_>) -> Result<(), Damaged> {
        for _ in 0..reader.count()? {
            let end = reader.i64()?;
            let key = Box::from(reader.bytes()?);
            let keys = reader.values()?;
            let mut accumulators = Vec::with_capacity(self.plan.aggregates.len());
            for call in self.plan.aggregates.iter() {
                let mut accumulator = call.start();
                accumulator.restore(&reader.values()?).map_err(|_| Damaged)?;
                accumulators.push(accumulator);
            }
            self.open_group(Group { end, key, keys, accumulators });
        }
        Ok(())
    }
}
