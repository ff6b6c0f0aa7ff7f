//! The binder: from the syntax tree and a catalog to planned operators.
//!
//! Names become positions, expressions get types, GROUP BY is searched for its monotonic term.
//! What the language has and the engine has not yet is refused here, with its place.
//! Does not: run anything.

mod call;
mod chain;
mod dropped;
mod expr;
mod flow;
mod from;
mod function;
mod group;
mod insert;
mod join;
mod monotonic;
mod names;
mod order;
mod over;
mod record;
mod select;
mod statement;
mod stream_join;
mod table_function;
mod union;

use levada_sql_lang::Span;

pub(crate) use statement::{bind_program, bind_query_alone};

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub span: Span,
    pub message: String,
}

impl Fault {
    pub(crate) fn new(span: Span, message: impl Into<String>) -> Self {
        Self { span, message: message.into() }
    }

    /// For what the language has and this engine does not run yet.
    pub(crate) fn unsupported(span: Span, what: &str) -> Self {
        Self::new(span, format!("{what} not supported yet"))
    }
}

pub(crate) type Bound<T> = Result<T, Fault>;
