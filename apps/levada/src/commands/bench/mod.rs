//! `levada bench …`: measures any Kinesis endpoint over the wire.
//! Does not: judge; numbers mean something beside another endpoint's in the same run.

mod measure;
mod put;
mod read;

use std::process::ExitCode;

use anyhow::Result;
use clap::Subcommand;
use levada_client::{Client, Credentials, Endpoint};
use levada_env::Env;

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
        let settings = environment::settings(None, Vec::new())?;
        let variable = |name: &str| std::env::var(name).ok();
        let url = self
            .endpoint
            .clone()
            .or_else(|| variable("AWS_ENDPOINT_URL"))
            .unwrap_or_else(|| environment::endpoint_url(&settings));
        let credentials = Credentials {
            access_key: variable("AWS_ACCESS_KEY_ID").unwrap_or_else(|| "test".into()),
            secret_key: variable("AWS_SECRET_ACCESS_KEY").unwrap_or_else(|| "test".into()),
            session_token: variable("AWS_SESSION_TOKEN"),
        };
        let region = variable("AWS_REGION").unwrap_or(settings.region);
        Ok(Client::new(Endpoint::new(&url, &region, credentials), Env::real()))
    }
}

pub fn run(arguments: Arguments) -> Result<ExitCode> {
    match arguments.verb {
        Verb::Put(arguments) => put::run(arguments),
        Verb::Read(arguments) => read::run(arguments),
    }
}
