//! Global secondary indexes: a table's items once more, under other keys.
//! Does not: write rows (see `derived`), or fill a new index (see `backfill`).
//!
//! Index row key, persisted, never changed: the index's hash key and, if it has one, its range
//! key, each escaped and ended as in `key`, then the item's row key in the table.

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::key::{END, KeyAttribute, KeySchema, KeyValue, check_hash, check_range, escaped};
use crate::store::{Progress, Throughput};
use crate::value::{Item, Value};

/// Persisted within an index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Projection {
    #[serde(rename = "ALL")]
    All,
    #[serde(rename = "KEYS_ONLY")]
    KeysOnly,
    #[serde(rename = "INCLUDE")]
    Include(Vec<String>),
}

/// Persisted within a table's row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Index {
    pub name: String,
    /// Never reused: an index made anew does not see an older one's rows.
    pub uid: u64,
    pub schema: KeySchema,
    pub projection: Projection,
    pub progress: Progress,
    /// Units that were asked for; shown again, and not enforced.
    #[serde(default)]
    pub throughput: Throughput,
}

impl Index {
    pub fn space(&self) -> String {
        format!("tables.index.{}", self.uid)
    }

    /// Where `item` stands in the index; `None` when it lacks one of the index's keys.
    pub fn row_key(&self, table_key: &[u8], item: &Item) -> Result<Option<Vec<u8>>, Error> {
        let mut key = Vec::new();
        for (place, attribute) in self.schema.attributes().enumerate() {
            let Some(value) = item.get(&attribute.name) else { return Ok(None) };
            let value = self.key_value(attribute, value)?;
            if place == 0 { check_hash(&value) } else { check_range(&value) }?;
            key.extend(escaped(&value));
            key.extend(END);
        }
        key.extend(table_key);
        Ok(Some(key))
    }

    fn key_value(&self, attribute: &KeyAttribute, value: &Value) -> Result<KeyValue, Error> {
        let Some(key) = KeyValue::of(attribute.kind, value) else {
            return Err(Error::Validation(format!(
                "One or more parameter values were invalid: Type mismatch for Index Key {} \
                 Expected: {} Actual: {} IndexName: {}",
                attribute.name,
                attribute.kind.as_str(),
                value.type_name(),
                self.name
            )));
        };
        let empty = match &key {
            KeyValue::S(text) if text.is_empty() => "string",
            KeyValue::B(bytes) if bytes.is_empty() => "binary",
            KeyValue::S(_) | KeyValue::N(_) | KeyValue::B(_) => return Ok(key),
        };
        Err(Error::Validation(format!(
            "One or more parameter values are not valid. A value specified for a secondary index \
             key is not supported. The AttributeValue for a key attribute cannot contain an empty \
             {empty} value. IndexName: {}, IndexKey: {}",
            self.name, attribute.name
        )))
    }

    /// The part of `item` that the index shows.
    pub fn project(&self, item: &Item, table: &KeySchema) -> Item {
        let included: &[String] = match &self.projection {
            Projection::All => return item.clone(),
            Projection::KeysOnly => &[],
            Projection::Include(names) => names,
        };
        let kept = |name: &str| {
            table.has(name) || self.schema.has(name) || included.iter().any(|n| n == name)
        };
        item.iter()
            .filter(|(name, _)| kept(name))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect()
    }
}
