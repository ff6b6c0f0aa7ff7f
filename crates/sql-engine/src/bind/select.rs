//! SELECT: filter, grouping and projection of one query, in that order.
//! Does not: read FROM (see `from`).

use std::sync::Arc;

use levada_sql_lang::tree::{
    Distinctness, Expr as Tree, ExprKind as TreeKind, Ident, OrderItem, Query, QueryBody, Select,
    SelectItem,
};
use levada_sql_lang::{Span, SqlType};

use super::chain::{Chain, Field};
use super::expr::{Scope, bind_condition, bind_expr};
use super::from::{Place, bind_from};
use super::monotonic::window_function;
use super::names::Names;
use super::{Bound, Fault, group, order, over, record, union};
use crate::expr::{Expr, ExprKind};
use crate::limits::COLUMNS_MAX;
use crate::ops::{FilterPlan, ProjectPlan, RowtimeRule, Step};

/// The name that makes a column the row's ROWTIME.
pub(super) const ROWTIME: &str = "ROWTIME";

/// One column of a select list.
struct Item {
    name: String,
    expr: Expr,
    /// The record column that it is a field of.
    record: Option<String>,
    /// Written `AS ROWTIME`: it takes the place of the row's ROWTIME.
    is_rowtime: bool,
}

pub(super) fn bind_query(query: &Query, names: &Names<'_>) -> Bound<Chain> {
    match &query.body {
        QueryBody::Select(select) => bind_select(select, &query.order_by, names),
        QueryBody::Values(_) => {
            Err(Fault::new(query.span, "VALUES has no ROWTIMEs; expected SELECT STREAM"))
        }
        QueryBody::SetOperation { .. } => {
            let mut chain = union::bind(query, names)?;
            order::sort_output(query, &mut chain)?;
            Ok(chain)
        }
    }
}

fn bind_select(select: &Select, order_by: &[OrderItem], names: &Names<'_>) -> Bound<Chain> {
    if !select.stream {
        return Err(Fault::new(select.span, "expected SELECT STREAM"));
    }
    let place = Place { names, windows: &select.windows };
    let mut chain = bind_from(&select.from, select.span, place)?;
    if let Some(filter) = &select.filter {
        let scope = Scope::new(&chain.fields, &chain.streams, Some(names));
        let predicate = Arc::new(bind_condition(filter, &scope)?);
        chain.steps.push(Step::Filter(FilterPlan { predicate }));
    }
    let scope = Scope {
        aggregates: true,
        windows: Some(&select.windows),
        ..Scope::new(&chain.fields, &chain.streams, Some(names))
    };
    let mut items = bind_items(&select.items, &scope)?;
    let width = items.len();
    let within = order::within(order_by)?;
    let order_columns = bind_order(order_by, &mut items, &scope)?;
    let scope = Scope { windows: None, ..scope };
    let mut having = match &select.having {
        Some(having) => Some(bind_condition(having, &scope)?),
        None => None,
    };
    let exprs = items.iter_mut().map(|item| &mut item.expr).chain(&mut having);
    group_chain(select, exprs.collect(), &mut chain, names)?;
    if let Some(predicate) = having {
        chain.steps.push(Step::Filter(FilterPlan { predicate: Arc::new(predicate) }));
    }
    let mut exprs: Vec<&mut Expr> = items.iter_mut().map(|item| &mut item.expr).collect();
    over::slide(&mut exprs, &mut chain);
    let is_distinct = select.distinct == Distinctness::Distinct;
    if let Some(extra) = items.get(width).filter(|_| is_distinct) {
        return Err(Fault::new(extra.expr.span, "expected a column of the select list"));
    }
    let chain = match within {
        None => project(chain, items, select.span)?,
        Some(lateness) => {
            let column = order_columns.first().copied().unwrap_or(0);
            project_by_time(chain, items, column, lateness, select.span)?
        }
    };
    finish(chain, (select, order_by), &order_columns, width)
}

/// DISTINCT and ORDER BY, behind the projection.
fn finish(
    mut chain: Chain,
    (select, order_by): (&Select, &[OrderItem]),
    order_columns: &[usize],
    width: usize,
) -> Bound<Chain> {
    if select.distinct == Distinctness::Distinct {
        order::distinct(&mut chain, select.span)?;
    }
    if order_by.iter().all(|item| item.within.is_none()) {
        order::sort(&mut chain, order_by, order_columns, width)?;
    }
    Ok(chain)
}

/// Which column of the select list each term of ORDER BY is; terms that stand for none of them
/// get columns of their own.
fn bind_order(
    order_by: &[OrderItem],
    items: &mut Vec<Item>,
    scope: &Scope<'_>,
) -> Bound<Vec<usize>> {
    let mut columns = Vec::with_capacity(order_by.len());
    for item in order_by {
        let names: Vec<&str> = items.iter().map(|item| item.name.as_str()).collect();
        if let Some(at) = order::output_column(&item.expr, &names) {
            columns.push(at);
            continue;
        }
        let expr = bind_expr(&item.expr, scope)?;
        let same = items.iter().position(|item| item.expr == expr);
        columns.push(same.unwrap_or(items.len()));
        if same.is_none() {
            items.push(Item { name: String::new(), expr, record: None, is_rowtime: false });
        }
    }
    Ok(columns)
}

/// Adds the operator of GROUP BY or WINDOWED BY, and rewrites what follows it.
fn group_chain(
    select: &Select,
    exprs: Vec<&mut Expr>,
    chain: &mut Chain,
    names: &Names<'_>,
) -> Bound<()> {
    let mut grouping = match (&select.stagger, select.group_by.as_slice()) {
        (Some(stagger), []) => group::bind_stagger(stagger, chain, names)?,
        (Some(stagger), _) => {
            let message = "WINDOWED BY STAGGER stands in the place of GROUP BY";
            return Err(Fault::new(stagger.span, message));
        }
        (None, []) => {
            return match exprs.iter().find(|expr| expr.has_aggregate()) {
                Some(expr) => {
                    let message = "an aggregate over a stream needs GROUP BY with a monotonic term";
                    Err(Fault::new(expr.span, message))
                }
                None => Ok(()),
            };
        }
        (None, terms) => group::bind(terms, chain, names, select.span)?,
    };
    for expr in exprs {
        grouping.rewrite(expr)?;
    }
    grouping.finish(chain);
    Ok(())
}

/// The projection of `ORDER BY ts WITHIN …`: the column `AS ROWTIME` is computed as others are,
/// and takes the place of ROWTIME once rows are in its order.
fn project_by_time(
    chain: Chain,
    mut items: Vec<Item>,
    column: usize,
    lateness: i64,
    span: Span,
) -> Bound<Chain> {
    let term = items.get(column);
    let is_time = |item: &Item| {
        item.is_rowtime
            && item.expr.ty == SqlType::Timestamp
            && term.is_some_and(|term| term.expr == item.expr)
    };
    let Some(column) = items.iter().position(is_time) else {
        let message = "ORDER BY … WITHIN takes a TIMESTAMP that is selected AS ROWTIME";
        return Err(Fault::new(term.map_or(span, |item| item.expr.span), message));
    };
    if let Some(item) = items.get_mut(column) {
        item.is_rowtime = false;
    }
    let mut chain = project(chain, items, span)?;
    order::time_sort(&mut chain, column, lateness);
    Ok(chain)
}

fn bind_items(items: &[SelectItem], scope: &Scope<'_>) -> Bound<Vec<Item>> {
    let mut bound = Vec::new();
    for item in items {
        match item {
            SelectItem::Wildcard(span) => {
                let all = scope.fields.iter().enumerate().filter(|(_, field)| !field.hidden);
                bound.extend(all.map(|at| column(at, *span)));
            }
            SelectItem::QualifiedWildcard(name) => {
                let relation = name.last();
                let own = scope.fields.iter().enumerate();
                let before = bound.len();
                bound.extend(
                    own.filter(|(_, field)| field.relation == relation && !field.hidden)
                        .map(|at| column(at, name.span)),
                );
                bound.extend(
                    record::by_name(name, scope.fields).into_iter().map(|at| column(at, name.span)),
                );
                if bound.len() == before {
                    let message = format!("unknown identifier '{relation}'");
                    return Err(Fault::new(name.span, message));
                }
            }
            SelectItem::Expr { expr, alias } => {
                if bind_record(expr, alias.as_ref(), scope, &mut bound)? {
                    continue;
                }
                let computed = bind_expr(expr, scope)?;
                let name = match (alias, &expr.kind) {
                    (Some(alias), _) => alias.name.clone(),
                    (None, TreeKind::Column(name)) => name.last().to_owned(),
                    (None, _) => format!("EXPR${}", bound.len()),
                };
                let is_rowtime = alias.as_ref().is_some_and(|alias| alias.name == ROWTIME);
                bound.push(Item { name, expr: computed, record: None, is_rowtime });
            }
        }
    }
    match (bound.is_empty(), bound.get(COLUMNS_MAX)) {
        (false, None) => Ok(bound),
        (true, _) => Err(Fault::new(Span::default(), "expected a select list")),
        (_, Some(item)) => {
            Err(Fault::new(item.expr.span, format!("more than {COLUMNS_MAX} columns")))
        }
    }
}

/// The columns of an expression that gives a record; false for others.
fn bind_record(
    tree: &Tree,
    alias: Option<&Ident>,
    scope: &Scope<'_>,
    bound: &mut Vec<Item>,
) -> Bound<bool> {
    let named = record::named(tree, scope.fields);
    let calls = match &tree.kind {
        TreeKind::Call(call) => record::fields(call, scope, tree.span).transpose()?,
        _ => None,
    };
    if named.is_empty() && calls.is_none() {
        return Ok(false);
    }
    let written = alias.map(|alias| alias.name.clone());
    let default = format!("EXPR${}", bound.len());
    for at in named {
        let mut item = column(at, tree.span);
        item.record = written.clone().or(item.record);
        bound.push(item);
    }
    for (name, expr) in calls.into_iter().flatten() {
        let record = Some(written.as_ref().unwrap_or(&default).clone());
        bound.push(Item { name, expr, record, is_rowtime: false });
    }
    Ok(true)
}

fn column((at, field): (usize, &Field), span: Span) -> Item {
    let expr = Expr::new(ExprKind::Column(at), field.ty, span);
    Item { name: field.name.clone(), expr, record: field.record.clone(), is_rowtime: false }
}

/// Adds the projection; a column named ROWTIME becomes the row's ROWTIME.
fn project(mut chain: Chain, items: Vec<Item>, span: Span) -> Bound<Chain> {
    let mut rowtime = RowtimeRule::Carried;
    let mut fields = Vec::with_capacity(items.len());
    let mut columns = Vec::with_capacity(items.len());
    let mut override_at = None;
    for Item { name, expr, record, is_rowtime } in items {
        let window = window_function(&expr, &chain.fields);
        let carried = matches!(expr.kind, ExprKind::Rowtime { .. });
        let overrides = is_rowtime && !carried;
        if overrides {
            if expr.ty != SqlType::Timestamp {
                let message = format!("ROWTIME has to be a TIMESTAMP, and this is {}", expr.ty);
                return Err(Fault::new(expr.span, message));
            }
            if !matches!(rowtime, RowtimeRule::Carried) {
                return Err(Fault::new(expr.span, "ROWTIME is given twice"));
            }
            rowtime = match &window {
                Some(window) => RowtimeRule::Monotonic(Arc::clone(&window.term)),
                None => RowtimeRule::Free(Arc::new(expr.clone())),
            };
        }
        let mut field = Field::new("", &name, expr.ty);
        field.record = record;
        field.parsed = match &expr.kind {
            ExprKind::RecordField { .. } => true,
            ExprKind::Column(at) => chain.fields.get(*at).is_some_and(|field| field.parsed),
            _ => false,
        };
        field.time_term = window.map(|window| window.term);
        field.period = match expr.kind {
            ExprKind::Column(at) => chain.fields.get(at).is_some_and(|field| field.period),
            _ => false,
        };
        fields.push(field);
        if overrides {
            override_at = Some(columns.len());
        }
        columns.push(expr);
    }
    if !matches!(rowtime, RowtimeRule::Carried) {
        chain.windows = None;
        chain.own_time = false;
        chain.arrival = None;
        let rowtime = ExprKind::Rowtime { qualified: true };
        let rowtime = Arc::new(Expr::new(rowtime, SqlType::Timestamp, span));
        for (at, field) in fields.iter_mut().enumerate() {
            field.time_term = (override_at == Some(at)).then(|| Arc::clone(&rowtime));
            field.period = false;
        }
    }
    if fields.is_empty() {
        return Err(Fault::new(span, "expected a select list"));
    }
    chain.fields = fields;
    chain.steps.push(Step::Project(ProjectPlan { columns: columns.into(), rowtime }));
    Ok(chain)
}
