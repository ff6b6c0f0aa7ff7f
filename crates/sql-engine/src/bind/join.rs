//! Joins of a stream with a reference table, from either side, and what all joins share.
//! Does not: join streams with streams (see `stream_join`).

use std::sync::Arc;

use levada_sql_functions::{Comparison, common_type};
use levada_sql_lang::tree::{Ident, JoinConstraint, JoinKind};
use levada_sql_lang::{Span, SqlType};

use super::chain::{Chain, Field};
use super::expr::{Scope, bind_condition, coerce, compared};
use super::from::Relation;
use super::names::Names;
use super::{Bound, Fault, stream_join};
use crate::expr::{Expr, ExprKind};
use crate::ops::{JoinKeys, LookupJoinPlan, Step, TableJoinPlan};

pub(super) fn bind(
    left: Relation,
    right: Relation,
    kind: JoinKind,
    constraint: &JoinConstraint,
    span: Span,
    names: &Names<'_>,
) -> Bound<Relation> {
    let (mut chain, table, table_fields, table_first) = match (left, right) {
        (Relation::Stream(chain), Relation::Table { table, fields }) => {
            (chain, table, fields, false)
        }
        (Relation::Table { table, fields }, Relation::Stream(chain)) => {
            (chain, table, fields, true)
        }
        (Relation::Stream(left), Relation::Stream(right)) => {
            let chain = stream_join::bind(left, right, kind, constraint, span, names)?;
            return Ok(Relation::Stream(chain));
        }
        (Relation::Table { .. }, Relation::Table { .. }) => {
            return Err(Fault::unsupported(span, "a join of two reference tables is"));
        }
    };
    if chain.window.is_some() {
        let message = "a stream needs no window where it is joined with a reference table";
        return Err(Fault::new(span, message));
    }
    let (stream_width, table_width) = (chain.fields.len(), table_fields.len());
    let stream_fields = std::mem::take(&mut chain.fields);
    let mut joined: Vec<Field> = if table_first {
        table_fields.into_iter().chain(stream_fields).collect()
    } else {
        stream_fields.into_iter().chain(table_fields).collect()
    };
    let first_width = if table_first { table_width } else { stream_width };
    let condition = bind_constraint(constraint, &joined, &chain.streams, first_width, names)?;
    hide_using(constraint, kind, &mut joined, first_width);
    let mut keys = JoinKeys {
        table,
        table_width,
        stream_width,
        table_first,
        stream_keys: Arc::from([]),
        table_keys: Arc::from([]),
        residual: None,
        types: joined.iter().map(|field| field.ty).collect(),
    };
    if let Some(condition) = condition {
        split_condition(condition, &mut keys);
    }
    let keep = match (kind, table_first) {
        (JoinKind::Inner | JoinKind::Cross, _) => Keep::Neither,
        (JoinKind::Left, false) | (JoinKind::Right, true) => Keep::Stream,
        (JoinKind::Right, false) | (JoinKind::Left, true) => Keep::Table,
        (JoinKind::Full, _) => Keep::Both,
    };
    chain.fields = joined;
    let step = match keep {
        Keep::Neither => Step::LookupJoin(LookupJoinPlan { keys, keep_unmatched: false }),
        Keep::Stream => Step::LookupJoin(LookupJoinPlan { keys, keep_unmatched: true }),
        Keep::Table => keep_table(&mut chain, keys, false, span)?,
        Keep::Both => keep_table(&mut chain, keys, true, span)?,
    };
    chain.steps.push(step);
    Ok(Relation::Stream(chain))
}

fn keep_table(chain: &mut Chain, keys: JoinKeys, keep_unmatched: bool, span: Span) -> Bound<Step> {
    let window = chain.windows.clone().ok_or_else(|| {
        Fault::new(
            span,
            "an outer join can keep a reference table only beside a stream of tumbling windows \
             (GROUP BY STEP, FLOOR or CEIL of ROWTIME), at whose ends its unmatched rows come out",
        )
    })?;
    // The columns of an unmatched row are NULL, whatever its ROWTIME.
    for field in &mut chain.fields {
        field.time_term = None;
        field.period = false;
    }
    chain.arrival = None;
    Ok(Step::TableJoin(TableJoinPlan { keys, keep_unmatched, window }))
}

enum Keep {
    Neither,
    Stream,
    Table,
    Both,
}

pub(super) fn bind_constraint(
    constraint: &JoinConstraint,
    fields: &[Field],
    streams: &[String],
    first_width: usize,
    names: &Names<'_>,
) -> Bound<Option<Expr>> {
    match constraint {
        JoinConstraint::None => Ok(None),
        JoinConstraint::On(condition) => {
            let scope = Scope::new(fields, streams, Some(names));
            bind_condition(condition, &scope).map(Some)
        }
        JoinConstraint::Using(columns) => {
            let mut condition: Option<Expr> = None;
            for column in columns {
                let equal = using(column, fields, first_width)?;
                let span = column.span;
                condition = Some(match condition {
                    None => equal,
                    Some(before) => {
                        let kind = ExprKind::And(Box::new(before), Box::new(equal));
                        Expr::new(kind, SqlType::Boolean, span)
                    }
                });
            }
            Ok(condition)
        }
    }
}

fn using(column: &Ident, fields: &[Field], first_width: usize) -> Bound<Expr> {
    let side = |from: usize, to: usize| {
        let at = (from..to).find(|at| fields.get(*at).is_some_and(|f| f.name == column.name))?;
        Some(Expr::new(ExprKind::Column(at), fields.get(at)?.ty, column.span))
    };
    match (side(0, first_width), side(first_width, fields.len())) {
        (Some(left), Some(right)) => compared(Comparison::Equal, left, right, column.span),
        _ => Err(Fault::new(
            column.span,
            format!("column '{}' not found on both sides of the join", column.name),
        )),
    }
}

/// Of a column that USING makes one, `*` and the bare name mean that of the side which is kept.
pub(super) fn hide_using(
    constraint: &JoinConstraint,
    kind: JoinKind,
    fields: &mut [Field],
    first_width: usize,
) {
    let JoinConstraint::Using(columns) = constraint else { return };
    let (left, right) = fields.split_at_mut(first_width.min(fields.len()));
    let side = if kind == JoinKind::Right { left } else { right };
    for column in columns {
        let found = side.iter_mut().find(|field| field.name == column.name);
        if let Some(field) = found {
            field.hidden = true;
        }
    }
}

/// Takes the equal parts of the condition as keys and leaves the rest as residual.
fn split_condition(condition: Expr, keys: &mut JoinKeys) {
    let (mut stream_keys, mut table_keys, mut rest) = (Vec::new(), Vec::new(), None);
    let mut parts = vec![condition];
    while let Some(part) = parts.pop() {
        match part.kind {
            ExprKind::And(left, right) => parts.extend([*right, *left]),
            _ => match equal_sides(&part, keys) {
                Some((stream, table)) => {
                    stream_keys.push(stream);
                    table_keys.push(table);
                }
                None => rest = Some(and(rest, part)),
            },
        }
    }
    keys.stream_keys = stream_keys.into();
    keys.table_keys = table_keys.into();
    keys.residual = rest.map(Arc::new);
}

pub(super) fn and(before: Option<Expr>, part: Expr) -> Expr {
    let Some(before) = before else { return part };
    let span = part.span;
    let kind = ExprKind::And(Box::new(before), Box::new(part));
    Expr::new(kind, SqlType::Boolean, span)
}

/// The stream's and the table's side of `a = b`, each over its own row and in one type.
fn equal_sides(part: &Expr, keys: &JoinKeys) -> Option<(Expr, Expr)> {
    let ExprKind::Compare { op: Comparison::Equal, left, right, padded: false } = &part.kind else {
        return None;
    };
    let ty = common_type(left.ty, right.ty)?;
    let left = coerce(left.as_ref().clone(), ty);
    let right = coerce(right.as_ref().clone(), ty);
    let own = |expr: &Expr, table: bool| {
        let mut own = expr.clone();
        let mut columns = 0;
        localize(&mut own, keys, table, &mut columns)?;
        (columns > 0).then_some(own)
    };
    let sides = |a: &Expr, b: &Expr| Some((own(a, false)?, own(b, true)?));
    sides(&left, &right).or_else(|| sides(&right, &left))
}

/// Renumbers the columns of an expression from the joined row to one side's row; `None` when a
/// column of the other side, or ROWTIME on the table's side, stands in it.
fn localize(expr: &mut Expr, keys: &JoinKeys, table: bool, columns: &mut usize) -> Option<()> {
    match &mut expr.kind {
        ExprKind::Column(at) => {
            let first = if keys.table_first { keys.table_width } else { keys.stream_width };
            let in_first = *at < first;
            if in_first != (table == keys.table_first) {
                return None;
            }
            *at -= if in_first { 0 } else { first };
            *columns += 1;
            Some(())
        }
        ExprKind::Rowtime { .. } | ExprKind::Start if table => None,
        _ => expr.parts_mut().into_iter().try_for_each(|p| localize(p, keys, table, columns)),
    }
}
