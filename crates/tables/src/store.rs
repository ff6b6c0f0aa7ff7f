//! The service's rows in the control store: tables, and their items.
//! Does not: interpret items.
//!
//! | space | key | row |
//! |---|---|---|
//! | `tables` | table name | [`TableRow`] as JSON |
//! | `tables.items.<uid>` | row key, see `key` | the item in DynamoDB's JSON |
//! | `tables.index.<uid>` | index row key, see `index` | the projected item, likewise |
//! | `tables.expiry.<uid>` | second of expiry, then row key, see `expiry` | nothing |

use std::collections::BTreeMap;

use levada_meta::{MetaError, Row};
use levada_types::{Arn, Identity, Timestamp};
use serde::{Deserialize, Serialize};

use crate::convert;
use crate::index::Index;
use crate::key::{KeyAttribute, KeySchema};
use crate::value::Item;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Billing {
    #[serde(rename = "PAY_PER_REQUEST")]
    PayPerRequest,
    #[serde(rename = "PROVISIONED")]
    Provisioned(Throughput),
}

impl Billing {
    pub fn throughput(self) -> Throughput {
        match self {
            Self::PayPerRequest => Throughput::default(),
            Self::Provisioned(throughput) => throughput,
        }
    }
}

/// Read and write units a second. Persisted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Throughput {
    pub read_units: i64,
    pub write_units: i64,
}

/// Persisted; fields are only ever added, with a default.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TableRow {
    pub name: String,
    /// Never reused: a table made anew does not see an older one's items.
    pub uid: u64,
    pub table_id: String,
    pub created: Timestamp,
    pub schema: KeySchema,
    pub billing: Billing,
    #[serde(default)]
    pub indexes: Vec<Index>,
    #[serde(default)]
    pub expiry: Option<Expiry>,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
    /// DeleteTable is refused.
    #[serde(default)]
    pub is_protected: bool,
}

/// How far the rows derived from a table's items are. Persisted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Progress {
    /// Kept up with every write, but items from before are still being gone through.
    Backfilling,
    Complete,
}

/// Items end when the attribute's number of seconds since 1970 has come. Persisted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expiry {
    pub attribute: String,
    /// Of the rows in expiry order; never that of an earlier setting.
    pub uid: u64,
    pub progress: Progress,
}

impl Expiry {
    pub fn space(&self) -> String {
        format!("tables.expiry.{}", self.uid)
    }
}

impl TableRow {
    pub fn arn(&self, identity: &Identity) -> Arn {
        identity.table(&self.name)
    }

    pub fn items_space(&self) -> String {
        format!("tables.items.{}", self.uid)
    }

    /// Everything that is stored for the table beside its own row.
    pub fn spaces(&self) -> Vec<String> {
        let indexes = self.indexes.iter().map(Index::space);
        let expiry = self.expiry.iter().map(Expiry::space);
        std::iter::once(self.items_space()).chain(indexes).chain(expiry).collect()
    }

    /// Every key attribute of the table and its indexes, once.
    pub fn key_attributes(&self) -> Vec<&KeyAttribute> {
        let mut found: Vec<&KeyAttribute> = Vec::new();
        let indexes = self.indexes.iter().flat_map(|index| index.schema.attributes());
        for attribute in self.schema.attributes().chain(indexes) {
            if !found.contains(&attribute) {
                found.push(attribute);
            }
        }
        found
    }
}

fn malformed(space: &str, reason: &dyn std::fmt::Display) -> MetaError {
    MetaError::Malformed { space: space.to_owned(), reason: reason.to_string() }
}

pub fn encode_item(space: &str, item: &Item) -> Result<Vec<u8>, MetaError> {
    serde_json::to_vec(&convert::item_to_model(item.clone())).map_err(|e| malformed(space, &e))
}

pub fn decode_item(space: &str, row: &Row) -> Result<Item, MetaError> {
    let shape = serde_json::from_slice(&row.value).map_err(|e| malformed(space, &e))?;
    convert::item(shape).map_err(|e| malformed(space, &e))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::testing::item;

    #[test]
    fn golden_form_of_a_stored_item() {
        let item = item(json!({"id": {"S": "a"}, "n": {"N": "1.50"}, "b": {"B": "aGk="}}));
        let stored = br#"{"b":{"B":"aGk="},"id":{"S":"a"},"n":{"N":"1.5"}}"#;
        assert_eq!(encode_item("s", &item).unwrap(), stored);
        let row = Row { key: Vec::new(), value: stored.to_vec(), version: 1 };
        assert_eq!(decode_item("s", &row).unwrap(), item);
    }
}
