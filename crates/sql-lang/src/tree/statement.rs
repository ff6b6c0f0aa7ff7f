//! Statements of the tree.
//! Does not: order or check them against each other.

use super::{Expr, Ident, Name, Query};
use crate::{Span, SqlType};

#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    pub kind: StatementKind,
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq)]
pub enum StatementKind {
    CreateStream(CreateStream),
    CreatePump(CreatePump),
    CreateView(CreateView),
    CreateFunction(Box<CreateFunction>),
    Insert(Insert),
    /// A query by itself: used in tests and by the editor.
    Query(Query),
    /// `ALTER PUMP name START | STOP`.
    AlterPump {
        name: Name,
        start: bool,
    },
    Drop {
        what: DropKind,
        name: Name,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DropKind {
    Stream,
    Pump,
    View,
    Function,
}

#[derive(Clone, Debug, PartialEq)]
pub struct CreateStream {
    pub or_replace: bool,
    pub name: Name,
    pub columns: Vec<ColumnDef>,
    pub description: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ColumnDef {
    pub name: Ident,
    pub ty: SqlType,
    pub not_null: bool,
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq)]
pub struct CreatePump {
    pub or_replace: bool,
    pub name: Name,
    pub stopped: bool,
    pub description: Option<String>,
    pub insert: Insert,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Insert {
    pub expedited: bool,
    pub target: Name,
    /// Empty: all columns in their order.
    pub columns: Vec<Ident>,
    pub query: Query,
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq)]
pub struct CreateView {
    pub or_replace: bool,
    pub name: Name,
    pub columns: Vec<Ident>,
    pub description: Option<String>,
    pub query: Query,
}

/// A scalar function whose body is one expression.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateFunction {
    pub or_replace: bool,
    pub name: Name,
    pub parameters: Vec<Parameter>,
    pub returns: SqlType,
    /// `LANGUAGE SQL` is written; there is no other.
    pub language: bool,
    pub specific: Option<Name>,
    /// `[NOT] DETERMINISTIC`, where written.
    pub deterministic: Option<bool>,
    pub data_access: Option<DataAccess>,
    pub null_on_null_input: bool,
    pub body: Expr,
}

/// What a function's text declares of its use of SQL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataAccess {
    NoSql,
    ContainsSql,
    ReadsSqlData,
    ModifiesSqlData,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    pub name: Ident,
    pub ty: SqlType,
}
