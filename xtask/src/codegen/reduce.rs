//! Taking from a public service model what we serve: operations of the list, the shapes they
//! reach, no documentation.
//! Does not: change a constraint (see `relaxations`).

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Read as _;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Map, Value};

use super::operations::Service;

const METADATA: &[&str] = &[
    "apiVersion",
    "awsQueryCompatible",
    "endpointPrefix",
    "jsonVersion",
    "protocol",
    "protocols",
    "signingName",
    "targetPrefix",
    "xmlNamespace",
];
const OPERATION: &[&str] = &["http", "input", "output"];
const SHAPE: &[&str] = &[
    "enum",
    "eventstream",
    "key",
    "max",
    "member",
    "members",
    "min",
    "pattern",
    "payload",
    "required",
    "sensitive",
    "type",
    "value",
];
const REFERENCE: &[&str] = &["location", "locationName", "shape"];

/// The reduced model's text: one line for each operation and shape.
pub fn from_botocore(directory: &Path, service: &Service) -> Result<String> {
    let model = read(&directory.join(service.source))?;
    let mut text = String::from("{\n");
    writeln!(text, "\"metadata\": {},", picked(&model["metadata"], METADATA))?;
    let mut roots = Vec::new();
    let mut operations = Vec::new();
    for name in service.operations {
        let operation = &model["operations"][name];
        anyhow::ensure!(operation.is_object(), "the model lacks the operation {name}");
        for side in ["input", "output"] {
            roots.extend(operation[side]["shape"].as_str().map(str::to_owned));
        }
        operations.push(format!("{name:?}: {}", picked(operation, OPERATION)));
    }
    writeln!(text, "\"operations\": {{\n{}\n}},", operations.join(",\n"))?;
    writeln!(text, "\"unserved\": {},", unserved(&model["operations"], service))?;
    if model["metadata"]["awsQueryCompatible"].is_object() {
        writeln!(text, "\"query_errors\": {},", query_errors(&model["shapes"]))?;
    }
    let shapes = reachable(&model["shapes"], roots)
        .into_iter()
        .map(|name| {
            let shape = reduced_shape(&without_exceptions(&model["shapes"], &name));
            format!("{name:?}: {shape}")
        })
        .collect::<Vec<_>>();
    writeln!(text, "\"shapes\": {{\n{}\n}}\n}}", shapes.join(",\n"))?;
    Ok(text)
}

fn read(directory: &Path) -> Result<Value> {
    let plain = directory.join("service-2.json");
    if plain.exists() {
        return Ok(serde_json::from_slice(&std::fs::read(plain)?)?);
    }
    let packed = directory.join("service-2.json.gz");
    let file = std::fs::File::open(&packed).with_context(|| packed.display().to_string())?;
    let mut text = String::new();
    flate2::read::GzDecoder::new(file).read_to_string(&mut text)?;
    Ok(serde_json::from_str(&text)?)
}

/// Names of the service's other operations, so that a call of one can be told from a mistake.
fn unserved(operations: &Value, service: &Service) -> Value {
    let names = operations.as_object().into_iter().flat_map(Map::keys);
    names.filter(|name| !service.operations.contains(&name.as_str())).cloned().collect()
}

/// The names of exceptions in the query protocol, where they differ.
fn query_errors(shapes: &Value) -> Value {
    let mut codes = Map::new();
    for (name, shape) in shapes.as_object().into_iter().flatten() {
        if let Some(code) = shape["error"]["code"].as_str().filter(|code| code != name) {
            codes.insert(name.clone(), code.into());
        }
    }
    codes.into()
}

fn picked(value: &Value, keys: &[&str]) -> Value {
    let mut kept = Map::new();
    for (key, value) in value.as_object().into_iter().flatten() {
        if keys.contains(&key.as_str()) {
            kept.insert(key.clone(), value.clone());
        }
    }
    for side in ["input", "output"] {
        if let Some(reference) = kept.get(side) {
            let reference = picked(reference, REFERENCE);
            kept.insert(side.to_owned(), reference);
        }
    }
    kept.into()
}

fn reduced_shape(shape: &Value) -> Value {
    let mut kept = picked(shape, SHAPE);
    for side in ["member", "key", "value"] {
        if shape[side].is_object() {
            kept[side] = picked(&shape[side], REFERENCE);
        }
    }
    if let Some(members) = shape["members"].as_object() {
        let members =
            members.iter().map(|(name, member)| (name.clone(), picked(member, REFERENCE)));
        kept["members"] = members.collect::<Map<_, _>>().into();
    }
    kept
}

/// An event stream's exceptions travel as errors do and need no shapes.
fn without_exceptions(shapes: &Value, name: &str) -> Value {
    let mut shape = shapes[name].clone();
    if shape["eventstream"] == true
        && let Some(members) = shape["members"].as_object_mut()
    {
        members.retain(|_, member| {
            let event = member["shape"].as_str().unwrap_or_default();
            shapes[event]["exception"] != true
        });
    }
    shape
}

fn reachable(shapes: &Value, roots: Vec<String>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut waiting = roots;
    while let Some(name) = waiting.pop() {
        let shape = without_exceptions(shapes, &name);
        if !found.insert(name) {
            continue;
        }
        let members = shape["members"].as_object().into_iter().flatten().map(|(_, member)| member);
        let parts = ["member", "key", "value"].map(|side| &shape[side]);
        let references = members.chain(parts).filter_map(|part| part["shape"].as_str());
        waiting.extend(references.map(str::to_owned));
    }
    found
}
