//! `cargo xtask codegen`: shapes and constraints in `crates/model/src/generated` from the public
//! service models vendored in `xtask/models`.
//! Does not: write behaviour, or keep any documentation text of the models.
//!
//! - `codegen` writes the Rust files again from the vendored models;
//! - `codegen --models DIR` first takes the models anew from a botocore `data` directory;
//! - `codegen --check` writes nothing and fails if a committed file differs.

mod bindings;
mod constraints;
mod emit;
mod names;
mod operations;
mod patterns;
mod reduce;
mod relaxations;
mod shapes;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use operations::SERVICES;

pub fn run(arguments: &[String]) -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask has a parent")?;
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => write(&generate(root)?),
        ["--check"] => check(&generate(root)?),
        ["--models", directory] => {
            for service in SERVICES {
                let reduced = reduce::from_botocore(Path::new(directory), service)?;
                fs::write(model_path(root, service.module), reduced)?;
            }
            write(&generate(root)?)
        }
        _ => bail!("expected `codegen`, `codegen --check` or `codegen --models DIR`"),
    }
}

fn model_path(root: &Path, module: &str) -> PathBuf {
    root.join("xtask/models").join(format!("{module}.json"))
}

/// Every generated file with its text.
fn generate(root: &Path) -> Result<Vec<(PathBuf, String)>> {
    let directory = root.join("crates/model/src/generated");
    let mut files = Vec::new();
    for service in SERVICES {
        let path = model_path(root, service.module);
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let model = shapes::Model::parse(&text).with_context(|| path.display().to_string())?;
        let code = emit::service(service, &model)?;
        files.push((directory.join(format!("{}.rs", service.module)), code));
    }
    files.push((directory.join("mod.rs"), emit::index(SERVICES)));
    Ok(files)
}

fn write(files: &[(PathBuf, String)]) -> Result<()> {
    for (path, text) in files {
        fs::write(path, text).with_context(|| path.display().to_string())?;
    }
    Ok(())
}

fn check(files: &[(PathBuf, String)]) -> Result<()> {
    for (path, text) in files {
        let found = fs::read_to_string(path).with_context(|| path.display().to_string())?;
        if found != *text {
            bail!("{} is not what `cargo xtask codegen` writes", path.display());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn committed_shapes_are_what_the_vendored_models_say() {
        super::run(&["--check".to_owned()]).unwrap();
    }
}
