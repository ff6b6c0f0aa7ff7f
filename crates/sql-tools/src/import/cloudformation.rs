//! CloudFormation templates: applications with the outputs and reference tables that stand as
//! resources of their own.
//! Does not: evaluate conditions, mappings or transforms.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};

use super::describe;
use super::shape::{Parts, text};
use super::{ImportError, Imported};

/// Where templates that name no region and account are placed.
const REGION: &str = "us-east-1";
const ACCOUNT: &str = "000000000000";

/// A YAML template as JSON; `!Ref x` becomes `{"Ref": x}`, `!Sub` `{"Fn::Sub": …}` and so on.
pub fn from_yaml(text: &str) -> Result<Json, String> {
    let yaml: serde_yaml_ng::Value =
        serde_yaml_ng::from_str(text).map_err(|error| error.to_string())?;
    Ok(untagged(yaml))
}

fn untagged(yaml: serde_yaml_ng::Value) -> Json {
    use serde_yaml_ng::Value as Yaml;
    match yaml {
        Yaml::Null => Json::Null,
        Yaml::Bool(flag) => json!(flag),
        Yaml::Number(number) => serde_json::to_value(number).unwrap_or(Json::Null),
        Yaml::String(text) => json!(text),
        Yaml::Sequence(list) => list.into_iter().map(untagged).collect(),
        Yaml::Mapping(members) => {
            let name = |key: Yaml| match key {
                Yaml::String(name) => name,
                other => serde_yaml_ng::to_string(&other).unwrap_or_default().trim().to_owned(),
            };
            let members = members.into_iter().map(|(key, value)| (name(key), untagged(value)));
            Json::Object(members.collect::<Map<_, _>>())
        }
        Yaml::Tagged(tagged) => {
            let tag = tagged.tag.to_string();
            let name = match tag.trim_start_matches('!') {
                name @ ("Ref" | "Condition") => name.to_owned(),
                name => format!("Fn::{name}"),
            };
            let value = match (name.as_str(), untagged(tagged.value)) {
                // `!GetAtt a.Arn` is short for a list.
                ("Fn::GetAtt", Json::String(path)) => {
                    json!(path.splitn(2, '.').collect::<Vec<_>>())
                }
                (_, value) => value,
            };
            json!({ name: value })
        }
    }
}

pub fn import(template: &Json) -> Result<Vec<Imported>, ImportError> {
    let mut resolver = Resolver { template, notes: Vec::new() };
    let mut found: BTreeMap<String, Parts> = BTreeMap::new();
    let resources = template["Resources"].as_object().into_iter().flatten();
    let resources: Vec<(&String, &Json)> = resources.collect();
    for (logical, resource) in &resources {
        let properties = resolver.resolve(&resource["Properties"]);
        let parts = match resource["Type"].as_str() {
            Some("AWS::KinesisAnalytics::Application") => describe::v1(&properties),
            Some("AWS::KinesisAnalyticsV2::Application") if is_sql(&properties) => {
                describe::v2(&properties)
            }
            _ => continue,
        };
        // An application without a name gets one from its logical id.
        let name = if parts.name.is_empty() { (*logical).clone() } else { parts.name.clone() };
        found.insert((*logical).clone(), Parts { name, ..parts });
    }
    for (_, resource) in &resources {
        let kind = resource["Type"].as_str().unwrap_or("").rsplit("::").next().unwrap_or("");
        let properties = resolver.resolve(&resource["Properties"]);
        let owner = text(&properties["ApplicationName"]);
        let owner = found.iter_mut().find(|(logical, parts)| {
            Some(*logical) == owner.as_ref() || Some(&parts.name) == owner.as_ref()
        });
        let Some((_, parts)) = owner else { continue };
        match kind {
            "ApplicationOutput" => parts.outputs.push(properties["Output"].clone()),
            "ApplicationReferenceDataSource" => {
                parts.references.push(properties["ReferenceDataSource"].clone());
            }
            _ => {}
        }
    }
    let notes = resolver.notes;
    found
        .into_values()
        .map(|mut parts| {
            parts.notes.extend(notes.clone());
            parts.finish()
        })
        .collect()
}

fn is_sql(properties: &Json) -> bool {
    properties["RuntimeEnvironment"].as_str().is_none_or(|runtime| runtime.starts_with("SQL"))
}

/// Replaces references and functions by texts.
struct Resolver<'a> {
    template: &'a Json,
    notes: Vec<String>,
}

impl Resolver<'_> {
    fn resolve(&mut self, json: &Json) -> Json {
        match json {
            Json::Array(list) => list.iter().map(|item| self.resolve(item)).collect(),
            Json::Object(members) => {
                if let Some((name, argument)) = members.iter().next()
                    && members.len() == 1
                    && (name == "Ref" || name.starts_with("Fn::"))
                {
                    return self.function(name, argument);
                }
                let resolved =
                    members.iter().map(|(name, value)| (name.clone(), self.resolve(value)));
                Json::Object(resolved.collect::<Map<_, _>>())
            }
            other => other.clone(),
        }
    }

    fn function(&mut self, name: &str, argument: &Json) -> Json {
        match name {
            "Ref" => json!(self.reference(argument.as_str().unwrap_or(""))),
            "Fn::GetAtt" => json!(self.arn(argument[0].as_str().unwrap_or(""))),
            "Fn::Join" => {
                let parts = self.resolve(&argument[1]);
                let parts = parts.as_array().into_iter().flatten().filter_map(Json::as_str);
                json!(parts.collect::<Vec<_>>().join(argument[0].as_str().unwrap_or("")))
            }
            "Fn::Sub" => {
                let pattern = argument.as_str().or(argument[0].as_str()).unwrap_or("");
                let own = self.resolve(&argument[1]);
                json!(self.substitute(pattern, &own))
            }
            other => {
                self.notes.push(format!("{other} is not evaluated; an empty text stands there"));
                json!("")
            }
        }
    }

    fn substitute(&mut self, pattern: &str, own: &Json) -> String {
        let mut text = String::new();
        let mut rest = pattern;
        while let Some((head, tail)) = rest.split_once("${") {
            text.push_str(head);
            let (name, after) = tail.split_once('}').unwrap_or((tail, ""));
            match (own[name].as_str(), name.split_once('.')) {
                (Some(own), _) => text.push_str(own),
                (None, Some((resource, _))) => text.push_str(&self.arn(resource)),
                (None, None) => text.push_str(&self.reference(name)),
            }
            rest = after;
        }
        text + rest
    }

    /// A pseudo parameter, a parameter's default, or a resource's name.
    fn reference(&mut self, name: &str) -> String {
        match name {
            "AWS::Region" => return REGION.to_owned(),
            "AWS::AccountId" => return ACCOUNT.to_owned(),
            "AWS::Partition" => return "aws".to_owned(),
            "AWS::StackName" => return "imported".to_owned(),
            _ => {}
        }
        if let Some(default) = text(&self.template["Parameters"][name]["Default"]) {
            return default;
        }
        let properties = &self.template["Resources"][name]["Properties"];
        let names = ["Name", "DeliveryStreamName", "BucketName", "FunctionName", "ApplicationName"];
        if let Some(own) = names.iter().find_map(|member| text(&properties[member])) {
            return own;
        }
        if self.template["Parameters"][name].is_object() {
            self.notes.push(format!("parameter {name} has no default; its name stands there"));
        }
        name.to_owned()
    }

    fn arn(&mut self, name: &str) -> String {
        let kind = self.template["Resources"][name]["Type"].as_str().unwrap_or("").to_owned();
        let own = self.reference(name);
        match kind.as_str() {
            "AWS::Kinesis::Stream" => format!("arn:aws:kinesis:{REGION}:{ACCOUNT}:stream/{own}"),
            "AWS::KinesisFirehose::DeliveryStream" => {
                format!("arn:aws:firehose:{REGION}:{ACCOUNT}:deliverystream/{own}")
            }
            "AWS::Lambda::Function" | "AWS::Serverless::Function" => {
                format!("arn:aws:lambda:{REGION}:{ACCOUNT}:function:{own}")
            }
            "AWS::S3::Bucket" => format!("arn:aws:s3:::{own}"),
            "AWS::IAM::Role" => format!("arn:aws:iam::{ACCOUNT}:role/{own}"),
            _ => {
                self.notes.push(format!("{name} is not in the template; its name stands there"));
                own
            }
        }
    }
}
