//! `levada bench …`: measures any Kinesis endpoint over the wire.
//! Does not: judge; numbers mean something beside another endpoint's in the same run.

mod measure;
mod put;
mod read;

use std::process::ExitCode;

use anyhow::Result;
use clap::Subcommand;
use levada_client::Client;

use crate::environment;

#[derive(clap::Args)]
pub struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// PutRecords from several connections
    Put(put::Arguments),
    /// GetRecords from every shard to its end
    Read(read::Arguments),
}

/// What both verbs take.
#[derive(clap::Args)]
pub struct Target {
    /// The endpoint [default: AWS_ENDPOINT_URL, else the local server]
    #[arg(long)]
    endpoint: Option<String>,
    /// The stream; `put` creates it when it is not there
    #[arg(long, default_value = "levada-bench")]
    stream: String,
}

impl Target {
    fn client(&self) -> Result<Client> {
        environment::client(self.endpoint.as_deref())
    }
}

pub fn run(arguments: Arguments) -> Result<ExitCode> {
    match arguments.verb {
        Verb::Put(arguments) => put::run(arguments),
        Verb::Read(arguments) => read::run(arguments),
    }
}
