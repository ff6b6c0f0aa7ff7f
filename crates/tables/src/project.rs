//! Keeps the parts of an item that paths name, in their places.
//! Does not: parse paths.

use std::collections::BTreeMap;

use crate::expr::{Path, Segment};
use crate::value::{Item, Value};

/// Which parts of a value are kept.
#[derive(Debug, Default)]
struct Kept {
    whole: bool,
    attributes: BTreeMap<String, Kept>,
    /// Elements keep their order and close up.
    elements: BTreeMap<usize, Kept>,
}

impl Kept {
    fn of(paths: &[Path]) -> Self {
        let mut root = Self::default();
        for path in paths {
            let mut node = root.attributes.entry(path.attribute.clone()).or_default();
            for segment in &path.rest {
                node = match segment {
                    Segment::Attribute(name) => node.attributes.entry(name.clone()).or_default(),
                    Segment::Index(index) => node.elements.entry(*index).or_default(),
                };
            }
            node.whole = true;
        }
        root
    }

    fn item(&self, item: &Item) -> Item {
        self.attributes
            .iter()
            .filter_map(|(name, kept)| Some((name.clone(), kept.value(item.get(name)?)?)))
            .collect()
    }

    fn value(&self, value: &Value) -> Option<Value> {
        if self.whole {
            return Some(value.clone());
        }
        match value {
            Value::M(map) => {
                let kept = self.item(map);
                (!kept.is_empty()).then_some(Value::M(kept))
            }
            Value::L(list) => {
                let kept: Vec<Value> = self
                    .elements
                    .iter()
                    .filter_map(|(index, kept)| kept.value(list.get(*index)?))
                    .collect();
                (!kept.is_empty()).then_some(Value::L(kept))
            }
            _ => None,
        }
    }
}

pub fn project(item: &Item, paths: &[Path]) -> Item {
    Kept::of(paths).item(item)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::expr::projection;
    use crate::testing::{item, scope};

    #[test]
    fn named_parts_stay_in_their_places() {
        let whole = item(json!({
            "a": {"N": "1"}, "b": {"M": {"x": {"N": "2"}, "y": {"N": "3"}}},
            "l": {"L": [{"N": "0"}, {"N": "1"}, {"N": "2"}]},
        }));
        let kept = |text: &str| project(&whole, &projection(text, &mut scope()).unwrap());
        assert_eq!(kept("a, absent, a2.b"), item(json!({"a": {"N": "1"}})));
        assert_eq!(
            kept("b.y, l[2], l[0], l[9]"),
            item(json!({"b": {"M": {"y": {"N": "3"}}}, "l": {"L": [{"N": "0"}, {"N": "2"}]}}))
        );
        assert_eq!(kept("a.x, b[0]"), Item::new());
    }
}
