//! Statements: streams, views and pumps of a program, in the order that data flows.
//! Does not: bind queries (see `select`).

use std::collections::{BTreeMap, BTreeSet, HashMap};

use levada_sql_functions::{aggregate, analytic, scalar};
use levada_sql_lang::SqlType;
use levada_sql_lang::tree::{
    CreateFunction, CreatePump, CreateStream, CreateView, Name, Query, Statement, StatementKind,
};

use super::flow::{Sources, flow_order};
use super::insert::match_columns;
use super::names::{BoundPump, Hidden, Names, StreamTime};
use super::select::{ROWTIME, bind_query};
use super::{Bound, Fault, dropped, function};
use crate::catalog::{Catalog, ColumnDef, TableDef};
use crate::errors::ERROR_STREAM;
use crate::limits::{COLUMNS_MAX, NAME_CHARS_MAX, STATEMENTS_MAX};
use crate::merge::MergeOrder;
use crate::ops::{ConformPlan, Step};
use crate::program::{Inner, Pump, QUERY_STREAM, Stream};

/// The system column with the sequence number of a row's record.
const SEQUENCE_NUMBER: &str = "SEQUENCE_NUMBER";

/// A program while it is being bound.
struct Binder<'a> {
    streams: Vec<Stream>,
    times: Vec<StreamTime>,
    tables: Vec<TableDef>,
    views: HashMap<String, &'a CreateView>,
    functions: Vec<&'a CreateFunction>,
    pumps: Vec<Pump>,
    faults: Vec<Fault>,
}

impl<'a> Binder<'a> {
    fn new(catalog: &Catalog) -> Self {
        let source = |stream: &crate::catalog::StreamDef| Stream {
            name: stream.name.clone(),
            columns: stream.columns.clone(),
            source: true,
            hidden: false,
            order: MergeOrder::Rowtime,
            pumps: Vec::new(),
            readers: Vec::new(),
        };
        let time = |at: usize| {
            let arrival = Some(BTreeSet::from([at]));
            StreamTime { windows: None, own_time: true, arrival, known: true }
        };
        Self {
            streams: catalog.streams.iter().map(source).collect(),
            times: (0..catalog.streams.len()).map(time).collect(),
            tables: catalog.tables.clone(),
            views: HashMap::new(),
            functions: Vec::new(),
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
            hidden: false,
            order: MergeOrder::Rowtime,
            pumps: Vec::new(),
            readers: Vec::new(),
        });
        let (windows, arrival) = (None, None);
        self.times.push(StreamTime { windows, own_time: true, arrival, known: false });
        Ok(())
    }

    fn statement(
        &mut self,
        statement: &'a Statement,
        pumps: &mut Vec<(&'a CreatePump, bool)>,
    ) -> Bound<()> {
        match &statement.kind {
            StatementKind::CreateStream(created) => self.create_stream(created),
            StatementKind::CreateView(view) => self.check_name(&view.name).map(|()| {
                self.views.insert(view.name.last().to_owned(), view);
            }),
            StatementKind::CreatePump(pump) => {
                let name = pump.name.last();
                if pumps.iter().any(|(known, _)| known.name.last() == name) {
                    let message = format!("pump '{name}' is already defined");
                    return Err(Fault::new(pump.name.span, message));
                }
                pumps.push((pump, pump.stopped));
                Ok(())
            }
            StatementKind::AlterPump { name, start } => {
                let known = pumps.iter_mut().find(|(pump, _)| pump.name.last() == name.last());
                known.map(|(_, stopped)| *stopped = !start).ok_or_else(|| {
                    Fault::new(name.span, format!("pump '{}' not found", name.last()))
                })
            }
            StatementKind::CreateFunction(created) => self.create_function(created),
            // What it drops has been left out, or has been found missing.
            StatementKind::Drop { .. } => Ok(()),
            StatementKind::Insert(insert) => {
                Err(Fault::new(insert.span, "expected INSERT within CREATE PUMP"))
            }
            StatementKind::Query(query) => {
                Err(Fault::new(query.span, "expected CREATE STREAM or CREATE PUMP"))
            }
        }
    }

    fn create_function(&mut self, created: &'a CreateFunction) -> Bound<()> {
        let (name, span) = (created.name.last(), created.name.span);
        let known = scalar::find(name).is_some()
            || aggregate::find(name).is_some()
            || analytic::find(name).is_some();
        if known {
            return Err(Fault::new(span, format!("{name} is a function of the language")));
        }
        let same = |other: &&CreateFunction| {
            other.name.last() == name && function::same_parameters(other, created)
        };
        if self.functions.iter().any(same) {
            let message = format!("function '{name}' with these parameters is already defined");
            return Err(Fault::new(span, message));
        }
        self.functions.push(created);
        Ok(())
    }

    /// Says what is wrong with functions that nothing calls, too.
    fn check_functions(&mut self) {
        let names = self.names("");
        let check = |created: &&CreateFunction| function::check(created, &names).err();
        let faults: Vec<Fault> = self.functions.iter().filter_map(check).collect();
        self.faults.extend(faults);
    }

    fn names(&self, pump: &str) -> Names<'_> {
        let streams = (self.streams.as_slice(), self.times.as_slice());
        Names::new(streams, &self.tables, &self.views, &self.functions, pump)
    }

    /// Binds pumps whose source is complete until none is left, so that a stream's readers know
    /// how its rows lie in time.
    fn bind_pumps(&mut self, pumps: &[(&'a CreatePump, bool)]) {
        let mut waiting: Vec<(usize, &CreatePump, bool)> =
            pumps.iter().enumerate().map(|(at, (pump, stopped))| (at, *pump, *stopped)).collect();
        let mut bound: BTreeMap<usize, (BoundPump, Vec<BoundPump>)> = BTreeMap::new();
        while !waiting.is_empty() {
            self.complete_streams(&waiting, &bound);
            let ready = |binder: &Self, pump: &CreatePump| {
                let sources = Sources { streams: &binder.streams, views: &binder.views };
                let mut read = sources.of(&pump.insert.query).into_iter();
                read.all(|at| binder.times.get(at).is_none_or(|time| time.known))
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
                    Ok((mut made, hidden)) => {
                        made.stopped = stopped;
                        bound.insert(at, (made, self.add_streams(hidden)));
                    }
                    Err(fault) => self.faults.push(fault),
                }
            }
            waiting = later;
        }
        for (made, inner) in bound.into_values().filter(|(made, _)| !made.stopped) {
            inner.into_iter().chain([made]).for_each(|pump| self.add_pump(pump));
        }
    }

    /// Takes the streams that a query needs between its operators; their pumps come with its own.
    fn add_streams(&mut self, hidden: Hidden) -> Vec<BoundPump> {
        for (stream, time) in hidden.streams {
            self.streams.push(stream);
            self.times.push(time);
        }
        hidden.pumps
    }

    /// Marks streams none of whose pumps are waiting, and finds what their rows' times share.
    fn complete_streams(
        &mut self,
        waiting: &[(usize, &CreatePump, bool)],
        bound: &BTreeMap<usize, (BoundPump, Vec<BoundPump>)>,
    ) {
        for (at, time) in self.times.iter_mut().enumerate().filter(|(_, time)| !time.known) {
            let name = self.streams.get(at).map_or("", |stream| stream.name.as_str());
            if waiting.iter().any(|(_, pump, _)| pump.insert.target.last() == name) {
                continue;
            }
            let pumps = bound.values().map(|(pump, _)| pump);
            let mut pumps = pumps.filter(|pump| pump.target == at && !pump.stopped);
            let Some(first) = pumps.next() else {
                time.known = true;
                continue;
            };
            *time = StreamTime {
                windows: first.windows.clone(),
                own_time: first.own_time,
                arrival: first.arrival.clone(),
                known: true,
            };
            for pump in pumps {
                time.arrival = None;
                time.own_time &= pump.own_time;
                if pump.windows != time.windows || pump.own_time != first.own_time {
                    time.windows = None;
                }
            }
        }
    }

    fn bind_pump(&self, pump: &CreatePump) -> Bound<(BoundPump, Hidden)> {
        let insert = &pump.insert;
        let wanted = insert.target.last();
        let names = self.names(pump.name.last());
        let Some((target, stream)) = names.stream(wanted) else {
            return Err(Fault::new(insert.target.span, format!("object '{wanted}' not found")));
        };
        if stream.source {
            let message = format!("'{wanted}' is a source stream; a pump cannot insert into it");
            return Err(Fault::new(insert.target.span, message));
        }
        let mut chain = bind_query(&insert.query, &names)?;
        let sources = match_columns(insert, &stream.columns, &chain.fields)?;
        chain.steps.push(Step::Conform(ConformPlan {
            columns: stream.columns.clone().into(),
            sources: sources.into(),
            types: chain.fields.iter().map(|field| field.ty).collect(),
        }));
        Ok((BoundPump::new(pump.name.last(), chain, target), names.into_hidden()))
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
        let sequence_columns = self.sequence_columns(made.source, &made.steps);
        let BoundPump { name, steps, target, .. } = made;
        self.pumps.push(Pump { name, steps, own_steps, sequence_columns, target, slot });
    }

    /// Where each step finds the sequence numbers of its source, as long as rows carry them.
    fn sequence_columns(&self, source: usize, steps: &[Step]) -> Vec<Option<usize>> {
        let stream = self.streams.get(source).filter(|stream| stream.source);
        let mut column = stream.and_then(|stream| {
            let is_number = |column: &ColumnDef| column.hidden && column.name == SEQUENCE_NUMBER;
            stream.columns.iter().position(is_number)
        });
        let mut columns = Vec::with_capacity(steps.len());
        for step in steps {
            columns.push(column);
            column = column.and_then(|column| step.moves(column));
        }
        columns
    }

    fn finish(self) -> Result<Inner, Vec<Fault>> {
        if !self.faults.is_empty() {
            return Err(self.faults);
        }
        let order = flow_order(&self.streams, &self.pumps);
        Ok(Inner {
            fingerprint: 0,
            sql: "".into(),
            streams: self.streams,
            pumps: self.pumps,
            order,
            tables: self.tables,
        })
    }
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
    for statement in dropped::left(statements, &mut binder.faults) {
        let outcome = binder.statement(statement, &mut pumps);
        binder.faults.extend(outcome.err());
    }
    binder.check_functions();
    binder.bind_pumps(&pumps);
    binder.finish()
}

/// Binds one query as a program of one pump into `QUERY_STREAM`.
pub(crate) fn bind_query_alone(query: &Query, catalog: &Catalog) -> Bound<Inner> {
    let mut binder = Binder::new(catalog);
    let names = binder.names(QUERY_STREAM);
    let chain = bind_query(query, &names)?;
    let hidden = names.into_hidden();
    let inner = binder.add_streams(hidden);
    let columns = chain.fields.iter();
    let columns = columns.map(|field| ColumnDef::new(field.name.as_str(), field.ty));
    binder.streams.push(Stream {
        name: QUERY_STREAM.to_owned(),
        columns: columns.collect(),
        source: false,
        hidden: false,
        order: MergeOrder::Rowtime,
        pumps: Vec::new(),
        readers: Vec::new(),
    });
    let made = BoundPump::new(QUERY_STREAM, chain, binder.streams.len() - 1);
    inner.into_iter().chain([made]).for_each(|pump| binder.add_pump(pump));
    binder.finish().map_err(|faults| {
        faults.into_iter().next().unwrap_or_else(|| Fault::new(query.span, "not a valid query"))
    })
}
