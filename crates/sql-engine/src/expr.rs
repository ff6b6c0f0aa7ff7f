//! Bound expressions: typed, with columns by position, evaluated row by row over a batch.
//!
//! An expression fails for one row at a time; nothing here can fail a batch.
//! Does not: resolve names (see `bind`).

use std::sync::Arc;

use levada_sql_functions::analytic::AnalyticFunction;
use levada_sql_functions::record::PreparedRecord;
use levada_sql_functions::{
    AggregateFunction, Arithmetic, Comparison, EvalError, Matcher, PatternSyntax, ScalarFunction,
    calculate, cast, compare, difference, negate,
};
use levada_sql_lang::tree::Test;
use levada_sql_lang::{DAY_MS, IntervalQualifier, Span, SqlType, Value};
use levada_types::Timestamp;

use crate::ops::Extent;

/// What an expression may read of a row.
pub(crate) trait Cells {
    fn value(&self, column: usize) -> Value;
    fn rowtime(&self) -> i64;
    /// ROWTIME of the engine's first row or bound: the "start of the query".
    fn origin(&self) -> i64;
}

/// An instant without columns: what window functions are computed over.
pub(crate) struct TimeRow {
    pub rowtime: i64,
    pub origin: i64,
}

impl Cells for TimeRow {
    fn value(&self, _column: usize) -> Value {
        Value::Null
    }

    fn rowtime(&self) -> i64 {
        self.rowtime
    }

    fn origin(&self) -> i64 {
        self.origin
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Expr {
    pub kind: ExprKind,
    pub ty: SqlType,
    pub span: Span,
}

/// Two expressions are the same when they compute the same, wherever they stand.
impl PartialEq for Expr {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
    }
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum ExprKind {
    Literal(Value),
    Column(usize),
    /// Qualified: the input row's. Unqualified in a select list: that of the row being made.
    Rowtime {
        qualified: bool,
    },
    /// The start of the query, as the type asks: CURRENT_TIMESTAMP, CURRENT_DATE, CURRENT_TIME.
    Start,
    And(Box<Expr>, Box<Expr>),
    Or(Box<Expr>, Box<Expr>),
    Not(Box<Expr>),
    Compare {
        op: Comparison,
        left: Box<Expr>,
        right: Box<Expr>,
        padded: bool,
    },
    Distinct {
        left: Box<Expr>,
        right: Box<Expr>,
        padded: bool,
    },
    Is {
        operand: Box<Expr>,
        test: TestKind,
    },
    In {
        operand: Box<Expr>,
        list: Vec<Expr>,
        padded: bool,
    },
    Match {
        operand: Box<Expr>,
        matcher: Arc<Matcher>,
    },
    MatchComputed {
        syntax: Syntax,
        operand: Box<Expr>,
        pattern: Box<Expr>,
        escape: Option<Box<Expr>>,
    },
    Case {
        branches: Vec<(Expr, Expr)>,
        otherwise: Box<Expr>,
    },
    Coalesce(Vec<Expr>),
    Cast(Box<Expr>),
    Arithmetic {
        op: Arithmetic,
        left: Box<Expr>,
        right: Box<Expr>,
    },
    Negate(Box<Expr>),
    /// What the program says to be monotonic.
    Monotonic(Box<Expr>),
    Concat(Box<Expr>, Box<Expr>),
    Difference {
        left: Box<Expr>,
        right: Box<Expr>,
        qualifier: IntervalQualifier,
    },
    Call {
        function: &'static ScalarFunction,
        arguments: Vec<Expr>,
    },
    /// One field of the record that a log parser makes of a text.
    RecordField {
        record: Arc<PreparedRecord>,
        operand: Box<Expr>,
        field: usize,
    },
    /// Stands in bound select lists only; grouping replaces it by a column.
    Aggregate {
        function: &'static AggregateFunction,
        argument: Option<Box<Expr>>,
        distinct: bool,
    },
    /// Stands in bound select lists only; `bind::over` replaces it by a column.
    Over(Box<OverCall>),
}

/// A call over a sliding window.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct OverCall {
    pub function: OverFunction,
    pub arguments: Vec<Expr>,
    pub partition: Vec<Expr>,
    pub extent: Extent,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum OverFunction {
    Aggregate { function: &'static AggregateFunction, distinct: bool },
    Analytic { function: &'static AnalyticFunction, from_last: bool, ignore_nulls: bool },
}

pub(crate) type TestKind = Test;
pub(crate) type Syntax = PatternSyntax;

impl Expr {
    pub(crate) fn new(kind: ExprKind, ty: SqlType, span: Span) -> Self {
        Self { kind, ty, span }
    }

    /// The value for one row.
    pub(crate) fn eval(&self, row: &dyn Cells) -> Result<Value, EvalError> {
        match &self.kind {
            ExprKind::Literal(value) => Ok(value.clone()),
            ExprKind::Column(at) => Ok(row.value(*at)),
            ExprKind::Rowtime { .. } => Ok(Value::Timestamp(Timestamp(row.rowtime()))),
            ExprKind::Start => Ok(start(row.origin(), self.ty)),
            ExprKind::And(..)
            | ExprKind::Or(..)
            | ExprKind::Arithmetic { .. }
            | ExprKind::Concat(..) => self.eval_chain(row),
            ExprKind::Not(operand) => Ok(match operand.eval(row)? {
                Value::Boolean(truth) => Value::Boolean(!truth),
                _ => Value::Null,
            }),
            ExprKind::Compare { op, left, right, padded } => {
                let order = compare(&left.eval(row)?, &right.eval(row)?, *padded);
                Ok(order.map_or(Value::Null, |order| Value::Boolean(op.holds(order))))
            }
            ExprKind::Distinct { left, right, padded } => {
                Ok(Value::Boolean(distinct(&left.eval(row)?, &right.eval(row)?, *padded)))
            }
            ExprKind::Is { operand, test } => {
                Ok(Value::Boolean(passes(*test, &operand.eval(row)?)))
            }
            ExprKind::In { operand, list, padded } => member(operand, list, *padded, row),
            ExprKind::Match { operand, matcher } => Ok(match operand.eval(row)? {
                Value::Varchar(text) => Value::Boolean(matcher.matches(&text)),
                _ => Value::Null,
            }),
            ExprKind::MatchComputed { syntax, operand, pattern, escape } => {
                match_computed(*syntax, operand, pattern, escape.as_deref(), row)
            }
            ExprKind::Case { branches, otherwise } => {
                for (when, then) in branches {
                    if when.eval(row)? == Value::Boolean(true) {
                        return then.eval(row);
                    }
                }
                otherwise.eval(row)
            }
            ExprKind::Coalesce(operands) => {
                for operand in operands {
                    let value = operand.eval(row)?;
                    if !value.is_null() {
                        return Ok(value);
                    }
                }
                Ok(Value::Null)
            }
            ExprKind::Cast(operand) => cast(operand.eval(row)?, operand.ty, self.ty),
            ExprKind::Monotonic(operand) => operand.eval(row),
            ExprKind::Negate(operand) => negate(&operand.eval(row)?, self.ty),
            ExprKind::Difference { left, right, qualifier } => {
                Ok(difference(&left.eval(row)?, &right.eval(row)?, *qualifier))
            }
            ExprKind::Call { function, arguments } => {
                let values = arguments.iter().map(|argument| argument.eval(row));
                function.call(&values.collect::<Result<Vec<_>, _>>()?)
            }
            ExprKind::RecordField { record, operand, field } => {
                record.field(&operand.eval(row)?, *field)
            }
            // The binder has replaced all of these before a plan is made.
            ExprKind::Aggregate { .. } | ExprKind::Over(_) => Ok(Value::Null),
        }
    }

    /// `a + b + c …`, which leans to the left and can be longer than the stack is deep.
    fn eval_chain(&self, row: &dyn Cells) -> Result<Value, EvalError> {
        let mut rest = Vec::new();
        let mut first = self;
        while let ExprKind::And(left, _)
        | ExprKind::Or(left, _)
        | ExprKind::Concat(left, _)
        | ExprKind::Arithmetic { left, .. } = &first.kind
        {
            rest.push(first);
            first = left;
        }
        let mut value = first.eval(row)?;
        for link in rest.into_iter().rev() {
            value = link.eval_link(value, row)?;
        }
        Ok(value)
    }

    /// One link of a chain, given the value of its left side.
    fn eval_link(&self, left: Value, row: &dyn Cells) -> Result<Value, EvalError> {
        match &self.kind {
            ExprKind::And(_, right) => connect(left, right, false, row),
            ExprKind::Or(_, right) => connect(left, right, true, row),
            ExprKind::Arithmetic { op, right, .. } => {
                calculate(*op, &left, &right.eval(row)?, self.ty)
            }
            ExprKind::Concat(_, right) => Ok(match (left, right.eval(row)?) {
                (Value::Varchar(a), Value::Varchar(b)) => Value::text(format!("{a}{b}")),
                _ => Value::Null,
            }),
            _ => Ok(left),
        }
    }

    /// Where the innermost part stands that fails for this row.
    pub(crate) fn blame(&self, row: &dyn Cells) -> Span {
        let failing = self.parts().into_iter().find(|part| part.eval(row).is_err());
        failing.map_or(self.span, |part| part.blame(row))
    }

    /// The direct parts of this expression.
    pub(crate) fn parts(&self) -> Vec<&Expr> {
        match &self.kind {
            ExprKind::Literal(_)
            | ExprKind::Column(_)
            | ExprKind::Rowtime { .. }
            | ExprKind::Start => Vec::new(),
            ExprKind::And(a, b) | ExprKind::Or(a, b) | ExprKind::Concat(a, b) => vec![a, b],
            ExprKind::Compare { left, right, .. }
            | ExprKind::Distinct { left, right, .. }
            | ExprKind::Arithmetic { left, right, .. }
            | ExprKind::Difference { left, right, .. } => vec![left, right],
            ExprKind::Not(operand)
            | ExprKind::Is { operand, .. }
            | ExprKind::Match { operand, .. }
            | ExprKind::RecordField { operand, .. }
            | ExprKind::Monotonic(operand)
            | ExprKind::Cast(operand)
            | ExprKind::Negate(operand) => vec![operand],
            ExprKind::In { operand, list, .. } => {
                std::iter::once(operand.as_ref()).chain(list).collect()
            }
            ExprKind::MatchComputed { operand, pattern, escape, .. } => {
                let escape = escape.as_deref();
                [operand.as_ref(), pattern.as_ref()].into_iter().chain(escape).collect()
            }
            ExprKind::Case { branches, otherwise } => {
                let branches = branches.iter().flat_map(|(when, then)| [when, then]);
                branches.chain([otherwise.as_ref()]).collect()
            }
            ExprKind::Coalesce(operands) => operands.iter().collect(),
            ExprKind::Call { arguments, .. } => arguments.iter().collect(),
            ExprKind::Aggregate { argument, .. } => argument.iter().map(AsRef::as_ref).collect(),
            ExprKind::Over(call) => call.arguments.iter().chain(&call.partition).collect(),
        }
    }

    /// The same, to be changed.
    pub(crate) fn parts_mut(&mut self) -> Vec<&mut Expr> {
        match &mut self.kind {
            ExprKind::Literal(_)
            | ExprKind::Column(_)
            | ExprKind::Rowtime { .. }
            | ExprKind::Start => Vec::new(),
            ExprKind::And(a, b) | ExprKind::Or(a, b) | ExprKind::Concat(a, b) => vec![a, b],
            ExprKind::Compare { left, right, .. }
            | ExprKind::Distinct { left, right, .. }
            | ExprKind::Arithmetic { left, right, .. }
            | ExprKind::Difference { left, right, .. } => vec![left, right],
            ExprKind::Not(operand)
            | ExprKind::Is { operand, .. }
            | ExprKind::Match { operand, .. }
            | ExprKind::RecordField { operand, .. }
            | ExprKind::Monotonic(operand)
            | ExprKind::Cast(operand)
            | ExprKind::Negate(operand) => vec![operand],
            ExprKind::In { operand, list, .. } => {
                std::iter::once(operand.as_mut()).chain(list).collect()
            }
            ExprKind::MatchComputed { operand, pattern, escape, .. } => {
                let escape = escape.as_deref_mut();
                [operand.as_mut(), pattern.as_mut()].into_iter().chain(escape).collect()
            }
            ExprKind::Case { branches, otherwise } => {
                let branches = branches.iter_mut().flat_map(|(when, then)| [when, then]);
                branches.chain([otherwise.as_mut()]).collect()
            }
            ExprKind::Coalesce(operands) => operands.iter_mut().collect(),
            ExprKind::Call { arguments, .. } => arguments.iter_mut().collect(),
            ExprKind::Aggregate { argument, .. } => {
                argument.iter_mut().map(AsMut::as_mut).collect()
            }
            ExprKind::Over(call) => call.arguments.iter_mut().chain(&mut call.partition).collect(),
        }
    }

    /// Whether this expression or a part of it satisfies `test`.
    pub(crate) fn any(&self, test: &dyn Fn(&Expr) -> bool) -> bool {
        test(self) || self.parts().into_iter().any(|part| part.any(test))
    }

    pub(crate) fn has_aggregate(&self) -> bool {
        self.any(&|part| matches!(part.kind, ExprKind::Aggregate { .. }))
    }
}

fn start(origin: i64, ty: SqlType) -> Value {
    match ty {
        SqlType::Date => i32::try_from(origin.div_euclid(DAY_MS)).map_or(Value::Null, Value::Date),
        SqlType::Time => i32::try_from(origin.rem_euclid(DAY_MS)).map_or(Value::Null, Value::Time),
        _ => Value::Timestamp(Timestamp(origin)),
    }
}

/// Whether two values differ, NULL being a value like others.
fn distinct(a: &Value, b: &Value, padded: bool) -> bool {
    match compare(a, b, padded) {
        Some(order) => order.is_ne(),
        None => !(a.is_null() && b.is_null()),
    }
}

fn passes(test: Test, value: &Value) -> bool {
    match test {
        Test::Null | Test::Unknown => value.is_null(),
        Test::True => *value == Value::Boolean(true),
        Test::False => *value == Value::Boolean(false),
    }
}

/// AND (`dominant` false) and OR (`dominant` true), three-valued; the right side is not computed
/// when the left one decides.
fn connect(a: Value, right: &Expr, dominant: bool, row: &dyn Cells) -> Result<Value, EvalError> {
    if a == Value::Boolean(dominant) {
        return Ok(a);
    }
    let b = right.eval(row)?;
    Ok(if b == Value::Boolean(dominant) {
        b
    } else if a.is_null() || b.is_null() {
        Value::Null
    } else {
        Value::Boolean(!dominant)
    })
}

fn member(
    operand: &Expr,
    list: &[Expr],
    padded: bool,
    row: &dyn Cells,
) -> Result<Value, EvalError> {
    let value = operand.eval(row)?;
    let mut unknown = value.is_null();
    for candidate in list {
        match compare(&value, &candidate.eval(row)?, padded) {
            Some(order) if order.is_eq() => return Ok(Value::Boolean(true)),
            Some(_) => {}
            None => unknown = true,
        }
    }
    Ok(if unknown { Value::Null } else { Value::Boolean(false) })
}

fn match_computed(
    syntax: PatternSyntax,
    operand: &Expr,
    pattern: &Expr,
    escape: Option<&Expr>,
    row: &dyn Cells,
) -> Result<Value, EvalError> {
    let escape = escape.map(|escape| escape.eval(row)).transpose()?;
    match (operand.eval(row)?, pattern.eval(row)?, &escape) {
        (Value::Varchar(text), Value::Varchar(pattern), None) => {
            Ok(Value::Boolean(Matcher::new(syntax, &pattern, None)?.matches(&text)))
        }
        (Value::Varchar(text), Value::Varchar(pattern), Some(Value::Varchar(escape))) => {
            Ok(Value::Boolean(Matcher::new(syntax, &pattern, Some(escape))?.matches(&text)))
        }
        _ => Ok(Value::Null),
    }
}
