//! The rows a Query or Scan looks at, as a stretch of row keys.
//! Does not: fetch rows (see `search`).

use crate::expr::{KeyCondition, RangeCondition};
use crate::key::{KeyValue, hash_prefix};

/// Rows that begin with `prefix`, within the bounds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    pub prefix: Vec<u8>,
    pub lower: Option<Bound>,
    pub upper: Option<Bound>,
}

/// A row key, and whether a row with just this key is within.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    pub key: Vec<u8>,
    pub inclusive: bool,
}

impl Stretch {
    pub fn of(condition: &KeyCondition) -> Self {
        let prefix = hash_prefix(&condition.hash);
        let bound = |value: &KeyValue, inclusive: bool| {
            let mut key = prefix.clone();
            key.extend(value.bytes());
            Some(Bound { key, inclusive })
        };
        let (lower, upper) = match &condition.range {
            None => (None, None),
            Some(RangeCondition::Equal(value)) => (bound(value, true), bound(value, true)),
            Some(RangeCondition::Less(value)) => (None, bound(value, false)),
            Some(RangeCondition::LessOrEqual(value)) => (None, bound(value, true)),
            Some(RangeCondition::Greater(value)) => (bound(value, false), None),
            Some(RangeCondition::GreaterOrEqual(value)) => (bound(value, true), None),
            Some(RangeCondition::Between(low, high)) => (bound(low, true), bound(high, true)),
            Some(RangeCondition::BeginsWith(start)) => {
                let mut longer = prefix;
                longer.extend(start.bytes());
                return Self { prefix: longer, lower: None, upper: None };
            }
        };
        Self { prefix, lower, upper }
    }

    pub fn contains(&self, key: &[u8]) -> bool {
        let above = self
            .lower
            .as_ref()
            .is_none_or(|bound| key > &bound.key[..] || (bound.inclusive && key == &bound.key[..]));
        let below = self
            .upper
            .as_ref()
            .is_none_or(|bound| key < &bound.key[..] || (bound.inclusive && key == &bound.key[..]));
        key.starts_with(&self.prefix) && above && below
    }

    /// The bound from which a reader in this direction starts.
    pub fn first(&self, descending: bool) -> Option<&Bound> {
        if descending { self.upper.as_ref() } else { self.lower.as_ref() }
    }
}
