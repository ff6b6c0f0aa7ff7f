//! `cargo xtask check`: formatting, tidy, generated code, clippy.
//! Does not: run tests.

use anyhow::Result;

use crate::run::{Steps, cargo, must};
use crate::{codegen, tidy};

pub fn run(_: &[String]) -> Result<()> {
    let mut steps = Steps::default();
    steps.step("formatting", || must(&mut cargo(&["fmt", "--all", "--check"])));
    steps.step("tidy", || tidy::run(&[]));
    steps.step("generated code", || codegen::run(&["--check".to_owned()]));
    steps.step("clippy", || {
        let lints = ["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"];
        must(&mut cargo(&lints))
    });
    steps.finish()
}
