//! Parts that several operations share: required members, parts of items, capacities.
//! Does not: call the service.

use std::collections::BTreeMap;
use std::sync::Arc;

use levada_model::dynamodb as model;

use crate::convert::item_to_model;
use crate::error::Error;
use crate::expr::{self, Path, Scope};
use crate::legacy;
use crate::service::OpenTable;
use crate::value::{Item, item_size};

pub type Attributes = BTreeMap<String, model::AttributeValue>;

const READ_UNIT_BYTES: usize = 4096;
const WRITE_UNIT_BYTES: usize = 1024;

pub fn invalid(message: impl Into<String>) -> Error {
    Error::Validation(message.into())
}

/// A member that the model requires, so that it is there.
pub fn required<T>(member: Option<T>, name: &str) -> Result<T, Error> {
    member.ok_or_else(|| invalid(format!("{name} must be specified")))
}

/// The parts of items that a read asks for, by expression or in the old way; `None` for all.
pub fn parts(
    projection: Option<&str>,
    attributes_to_get: Option<Vec<String>>,
    names: Option<BTreeMap<String, String>>,
) -> Result<Option<Vec<Path>>, Error> {
    let given = [("ProjectionExpression", projection.is_some())];
    legacy::check_not_mixed(&[("AttributesToGet", attributes_to_get.is_some())], &given)?;
    let mut scope = Scope::new(names, None, &given)?;
    let paths = match (projection, attributes_to_get) {
        (Some(text), _) => Some(expr::projection(text, &mut scope)?),
        (None, Some(names)) => Some(legacy::paths(names)?),
        (None, None) => None,
    };
    scope.finish()?;
    Ok(paths)
}

/// Attributes of an answer; an empty map is left out.
pub fn attributes(item: Option<Item>) -> Option<Attributes> {
    item.filter(|item| !item.is_empty()).map(item_to_model)
}

/// ReturnValues of PutItem and DeleteItem: whether the old item is wanted.
pub fn wants_old(return_values: Option<&str>) -> Result<bool, Error> {
    match return_values {
        None | Some("NONE") => Ok(false),
        Some("ALL_OLD") => Ok(true),
        Some(_) => Err(invalid("ReturnValues can only be ALL_OLD or NONE")),
    }
}

fn units(bytes: usize, unit: usize) -> f64 {
    bytes.div_ceil(unit).max(1) as f64
}

/// Units of a read of `bytes` in all.
pub fn read_units(bytes: usize, consistent: Option<bool>) -> f64 {
    let share = if consistent == Some(true) { 1.0 } else { 0.5 };
    units(bytes, READ_UNIT_BYTES) * share
}

/// Units of a write: the larger of the item before and after.
pub fn write_units(items: [Option<&Item>; 2]) -> f64 {
    let bytes = items.into_iter().flatten().map(item_size).max().unwrap_or(0);
    units(bytes, WRITE_UNIT_BYTES)
}

/// ConsumedCapacity, as far as it was asked for.
pub fn capacity(
    wanted: Option<&str>,
    table: &OpenTable,
    units: f64,
) -> Option<model::ConsumedCapacity> {
    let whole = model::Capacity { capacity_units: Some(units), ..Default::default() };
    match wanted {
        Some("TOTAL" | "INDEXES") => Some(model::ConsumedCapacity {
            table_name: Some(table.row.name.clone()),
            capacity_units: Some(units),
            table: (wanted == Some("INDEXES")).then_some(whole),
            ..Default::default()
        }),
        _ => None,
    }
}

/// The same for an operation over several tables.
pub fn capacities<'a>(
    wanted: Option<&str>,
    used: impl Iterator<Item = (&'a Arc<OpenTable>, f64)>,
) -> Option<Vec<model::ConsumedCapacity>> {
    let mut sums: BTreeMap<&str, (&OpenTable, f64)> = BTreeMap::new();
    for (table, units) in used {
        sums.entry(&table.row.name).or_insert((&**table, 0.0)).1 += units;
    }
    let told = sums.into_values().filter_map(|(table, units)| capacity(wanted, table, units));
    matches!(wanted, Some("TOTAL" | "INDEXES")).then(|| told.collect())
}
