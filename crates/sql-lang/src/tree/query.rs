//! Queries of the tree.
//! Does not: carry schemas; the binder adds them.

use super::{Expr, Ident, Name, WindowSpec};
use crate::Span;

#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    pub body: QueryBody,
    pub order_by: Vec<OrderItem>,
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq)]
pub enum QueryBody {
    Select(Box<Select>),
    /// Rows of expressions; a bare `VALUES a` is a row of one.
    Values(Vec<Vec<Expr>>),
    SetOperation {
        operator: SetOperator,
        all: bool,
        left: Box<Query>,
        right: Box<Query>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetOperator {
    Union,
    Intersect,
    Except,
}

/// `expr [ASC | DESC] [WITHIN interval]`.
#[derive(Clone, Debug, PartialEq)]
pub struct OrderItem {
    pub expr: Expr,
    pub descending: bool,
    /// T-sort: how late rows may be.
    pub within: Option<Expr>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distinctness {
    All,
    Distinct,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Select {
    pub stream: bool,
    pub distinct: Distinctness,
    pub items: Vec<SelectItem>,
    /// Empty without FROM; several are a cross join.
    pub from: Vec<TableRef>,
    pub filter: Option<Expr>,
    pub stagger: Option<Stagger>,
    pub group_by: Vec<Expr>,
    pub having: Option<Expr>,
    pub windows: Vec<NamedWindow>,
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq)]
pub enum SelectItem {
    Wildcard(Span),
    QualifiedWildcard(Name),
    Expr { expr: Expr, alias: Option<Ident> },
}

/// `WINDOWED BY STAGGER (PARTITION BY … RANGE INTERVAL …)`.
#[derive(Clone, Debug, PartialEq)]
pub struct Stagger {
    pub partition_by: Vec<Expr>,
    pub range: Expr,
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq)]
pub struct NamedWindow {
    pub name: Ident,
    pub spec: WindowSpec,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TableRef {
    pub kind: TableRefKind,
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq)]
pub enum TableRefKind {
    Named {
        name: Name,
        /// The window of a stream in a join.
        over: Option<WindowSpec>,
        alias: Option<TableAlias>,
    },
    Subquery {
        query: Box<Query>,
        over: Option<WindowSpec>,
        alias: Option<TableAlias>,
    },
    /// `TABLE(f(args))`.
    Function {
        name: Ident,
        args: Vec<Expr>,
        alias: Option<TableAlias>,
    },
    Join {
        kind: JoinKind,
        left: Box<TableRef>,
        right: Box<TableRef>,
        constraint: JoinConstraint,
    },
}

#[derive(Clone, Debug, PartialEq)]
pub struct TableAlias {
    pub name: Ident,
    /// New names of the columns; empty to keep them.
    pub columns: Vec<Ident>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JoinKind {
    Inner,
    Left,
    Right,
    Full,
    Cross,
}

#[derive(Clone, Debug, PartialEq)]
pub enum JoinConstraint {
    None,
    On(Expr),
    Using(Vec<Ident>),
}
