//! The interface from before expressions: `Expected`, `AttributeUpdates`, `KeyConditions`,
//! filters and `AttributesToGet`, read as the conditions, updates and paths that expressions give.
//! Does not: evaluate or apply anything; there is one engine for both.

mod comparison;
mod expected;
mod updates;

use std::collections::BTreeMap;

use levada_model::dynamodb as model;

pub use expected::expected;
pub use updates::updates;

use crate::error::Error;
use crate::expr::{self, Condition, KeyCondition, Path};
use crate::key::KeySchema;

fn invalid<T>(message: &str) -> Result<T, Error> {
    Err(Error::Validation(format!("One or more parameter values were invalid: {message}")))
}

fn attribute(name: String) -> Path {
    Path { attribute: name, rest: Vec::new() }
}

/// A request may use one of the two interfaces: members of the old one that are given, and
/// those of the new one.
pub fn check_not_mixed(old: &[(&str, bool)], new: &[(&str, bool)]) -> Result<(), Error> {
    let given = |members: &[(&str, bool)]| {
        let names = members.iter().filter(|(_, given)| *given).map(|(name, _)| *name);
        names.collect::<Vec<_>>().join(", ")
    };
    let (old, new) = (given(old), given(new));
    if old.is_empty() || new.is_empty() {
        return Ok(());
    }
    Err(Error::Validation(format!(
        "Can not use both expression and non-expression parameters in the same request: \
         Non-expression parameters: {{{old}}} Expression parameters: {{{new}}}"
    )))
}

/// AttributesToGet.
pub fn paths(names: Vec<String>) -> Result<Vec<Path>, Error> {
    let mut paths: Vec<Path> = Vec::with_capacity(names.len());
    for path in names.into_iter().map(attribute) {
        if paths.contains(&path) {
            return invalid(&format!("Duplicate value in attribute name: {}", path.attribute));
        }
        paths.push(path);
    }
    Ok(paths)
}

/// Conditions joined by ConditionalOperator; `None` when there are none.
fn joined(mut list: Vec<Condition>, operator: Option<&str>) -> Result<Option<Condition>, Error> {
    if operator.is_some() && list.len() < 2 {
        return Err(Error::Validation(match list.len() {
            0 => "ConditionalOperator cannot be used without Filter or Expected".into(),
            _ => "ConditionalOperator can only be used when Filter or Expected has two or more \
                  elements"
                .into(),
        }));
    }
    Ok(match (list.len(), operator) {
        (0, _) => None,
        (1, _) => list.pop(),
        (_, Some("OR")) => Some(Condition::Or(list)),
        (_, _) => Some(Condition::And(list)),
    })
}

/// QueryFilter or ScanFilter.
pub fn filter(
    conditions: Option<BTreeMap<String, model::Condition>>,
    operator: Option<&str>,
) -> Result<Option<Condition>, Error> {
    let list = conditions
        .unwrap_or_default()
        .into_iter()
        .map(|(name, given)| {
            let comparator = given.comparison_operator.unwrap_or_default();
            comparison::condition(name, &comparator, given.attribute_value_list.unwrap_or_default())
        })
        .collect::<Result<Vec<_>, Error>>()?;
    joined(list, operator)
}

/// KeyConditions.
pub fn key_conditions(
    conditions: BTreeMap<String, model::Condition>,
    schema: &KeySchema,
) -> Result<KeyCondition, Error> {
    const INDEXABLE: [&str; 7] = ["BEGINS_WITH", "BETWEEN", "EQ", "GE", "GT", "LE", "LT"];
    let is_indexable = |given: &model::Condition| {
        given.comparison_operator.as_deref().is_some_and(|name| INDEXABLE.contains(&name))
    };
    if !conditions.values().all(is_indexable) {
        return Err(Error::Validation(
            "Attempted conditional constraint is not an indexable operation".into(),
        ));
    }
    match filter(Some(conditions), None)? {
        Some(condition) => expr::key_condition::of(condition, schema),
        None => expr::key_condition::of(Condition::And(Vec::new()), schema),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::eval::holds;
    use crate::testing::item;

    fn filtered(given: serde_json::Value, operator: Option<&str>) -> Result<bool, String> {
        let item = item(json!({
            "n": {"N": "5"}, "s": {"S": "abc"}, "ss": {"SS": ["a", "b"]}, "l": {"L": [{"N": "1"}]},
        }));
        let given = serde_json::from_value(given).unwrap();
        let condition = filter(Some(given), operator).map_err(|error| error.to_string())?;
        Ok(condition.is_none_or(|condition| holds(&condition, &item)))
    }

    fn one(name: &str, operator: &str, values: serde_json::Value) -> Result<bool, String> {
        let given = json!({"ComparisonOperator": operator, "AttributeValueList": values});
        filtered(json!({ name: given }), None)
    }

    #[test]
    fn every_comparison_does_what_it_says() {
        let cases = [
            ("n", "EQ", json!([{"N": "5.0"}]), true),
            ("n", "NE", json!([{"N": "5"}]), false),
            ("n", "LT", json!([{"N": "6"}]), true),
            ("n", "LE", json!([{"N": "5"}]), true),
            ("n", "GT", json!([{"N": "5"}]), false),
            ("n", "GE", json!([{"N": "5"}]), true),
            ("n", "GE", json!([{"S": "5"}]), false),
            ("n", "BETWEEN", json!([{"N": "5"}, {"N": "7"}]), true),
            ("n", "IN", json!([{"N": "1"}, {"N": "5"}]), true),
            ("s", "BEGINS_WITH", json!([{"S": "ab"}]), true),
            ("s", "CONTAINS", json!([{"S": "bc"}]), true),
            ("ss", "CONTAINS", json!([{"S": "a"}]), true),
            ("l", "NOT_CONTAINS", json!([{"N": "1"}]), false),
            ("ss", "EQ", json!([{"SS": ["b", "a"]}]), true),
            ("n", "NULL", json!([]), false),
            ("absent", "NULL", json!([]), true),
            ("n", "NOT_NULL", json!([]), true),
            ("absent", "EQ", json!([{"N": "5"}]), false),
        ];
        for (name, operator, values, expected) in cases {
            assert_eq!(one(name, operator, values.clone()), Ok(expected), "{name} {operator}");
        }
    }

    #[test]
    fn conditions_are_joined_as_asked() {
        let two = json!({
            "n": {"ComparisonOperator": "EQ", "AttributeValueList": [{"N": "5"}]},
            "s": {"ComparisonOperator": "EQ", "AttributeValueList": [{"S": "x"}]},
        });
        assert_eq!(filtered(two.clone(), None), Ok(false));
        assert_eq!(filtered(two.clone(), Some("AND")), Ok(false));
        assert_eq!(filtered(two, Some("OR")), Ok(true));
        assert!(filtered(json!({}), Some("OR")).unwrap_err().starts_with("ConditionalOperator"));
    }

    #[test]
    fn comparisons_with_wrong_values_are_refused_in_the_services_words() {
        let refused = |operator: &str, values| one("n", operator, values).unwrap_err();
        assert_eq!(
            refused("EQ", json!([])),
            "One or more parameter values were invalid: Invalid number of argument(s) for the EQ \
             ComparisonOperator"
        );
        assert_eq!(
            refused("LT", json!([{"SS": ["a"]}])),
            "One or more parameter values were invalid: ComparisonOperator LT is not valid for SS \
             AttributeValue type"
        );
        assert_eq!(
            paths(vec!["a".into(), "a".into()]).unwrap_err().to_string(),
            "One or more parameter values were invalid: Duplicate value in attribute name: a"
        );
        assert_eq!(
            check_not_mixed(
                &[("Expected", true), ("ConditionalOperator", false)],
                &[("ConditionExpression", true)]
            )
            .unwrap_err()
            .to_string(),
            "Can not use both expression and non-expression parameters in the same request: \
             Non-expression parameters: {Expected} Expression parameters: {ConditionExpression}"
        );
    }
}
