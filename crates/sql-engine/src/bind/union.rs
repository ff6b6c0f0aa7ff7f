//! UNION ALL: the rows of several queries as one stream, by ROWTIME.
//! Does not: take set operators that would have to wait for a stream's end.

use levada_sql_functions::common_type;
use levada_sql_lang::Span;
use levada_sql_lang::tree::{Query, QueryBody, SetOperator};

use super::chain::{Chain, Field};
use super::expr::coerce;
use super::names::Names;
use super::select::bind_query;
use super::{Bound, Fault};
use crate::expr::{Expr, ExprKind};
use crate::ops::{ProjectPlan, RowtimeRule, Step};

pub(super) fn bind(query: &Query, names: &Names<'_>) -> Bound<Chain> {
    let mut parts = Vec::new();
    collect(query, &mut parts)?;
    let mut chains: Vec<(Chain, Span)> = Vec::with_capacity(parts.len());
    for part in parts {
        chains.push((bind_query(part, names)?, part.span));
    }
    let Some((first, _)) = chains.first() else {
        return Err(Fault::new(query.span, "expected a query"));
    };
    let mut fields: Vec<Field> = Vec::new();
    for field in &first.fields {
        fields.push(Field::new("", &field.name, field.ty));
    }
    for (chain, span) in &chains {
        if chain.fields.len() != fields.len() {
            let message = format!(
                "the queries of a UNION have to have as many columns, and have {} and {}",
                fields.len(),
                chain.fields.len()
            );
            return Err(Fault::new(*span, message));
        }
        for (field, other) in fields.iter_mut().zip(&chain.fields) {
            field.ty = common_type(field.ty, other.ty).ok_or_else(|| {
                let (name, a, b) = (&field.name, field.ty, other.ty);
                Fault::new(*span, format!("column '{name}' of the UNION is {a} and {b}"))
            })?;
        }
    }
    let chains = chains.into_iter().map(|(chain, span)| converted(chain, &fields, span));
    Ok(names.join_chains(&fields, chains.collect(), false))
}

/// The chain with its columns in the types of the union.
fn converted(mut chain: Chain, fields: &[Field], span: Span) -> Chain {
    let same = chain.fields.iter().zip(fields).all(|(own, field)| own.ty == field.ty);
    if same {
        return chain;
    }
    let columns = chain.fields.iter().zip(fields).enumerate().map(|(at, (own, field))| {
        let column = Expr::new(ExprKind::Column(at), own.ty, span);
        coerce(column, field.ty)
    });
    let plan = ProjectPlan { columns: columns.collect(), rowtime: RowtimeRule::Carried };
    chain.steps.push(Step::Project(plan));
    chain
}

/// The queries that the operators stand between, from left to right.
fn collect<'q>(query: &'q Query, parts: &mut Vec<&'q Query>) -> Bound<()> {
    // Chains of UNION lean to the left and can be longer than the stack is deep.
    let mut pending = vec![query];
    while let Some(query) = pending.pop() {
        match &query.body {
            QueryBody::SetOperation { operator: SetOperator::Union, all: true, left, right }
                if query.order_by.is_empty() || parts.is_empty() =>
            {
                pending.push(right);
                pending.push(left);
            }
            QueryBody::SetOperation { operator, all, .. } => {
                let name = match operator {
                    SetOperator::Union => "UNION",
                    SetOperator::Intersect => "INTERSECT",
                    SetOperator::Except => "EXCEPT",
                };
                let all = if *all { " ALL" } else { "" };
                let message = format!("{name}{all} of streams has no end; expected UNION ALL");
                return Err(Fault::new(query.span, message));
            }
            _ => parts.push(query),
        }
    }
    Ok(())
}
