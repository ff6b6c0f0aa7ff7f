//! DISTINCT and ORDER BY of a stream, which both need a term that only goes on.
//! Does not: bind the select list (see `select`).

use std::sync::Arc;

use levada_sql_lang::tree::{Expr as Tree, ExprKind as TreeKind, Literal, OrderItem, Query};
use levada_sql_lang::{Interval, Span, SqlType, Value};

use super::chain::Chain;
use super::{Bound, Fault, over};
use crate::expr::{Expr, ExprKind};
use crate::ops::{DistinctPlan, ProjectPlan, RowtimeRule, SortKey, SortPlan, Step, TimeSortPlan};
use crate::window::WindowFunction;

/// Adds the operator of SELECT DISTINCT behind the projection.
pub(super) fn distinct(chain: &mut Chain, span: Span) -> Bound<()> {
    let is_rowtime = |term: &Expr| matches!(term.kind, ExprKind::Rowtime { .. });
    let mut period = Vec::new();
    let mut compared = Vec::new();
    let mut ascends = false;
    for (at, field) in chain.fields.iter().enumerate() {
        match &field.time_term {
            Some(term) if is_rowtime(term) => ascends = true,
            Some(_) => period.push(at),
            None => {
                ascends |= field.period;
                compared.push(at);
            }
        }
    }
    if period.is_empty() && !ascends {
        return Err(Fault::new(
            span,
            "SELECT DISTINCT of a stream needs a monotonic term in its list, such as \
             FLOOR(s.ROWTIME TO MINUTE)",
        ));
    }
    let (period, compared) = (period.into(), compared.into());
    chain.steps.push(Step::Distinct(DistinctPlan { period, compared }));
    Ok(())
}

/// The length of `ORDER BY ts WITHIN INTERVAL …`, in milliseconds.
pub(super) fn within(order_by: &[OrderItem]) -> Bound<Option<i64>> {
    let Some(item) = order_by.iter().find(|item| item.within.is_some()) else { return Ok(None) };
    let Some(length) = item.within.as_ref().filter(|_| order_by.len() == 1 && !item.descending)
    else {
        let message = "ORDER BY … WITHIN takes one ascending term";
        return Err(Fault::new(item.expr.span, message));
    };
    match over::constant(length)? {
        Value::Interval(Interval::Millis(ms)) if ms >= 0 => Ok(Some(ms)),
        _ => Err(Fault::new(length.span, "expected a day-time INTERVAL that is not negative")),
    }
}

/// Adds the operator of `ORDER BY ts WITHIN …` behind the projection.
pub(super) fn time_sort(chain: &mut Chain, column: usize, lateness: i64) {
    let types = chain.fields.iter().map(|field| field.ty).collect();
    chain.steps.push(Step::TimeSort(TimeSortPlan { column, lateness, strict: false, types }));
    chain.windows = None;
    chain.own_time = false;
    chain.arrival = None;
    for (at, field) in chain.fields.iter_mut().enumerate() {
        let rowtime = ExprKind::Rowtime { qualified: true };
        let term = Expr::new(rowtime, SqlType::Timestamp, Span::default());
        field.time_term = (at == column).then(|| Arc::new(term));
        field.period = false;
    }
}

/// The output column that a term names: by its name, or by its number.
pub(super) fn output_column(tree: &Tree, columns: &[&str]) -> Option<usize> {
    match &tree.kind {
        TreeKind::Column(name) if name.parts.len() == 1 => {
            columns.iter().position(|column| *column == name.last())
        }
        TreeKind::Literal(Literal::Integer(number)) => {
            let place = usize::try_from(*number).ok()?.checked_sub(1)?;
            (place < columns.len()).then_some(place)
        }
        _ => None,
    }
}

/// Adds the operator of ORDER BY over columns of the projection, and takes away those behind the
/// first `width`, which were made for sorting alone.
pub(super) fn sort(
    chain: &mut Chain,
    order_by: &[OrderItem],
    columns: &[usize],
    width: usize,
) -> Bound<()> {
    let Some((first, leading)) = order_by.first().zip(columns.first()) else { return Ok(()) };
    let field = chain.fields.get(*leading);
    let rowtime = ExprKind::Rowtime { qualified: true };
    let rowtime = Expr::new(rowtime, SqlType::Timestamp, first.expr.span);
    let run = match field {
        Some(field) if field.time_term.is_some() => field.time_term.clone(),
        Some(field) if field.period => Some(Arc::new(rowtime)),
        _ => None,
    };
    let Some(term) = run else {
        return Err(Fault::new(
            first.expr.span,
            "ORDER BY of a stream has to begin with a monotonic term, such as s.ROWTIME or \
             FLOOR(s.ROWTIME TO SECOND)",
        ));
    };
    if first.descending {
        return Err(Fault::new(first.expr.span, "a stream cannot be sorted backwards in time"));
    }
    let keys = order_by.iter().zip(columns);
    let keys = keys.map(|(item, column)| SortKey { column: *column, descending: item.descending });
    let types = chain.fields.iter().map(|field| field.ty);
    chain.steps.push(Step::Sort(SortPlan {
        run: WindowFunction { term, closed_at_end: false },
        keys: keys.collect(),
        types: types.collect(),
    }));
    chain.arrival = None;
    chain.windows = None;
    for field in &mut chain.fields {
        // Sorting may have moved a row to a later ROWTIME than its columns say.
        field.time_term = None;
        field.period = false;
    }
    if chain.fields.len() > width {
        chain.fields.truncate(width);
        let columns = chain
            .fields
            .iter()
            .enumerate()
            .map(|(at, field)| Expr::new(ExprKind::Column(at), field.ty, Span::default()));
        let plan = ProjectPlan { columns: columns.collect(), rowtime: RowtimeRule::Carried };
        chain.steps.push(Step::Project(plan));
    }
    Ok(())
}

/// ORDER BY over a query that is not one SELECT: over its output columns only.
pub(super) fn sort_output(query: &Query, chain: &mut Chain) -> Bound<()> {
    if within(&query.order_by)?.is_some() {
        let message = "ORDER BY … WITHIN belongs to one SELECT";
        return Err(Fault::new(query.span, message));
    }
    let names: Vec<&str> = chain.fields.iter().map(|field| field.name.as_str()).collect();
    let column = |item: &OrderItem| {
        output_column(&item.expr, &names)
            .ok_or_else(|| Fault::new(item.expr.span, "expected a column of the query in ORDER BY"))
    };
    let columns = query.order_by.iter().map(column).collect::<Bound<Vec<usize>>>()?;
    let width = chain.fields.len();
    sort(chain, &query.order_by, &columns, width)
}
