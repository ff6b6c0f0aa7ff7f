//! Each service's facts for the protocols: names, HTTP bindings, query shapes.
//! Does not: read or write requests; `levada_wire` does.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use anyhow::{Context, Result, bail};

use super::emit::wire_name;
use super::names;
use super::operations::Service;
use super::shapes::{Model, Operation, Shape};

pub fn service(code: &mut String, service: &Service, model: &Model) -> Result<()> {
    let metadata = &model.metadata;
    let signing = metadata.signing_name.as_ref().unwrap_or(&metadata.endpoint_prefix);
    writeln!(code, "\npub static SERVICE: ServiceModel = ServiceModel {{")?;
    writeln!(code, "    name: {:?},", service.module)?;
    writeln!(code, "    signing_name: {signing:?},")?;
    writeln!(code, "    api_version: {:?},", metadata.api_version)?;
    writeln!(code, "    target_prefix: {:?},", metadata.target_prefix)?;
    writeln!(code, "    json_version: {:?},", metadata.json_version)?;
    writeln!(code, "    xml_namespace: {:?},", metadata.xml_namespace)?;
    writeln!(code, "    unserved: &{:?},", model.unserved)?;
    let query_errors: Vec<_> = model.query_errors.iter().collect();
    writeln!(code, "    query_errors: &{query_errors:?},")?;
    writeln!(code, "    operations: &[")?;
    let mut query_shapes = BTreeSet::new();
    for (name, operation) in model.operations.iter() {
        writeln!(code, "        OperationModel {{")?;
        writeln!(code, "            name: {name:?},")?;
        writeln!(code, "            has_output: {},", operation.output.is_some())?;
        let query = if metadata.speaks("query") {
            query(operation, &mut query_shapes)
        } else {
            "None".to_owned()
        };
        writeln!(code, "            query: {query},")?;
        match metadata.protocol.as_str() {
            "rest-json" => http(code, model, operation)?,
            _ => writeln!(code, "            http: None,")?,
        }
        writeln!(code, "        }},")?;
    }
    writeln!(code, "    ],\n}};")?;
    for name in model.reachable(query_shapes.iter().map(String::as_str)) {
        let constant = format!("SHAPE_{}", names::constant(name));
        if !is_map_key(model, name) {
            writeln!(code, "\nstatic {constant}: Shape = {};", query_shape(model, name)?)?;
        }
    }
    Ok(())
}

/// Keys are texts, so their shapes are not written.
fn is_map_key(model: &Model, name: &str) -> bool {
    let is_key = |shape: &Shape| shape.key.as_ref().is_some_and(|key| key.shape == name);
    let is_other = |shape: &Shape| {
        let references = shape.members.iter().map(|(_, reference)| reference);
        references.chain(&shape.member).chain(&shape.value).any(|known| known.shape == name)
    };
    model.shapes.iter().any(|(_, shape)| is_key(shape))
        && !model.shapes.iter().any(|(_, shape)| is_other(shape))
}

fn query(operation: &Operation, shapes: &mut BTreeSet<String>) -> String {
    let mut side = |shape: Option<&String>| {
        shape.map_or_else(
            || "&Shape::Structure(&[])".to_owned(),
            |shape| {
                shapes.insert(shape.clone());
                format!("&SHAPE_{}", names::constant(shape))
            },
        )
    };
    let input = side(operation.input.as_ref().map(|input| &input.shape));
    let output = side(operation.output.as_ref().map(|output| &output.shape));
    format!("Some(QueryShapes {{ input: {input}, output: {output} }})")
}

fn query_shape(model: &Model, name: &str) -> Result<String> {
    let shape = model.shape(name)?;
    let named = |reference: &super::shapes::Reference, default: &str| {
        let name = reference.location_name.as_deref().unwrap_or(default);
        format!("{name:?}, &SHAPE_{}", names::constant(&reference.shape))
    };
    Ok(match shape.kind.as_str() {
        "structure" => {
            let members = shape.members.iter().map(|(member, reference)| {
                let wire = wire_name(member, reference);
                format!("\n    ({wire:?}, &SHAPE_{}),", names::constant(&reference.shape))
            });
            format!("Shape::Structure(&[{}\n])", members.collect::<String>())
        }
        "list" => {
            let member = shape.member.as_ref().context("a list without its element")?;
            format!("Shape::List({})", named(member, "member"))
        }
        "map" => {
            let key = shape.key.as_ref().context("a map without its key")?;
            let key = key.location_name.as_deref().unwrap_or("key");
            let value = shape.value.as_ref().context("a map without its value")?;
            format!("Shape::Map({key:?}, {})", named(value, "value"))
        }
        kind => format!("Shape::{}", scalar(kind)?),
    })
}

fn scalar(kind: &str) -> Result<&'static str> {
    Ok(match kind {
        "string" => "Text",
        "integer" | "long" => "Integer",
        "double" | "float" => "Double",
        "boolean" => "Boolean",
        "blob" => "Blob",
        "timestamp" => "Timestamp",
        other => bail!("{other} is no scalar"),
    })
}

fn http(code: &mut String, model: &Model, operation: &Operation) -> Result<()> {
    let status = operation.http.response_code.unwrap_or(200);
    writeln!(code, "            http: Some(Http {{")?;
    writeln!(code, "                method: {:?},", operation.http.method)?;
    writeln!(code, "                uri: {:?},", operation.http.request_uri)?;
    writeln!(code, "                status: {status},")?;
    let sides = [
        ("input", operation.input.as_ref().map(|input| &input.shape)),
        ("output", operation.output.as_ref().map(|output| &output.shape)),
    ];
    for (side, shape) in sides {
        let shape = shape.map(|shape| model.shape(shape)).transpose()?;
        let payload = shape.and_then(|shape| shape.payload.as_ref());
        let raw = match (shape, payload) {
            (Some(shape), Some(payload)) => {
                let member = shape.members.get(payload).context("a payload that is no member")?;
                match model.shape(&member.shape)?.kind.as_str() {
                    "blob" => Some(payload),
                    other => bail!("a payload of type {other} is not served"),
                }
            }
            _ => None,
        };
        writeln!(code, "                {side}_payload: {raw:?},")?;
        writeln!(code, "                {side}: &[")?;
        for (member, reference) in shape.into_iter().flat_map(|shape| shape.members.iter()) {
            let place = match reference.location.as_deref() {
                None => continue,
                Some("uri") => "Uri",
                Some("querystring") => "Query",
                Some("header") => "Header",
                Some("statusCode") => "Status",
                Some(other) => bail!("{member} travels in the unknown place {other}"),
            };
            let name = reference.location_name.as_deref().unwrap_or(member);
            let kind = scalar(&model.shape(&reference.shape)?.kind)?;
            writeln!(
                code,
                "                    Binding {{ member: {member:?}, place: Place::{place}, \
                 name: {name:?}, shape: &Shape::{kind} }},"
            )?;
        }
        writeln!(code, "                ],")?;
    }
    writeln!(code, "            }}),")?;
    Ok(())
}
