//! Applications from what an AWS account exports: the answer of DescribeApplication (v1 or v2), a
//! CloudFormation template, a Terraform configuration or state.
//!
//! All become the v1 API's CreateApplication and AddApplicationReferenceDataSource requests.
//! Does not: create anything.

mod cloudformation;
mod describe;
mod hcl;
mod shape;
mod terraform;

use serde_json::Value as Json;

/// One application, ready to be created.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// A CreateApplication request of `KinesisAnalytics_20150814`.
    pub create: Json,
    /// The `ReferenceDataSource` members of AddApplicationReferenceDataSource requests.
    pub references: Vec<Json>,
    /// What the file did not say, and what stands there instead.
    pub notes: Vec<String>,
}

/// Why a file gives no application.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    #[error(
        "expected the JSON of DescribeApplication, a CloudFormation template (JSON or YAML), or \
         Terraform (HCL, or the JSON of `terraform show -json`); it is {found}"
    )]
    Unknown { found: String },
    #[error("it describes no Kinesis Analytics application for SQL")]
    NoApplication,
    #[error("application {application}: {member} is missing")]
    Missing { application: String, member: String },
}

/// Every SQL application that a file describes.
///
/// # Errors
/// When the file is of no known kind, has no application, or one without name or code.
pub fn import(text: &str) -> Result<Vec<Imported>, ImportError> {
    let applications = match serde_json::from_str::<Json>(text) {
        Ok(json) => from_json(&json)?,
        Err(_) => from_text(text)?,
    };
    if applications.is_empty() { Err(ImportError::NoApplication) } else { Ok(applications) }
}

fn from_json(json: &Json) -> Result<Vec<Imported>, ImportError> {
    if json["Resources"].is_object() {
        cloudformation::import(json)
    } else if json["values"].is_object() || json["planned_values"].is_object() {
        terraform::import_state(json)
    } else if json["resource"].is_object() {
        terraform::import_configuration(&json["resource"])
    } else if let Some(application) = describe::import(json)? {
        Ok(vec![application])
    } else {
        Err(ImportError::Unknown { found: "other JSON".to_owned() })
    }
}

/// YAML and HCL are told apart by their words: a template has a line `Resources:`.
fn from_text(text: &str) -> Result<Vec<Imported>, ImportError> {
    let unknown = |found: String| ImportError::Unknown { found };
    if text.lines().any(|line| line.trim_end() == "Resources:") {
        let template = cloudformation::from_yaml(text)
            .map_err(|error| unknown(format!("a template that is not YAML: {error}")))?;
        return cloudformation::import(&template);
    }
    let resources = hcl::resources(text)
        .map_err(|error| unknown(format!("neither JSON, YAML with Resources, nor HCL: {error}")))?;
    terraform::import_configuration(&resources)
}
