//! The resources of a Terraform configuration in HCL, as JSON: kind, then name, then body.
//! Does not: evaluate expressions; a reference becomes its own text.

use ::hcl::expr::{Expression, ObjectKey, TemplateExpr};
use ::hcl::structure::{Block, Body, Structure};
use serde_json::{Map, Value as Json, json};

pub fn resources(text: &str) -> Result<Json, String> {
    let body: Body = ::hcl::parse(text).map_err(|error| error.to_string())?;
    let mut resources = Map::new();
    for block in body.blocks().filter(|block| block.identifier() == "resource") {
        let labels: Vec<&str> = block.labels().iter().map(|label| label.as_str()).collect();
        let [kind, name] = labels.as_slice() else { continue };
        let kind = resources.entry(*kind).or_insert_with(|| json!({}));
        kind[*name] = body_json(block.body());
    }
    Ok(Json::Object(resources))
}

/// Attributes as members; blocks as lists, since each may stand several times.
fn body_json(body: &Body) -> Json {
    let mut members = Map::new();
    for structure in body.iter() {
        match structure {
            Structure::Attribute(attribute) => {
                members.insert(attribute.key().to_owned(), expression(attribute.expr()));
            }
            Structure::Block(block) => add_block(&mut members, block),
        }
    }
    Json::Object(members)
}

fn add_block(members: &mut Map<String, Json>, block: &Block) {
    let list = members.entry(block.identifier()).or_insert_with(|| json!([]));
    if let Json::Array(list) = list {
        list.push(body_json(block.body()));
    }
}

fn expression(expression: &Expression) -> Json {
    match expression {
        Expression::Null => Json::Null,
        Expression::Bool(flag) => json!(flag),
        Expression::Number(number) => number.as_i64().map_or(json!(number.as_f64()), |n| json!(n)),
        Expression::String(text) => json!(text),
        Expression::Array(list) => list.iter().map(self::expression).collect(),
        Expression::Object(members) => {
            let name = |key: &ObjectKey| match key {
                ObjectKey::Identifier(name) => name.to_string(),
                other => other.to_string(),
            };
            let members = members.iter().map(|(key, value)| (name(key), self::expression(value)));
            Json::Object(members.collect::<Map<_, _>>())
        }
        // A heredoc without interpolation is its text; one with keeps `${…}` as it is written.
        Expression::TemplateExpr(template) => match template.as_ref() {
            TemplateExpr::Heredoc(heredoc) => json!(heredoc.template.to_string()),
            TemplateExpr::QuotedString(text) => json!(text.to_string()),
        },
        other => json!(other.to_string()),
    }
}
