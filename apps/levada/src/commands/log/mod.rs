//! `levada log …`: the record log of a stopped server.
//! Does not: touch a directory that a server holds.

mod inspect;
mod repair;
mod verify;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::Subcommand;
use levada_log::tools::Misfit;
use levada_server::DataDir;
use serde_json::{Value, json};

use crate::environment;

#[derive(clap::Args)]
pub struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Print what the log holds: segments, batches, shards, producers
    Inspect(inspect::Arguments),
    /// Show what damage has cost; with --accept-loss give that up, so that the server starts
    Repair(repair::Arguments),
    /// Check every batch, block and list; exit status 1 when something does not fit
    Verify(verify::Arguments),
}

/// Which log, and how to print.
#[derive(clap::Args)]
struct Place {
    /// The server's directory [default: the settings' `data_dir`]
    #[arg(long)]
    data_dir: Option<String>,
    /// JSON instead of text
    #[arg(long)]
    json: bool,
}

pub fn run(arguments: Arguments) -> Result<ExitCode> {
    match arguments.verb {
        Verb::Inspect(arguments) => inspect::run(arguments),
        Verb::Repair(arguments) => repair::run(arguments),
        Verb::Verify(arguments) => verify::run(arguments),
    }
}

impl Place {
    /// The directory, held so that no server starts meanwhile, and the log in it.
    fn hold(&self) -> Result<(DataDir, PathBuf)> {
        let settings = environment::settings(None, vec![("data_dir", self.data_dir.clone())])?;
        let log = settings.data_dir.join("log");
        if !log.is_dir() {
            bail!("{} has no record log", settings.data_dir.display());
        }
        let held = DataDir::open(&settings.data_dir)
            .context("stop the server first: its log changes while it runs")?;
        let log = held.path("log");
        Ok((held, log))
    }
}

fn misfits_json(misfits: &[Misfit]) -> Value {
    let one = |misfit: &Misfit| json!({ "file": misfit.file, "offset": misfit.offset, "reason": misfit.reason });
    misfits.iter().map(one).collect()
}

#[expect(clippy::print_stdout, reason = "the report is these commands' output")]
fn print_misfits(misfits: &[Misfit]) {
    for Misfit { file, offset, reason } in misfits {
        println!("MISFIT {} at byte {offset}: {reason}", file.display());
    }
}
