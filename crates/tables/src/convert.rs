//! Attribute values between the model's shape and the domain's.
//! Does not: check sizes or keys.

use std::collections::{BTreeMap, BTreeSet};

use levada_model::Blob;
use levada_model::dynamodb::AttributeValue;

use crate::limits::NESTING_MAX;
use crate::number::Number;
use crate::value::{Item, Value};

/// AWS's words about a value that is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct InvalidValue(pub String);

fn invalid<T>(message: &str) -> Result<T, InvalidValue> {
    Err(InvalidValue(message.to_owned()))
}

const INVALID: &str = "One or more parameter values were invalid:";

pub fn item(given: BTreeMap<String, AttributeValue>) -> Result<Item, InvalidValue> {
    item_at(given, 0)
}

fn item_at(given: BTreeMap<String, AttributeValue>, depth: usize) -> Result<Item, InvalidValue> {
    given.into_iter().map(|(name, given)| Ok((name, value_at(given, depth)?))).collect()
}

pub fn value(given: AttributeValue) -> Result<Value, InvalidValue> {
    value_at(given, 0)
}

fn count(given: &AttributeValue) -> usize {
    [
        given.s.is_some(),
        given.n.is_some(),
        given.b.is_some(),
        given.ss.is_some(),
        given.ns.is_some(),
        given.bs.is_some(),
        given.m.is_some(),
        given.l.is_some(),
        given.null.is_some(),
        given.bool.is_some(),
    ]
    .into_iter()
    .filter(|is_set| *is_set)
    .count()
}

fn number(text: &str) -> Result<Number, InvalidValue> {
    Number::parse(text).map_err(|error| InvalidValue(error.to_string()))
}

fn value_at(given: AttributeValue, depth: usize) -> Result<Value, InvalidValue> {
    if depth > NESTING_MAX {
        return invalid("Nesting Levels have exceeded supported limits");
    }
    match count(&given) {
        1 => {}
        0 => {
            return invalid(
                "Supplied AttributeValue is empty, must contain exactly one of the supported \
                 datatypes",
            );
        }
        _ => {
            return invalid(
                "Supplied AttributeValue has more than one datatypes set, must contain exactly \
                 one of the supported datatypes",
            );
        }
    }
    match given {
        AttributeValue { s: Some(text), .. } => Ok(Value::S(text)),
        AttributeValue { n: Some(text), .. } => Ok(Value::N(number(&text)?)),
        AttributeValue { b: Some(Blob(bytes)), .. } => Ok(Value::B(bytes)),
        AttributeValue { bool: Some(truth), .. } => Ok(Value::Bool(truth)),
        AttributeValue { null: Some(true), .. } => Ok(Value::Null),
        AttributeValue { ss: Some(list), .. } => Ok(Value::Ss(set(list, "string", |s| s.clone())?)),
        AttributeValue { bs: Some(list), .. } => {
            let list = list.into_iter().map(|Blob(bytes)| bytes).collect();
            Ok(Value::Bs(set(list, "binary", |_| String::from("binary"))?))
        }
        AttributeValue { ns: Some(list), .. } => {
            let list = list.iter().map(|text| number(text)).collect::<Result<_, _>>()?;
            Ok(Value::Ns(set(list, "number", Number::to_string)?))
        }
        AttributeValue { l: Some(list), .. } => {
            let values = list.into_iter().map(|given| value_at(given, depth + 1));
            Ok(Value::L(values.collect::<Result<_, _>>()?))
        }
        AttributeValue { m: Some(map), .. } => Ok(Value::M(item_at(map, depth + 1)?)),
        _ => invalid(&format!("{INVALID} Null attribute value types must have the value of true")),
    }
}

fn set<T: Ord>(
    list: Vec<T>,
    kind: &str,
    show: impl Fn(&T) -> String,
) -> Result<BTreeSet<T>, InvalidValue> {
    if list.is_empty() {
        return invalid(&format!("{INVALID} An {kind} set  may not be empty"));
    }
    let shown = list.iter().map(show).collect::<Vec<_>>().join(", ");
    let given = list.len();
    let set: BTreeSet<T> = list.into_iter().collect();
    if set.len() < given {
        return invalid(&format!("{INVALID} Input collection [{shown}] contains duplicates."));
    }
    Ok(set)
}

pub fn to_model(value: Value) -> AttributeValue {
    let empty = AttributeValue::default();
    match value {
        Value::S(text) => AttributeValue { s: Some(text), ..empty },
        Value::N(number) => AttributeValue { n: Some(number.to_string()), ..empty },
        Value::B(bytes) => AttributeValue { b: Some(Blob(bytes)), ..empty },
        Value::Bool(truth) => AttributeValue { bool: Some(truth), ..empty },
        Value::Null => AttributeValue { null: Some(true), ..empty },
        Value::Ss(set) => AttributeValue { ss: Some(set.into_iter().collect()), ..empty },
        Value::Ns(set) => {
            AttributeValue { ns: Some(set.iter().map(Number::to_string).collect()), ..empty }
        }
        Value::Bs(set) => AttributeValue { bs: Some(set.into_iter().map(Blob).collect()), ..empty },
        Value::L(list) => {
            AttributeValue { l: Some(list.into_iter().map(to_model).collect()), ..empty }
        }
        Value::M(map) => AttributeValue { m: Some(item_to_model(map)), ..empty },
    }
}

pub fn item_to_model(item: Item) -> BTreeMap<String, AttributeValue> {
    item.into_iter().map(|(name, value)| (name, to_model(value))).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(json: serde_json::Value) -> Result<Value, InvalidValue> {
        value(serde_json::from_value(json).unwrap())
    }

    #[test]
    fn every_type_reads_back_as_it_was_written() {
        let given = json!({"M": {
            "s": {"S": ""}, "n": {"N": "1.5"}, "b": {"B": "aGk="}, "t": {"BOOL": false},
            "z": {"NULL": true}, "ss": {"SS": ["a", "b"]}, "ns": {"NS": ["1", "2"]},
            "bs": {"BS": ["aGk="]}, "l": {"L": [{"N": "1"}, {"L": []}]}, "m": {"M": {}},
        }});
        let back = serde_json::to_value(to_model(read(given.clone()).unwrap())).unwrap();
        assert_eq!(back, given);
    }

    #[test]
    fn values_that_are_none_are_refused_in_the_services_words() {
        let refused = |json| read(json).unwrap_err().0;
        assert!(refused(json!({})).starts_with("Supplied AttributeValue is empty"));
        let two = refused(json!({"S": "a", "N": "1"}));
        assert!(two.starts_with("Supplied AttributeValue has more than one datatypes set"));
        assert_eq!(
            refused(json!({"N": "x"})),
            "The parameter cannot be converted to a numeric value: x"
        );
        assert_eq!(
            refused(json!({"SS": ["a", "a"]})),
            "One or more parameter values were invalid: Input collection [a, a] contains \
             duplicates."
        );
        assert!(refused(json!({"NS": ["1", "1.0"]})).ends_with("contains duplicates."));
        assert!(refused(json!({"SS": []})).ends_with("An string set  may not be empty"));
        assert!(refused(json!({"NULL": false})).ends_with("must have the value of true"));
        let deep = (0..40).fold(json!({"S": "x"}), |inner, _| json!({"L": [inner]}));
        assert!(refused(deep).starts_with("Nesting Levels have exceeded"));
    }
}
