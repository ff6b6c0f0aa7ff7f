//! Every served operation with every constraint of its input violated once, from the vendored
//! service model: refused with the modelled error, never with a failure of ours.
//! Does not: know any operation by name.

use std::path::Path;
use std::time::Duration;

use serde_json::{Map, Value, json};
use tokio::time::timeout;

use super::tests::Client;
use crate::testing::Fixture;

struct Model(Value);

/// A value, and the code that it must be refused with.
type Violation = (Value, &'static str);

impl Model {
    fn vendored() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../xtask/models/kinesis.json");
        Self(serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap())
    }

    fn shape(&self, reference: &Value) -> &Value {
        &self.0["shapes"][reference["shape"].as_str().unwrap()]
    }

    fn input(&self, operation: &str) -> &Value {
        self.shape(&self.0["operations"][operation]["input"])
    }

    fn is_required(structure: &Value, member: &str) -> bool {
        let required = structure["required"].as_array();
        required.is_some_and(|required| required.iter().any(|name| name == member))
    }

    /// A value that the constraints allow.
    fn legal(&self, shape: &Value) -> Value {
        let least = usize::try_from(shape["min"].as_u64().unwrap_or(0)).unwrap();
        match shape["type"].as_str().unwrap() {
            "string" => legal_text(shape, least),
            "integer" | "long" => json!(shape["min"].as_i64().unwrap_or(1).max(1)),
            "boolean" => json!(false),
            "timestamp" => json!(1_700_000_000),
            "blob" => json!(""),
            "list" => json!(vec![self.legal(self.shape(&shape["member"])); least.max(1)]),
            "map" => json!({"key": "value"}),
            "structure" => {
                let mut members = Map::new();
                for (name, reference) in shape["members"].as_object().unwrap() {
                    if Self::is_required(shape, name) {
                        members.insert(name.clone(), self.legal(self.shape(reference)));
                    }
                }
                Value::Object(members)
            }
            other => panic!("an input of type {other}"),
        }
    }

    fn violations(&self, shape: &Value) -> Vec<Violation> {
        let refused = |value: Value| (value, "ValidationException");
        let (min, max) = (shape["min"].as_i64(), shape["max"].as_i64());
        let mut found = vec![(json!({"a": [1.5]}), "SerializationException")];
        match shape["type"].as_str().unwrap() {
            "string" => {
                if min.is_some_and(|min| min > 0) {
                    found.push(refused(json!("")));
                }
                if let Some(max) = max {
                    found.push(refused(json!("a".repeat(max as usize + 1))));
                }
                if shape["pattern"].is_string() || shape["enum"].is_array() {
                    found.push(refused(json!("\u{a7} \n")));
                }
            }
            "integer" => {
                found.extend(min.map(|min| refused(json!(min - 1))));
                found.extend(max.map(|max| refused(json!(max + 1))));
                found.push((json!(i64::MAX), "SerializationException"));
            }
            "list" => {
                let one = self.legal(self.shape(&shape["member"]));
                if min.is_some_and(|min| min > 0) {
                    found.push(refused(json!([])));
                }
                if let Some(max) = max {
                    found.push(refused(json!(vec![one; max as usize + 1])));
                }
                let inner = self.violations(self.shape(&shape["member"]));
                found.extend(inner.into_iter().map(|(value, code)| (json!([value]), code)));
            }
            "structure" => {
                found.clear();
                for (member, value, code) in self.in_members(shape) {
                    let mut whole = self.legal(shape);
                    set(&mut whole, &member, value);
                    found.push((whole, code));
                }
            }
            "map" => found = vec![(json!([1]), "SerializationException")],
            _ => {}
        }
        found
    }

    /// What may be wrong with each member; null where it is left out.
    fn in_members(&self, structure: &Value) -> Vec<(String, Value, &'static str)> {
        let mut found = Vec::new();
        for (name, reference) in structure["members"].as_object().unwrap() {
            if Self::is_required(structure, name) {
                found.push((name.clone(), Value::Null, "ValidationException"));
            }
            for (value, code) in self.violations(self.shape(reference)) {
                found.push((name.clone(), value, code));
            }
        }
        found
    }
}

fn set(structure: &mut Value, member: &str, value: Value) {
    let members = structure.as_object_mut().unwrap();
    match value {
        Value::Null => members.remove(member),
        value => members.insert(member.to_owned(), value),
    };
}

fn legal_text(shape: &Value, least: usize) -> Value {
    if let Some(first) = shape["enum"].as_array().and_then(|values| values.first()) {
        return first.clone();
    }
    let pattern = shape["pattern"].as_str().unwrap_or("");
    let stream = "arn:aws:kinesis:us-east-1:000000000000:stream/s";
    let text = if pattern.contains("consumer") {
        format!("{stream}/consumer/c:1700000000")
    } else if pattern.starts_with("arn:aws.*:kinesis") {
        stream.to_owned()
    } else if pattern.contains("{20}-") {
        format!("{}-{}", "a".repeat(20), "b".repeat(3))
    } else if pattern.starts_with("0|") {
        "12".to_owned()
    } else {
        "a".repeat(least.max(1))
    };
    json!(text)
}

#[tokio::test]
async fn every_violated_constraint_is_refused_with_the_modelled_error() {
    let (model, fixture) = (Model::vendored(), Fixture::new().await);
    let client = Client::new(&fixture);
    let mut count = 0;
    for operation in fixture.streams.api().operation_names() {
        let input = model.input(operation);
        for (member, value, code) in model.in_members(input) {
            let mut request = model.legal(input);
            set(&mut request, &member, value.clone());
            let asked = timeout(Duration::from_secs(10), client.ask(operation, request)).await;
            let shown: String = value.to_string().chars().take(60).collect();
            let Err(error) = asked.expect("an answer in time") else {
                panic!("{operation}.{member} took {shown}");
            };
            assert_eq!(error.code, code, "{operation}.{member} = {shown}: {}", error.message);
            if code == "ValidationException" {
                let path = format!("{}{}", member[..1].to_lowercase(), &member[1..]);
                assert!(error.message.contains(&path), "{operation}.{member}: {}", error.message);
            }
            count += 1;
        }
    }
    assert!(count > 300, "only {count} constraints");
}
