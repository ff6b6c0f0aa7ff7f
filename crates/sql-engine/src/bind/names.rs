//! What a query can name, and the streams within a program that queries need between operators.
//! Does not: bind queries (see `select`).

use std::cell::{Cell, RefCell};
use std::collections::{BTreeSet, HashMap};

use levada_sql_lang::Span;
use levada_sql_lang::tree::{CreateFunction, CreateView};

use super::chain::{Chain, Field};
use super::{Bound, Fault};
use crate::catalog::{ColumnDef, TableDef};
use crate::merge::MergeOrder;
use crate::ops::Step;
use crate::program::Stream;
use crate::window::WindowFunction;

/// Views and functions within views and functions.
const DEPTH_MAX: usize = 16;

/// How the rows of a stream lie in time, known once all its pumps are bound.
#[derive(Clone, Debug)]
pub(super) struct StreamTime {
    pub windows: Option<WindowFunction>,
    pub own_time: bool,
    /// The source streams whose rows these are, one for one, where that is so.
    pub arrival: Option<BTreeSet<usize>>,
    pub known: bool,
}

/// What the names of a program stand for.
pub(super) struct Names<'a> {
    pub streams: &'a [Stream],
    pub times: &'a [StreamTime],
    pub tables: &'a [TableDef],
    pub views: &'a HashMap<String, &'a CreateView>,
    pub functions: &'a [&'a CreateFunction],
    depth: Cell<usize>,
    hidden: RefCell<Hidden>,
    /// The pump that is being bound: what its hidden pumps are called in the error stream.
    pump: String,
}

/// Streams and pumps that a query needs between its operators.
#[derive(Default)]
pub(super) struct Hidden {
    pub streams: Vec<(Stream, StreamTime)>,
    pub pumps: Vec<BoundPump>,
}

/// A pump before it has a place in the program.
pub(super) struct BoundPump {
    pub name: String,
    pub source: usize,
    pub steps: Vec<Step>,
    pub target: usize,
    pub windows: Option<WindowFunction>,
    pub own_time: bool,
    pub arrival: Option<BTreeSet<usize>>,
    pub stopped: bool,
}

impl BoundPump {
    pub(super) fn new(name: &str, chain: Chain, target: usize) -> Self {
        Self {
            name: name.to_owned(),
            source: chain.source,
            steps: chain.steps,
            target,
            windows: chain.windows,
            own_time: chain.own_time,
            arrival: chain.arrival,
            stopped: false,
        }
    }
}

/// Leaves a view or function when dropped.
pub(super) struct Nested<'n>(&'n Cell<usize>);

impl Drop for Nested<'_> {
    fn drop(&mut self) {
        self.0.set(self.0.get().saturating_sub(1));
    }
}

impl<'a> Names<'a> {
    pub(super) fn new(
        (streams, times): (&'a [Stream], &'a [StreamTime]),
        tables: &'a [TableDef],
        views: &'a HashMap<String, &'a CreateView>,
        functions: &'a [&'a CreateFunction],
        pump: &str,
    ) -> Self {
        let (depth, hidden) = (Cell::new(0), RefCell::default());
        Self { streams, times, tables, views, functions, depth, hidden, pump: pump.to_owned() }
    }

    pub(super) fn view(&self, name: &str) -> Option<&'a CreateView> {
        self.views.get(name).copied()
    }

    /// Enters a view or function by this name.
    pub(super) fn enter(&self, name: &str, span: Span) -> Bound<Nested<'_>> {
        if self.depth.get() >= DEPTH_MAX {
            return Err(Fault::new(span, format!("'{name}' is nested too deeply")));
        }
        self.depth.set(self.depth.get() + 1);
        Ok(Nested(&self.depth))
    }

    pub(super) fn stream(&self, name: &str) -> Option<(usize, &'a Stream)> {
        self.streams.iter().enumerate().find(|(_, stream)| !stream.hidden && stream.name == name)
    }

    pub(super) fn table(&self, name: &str) -> Option<(usize, &'a TableDef)> {
        self.tables.iter().enumerate().find(|(_, table)| table.name == name)
    }

    /// A chain that begins with the rows of this stream.
    pub(super) fn chain(&self, at: usize, shown: &str, columns: &[ColumnDef]) -> Chain {
        let time = self.times.get(at);
        Chain {
            source: at,
            steps: Vec::new(),
            fields: columns.iter().map(|column| Field::of(shown, column)).collect(),
            streams: vec![shown.to_owned()],
            windows: time.and_then(|time| time.windows.clone()),
            own_time: time.is_none_or(|time| time.own_time),
            arrival: time.and_then(|time| time.arrival.clone()),
            window: None,
        }
    }

    /// A stream between operators, of the rows of some chains. Where `order` leaves the choice,
    /// rows of different sources come in the order of their arrival.
    pub(super) fn join_chains(
        &self,
        fields: &[Field],
        chains: Vec<Chain>,
        arriving: bool,
    ) -> Chain {
        let mut hidden = self.hidden.borrow_mut();
        let at = self.streams.len() + hidden.streams.len();
        let ranks = arrival_ranks(&chains).filter(|_| arriving);
        let time = StreamTime {
            windows: common_windows(&chains),
            own_time: chains.iter().all(|chain| chain.own_time),
            arrival: None,
            known: true,
        };
        let columns = fields.iter().map(|field| ColumnDef::new(field.name.as_str(), field.ty));
        let stream = Stream {
            name: self.pump.clone(),
            columns: columns.collect(),
            source: false,
            hidden: true,
            order: ranks.map_or(MergeOrder::Rowtime, MergeOrder::Arrival),
            pumps: Vec::new(),
            readers: Vec::new(),
        };
        let chain = Chain {
            source: at,
            steps: Vec::new(),
            fields: fields.to_vec(),
            streams: Vec::new(),
            windows: time.windows.clone(),
            own_time: time.own_time,
            arrival: None,
            window: None,
        };
        hidden.streams.push((stream, time));
        hidden.pumps.extend(chains.into_iter().map(|chain| BoundPump::new(&self.pump, chain, at)));
        chain
    }

    pub(super) fn into_hidden(self) -> Hidden {
        self.hidden.into_inner()
    }
}

/// The windows at whose ends the rows of all chains come, where they are the same.
fn common_windows(chains: &[Chain]) -> Option<WindowFunction> {
    let (first, rest) = chains.split_first()?;
    let same = |chain: &Chain| chain.windows == first.windows && chain.own_time == first.own_time;
    first.windows.clone().filter(|_| rest.iter().all(same))
}

/// Each chain's place in the order of arrival at one instant, when every row of every chain is a
/// row of a source stream and no source feeds two of them.
fn arrival_ranks(chains: &[Chain]) -> Option<Vec<usize>> {
    let mut seen = BTreeSet::new();
    let mut ranks = Vec::new();
    for chain in chains {
        let sources = chain.arrival.as_ref().filter(|_| chain.own_time)?;
        ranks.push(*sources.first()?);
        if !sources.iter().all(|source| seen.insert(*source)) {
            return None;
        }
    }
    Some(ranks)
}
