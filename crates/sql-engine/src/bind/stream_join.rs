//! Joins of two streams, each with the rows of its window.
//! Does not: keep rows (see `ops::stream_join`).

use std::sync::Arc;

use levada_sql_functions::{Comparison, common_type};
use levada_sql_lang::tree::{JoinConstraint, JoinKind};
use levada_sql_lang::{Span, SqlType, Value};

use super::Bound;
use super::chain::{Chain, Field};
use super::expr::coerce;
use super::join::{and, bind_constraint, hide_using};
use super::names::Names;
use super::select::ROWTIME;
use crate::expr::{Expr, ExprKind};
use crate::ops::{JoinSide, ProjectPlan, RowtimeRule, Step, StreamJoinPlan};

/// Column that tells from which side a row of the common stream is.
const SIDE: &str = "SIDE";

pub(super) fn bind(
    left: Chain,
    right: Chain,
    kind: JoinKind,
    constraint: &JoinConstraint,
    span: Span,
    names: &Names<'_>,
) -> Bound<Chain> {
    let windows = [left.window, right.window];
    let (left_fields, right_fields) = (side_fields(&left), side_fields(&right));
    let width = left_fields.len();
    let mut fields: Vec<Field> = left_fields.into_iter().chain(right_fields).collect();
    let condition = bind_constraint(constraint, &fields, &[], width, names)?;
    hide_using(constraint, kind, &mut fields, width);
    let (keys, residual) = split(condition, width);
    let sides = [left, right].into_iter().enumerate();
    let chains = sides.map(|(side, chain)| tagged(chain, side, &fields, width, span)).collect();
    let merged: Vec<Field> =
        [Field::new("", SIDE, SqlType::Integer)].into_iter().chain(fields.clone()).collect();
    let mut chain = names.join_chains(&merged, chains, true);
    let keep = |side: usize| match kind {
        JoinKind::Inner | JoinKind::Cross => false,
        JoinKind::Left => side == 0,
        JoinKind::Right => side == 1,
        JoinKind::Full => true,
    };
    let side = |side: usize, keys: Vec<Expr>| JoinSide {
        keys: keys.into(),
        window: windows.get(side).copied().flatten(),
        keep_unmatched: keep(side),
    };
    let (left_keys, right_keys) = keys.into_iter().unzip();
    chain.steps.push(Step::StreamJoin(StreamJoinPlan {
        sides: [side(0, left_keys), side(1, right_keys)],
        left_width: width,
        residual: residual.map(Arc::new),
        types: fields.iter().map(|field| field.ty).collect(),
    }));
    chain.fields = fields;
    chain.windows = None;
    chain.streams = Vec::new();
    Ok(chain)
}

/// A side's columns, and its ROWTIME as a column that `*` does not show.
fn side_fields(chain: &Chain) -> Vec<Field> {
    let own = chain.fields.iter().map(|field| Field { time_term: None, ..field.clone() });
    let times = chain.streams.iter().map(|relation| Field {
        hidden: true,
        ..Field::new(relation, ROWTIME, SqlType::Timestamp)
    });
    own.chain(times).collect()
}

/// The side's rows as rows of both sides, NULL where the other's columns are.
fn tagged(mut chain: Chain, side: usize, fields: &[Field], width: usize, span: Span) -> Chain {
    let own = if side == 0 { 0..width } else { width..fields.len() };
    let first = own.start;
    let count = chain.fields.len();
    let literal = |value: Value, ty: SqlType| Expr::new(ExprKind::Literal(value), ty, span);
    let tag = literal(Value::Integer(i64::from(side == 1)), SqlType::Integer);
    let columns = fields.iter().enumerate().map(|(at, field)| {
        let kind = match own.contains(&at) {
            true if at - first < count => ExprKind::Column(at - first),
            true => ExprKind::Rowtime { qualified: true },
            false => ExprKind::Literal(Value::Null),
        };
        Expr::new(kind, field.ty, span)
    });
    let columns = [tag].into_iter().chain(columns).collect();
    chain.steps.push(Step::Project(ProjectPlan { columns, rowtime: RowtimeRule::Carried }));
    chain
}

/// The equal parts of the condition as keys of both sides, over rows with the side's column
/// first, and the rest of it over the joined row.
fn split(condition: Option<Expr>, width: usize) -> (Vec<(Expr, Expr)>, Option<Expr>) {
    let (mut keys, mut rest) = (Vec::new(), None);
    let mut parts: Vec<Expr> = condition.into_iter().collect();
    while let Some(part) = parts.pop() {
        match part.kind {
            ExprKind::And(left, right) => parts.extend([*right, *left]),
            _ => match equal_sides(&part, width) {
                Some(pair) => keys.push(pair),
                None => rest = Some(and(rest, part)),
            },
        }
    }
    (keys, rest)
}

fn equal_sides(part: &Expr, width: usize) -> Option<(Expr, Expr)> {
    let ExprKind::Compare { op: Comparison::Equal, left, right, padded: false } = &part.kind else {
        return None;
    };
    let ty = common_type(left.ty, right.ty)?;
    let left = coerce(left.as_ref().clone(), ty);
    let right = coerce(right.as_ref().clone(), ty);
    match (side_of(&left, width)?, side_of(&right, width)?) {
        (0, 1) => Some((shifted(left), shifted(right))),
        (1, 0) => Some((shifted(right), shifted(left))),
        _ => None,
    }
}

/// The one side whose columns the expression reads.
fn side_of(expr: &Expr, width: usize) -> Option<usize> {
    if expr.any(&|part| matches!(part.kind, ExprKind::Rowtime { .. })) {
        return None;
    }
    let reads = |side: usize| {
        expr.any(&|part| match part.kind {
            ExprKind::Column(at) => usize::from(at >= width) == side,
            _ => false,
        })
    };
    match (reads(0), reads(1)) {
        (true, false) => Some(0),
        (false, true) => Some(1),
        _ => None,
    }
}

/// The expression behind the column that tells the side.
fn shifted(mut expr: Expr) -> Expr {
    fn shift(expr: &mut Expr) {
        if let ExprKind::Column(at) = &mut expr.kind {
            *at += 1;
        }
        expr.parts_mut().into_iter().for_each(shift);
    }
    shift(&mut expr);
    expr
}
