//! What Query and Scan look at: a table, or one of its indexes.
//! Does not: fetch rows (see `search`).

use crate::error::Error;
use crate::expr::KeyCondition;
use crate::index::{Index, Projection};
use crate::key::KeySchema;
use crate::range::Stretch;
use crate::store::{Progress, TableRow};
use crate::value::Item;

#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    table: &'a TableRow,
    pub index: Option<&'a Index>,
}

fn invalid<T>(message: String) -> Result<T, Error> {
    Err(Error::Validation(message))
}

impl<'a> View<'a> {
    /// `index` is a request's IndexName.
    pub fn of(
        table: &'a TableRow,
        index: Option<&str>,
        consistent: Option<bool>,
    ) -> Result<Self, Error> {
        let Some(name) = index else { return Ok(Self { table, index: None }) };
        let Some(index) = table.indexes.iter().find(|index| index.name == name) else {
            return invalid(format!("The table does not have the specified index: {name}"));
        };
        if index.progress == Progress::Backfilling {
            return invalid(format!("Cannot read from backfilling global secondary index: {name}"));
        }
        if consistent == Some(true) {
            return invalid(
                "Consistent reads are not supported on global secondary indexes".into(),
            );
        }
        Ok(Self { table, index: Some(index) })
    }

    pub fn space(&self) -> String {
        self.index.map_or_else(|| self.table.items_space(), Index::space)
    }

    /// The keys that a Query goes by.
    pub fn schema(&self) -> &'a KeySchema {
        self.index.map_or(&self.table.schema, |index| &index.schema)
    }

    /// Whether every item shows this attribute here that has it.
    pub fn shows(&self, attribute: &str) -> bool {
        let Some(index) = self.index else { return true };
        let is_included = match &index.projection {
            Projection::All => true,
            Projection::KeysOnly => false,
            Projection::Include(names) => names.iter().any(|name| name == attribute),
        };
        is_included || index.schema.has(attribute) || self.table.schema.has(attribute)
    }

    pub fn stretch(&self, condition: &KeyCondition) -> Stretch {
        match self.index {
            None => Stretch::of(condition),
            Some(_) => Stretch::of_index(condition),
        }
    }

    /// Attributes that name an item's place, as LastEvaluatedKey holds them.
    pub fn place_of(&self, item: &Item) -> Item {
        let mut place = self.table.schema.key_of(item);
        if let Some(index) = self.index {
            place.extend(index.schema.key_of(item));
        }
        place
    }

    /// The row key of such attributes.
    pub fn row_key(&self, place: &Item) -> Result<Vec<u8>, Error> {
        let wrong = |reason: &str| {
            Err(Error::Validation(format!("The provided starting key is invalid: {reason}")))
        };
        let Some(index) = self.index else {
            return self.table.schema.of_key(place).or_else(|error| wrong(&error.to_string()));
        };
        let mismatch = || wrong("The provided key element does not match the schema");
        if self.place_of(place).len() != place.len() {
            return mismatch();
        }
        let of_table = self.table.schema.key_of(place);
        let table_key =
            self.table.schema.of_key(&of_table).or_else(|error| wrong(&error.to_string()))?;
        match index.row_key(&table_key, place) {
            Ok(Some(key)) => Ok(key),
            Ok(None) | Err(_) => mismatch(),
        }
    }
}
