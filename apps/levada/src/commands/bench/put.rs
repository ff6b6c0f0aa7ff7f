//! `levada bench put`: PutRecords in a closed loop from several connections.
//! Does not: retry; a failed call is counted.

use std::process::ExitCode;
use std::time::Duration;

use anyhow::Result;

use super::Target;
use super::workloads::closed_loop;
use crate::environment;

#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    target: Target,
    /// Seconds to run
    #[arg(long, default_value_t = 10)]
    seconds: u64,
    /// Calls in flight
    #[arg(long, default_value_t = 8)]
    connections: u64,
    /// Records per call, at most 500
    #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u64).range(1..=500))]
    batch: u64,
    /// Bytes per record
    #[arg(long, default_value_t = 1024)]
    record_bytes: usize,
    /// Shards, when the stream is created
    #[arg(long, default_value_t = 4)]
    shards: u32,
}

pub fn run(arguments: Arguments) -> Result<ExitCode> {
    environment::runtime()?.block_on(async {
        let stream = arguments.target.stream()?;
        stream.ensure(arguments.shards).await?;
        let Arguments { batch, record_bytes, connections, seconds, .. } = arguments;
        let bodies = stream.put_records_bodies(batch, record_bytes);
        let time = Duration::from_secs(seconds);
        let (mut measured, elapsed) =
            closed_loop(&stream, "PutRecords", bodies, batch, connections, time).await?;
        measured.bytes = measured.records * record_bytes as u64;
        let failed = measured.records == 0;
        measured.print("put", elapsed);
        Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    })
}
