//! A delivery stream as the control store keeps it.
//! Does not: hold records or how far delivery has come.

use std::collections::BTreeMap;
use std::fmt;

use levada_destinations::DestinationConfig;
use levada_types::{Arn, Identity, SequenceNumber, ShardUid, Timestamp};
use serde::{Deserialize, Serialize};

use crate::error::Error;

/// 1 to 64 of `[a-zA-Z0-9_.-]`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DeliveryStreamName(String);

impl DeliveryStreamName {
    pub fn parse(text: &str) -> Result<Self, Error> {
        let legal = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'-');
        if (1..=64).contains(&text.len()) && text.bytes().all(legal) {
            Ok(Self(text.to_owned()))
        } else {
            Err(Error::InvalidArgument(format!(
                "`{text}` is not a delivery stream name: expected 1 to 64 of a-z A-Z 0-9 _ . -"
            )))
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DeliveryStreamName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Persisted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DeliveryStream {
    pub name: DeliveryStreamName,
    /// The hidden shard that buffers records; never reused, so it is the stream's identity too.
    pub shard: ShardUid,
    pub created: Timestamp,
    /// Of the destination's configuration, from 1 on.
    pub version: u64,
    pub tags: BTreeMap<String, String>,
    pub destination: DestinationConfig,
}

impl DeliveryStream {
    pub fn arn(&self, identity: &Identity) -> Arn {
        identity.delivery_stream(self.name.as_str())
    }

    /// What clients get as a record's id, and analytics as its sequence number.
    pub fn sequence(&self, index: u64, arrived: Timestamp) -> SequenceNumber {
        SequenceNumber::new(self.created, index, arrived, 0)
    }
}
