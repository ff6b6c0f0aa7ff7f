//! FROM: streams, reference tables, subqueries and views become chains; joins connect them.
//! Does not: know the joins' keys (see `join`).

use levada_sql_lang::Span;
use levada_sql_lang::tree::{JoinConstraint, JoinKind, Name, TableAlias, TableRef, TableRefKind};

use super::chain::{Chain, Field};
use super::select::bind_query;
use super::statement::Names;
use super::{Bound, Fault, join};

/// One side of a join, or the whole FROM.
pub(super) enum Relation {
    Stream(Chain),
    Table { table: usize, fields: Vec<Field> },
}

/// The chain that a FROM clause makes.
pub(super) fn bind_from(items: &[TableRef], span: Span, names: &Names<'_>) -> Bound<Chain> {
    let Some((first, rest)) = items.split_first() else {
        return Err(Fault::new(span, "expected FROM with a stream"));
    };
    let mut relation = bind_relation(first, names)?;
    for item in rest {
        let right = bind_relation(item, names)?;
        let place = first.span.to(item.span);
        relation = join::bind(relation, right, JoinKind::Cross, &JoinConstraint::None, place)?;
    }
    match relation {
        Relation::Stream(chain) => Ok(chain),
        Relation::Table { .. } => {
            Err(Fault::unsupported(first.span, "a query over reference tables alone is"))
        }
    }
}

fn bind_relation(item: &TableRef, names: &Names<'_>) -> Bound<Relation> {
    match &item.kind {
        TableRefKind::Named { name, over, alias } => {
            if let Some(over) = over {
                return Err(Fault::unsupported(over.span, "a window of a joined stream is"));
            }
            let shown = alias.as_ref().map_or(name.last(), |alias| alias.name.name.as_str());
            rename(bind_named(name, shown, names)?, alias.as_ref())
        }
        TableRefKind::Subquery { query, over, alias } => {
            if let Some(over) = over {
                return Err(Fault::unsupported(over.span, "a window of a joined stream is"));
            }
            let shown = alias.as_ref().map_or("", |alias| alias.name.name.as_str());
            let chain = bind_query(query, names)?.named(shown);
            rename(Relation::Stream(chain), alias.as_ref())
        }
        TableRefKind::Function { name, .. } => {
            let what = format!("the table function {} is", name.name);
            Err(Fault::unsupported(item.span, &what))
        }
        TableRefKind::Join { kind, left, right, constraint } => {
            let (left, right) = (bind_relation(left, names)?, bind_relation(right, names)?);
            join::bind(left, right, *kind, constraint, item.span)
        }
    }
}

fn bind_named(name: &Name, shown: &str, names: &Names<'_>) -> Bound<Relation> {
    let wanted = name.last();
    if wanted == crate::errors::ERROR_STREAM {
        return Err(Fault::new(name.span, "the error stream cannot be read by a query"));
    }
    if let Some(query) = names.view(wanted) {
        let _nested = names.enter_view(wanted, name.span)?;
        return Ok(Relation::Stream(bind_query(query, names)?.named(shown)));
    }
    if let Some((at, stream)) = names.stream(wanted) {
        let fields = stream.columns.iter();
        return Ok(Relation::Stream(Chain {
            source: at,
            steps: Vec::new(),
            fields: fields.map(|column| Field::of(shown, column)).collect(),
            streams: vec![shown.to_owned()],
            windows: names.windows(at),
            own_time: names.own_time(at),
        }));
    }
    if let Some((at, table)) = names.table(wanted) {
        let fields = table.columns.iter();
        let fields = fields.map(|column| Field::new(shown, &column.name, column.ty)).collect();
        return Ok(Relation::Table { table: at, fields });
    }
    Err(Fault::new(name.span, format!("object '{wanted}' not found")))
}

/// Gives the columns the names of `AS t(a, b)`.
fn rename(mut relation: Relation, alias: Option<&TableAlias>) -> Bound<Relation> {
    let Some(alias) = alias.filter(|alias| !alias.columns.is_empty()) else { return Ok(relation) };
    let fields = match &mut relation {
        Relation::Stream(chain) => &mut chain.fields,
        Relation::Table { fields, .. } => fields,
    };
    let mut fields: Vec<&mut Field> = fields.iter_mut().filter(|field| !field.hidden).collect();
    if fields.len() != alias.columns.len() {
        let message =
            format!("{} names for a relation of {} columns", alias.columns.len(), fields.len());
        return Err(Fault::new(alias.name.span, message));
    }
    for (field, name) in fields.iter_mut().zip(&alias.columns) {
        name.name.clone_into(&mut field.name);
    }
    Ok(relation)
}
