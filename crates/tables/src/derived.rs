//! The rows that follow from an item: its places in indexes and in the order of expiry. They are
//! written in the item's own transaction, so that no reader sees one without the other.
//! Does not: commit anything.

use std::collections::BTreeMap;

use levada_meta::Write;

use crate::error::Error;
use crate::expiry;
use crate::store::{TableRow, encode_item};
use crate::value::Item;

/// Values by space and key.
pub type Rows = BTreeMap<(String, Vec<u8>), Vec<u8>>;

/// Rows of an item that is to be stored: refused when it cannot stand in an index.
pub fn of(table: &TableRow, key: &[u8], item: &Item) -> Result<Rows, Error> {
    collect(table, key, item, Err)
}

/// Rows of an item that is stored. It may be older than an index, and not fit into it.
pub fn of_stored(table: &TableRow, key: &[u8], item: &Item) -> Result<Rows, Error> {
    collect(table, key, item, |_| Ok(None))
}

fn collect(
    table: &TableRow,
    key: &[u8],
    item: &Item,
    misfit: impl Fn(Error) -> Result<Option<Vec<u8>>, Error>,
) -> Result<Rows, Error> {
    let mut rows = Rows::new();
    for index in &table.indexes {
        let place = index.row_key(key, item).or_else(&misfit)?;
        if let Some(place) = place {
            let space = index.space();
            let value = encode_item(&space, &index.project(item, &table.schema))?;
            rows.insert((space, place), value);
        }
    }
    if let Some(setting) = &table.expiry
        && let Some(second) = expiry::second(setting, item)
    {
        rows.insert((setting.space(), expiry::row_key(second, key)), Vec::new());
    }
    Ok(rows)
}

/// What turns the rows `before` into those `after`.
pub fn changes(before: Rows, mut after: Rows) -> Vec<Write> {
    let mut writes = Vec::new();
    for ((space, key), value) in before {
        match after.remove(&(space.clone(), key.clone())) {
            Some(same) if same == value => {}
            Some(value) => writes.push(Write::Put { space, key, value }),
            None => writes.push(Write::Delete { space, key }),
        }
    }
    writes.extend(puts(after));
    writes
}

pub fn puts(rows: Rows) -> impl Iterator<Item = Write> {
    rows.into_iter().map(|((space, key), value)| Write::Put { space, key, value })
}
