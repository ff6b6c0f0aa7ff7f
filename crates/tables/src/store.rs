//! The service's rows in the control store: tables, and their items.
//! Does not: interpret items.
//!
//! | space | key | row |
//! |---|---|---|
//! | `tables` | table name | [`TableRow`] as JSON |
//! | `tables.items.<uid>` | row key, see `key` | the item in DynamoDB's JSON |

use levada_meta::{MetaError, Row};
use levada_types::{Arn, Identity, Timestamp};
use serde::{Deserialize, Serialize};

use crate::convert;
use crate::key::KeySchema;
use crate::value::Item;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Billing {
    #[serde(rename = "PAY_PER_REQUEST")]
    PayPerRequest,
    #[serde(rename = "PROVISIONED")]
    Provisioned { read_units: i64, write_units: i64 },
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
}

impl TableRow {
    pub fn arn(&self, identity: &Identity) -> Arn {
        identity.table(&self.name)
    }

    pub fn items_space(&self) -> String {
        format!("tables.items.{}", self.uid)
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
