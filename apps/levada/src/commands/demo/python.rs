//! An interpreter with stock boto3 for the example's functions.
//! Does not: touch the machine's own packages; a virtual environment is made where needed.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

const BOTO3: &str = "boto3==1.43.11";

/// The machine's `python3` when it has boto3, else a virtual environment under `cache` that does.
pub fn with_boto3(cache: &Path) -> Result<PathBuf> {
    let machine = PathBuf::from("python3");
    if imports(&machine, "boto3") {
        return Ok(machine);
    }
    let venv = cache.join("python-boto3");
    let python = venv.join("bin/python");
    if imports(&python, "boto3") {
        return Ok(python);
    }
    eprintln!("installing {BOTO3} into {} for the example's functions", venv.display());
    if !imports(&machine, "venv, ensurepip") {
        install_python()?;
    }
    must(Command::new(&machine).args(["-m", "venv"]).arg(&venv))?;
    must(Command::new(&python).args(["-m", "pip", "install", "--quiet", BOTO3]))?;
    Ok(python)
}

fn imports(python: &Path, module: &str) -> bool {
    Command::new(python)
        .args(["-c", &format!("import {module}")])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

fn install_python() -> Result<()> {
    must(Command::new("apt-get").args(["update", "-qq"]))
        .context("python3 with venv is missing, and only root on Debian can install it here")?;
    must(Command::new("apt-get").args(["install", "-y", "-qq", "python3", "python3-venv"]))
}

fn must(command: &mut Command) -> Result<()> {
    let shown = format!("{command:?}");
    let status =
        command.stdout(Stdio::null()).status().with_context(|| format!("cannot start {shown}"))?;
    if status.success() { Ok(()) } else { bail!("{shown} ended with {status}") }
}
