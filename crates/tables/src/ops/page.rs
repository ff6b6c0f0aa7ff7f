//! What Query and Scan answer: items or their count, and where to go on.
//! Does not: search.

use levada_model::dynamodb as model;

use super::shapes::{Attributes, invalid};
use crate::convert::{self, item_to_model};
use crate::error::Error;
use crate::expr::{Condition, Path};
use crate::key::KeySchema;
use crate::project::project;
use crate::search::Found;

/// What a page shows of the items found.
#[derive(Debug, PartialEq)]
pub enum Shown {
    Whole,
    Parts(Vec<Path>),
    Count,
}

impl Shown {
    pub fn of(select: Option<&str>, paths: Option<Vec<Path>>) -> Result<Self, Error> {
        let with_paths = |what: &str| {
            Err(invalid(format!(
                "Cannot specify the ProjectionExpression when choosing to get {what}"
            )))
        };
        match (select, paths) {
            (None | Some("SPECIFIC_ATTRIBUTES"), Some(paths)) => Ok(Self::Parts(paths)),
            (None | Some("ALL_ATTRIBUTES"), None) => Ok(Self::Whole),
            (Some("COUNT"), None) => Ok(Self::Count),
            (Some("COUNT"), Some(_)) => with_paths("only the Count"),
            (Some("SPECIFIC_ATTRIBUTES"), None) => Err(invalid(
                "Must specify the AttributesToGet or ProjectionExpression when choosing to get \
                 SPECIFIC_ATTRIBUTES",
            )),
            (Some("ALL_ATTRIBUTES"), Some(_)) => with_paths("ALL_ATTRIBUTES"),
            (Some(_), _) => Err(invalid(
                "One or more parameter values were invalid: ALL_PROJECTED_ATTRIBUTES can be used \
                 only when Querying using an IndexName",
            )),
        }
    }
}

/// The row key of ExclusiveStartKey.
pub fn start_key(given: Option<Attributes>, schema: &KeySchema) -> Result<Option<Vec<u8>>, Error> {
    let Some(given) = given else { return Ok(None) };
    let key = convert::item(given)?;
    let key = schema
        .of_key(&key)
        .map_err(|error| invalid(format!("The provided starting key is invalid: {error}")))?;
    Ok(Some(key))
}

/// Query's filter may not look at keys: those belong into the key condition.
pub fn check_filter(filter: Option<&Condition>, schema: &KeySchema) -> Result<(), Error> {
    let mut key: Option<String> = None;
    if let Some(filter) = filter {
        filter.paths(&mut |path| {
            if schema.has(&path.attribute) {
                key.get_or_insert_with(|| path.attribute.clone());
            }
        });
    }
    match key {
        Some(name) => Err(invalid(format!(
            "Filter Expression can only contain non-primary key attributes: Primary key \
             attribute: {name}"
        ))),
        None => Ok(()),
    }
}

/// A page of either operation; their answers have the same members.
pub struct Page {
    pub items: Option<Vec<Attributes>>,
    pub count: Option<i32>,
    pub scanned_count: Option<i32>,
    pub last_evaluated_key: Option<Attributes>,
}

impl Page {
    pub fn of(found: Found, shown: &Shown, schema: &KeySchema) -> Self {
        let count = i32::try_from(found.items.len()).ok();
        let items = match shown {
            Shown::Count => None,
            Shown::Whole => Some(found.items.into_iter().map(item_to_model).collect()),
            Shown::Parts(paths) => {
                let parts = found.items.iter().map(|item| item_to_model(project(item, paths)));
                Some(parts.collect())
            }
        };
        Self {
            items,
            count,
            scanned_count: i32::try_from(found.scanned).ok(),
            last_evaluated_key: found.last.map(|item| item_to_model(schema.key_of(&item))),
        }
    }

    pub fn into_query(self, capacity: Option<model::ConsumedCapacity>) -> model::QueryOutput {
        model::QueryOutput {
            items: self.items,
            count: self.count,
            scanned_count: self.scanned_count,
            last_evaluated_key: self.last_evaluated_key,
            consumed_capacity: capacity,
        }
    }

    pub fn into_scan(self, capacity: Option<model::ConsumedCapacity>) -> model::ScanOutput {
        model::ScanOutput {
            items: self.items,
            count: self.count,
            scanned_count: self.scanned_count,
            last_evaluated_key: self.last_evaluated_key,
            consumed_capacity: capacity,
        }
    }
}
