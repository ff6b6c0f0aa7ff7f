//! `levada warehouse …`: the embedded warehouse from the command line.
//! Does not: open the warehouse's files; it asks the running server.

mod query;

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
    /// Run SQL and print the rows
    Query(query::Arguments),
}

pub fn run(arguments: Arguments) -> Result<ExitCode> {
    match arguments.verb {
        Verb::Query(arguments) => query::run(arguments),
    }
}
