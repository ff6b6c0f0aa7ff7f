//! FROM: streams, reference tables, subqueries and views become chains; joins connect them.
//! Does not: know the joins' keys (see `join`).

use levada_sql_lang::Span;
use levada_sql_lang::tree::{
    Ident, JoinConstraint, JoinKind, Name, NamedWindow, TableAlias, TableRef, TableRefKind,
};

use super::chain::{Chain, Field};
use super::names::Names;
use super::select::bind_query;
use super::{Bound, Fault, join, over, table_function};

/// One side of a join, or the whole FROM.
pub(super) enum Relation {
    Stream(Chain),
    Table { table: usize, fields: Vec<Field> },
}

/// What FROM may name beside the program's names.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub names: &'a Names<'a>,
    /// The windows of the WINDOW clause, which joined streams can name.
    pub windows: &'a [NamedWindow],
}

/// The chain that a FROM clause makes.
pub(super) fn bind_from(items: &[TableRef], span: Span, place: Place<'_>) -> Bound<Chain> {
    let Some((first, rest)) = items.split_first() else {
        return Err(Fault::new(span, "expected FROM with a stream"));
    };
    let mut relation = bind_relation(first, place)?;
    for item in rest {
        let right = bind_relation(item, place)?;
        let span = first.span.to(item.span);
        let none = JoinConstraint::None;
        relation = join::bind(relation, right, JoinKind::Cross, &none, span, place.names)?;
    }
    match relation {
        Relation::Stream(Chain { window: Some(_), .. }) => {
            Err(Fault::new(first.span, "a stream has a window in FROM only where it is joined"))
        }
        Relation::Stream(chain) => Ok(chain),
        Relation::Table { .. } => {
            Err(Fault::unsupported(first.span, "a query over reference tables alone is"))
        }
    }
}

fn bind_relation(item: &TableRef, place: Place<'_>) -> Bound<Relation> {
    let (relation, over, alias) = match &item.kind {
        TableRefKind::Named { name, over, alias } => {
            let shown = alias.as_ref().map_or(name.last(), |alias| alias.name.name.as_str());
            (bind_named(name, shown, place.names)?, over.as_ref(), alias)
        }
        TableRefKind::Subquery { query, over, alias } => {
            let shown = alias.as_ref().map_or("", |alias| alias.name.name.as_str());
            let chain = bind_query(query, place.names)?.named(shown);
            (Relation::Stream(chain), over.as_ref(), alias)
        }
        TableRefKind::Function { name, args, alias } => {
            let shown = alias.as_ref().map_or("", |alias| alias.name.name.as_str());
            let chain = table_function::bind(name, args, shown, item.span, place.names)?;
            (Relation::Stream(chain), None, alias)
        }
        TableRefKind::Join { .. } => return bind_joins(item, place),
    };
    let relation = rename(relation, alias.as_ref())?;
    match (relation, over) {
        (Relation::Stream(chain), Some(over)) => {
            let window = Some(over::join_extent(over, place.windows)?);
            Ok(Relation::Stream(Chain { window, ..chain }))
        }
        (Relation::Table { .. }, Some(over)) => {
            Err(Fault::new(over.span, "a reference table has no window"))
        }
        (relation, None) => Ok(relation),
    }
}

/// Binds `a JOIN b JOIN c …`, which leans to the left and can be longer than the stack is deep.
fn bind_joins(item: &TableRef, place: Place<'_>) -> Bound<Relation> {
    let mut rest = Vec::new();
    let mut first = item;
    while let TableRefKind::Join { kind, left, right, constraint } = &first.kind {
        rest.push((*kind, right, constraint, first.span));
        first = left;
    }
    let mut relation = bind_relation(first, place)?;
    for (kind, right, constraint, span) in rest.into_iter().rev() {
        let right = bind_relation(right, place)?;
        relation = join::bind(relation, right, kind, constraint, span, place.names)?;
    }
    Ok(relation)
}

fn bind_named(name: &Name, shown: &str, names: &Names<'_>) -> Bound<Relation> {
    let wanted = name.last();
    if wanted == crate::errors::ERROR_STREAM {
        return Err(Fault::new(name.span, "the error stream cannot be read by a query"));
    }
    if let Some(view) = names.view(wanted) {
        let _nested = names.enter(wanted, name.span)?;
        let relation = Relation::Stream(bind_query(&view.query, names)?.named(shown));
        return rename_columns(relation, &view.columns, name.span);
    }
    if let Some((at, stream)) = names.stream(wanted) {
        return Ok(Relation::Stream(names.chain(at, shown, &stream.columns)));
    }
    if let Some((at, table)) = names.table(wanted) {
        let fields = table.columns.iter();
        let fields = fields.map(|column| Field::new(shown, &column.name, column.ty)).collect();
        return Ok(Relation::Table { table: at, fields });
    }
    Err(Fault::new(name.span, format!("object '{wanted}' not found")))
}

/// Gives the columns the names of `AS t(a, b)`.
fn rename(relation: Relation, alias: Option<&TableAlias>) -> Bound<Relation> {
    match alias {
        Some(alias) => rename_columns(relation, &alias.columns, alias.name.span),
        None => Ok(relation),
    }
}

/// Gives the columns other names; none to keep them.
fn rename_columns(mut relation: Relation, names: &[Ident], span: Span) -> Bound<Relation> {
    if names.is_empty() {
        return Ok(relation);
    }
    let fields = match &mut relation {
        Relation::Stream(chain) => &mut chain.fields,
        Relation::Table { fields, .. } => fields,
    };
    let mut places: Vec<Vec<usize>> = Vec::new();
    let mut last_record: Option<&String> = None;
    for (at, field) in fields.iter().enumerate().filter(|(_, field)| !field.hidden) {
        // The fields of a record are one column.
        match places.last_mut().filter(|_| field.record.is_some()) {
            Some(place) if field.record.as_ref() == last_record => place.push(at),
            _ => places.push(vec![at]),
        }
        last_record = field.record.as_ref();
    }
    if places.len() != names.len() {
        let message = format!("{} names for a relation of {} columns", names.len(), places.len());
        return Err(Fault::new(span, message));
    }
    for (place, name) in places.into_iter().zip(names) {
        for at in place {
            let Some(field) = fields.get_mut(at) else { continue };
            match &mut field.record {
                Some(record) => name.name.clone_into(record),
                None => name.name.clone_into(&mut field.name),
            }
        }
    }
    Ok(relation)
}
