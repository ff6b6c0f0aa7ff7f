//! The file agent: tails log files by the Kinesis Agent's configuration and feeds streams and
//! delivery streams, in order, each record once.
//!
//! Does not: parse configuration for anything but itself, or talk anything but the public API.

mod agent;
mod checkpoint;
mod config;
mod convert;
mod files;
mod flow;
mod keys;
mod process;

pub use agent::{Agent, AgentError};
pub use config::{AgentConfig, ConfigError, FlowConfig, InitialPosition, PartitionKeyOption};
