//! One comparison of the old interface: an attribute, a ComparisonOperator, and its values.
//! Does not: join comparisons.

use levada_model::dynamodb as model;

use super::{attribute, invalid};
use crate::convert;
use crate::error::Error;
use crate::expr::{Comparator, Condition, Function, Operand};
use crate::value::Value;

/// Whether so many values are right for a ComparisonOperator.
fn fits_count(operator: &str, count: usize) -> bool {
    match operator {
        "NULL" | "NOT_NULL" => count == 0,
        "BETWEEN" => count == 2,
        "IN" => count >= 1,
        _ => count == 1,
    }
}

fn fits_type(operator: &str, value: &Value) -> bool {
    match operator {
        "EQ" | "NE" => true,
        "BEGINS_WITH" => matches!(value, Value::S(_) | Value::B(_)),
        _ => matches!(value, Value::S(_) | Value::N(_) | Value::B(_)),
    }
}

pub fn condition(
    name: String,
    operator: &str,
    values: Vec<model::AttributeValue>,
) -> Result<Condition, Error> {
    if !fits_count(operator, values.len()) {
        return invalid(&format!(
            "Invalid number of argument(s) for the {operator} ComparisonOperator"
        ));
    }
    let values = values.into_iter().map(convert::value).collect::<Result<Vec<Value>, _>>()?;
    if let Some(wrong) = values.iter().find(|value| !fits_type(operator, value)) {
        return invalid(&format!(
            "ComparisonOperator {operator} is not valid for {} AttributeValue type",
            wrong.type_name()
        ));
    }
    let path = attribute(name);
    let this = Operand::Path(path.clone());
    let mut values = values.into_iter().map(Operand::Value);
    let (first, second) = (values.next(), values.next());
    let compare = |comparator, value| Condition::Compare(this.clone(), comparator, value);
    let function = Condition::Function;
    Ok(match (operator, first, second) {
        ("NULL", ..) => function(Function::AttributeNotExists(path)),
        ("NOT_NULL", ..) => function(Function::AttributeExists(path)),
        ("EQ", Some(value), _) => compare(Comparator::Equal, value),
        ("NE", Some(value), _) => compare(Comparator::NotEqual, value),
        ("LT", Some(value), _) => compare(Comparator::Less, value),
        ("LE", Some(value), _) => compare(Comparator::LessOrEqual, value),
        ("GT", Some(value), _) => compare(Comparator::Greater, value),
        ("GE", Some(value), _) => compare(Comparator::GreaterOrEqual, value),
        ("BEGINS_WITH", Some(value), _) => function(Function::BeginsWith(this, value)),
        ("CONTAINS", Some(value), _) => function(Function::Contains(this, value)),
        ("NOT_CONTAINS", Some(value), _) => {
            Condition::Not(Box::new(function(Function::Contains(this, value))))
        }
        ("BETWEEN", Some(low), Some(high)) => Condition::Between(this, low, high),
        ("IN", Some(first), second) => {
            let list = std::iter::once(first).chain(second).chain(values).collect();
            Condition::In(this, list)
        }
        _ => return invalid(&format!("ComparisonOperator {operator} is not known")),
    })
}
