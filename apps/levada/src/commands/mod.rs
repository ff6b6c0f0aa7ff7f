//! The command line: one file per verb, one line per verb in the list below.
//! Does not: do anything itself.

mod agent;
mod backup;
mod bench;
mod demo;
mod env;
mod log;
mod restore;
mod sql;
mod up;
mod warehouse;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// The Amazon Kinesis family on your own machines.
#[derive(Parser)]
#[command(name = "levada", version, about)]
pub struct Levada {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Tail log files and feed streams and delivery streams (Kinesis Agent configuration)
    Agent(agent::Arguments),
    /// Copy everything into a directory, while the server runs or not
    Backup(backup::Arguments),
    /// Measure a Kinesis endpoint
    Bench(bench::Arguments),
    /// Run the toll-road company's day on embedded defaults
    Demo(demo::Arguments),
    /// Print the two lines that point a shell at the server
    Env(env::Arguments),
    /// Look into, verify and repair a stopped server's record log
    Log(log::Arguments),
    /// Make a data directory from a backup
    Restore(restore::Arguments),
    /// Run and test streaming SQL from files, without a server
    Sql(sql::Arguments),
    /// Start the server
    Up(up::Arguments),
    /// Ask the embedded warehouse
    Warehouse(warehouse::Arguments),
}

pub fn run(line: Levada) -> Result<ExitCode> {
    match line.verb {
        Verb::Agent(arguments) => agent::run(arguments),
        Verb::Backup(arguments) => backup::run(arguments),
        Verb::Bench(arguments) => bench::run(arguments),
        Verb::Demo(arguments) => demo::run(arguments),
        Verb::Env(arguments) => env::run(arguments),
        Verb::Log(arguments) => log::run(arguments),
        Verb::Restore(arguments) => restore::run(arguments),
        Verb::Sql(arguments) => sql::run(arguments),
        Verb::Up(arguments) => up::run(arguments),
        Verb::Warehouse(arguments) => warehouse::run(arguments),
    }
}
