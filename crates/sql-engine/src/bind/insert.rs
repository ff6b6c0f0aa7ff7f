//! INSERT INTO: which column of the query fills which column of the stream.
//! Does not: convert values (see `ops::conform`).

use levada_sql_functions::assignable;
use levada_sql_lang::tree::Insert;

use super::chain::Field;
use super::select::ROWTIME;
use super::{Bound, Fault};
use crate::catalog::ColumnDef;

/// For each column of the target the query's column that fills it.
pub(super) fn match_columns(
    insert: &Insert,
    columns: &[ColumnDef],
    fields: &[Field],
) -> Bound<Vec<Option<usize>>> {
    let span = insert.query.span;
    let mut sources: Vec<Option<usize>> = vec![None; columns.len()];
    let all: Vec<usize> = (0..fields.len()).collect();
    let plain: Vec<usize> = fields
        .iter()
        .enumerate()
        .filter(|(_, field)| field.name != ROWTIME)
        .map(|(at, _)| at)
        .collect();
    let mut targets: Vec<usize> = (0..columns.len()).collect();
    if !insert.columns.is_empty() {
        targets.clear();
        for ident in insert.columns.iter().filter(|ident| ident.name != ROWTIME) {
            let found = columns.iter().position(|column| column.name == ident.name);
            let at = found.filter(|at| !targets.contains(at)).ok_or_else(|| {
                let message = format!("column '{}' not found, or named twice", ident.name);
                Fault::new(ident.span, message)
            })?;
            targets.push(at);
        }
    }
    // A column named ROWTIME is the row's ROWTIME; it fills a declared column only where the
    // counts say that it was meant to.
    let chosen = if targets.len() == all.len() { all } else { plain };
    if targets.len() != chosen.len() {
        let message = format!(
            "number of INSERT target columns ({}) does not equal number of source items ({})",
            targets.len(),
            chosen.len()
        );
        return Err(Fault::new(span, message));
    }
    for (target, source) in targets.into_iter().zip(chosen) {
        let (Some(column), Some(field)) = (columns.get(target), fields.get(source)) else {
            continue;
        };
        let parsed_number = field.parsed && field.ty.is_numeric() && column.ty.is_text();
        if !parsed_number && !assignable(field.ty, column.ty) {
            let message = format!(
                "cannot assign to target field '{}' of type {} from source field '{}' of type {}",
                column.name, column.ty, field.name, field.ty
            );
            return Err(Fault::new(span, message));
        }
        if let Some(place) = sources.get_mut(target) {
            *place = Some(source);
        }
    }
    let unfilled = columns.iter().zip(&sources).find(|(c, source)| c.not_null && source.is_none());
    match unfilled {
        Some((column, _)) => {
            let message = format!("column '{}' is NOT NULL and gets no value", column.name);
            Err(Fault::new(span, message))
        }
        None => Ok(sources),
    }
}
