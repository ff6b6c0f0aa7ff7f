//! Pages that repeat what a list in the code says must say the same, and links must lead somewhere.
//! Does not: judge prose, or follow links that leave the repository.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use regex::Regex;

use super::arrows;

const APIS: &str = "docs/apis.md";
const ARCHITECTURE: &str = "ARCHITECTURE.md";
const SETTINGS: &str = "docs/settings.md";

/// Findings, one sentence each.
pub fn check(root: &Path) -> Result<Vec<String>> {
    let mut findings = operations(root)?;
    findings.extend(settings(root)?);
    findings.extend(arrow_rows(root)?);
    for page in pages(root)? {
        findings.extend(links(root, &page)?);
    }
    Ok(findings)
}

fn read(root: &Path, name: &str) -> Result<String> {
    fs::read_to_string(root.join(name)).with_context(|| format!("cannot read {name}"))
}

/// Names captured by `pattern` in `code` that `page` does not hold as whole words.
fn missing(code: &str, pattern: &str, page: &str) -> Result<Vec<String>> {
    let names: Vec<String> =
        Regex::new(pattern)?.captures_iter(code).map(|found| found[1].to_owned()).collect();
    let absent = |name: &String| {
        let word = |byte: Option<char>| byte.is_some_and(|c| c.is_alphanumeric() || c == '_');
        !page.match_indices(name.as_str()).any(|(at, _)| {
            !word(page[..at].chars().next_back()) && !word(page[at + name.len()..].chars().next())
        })
    };
    Ok(names.into_iter().filter(absent).collect())
}

fn operations(root: &Path) -> Result<Vec<String>> {
    let page = read(root, APIS)?;
    let mut findings = Vec::new();
    for entry in fs::read_dir(root.join("crates"))? {
        let list = entry?.path().join("src/ops/mod.rs");
        let Ok(code) = fs::read_to_string(&list) else { continue };
        for name in missing(&code, r"Erased::<\w+::(\w+)>", &page)? {
            findings.push(format!("{APIS}: operation {name} is served and not in the table"));
        }
    }
    Ok(findings)
}

fn settings(root: &Path) -> Result<Vec<String>> {
    let code = read(root, "crates/server/src/settings.rs").unwrap_or_default();
    let missing = missing(&code, r#"\("[\w.]+", "(LEVADA_\w+)"\)"#, &read(root, SETTINGS)?)?;
    Ok(missing.into_iter().map(|name| format!("{SETTINGS}: {name} is not in the table")).collect())
}

fn arrow_rows(root: &Path) -> Result<Vec<String>> {
    let page = read(root, ARCHITECTURE)?;
    let rows = arrows::ARROWS.iter().map(|(name, allowed)| {
        let allowed = if allowed.is_empty() { "–".to_owned() } else { allowed.join(", ") };
        format!("| `{name}` | {allowed} |")
    });
    let absent = rows.filter(|row| !page.lines().any(|line| line == row));
    Ok(absent.map(|row| format!("{ARCHITECTURE}: expected the row {row}")).collect())
}

/// Every page at the root, under `docs` and under `examples`, relative to the root.
fn pages(root: &Path) -> Result<Vec<PathBuf>> {
    let mut pages = Vec::new();
    let mut pending = vec![PathBuf::new(), "docs".into(), "examples".into()];
    while let Some(folder) = pending.pop() {
        let Ok(entries) = fs::read_dir(root.join(&folder)) else { continue };
        for entry in entries {
            let entry = entry?;
            let path = folder.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                if folder.components().next().is_some() {
                    pending.push(path);
                }
            } else if path.extension().is_some_and(|extension| extension == "md") {
                pages.push(path);
            }
        }
    }
    pages.sort();
    pages.dedup();
    Ok(pages)
}

fn links(root: &Path, page: &Path) -> Result<Vec<String>> {
    let text = fs::read_to_string(root.join(page))?;
    let folder = root.join(page).parent().map(Path::to_owned).unwrap_or_default();
    let dead = Regex::new(r"\]\(([^)#:]+)(?:#[^)]*)?\)")?
        .captures_iter(&text)
        .map(|found| found[1].to_owned())
        .filter(|target| !folder.join(target).exists())
        .map(|target| format!("{}: the link to {target} leads nowhere", page.display()))
        .collect();
    Ok(dead)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_missed_unless_it_stands_there_as_a_word() {
        let code = "Erased::<put::PutRecord>::new(), Erased::<puts::PutRecords>::new()";
        let missed = |page| missing(code, r"Erased::<\w+::(\w+)>", page).unwrap();
        assert_eq!(missed("PutRecords"), ["PutRecord"]);
        assert!(missed("PutRecord, PutRecords").is_empty());
    }

    #[test]
    fn a_link_that_leads_nowhere_is_found() {
        let dir = std::env::temp_dir().join(format!("levada-links-{}", std::process::id()));
        fs::create_dir_all(&dir).unwrap();
        fs::write(dir.join("a.md"), "[b](b.md) [self](a.md#part) [out](https://x.test/)").unwrap();
        let findings = links(&dir, Path::new("a.md")).unwrap();
        fs::remove_dir_all(&dir).unwrap();
        assert_eq!(findings, ["a.md: the link to b.md leads nowhere"]);
    }
}
