//! A metric's identity: namespace, name and dimensions.
//! Does not: hold its data (see `store`).

use std::collections::BTreeMap;

use levada_model::cloudwatch as model;
use serde::{Deserialize, Serialize};

use crate::error::Error;

/// Ordered as ListMetrics lists them. Serialized in page tokens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct MetricId {
    pub namespace: String,
    pub name: String,
    pub dimensions: BTreeMap<String, String>,
}

pub fn dimensions(given: Option<Vec<model::Dimension>>) -> Result<BTreeMap<String, String>, Error> {
    let mut dimensions = BTreeMap::new();
    for dimension in given.unwrap_or_default() {
        let name = dimension.name.unwrap_or_default();
        let value = dimension.value.unwrap_or_default();
        if dimensions.insert(name.clone(), value).is_some() {
            return Err(Error::InvalidValue(format!("The dimension {name} is given twice.")));
        }
    }
    Ok(dimensions)
}

impl MetricId {
    pub fn to_model(&self) -> model::Metric {
        let dimension = |(name, value): (&String, &String)| model::Dimension {
            name: Some(name.clone()),
            value: Some(value.clone()),
        };
        model::Metric {
            namespace: Some(self.namespace.clone()),
            metric_name: Some(self.name.clone()),
            dimensions: Some(self.dimensions.iter().map(dimension).collect()),
        }
    }
}
