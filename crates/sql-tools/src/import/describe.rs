//! The answers of DescribeApplication, v1 and v2, and CreateApplication requests.
//! Does not: keep what a running application adds (ids, versions, states).

use serde_json::{Map, Value as Json};

use super::shape::{Parts, text};
use super::{ImportError, Imported};

/// Members that only a described application has.
const OF_THE_ANSWER: &[&str] = &[
    "InputId",
    "OutputId",
    "ReferenceId",
    "InAppStreamNames",
    "InputStartingPositionConfiguration",
];

pub fn import(json: &Json) -> Result<Option<Imported>, ImportError> {
    let detail =
        if json["ApplicationDetail"].is_object() { &json["ApplicationDetail"] } else { json };
    if !detail["ApplicationName"].is_string() {
        return Ok(None);
    }
    let detail = as_request(detail);
    let parts =
        if detail["ApplicationConfiguration"].is_object() { v2(&detail) } else { v1(&detail) };
    parts.finish().map(Some)
}

fn list(json: &Json) -> Vec<Json> {
    json.as_array().cloned().unwrap_or_default()
}

pub fn v1(detail: &Json) -> Parts {
    Parts {
        name: text(&detail["ApplicationName"]).unwrap_or_default(),
        description: text(&detail["ApplicationDescription"]),
        code: text(&detail["ApplicationCode"]).unwrap_or_default(),
        inputs: list(&detail["Inputs"]),
        outputs: list(&detail["Outputs"]),
        references: list(&detail["ReferenceDataSources"]),
        ..Parts::default()
    }
}

pub fn v2(detail: &Json) -> Parts {
    let configuration = &detail["ApplicationConfiguration"];
    let sql = &configuration["SqlApplicationConfiguration"];
    Parts {
        name: text(&detail["ApplicationName"]).unwrap_or_default(),
        description: text(&detail["ApplicationDescription"]),
        code: text(&configuration["ApplicationCodeConfiguration"]["CodeContent"]["TextContent"])
            .unwrap_or_default(),
        role: text(&detail["ServiceExecutionRole"]),
        inputs: list(&sql["Inputs"]),
        outputs: list(&sql["Outputs"]),
        references: list(&sql["ReferenceDataSources"]),
        ..Parts::default()
    }
}

/// Answers name their members `XDescription` and `XDescriptions` where requests say `X` and `Xs`.
fn as_request(json: &Json) -> Json {
    match json {
        Json::Array(list) => list.iter().map(as_request).collect(),
        Json::Object(members) => {
            let kept = members.iter().filter(|(name, _)| !OF_THE_ANSWER.contains(&name.as_str()));
            let renamed = kept.map(|(name, value)| (request_name(name), as_request(value)));
            Json::Object(renamed.collect::<Map<_, _>>())
        }
        other => other.clone(),
    }
}

fn request_name(name: &str) -> String {
    if name == "ApplicationDescription" {
        return name.to_owned();
    }
    if let Some(kept) = name.strip_suffix("Descriptions") {
        return format!("{kept}s");
    }
    name.strip_suffix("Description").unwrap_or(name).to_owned()
}
