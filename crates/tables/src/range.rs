//! The rows a Query or Scan looks at, as a stretch of row keys.
//! Does not: fetch rows (see `search`).

use crate::expr::{KeyCondition, RangeCondition};
use crate::key::{END, KeyValue, PAST_END, escaped, hash_prefix};

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
    /// Rows of an index, where the table's key follows the escaped range key.
    pub fn of_index(condition: &KeyCondition) -> Self {
        let prefix = hash_prefix(&condition.hash);
        let join = |value: &KeyValue, end: &[u8]| [&prefix[..], &escaped(value), end].concat();
        let from = |value: &KeyValue| Some(Bound { key: join(value, &END), inclusive: true });
        let until = |key: Vec<u8>| Some(Bound { key, inclusive: false });
        let past = |value: &KeyValue| join(value, &PAST_END);
        let (lower, upper) = match &condition.range {
            None => (None, None),
            Some(RangeCondition::Equal(value)) => (from(value), until(past(value))),
            Some(RangeCondition::Less(value)) => (None, until(join(value, &END))),
            Some(RangeCondition::LessOrEqual(value)) => (None, until(past(value))),
            Some(RangeCondition::Greater(value)) => (until(past(value)), None),
            Some(RangeCondition::GreaterOrEqual(value)) => (from(value), None),
            Some(RangeCondition::Between(low, high)) => (from(low), until(past(high))),
            Some(RangeCondition::BeginsWith(start)) => {
                return Self { prefix: join(start, &[]), lower: None, upper: None };
            }
        };
        Self { prefix, lower, upper }
    }

    /// Rows of a table, which the range key's own bytes end.
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
