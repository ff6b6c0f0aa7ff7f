//! `levada bench …`: measures any Kinesis endpoint over the wire.
//! Does not: judge; numbers mean something beside another endpoint's in the same run.

mod compare;
mod kinesis;
mod measure;
mod parts;
mod process;
mod profile;
mod put;
mod read;
mod workloads;

use std::process::ExitCode;

use anyhow::Result;
use clap::Subcommand;

use self::kinesis::Stream;
use crate::environment;

#[derive(clap::Args)]
pub struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Several endpoints under the same loads, as ratios
    Compare(compare::Arguments),
    /// The path of a PutRecords call, part by part
    Profile(profile::Arguments),
    /// Serve the parts of the path that `profile` measures by themselves
    #[command(hide = true)]
    Nothing(profile::Nothing),
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
    fn stream(&self) -> Result<Stream> {
        let client = environment::client(self.endpoint.as_deref())?;
        Ok(Stream { client, name: self.stream.clone() })
    }
}

pub fn run(arguments: Arguments) -> Result<ExitCode> {
    match arguments.verb {
        Verb::Compare(arguments) => compare::run(arguments),
        Verb::Profile(arguments) => profile::run(&arguments),
        Verb::Nothing(arguments) => profile::serve_nothing(&arguments),
        Verb::Put(arguments) => put::run(arguments),
        Verb::Read(arguments) => read::run(arguments),
    }
}
