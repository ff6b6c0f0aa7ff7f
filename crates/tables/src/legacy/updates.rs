//! `AttributeUpdates`: PUT, ADD and DELETE of whole attributes.
//! Does not: reach into documents; that takes expressions.

use std::collections::BTreeMap;

use levada_model::dynamodb as model;

use super::{attribute, invalid};
use crate::convert;
use crate::error::Error;
use crate::expr::update::Assigned;
use crate::expr::{Update, UpdateOperand as Operand};
use crate::value::Value;

/// The update, and whether it makes an item where there is none: deletions alone do not.
pub fn updates(
    given: BTreeMap<String, model::AttributeValueUpdate>,
) -> Result<(Update, bool), Error> {
    let mut update = Update::default();
    let mut makes_item = given.is_empty();
    for (name, given) in given {
        let action = given.action.as_deref().unwrap_or("PUT");
        makes_item |= action != "DELETE";
        let path = attribute(name);
        let value = given.value.map(convert::value).transpose()?;
        match (action, value) {
            ("DELETE", None) => update.remove.push(path),
            (_, None) => {
                return invalid(
                    "Only DELETE action is allowed when no attribute value is specified",
                );
            }
            ("PUT", Some(value)) => {
                update.set.push((path, Assigned::Operand(Operand::Value(value))));
            }
            ("DELETE", Some(value @ (Value::Ss(_) | Value::Ns(_) | Value::Bs(_)))) => {
                update.delete.push((path, value));
            }
            ("DELETE", Some(value)) => {
                return invalid(&format!(
                    "DELETE action with value is not supported for the type {}",
                    value.type_name()
                ));
            }
            ("ADD", Some(value @ (Value::N(_) | Value::Ss(_) | Value::Ns(_) | Value::Bs(_)))) => {
                update.add.push((path, value))
            }
            ("ADD", Some(list @ Value::L(_))) => {
                let empty = Box::new(Operand::Value(Value::L(Vec::new())));
                let before = Operand::IfNotExists(path.clone(), empty);
                let longer = Operand::ListAppend(Box::new(before), Box::new(Operand::Value(list)));
                update.set.push((path, Assigned::Operand(longer)));
            }
            (_, Some(value)) => {
                return invalid(&format!(
                    "{action} action is not supported for the type {}",
                    value.type_name()
                ));
            }
        }
    }
    Ok((update, makes_item))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::convert::item_to_model;
    use crate::testing::item;

    #[test]
    fn each_action_does_what_it_says() {
        let before = item(json!({
            "n": {"N": "1"}, "ss": {"SS": ["a", "b"]}, "gone": {"S": "x"}, "l": {"L": [{"N": "1"}]},
        }));
        let given = json!({
            "n": {"Action": "ADD", "Value": {"N": "2"}},
            "ss": {"Action": "DELETE", "Value": {"SS": ["a"]}},
            "gone": {"Action": "DELETE"},
            "l": {"Action": "ADD", "Value": {"L": [{"N": "2"}]}},
            "fresh": {"Value": {"S": "y"}},
        });
        let (update, makes_item) = updates(serde_json::from_value(given).unwrap()).unwrap();
        assert!(makes_item);
        let after = crate::update::apply(&update, &before).unwrap();
        assert_eq!(
            serde_json::to_value(item_to_model(after)).unwrap(),
            json!({"n": {"N": "3"}, "ss": {"SS": ["b"]}, "fresh": {"S": "y"},
                "l": {"L": [{"N": "1"}, {"N": "2"}]}})
        );
    }

    #[test]
    fn actions_that_do_not_fit_their_value_are_refused() {
        let refused = |given| {
            updates(serde_json::from_value(json!({ "a": given })).unwrap()).unwrap_err().to_string()
        };
        assert!(refused(json!({"Action": "PUT"})).ends_with(
            "Only DELETE action is allowed when \
            no attribute value is specified"
        ));
        assert!(
            refused(json!({"Action": "DELETE", "Value": {"S": "x"}}))
                .ends_with("DELETE action with value is not supported for the type S")
        );
        assert!(
            refused(json!({"Action": "ADD", "Value": {"S": "x"}}))
                .ends_with("ADD action is not supported for the type S")
        );
        let deletions = json!({"a": {"Action": "DELETE"}});
        let (_, makes_item) = updates(serde_json::from_value(deletions).unwrap()).unwrap();
        assert!(!makes_item);
    }
}
