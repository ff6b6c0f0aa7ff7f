//! A compiled program: streams, pumps and their planned operators, in an order to run them in.
//! Does not: hold rows or state (see `engine`).

use std::collections::HashMap;
use std::sync::Arc;

use levada_sql_lang::tree::{Query, StatementKind};
use levada_sql_lang::{LineIndex, Span, SqlError, parse_program};

use crate::bind::{self, Fault};
use crate::catalog::{Catalog, ColumnDef, StreamDef, TableDef};
use crate::engine::{Engine, Row};
use crate::fallible;
use crate::merge::MergeOrder;
use crate::ops::Step;
use crate::snapshot::checksum;

/// The stream that `compile_query` gives its rows to.
pub const QUERY_STREAM: &str = "QUERY";

/// A program whose every name and type has been checked. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Program {
    pub(crate) inner: Arc<Inner>,
}

#[derive(Debug)]
pub(crate) struct Inner {
    /// Of the text and the catalog: a snapshot belongs to exactly these.
    pub fingerprint: u64,
    /// The program's text.
    pub sql: Arc<str>,
    /// Source streams first, then those the code creates, in its order.
    pub streams: Vec<Stream>,
    pub pumps: Vec<Pump>,
    /// Every stream after those its pumps read.
    pub order: Vec<usize>,
    pub tables: Vec<TableDef>,
}

#[derive(Debug)]
pub(crate) struct Stream {
    pub name: String,
    pub columns: Vec<ColumnDef>,
    /// Rows come from outside.
    pub source: bool,
    /// Stands between operators of a query, and cannot be named.
    pub hidden: bool,
    /// How the rows of its pumps come together.
    pub order: MergeOrder,
    /// The pumps that insert into it; a pump's slot is its place here.
    pub pumps: Vec<usize>,
    /// The pumps that read it.
    pub readers: Vec<usize>,
}

#[derive(Debug)]
pub(crate) struct Pump {
    pub name: String,
    pub steps: Vec<Step>,
    /// How many of the first steps see ROWTIMEs of the engine's own time; the others see those
    /// that a query put in their place with `AS ROWTIME`.
    pub own_steps: usize,
    /// By step: which column of what it reads holds the sequence number of the source record.
    pub sequence_columns: Vec<Option<usize>>,
    pub target: usize,
    pub slot: usize,
}

/// Binds and type-checks application code against source streams and reference tables.
///
/// # Errors
/// Everything that is wrong with it, each with its place; one per statement at most.
pub fn compile(sql: &str, catalog: &Catalog) -> Result<Program, Vec<SqlError>> {
    let parsed = parse_program(sql);
    if !parsed.errors.is_empty() {
        return Err(parsed.errors);
    }
    let bound = bind::bind_program(&parsed.statements, catalog);
    finish(sql, catalog, bound)
}

/// Compiles one `SELECT STREAM …` by itself; its rows come out of `QUERY_STREAM`. For tests of
/// queries and for looking at a query in an editor.
///
/// # Errors
/// As `compile`.
pub fn compile_query(sql: &str, catalog: &Catalog) -> Result<Program, Vec<SqlError>> {
    let parsed = parse_program(sql);
    if !parsed.errors.is_empty() {
        return Err(parsed.errors);
    }
    let query: Result<&Query, Fault> = match parsed.statements.as_slice() {
        [statement] => match &statement.kind {
            StatementKind::Query(query) => Ok(query),
            _ => Err(Fault::new(statement.span, "expected SELECT STREAM")),
        },
        _ => Err(Fault::new(Span::new(0, sql.len()), "expected one query")),
    };
    let bound = query
        .map_err(|fault| vec![fault])
        .and_then(|query| bind::bind_query_alone(query, catalog).map_err(|fault| vec![fault]));
    finish(sql, catalog, bound)
}

fn finish(
    sql: &str,
    catalog: &Catalog,
    bound: Result<Inner, Vec<Fault>>,
) -> Result<Program, Vec<SqlError>> {
    match bound {
        Ok(mut inner) => {
            inner.sql = Arc::from(sql);
            inner.fingerprint = checksum(format!("{sql}\n{catalog:?}").as_bytes());
            Ok(Program { inner: Arc::new(inner) })
        }
        Err(mut faults) => {
            let lines = LineIndex::new(sql);
            faults.sort_by_key(|fault| fault.span.start);
            let located = |fault: Fault| SqlError::new(&lines, fault.span, fault.message);
            Err(faults.into_iter().map(located).collect())
        }
    }
}

impl Inner {
    /// Whether something can fail for a row that carries another ROWTIME than the engine's.
    pub(crate) fn may_fail_in_foreign_time(&self) -> bool {
        let mut foreign = self.pumps.iter().flat_map(|pump| pump.steps.iter().skip(pump.own_steps));
        foreign.any(fallible::step)
    }
}

impl Program {
    /// The in-application streams that the code creates, in its order; without the error stream,
    /// which always exists.
    pub fn streams(&self) -> Vec<StreamDef> {
        let created = self.inner.streams.iter().filter(|stream| !stream.source && !stream.hidden);
        created
            .map(|stream| StreamDef { name: stream.name.clone(), columns: stream.columns.clone() })
            .collect()
    }

    /// A fresh engine with these rows of the reference tables, by table name. The first row or
    /// bound it gets is its origin: windows of absent reference rows are counted from it.
    pub fn start(&self, references: HashMap<String, Vec<Row>>) -> Engine {
        Engine::start(self, &references)
    }
}
