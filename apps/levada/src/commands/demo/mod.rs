//! `levada demo`: the toll-road company's day, end to end, on embedded defaults.
//!
//! Starts the server and the file agent as processes of their own, creates everything through
//! the public APIs, lets a simulator write sensor logs on a scaled clock, shows notifications
//! as they arrive, and at the end compares what the pipeline did with a batch calculation.
//!
//! Does not: reach into the server; whatever it does, a user can do with an AWS client.

mod archive;
mod chaos;
mod check;
mod cloud;
mod day;
mod freshness;
mod inbox;
mod nightly;
mod process;
mod python;
mod report;
mod simulator;
mod warehouse;
mod world;

use anyhow::{Context, Result};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use crate::environment;

#[derive(clap::Args)]
pub struct Arguments {
    /// Compare everything with a batch calculation from the raw log files; differences fail
    #[arg(long)]
    check: bool,
    /// Stop at the day's end instead of serving on
    #[arg(long)]
    exit: bool,
    /// Kill the server with SIGKILL five times during the day
    #[arg(long)]
    chaos: bool,
    /// Real seconds that the simulated day takes
    #[arg(long, default_value_t = 80, value_parser = clap::value_parser!(u64).range(20..=86_400))]
    day_seconds: u64,
    /// Seed of traffic and chaos
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Folder for data and logs; emptied at the start [default: ./levada-data/demo]
    #[arg(long)]
    dir: Option<PathBuf>,
}

pub fn run(arguments: Arguments) -> Result<ExitCode> {
    levada_telemetry::init("warn");
    environment::runtime()?.block_on(play(arguments))
}

async fn play(arguments: Arguments) -> Result<ExitCode> {
    let env = levada_env::Env::real();
    environment::stop_on_signal(&env)?;
    let lived = tokio::select! {
        lived = day::run(&arguments, &env) => lived.context("the demo could not finish")?,
        () = env.shutdown.begun() => return Ok(ExitCode::from(130)),
    };
    if !arguments.exit {
        lived.serve_on(&env).await;
    }
    lived.close().await
}

/// Real time between looks at something that is about to change.
const LOOK_AGAIN: Duration = Duration::from_millis(100);
