//! The agent: every flow of a configuration, running until shutdown.
//! Does not: read the configuration file, or set up the process; `levada agent` does.

use std::path::Path;
use std::sync::Arc;

use levada_client::{Client, Credentials, Destination, Endpoint};
use levada_env::Env;
use tokio::task::JoinSet;

use crate::checkpoint::Checkpoints;
use crate::config::AgentConfig;
use crate::flow::Flow;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AgentError {
    #[error("file pattern `{pattern}` is not usable: {reason}")]
    Pattern { pattern: String, reason: String },
    #[error("checkpoint cannot be kept: {0}")]
    Checkpoint(String),
    #[error("log files cannot be read: {0}")]
    Files(String),
}

pub struct Agent {
    flows: Vec<Flow>,
}

impl Agent {
    /// `default` is the endpoint for flows whose service has none in the configuration.
    pub fn open(config: AgentConfig, default: &Endpoint, env: &Env) -> Result<Self, AgentError> {
        for key in &config.ignored {
            tracing::warn!(key, "configuration key has no meaning for this agent and is ignored");
        }
        let checkpoints = Checkpoints::open(Path::new(&config.checkpoint_file))
            .map_err(|e| AgentError::Checkpoint(e.to_string()))?;
        let checkpoints = Arc::new(checkpoints);
        let client = |own: &Option<String>| {
            let url = own.as_deref().map_or_else(|| default.url.clone(), with_scheme);
            let region = config.region.as_deref().unwrap_or(&default.region);
            let credentials = match (&config.access_key, &config.secret_key) {
                (Some(access_key), Some(secret_key)) => Credentials {
                    access_key: access_key.clone(),
                    secret_key: secret_key.clone(),
                    session_token: None,
                },
                _ => default.credentials.clone(),
            };
            Client::new(Endpoint::new(&url, region, credentials), env.clone())
        };
        let (kinesis, firehose) =
            (client(&config.kinesis_endpoint), client(&config.firehose_endpoint));
        let flows = config
            .flows
            .into_iter()
            .map(|flow| {
                let client = match flow.destination {
                    Destination::Stream(_) => kinesis.clone(),
                    Destination::DeliveryStream(_) => firehose.clone(),
                };
                Flow::new(flow, client, Arc::clone(&checkpoints))
            })
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Self { flows })
    }

    /// Runs until shutdown, or until a flow cannot go on: then the others finish and its error
    /// is returned.
    pub async fn run(self, env: &Env) -> Result<(), AgentError> {
        let mut running = JoinSet::new();
        for flow in self.flows {
            running.spawn(flow.run());
        }
        let mut outcome = Ok(());
        while let Some(ended) = running.join_next().await {
            let ended = ended.unwrap_or_else(|e| Err(AgentError::Files(e.to_string())));
            if ended.is_err() {
                env.shutdown.begin();
                outcome = outcome.and(ended);
            }
        }
        outcome
    }
}

/// The stock agent's endpoints are host names; ours may name a scheme.
fn with_scheme(endpoint: &str) -> String {
    if endpoint.contains("://") { endpoint.to_owned() } else { format!("https://{endpoint}") }
}
