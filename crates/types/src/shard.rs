//! How shards are called: by clients within a stream, and by the log within the store.
//! Does not: know which shards exist.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A shard's number within its stream, written `shardId-%012d`. Never reused in a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ShardId(pub u32);

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a shard id of the form shardId-000000000000")]
pub struct InvalidShardId(pub String);

impl ShardId {
    pub fn parse(text: &str) -> Result<Self, InvalidShardId> {
        text.strip_prefix("shardId-")
            .filter(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
            .and_then(|digits| digits.parse().ok())
            .map(Self)
            .ok_or_else(|| InvalidShardId(text.to_owned()))
    }
}

impl fmt::Display for ShardId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "shardId-{:012}", self.0)
    }
}

impl Serialize for ShardId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ShardId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

/// A shard's identity in the record log: unique in a store for ever, never reused.
/// Streams' shards, delivery streams' buffers and snapshot logs all have one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ShardUid(pub u64);
