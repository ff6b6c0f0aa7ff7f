//! `Destination`: takes a batch and says what the buffer must do next.
//! Does not: know any destination.

use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use levada_types::{HashKey, Timestamp};

#[derive(Clone, Debug, PartialEq)]
pub struct BatchRecord {
    pub arrived: Timestamp,
    pub data: Bytes,
}

/// Records of one delivery stream from `first` to before `end`. The same fields up to `oldest`
/// mean the same batch, whoever delivers it and how often.
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    pub stream: String,
    /// Of the stream's configuration, from 1 on.
    pub version: u64,
    /// Identity of the buffer, never reused, so that a stream created again under the same name
    /// writes other objects.
    pub buffer: u64,
    pub first: u64,
    pub end: u64,
    /// Arrival of the first record.
    pub oldest: Timestamp,
    pub records: Vec<BatchRecord>,
}

impl Batch {
    /// 128 bits that are this batch's own.
    pub fn identity(&self) -> u128 {
        let Self { buffer, first, end, version, .. } = self;
        HashKey::of_partition_key(&format!("{buffer}/{version}/{first}/{end}")).0
    }

    /// Before compression.
    pub fn bytes(&self) -> usize {
        self.records.iter().map(|record| record.data.len()).sum()
    }
}

/// How far the delivery of one batch has come in this process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// 0 for the first.
    pub attempt: u32,
    /// When the first attempt began, in product time.
    pub began: Timestamp,
    /// The same moment in machine time.
    pub began_machine: Timestamp,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Delivered,
    /// Nothing or something was written; the same batch again is right.
    Retry {
        after: Duration,
        why: String,
    },
    /// The destination gives the batch up by its own rules, and has kept what can be kept.
    Rejected {
        why: String,
    },
}

#[async_trait]
pub trait Destination: Send + Sync + 'static {
    async fn deliver(&self, batch: &Batch, progress: Progress) -> Outcome;
}

/// Settings that no delivery could ever succeed with.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct InvalidConfig(pub String);

impl InvalidConfig {
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}
