//! SELECT: filter, grouping and projection of one query, in that order.
//! Does not: read FROM (see `from`).

use std::sync::Arc;

use levada_sql_lang::tree::{Distinctness, Query, QueryBody, Select, SelectItem};
use levada_sql_lang::{Span, SqlType};

use super::chain::{Chain, Field};
use super::expr::{Scope, bind_condition, bind_expr};
use super::from::bind_from;
use super::group;
use super::monotonic::window_function;
use super::over;
use super::statement::Names;
use super::{Bound, Fault};
use crate::expr::{Expr, ExprKind};
use crate::limits::COLUMNS_MAX;
use crate::ops::{FilterPlan, ProjectPlan, RowtimeRule, Step};

/// The name that makes a column the row's ROWTIME.
pub(super) const ROWTIME: &str = "ROWTIME";

/// One column of a select list.
struct Item {
    name: String,
    expr: Expr,
}

pub(super) fn bind_query(query: &Query, names: &Names<'_>) -> Bound<Chain> {
    if let Some(first) = query.order_by.first() {
        return Err(Fault::unsupported(first.expr.span, "ORDER BY is"));
    }
    match &query.body {
        QueryBody::Select(select) => bind_select(select, names),
        QueryBody::Values(_) => Err(Fault::unsupported(query.span, "VALUES is")),
        QueryBody::SetOperation { .. } => {
            Err(Fault::unsupported(query.span, "UNION, INTERSECT and EXCEPT are"))
        }
    }
}

fn bind_select(select: &Select, names: &Names<'_>) -> Bound<Chain> {
    if !select.stream {
        return Err(Fault::new(select.span, "expected SELECT STREAM"));
    }
    if select.distinct == Distinctness::Distinct {
        return Err(Fault::unsupported(select.span, "SELECT DISTINCT is"));
    }
    if let Some(stagger) = &select.stagger {
        return Err(Fault::unsupported(stagger.span, "WINDOWED BY STAGGER is"));
    }
    let mut chain = bind_from(&select.from, select.span, names)?;
    if let Some(filter) = &select.filter {
        let scope = Scope::new(&chain.fields, &chain.streams);
        let predicate = Arc::new(bind_condition(filter, &scope)?);
        chain.steps.push(Step::Filter(FilterPlan { predicate }));
    }
    let scope = Scope {
        aggregates: true,
        windows: Some(&select.windows),
        ..Scope::new(&chain.fields, &chain.streams)
    };
    let mut items = bind_items(&select.items, &scope)?;
    let scope = Scope { windows: None, ..scope };
    let mut having = match &select.having {
        Some(having) => Some(bind_condition(having, &scope)?),
        None => None,
    };
    if select.group_by.is_empty() {
        let aggregate = items.iter().map(|item| &item.expr).chain(&having);
        if let Some(expr) = aggregate.into_iter().find(|expr| expr.has_aggregate()) {
            let message = "an aggregate over a stream needs GROUP BY with a monotonic term";
            return Err(Fault::new(expr.span, message));
        }
    } else {
        let mut grouping = group::bind(&select.group_by, &chain, select.span)?;
        for expr in items.iter_mut().map(|item| &mut item.expr).chain(&mut having) {
            grouping.rewrite(expr)?;
        }
        grouping.finish(&mut chain);
    }
    if let Some(predicate) = having {
        chain.steps.push(Step::Filter(FilterPlan { predicate: Arc::new(predicate) }));
    }
    let mut exprs: Vec<&mut Expr> = items.iter_mut().map(|item| &mut item.expr).collect();
    over::slide(&mut exprs, &mut chain);
    project(chain, items, select.span)
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
                if bound.len() == before {
                    let message = format!("unknown identifier '{relation}'");
                    return Err(Fault::new(name.span, message));
                }
            }
            SelectItem::Expr { expr, alias } => {
                let computed = bind_expr(expr, scope)?;
                let name = match (alias, &expr.kind) {
                    (Some(alias), _) => alias.name.clone(),
                    (None, levada_sql_lang::tree::ExprKind::Column(name)) => name.last().to_owned(),
                    (None, _) => format!("EXPR${}", bound.len()),
                };
                bound.push(Item { name, expr: computed });
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

fn column((at, field): (usize, &Field), span: Span) -> Item {
    Item { name: field.name.clone(), expr: Expr::new(ExprKind::Column(at), field.ty, span) }
}

/// Adds the projection; a column named ROWTIME becomes the row's ROWTIME.
fn project(mut chain: Chain, items: Vec<Item>, span: Span) -> Bound<Chain> {
    let mut rowtime = RowtimeRule::Carried;
    let mut fields = Vec::with_capacity(items.len());
    let mut columns = Vec::with_capacity(items.len());
    for Item { name, expr } in items {
        let window = window_function(&expr, &chain.fields);
        let carried = matches!(expr.kind, ExprKind::Rowtime { .. });
        if name == ROWTIME && !carried {
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
        field.time_term = window.map(|window| window.term);
        fields.push(field);
        columns.push((expr.clone(), expr.ty));
    }
    if !matches!(rowtime, RowtimeRule::Carried) {
        chain.windows = None;
        chain.own_time = false;
        for field in &mut fields {
            field.time_term = None;
        }
    }
    if fields.is_empty() {
        return Err(Fault::new(span, "expected a select list"));
    }
    chain.fields = fields;
    chain.steps.push(Step::Project(ProjectPlan { columns: columns.into(), rowtime }));
    Ok(chain)
}
