//! `levada sql …`: streaming SQL from files, on virtual time.
//! Does not: need a server, but for what is asked of one.

mod explain;
mod import;
mod run;
mod test;

use std::process::ExitCode;

use anyhow::Result;
use clap::Subcommand;

#[derive(clap::Args)]
pub struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Show what code would do, or what a running application does
    Explain(explain::Arguments),
    /// Turn what AWS exported into applications
    Import(import::Arguments),
    /// Run an application's code once over files
    Run(run::Arguments),
    /// Run case files and .slt files, and show what differs
    Test(test::Arguments),
}

pub fn run(arguments: Arguments) -> Result<ExitCode> {
    match arguments.verb {
        Verb::Explain(arguments) => explain::run(&arguments),
        Verb::Import(arguments) => import::run(arguments),
        Verb::Run(arguments) => run::run(&arguments),
        Verb::Test(arguments) => test::run(&arguments),
    }
}
