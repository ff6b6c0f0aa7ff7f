//! Tumble: GROUP BY over windows that follow one another, by a term that only goes on.
//!
//! A window of ROWTIME closes before the first row at or after its end, or with the first bound
//! that says so; one of MONOTONIC with the first row of another value. Its groups come out in
//! the order in which their first rows came.
//! Does not: emit anything for a window without rows (see `table_join`).

use std::sync::Arc;

use arrow_array::ArrayRef;
use levada_sql_functions::aggregate::DistinctValues;
use levada_sql_functions::{Accumulator, AggregateFunction, EvalError};
use levada_sql_lang::{SqlType, Value};

use super::totals::Totals;
use super::{Operator, Run};
use crate::batch::{Batch, Builder, ColumnBuilder, View};
use crate::compute::Computed;
use crate::expr::Expr;
use crate::keys::KeyTable;
use crate::snapshot::{Damaged, Reader, Writer};
use crate::window::WindowFunction;

#[derive(Clone, Debug)]
pub(crate) struct TumblePlan {
    pub window: Boundary,
    /// What the leading output columns hold, in GROUP BY order.
    pub layout: Arc<[GroupColumn]>,
    /// The keys beside the monotonic term.
    pub keys: Arc<[Expr]>,
    pub aggregates: Arc<[AggregateCall]>,
    /// Types of all output columns: the layout's, then the aggregates'.
    pub types: Arc<[SqlType]>,
}

/// What ends a window.
#[derive(Clone, Debug)]
pub(crate) enum Boundary {
    Time(WindowFunction),
    /// Another value of an expression that is said to be monotonic.
    Change(Expr),
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

/// The key of NULL beside keys of text: not UTF-8.
const NULL_TEXT: &[u8] = &[0xff];

/// The one window that has rows and is not over.
struct Open {
    /// `i64::MAX` where only a change ends it.
    end: i64,
    key: Value,
}

struct Tumble {
    plan: TumblePlan,
    open: Option<Open>,
    /// The groups of the open window.
    keys: KeyTable,
    totals: Vec<Totals>,
    /// One text is the whole key: it stands in `keys` as it is, and NULL as no text can be.
    text_key: bool,
    /// The group of each row of a batch.
    groups: Vec<u32>,
}

pub(super) fn open(plan: &TumblePlan) -> Box<dyn Operator> {
    let text_key = matches!(plan.keys.as_ref(), [key] if key.ty.is_text());
    Box::new(Tumble {
        plan: plan.clone(),
        open: None,
        keys: KeyTable::new(),
        totals: plan.aggregates.iter().map(Totals::new).collect(),
        text_key,
        groups: Vec::new(),
    })
}

/// The columns of one batch that a window needs.
struct Columns<'a> {
    keys: View<'a>,
    /// By aggregate.
    arguments: Vec<Option<&'a ArrayRef>>,
    /// The arguments' columns, and each aggregate's place among them.
    values: View<'a>,
    places: Vec<usize>,
    /// The value whose change ends a window.
    change: Option<View<'a>>,
    computed: &'a Computed,
}

impl<'a> Columns<'a> {
    fn new(plan: &TumblePlan, computed: &'a Computed) -> Self {
        let columns = computed.columns.as_slice();
        let (keys, rest) = columns.split_at(plan.keys.len().min(columns.len()));
        let count = plan.aggregates.iter().filter(|call| call.argument.is_some()).count();
        let (values, change) = rest.split_at(count.min(rest.len()));
        let mut next = 0;
        let (mut arguments, mut places) = (Vec::new(), Vec::new());
        for call in plan.aggregates.iter() {
            places.push(next);
            arguments.push(call.argument.as_ref().and_then(|_| values.get(next)));
            next += usize::from(call.argument.is_some());
        }
        let change = (!change.is_empty()).then(|| View::of(change));
        let (keys, values) = (View::of(keys), View::of(values));
        Self { keys, arguments, values, places, change, computed }
    }

    fn failed(&self, row: usize) -> bool {
        self.computed.failure(row).is_some()
    }

    fn tell(&self, view: &View<'_>, row: usize, run: &mut Run<'_>) {
        if let Some(error) = self.computed.failure(row) {
            run.errors.row_failed(view, row, error.clone());
        }
    }
}

impl Tumble {
    fn result_rowtime(&self, end: i64) -> i64 {
        match &self.plan.window {
            Boundary::Time(window) => window.result_rowtime(end),
            Boundary::Change(_) => end,
        }
    }

    /// Gives the open window's groups; `end` is where it ended.
    fn close(&mut self, end: i64, run: &mut Run<'_>, out: &mut Vec<Batch>) {
        let Some(open) = self.open.take() else { return };
        let rowtime = self.result_rowtime(end);
        let groups = self.keys.len();
        let count = self.plan.layout.len();
        let results = self.plan.types.iter().skip(count).zip(&self.totals);
        let results: Option<Vec<ArrayRef>> =
            results.map(|(ty, totals)| totals.column(*ty)).collect();
        let leading: Vec<ArrayRef> = (0..count).map(|at| self.leading(at, &open)).collect();
        let batch = match results {
            Some(results) => {
                let columns = leading.into_iter().chain(results).collect();
                Batch::new(&vec![rowtime; groups], columns)
            }
            None => self.close_each(rowtime, &leading, run),
        };
        self.keys.clear();
        self.totals.iter_mut().for_each(Totals::clear);
        if !batch.is_empty() {
            out.push(batch);
        }
    }

    /// As `close`, where a group can fail.
    fn close_each(&self, rowtime: i64, leading: &[ArrayRef], run: &mut Run<'_>) -> Batch {
        let types: Vec<&SqlType> = self.plan.types.iter().collect();
        let mut built = Builder::new(&types, self.keys.len());
        let leading = View::of(leading);
        for group in 0..self.keys.len() {
            let mut values = leading.values(group);
            let results: Result<Vec<Value>, EvalError> =
                self.totals.iter().map(|totals| totals.finish(group)).collect();
            match results {
                Ok(results) => {
                    values.extend(results);
                    built.push(rowtime, values);
                }
                Err(error) => run.errors.group_failed(rowtime, &values, error),
            }
        }
        built.finish()
    }

    /// One leading column of the groups.
    fn leading(&self, at: usize, open: &Open) -> ArrayRef {
        let ty = self.plan.types.get(at).copied().unwrap_or(SqlType::Null);
        let groups = self.keys.len();
        let mut built = ColumnBuilder::new(ty, groups);
        let key_column = match self.plan.layout.get(at) {
            Some(GroupColumn::Key(key)) => *key,
            _ => {
                (0..groups).for_each(|_| built.push(open.key.clone()));
                return built.finish();
            }
        };
        for group in 0..groups {
            match self.keys.key(group) {
                NULL_TEXT if self.text_key => built.push(Value::Null),
                text if self.text_key => built.push_text(text),
                bytes => {
                    let mut reader = Reader::new(bytes);
                    let values = (0..=key_column).map(|_| reader.value().unwrap_or(Value::Null));
                    built.push(values.last().unwrap_or(Value::Null));
                }
            }
        }
        built.finish()
    }

    /// How many rows from `from` on belong to the window that the first of them is in; closes
    /// the open window when that is another one.
    fn enter_window(
        &mut self,
        view: &View<'_>,
        columns: &Columns<'_>,
        from: usize,
        (run, out): (&mut Run<'_>, &mut Vec<Batch>),
    ) -> usize {
        let rowtimes = view.rowtimes().get(from..).unwrap_or(&[]);
        let first = rowtimes.first().copied().unwrap_or(i64::MIN);
        let change = columns.change.as_ref();
        let value = |row: usize| change.map_or(Value::Null, |change| change.value(0, row));
        let ended = self.open.as_ref().and_then(|open| match &self.plan.window {
            Boundary::Time(_) => Some(open.end).filter(|end| *end <= first),
            Boundary::Change(_) => Some(first).filter(|_| open.key != value(from)),
        });
        if let Some(end) = ended {
            self.close(end, run, out);
        }
        let open = self.open.get_or_insert_with(|| match &self.plan.window {
            Boundary::Time(window) => {
                Open { end: window.end(first, run.origin), key: window.key(first, run.origin) }
            }
            Boundary::Change(_) => Open { end: i64::MAX, key: value(from) },
        });
        match &self.plan.window {
            Boundary::Time(_) => rowtimes.partition_point(|rowtime| *rowtime < open.end),
            Boundary::Change(_) => {
                let rows = from..from + rowtimes.len();
                let same = |row: &usize| columns.failed(*row) || value(*row) == open.key;
                rows.take_while(same).count()
            }
        }
    }

    /// Numbers the groups of these rows, new ones included.
    fn number(&mut self, keys: &View<'_>, from: usize, count: usize) {
        self.groups.clear();
        let mut key = Vec::new();
        if self.text_key
            && let Some(texts) = keys.texts(0)
        {
            for row in from..from + count {
                let key = texts.text(row).map_or(NULL_TEXT, str::as_bytes);
                self.groups.push(self.keys.number(key).0 as u32);
            }
        } else {
            for row in from..from + count {
                key.clear();
                keys.encode(row, &mut key);
                self.groups.push(self.keys.number(&key).0 as u32);
            }
        }
        let groups = self.keys.len();
        for (totals, call) in self.totals.iter_mut().zip(self.plan.aggregates.iter()) {
            totals.grow(groups, call);
        }
    }

    /// Adds rows of the open window, without those that have failed.
    fn add(
        &mut self,
        view: &View<'_>,
        columns: &Columns<'_>,
        (from, count): (usize, usize),
        run: &mut Run<'_>,
    ) {
        let mut begin = from;
        for row in (from..from + count).filter(|row| columns.failed(*row)) {
            self.add_sound(view, columns, (begin, row - begin), run);
            columns.tell(view, row, run);
            begin = row + 1;
        }
        self.add_sound(view, columns, (begin, from + count - begin), run);
    }

    /// Adds rows that have not failed so far.
    fn add_sound(
        &mut self,
        view: &View<'_>,
        columns: &Columns<'_>,
        (from, count): (usize, usize),
        run: &mut Run<'_>,
    ) {
        if count == 0 {
            return;
        }
        self.number(&columns.keys, from, count);
        let arguments = columns.arguments.iter().copied();
        let mut fits = true;
        for (totals, argument) in self.totals.iter_mut().zip(arguments.clone()) {
            fits &= totals.fits(argument, from, count);
        }
        if fits {
            for (totals, argument) in self.totals.iter_mut().zip(arguments) {
                totals.add_all(argument, &self.groups, from);
            }
            return;
        }
        for (at, group) in self.groups.iter().enumerate() {
            let (row, group) = (from + at, *group as usize);
            let all = self.totals.iter().zip(&columns.arguments).zip(&columns.places);
            let checked: Result<(), EvalError> = all
                .map(|((totals, argument), place)| {
                    totals.check(*argument, group, row, &columns.values, *place)
                })
                .collect();
            match checked {
                Ok(()) => {
                    for (totals, argument) in self.totals.iter_mut().zip(&columns.arguments) {
                        totals.add(*argument, group, row);
                    }
                }
                Err(error) => run.errors.row_failed(view, row, error),
            }
        }
    }
}

impl Operator for Tumble {
    fn push(&mut self, batch: Batch, run: &mut Run<'_>, out: &mut Vec<Batch>) {
        let arguments = self.plan.aggregates.iter().filter_map(|call| call.argument.as_ref());
        let change = match &self.plan.window {
            Boundary::Change(expr) => Some(expr),
            Boundary::Time(_) => None,
        };
        let exprs = self.plan.keys.iter().chain(arguments).chain(change).cloned();
        let computed = Computed::new(&batch, &exprs.collect::<Vec<Expr>>(), run.origin);
        let view = View::new(&batch);
        let columns = Columns::new(&self.plan, &computed);
        let mut from = 0;
        while from < batch.len() {
            // A row that fails has come all the same and ends a window of ROWTIME; what its
            // value is said to be, nobody knows.
            if columns.change.is_some() && columns.failed(from) {
                columns.tell(&view, from, run);
                from += 1;
                continue;
            }
            let count = self.enter_window(&view, &columns, from, (run, out)).max(1);
            self.add(&view, &columns, (from, count), run);
            from += count;
        }
    }

    fn advance(&mut self, frontier: i64, run: &mut Run<'_>, out: &mut Vec<Batch>) -> i64 {
        let Boundary::Time(window) = &self.plan.window else { return frontier };
        let window = window.clone();
        let end = self.open.as_ref().map(|open| open.end);
        if let Some(end) = end.filter(|end| *end <= frontier) {
            self.close(end, run, out);
        }
        // The next result belongs to the window of `frontier` or a later one, and the results up
        // to `frontier` are out: hence one millisecond more, unless that window's result carries
        // `frontier` itself.
        let next = frontier.saturating_add(1);
        let carries_it = window.closed_at_end
            && window.key(frontier, run.origin) != window.key(next, run.origin);
        if carries_it { frontier } else { next }
    }

    fn state_bytes(&self) -> usize {
        self.keys.bytes() + self.totals.iter().map(Totals::bytes).sum::<usize>()
    }

    fn save(&self, writer: &mut Writer) {
        let Some(open) = &self.open else { return writer.bool(false) };
        writer.bool(true);
        writer.i64(open.end);
        writer.value(&open.key);
        self.keys.save(writer);
        self.totals.iter().for_each(|totals| totals.save(writer));
    }

    fn load(&mut self, reader: &mut Reader<'_>) -> Result<(), Damaged> {
        self.open = None;
        if !reader.bool()? {
            return Ok(());
        }
        self.open = Some(Open { end: reader.i64()?, key: reader.value()? });
        self.keys = KeyTable::load(reader)?;
        let groups = self.keys.len();
        for (totals, call) in self.totals.iter_mut().zip(self.plan.aggregates.iter()) {
            totals.load(groups, call, reader)?;
        }
        Ok(())
    }
}
