//! `Expected`: what must hold for a write. Fencing of KCL's leases rests on it.
//! Does not: mix with ConditionExpression.

use std::collections::BTreeMap;

use levada_model::dynamodb as model;

use super::{attribute, comparison, invalid, joined};
use crate::convert;
use crate::error::Error;
use crate::expr::{Comparator, Condition, Function, Operand};

/// The condition of `Expected` and `ConditionalOperator`; `None` when nothing is expected.
pub fn expected(
    given: Option<BTreeMap<String, model::ExpectedAttributeValue>>,
    operator: Option<&str>,
) -> Result<Option<Condition>, Error> {
    let list = given.unwrap_or_default().into_iter().map(|(name, expected)| one(name, expected));
    joined(list.collect::<Result<Vec<_>, Error>>()?, operator)
}

fn one(name: String, expected: model::ExpectedAttributeValue) -> Result<Condition, Error> {
    let model::ExpectedAttributeValue { value, exists, comparison_operator, attribute_value_list } =
        expected;
    let wrong = |what: &str| invalid(&format!("{what} for Attribute: {name}"));
    if value.is_some() && attribute_value_list.is_some() {
        return wrong("Value and AttributeValueList cannot be used together");
    }
    if let Some(operator) = comparison_operator {
        if exists.is_some() {
            return wrong("Exists and ComparisonOperator cannot be used together");
        }
        let takes_none = matches!(operator.as_str(), "NULL" | "NOT_NULL");
        return match (value, attribute_value_list) {
            (None, None) if !takes_none => wrong(&format!(
                "Value or AttributeValueList must be used with ComparisonOperator: {operator}"
            )),
            (Some(value), _) => comparison::condition(name, &operator, vec![value]),
            (None, list) => comparison::condition(name, &operator, list.unwrap_or_default()),
        };
    }
    if attribute_value_list.is_some() {
        return wrong("AttributeValueList can only be used with a ComparisonOperator");
    }
    match (exists, value) {
        (None | Some(true), Some(value)) => Ok(Condition::Compare(
            Operand::Path(attribute(name)),
            Comparator::Equal,
            Operand::Value(convert::value(value)?),
        )),
        (Some(false), None) => {
            Ok(Condition::Function(Function::AttributeNotExists(attribute(name))))
        }
        (Some(false), Some(_)) => wrong("Value cannot be used when Exists is false"),
        (Some(true), None) => wrong("Value must be provided when Exists is true"),
        (None, None) => wrong("Value must be provided when Exists is null"),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::eval::holds;
    use crate::testing::item;

    fn met(given: Value) -> Result<bool, String> {
        let lease = item(json!({"leaseKey": {"S": "shard-0"}, "leaseCounter": {"N": "7"}}));
        let given = serde_json::from_value(given).unwrap();
        let condition = expected(Some(given), None).map_err(|error| error.to_string())?;
        Ok(condition.is_none_or(|condition| holds(&condition, &lease)))
    }

    #[test]
    fn a_lease_is_fenced_by_what_is_expected_of_it() {
        assert_eq!(met(json!({"leaseCounter": {"Value": {"N": "7"}}})), Ok(true));
        assert_eq!(met(json!({"leaseCounter": {"Value": {"N": "8"}}})), Ok(false));
        assert_eq!(met(json!({"leaseCounter": {"Exists": true, "Value": {"N": "8"}}})), Ok(false));
        assert_eq!(met(json!({"leaseOwner": {"Exists": false}})), Ok(true));
        assert_eq!(met(json!({"leaseKey": {"Exists": false}})), Ok(false));
        assert_eq!(
            met(
                json!({"leaseCounter": {"Value": {"N": "7"}}, "leaseOwner": {"Value": {"S": "a"}}})
            ),
            Ok(false)
        );
        assert_eq!(
            met(json!({"leaseCounter": {"ComparisonOperator": "GE", "Value": {"N": "7"}}})),
            Ok(true)
        );
        assert_eq!(met(json!({"leaseOwner": {"ComparisonOperator": "NULL"}})), Ok(true));
    }

    #[test]
    fn unclear_expectations_are_refused() {
        let refused = |expected: Value| {
            let text = met(json!({ "a": expected })).unwrap_err();
            text.strip_prefix("One or more parameter values were invalid: ").unwrap().to_owned()
        };
        assert_eq!(
            refused(json!({})),
            "Value must be provided when Exists is null for Attribute: a"
        );
        assert_eq!(
            refused(json!({"Exists": false, "Value": {"N": "1"}})),
            "Value cannot be used when Exists is false for Attribute: a"
        );
        assert_eq!(
            refused(json!({"ComparisonOperator": "EQ"})),
            "Value or AttributeValueList must be used with ComparisonOperator: EQ for Attribute: a"
        );
        assert_eq!(
            refused(json!({"ComparisonOperator": "NULL", "Exists": true})),
            "Exists and ComparisonOperator cannot be used together for Attribute: a"
        );
    }
}
