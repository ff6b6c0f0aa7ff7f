//! Expressions: names to positions, types checked and made equal where operators need it.
//! Does not: bind calls and their special forms (see `call`).

use std::sync::Arc;

use levada_sql_functions::{
    Arithmetic, Comparison, Matcher, PatternSyntax, arithmetic_type, castable, common_type,
    comparable,
};
use levada_sql_lang::tree::{
    BinaryOp, CaseBranch, CurrentValue, Expr as Tree, ExprKind as TreeKind, InList, Literal, Name,
    NamedWindow, PatternKind, Test, UnaryOp,
};
use levada_sql_lang::{Span, SqlType, Value};

use super::chain::Field;
use super::names::Names;
use super::select::ROWTIME;
use super::{Bound, Fault, call, record};
use crate::expr::{Expr, ExprKind, TimeRow};

/// What an expression may name.
pub(super) struct Scope<'a> {
    pub fields: &'a [Field],
    /// Relations with a ROWTIME.
    pub streams: &'a [String],
    /// Aggregate functions are allowed here.
    pub aggregates: bool,
    /// The named windows, where functions over windows are allowed.
    pub windows: Option<&'a [NamedWindow]>,
    /// What else of the program can be named.
    pub names: Option<&'a Names<'a>>,
}

impl<'a> Scope<'a> {
    /// Columns and ROWTIMEs, without aggregates.
    pub(super) fn new(
        fields: &'a [Field],
        streams: &'a [String],
        names: Option<&'a Names<'a>>,
    ) -> Self {
        Self { fields, streams, aggregates: false, windows: None, names }
    }

    /// No columns at all.
    pub(super) fn empty() -> Self {
        Self::new(&[], &[], None)
    }
}

/// An expression that has to be a condition.
pub(super) fn bind_condition(tree: &Tree, scope: &Scope<'_>) -> Bound<Expr> {
    let expr = bind_expr(tree, scope)?;
    condition(expr)
}

fn condition(expr: Expr) -> Bound<Expr> {
    if matches!(expr.ty, SqlType::Boolean | SqlType::Null) {
        return Ok(expr);
    }
    Err(Fault::new(expr.span, format!("expected a condition, and this is {}", expr.ty)))
}

pub(super) fn bind_expr(tree: &Tree, scope: &Scope<'_>) -> Bound<Expr> {
    let bind = |tree: &Tree| bind_expr(tree, scope);
    let span = tree.span;
    match &tree.kind {
        TreeKind::Literal(literal) => Ok(bind_literal(literal, span)),
        TreeKind::Column(name) => bind_column(name, scope),
        TreeKind::Current(current) => Ok(bind_current(*current, span)),
        TreeKind::Unary { op, operand } => bind_unary(*op, bind(operand)?, span),
        TreeKind::Binary { .. } => bind_chain(tree, scope),
        TreeKind::Is { operand, test, negated } => {
            let operand = bind(operand)?;
            let operand = if *test == Test::Null { operand } else { condition(operand)? };
            let kind = ExprKind::Is { operand: Box::new(operand), test: *test };
            Ok(negate_if(*negated, Expr::new(kind, SqlType::Boolean, span)))
        }
        TreeKind::IsDistinctFrom { left, right, negated } => {
            let (left, right, padded) = comparable_sides(bind(left)?, bind(right)?, span)?;
            let kind = ExprKind::Distinct { left: Box::new(left), right: Box::new(right), padded };
            Ok(negate_if(*negated, Expr::new(kind, SqlType::Boolean, span)))
        }
        TreeKind::Between { operand, low, high, negated } => {
            let operand = bind(operand)?;
            let above = compared(Comparison::GreaterOrEqual, operand.clone(), bind(low)?, span)?;
            let below = compared(Comparison::LessOrEqual, operand, bind(high)?, span)?;
            let kind = ExprKind::And(Box::new(above), Box::new(below));
            Ok(negate_if(*negated, Expr::new(kind, SqlType::Boolean, span)))
        }
        TreeKind::In { operand, list: InList::Values(list), negated } => {
            let list = list.iter().map(bind).collect::<Bound<Vec<_>>>()?;
            bind_in(bind(operand)?, list, *negated, span)
        }
        TreeKind::In { list: InList::Query(_), .. } => {
            Err(Fault::unsupported(span, "IN with a subquery is"))
        }
        TreeKind::Exists(_) => Err(Fault::unsupported(span, "EXISTS is")),
        TreeKind::Subquery(_) => Err(Fault::unsupported(span, "a subquery as a value is")),
        TreeKind::Cursor(_) => Err(Fault::unsupported(span, "CURSOR is")),
        TreeKind::Like { kind, operand, pattern, escape, negated } => {
            let escape = escape.as_deref().map(bind).transpose()?;
            let matching = bind_match(*kind, bind(operand)?, bind(pattern)?, escape, span)?;
            Ok(negate_if(*negated, matching))
        }
        TreeKind::Case { operand, branches, otherwise } => {
            let operand = operand.as_deref().map(bind).transpose()?;
            let otherwise = otherwise.as_deref().map(bind).transpose()?;
            bind_case(operand, branches, otherwise, scope, span)
        }
        TreeKind::Cast { operand, to } => {
            let operand = bind(operand)?;
            if !castable(operand.ty, *to) {
                let message = format!("cannot cast {} to {to}", operand.ty);
                return Err(Fault::new(span, message));
            }
            Ok(Expr::new(ExprKind::Cast(Box::new(operand)), *to, span))
        }
        TreeKind::Difference { left, right, qualifier } => {
            let (left, right) = (bind(left)?, bind(right)?);
            if !left.ty.is_datetime() || !comparable(left.ty, right.ty) {
                let message = format!("cannot subtract {} from {}", right.ty, left.ty);
                return Err(Fault::new(span, message));
            }
            let (left, right) = (Box::new(left), Box::new(right));
            let kind = ExprKind::Difference { left, right, qualifier: *qualifier };
            Ok(Expr::new(kind, SqlType::Interval(*qualifier), span))
        }
        _ => call::bind(tree, scope),
    }
}

fn bind_literal(literal: &Literal, span: Span) -> Expr {
    let chars = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let (value, ty) = match literal {
        Literal::Null => (Value::Null, SqlType::Null),
        Literal::Boolean(truth) => (Value::Boolean(*truth), SqlType::Boolean),
        Literal::Integer(number) => {
            let narrow = i32::try_from(*number).is_ok();
            (Value::Integer(*number), if narrow { SqlType::Integer } else { SqlType::BigInt })
        }
        Literal::Decimal(number) => {
            let scale = number.scale;
            let precision = number.digits().max(scale);
            (Value::Decimal(*number), SqlType::Decimal { precision, scale })
        }
        Literal::Double(number) => (Value::Double(*number), SqlType::Double),
        Literal::String(text) => {
            (Value::text(text.as_str()), SqlType::Varchar(chars(text.chars().count())))
        }
        Literal::Binary(bytes) => {
            (Value::Binary(bytes.as_slice().into()), SqlType::Varbinary(chars(bytes.len())))
        }
        Literal::Date(days) => (Value::Date(*days), SqlType::Date),
        Literal::Time(ms) => (Value::Time(*ms), SqlType::Time),
        Literal::Timestamp(time) => (Value::Timestamp(*time), SqlType::Timestamp),
        Literal::Interval { value, qualifier } => {
            (Value::Interval(*value), SqlType::Interval(*qualifier))
        }
    };
    Expr::new(ExprKind::Literal(value), ty, span)
}

/// The row's own instant is its ROWTIME, so that a replay gives what the first run gave; the
/// others are the start of the query.
fn bind_current(current: CurrentValue, span: Span) -> Expr {
    let (kind, ty) = match current {
        CurrentValue::RowTimestamp => (ExprKind::Rowtime { qualified: false }, SqlType::Timestamp),
        CurrentValue::Timestamp | CurrentValue::LocalTimestamp => {
            (ExprKind::Start, SqlType::Timestamp)
        }
        CurrentValue::Date => (ExprKind::Start, SqlType::Date),
        CurrentValue::Time | CurrentValue::LocalTime => (ExprKind::Start, SqlType::Time),
    };
    Expr::new(kind, ty, span)
}

fn bind_column(name: &Name, scope: &Scope<'_>) -> Bound<Expr> {
    let column = name.last();
    let qualifier = match name.parts.as_slice() {
        [_] => None,
        [relation, _] => Some(relation.name.as_str()),
        _ => {
            return record::column(name, scope.fields).ok_or_else(|| {
                Fault::new(name.span, format!("column '{column}' not found in any record"))
            });
        }
    };
    if let Some(field) = record::column(name, scope.fields) {
        return Ok(field);
    }
    let known = |relation: &str| {
        scope.streams.iter().any(|stream| stream == relation)
            || scope.fields.iter().any(|field| field.relation == relation)
    };
    if let Some(relation) = qualifier.filter(|relation| !known(relation)) {
        return Err(Fault::new(name.span, format!("table '{relation}' not found")));
    }
    if column == ROWTIME {
        let carried = qualifier.is_none_or(|relation| scope.streams.iter().any(|s| s == relation));
        if carried {
            let kind = ExprKind::Rowtime { qualified: qualifier.is_some() };
            return Ok(Expr::new(kind, SqlType::Timestamp, name.span));
        }
    }
    let mut all: Vec<(usize, &Field)> = scope
        .fields
        .iter()
        .enumerate()
        .filter(|(_, field)| {
            field.name == column
                && field.record.is_none()
                && qualifier.is_none_or(|relation| field.relation == relation)
        })
        .collect();
    if qualifier.is_none() && all.iter().any(|(_, field)| !field.hidden) {
        // Of columns that USING makes one, and of a system column that the schema has as well.
        all.retain(|(_, field)| !field.hidden);
    }
    let mut found = all.into_iter();
    match (found.next(), found.next(), qualifier) {
        (Some((at, field)), None, _) => Ok(Expr::new(ExprKind::Column(at), field.ty, name.span)),
        (Some(_), Some(_), _) => {
            Err(Fault::new(name.span, format!("column '{column}' is ambiguous")))
        }
        (None, _, Some(relation)) => {
            let message = format!("column '{column}' not found in table '{relation}'");
            Err(Fault::new(name.span, message))
        }
        (None, _, None) => {
            Err(Fault::new(name.span, format!("column '{column}' not found in any table")))
        }
    }
}

pub(super) fn negate_if(negated: bool, expr: Expr) -> Expr {
    if !negated {
        return expr;
    }
    let span = expr.span;
    Expr::new(ExprKind::Not(Box::new(expr)), SqlType::Boolean, span)
}

fn bind_unary(op: UnaryOp, operand: Expr, span: Span) -> Bound<Expr> {
    match op {
        UnaryOp::Not => Ok(negate_if(true, condition(operand)?)),
        UnaryOp::Plus | UnaryOp::Minus => {
            let ty = operand.ty;
            if !ty.is_numeric() && !matches!(ty, SqlType::Interval(_) | SqlType::Null) {
                return Err(Fault::new(span, format!("cannot apply a sign to {ty}")));
            }
            if op == UnaryOp::Plus {
                return Ok(operand);
            }
            Ok(Expr::new(ExprKind::Negate(Box::new(operand)), ty, span))
        }
    }
}

/// Binds `a + b + c …`, which leans to the left and can be longer than the stack is deep.
fn bind_chain(tree: &Tree, scope: &Scope<'_>) -> Bound<Expr> {
    let mut rest = Vec::new();
    let mut first = tree;
    while let TreeKind::Binary { op, left, right } = &first.kind {
        rest.push((*op, right, first.span));
        first = left;
    }
    let mut bound = bind_expr(first, scope)?;
    for (op, right, span) in rest.into_iter().rev() {
        bound = bind_binary(op, bound, bind_expr(right, scope)?, span)?;
    }
    Ok(bound)
}

fn bind_binary(op: BinaryOp, left: Expr, right: Expr, span: Span) -> Bound<Expr> {
    let comparison = match op {
        BinaryOp::Equal => Comparison::Equal,
        BinaryOp::NotEqual => Comparison::NotEqual,
        BinaryOp::Less => Comparison::Less,
        BinaryOp::LessOrEqual => Comparison::LessOrEqual,
        BinaryOp::Greater => Comparison::Greater,
        BinaryOp::GreaterOrEqual => Comparison::GreaterOrEqual,
        BinaryOp::And | BinaryOp::Or => {
            let (left, right) = (Box::new(condition(left)?), Box::new(condition(right)?));
            let kind = match op {
                BinaryOp::And => ExprKind::And(left, right),
                _ => ExprKind::Or(left, right),
            };
            return Ok(Expr::new(kind, SqlType::Boolean, span));
        }
        BinaryOp::Concat => return concat(left, right, span),
        BinaryOp::Plus => return arithmetic(Arithmetic::Add, op, left, right, span),
        BinaryOp::Minus => return arithmetic(Arithmetic::Subtract, op, left, right, span),
        BinaryOp::Multiply => return arithmetic(Arithmetic::Multiply, op, left, right, span),
        BinaryOp::Divide => return arithmetic(Arithmetic::Divide, op, left, right, span),
    };
    compared(comparison, left, right, span)
}

fn arithmetic(
    op: Arithmetic,
    written: BinaryOp,
    left: Expr,
    right: Expr,
    span: Span,
) -> Bound<Expr> {
    if op == Arithmetic::Subtract && left.ty.is_datetime() && right.ty.is_datetime() {
        let message = "the difference of two datetimes needs a qualifier: (a - b) MINUTE";
        return Err(Fault::new(span, message));
    }
    let Some(ty) = arithmetic_type(op, left.ty, right.ty) else {
        let symbol = written.symbol();
        let message = format!("cannot apply '{symbol}' to {} and {}", left.ty, right.ty);
        return Err(Fault::new(span, message));
    };
    let kind = ExprKind::Arithmetic { op, left: Box::new(left), right: Box::new(right) };
    Ok(Expr::new(kind, ty, span))
}

fn concat(left: Expr, right: Expr, span: Span) -> Bound<Expr> {
    let chars = |ty| match ty {
        SqlType::Char(chars) | SqlType::Varchar(chars) => Some(chars),
        SqlType::Null => Some(0),
        _ => None,
    };
    let (Some(a), Some(b)) = (chars(left.ty), chars(right.ty)) else {
        let message = format!("cannot apply '||' to {} and {}", left.ty, right.ty);
        return Err(Fault::new(span, message));
    };
    let ty = SqlType::Varchar(a.saturating_add(b));
    Ok(Expr::new(ExprKind::Concat(Box::new(left), Box::new(right)), ty, span))
}

/// `left op right`, when the types can be compared.
pub(super) fn compared(op: Comparison, left: Expr, right: Expr, span: Span) -> Bound<Expr> {
    let (left, right, padded) = comparable_sides(left, right, span)?;
    let kind = ExprKind::Compare { op, left: Box::new(left), right: Box::new(right), padded };
    Ok(Expr::new(kind, SqlType::Boolean, span))
}

fn comparable_sides(left: Expr, right: Expr, span: Span) -> Bound<(Expr, Expr, bool)> {
    if !comparable(left.ty, right.ty) {
        let message = format!("cannot compare {} with {}", left.ty, right.ty);
        return Err(Fault::new(span, message));
    }
    let padded = matches!(left.ty, SqlType::Char(_)) || matches!(right.ty, SqlType::Char(_));
    Ok((left, right, padded))
}

fn bind_in(operand: Expr, list: Vec<Expr>, negated: bool, span: Span) -> Bound<Expr> {
    let mut padded = matches!(operand.ty, SqlType::Char(_));
    for value in &list {
        if !comparable(operand.ty, value.ty) {
            let message = format!("cannot compare {} with {}", operand.ty, value.ty);
            return Err(Fault::new(value.span, message));
        }
        padded |= matches!(value.ty, SqlType::Char(_));
    }
    let kind = ExprKind::In { operand: Box::new(operand), list, padded };
    Ok(negate_if(negated, Expr::new(kind, SqlType::Boolean, span)))
}

fn bind_match(
    kind: PatternKind,
    operand: Expr,
    pattern: Expr,
    escape: Option<Expr>,
    span: Span,
) -> Bound<Expr> {
    let (syntax, name) = match kind {
        PatternKind::Like => (PatternSyntax::Like, "LIKE"),
        PatternKind::SimilarTo => (PatternSyntax::Similar, "SIMILAR TO"),
    };
    for part in [Some(&operand), Some(&pattern), escape.as_ref()].into_iter().flatten() {
        if !part.ty.is_text() && part.ty != SqlType::Null {
            let message = format!("{name} takes text, and this is {}", part.ty);
            return Err(Fault::new(part.span, message));
        }
    }
    let text = |expr: &Expr| match &expr.kind {
        ExprKind::Literal(Value::Varchar(text)) => Some(Arc::clone(text)),
        _ => None,
    };
    let fixed_escape = escape.as_ref().map(text);
    let kind = match (text(&pattern), fixed_escape) {
        (Some(fixed), None | Some(Some(_))) => {
            let escape = fixed_escape_text(escape.as_ref());
            let matcher = Matcher::new(syntax, &fixed, escape.as_deref())
                .map_err(|error| Fault::new(pattern.span, error.to_string()))?;
            ExprKind::Match { operand: Box::new(operand), matcher: Arc::new(matcher) }
        }
        _ => ExprKind::MatchComputed {
            syntax,
            operand: Box::new(operand),
            pattern: Box::new(pattern),
            escape: escape.map(Box::new),
        },
    };
    Ok(Expr::new(kind, SqlType::Boolean, span))
}

fn fixed_escape_text(escape: Option<&Expr>) -> Option<Arc<str>> {
    match &escape?.kind {
        ExprKind::Literal(Value::Varchar(text)) => Some(Arc::clone(text)),
        _ => None,
    }
}

fn bind_case(
    operand: Option<Expr>,
    branches: &[CaseBranch],
    otherwise: Option<Expr>,
    scope: &Scope<'_>,
    span: Span,
) -> Bound<Expr> {
    let mut bound = Vec::with_capacity(branches.len());
    for branch in branches {
        let when = bind_expr(&branch.when, scope)?;
        let when = match &operand {
            Some(operand) => {
                let place = when.span;
                compared(Comparison::Equal, operand.clone(), when, place)?
            }
            None => condition(when)?,
        };
        bound.push((when, bind_expr(&branch.then, scope)?));
    }
    let otherwise =
        otherwise.unwrap_or_else(|| Expr::new(ExprKind::Literal(Value::Null), SqlType::Null, span));
    let results = bound.iter().map(|(_, then)| then).chain([&otherwise]);
    let ty = unified(results, "CASE")?;
    let branches = bound.into_iter().map(|(when, then)| (when, coerce(then, ty))).collect();
    let kind = ExprKind::Case { branches, otherwise: Box::new(coerce(otherwise, ty)) };
    Ok(Expr::new(kind, ty, span))
}

/// The type that all of these fit in.
pub(super) fn unified<'e>(exprs: impl IntoIterator<Item = &'e Expr>, what: &str) -> Bound<SqlType> {
    let mut ty = SqlType::Null;
    for expr in exprs {
        ty = common_type(ty, expr.ty).ok_or_else(|| {
            let message = format!("{what} has to give one type, and gives {ty} and {}", expr.ty);
            Fault::new(expr.span, message)
        })?;
    }
    Ok(ty)
}

/// The expression in another type that it fits in; a literal is converted at once.
pub(super) fn coerce(expr: Expr, ty: SqlType) -> Expr {
    let same_text = expr.ty.is_text() && matches!(ty, SqlType::Varchar(_));
    if expr.ty == ty || expr.ty == SqlType::Null || same_text {
        return Expr { ty, ..expr };
    }
    let span = expr.span;
    let is_literal = matches!(expr.kind, ExprKind::Literal(_));
    let cast = Expr::new(ExprKind::Cast(Box::new(expr)), ty, span);
    match cast.eval(&TimeRow { rowtime: 0, origin: 0 }) {
        Ok(value) if is_literal => Expr::new(ExprKind::Literal(value), ty, span),
        _ => cast,
    }
}
