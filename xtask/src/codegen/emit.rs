//! One generated Rust file for each service: structures, their checks, the service's own facts.
//! Does not: decide what a constraint is (see `constraints`) or where a member travels
//! (see `bindings`).

use std::fmt::Write as _;

use anyhow::{Result, bail};

use super::constraints::Checks;
use super::operations::Service;
use super::shapes::{Model, Reference, Shape};
use super::{bindings, names};

const HEADER: &str = "\
//! Written by `cargo xtask codegen` from the public service model; do not edit.
//! Does not: hold documentation text of the model.

#[allow(unused_imports, reason = \"one prelude serves every service\")]
use super::prelude::*;
";

pub fn service(service: &Service, model: &Model) -> Result<String> {
    let mut code = HEADER.to_owned();
    bindings::service(&mut code, service, model)?;
    let inputs = model.operations.iter().filter_map(|(_, operation)| operation.input.as_ref());
    let inputs = model.reachable(inputs.map(|input| input.shape.as_str()));
    let outputs = model.operations.iter().filter_map(|(_, operation)| operation.output.as_ref());
    let outputs = model.reachable(outputs.map(|output| output.shape.as_str()));
    let checks = Checks::new(service.module, model, inputs);
    checks.rules(&mut code)?;
    for (name, shape) in model.shapes.iter().filter(|(_, shape)| shape.is_structure()) {
        if !shape.eventstream && (checks.is_input(name) || outputs.contains(name)) {
            structure(&mut code, model, name, shape)?;
            checks.structure(&mut code, name, shape)?;
        }
    }
    Ok(code)
}

pub fn index(services: &[Service]) -> String {
    let mut code = String::from(
        "//! Written by `cargo xtask codegen`; one module for each service.\n\
         //! Does not: hold anything written by hand.\n\n\
         mod prelude {\n    \
             pub use std::collections::BTreeMap;\n\n    \
             pub use serde::{Deserialize, Serialize};\n\n    \
             pub use crate::service::{\n        \
                 Binding, Http, OperationModel, Place, QueryShapes, ServiceModel, Shape,\n    \
             };\n    \
             pub use crate::validate::{Length, Path, Pattern, Range, Text, Validate, Violations};\n    \
             pub use crate::{Blob, Epoch};\n\
         }\n\n",
    );
    code.push_str("use crate::service::ServiceModel;\n\n");
    for service in services {
        let _ = writeln!(code, "#[rustfmt::skip]\npub mod {};", service.module);
    }
    let modules: Vec<_> =
        services.iter().map(|service| format!("&{}::SERVICE", service.module)).collect();
    let _ = write!(
        code,
        "\n/// Every generated service, sorted by name.\n\
         pub static SERVICES: &[&ServiceModel] = &[\n    {},\n];\n",
        modules.join(",\n    ")
    );
    code
}

fn structure(code: &mut String, model: &Model, name: &str, shape: &Shape) -> Result<()> {
    let secrets = secrets(model, shape);
    let debug = if secrets.is_empty() { "Debug, " } else { "" };
    writeln!(code, "\n#[derive(Clone, {debug}Default, PartialEq, Serialize, Deserialize)]")?;
    writeln!(code, "pub struct {} {{", names::structure(name))?;
    for (member, reference) in shape.members.iter() {
        // The events follow the answer; they are no part of it.
        if model.shape(&reference.shape)?.eventstream {
            continue;
        }
        let wire = wire_name(member, reference);
        writeln!(
            code,
            "    #[serde(rename = \"{wire}\", skip_serializing_if = \"Option::is_none\")]"
        )?;
        writeln!(
            code,
            "    pub {}: Option<{}>,",
            names::field(member),
            rust_type(model, &reference.shape)?
        )?;
    }
    writeln!(code, "}}")?;
    if !secrets.is_empty() {
        debug_without(code, name, shape, &secrets)?;
    }
    Ok(())
}

/// Texts that must not be printed. Blobs are people's data as a rule and are marked throughout;
/// they stay readable in tests.
fn secrets<'a>(model: &Model, shape: &'a Shape) -> Vec<&'a str> {
    let is_secret = |name: &str| {
        model
            .shapes
            .get(name)
            .is_some_and(|shape| shape.sensitive && matches!(shape.kind.as_str(), "string" | "map"))
    };
    let members = shape.members.iter();
    members.filter(|(_, member)| is_secret(&member.shape)).map(|(name, _)| name).collect()
}

fn debug_without(code: &mut String, name: &str, shape: &Shape, secrets: &[&str]) -> Result<()> {
    let name = names::structure(name);
    writeln!(code, "\nimpl std::fmt::Debug for {name} {{")?;
    writeln!(code, "    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {{")?;
    writeln!(code, "        f.debug_struct(\"{name}\")")?;
    for (member, _) in shape.members.iter() {
        let field = names::field(member);
        let shown = if secrets.contains(&member) { ".as_ref().map(|_| \"***\")" } else { "" };
        writeln!(code, "            .field(\"{field}\", &self.{field}{shown})")?;
    }
    writeln!(code, "            .finish()\n    }}\n}}")?;
    Ok(())
}

/// The name in the body; members that travel in headers, the path or the query go by their
/// member's name until `wire` moves them.
pub fn wire_name<'a>(member: &'a str, reference: &'a Reference) -> &'a str {
    match (&reference.location, &reference.location_name) {
        (None, Some(name)) => name,
        _ => member,
    }
}

fn rust_type(model: &Model, name: &str) -> Result<String> {
    let shape = model.shape(name)?;
    let inner = |reference: &Option<Reference>| match reference {
        Some(reference) => rust_type(model, &reference.shape),
        None => bail!("{name} lacks its element"),
    };
    Ok(match shape.kind.as_str() {
        "string" | "character" => "String".to_owned(),
        "blob" => "Blob".to_owned(),
        "timestamp" => "Epoch".to_owned(),
        "long" => "i64".to_owned(),
        "integer" => "i32".to_owned(),
        "double" | "float" => "f64".to_owned(),
        "boolean" => "bool".to_owned(),
        "list" => format!("Vec<{}>", inner(&shape.member)?),
        "map" => format!("BTreeMap<String, {}>", inner(&shape.value)?),
        "structure" => names::structure(name),
        other => bail!("{name} is of the unknown type {other}"),
    })
}
