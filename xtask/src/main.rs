//! The house tools: one verb, one module.
//! Does not: know the product's code; it reads files and starts cargo.

mod bench;
mod check;
mod codegen;
mod conformance;
mod crash;
mod run;
mod test;
mod tidy;

use anyhow::{Result, bail};

type Verb = (&'static str, &'static str, fn(&[String]) -> Result<()>);

/// Sorted by name; `cargo xtask` without a verb prints this list.
const VERBS: &[Verb] = &[
    ("bench", "side-by-side benchmarks with peers, which it installs (peers)", bench::run),
    ("check", "formatting, tidy, generated code, clippy", check::run),
    ("ci", "check, then test", ci),
    ("codegen", "regenerate the model crate (--check: only compare)", codegen::run),
    ("conformance", "black-box tests with real clients against the built binary", conformance::run),
    ("crash", "crash histories of the record log (--seeds N or A..B)", crash::run),
    ("kill", "the built server killed under load, again and again (--rounds N)", conformance::kill),
    ("test", "every test there is, installing what it needs", test::run),
    ("tidy", "the house rules that a program can check", tidy::run),
];

fn ci(rest: &[String]) -> Result<()> {
    check::run(rest)?;
    test::run(rest)
}

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((verb, rest)) = arguments.split_first() else {
        bail!("expected a verb:\n{}", verbs());
    };
    match VERBS.iter().find(|(name, _, _)| name == verb) {
        Some((_, _, act)) => act(rest),
        None => bail!("unknown verb `{verb}`, expected one of:\n{}", verbs()),
    }
}

fn verbs() -> String {
    VERBS.iter().map(|(name, what, _)| format!("  {name:12} {what}\n")).collect()
}
