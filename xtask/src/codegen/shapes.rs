//! A vendored model, read.
//! Does not: know Rust.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::Map;

#[derive(Deserialize)]
pub struct Model {
    pub metadata: Metadata,
    pub operations: OrderedMap<Operation>,
    /// Operations of the service whose shapes are not generated.
    #[serde(default)]
    pub unserved: Vec<String>,
    /// Exceptions whose names differ in the query protocol.
    #[serde(default)]
    pub query_errors: OrderedMap<String>,
    pub shapes: OrderedMap<Shape>,
}

/// Models keep the order of members; so does the generated code.
pub type OrderedMap<T> = Ordered<T>;

pub struct Ordered<T>(pub Vec<(String, T)>);

impl<T> Ordered<T> {
    pub fn get(&self, name: &str) -> Option<&T> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }
}

impl<T> Default for Ordered<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: serde::de::DeserializeOwned> Deserialize<'de> for Ordered<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let map = Map::deserialize(deserializer)?;
        map.into_iter()
            .map(|(name, value)| {
                serde_json::from_value(value)
                    .map(|value| (name, value))
                    .map_err(serde::de::Error::custom)
            })
            .collect::<Result<_, _>>()
            .map(Self)
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Metadata {
    pub api_version: String,
    pub protocol: String,
    /// Every protocol the service speaks; older models name one only.
    #[serde(default)]
    pub protocols: Vec<String>,
    pub endpoint_prefix: String,
    pub signing_name: Option<String>,
    pub target_prefix: Option<String>,
    pub json_version: Option<String>,
    pub xml_namespace: Option<String>,
}

#[derive(Deserialize)]
pub struct Operation {
    pub http: Http,
    pub input: Option<Reference>,
    pub output: Option<Output>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Http {
    pub method: String,
    pub request_uri: String,
    pub response_code: Option<u16>,
}

#[derive(Deserialize)]
pub struct Output {
    pub shape: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reference {
    pub shape: String,
    pub location: Option<String>,
    pub location_name: Option<String>,
}

#[derive(Deserialize)]
pub struct Shape {
    #[serde(rename = "type")]
    pub kind: String,
    #[serde(default)]
    pub required: Vec<String>,
    #[serde(default)]
    pub members: Ordered<Reference>,
    pub member: Option<Reference>,
    pub key: Option<Reference>,
    pub value: Option<Reference>,
    pub min: Option<f64>,
    pub max: Option<f64>,
    pub pattern: Option<String>,
    #[serde(default, rename = "enum")]
    pub values: Vec<String>,
    #[serde(default)]
    pub sensitive: bool,
    #[serde(default)]
    pub eventstream: bool,
    pub payload: Option<String>,
}

impl Metadata {
    pub fn speaks(&self, protocol: &str) -> bool {
        self.protocol == protocol || self.protocols.iter().any(|known| known == protocol)
    }
}

impl Model {
    pub fn parse(text: &str) -> Result<Self> {
        Ok(serde_json::from_str(text)?)
    }

    pub fn shape(&self, name: &str) -> Result<&Shape> {
        self.shapes.get(name).with_context(|| format!("the model lacks the shape {name}"))
    }

    /// Every shape reachable from `roots`, the roots with them.
    pub fn reachable<'a>(&'a self, roots: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
        let mut found = BTreeSet::new();
        let mut waiting: Vec<&str> = roots.collect();
        while let Some(name) = waiting.pop() {
            if let Some(shape) = self.shapes.get(name)
                && found.insert(name)
            {
                waiting.extend(shape.references().map(|reference| reference.shape.as_str()));
            }
        }
        found
    }
}

impl Shape {
    pub fn is_structure(&self) -> bool {
        self.kind == "structure"
    }

    pub fn references(&self) -> impl Iterator<Item = &Reference> {
        let members = self.members.iter().map(|(_, reference)| reference);
        members.chain(&self.member).chain(&self.key).chain(&self.value)
    }
}
