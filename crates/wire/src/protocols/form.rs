//! Forms of the query protocol as trees: `Tags.member.1.Key=a` is a path with a value.
//! Does not: trust names, counts or depths.

use std::collections::BTreeMap;

use base64::Engine as _;
use levada_model::service::Shape;
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use crate::AwsError;
use crate::limits::{FORM_DEPTH_MAX, FORM_PAIRS_MAX};

/// Parameters by their dotted names.
#[derive(Debug, Default)]
pub struct Form {
    value: Option<String>,
    parts: BTreeMap<String, Form>,
}

fn malformed(message: impl Into<String>) -> AwsError {
    AwsError::sender("MalformedInput", message)
}

fn decoded(text: &str) -> Result<String, AwsError> {
    let text = text.replace('+', " ");
    percent_decode_str(&text)
        .decode_utf8()
        .map(std::borrow::Cow::into_owned)
        .map_err(|_| malformed("a parameter is not UTF-8"))
}

impl Form {
    /// Adds the pairs of `text`, such as `Action=Publish&Message=a+b`.
    pub fn add(&mut self, text: &str) -> Result<(), AwsError> {
        if text.split('&').count() > FORM_PAIRS_MAX {
            return Err(malformed(format!("more than {FORM_PAIRS_MAX} parameters")));
        }
        for pair in text.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let name = decoded(name)?;
            if name.split('.').count() > FORM_DEPTH_MAX {
                return Err(malformed(format!("more than {FORM_DEPTH_MAX} names in a parameter")));
            }
            let leaf = name
                .split('.')
                .fold(&mut *self, |form, part| form.parts.entry(part.to_owned()).or_default());
            leaf.value = Some(decoded(value)?);
        }
        Ok(())
    }

    pub fn text(&self, name: &str) -> Option<&str> {
        self.parts.get(name)?.value.as_deref()
    }

    /// The form as a document of `shape`; parameters the shape does not have are ignored.
    pub fn document(&self, shape: &Shape) -> Result<Value, AwsError> {
        match shape {
            Shape::Structure(members) => {
                let mut document = Map::new();
                for (name, shape) in *members {
                    if let Some(part) = self.parts.get(*name) {
                        document.insert((*name).to_owned(), part.document(shape)?);
                    }
                }
                Ok(document.into())
            }
            Shape::List(element, shape) => {
                let elements = self.numbered(element);
                elements.map(|element| element.document(shape)).collect()
            }
            Shape::Map(key, value, shape) => {
                let mut document = Map::new();
                for entry in self.numbered("entry") {
                    let key = entry.text(key).ok_or_else(|| malformed("an entry lacks its key"))?;
                    let value = entry
                        .parts
                        .get(*value)
                        .ok_or_else(|| malformed("an entry lacks its value"))?;
                    document.insert(key.to_owned(), value.document(shape)?);
                }
                Ok(document.into())
            }
            scalar => from_text(self.value.as_deref().unwrap_or_default(), scalar),
        }
    }

    /// The parts `<name>.1`, `<name>.2`, … in the order of their numbers.
    fn numbered(&self, name: &str) -> impl Iterator<Item = &Form> {
        let parts = self.parts.get(name).into_iter().flat_map(|list| &list.parts);
        let mut numbered: Vec<(u32, &Form)> =
            parts.filter_map(|(number, part)| Some((number.parse().ok()?, part))).collect();
        numbered.sort_by_key(|(number, _)| *number);
        numbered.into_iter().map(|(_, part)| part)
    }
}

/// A scalar that travels as text, in the form JSON has for it.
pub fn from_text(text: &str, shape: &Shape) -> Result<Value, AwsError> {
    let wrong = |wanted: &str| malformed(format!("expected {wanted}, found '{text}'"));
    match shape {
        Shape::Integer => text.parse::<i64>().map(Value::from).map_err(|_| wrong("an integer")),
        Shape::Double => text.parse::<f64>().map(Value::from).map_err(|_| wrong("a number")),
        Shape::Boolean => text.parse::<bool>().map(Value::from).map_err(|_| wrong("true or false")),
        Shape::Timestamp => chrono::DateTime::parse_from_rfc3339(text)
            .map(|time| Value::from(time.timestamp_millis() as f64 / 1000.0))
            .map_err(|_| wrong("a time in ISO 8601")),
        Shape::Blob => base64::engine::general_purpose::STANDARD
            .decode(text)
            .map(|_| Value::from(text))
            .map_err(|_| wrong("base64")),
        Shape::Text | Shape::List(..) | Shape::Map(..) | Shape::Structure(_) => Ok(text.into()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    static ENTRY: Shape = Shape::Structure(&[("Key", &Shape::Text), ("Count", &Shape::Integer)]);
    static ALL: Shape = Shape::Structure(&[
        ("Name", &Shape::Text),
        ("Sure", &Shape::Boolean),
        ("Tags", &Shape::List("member", &ENTRY)),
        ("Attributes", &Shape::Map("key", "value", &Shape::Text)),
    ]);

    fn document(text: &str) -> Result<Value, AwsError> {
        let mut form = Form::default();
        form.add(text)?;
        form.document(&ALL)
    }

    #[test]
    fn lists_and_maps_are_numbered() {
        let text = "Name=a+b%26c&Sure=true&Tags.member.10.Key=z&Tags.member.2.Key=y\
            &Tags.member.2.Count=-7&Attributes.entry.1.key=k.1&Attributes.entry.1.value=v\
            &Unknown.x=1";
        assert_eq!(
            document(text).unwrap(),
            json!({
                "Name": "a b&c",
                "Sure": true,
                "Tags": [{"Key": "y", "Count": -7}, {"Key": "z"}],
                "Attributes": {"k.1": "v"},
            })
        );
    }

    #[test]
    fn what_does_not_fit_is_named() {
        assert_eq!(document("Sure=maybe").unwrap_err().code, "MalformedInput");
        assert_eq!(document("Tags.member.1.Count=x").unwrap_err().code, "MalformedInput");
        assert_eq!(document(&"a.".repeat(100)).unwrap_err().code, "MalformedInput");
    }

    proptest! {
        #[test]
        fn any_text_is_taken_or_refused(text in "\\PC{0,200}") {
            let _ = document(&text);
        }

        #[test]
        fn any_form_like_text_is_taken_or_refused(
            text in "((Name|Tags|Attributes|member|entry|key|[0-9]{1,3}|[.&=%+]){0,30})"
        ) {
            let _ = document(&text);
        }
    }
}
