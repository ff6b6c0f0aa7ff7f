//! `cargo xtask test`: every test there is, installing what it needs.
//! Does not: keep anything running afterwards.

use std::process::Command;

use anyhow::Result;

use crate::run::{Steps, cargo, levada, must};
use crate::{codegen, conformance, tidy};

pub fn run(_: &[String]) -> Result<()> {
    let mut steps = Steps::default();
    steps.step("tidy", || tidy::run(&[]));
    steps.step("generated code", || codegen::run(&["--check".to_owned()]));
    // One profile for tests and binary: third-party packages are built once.
    steps.step("unit and integration tests", || {
        must(&mut cargo(&["test", "--release", "--workspace", "--no-fail-fast", "--quiet"]))
    });
    steps.step("binary", || must(&mut cargo(&["build", "--release", "--quiet"])));
    steps.step("conformance", || conformance::run(&[]));
    steps.step("demo", || must(Command::new(levada()).args(["demo", "--check", "--exit"])));
    steps.step("demo under chaos", || {
        must(Command::new(levada()).args(["demo", "--check", "--exit", "--chaos"]))
    });
    steps.finish()
}
