//! Every place Firehose can deliver to: one folder each, one line in [`DestinationConfig`].
//!
//! Does not: buffer, decide when a batch is full, or remember what was delivered (see
//! `firehose`).
//!
//! Invariant: the same batch gives the same object under the same name, so that a delivery
//! repeated after a crash overwrites and never adds.

mod api;
mod limits;
pub mod redshift;
pub mod s3;
mod secret;

use std::sync::Arc;

pub use api::{Batch, BatchRecord, Destination, InvalidConfig, Outcome, Progress};
use levada_blob::BlobStore;
use levada_env::Env;
pub use secret::Secret;
use serde::{Deserialize, Serialize};

/// A checked destination's settings; persisted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DestinationConfig {
    Redshift(redshift::RedshiftConfig),
    S3(s3::S3Config),
}

impl DestinationConfig {
    /// The settings of the objects: the destination itself, or where a copy starts from.
    pub fn s3(&self) -> &s3::S3Config {
        match self {
            Self::Redshift(config) => &config.s3,
            Self::S3(config) => config,
        }
    }

    pub fn check(&self) -> Result<(), InvalidConfig> {
        match self {
            Self::Redshift(config) => config.check(),
            Self::S3(config) => config.check(),
        }
    }

    pub fn open(&self, blob: Arc<dyn BlobStore>, env: Env) -> Arc<dyn Destination> {
        match self {
            Self::Redshift(config) => Arc::new(redshift::Redshift::new(config.clone(), blob, env)),
            Self::S3(config) => Arc::new(s3::S3::new(config.clone(), blob)),
        }
    }
}
