//! Primary keys: their schema, their checks, and the bytes rows are ordered by.
//! Does not: touch the control store.
//!
//! Row key, persisted, never changed: `hash key with every 0 escaped as 0 255 | 0 1 | range key`.
//! Text and binary are their own bytes, numbers see [`Number::key`]. The type is not in the key:
//! a table has one per key attribute.

use bytes::Bytes;
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::limits::{HASH_KEY_BYTES_MAX, RANGE_KEY_BYTES_MAX};
use crate::number::Number;
use crate::value::{Item, Value};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum KeyType {
    S,
    N,
    B,
}

impl KeyType {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::S => "S",
            Self::N => "N",
            Self::B => "B",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [Self::S, Self::N, Self::B].into_iter().find(|kind| kind.as_str() == text)
    }
}

/// Persisted within a table's row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyAttribute {
    pub name: String,
    pub kind: KeyType,
}

/// Persisted within a table's row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeySchema {
    pub hash: KeyAttribute,
    #[serde(default)]
    pub range: Option<KeyAttribute>,
}

/// A value that may be a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyValue {
    S(String),
    N(Number),
    B(Bytes),
}

impl KeyValue {
    /// `None` when `value` is not of the attribute's type.
    pub fn of(kind: KeyType, value: &Value) -> Option<Self> {
        match (kind, value) {
            (KeyType::S, Value::S(text)) => Some(Self::S(text.clone())),
            (KeyType::N, Value::N(number)) => Some(Self::N(*number)),
            (KeyType::B, Value::B(bytes)) => Some(Self::B(bytes.clone())),
            _ => None,
        }
    }

    /// Bytes in the order of the values.
    pub fn bytes(&self) -> Vec<u8> {
        match self {
            Self::S(text) => text.as_bytes().to_vec(),
            Self::N(number) => number.key(),
            Self::B(bytes) => bytes.to_vec(),
        }
    }

    fn size(&self) -> usize {
        match self {
            Self::S(text) => text.len(),
            Self::N(number) => number.size(),
            Self::B(bytes) => bytes.len(),
        }
    }
}

/// The value's bytes in an order-preserving form in which no 0 is followed by 1.
pub fn escaped(value: &KeyValue) -> Vec<u8> {
    let mut escaped = Vec::new();
    for byte in value.bytes() {
        escaped.push(byte);
        if byte == 0 {
            escaped.push(255);
        }
    }
    escaped
}

/// The bytes that all rows of one hash key begin with.
pub fn hash_prefix(hash: &KeyValue) -> Vec<u8> {
    let mut prefix = escaped(hash);
    prefix.extend(END);
    prefix
}

/// Follows an escaped value within a key.
pub const END: [u8; 2] = [0, 1];
/// Greater than [`END`], and smaller than whatever goes on after an escaped 0.
pub const PAST_END: [u8; 2] = [0, 2];

const MISMATCH: &str = "The provided key element does not match the schema";

fn invalid(message: String) -> Error {
    Error::Validation(format!("One or more parameter values were invalid: {message}"))
}

pub fn check_hash(value: &KeyValue) -> Result<(), Error> {
    if value.size() > HASH_KEY_BYTES_MAX {
        return Err(invalid(format!(
            "Size of hashkey has exceeded the maximum size limit of{HASH_KEY_BYTES_MAX} bytes"
        )));
    }
    Ok(())
}

pub fn check_range(value: &KeyValue) -> Result<(), Error> {
    if value.size() > RANGE_KEY_BYTES_MAX {
        return Err(invalid(format!(
            "Aggregated size of all range keys has exceeded the size limit of \
             {RANGE_KEY_BYTES_MAX} bytes"
        )));
    }
    Ok(())
}

fn check_filled(attribute: &KeyAttribute, value: &KeyValue) -> Result<(), Error> {
    let kind = match value {
        KeyValue::S(text) if text.is_empty() => "string",
        KeyValue::B(bytes) if bytes.is_empty() => "binary",
        _ => return Ok(()),
    };
    Err(Error::Validation(format!(
        "One or more parameter values are not valid. The AttributeValue for a key attribute \
         cannot contain an empty {kind} value. Key: {}",
        attribute.name
    )))
}

impl KeySchema {
    /// Hash key first.
    pub fn attributes(&self) -> impl Iterator<Item = &KeyAttribute> {
        std::iter::once(&self.hash).chain(&self.range)
    }

    pub fn has(&self, name: &str) -> bool {
        self.attributes().any(|attribute| attribute.name == name)
    }

    /// The row key of a whole item.
    pub fn of_item(&self, item: &Item) -> Result<Vec<u8>, Error> {
        self.row_key(|attribute| {
            let name = &attribute.name;
            let value = item
                .get(name)
                .ok_or_else(|| invalid(format!("Missing the key {name} in the item")))?;
            KeyValue::of(attribute.kind, value).ok_or_else(|| {
                invalid(format!(
                    "Type mismatch for key {name} expected: {} actual: {}",
                    attribute.kind.as_str(),
                    value.type_name()
                ))
            })
        })
    }

    /// The row key of a request's `Key`, which holds the key attributes and nothing else.
    pub fn of_key(&self, key: &Item) -> Result<Vec<u8>, Error> {
        let mismatch = || Error::Validation(MISMATCH.into());
        if key.len() != self.attributes().count() {
            return Err(mismatch());
        }
        self.row_key(|attribute| {
            let value = key.get(&attribute.name).ok_or_else(mismatch)?;
            KeyValue::of(attribute.kind, value).ok_or_else(mismatch)
        })
    }

    fn row_key(
        &self,
        value_of: impl Fn(&KeyAttribute) -> Result<KeyValue, Error>,
    ) -> Result<Vec<u8>, Error> {
        let hash = value_of(&self.hash)?;
        check_filled(&self.hash, &hash)?;
        check_hash(&hash)?;
        let mut key = hash_prefix(&hash);
        if let Some(attribute) = &self.range {
            let range = value_of(attribute)?;
            check_filled(attribute, &range)?;
            check_range(&range)?;
            key.extend(range.bytes());
        }
        Ok(key)
    }

    /// The key attributes of an item, as LastEvaluatedKey holds them.
    pub fn key_of(&self, item: &Item) -> Item {
        self.attributes()
            .filter_map(|attribute| item.get_key_value(&attribute.name))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn schema() -> KeySchema {
        let attribute = |name: &str| KeyAttribute { name: name.into(), kind: KeyType::B };
        KeySchema { hash: attribute("h"), range: Some(attribute("r")) }
    }

    fn item(hash: &[u8], range: &[u8]) -> Item {
        let bytes = |b: &[u8]| Value::B(Bytes::copy_from_slice(b));
        Item::from([("h".to_owned(), bytes(hash)), ("r".to_owned(), bytes(range))])
    }

    proptest! {
        #[test]
        fn rows_are_ordered_by_hash_then_range_and_hash_keys_never_mix(
            a in prop::collection::vec(0u8..3, 1..5), b in prop::collection::vec(0u8..3, 1..5),
            x in prop::collection::vec(any::<u8>(), 1..5),
            y in prop::collection::vec(any::<u8>(), 1..5),
        ) {
            let (first, second) = (item(&a, &x), item(&b, &y));
            let keys = (schema().of_item(&first).unwrap(), schema().of_item(&second).unwrap());
            prop_assert_eq!(keys.0.cmp(&keys.1), (&a, &x).cmp(&(&b, &y)));
            let prefix = hash_prefix(&KeyValue::B(Bytes::from(a.clone())));
            prop_assert!(keys.0.starts_with(&prefix));
            prop_assert_eq!(keys.1.starts_with(&prefix), a == b);
        }
    }

    #[test]
    fn keys_outside_the_schema_are_refused_in_the_services_words() {
        let text = |result: Result<Vec<u8>, Error>| result.unwrap_err().to_string();
        let mut missing = item(b"a", b"b");
        missing.remove("r");
        assert_eq!(text(schema().of_key(&missing)), MISMATCH);
        assert_eq!(
            text(schema().of_item(&missing)),
            "One or more parameter values were invalid: Missing the key r in the item"
        );
        let mut wrong = item(b"a", b"b");
        wrong.insert("h".into(), Value::S("a".into()));
        assert_eq!(
            text(schema().of_item(&wrong)),
            "One or more parameter values were invalid: Type mismatch for key h expected: B \
             actual: S"
        );
        assert!(text(schema().of_item(&item(b"", b"b"))).ends_with("empty binary value. Key: h"));
        assert!(schema().of_item(&item(&[1; 2048], &[1; 1024])).is_ok());
        assert!(text(schema().of_item(&item(&[1; 2049], b"b"))).contains("hashkey"));
        assert!(text(schema().of_item(&item(b"a", &[1; 1025]))).contains("range keys"));
    }
}
