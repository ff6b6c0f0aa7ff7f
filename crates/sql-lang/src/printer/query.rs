//! Queries as text.
//! Does not: break lines; a query is one line.

use super::expr::write as write_expr;
use super::{write_ident, write_idents, write_list, write_name};
use crate::tree::{
    Distinctness, Expr, FrameBound, FrameUnit, JoinConstraint, JoinKind, NamedWindow, OrderItem,
    Query, QueryBody, Select, SelectItem, SetOperator, TableAlias, TableRef, TableRefKind,
    WindowFrame, WindowSpec,
};

pub(super) fn write(out: &mut String, query: &Query) {
    match &query.body {
        QueryBody::Select(select) => write_select(out, select),
        QueryBody::Values(rows) => {
            out.push_str("VALUES ");
            write_list(out, rows, ", ", |out, row| {
                out.push('(');
                write_list(out, row, ", ", write_expr);
                out.push(')');
            });
        }
        QueryBody::SetOperation { operator, all, left, right } => {
            write_operand(out, left, tightness(*operator));
            out.push_str(match operator {
                SetOperator::Union => " UNION ",
                SetOperator::Intersect => " INTERSECT ",
                SetOperator::Except => " EXCEPT ",
            });
            if *all {
                out.push_str("ALL ");
            }
            write_operand(out, right, tightness(*operator) + 1);
        }
    }
    write_order_by(out, " ", &query.order_by);
}

fn tightness(operator: SetOperator) -> u8 {
    if operator == SetOperator::Intersect { 2 } else { 1 }
}

fn write_operand(out: &mut String, query: &Query, least: u8) {
    let own = match &query.body {
        QueryBody::SetOperation { operator, .. } => tightness(*operator),
        QueryBody::Select(_) | QueryBody::Values(_) => 3,
    };
    if own >= least && query.order_by.is_empty() {
        return write(out, query);
    }
    out.push('(');
    write(out, query);
    out.push(')');
}

fn write_order_by(out: &mut String, before: &str, items: &[OrderItem]) {
    if items.is_empty() {
        return;
    }
    out.push_str(before);
    out.push_str("ORDER BY ");
    write_list(out, items, ", ", |out, item| {
        write_expr(out, &item.expr);
        if item.descending {
            out.push_str(" DESC");
        }
        if let Some(within) = &item.within {
            out.push_str(" WITHIN ");
            write_expr(out, within);
        }
    });
}

fn write_select(out: &mut String, select: &Select) {
    out.push_str("SELECT ");
    if select.stream {
        out.push_str("STREAM ");
    }
    if select.distinct == Distinctness::Distinct {
        out.push_str("DISTINCT ");
    }
    write_list(out, &select.items, ", ", write_item);
    if !select.from.is_empty() {
        out.push_str(" FROM ");
        write_list(out, &select.from, ", ", write_table);
    }
    write_clause(out, " WHERE ", select.filter.as_ref());
    if let Some(stagger) = &select.stagger {
        out.push_str(" WINDOWED BY STAGGER (");
        write_partition(out, &stagger.partition_by);
        if !stagger.partition_by.is_empty() {
            out.push(' ');
        }
        write_clause(out, "RANGE ", Some(&stagger.range));
        out.push(')');
    }
    if !select.group_by.is_empty() {
        out.push_str(" GROUP BY ");
        write_list(out, &select.group_by, ", ", write_expr);
    }
    write_clause(out, " HAVING ", select.having.as_ref());
    if !select.windows.is_empty() {
        out.push_str(" WINDOW ");
        write_list(out, &select.windows, ", ", |out, NamedWindow { name, spec }| {
            write_ident(out, name);
            out.push_str(" AS ");
            write_window(out, spec);
        });
    }
}

fn write_clause(out: &mut String, word: &str, expr: Option<&Expr>) {
    if let Some(expr) = expr {
        out.push_str(word);
        write_expr(out, expr);
    }
}

fn write_item(out: &mut String, item: &SelectItem) {
    match item {
        SelectItem::Wildcard(_) => out.push('*'),
        SelectItem::QualifiedWildcard(name) => {
            write_name(out, name);
            out.push_str(".*");
        }
        SelectItem::Expr { expr, alias } => {
            write_expr(out, expr);
            if let Some(alias) = alias {
                out.push_str(" AS ");
                write_ident(out, alias);
            }
        }
    }
}

fn write_table(out: &mut String, table: &TableRef) {
    match &table.kind {
        TableRefKind::Named { name, over, alias } => {
            write_name(out, name);
            write_over_and_alias(out, over.as_ref(), alias.as_ref());
        }
        TableRefKind::Subquery { query, over, alias } => {
            out.push('(');
            write(out, query);
            out.push(')');
            write_over_and_alias(out, over.as_ref(), alias.as_ref());
        }
        TableRefKind::Function { name, args, alias } => {
            out.push_str("TABLE(");
            write_ident(out, name);
            out.push('(');
            write_list(out, args, ", ", write_expr);
            out.push_str("))");
            write_over_and_alias(out, None, alias.as_ref());
        }
        TableRefKind::Join { kind, left, right, constraint } => {
            write_table(out, left);
            out.push_str(match kind {
                JoinKind::Inner => " JOIN ",
                JoinKind::Left => " LEFT JOIN ",
                JoinKind::Right => " RIGHT JOIN ",
                JoinKind::Full => " FULL JOIN ",
                JoinKind::Cross => " CROSS JOIN ",
            });
            write_joined(out, right);
            write_constraint(out, constraint);
        }
    }
}

/// A join on the right of another stands in parentheses.
fn write_joined(out: &mut String, table: &TableRef) {
    let inside = matches!(table.kind, TableRefKind::Join { .. });
    if inside {
        out.push('(');
    }
    write_table(out, table);
    if inside {
        out.push(')');
    }
}

fn write_constraint(out: &mut String, constraint: &JoinConstraint) {
    match constraint {
        JoinConstraint::None => {}
        JoinConstraint::On(condition) => write_clause(out, " ON ", Some(condition)),
        JoinConstraint::Using(columns) => {
            out.push_str(" USING ");
            write_idents(out, columns);
        }
    }
}

fn write_over_and_alias(out: &mut String, over: Option<&WindowSpec>, alias: Option<&TableAlias>) {
    if let Some(over) = over {
        out.push_str(" OVER ");
        write_window(out, over);
    }
    if let Some(TableAlias { name, columns }) = alias {
        out.push_str(" AS ");
        write_ident(out, name);
        if !columns.is_empty() {
            write_idents(out, columns);
        }
    }
}

fn write_partition(out: &mut String, exprs: &[Expr]) {
    if !exprs.is_empty() {
        out.push_str("PARTITION BY ");
        write_list(out, exprs, ", ", write_expr);
    }
}

pub(super) fn write_window(out: &mut String, spec: &WindowSpec) {
    out.push('(');
    let mut parts = Vec::new();
    if let Some(base) = &spec.base {
        parts.push(super::quote_name(&base.name));
    }
    for write_part in [
        |out: &mut String, spec: &WindowSpec| write_partition(out, &spec.partition_by),
        |out: &mut String, spec: &WindowSpec| write_order_by(out, "", &spec.order_by),
        |out: &mut String, spec: &WindowSpec| write_frame(out, spec.frame.as_ref()),
    ] {
        let mut part = String::new();
        write_part(&mut part, spec);
        parts.push(part);
    }
    parts.retain(|part| !part.is_empty());
    out.push_str(&parts.join(" "));
    out.push(')');
}

fn write_frame(out: &mut String, frame: Option<&WindowFrame>) {
    let Some(WindowFrame { unit, start, end, .. }) = frame else { return };
    out.push_str(match unit {
        FrameUnit::Rows => "ROWS ",
        FrameUnit::Range => "RANGE ",
    });
    match end {
        Some(end) => {
            out.push_str("BETWEEN ");
            write_bound(out, start);
            out.push_str(" AND ");
            write_bound(out, end);
        }
        None => write_bound(out, start),
    }
}

fn write_bound(out: &mut String, bound: &FrameBound) {
    let (distance, word) = match bound {
        FrameBound::UnboundedPreceding => (None, "UNBOUNDED PRECEDING"),
        FrameBound::CurrentRow => (None, "CURRENT ROW"),
        FrameBound::UnboundedFollowing => (None, "UNBOUNDED FOLLOWING"),
        FrameBound::Preceding(distance) => (Some(distance), " PRECEDING"),
        FrameBound::Following(distance) => (Some(distance), " FOLLOWING"),
    };
    if let Some(distance) = distance {
        super::expr::write_at(out, distance, crate::parser::power::SUM);
    }
    out.push_str(word);
}
