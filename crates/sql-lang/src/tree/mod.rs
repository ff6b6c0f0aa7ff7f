//! The syntax tree. Names are as the catalog stores them: unquoted ones upper-cased.
//! Does not: resolve anything; a tree may name streams and columns that do not exist.

mod expr;
mod query;
mod statement;

pub use expr::{
    BinaryOp, CaseBranch, CurrentValue, Expr, ExprKind, FrameBound, FrameUnit, FunctionCall,
    InList, Literal, Nulls, PatternKind, Rounding, Test, TrimSide, UnaryOp, WindowFrame, WindowRef,
    WindowSpec,
};
pub use query::{
    Distinctness, JoinConstraint, JoinKind, NamedWindow, OrderItem, Query, QueryBody, Select,
    SelectItem, SetOperator, Stagger, TableAlias, TableRef, TableRefKind,
};
pub use statement::{
    ColumnDef, CreateFunction, CreatePump, CreateStream, CreateView, DataAccess, DropKind, Insert,
    Parameter, Statement, StatementKind,
};

use crate::Span;

/// One name. `Foo` is stored as `FOO`, `"Foo"` as `Foo`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ident {
    pub name: String,
    pub span: Span,
}

/// A name with its qualifiers, outermost first; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    pub parts: Vec<Ident>,
    pub span: Span,
}

impl Name {
    /// The innermost part.
    pub fn last(&self) -> &str {
        self.parts.last().map_or("", |part| part.name.as_str())
    }
}
