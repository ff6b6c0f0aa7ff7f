//! Tumble: GROUP BY over windows that follow one another, by a monotonic term of ROWTIME.
//!
//! A window closes before the first row at or after its end, or with the first bound that says
//! so; its groups come out in the order in which their first rows came.
//! Does not: emit anything for a window without rows (see `table_join`).

use std::collections::HashMap;
use std::sync::Arc;

use levada_sql_functions::aggregate::DistinctValues;
use levada_sql_functions::{Accumulator, AggregateFunction, EvalError};
use levada_sql_lang::{SqlType, Value};

use super::{Operator, Run};
use crate::batch::{Batch, Builder, View};
use crate::expr::Expr;
use crate::snapshot::{Damaged, Reader, Writer};
use crate::window::WindowFunction;

#[derive(Clone, Debug)]
pub(crate) struct TumblePlan {
    pub window: WindowFunction,
    /// What the leading output columns hold, in GROUP BY order.
    pub layout: Arc<[GroupColumn]>,
    /// The keys beside the monotonic term.
    pub keys: Arc<[Expr]>,
    pub aggregates: Arc<[AggregateCall]>,
    /// Types of all output columns: the layout's, then the aggregates'.
    pub types: Arc<[SqlType]>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum GroupColumn {
    /// The value of the monotonic term.
    Window,
    /// The key at this position.
    Key(usize),
}

#[derive(Clone, Debug)]
pub(crate) struct AggregateCall {
    pub function: &'static AggregateFunction,
    /// `None` is `COUNT(*)`.
    pub argument: Option<Expr>,
    pub argument_type: Option<SqlType>,
    pub distinct: bool,
}

impl AggregateCall {
    pub(super) fn start(&self) -> Box<dyn Accumulator> {
        let accumulator = (self.function.start)(self.argument_type);
        if self.distinct { Box::new(DistinctValues::new(accumulator)) } else { accumulator }
    }
}

struct Group {
    keys: Vec<Value>,
    accumulators: Vec<Box<dyn Accumulator>>,
}

/// The one window that has rows and is not over.
struct Open {
    end: i64,
    key: Value,
    groups: Vec<Group>,
    positions: HashMap<Vec<u8>, usize>,
}

struct Tumble {
    plan: TumblePlan,
    open: Option<Open>,
}

pub(super) fn open(plan: &TumblePlan) -> Box<dyn Operator> {
    Box::new(Tumble { plan: plan.clone(), open: None })
}

impl Tumble {
    fn close(&mut self, run: &mut Run<'_>, out: &mut Vec<Batch>) {
        let Some(open) = self.open.take() else { return };
        let rowtime = self.plan.window.result_rowtime(open.end);
        let types: Vec<&SqlType> = self.plan.types.iter().collect();
        let mut built = Builder::new(&types, open.groups.len());
        for group in &open.groups {
            let mut values: Vec<Value> = self
                .plan
                .layout
                .iter()
                .map(|column| match column {
                    GroupColumn::Window => open.key.clone(),
                    GroupColumn::Key(at) => group.keys.get(*at).cloned().unwrap_or(Value::Null),
                })
                .collect();
            let results: Result<Vec<Value>, EvalError> =
                group.accumulators.iter().map(|accumulator| accumulator.finish()).collect();
            match results {
                Ok(results) => {
                    values.extend(results);
                    built.push(rowtime, values);
                }
                Err(error) => run.errors.group_failed(rowtime, &values, error),
            }
        }
        if !built.is_empty() {
            out.push(built.finish());
        }
    }

    fn add(&mut self, view: &View<'_>, row: usize, origin: i64) -> Result<(), EvalError> {
        let cells = view.row(row, origin);
        let plan = &self.plan;
        let keys =
            plan.keys.iter().map(|key| key.eval(&cells)).collect::<Result<Vec<_>, EvalError>>()?;
        let mut arguments = Vec::with_capacity(plan.aggregates.len());
        for call in plan.aggregates.iter() {
            arguments.push(match &call.argument {
                Some(argument) => Some(argument.eval(&cells)?),
                None => None,
            });
        }
        let rowtime = view.rowtime(row);
        let open = self.open.get_or_insert_with(|| Open {
            end: plan.window.end(rowtime, origin),
            key: plan.window.key(rowtime, origin),
            groups: Vec::new(),
            positions: HashMap::new(),
        });
        let mut encoded = Writer::new();
        encoded.values(&keys);
        let encoded = encoded.finish();
        // Every accumulator is asked first, so that a row that fails one enters none.
        let known = open.positions.get(&encoded).and_then(|at| open.groups.get_mut(*at));
        if let Some(group) = known {
            return take_in(&mut group.accumulators, &arguments);
        }
        let mut accumulators: Vec<_> = plan.aggregates.iter().map(AggregateCall::start).collect();
        take_in(&mut accumulators, &arguments)?;
        open.positions.insert(encoded, open.groups.len());
        open.groups.push(Group { keys, accumulators });
        Ok(())
    }
}

pub(super) fn take_in(
    accumulators: &mut [Box<dyn Accumulator>],
    arguments: &[Option<Value>],
) -> Result<(), EvalError> {
    for (accumulator, argument) in accumulators.iter().zip(arguments) {
        accumulator.check(argument.as_ref())?;
    }
    for (accumulator, argument) in accumulators.iter_mut().zip(arguments) {
        accumulator.add(argument.as_ref())?;
    }
    Ok(())
}

impl Operator for Tumble {
    fn push(&mut self, batch: Batch, run: &mut Run<'_>, out: &mut Vec<Batch>) {
        let view = View::new(&batch);
        for row in 0..batch.len() {
            if self.open.as_ref().is_some_and(|open| open.end <= view.rowtime(row)) {
                self.close(run, out);
            }
            if let Err(error) = self.add(&view, row, run.origin) {
                run.errors.row_failed(&view, row, error);
            }
        }
    }

    fn advance(&mut self, frontier: i64, run: &mut Run<'_>, out: &mut Vec<Batch>) -> i64 {
        if self.open.as_ref().is_some_and(|open| open.end <= frontier) {
            self.close(run, out);
        }
        // The next result belongs to the window of `frontier` or a later one, and the results up
        // to `frontier` are out: hence one millisecond more, unless that window's result carries
        // `frontier` itself.
        let next = frontier.saturating_add(1);
        let window = &self.plan.window;
        let carries_it = window.closed_at_end
            && window.key(frontier, run.origin) != window.key(next, run.origin);
        if carries_it { frontier } else { next }
    }

    fn save(&self, writer: &mut Writer) {
        let Some(open) = &self.open else { return writer.bool(false) };
        writer.bool(true);
        writer.i64(open.end);
        writer.value(&open.key);
        writer.count(open.groups.len());
        for group in &open.groups {
            writer.values(&group.keys);
            for accumulator in &group.accumulators {
                writer.values(&accumulator.state());
            }
        }
    }

    fn load(&mut self, reader: &mut Reader<'_>) -> Result<(), Damaged> {
        self.open = None;
        if !reader.bool()? {
            return Ok(());
        }
        let mut open = Open {
            end: reader.i64()?,
            key: reader.value()?,
            groups: Vec::new(),
            positions: HashMap::new(),
        };
        for at in 0..reader.count()? {
            let keys = reader.values()?;
            let mut accumulators = Vec::with_capacity(self.plan.aggregates.len());
            for call in self.plan.aggregates.iter() {
                let mut accumulator = call.start();
                accumulator.restore(&reader.values()?).map_err(|_| Damaged)?;
                accumulators.push(accumulator);
            }
            let mut encoded = Writer::new();
            encoded.values(&keys);
            open.positions.insert(encoded.finish(), at);
            open.groups.push(Group { keys, accumulators });
        }
        self.open = Some(open);
        Ok(())
    }
}
