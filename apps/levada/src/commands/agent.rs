//! `levada agent`: the file agent, with the Kinesis Agent's configuration file.
//! Does not: run inside the server; it talks to any endpoint.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use levada_agent::{Agent, AgentConfig};
use levada_client::{Credentials, Endpoint};

use crate::environment;

#[derive(clap::Args)]
pub struct Arguments {
    /// The agent's configuration (agent.json)
    #[arg(long, default_value = "/etc/aws-kinesis/agent.json")]
    config: PathBuf,
    /// Read the configuration, say whether it is right, and stop
    #[arg(long)]
    dry_run: bool,
}

pub fn run(arguments: Arguments) -> Result<ExitCode> {
    let settings = environment::settings(None, Vec::new())?;
    levada_telemetry::init(&settings.log_filter);
    let text = environment::read_file(&arguments.config)?;
    let config = AgentConfig::parse(&text)
        .with_context(|| format!("{} is refused", arguments.config.display()))?;
    if arguments.dry_run {
        eprintln!("{}: {} flows, no error", arguments.config.display(), config.flows.len());
        return Ok(ExitCode::SUCCESS);
    }
    let variable = |name: &str| std::env::var(name).ok();
    let url = variable("AWS_ENDPOINT_URL").unwrap_or_else(|| environment::endpoint_url(&settings));
    let region = variable("AWS_REGION").unwrap_or_else(|| settings.region.clone());
    let credentials = Credentials {
        access_key: variable("AWS_ACCESS_KEY_ID").unwrap_or_else(|| "test".into()),
        secret_key: variable("AWS_SECRET_ACCESS_KEY").unwrap_or_else(|| "test".into()),
        session_token: variable("AWS_SESSION_TOKEN"),
    };
    let env = environment::env(&settings.clock);
    environment::runtime()?.block_on(async {
        environment::stop_on_signal(&env)?;
        let agent = Agent::open(config, &Endpoint::new(&url, &region, credentials), &env)?;
        agent.run(&env).await?;
        Ok(ExitCode::SUCCESS)
    })
}
