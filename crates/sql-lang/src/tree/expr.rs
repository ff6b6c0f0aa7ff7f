//! Expressions of the tree.
//! Does not: carry types; the binder adds them.

use levada_types::Timestamp;

use super::{Ident, Name, OrderItem, Query};
use crate::{Decimal, Interval, IntervalQualifier, Span, SqlType, TimeUnit};

#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    pub kind: ExprKind,
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq)]
pub enum ExprKind {
    Literal(Literal),
    /// `column`, `alias.column`, `alias.record.field`. `ROWTIME` comes as a column.
    Column(Name),
    /// CURRENT_TIMESTAMP and its like, which are written without parentheses.
    Current(CurrentValue),
    Unary {
        op: UnaryOp,
        operand: Box<Expr>,
    },
    Binary {
        op: BinaryOp,
        left: Box<Expr>,
        right: Box<Expr>,
    },
    /// `x IS [NOT] NULL` and its like.
    Is {
        operand: Box<Expr>,
        test: Test,
        negated: bool,
    },
    IsDistinctFrom {
        left: Box<Expr>,
        right: Box<Expr>,
        negated: bool,
    },
    Between {
        operand: Box<Expr>,
        low: Box<Expr>,
        high: Box<Expr>,
        negated: bool,
    },
    In {
        operand: Box<Expr>,
        list: InList,
        negated: bool,
    },
    Exists(Box<Query>),
    Like {
        kind: PatternKind,
        operand: Box<Expr>,
        pattern: Box<Expr>,
        escape: Option<Box<Expr>>,
        negated: bool,
    },
    Case {
        operand: Option<Box<Expr>>,
        branches: Vec<CaseBranch>,
        otherwise: Option<Box<Expr>>,
    },
    Cast {
        operand: Box<Expr>,
        to: SqlType,
    },
    Extract {
        unit: TimeUnit,
        from: Box<Expr>,
    },
    /// `FLOOR(x TO unit)`, `CEIL(x TO unit)`; without a unit they are function calls.
    RoundTo {
        rounding: Rounding,
        operand: Box<Expr>,
        unit: TimeUnit,
    },
    /// `STEP(x BY y)`.
    Step {
        operand: Box<Expr>,
        by: Box<Expr>,
    },
    /// `SUBSTRING(x FROM y [FOR z])`; the form with commas is a function call.
    Substring {
        operand: Box<Expr>,
        from: Box<Expr>,
        length: Option<Box<Expr>>,
    },
    /// `SUBSTRING(x SIMILAR pattern ESCAPE c)`.
    SubstringSimilar {
        operand: Box<Expr>,
        pattern: Box<Expr>,
        escape: Box<Expr>,
    },
    /// `POSITION(needle IN haystack)`.
    Position {
        needle: Box<Expr>,
        haystack: Box<Expr>,
    },
    /// `TRIM([side] [what] FROM x)`; `what` is a blank unless written.
    Trim {
        side: TrimSide,
        what: Option<Box<Expr>>,
        operand: Box<Expr>,
    },
    /// `OVERLAY(x PLACING y FROM z [FOR n])`.
    Overlay {
        operand: Box<Expr>,
        placing: Box<Expr>,
        from: Box<Expr>,
        length: Option<Box<Expr>>,
    },
    /// `(a - b) MINUTE TO SECOND`.
    Difference {
        left: Box<Expr>,
        right: Box<Expr>,
        qualifier: IntervalQualifier,
    },
    Call(FunctionCall),
    /// A query that gives one value.
    Subquery(Box<Query>),
    /// `CURSOR(query)`, an argument of table functions.
    Cursor(Box<Query>),
}

/// Numbers are never negative here; the sign is a unary operator.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    Null,
    Boolean(bool),
    /// A number without point or exponent that fits 64 bits.
    Integer(i64),
    Decimal(Decimal),
    /// A number with an exponent.
    Double(f64),
    String(String),
    /// `X'0AFF'`.
    Binary(Vec<u8>),
    /// Days since 1970-01-01.
    Date(i32),
    /// Milliseconds since midnight.
    Time(i32),
    Timestamp(Timestamp),
    Interval {
        value: Interval,
        qualifier: IntervalQualifier,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CurrentValue {
    Date,
    Time,
    Timestamp,
    LocalTime,
    LocalTimestamp,
    RowTimestamp,
}

impl CurrentValue {
    pub const ALL: [Self; 6] = [
        Self::Date,
        Self::Time,
        Self::Timestamp,
        Self::LocalTime,
        Self::LocalTimestamp,
        Self::RowTimestamp,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Date => "CURRENT_DATE",
            Self::Time => "CURRENT_TIME",
            Self::Timestamp => "CURRENT_TIMESTAMP",
            Self::LocalTime => "LOCALTIME",
            Self::LocalTimestamp => "LOCALTIMESTAMP",
            Self::RowTimestamp => "CURRENT_ROW_TIMESTAMP",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOp {
    Not,
    Minus,
    Plus,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryOp {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Plus,
    Minus,
    Concat,
    Multiply,
    Divide,
}

impl BinaryOp {
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Or => "OR",
            Self::And => "AND",
            Self::Equal => "=",
            Self::NotEqual => "<>",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
            Self::Plus => "+",
            Self::Minus => "-",
            Self::Concat => "||",
            Self::Multiply => "*",
            Self::Divide => "/",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test {
    Null,
    True,
    False,
    Unknown,
}

#[derive(Clone, Debug, PartialEq)]
pub enum InList {
    Values(Vec<Expr>),
    Query(Box<Query>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PatternKind {
    Like,
    SimilarTo,
}

#[derive(Clone, Debug, PartialEq)]
pub struct CaseBranch {
    pub when: Expr,
    pub then: Expr,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    Floor,
    Ceil,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrimSide {
    Leading,
    Trailing,
    Both,
}

/// `IGNORE NULLS` or `RESPECT NULLS` after a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nulls {
    Ignore,
    Respect,
}

/// `name([DISTINCT] args | *) [FROM LAST] [IGNORE NULLS] [OVER window]`.
#[derive(Clone, Debug, PartialEq)]
pub struct FunctionCall {
    pub name: Ident,
    pub distinct: bool,
    /// The argument is `*`, and `args` is empty.
    pub star: bool,
    pub args: Vec<Expr>,
    pub from_last: bool,
    pub nulls: Option<Nulls>,
    /// `FILTER (WHERE …)`; parsed so that it can be refused by its name.
    pub filter: Option<Box<Expr>>,
    pub over: Option<WindowRef>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum WindowRef {
    Named(Ident),
    Inline(Box<WindowSpec>),
}

/// What stands in the parentheses of `OVER (…)` and `WINDOW w AS (…)`.
#[derive(Clone, Debug, PartialEq)]
pub struct WindowSpec {
    /// A named window this one refines.
    pub base: Option<Ident>,
    pub partition_by: Vec<Expr>,
    pub order_by: Vec<OrderItem>,
    pub frame: Option<WindowFrame>,
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq)]
pub struct WindowFrame {
    pub unit: FrameUnit,
    pub start: FrameBound,
    /// The current row unless written.
    pub end: Option<FrameBound>,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameUnit {
    Rows,
    Range,
}

#[derive(Clone, Debug, PartialEq)]
pub enum FrameBound {
    UnboundedPreceding,
    Preceding(Box<Expr>),
    CurrentRow,
    Following(Box<Expr>),
    UnboundedFollowing,
}
