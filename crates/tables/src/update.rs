//! Applies an update expression: every operand is read from the item as it was before.
//! Does not: parse, or check keys (see `ops::update_item`).

use crate::error::Error;
use crate::expr::update::Assigned;
use crate::expr::{Path, Segment, Update, UpdateOperand as Operand};
use crate::number::Number;
use crate::value::{Item, Value};

fn fail<T>(text: &str) -> Result<T, Error> {
    Err(Error::Validation(text.to_owned()))
}

const INVALID_PATH: &str =
    "The document path provided in the update expression is invalid for update";
const WRONG_TYPE: &str = "An operand in the update expression has an incorrect data type";
const NO_ATTRIBUTE: &str =
    "The provided expression refers to an attribute that does not exist in the item";

pub fn apply(update: &Update, before: &Item) -> Result<Item, Error> {
    let mut after = before.clone();
    // Values are taken from `before`, so that the order of assignments does not matter; list
    // elements beyond the end are appended in the order of their indices.
    let mut set = Vec::with_capacity(update.set.len());
    for (path, assigned) in &update.set {
        set.push((path, assigned_value(assigned, before)?));
    }
    set.sort_by_key(|(path, _)| last_index(path));
    for (path, value) in set {
        put(&mut after, path, value)?;
    }
    for (path, value) in &update.add {
        let sum = added(path.find(before), value)?;
        put(&mut after, path, sum)?;
    }
    for (path, value) in &update.delete {
        match path.find(before) {
            None => {}
            Some(found) => match without(found, value)? {
                Some(rest) => put(&mut after, path, rest)?,
                None => take(&mut after, path)?,
            },
        }
    }
    // From the back, so that an index still means the element it meant before.
    let mut remove: Vec<&Path> = update.remove.iter().collect();
    remove.sort_by_key(|path| std::cmp::Reverse(last_index(path)));
    for path in remove {
        take(&mut after, path)?;
    }
    Ok(after)
}

fn last_index(path: &Path) -> usize {
    match path.rest.last() {
        Some(Segment::Index(index)) => *index,
        Some(Segment::Attribute(_)) | None => 0,
    }
}

fn assigned_value(assigned: &Assigned, item: &Item) -> Result<Value, Error> {
    let number = |operand: &Operand| match operand_value(operand, item)? {
        Value::N(number) => Ok(number),
        _ => fail(WRONG_TYPE),
    };
    let sum = match assigned {
        Assigned::Operand(operand) => return operand_value(operand, item),
        Assigned::Sum(left, right) => number(left)?.plus(number(right)?),
        Assigned::Difference(left, right) => number(left)?.minus(number(right)?),
    };
    sum.map(Value::N).map_err(|error| Error::Validation(error.to_string()))
}

fn operand_value(operand: &Operand, item: &Item) -> Result<Value, Error> {
    match operand {
        Operand::Value(value) => Ok(value.clone()),
        Operand::Path(path) => path.find(item).cloned().map_or_else(|| fail(NO_ATTRIBUTE), Ok),
        Operand::IfNotExists(path, otherwise) => match path.find(item) {
            Some(value) => Ok(value.clone()),
            None => operand_value(otherwise, item),
        },
        Operand::ListAppend(one, two) => {
            match (operand_value(one, item)?, operand_value(two, item)?) {
                (Value::L(mut one), Value::L(two)) => {
                    one.extend(two);
                    Ok(Value::L(one))
                }
                _ => fail(WRONG_TYPE),
            }
        }
    }
}

fn added(found: Option<&Value>, value: &Value) -> Result<Value, Error> {
    match (found, value) {
        (None, value) => Ok(value.clone()),
        (Some(Value::N(found)), Value::N(more)) => Number::plus(*found, *more)
            .map(Value::N)
            .map_err(|error| Error::Validation(error.to_string())),
        (Some(Value::Ss(found)), Value::Ss(more)) => Ok(Value::Ss(found | more)),
        (Some(Value::Ns(found)), Value::Ns(more)) => Ok(Value::Ns(found | more)),
        (Some(Value::Bs(found)), Value::Bs(more)) => Ok(Value::Bs(found | more)),
        _ => fail(WRONG_TYPE),
    }
}

/// A set without some elements; `None` when nothing is left.
fn without(found: &Value, value: &Value) -> Result<Option<Value>, Error> {
    let rest = match (found, value) {
        (Value::Ss(found), Value::Ss(less)) => Value::Ss(found - less),
        (Value::Ns(found), Value::Ns(less)) => Value::Ns(found - less),
        (Value::Bs(found), Value::Bs(less)) => Value::Bs(found - less),
        _ => return fail(WRONG_TYPE),
    };
    let is_empty = match &rest {
        Value::Ss(set) => set.is_empty(),
        Value::Ns(set) => set.is_empty(),
        Value::Bs(set) => set.is_empty(),
        _ => false,
    };
    Ok((!is_empty).then_some(rest))
}

/// The value that holds the path's last segment; `None` for a plain attribute.
fn parent<'a>(item: &'a mut Item, path: &Path) -> Option<&'a mut Value> {
    let (_, above) = path.rest.split_last()?;
    let mut found = item.get_mut(&path.attribute)?;
    for segment in above {
        found = match (segment, found) {
            (Segment::Attribute(name), Value::M(map)) => map.get_mut(name)?,
            (Segment::Index(index), Value::L(list)) => list.get_mut(*index)?,
            _ => return None,
        };
    }
    Some(found)
}

fn put(item: &mut Item, path: &Path, value: Value) -> Result<(), Error> {
    let Some(last) = path.rest.last() else {
        item.insert(path.attribute.clone(), value);
        return Ok(());
    };
    match (last, parent(item, path)) {
        (Segment::Attribute(name), Some(Value::M(map))) => {
            map.insert(name.clone(), value);
        }
        (Segment::Index(index), Some(Value::L(list))) => match list.get_mut(*index) {
            Some(element) => *element = value,
            None => list.push(value),
        },
        _ => return fail(INVALID_PATH),
    }
    Ok(())
}

fn take(item: &mut Item, path: &Path) -> Result<(), Error> {
    let Some(last) = path.rest.last() else {
        item.remove(&path.attribute);
        return Ok(());
    };
    match (last, parent(item, path)) {
        (Segment::Attribute(name), Some(Value::M(map))) => {
            map.remove(name);
        }
        (Segment::Index(index), Some(Value::L(list))) => {
            if *index < list.len() {
                list.remove(*index);
            }
        }
        _ => return fail(INVALID_PATH),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json};

    use super::*;
    use crate::convert::item_to_model;
    use crate::expr::update;
    use crate::testing::{item, scope};

    fn run(text: &str) -> Result<Json, String> {
        let before = item(json!({
            "n": {"N": "10"}, "s": {"S": "x"}, "ss": {"SS": ["a"]}, "m": {"M": {"k": {"N": "5"}}},
            "l": {"L": [{"N": "0"}, {"N": "1"}, {"N": "2"}]},
        }));
        let parsed = update(text, &mut scope()).map_err(|error| error.to_string())?;
        let after = apply(&parsed, &before).map_err(|error| error.to_string())?;
        Ok(serde_json::to_value(item_to_model(after)).unwrap())
    }

    #[test]
    fn each_kind_of_change_does_what_it_says() {
        let cases = [
            ("SET n = n + :v", "n", json!({"N": "11"})),
            ("SET n = :v - n", "n", json!({"N": "-9"})),
            ("SET x = if_not_exists(x, :w) + :v", "x", json!({"N": "3"})),
            ("SET n = if_not_exists(n, :w)", "n", json!({"N": "10"})),
            ("SET m.z = :v", "m", json!({"M": {"k": {"N": "5"}, "z": {"N": "1"}}})),
            ("SET l[1] = :text", "l", json!({"L": [{"N": "0"}, {"S": "text"}, {"N": "2"}]})),
            (
                "SET l[9] = :w, l[5] = :v",
                "l",
                json!({"L": [{"N": "0"}, {"N": "1"}, {"N": "2"}, {"N": "1"}, {"N": "2"}]}),
            ),
            ("SET l = list_append(:list, l) REMOVE m", "m", Json::Null),
            ("REMOVE l[0], l[2]", "l", json!({"L": [{"N": "1"}]})),
            ("REMOVE m.k, absent, l[8]", "m", json!({"M": {}})),
            ("ADD n :w", "n", json!({"N": "12"})),
            ("ADD fresh :w", "fresh", json!({"N": "2"})),
            ("ADD m.k :v", "m", json!({"M": {"k": {"N": "6"}}})),
            ("ADD ss :set", "ss", json!({"SS": ["a", "b"]})),
            ("DELETE ss :set", "ss", Json::Null),
            ("DELETE absent :set", "absent", Json::Null),
            ("SET n = s, s = n", "s", json!({"N": "10"})),
        ];
        for (text, name, expected) in cases {
            let after = run(text).unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!(after.get(name).cloned().unwrap_or(Json::Null), expected, "{text}");
        }
    }

    #[test]
    fn changes_that_do_not_fit_the_item_are_refused() {
        let cases = [
            ("SET x = absent", NO_ATTRIBUTE),
            ("SET n = s + :v", WRONG_TYPE),
            ("SET l = list_append(s, :list)", WRONG_TYPE),
            ("SET absent.x = :v", INVALID_PATH),
            ("SET n.x = :v", INVALID_PATH),
            ("SET m[0] = :v", INVALID_PATH),
            ("REMOVE absent.x", INVALID_PATH),
            ("ADD s :v", WRONG_TYPE),
            ("ADD ss :numbers", WRONG_TYPE),
            ("DELETE n :set", WRONG_TYPE),
        ];
        for (text, expected) in cases {
            assert_eq!(run(text), Err(expected.to_owned()), "{text}");
        }
    }
}
