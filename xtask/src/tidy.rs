//! `cargo xtask tidy`: the house rules that a program can check.
//! Does not: judge names or prose.

mod arrows;
mod docs;
mod files;

use anyhow::{Result, bail};

use crate::run::root;

/// Prints every finding; fails when there is one.
#[expect(clippy::print_stdout, reason = "findings are this command's output")]
pub fn run(_: &[String]) -> Result<()> {
    let mut findings = arrows::check()?;
    findings.extend(docs::check(&root())?);
    findings.extend(files::check(&root())?);
    for finding in &findings {
        println!("{finding}");
    }
    if findings.is_empty() { Ok(()) } else { bail!("{} findings", findings.len()) }
}
