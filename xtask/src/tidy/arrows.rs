//! Arrows between crates point down only: a service never imports another service.
//! Does not: look at development dependencies, which may point anywhere.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::run::{cargo, output};

/// Who may use whom, without the `levada-` prefix. Sorted; the same table as `ARCHITECTURE.md`.
pub const ARROWS: &[(&str, &[&str])] = &[
    ("agent", &["types", "env", "telemetry", "client", "codec"]),
    (
        "analytics",
        &[
            "types",
            "env",
            "telemetry",
            "model",
            "wire",
            "log",
            "meta",
            "blob",
            "codec",
            "sql-lang",
            "sql-functions",
            "sql-engine",
        ],
    ),
    ("blob", &["types", "env", "telemetry"]),
    ("client", &["types", "env", "telemetry", "model", "wire", "codec"]),
    ("codec", &["types"]),
    ("destinations", &["types", "env", "telemetry", "model", "codec", "blob"]),
    ("env", &["types"]),
    (
        "firehose",
        &[
            "types",
            "env",
            "telemetry",
            "model",
            "wire",
            "log",
            "meta",
            "blob",
            "codec",
            "destinations",
        ],
    ),
    ("functions", &["types", "env", "telemetry", "model", "wire", "meta", "blob"]),
    ("iam", &["types", "env", "telemetry", "model", "wire", "meta"]),
    ("log", &["types", "env", "telemetry"]),
    ("meta", &["types", "env", "telemetry"]),
    ("model", &["types"]),
    ("monitoring", &["types", "env", "telemetry", "model", "wire", "meta"]),
    ("objects", &["types", "env", "telemetry", "model", "blob"]),
    (
        "server",
        &[
            "types",
            "env",
            "telemetry",
            "model",
            "wire",
            "log",
            "meta",
            "blob",
            "codec",
            "sql-lang",
            "sql-functions",
            "sql-engine",
            "iam",
            "streams",
            "destinations",
            "firehose",
            "warehouse",
            "analytics",
            "functions",
            "tables",
            "topics",
            "objects",
            "monitoring",
        ],
    ),
    ("sql-engine", &["types", "env", "telemetry", "sql-lang", "sql-functions"]),
    ("sql-functions", &["types", "sql-lang"]),
    ("sql-lang", &["types"]),
    ("sql-tools", &["types", "codec", "sql-lang", "sql-functions", "sql-engine", "analytics"]),
    ("streams", &["types", "env", "telemetry", "model", "wire", "log", "meta", "codec"]),
    ("tables", &["types", "env", "telemetry", "model", "wire", "meta"]),
    ("telemetry", &[]),
    ("topics", &["types", "env", "telemetry", "model", "wire", "meta"]),
    ("types", &[]),
    ("warehouse", &["types", "env", "telemetry", "meta", "blob", "codec"]),
    ("wire", &["types", "env", "model"]),
];

/// Findings, one sentence each.
pub fn check() -> Result<Vec<String>> {
    let text = output(&mut cargo(&["metadata", "--no-deps", "--format-version", "1"]))?;
    let metadata: Value = serde_json::from_str(&text).context("cargo metadata is not JSON")?;
    Ok(judge(&arrows_of(&metadata)))
}

fn arrows_of(metadata: &Value) -> BTreeMap<String, Vec<String>> {
    let list = |value: &Value, key: &str| value[key].as_array().cloned().unwrap_or_default();
    let ours = |name: &Value| name.as_str()?.strip_prefix("levada-").map(str::to_owned);
    let packages = list(metadata, "packages");
    let uses = |package: &Value| -> Option<(String, Vec<String>)> {
        let normal = |dependency: &&Value| dependency["kind"].is_null();
        let dependencies = list(package, "dependencies");
        let used = dependencies.iter().filter(normal).filter_map(|d| ours(&d["name"])).collect();
        Some((ours(&package["name"])?, used))
    };
    packages.iter().filter_map(uses).collect()
}

fn judge(arrows: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let mut findings = Vec::new();
    for (name, used) in arrows {
        let Some((_, allowed)) = ARROWS.iter().find(|(known, _)| known == name) else {
            findings
                .push(format!("crate {name} is in no layer: add it to xtask/src/tidy/arrows.rs"));
            continue;
        };
        for target in used.iter().filter(|target| !allowed.contains(&target.as_str())) {
            findings.push(format!("crate {name} must not use crate {target}"));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arrow_between_services_is_found() {
        let arrows = BTreeMap::from([
            ("streams".to_owned(), vec!["log".to_owned(), "firehose".to_owned()]),
            ("types".to_owned(), vec![]),
        ]);
        assert_eq!(judge(&arrows), ["crate streams must not use crate firehose"]);
    }

    #[test]
    fn a_crate_without_a_layer_is_found() {
        let arrows = BTreeMap::from([("novelty".to_owned(), vec![])]);
        assert_eq!(judge(&arrows).len(), 1);
    }

    #[test]
    fn allowed_arrows_never_form_a_circle() {
        let order = |name: &str| ARROWS.iter().position(|(known, _)| *known == name);
        fn depth(name: &str, left: usize) -> usize {
            assert!(left > 0, "{name} is on a circle");
            let (_, allowed) = ARROWS.iter().find(|(known, _)| *known == name).unwrap();
            1 + allowed.iter().map(|target| depth(target, left - 1)).max().unwrap_or(0)
        }
        for (name, _) in ARROWS {
            assert!(order(name).is_some());
            depth(name, ARROWS.len());
        }
    }
}
