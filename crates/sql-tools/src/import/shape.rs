//! The one shape all sources are brought to, and small helpers over JSON.
//! Does not: know where the members come from.

use serde_json::{Map, Value as Json, json};

use super::{ImportError, Imported};

/// Stands where a file names no role; on a server without policies any role will do.
const ROLE: &str = "arn:aws:iam::000000000000:role/levada-imported";

/// An application's parts in the API's v1 shapes.
#[derive(Default)]
pub struct Parts {
    pub name: String,
    pub description: Option<String>,
    pub code: String,
    /// Taken where an input, output or reference has no role of its own (v2's service role).
    pub role: Option<String>,
    pub inputs: Vec<Json>,
    pub outputs: Vec<Json>,
    pub references: Vec<Json>,
    pub notes: Vec<String>,
}

impl Parts {
    /// # Errors
    /// `Missing` when the application has no name or no code.
    pub fn finish(mut self) -> Result<Imported, ImportError> {
        let missing = |application: &str, member: &str| ImportError::Missing {
            application: application.to_owned(),
            member: member.to_owned(),
        };
        if self.name.is_empty() {
            return Err(missing("without a name", "its name"));
        }
        if self.code.trim().is_empty() {
            return Err(missing(&self.name, "its SQL code"));
        }
        let role = self.role.take();
        let mut without_role = 0;
        let all = self.inputs.iter_mut().chain(&mut self.outputs).chain(&mut self.references);
        for part in all {
            without_role += fill_roles(part, role.as_deref().unwrap_or(ROLE));
        }
        if without_role > 0 && role.is_none() {
            self.notes.push(format!("{without_role} parts name no role: {ROLE} stands there"));
        }
        let mut unresolved = Vec::new();
        let all = self.inputs.iter().chain(&self.outputs).chain(&self.references);
        all.for_each(|part| unresolved_arns(part, &mut unresolved));
        for arn in unresolved {
            self.notes.push(format!("`{arn}` is no ARN: put the resource's own in its place"));
        }
        let mut create = json!({
            "ApplicationName": self.name,
            "ApplicationCode": self.code,
            "Inputs": self.inputs,
            "Outputs": self.outputs,
        });
        if let Some(description) = self.description {
            create["ApplicationDescription"] = json!(description);
        }
        Ok(Imported { create, references: self.references, notes: self.notes })
    }
}

/// Gives every member with a ResourceARN a RoleARN, and S3 references theirs.
fn fill_roles(json: &mut Json, role: &str) -> usize {
    let Json::Object(members) = json else { return 0 };
    let mut filled = 0;
    for (resource, role_member) in [("ResourceARN", "RoleARN"), ("BucketARN", "ReferenceRoleARN")] {
        if members.contains_key(resource) && members.get(role_member).is_none_or(Json::is_null) {
            members.insert(role_member.to_owned(), json!(role));
            filled += 1;
        }
    }
    filled + members.values_mut().map(|member| fill_roles(member, role)).sum::<usize>()
}

/// References to other resources that the file does not resolve.
fn unresolved_arns(json: &Json, found: &mut Vec<String>) {
    for (name, value) in json.as_object().into_iter().flatten() {
        match value {
            Json::String(text) if name.ends_with("ARN") && !text.starts_with("arn:") => {
                if !found.contains(text) {
                    found.push(text.clone());
                }
            }
            other => unresolved_arns(other, found),
        }
    }
}

pub fn text(json: &Json) -> Option<String> {
    json.as_str().filter(|text| !text.is_empty()).map(str::to_owned)
}

/// `[x]` and `x` alike, as blocks of HCL come; nothing for NULL.
pub fn one_or_many(json: &Json) -> Vec<&Json> {
    match json {
        Json::Array(list) => list.iter().collect(),
        Json::Null => Vec::new(),
        one => vec![one],
    }
}

/// The first of `[x]` or `x` itself.
pub fn first(json: &Json) -> &Json {
    json.get(0).unwrap_or(json)
}

/// An object of those members that are there.
pub fn object<const N: usize>(members: [(&str, Json); N]) -> Json {
    let there = members.into_iter().filter(|(_, value)| !value.is_null());
    Json::Object(there.map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>())
}
