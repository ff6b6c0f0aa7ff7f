//! Statements: streams, views and pumps of a program, in the order that data flows.
//! Does not: bind queries (see `select`).

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use levada_sql_lang::tree::{
    CreatePump, CreateStream, Name, Query, QueryBody, Statement, StatementKind, TableRef,
    TableRefKind,
};
use levada_sql_lang::{Span, SqlType};

use super::chain::Chain;
use super::insert::match_columns;
use super::select::{ROWTIME, bind_query};
use super::{Bound, Fault};
use crate::catalog::{Catalog, ColumnDef, TableDef};
use crate::errors::ERROR_STREAM;
use crate::limits::{COLUMNS_MAX, NAME_CHARS_MAX, STATEMENTS_MAX};
use crate::ops::{ConformPlan, Step};
use crate::program::{Inner, Pump, QUERY_STREAM, Stream};
use crate::window::WindowFunction;

/// Views within views.
const VIEW_DEPTH_MAX: usize = 16;

/// What a FROM clause can name.
pub(super) struct Names<'a> {
    streams: &'a [Stream],
    times: &'a [StreamTime],
    tables: &'a [TableDef],
    views: &'a HashMap<String, &'a Query>,
    view_depth: Cell<usize>,
}

/// How the rows of a stream lie in time, known once all its pumps are bound.
#[derive(Clone, Debug)]
struct StreamTime {
    windows: Option<WindowFunction>,
    own_time: bool,
    known: bool,
}

/// Leaves a view when dropped.
pub(super) struct InView<'n>(&'n Cell<usize>);

impl Drop for InView<'_> {
    fn drop(&mut self) {
        self.0.set(self.0.get().saturating_sub(1));
    }
}

impl<'a> Names<'a> {
    pub(super) fn view(&self, name: &str) -> Option<&'a Query> {
        self.views.get(name).copied()
    }

    pub(super) fn enter_view(&self, name: &str, span: Span) -> Bound<InView<'_>> {
        if self.view_depth.get() >= VIEW_DEPTH_MAX {
            return Err(Fault::new(span, format!("view '{name}' is nested too deeply")));
        }
        self.view_depth.set(self.view_depth.get() + 1);
        Ok(InView(&self.view_depth))
    }

    pub(super) fn stream(&self, name: &str) -> Option<(usize, &'a Stream)> {
        self.streams.iter().enumerate().find(|(_, stream)| stream.name == name)
    }

    pub(super) fn table(&self, name: &str) -> Option<(usize, &'a TableDef)> {
        self.tables.iter().enumerate().find(|(_, table)| table.name == name)
    }

    pub(super) fn windows(&self, stream: usize) -> Option<WindowFunction> {
        self.times.get(stream).and_then(|time| time.windows.clone())
    }

    pub(super) fn own_time(&self, stream: usize) -> bool {
        self.times.get(stream).is_none_or(|time| time.own_time)
    }
}

/// A program while it is being bound.
struct Binder<'a> {
    streams: Vec<Stream>,
    times: Vec<StreamTime>,
    tables: Vec<TableDef>,
    views: HashMap<String, &'a Query>,
    pumps: Vec<Pump>,
    faults: Vec<Fault>,
}

impl<'a> Binder<'a> {
    fn new(catalog: &Catalog) -> Self {
        let source = |stream: &crate::catalog::StreamDef| Stream {
            name: stream.name.clone(),
            columns: stream.columns.clone(),
            source: true,
            pumps: Vec::new(),
            readers: Vec::new(),
        };
        let time = StreamTime { windows: None, own_time: true, known: true };
        Self {
            streams: catalog.streams.iter().map(source).collect(),
            times: vec![time; catalog.streams.len()],
            tables: catalog.tables.clone(),
            views: HashMap::new(),
            pumps: Vec::new(),
            faults: Vec::new(),
        }
    }

    fn is_taken(&self, name: &str) -> bool {
        name == ERROR_STREAM
            || self.views.contains_key(name)
            || self.streams.iter().any(|stream| stream.name == name)
            || self.tables.iter().any(|table| table.name == name)
    }

    fn check_name(&self, name: &Name) -> Bound<()> {
        let text = name.last();
        if text == ERROR_STREAM {
            return Err(Fault::new(name.span, format!("the name '{text}' is reserved")));
        }
        if self.is_taken(text) {
            return Err(Fault::new(name.span, format!("'{text}' is already defined")));
        }
        if text.chars().count() > NAME_CHARS_MAX {
            let message = format!("a name has at most {NAME_CHARS_MAX} characters");
            return Err(Fault::new(name.span, message));
        }
        Ok(())
    }

    fn create_stream(&mut self, created: &CreateStream) -> Bound<()> {
        self.check_name(&created.name)?;
        let mut seen = BTreeSet::new();
        for column in &created.columns {
            let (name, span) = (&column.name.name, column.name.span);
            if name == ROWTIME {
                return Err(Fault::new(span, "every stream has a ROWTIME; it is not declared"));
            }
            if !seen.insert(name) {
                return Err(Fault::new(span, format!("column '{name}' is already defined")));
            }
            if matches!(column.ty, SqlType::Interval(_) | SqlType::Null) {
                let message = format!("a column cannot have the type {}", column.ty);
                return Err(Fault::new(column.span, message));
            }
        }
        if created.columns.len() > COLUMNS_MAX {
            let message = format!("a stream has at most {COLUMNS_MAX} columns");
            return Err(Fault::new(created.name.span, message));
        }
        let columns = created.columns.iter().map(|column| ColumnDef {
            name: column.name.name.clone(),
            ty: column.ty,
            not_null: column.not_null,
            hidden: false,
        });
        self.streams.push(Stream {
            name: created.name.last().to_owned(),
            columns: columns.collect(),
            source: false,
            pumps: Vec::new(),
            readers: Vec::new(),
        });
        self.times.push(StreamTime { windows: None, own_time: true, known: false });
        Ok(())
    }

    fn names(&self) -> Names<'_> {
        Names {
            streams: &self.streams,
            times: &self.times,
            tables: &self.tables,
            views: &self.views,
            view_depth: Cell::new(0),
        }
    }

    /// The stream that a query's rows come from; `None` when it is unknown, which binding says.
    fn source_of(&self, query: &Query, depth: usize) -> Option<usize> {
        let QueryBody::Select(select) = &query.body else { return None };
        select.from.iter().find_map(|item| self.source_of_item(item, depth))
    }

    fn source_of_item(&self, item: &TableRef, depth: usize) -> Option<usize> {
        match &item.kind {
            TableRefKind::Named { name, .. } => match self.views.get(name.last()) {
                Some(view) if depth < VIEW_DEPTH_MAX => self.source_of(view, depth + 1),
                _ => self.streams.iter().position(|stream| stream.name == name.last()),
            },
            TableRefKind::Subquery { query, .. } => self.source_of(query, depth),
            TableRefKind::Join { left, right, .. } => {
                self.source_of_item(left, depth).or_else(|| self.source_of_item(right, depth))
            }
            TableRefKind::Function { .. } => None,
        }
    }

    /// Binds pumps whose source is complete until none is left, so that a stream's readers know
    /// how its rows lie in time.
    fn bind_pumps(&mut self, pumps: &[(&'a CreatePump, bool)]) {
        let mut waiting: Vec<(usize, &CreatePump, bool)> =
            pumps.iter().enumerate().map(|(at, (pump, stopped))| (at, *pump, *stopped)).collect();
        let mut bound: BTreeMap<usize, BoundPump> = BTreeMap::new();
        while !waiting.is_empty() {
            self.complete_streams(&waiting, &bound);
            let ready = |binder: &Self, pump: &CreatePump| {
                let source = binder.source_of(&pump.insert.query, 0);
                source.is_none_or(|at| binder.times.get(at).is_none_or(|time| time.known))
            };
            let (now, later): (Vec<_>, Vec<_>) =
                waiting.into_iter().partition(|(_, pump, _)| ready(self, pump));
            if now.is_empty() {
                for (_, pump, _) in later {
                    let message = "the pump reads what it, over other pumps, writes";
                    self.faults.push(Fault::new(pump.name.span, message));
                }
                return;
            }
            for (at, pump, stopped) in now {
                match self.bind_pump(pump) {
                    Ok(mut made) => {
                        made.stopped = stopped;
                        bound.insert(at, made);
                    }
                    Err(fault) => self.faults.push(fault),
                }
            }
            waiting = later;
        }
        for made in bound.into_values().filter(|made| !made.stopped) {
            self.add_pump(made);
        }
    }

    /// Marks streams none of whose pumps are waiting, and finds what their rows' times share.
    fn complete_streams(
        &mut self,
        waiting: &[(usize, &CreatePump, bool)],
        bound: &BTreeMap<usize, BoundPump>,
    ) {
        for (at, time) in self.times.iter_mut().enumerate().filter(|(_, time)| !time.known) {
            let name = self.streams.get(at).map_or("", |stream| stream.name.as_str());
            if waiting.iter().any(|(_, pump, _)| pump.insert.target.last() == name) {
                continue;
            }
            let mut pumps = bound.values().filter(|pump| pump.target == at && !pump.stopped);
            let Some(first) = pumps.next() else {
                time.known = true;
                continue;
            };
            *time = StreamTime {
                windows: first.windows.clone(),
                own_time: first.own_time,
                known: true,
            };
            for pump in pumps {
                time.own_time &= pump.own_time;
                if pump.windows != time.windows || pump.own_time != first.own_time {
                    time.windows = None;
                }
            }
        }
    }

    fn bind_pump(&self, pump: &CreatePump) -> Bound<BoundPump> {
        let insert = &pump.insert;
        let wanted = insert.target.last();
        let found = self.streams.iter().enumerate().find(|(_, stream)| stream.name == wanted);
        let Some((target, stream)) = found else {
            return Err(Fault::new(insert.target.span, format!("object '{wanted}' not found")));
        };
        if stream.source {
            let message = format!("'{wanted}' is a source stream; a pump cannot insert into it");
            return Err(Fault::new(insert.target.span, message));
        }
        let mut chain = bind_query(&insert.query, &self.names())?;
        let sources = match_columns(insert, &stream.columns, &chain.fields)?;
        chain.steps.push(Step::Conform(ConformPlan {
            columns: stream.columns.clone().into(),
            sources: sources.into(),
        }));
        Ok(BoundPump {
            name: pump.name.last().to_owned(),
            source: chain.source,
            steps: chain.steps,
            target,
            windows: chain.windows,
            own_time: chain.own_time,
            stopped: false,
        })
    }

    fn add_pump(&mut self, made: BoundPump) {
        let at = self.pumps.len();
        if let Some(source) = self.streams.get_mut(made.source) {
            source.readers.push(at);
        }
        let Some(target) = self.streams.get_mut(made.target) else { return };
        target.pumps.push(at);
        let slot = target.pumps.len() - 1;
        let own_source = self.times.get(made.source).is_none_or(|time| time.own_time);
        let overriding = made.steps.iter().position(Step::overrides_rowtime);
        let own_steps = match overriding {
            _ if !own_source => 0,
            Some(at) => at + 1,
            None => made.steps.len(),
        };
        let BoundPump { name, steps, target, .. } = made;
        self.pumps.push(Pump { name, steps, own_steps, target, slot });
    }

    fn finish(self) -> Result<Inner, Vec<Fault>> {
        if !self.faults.is_empty() {
            return Err(self.faults);
        }
        let order = flow_order(&self.streams, &self.pumps);
        Ok(Inner {
            fingerprint: 0,
            streams: self.streams,
            pumps: self.pumps,
            order,
            tables: self.tables,
        })
    }
}

struct BoundPump {
    name: String,
    source: usize,
    steps: Vec<Step>,
    target: usize,
    windows: Option<WindowFunction>,
    own_time: bool,
    stopped: bool,
}

/// Every stream after those that its pumps read; binding has refused circles.
fn flow_order(streams: &[Stream], pumps: &[Pump]) -> Vec<usize> {
    let mut missing: Vec<usize> = streams.iter().map(|stream| stream.pumps.len()).collect();
    let mut order: Vec<usize> = Vec::with_capacity(streams.len());
    let mut ready: BTreeSet<usize> =
        missing.iter().enumerate().filter(|(_, n)| **n == 0).map(|(at, _)| at).collect();
    while let Some(at) = ready.pop_first() {
        order.push(at);
        for pump in streams.get(at).map_or(&[][..], |stream| stream.readers.as_slice()) {
            let Some(pump) = pumps.get(*pump) else { continue };
            let Some(left) = missing.get_mut(pump.target) else { continue };
            *left -= 1;
            if *left == 0 {
                ready.insert(pump.target);
            }
        }
    }
    order
}

/// Binds a whole program.
pub(crate) fn bind_program(
    statements: &[Statement],
    catalog: &Catalog,
) -> Result<Inner, Vec<Fault>> {
    let mut binder = Binder::new(catalog);
    if let Some(extra) = statements.get(STATEMENTS_MAX) {
        let message = format!("a program has at most {STATEMENTS_MAX} statements");
        return Err(vec![Fault::new(extra.span, message)]);
    }
    let mut pumps: Vec<(&CreatePump, bool)> = Vec::new();
    for statement in statements {
        let outcome = match &statement.kind {
            StatementKind::CreateStream(created) => binder.create_stream(created),
            StatementKind::CreateView(view) if view.columns.is_empty() => {
                binder.check_name(&view.name).map(|()| {
                    binder.views.insert(view.name.last().to_owned(), &view.query);
                })
            }
            StatementKind::CreateView(view) => {
                Err(Fault::unsupported(view.name.span, "a view with a column list is"))
            }
            StatementKind::CreatePump(pump) => {
                let name = pump.name.last();
                if pumps.iter().any(|(known, _)| known.name.last() == name) {
                    let message = format!("pump '{name}' is already defined");
                    Err(Fault::new(pump.name.span, message))
                } else {
                    pumps.push((pump, pump.stopped));
                    Ok(())
                }
            }
            StatementKind::AlterPump { name, start } => {
                let known = pumps.iter_mut().find(|(pump, _)| pump.name.last() == name.last());
                known.map(|(_, stopped)| *stopped = !start).ok_or_else(|| {
                    Fault::new(name.span, format!("pump '{}' not found", name.last()))
                })
            }
            StatementKind::CreateFunction(function) => {
                Err(Fault::unsupported(function.name.span, "CREATE FUNCTION is"))
            }
            StatementKind::Drop { name, .. } => Err(Fault::unsupported(name.span, "DROP is")),
            StatementKind::Insert(insert) => {
                Err(Fault::new(insert.span, "expected INSERT within CREATE PUMP"))
            }
            StatementKind::Query(query) => {
                Err(Fault::new(query.span, "expected CREATE STREAM or CREATE PUMP"))
            }
        };
        binder.faults.extend(outcome.err());
    }
    binder.bind_pumps(&pumps);
    binder.finish()
}

/// Binds one query as a program of one pump into `QUERY_STREAM`.
pub(crate) fn bind_query_alone(query: &Query, catalog: &Catalog) -> Bound<Inner> {
    let mut binder = Binder::new(catalog);
    let Chain { source, steps, fields, windows, own_time, .. } =
        bind_query(query, &binder.names())?;
    let columns = fields.iter().map(|field| ColumnDef::new(field.name.as_str(), field.ty));
    binder.streams.push(Stream {
        name: QUERY_STREAM.to_owned(),
        columns: columns.collect(),
        source: false,
        pumps: Vec::new(),
        readers: Vec::new(),
    });
    let target = binder.streams.len() - 1;
    let name = QUERY_STREAM.to_owned();
    binder.add_pump(BoundPump { name, source, steps, target, windows, own_time, stopped: false });
    binder.finish().map_err(|faults| {
        faults.into_iter().next().unwrap_or_else(|| Fault::new(query.span, "not a valid query"))
    })
}
