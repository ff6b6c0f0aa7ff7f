//! A query half made: the stream it reads, the operators so far, and what their rows look like.
//! Does not: bind anything itself.

use std::collections::BTreeSet;
use std::sync::Arc;

use levada_sql_lang::SqlType;

use crate::catalog::ColumnDef;
use crate::expr::Expr;
use crate::ops::{Extent, Step};
use crate::window::WindowFunction;

/// One column of a relation, with what it may be called by.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    /// Alias of the relation it belongs to.
    pub relation: String,
    pub name: String,
    pub ty: SqlType,
    /// The record column that this is a field of.
    pub record: Option<String>,
    /// It comes from a parsed log line: its numbers may also fill columns of text.
    pub parsed: bool,
    /// The column as a function of its row's ROWTIME, where it is one.
    pub time_term: Option<Arc<Expr>>,
    /// One value per ROWTIME, which never goes back: the term of a tumbling window.
    pub period: bool,
    /// A system column: not among those of `*`.
    pub hidden: bool,
}

impl Field {
    pub(crate) fn new(relation: &str, name: &str, ty: SqlType) -> Self {
        Self {
            relation: relation.to_owned(),
            name: name.to_owned(),
            ty,
            record: None,
            parsed: false,
            time_term: None,
            period: false,
            hidden: false,
        }
    }

    pub(crate) fn of(relation: &str, column: &ColumnDef) -> Self {
        Self { hidden: column.hidden, ..Self::new(relation, &column.name, column.ty) }
    }
}

#[derive(Debug)]
pub(crate) struct Chain {
    /// The stream whose rows enter.
    pub source: usize,
    pub steps: Vec<Step>,
    pub fields: Vec<Field>,
    /// Relations whose rows carry ROWTIME.
    pub streams: Vec<String>,
    /// Rows come at the ends of these windows and carry their ROWTIME.
    pub windows: Option<WindowFunction>,
    /// ROWTIME is the engine's own time, never one that a query put in its place.
    pub own_time: bool,
    /// The source streams whose rows these are, one for one, where that is so.
    pub arrival: Option<BTreeSet<usize>>,
    /// The window of a stream that is about to be joined.
    pub window: Option<Extent>,
}

impl Chain {
    /// The chain as a relation under one alias.
    pub(crate) fn named(mut self, alias: &str) -> Self {
        for field in &mut self.fields {
            alias.clone_into(&mut field.relation);
        }
        self.streams = vec![alias.to_owned()];
        self
    }
}
