//! What Query and Scan answer: items or their count, and where to go on.
//! Does not: search.

use levada_model::dynamodb as model;

use super::shapes::{Attributes, invalid};
use crate::convert::{self, item_to_model};
use crate::error::Error;
use crate::expr::{self, Condition, Kind, Path, Scope};
use crate::index::Projection;
use crate::key::KeySchema;
use crate::legacy;
use crate::project::project;
use crate::search::Found;
use crate::view::View;

/// What a page shows of the items found.
#[derive(Debug, PartialEq)]
pub enum Shown {
    Whole,
    Parts(Vec<Path>),
    Count,
}

impl Shown {
    pub fn of(
        view: &View<'_>,
        select: Option<&str>,
        paths: Option<Vec<Path>>,
    ) -> Result<Self, Error> {
        let with_paths = |what: &str| {
            Err(invalid(format!(
                "Cannot specify the ProjectionExpression when choosing to get {what}"
            )))
        };
        match (select, paths) {
            (None | Some("SPECIFIC_ATTRIBUTES"), Some(paths)) => {
                check_projected(view, &paths)?;
                Ok(Self::Parts(paths))
            }
            (Some("ALL_ATTRIBUTES"), None) => {
                check_whole(view)?;
                Ok(Self::Whole)
            }
            (None, None) => Ok(Self::Whole),
            (Some("COUNT"), None) => Ok(Self::Count),
            (Some("COUNT"), Some(_)) => with_paths("only the Count"),
            (Some("SPECIFIC_ATTRIBUTES"), None) => Err(invalid(
                "Must specify the AttributesToGet or ProjectionExpression when choosing to get \
                 SPECIFIC_ATTRIBUTES",
            )),
            (Some("ALL_ATTRIBUTES"), Some(_)) => with_paths("ALL_ATTRIBUTES"),
            (Some(_), None) if view.index.is_some() => Ok(Self::Whole),
            (Some(_), Some(_)) if view.index.is_some() => with_paths("ALL_PROJECTED_ATTRIBUTES"),
            (Some(_), _) => Err(invalid(
                "One or more parameter values were invalid: ALL_PROJECTED_ATTRIBUTES can be used \
                 only when Querying using an IndexName",
            )),
        }
    }
}

fn check_projected(view: &View<'_>, paths: &[Path]) -> Result<(), Error> {
    match (view.index, paths.iter().find(|path| !view.shows(&path.attribute))) {
        (Some(index), Some(path)) => Err(invalid(format!(
            "One or more parameter values were invalid: Global secondary index {} does not \
             project {path}",
            index.name
        ))),
        _ => Ok(()),
    }
}

fn check_whole(view: &View<'_>) -> Result<(), Error> {
    match view.index {
        Some(index) if index.projection != Projection::All => Err(invalid(format!(
            "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not \
             supported for global secondary index {} because its projection type is not ALL",
            index.name
        ))),
        _ => Ok(()),
    }
}

/// The row key of ExclusiveStartKey.
pub fn start_key(given: Option<Attributes>, view: &View<'_>) -> Result<Option<Vec<u8>>, Error> {
    given.map(|given| view.row_key(&convert::item(given)?)).transpose()
}

/// The filter of an expression, or of the old interface.
pub fn filter(
    expression: Option<&str>,
    old: Option<Condition>,
    scope: &mut Scope,
) -> Result<Option<Condition>, Error> {
    match expression {
        Some(text) => Ok(Some(expr::condition(Kind::Filter, text, scope)?)),
        None => Ok(old),
    }
}

/// What a page shows, of an expression or of the old interface.
pub fn paths(
    expression: Option<&str>,
    old: Option<Vec<String>>,
    scope: &mut Scope,
) -> Result<Option<Vec<Path>>, Error> {
    match expression {
        Some(text) => Ok(Some(expr::projection(text, scope)?)),
        None => old.map(legacy::paths).transpose(),
    }
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
    pub fn of(found: Found, shown: &Shown, view: &View<'_>) -> Self {
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
            last_evaluated_key: found.last.map(|item| item_to_model(view.place_of(&item))),
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
