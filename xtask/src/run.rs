//! Starting other programs and saying how it went.
//! Does not: know what they are for.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};

/// The workspace's root, also when started from a subfolder.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new(".")).to_owned()
}

/// Where cargo puts what it builds.
pub fn target_dir() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The release binary that black-box tests start.
pub fn levada() -> PathBuf {
    target_dir().join("release").join("levada")
}

pub fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(root());
    command
}

/// Runs to the end with output shown; a failure names the command.
pub fn must(command: &mut Command) -> Result<()> {
    let shown = format!("{command:?}");
    let status = command.status().with_context(|| format!("cannot start {shown}"))?;
    if !status.success() {
        bail!("{shown} ended with {status}");
    }
    Ok(())
}

/// The standard output of a command that must succeed.
pub fn output(command: &mut Command) -> Result<String> {
    let shown = format!("{command:?}");
    let output = command.output().with_context(|| format!("cannot start {shown}"))?;
    if !output.status.success() {
        bail!("{shown} ended with {}: {}", output.status, String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Named steps, run to the last one whatever fails, counted at the end.
#[derive(Default)]
pub struct Steps {
    passed: usize,
    failed: Vec<String>,
}

impl Steps {
    #[expect(clippy::print_stdout, reason = "progress of a command for people and CI logs")]
    pub fn step(&mut self, name: &str, act: impl FnOnce() -> Result<()>) {
        println!("==> {name}");
        let started = Instant::now();
        let outcome = act();
        let seconds = started.elapsed().as_secs_f64();
        match outcome {
            Ok(()) => {
                println!("==> {name}: passed in {seconds:.0} s");
                self.passed += 1;
            }
            Err(error) => {
                println!("==> {name}: FAILED in {seconds:.0} s: {error:#}");
                self.failed.push(name.to_owned());
            }
        }
    }

    /// Ends with the line `N passed, N failed`.
    #[expect(clippy::print_stdout, reason = "the closing line of a command")]
    pub fn finish(self) -> Result<()> {
        for name in &self.failed {
            println!("failed: {name}");
        }
        println!("{} passed, {} failed", self.passed, self.failed.len());
        if self.failed.is_empty() { Ok(()) } else { bail!("{} steps failed", self.failed.len()) }
    }
}
