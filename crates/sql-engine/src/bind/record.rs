//! Records: a log parser's call in a select list becomes one column for each of its fields, which
//! are named by way of the record (`t.rec.column1`).
//! Does not: cut lines (see `levada_sql_functions::record`).

use std::sync::Arc;

use levada_sql_functions::record::{self, PreparedRecord};
use levada_sql_lang::Span;
use levada_sql_lang::tree::{Expr as Tree, ExprKind as TreeKind, FunctionCall, Name};

use super::chain::Field;
use super::expr::{Scope, bind_expr};
use super::{Bound, Fault, over};
use crate::expr::{Expr, ExprKind};

/// The fields of a log parser's call with their expressions; `None` for other functions.
pub(super) fn fields(
    call: &FunctionCall,
    scope: &Scope<'_>,
    span: Span,
) -> Option<Bound<Vec<(String, Expr)>>> {
    let function = record::find(&call.name.name)?;
    Some(bind(function, call, scope, span))
}

fn bind(
    function: &'static record::RecordFunction,
    call: &FunctionCall,
    scope: &Scope<'_>,
    span: Span,
) -> Bound<Vec<(String, Expr)>> {
    let expected = || Fault::new(span, format!("expected {}", function.signatures.join(" or ")));
    let (text, rest) = call.args.split_first().ok_or_else(expected)?;
    let text = bind_expr(text, scope)?;
    if !text.ty.is_text() && text.ty != levada_sql_lang::SqlType::Null {
        return Err(expected());
    }
    let arguments = rest.iter().map(|tree| over::constant(tree).ok()).collect();
    let record = PreparedRecord::new(function, arguments).map_err(|fault| {
        let place = fault.argument.and_then(|at| call.args.get(at)).map_or(span, |tree| tree.span);
        Fault::new(place, fault.message)
    })?;
    let record = Arc::new(record);
    let field = |(at, column): (usize, &levada_sql_functions::table::Column)| {
        let (record, operand) = (Arc::clone(&record), Box::new(text.clone()));
        let kind = ExprKind::RecordField { record, operand, field: at };
        (column.name.clone(), Expr::new(kind, column.ty, span))
    };
    Ok(record.fields().iter().enumerate().map(field).collect())
}

/// The columns of the record that a name stands for; none when it stands for no record.
pub(super) fn named<'f>(tree: &Tree, fields: &'f [Field]) -> Vec<(usize, &'f Field)> {
    match &tree.kind {
        TreeKind::Column(name) => by_name(name, fields),
        _ => Vec::new(),
    }
}

/// As `named`, for `t.rec.*`.
pub(super) fn by_name<'f>(name: &Name, fields: &'f [Field]) -> Vec<(usize, &'f Field)> {
    let (relation, record) = match name.parts.as_slice() {
        [record] => (None, record),
        [relation, record] => (Some(&relation.name), record),
        _ => return Vec::new(),
    };
    let of_record = |(_, field): &(usize, &Field)| {
        field.record.as_ref() == Some(&record.name)
            && relation.is_none_or(|relation| field.relation == *relation)
    };
    fields.iter().enumerate().filter(of_record).collect()
}

/// The column of `rec.field` or `t.rec.field`.
pub(super) fn column(name: &Name, fields: &[Field]) -> Option<Expr> {
    let (relation, record, wanted) = match name.parts.as_slice() {
        [record, field] => (None, record, field),
        [relation, record, field] => (Some(&relation.name), record, field),
        _ => return None,
    };
    let (at, field) = fields.iter().enumerate().find(|(_, field)| {
        field.record.as_ref() == Some(&record.name)
            && field.name == wanted.name
            && relation.is_none_or(|relation| field.relation == *relation)
    })?;
    Some(Expr::new(ExprKind::Column(at), field.ty, name.span))
}
