//! Evaluates conditions on an item. What is not there makes comparisons false, never errors.
//! Does not: parse, or change anything.

use std::borrow::Cow;
use std::cmp::Ordering;

use crate::expr::{Comparator, Condition, Function, Operand};
use crate::number::Number;
use crate::value::{Item, Value};

/// The order of two values of one ordered type (text, number, binary); `None` for others.
pub fn order(left: &Value, right: &Value) -> Option<Ordering> {
    match (left, right) {
        (Value::S(a), Value::S(b)) => Some(a.as_bytes().cmp(b.as_bytes())),
        (Value::N(a), Value::N(b)) => Some(a.cmp(b)),
        (Value::B(a), Value::B(b)) => Some(a.cmp(b)),
        _ => None,
    }
}

/// Whether `item` (a missing one is empty) fulfils `condition`.
pub fn holds(condition: &Condition, item: &Item) -> bool {
    match condition {
        Condition::Compare(left, comparator, right) => {
            compare(resolve(left, item), *comparator, resolve(right, item))
        }
        Condition::Between(operand, low, high) => {
            let value = resolve(operand, item);
            let within = |bound: Option<Cow<'_, Value>>, wanted: Ordering| {
                let (Some(value), Some(bound)) = (&value, bound) else { return false };
                order(value, &bound).is_some_and(|found| found == wanted || found.is_eq())
            };
            within(resolve(low, item), Ordering::Greater)
                && within(resolve(high, item), Ordering::Less)
        }
        Condition::In(operand, list) => {
            let value = resolve(operand, item);
            value.is_some() && list.iter().any(|operand| resolve(operand, item) == value)
        }
        Condition::Function(function) => function_holds(function, item),
        Condition::Not(inner) => !holds(inner, item),
        Condition::And(list) => list.iter().all(|inner| holds(inner, item)),
        Condition::Or(list) => list.iter().any(|inner| holds(inner, item)),
    }
}

fn resolve<'a>(operand: &'a Operand, item: &'a Item) -> Option<Cow<'a, Value>> {
    match operand {
        Operand::Path(path) => path.find(item).map(Cow::Borrowed),
        Operand::Value(value) => Some(Cow::Borrowed(value)),
        Operand::Size(path) => path.find(item).and_then(size).map(Cow::Owned),
    }
}

/// What `size(…)` gives; numbers, booleans and nulls have none.
fn size(value: &Value) -> Option<Value> {
    let count = match value {
        Value::S(text) => text.chars().count(),
        Value::B(bytes) => bytes.len(),
        Value::Ss(set) => set.len(),
        Value::Ns(set) => set.len(),
        Value::Bs(set) => set.len(),
        Value::L(list) => list.len(),
        Value::M(map) => map.len(),
        Value::N(_) | Value::Bool(_) | Value::Null => return None,
    };
    Number::parse(&count.to_string()).ok().map(Value::N)
}

fn compare(
    left: Option<Cow<'_, Value>>,
    comparator: Comparator,
    right: Option<Cow<'_, Value>>,
) -> bool {
    let (Some(left), Some(right)) = (left, right) else {
        return comparator == Comparator::NotEqual;
    };
    match comparator {
        Comparator::Equal => left == right,
        Comparator::NotEqual => left != right,
        Comparator::Less => order(&left, &right).is_some_and(Ordering::is_lt),
        Comparator::LessOrEqual => order(&left, &right).is_some_and(Ordering::is_le),
        Comparator::Greater => order(&left, &right).is_some_and(Ordering::is_gt),
        Comparator::GreaterOrEqual => order(&left, &right).is_some_and(Ordering::is_ge),
    }
}

fn function_holds(function: &Function, item: &Item) -> bool {
    match function {
        Function::AttributeExists(path) => path.find(item).is_some(),
        Function::AttributeNotExists(path) => path.find(item).is_none(),
        Function::AttributeType(path, name) => {
            path.find(item).is_some_and(|value| value.type_name() == name)
        }
        Function::BeginsWith(whole, start) => {
            match (resolve(whole, item).as_deref(), resolve(start, item).as_deref()) {
                (Some(Value::S(whole)), Some(Value::S(start))) => whole.starts_with(start.as_str()),
                (Some(Value::B(whole)), Some(Value::B(start))) => whole.starts_with(start),
                _ => false,
            }
        }
        Function::Contains(whole, part) => {
            match (resolve(whole, item).as_deref(), resolve(part, item).as_deref()) {
                (Some(whole), Some(part)) => contains(whole, part),
                _ => false,
            }
        }
    }
}

fn contains(whole: &Value, part: &Value) -> bool {
    match (whole, part) {
        (Value::S(whole), Value::S(part)) => whole.contains(part.as_str()),
        (Value::B(whole), Value::B(part)) => {
            part.is_empty() || whole.windows(part.len()).any(|window| window == &part[..])
        }
        (Value::Ss(set), Value::S(text)) => set.contains(text),
        (Value::Ns(set), Value::N(number)) => set.contains(number),
        (Value::Bs(set), Value::B(bytes)) => set.contains(bytes),
        (Value::L(list), part) => list.contains(part),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::expr::{Kind, condition};
    use crate::testing::{item, scope};

    #[test]
    fn conditions_hold_or_not_as_the_service_says() {
        let item = item(json!({
            "n": {"N": "1.0"}, "s": {"S": "some text"}, "l": {"L": [{"N": "1"}, {"S": "x"}]},
            "ss": {"SS": ["text", "b"]}, "ns": {"NS": ["1", "5"]}, "m": {"M": {"x": {"N": "1"}}},
            "z": {"NULL": true}, "b": {"B": "aGk="},
        }));
        let cases = [
            ("n = :v", true),
            ("n <> :v", false),
            ("n < :w AND n <= :w AND NOT n > :w", true),
            ("n = :text", false),
            ("n <> :text", true),
            ("absent = :v", false),
            ("absent <> :v", true),
            ("absent < :v", false),
            ("NOT absent = :v", true),
            ("n BETWEEN :v AND :w", true),
            ("s BETWEEN :v AND :w", false),
            ("n IN (:w, :v)", true),
            ("n IN (:w, :text)", false),
            ("m = :map", true),
            ("m.x = l[0]", true),
            ("l[1] = :v", false),
            ("l[7] = :v", false),
            ("attribute_exists(m.x) AND attribute_not_exists(m.y)", true),
            ("attribute_type(ss, :text)", false),
            ("begins_with(s, :text)", false),
            ("contains(s, :text)", true),
            ("contains(ss, :text)", true),
            ("contains(ns, :v)", true),
            ("contains(l, :v)", true),
            ("contains(l, :w)", false),
            ("contains(n, :v)", false),
            ("contains(b, :bin)", true),
            ("size(ss) = :w", true),
            ("size(s) > :w", true),
            ("size(n) > :v", false),
            ("size(absent) = :v", false),
            ("attribute_exists(z) OR absent = :v", true),
        ];
        for (text, expected) in cases {
            let parsed = match condition(Kind::Condition, text, &mut scope()) {
                Ok(parsed) => parsed,
                Err(error) if text.contains("attribute_type") => {
                    assert!(error.to_string().contains("Invalid attribute type name"));
                    continue;
                }
                Err(error) => panic!("{text}: {error}"),
            };
            assert_eq!(holds(&parsed, &item), expected, "{text}");
        }
    }
}
