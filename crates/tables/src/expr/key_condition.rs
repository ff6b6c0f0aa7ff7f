//! Key conditions: one hash key, and at most one condition on the range key.
//! Does not: build scans (see `range`).

use super::condition::{Comparator, Condition, Function, Operand};
use crate::error::Error;
use crate::key::{KeyAttribute, KeySchema, KeyValue};
use crate::value::Value;

#[derive(Clone, Debug, PartialEq)]
pub enum RangeCondition {
    Equal(KeyValue),
    Less(KeyValue),
    LessOrEqual(KeyValue),
    Greater(KeyValue),
    GreaterOrEqual(KeyValue),
    Between(KeyValue, KeyValue),
    /// Text or binary only.
    BeginsWith(KeyValue),
}

#[derive(Clone, Debug, PartialEq)]
pub struct KeyCondition {
    pub hash: KeyValue,
    pub range: Option<RangeCondition>,
}

const NOT_SUPPORTED: &str = "Query key condition not supported";

fn fail<T>(text: impl Into<String>) -> Result<T, Error> {
    Err(Error::Validation(text.into()))
}

fn invalid_operator<T>(operator: &str) -> Result<T, Error> {
    fail(format!(
        "Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: \
         {operator}"
    ))
}

/// A comparison with the path on its left.
fn normal(left: Operand, comparator: Comparator, right: Operand) -> Condition {
    use Comparator::{Equal, Greater, GreaterOrEqual, Less, LessOrEqual, NotEqual};
    match (&left, &right) {
        (Operand::Value(_), Operand::Path(_)) => {
            let turned = match comparator {
                Equal => Equal,
                NotEqual => NotEqual,
                Less => Greater,
                LessOrEqual => GreaterOrEqual,
                Greater => Less,
                GreaterOrEqual => LessOrEqual,
            };
            Condition::Compare(right, turned, left)
        }
        _ => Condition::Compare(left, comparator, right),
    }
}

/// The attribute that a part of the condition speaks of, and what it says.
fn part(condition: Condition) -> Result<(String, Said), Error> {
    let condition = match condition {
        Condition::Compare(left, comparator, right) => normal(left, comparator, right),
        other => other,
    };
    let (path, said) = match condition {
        Condition::Compare(_, Comparator::NotEqual, _) => return invalid_operator("<>"),
        Condition::Compare(Operand::Path(path), comparator, Operand::Value(value)) => {
            (path, Said::Compare(comparator, value))
        }
        Condition::Between(Operand::Path(path), Operand::Value(low), Operand::Value(high)) => {
            (path, Said::Between(low, high))
        }
        Condition::Function(Function::BeginsWith(Operand::Path(path), Operand::Value(value))) => {
            (path, Said::BeginsWith(value))
        }
        Condition::Or(_) => return invalid_operator("OR"),
        Condition::Not(_) => return invalid_operator("NOT"),
        Condition::In(..) => return invalid_operator("IN"),
        Condition::Function(Function::Contains(..)) => return invalid_operator("contains"),
        Condition::Function(Function::AttributeExists(_)) => {
            return invalid_operator("attribute_exists");
        }
        Condition::Function(Function::AttributeNotExists(_)) => {
            return invalid_operator("attribute_not_exists");
        }
        Condition::Function(Function::AttributeType(..)) => {
            return invalid_operator("attribute_type");
        }
        Condition::Compare(..)
        | Condition::Between(..)
        | Condition::Function(Function::BeginsWith(..))
        | Condition::And(_) => return fail(NOT_SUPPORTED),
    };
    match path.as_attribute() {
        Some(name) => Ok((name.to_owned(), said)),
        None => fail(
            "Invalid KeyConditionExpression: KeyConditionExpressions cannot have conditions on \
             nested attributes",
        ),
    }
}

enum Said {
    Compare(Comparator, Value),
    Between(Value, Value),
    BeginsWith(Value),
}

fn key_value(attribute: &KeyAttribute, value: &Value) -> Result<KeyValue, Error> {
    KeyValue::of(attribute.kind, value).ok_or_else(|| {
        Error::Validation(
            "One or more parameter values were invalid: Condition parameter type does not match \
             schema type"
                .into(),
        )
    })
}

fn range_condition(attribute: &KeyAttribute, said: Said) -> Result<RangeCondition, Error> {
    use RangeCondition::{BeginsWith, Between, Equal, Greater, GreaterOrEqual, Less, LessOrEqual};
    match said {
        Said::Compare(comparator, value) => {
            let value = key_value(attribute, &value)?;
            Ok(match comparator {
                Comparator::Equal => Equal(value),
                Comparator::Less => Less(value),
                Comparator::LessOrEqual => LessOrEqual(value),
                Comparator::Greater => Greater(value),
                Comparator::GreaterOrEqual => GreaterOrEqual(value),
                Comparator::NotEqual => return fail(NOT_SUPPORTED),
            })
        }
        Said::Between(low, high) => {
            Ok(Between(key_value(attribute, &low)?, key_value(attribute, &high)?))
        }
        Said::BeginsWith(value) => Ok(BeginsWith(key_value(attribute, &value)?)),
    }
}

/// Reads a parsed condition as one on the keys of a table.
pub fn of(condition: Condition, schema: &KeySchema) -> Result<KeyCondition, Error> {
    let mut parts = Vec::new();
    flatten(condition, &mut parts);
    let (mut hash, mut range) = (None, None);
    for condition in parts {
        let (name, said) = part(condition)?;
        let taken = if name == schema.hash.name {
            let Said::Compare(Comparator::Equal, value) = said else {
                return fail(NOT_SUPPORTED);
            };
            hash.replace(key_value(&schema.hash, &value)?).is_some()
        } else if let Some(attribute) = schema.range.as_ref().filter(|range| range.name == name) {
            range.replace(range_condition(attribute, said)?).is_some()
        } else {
            return missed(schema, hash.is_some());
        };
        if taken {
            return fail(
                "Invalid KeyConditionExpression: KeyConditionExpressions must only contain one \
                 condition per key",
            );
        }
    }
    match hash {
        Some(hash) => Ok(KeyCondition { hash, range }),
        None => missed(schema, false),
    }
}

fn flatten(condition: Condition, parts: &mut Vec<Condition>) {
    match condition {
        Condition::And(list) => list.into_iter().for_each(|inner| flatten(inner, parts)),
        other => parts.push(other),
    }
}

fn missed<T>(schema: &KeySchema, has_hash: bool) -> Result<T, Error> {
    match (&schema.range, has_hash) {
        (Some(range), true) => {
            fail(format!("Query condition missed key schema element: {}", range.name))
        }
        (None, true) => fail(NOT_SUPPORTED),
        (_, false) => {
            fail(format!("Query condition missed key schema element: {}", schema.hash.name))
        }
    }
}
