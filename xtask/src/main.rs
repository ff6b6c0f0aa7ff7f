//! The house tools: one verb, one module.
//! Does not: know the product's code; it reads files and starts cargo.

mod codegen;

use anyhow::{Result, bail};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.split_first() {
        Some((verb, rest)) if verb == "codegen" => codegen::run(rest),
        _ => bail!("expected a verb: codegen"),
    }
}
