//! `levada bench read`: GetRecords from every shard, from its oldest record to its end.
//! Does not: follow resharding.

use std::process::ExitCode;

use anyhow::Result;

use super::Target;
use super::workloads::drain;
use crate::environment;

#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    target: Target,
    /// Records per call, at most 10,000
    #[arg(long, default_value_t = 10_000, value_parser = clap::value_parser!(u64).range(1..=10_000))]
    limit: u64,
}

pub fn run(arguments: Arguments) -> Result<ExitCode> {
    environment::runtime()?.block_on(async {
        let stream = arguments.target.stream()?;
        let (measured, elapsed) = drain(&stream, arguments.limit).await?;
        measured.print("read", elapsed);
        Ok(ExitCode::SUCCESS)
    })
}
