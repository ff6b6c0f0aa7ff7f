//! A stream and its shards as the service knows them, and as the control store keeps them.
//! Does not: know positions or arrival times; the log wins for those.

use std::collections::BTreeMap;
use std::time::Duration;

use levada_types::{
    Arn, HashKey, HashRange, Identity, SequenceNumber, ShardId, ShardUid, StreamName, Timestamp,
};
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mode {
    #[serde(rename = "PROVISIONED")]
    Provisioned,
    #[serde(rename = "ON_DEMAND")]
    OnDemand,
}

impl Mode {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Provisioned => "PROVISIONED",
            Self::OnDemand => "ON_DEMAND",
        }
    }
}

/// Persisted within its stream's row; fields are only ever added, with a default.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shard {
    pub id: ShardId,
    pub uid: ShardUid,
    pub range: HashRange,
    pub created: Timestamp,
    /// When it stopped taking records; `None` while it is open.
    #[serde(default)]
    pub closed: Option<Timestamp>,
    /// The shard it was split from or merged from, and the second one of a merge.
    #[serde(default)]
    pub parents: Vec<ShardId>,
}

impl Shard {
    pub fn sequence(&self, index: u64, arrived: Timestamp) -> SequenceNumber {
        SequenceNumber::new(self.created, index, arrived, self.id.0)
    }

    pub fn starting_sequence(&self) -> SequenceNumber {
        SequenceNumber::shard_start(self.created, self.id.0)
    }

    pub fn ending_sequence(&self) -> Option<SequenceNumber> {
        self.closed.map(|closed| SequenceNumber::shard_end(self.created, closed, self.id.0))
    }
}

/// Persisted; fields are only ever added, with a default.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stream {
    pub name: StreamName,
    /// Never reused: tells a stream from an earlier one of the same name.
    pub uid: u64,
    pub created: Timestamp,
    pub mode: Mode,
    pub retention_hours: u32,
    /// Largest data of one record, in KiB.
    pub record_kib_max: u32,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
    /// In the order of their ids.
    pub shards: Vec<Shard>,
}

impl Stream {
    pub fn arn(&self, identity: &Identity) -> Arn {
        identity.stream(self.name.as_str())
    }

    pub fn retention(&self) -> Duration {
        Duration::from_secs(u64::from(self.retention_hours) * 3600)
    }

    pub fn record_bytes_max(&self) -> usize {
        self.record_kib_max as usize * 1024
    }

    pub fn shard(&self, id: ShardId) -> Option<&Shard> {
        self.shards.iter().find(|shard| shard.id == id)
    }

    pub fn open_shards(&self) -> impl Iterator<Item = &Shard> {
        self.shards.iter().filter(|shard| shard.closed.is_none())
    }

    /// Shards that were split or merged from `id`.
    pub fn children(&self, id: ShardId) -> impl Iterator<Item = &Shard> {
        self.shards.iter().filter(move |shard| shard.parents.contains(&id))
    }

    /// The open shard that owns `key`. Open shards tile the key space, so there is one.
    pub fn route(&self, key: HashKey) -> Option<&Shard> {
        self.open_shards().find(|shard| shard.range.contains(key))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn stream(shard_count: u32) -> Stream {
        let shards = HashRange::tile(shard_count)
            .into_iter()
            .zip(0..)
            .map(|(range, number)| Shard {
                id: ShardId(number),
                uid: ShardUid(u64::from(number) + 1),
                range,
                created: Timestamp(1_000),
                closed: None,
                parents: Vec::new(),
            })
            .collect();
        Stream {
            name: StreamName::try_from("s".to_owned()).unwrap(),
            uid: 1,
            created: Timestamp(1_000),
            mode: Mode::Provisioned,
            retention_hours: 24,
            record_kib_max: 1024,
            tags: BTreeMap::new(),
            shards,
        }
    }

    proptest! {
        #[test]
        fn every_key_has_exactly_one_open_shard(count in 1u32..200, key: u128, text in ".{1,40}") {
            let stream = stream(count);
            for key in [HashKey(key), HashKey::of_partition_key(&text)] {
                let owners: Vec<_> =
                    stream.shards.iter().filter(|shard| shard.range.contains(key)).collect();
                prop_assert_eq!(owners.len(), 1);
                prop_assert_eq!(stream.route(key), Some(owners[0]));
            }
        }
    }

    #[test]
    fn a_closed_shard_takes_no_key() {
        let mut stream = stream(2);
        stream.shards[0].closed = Some(Timestamp(2_000));
        assert_eq!(stream.route(HashKey(0)), None);
        assert_eq!(stream.route(HashKey(u128::MAX)).map(|shard| shard.id), Some(ShardId(1)));
    }

    #[test]
    fn the_persisted_form_of_a_stream_stays_readable() {
        let golden = r#"{"name":"s","uid":1,"created":1000,"mode":"PROVISIONED",
            "retention_hours":24,"record_kib_max":1024,"shards":[{"id":"shardId-000000000000",
            "uid":1,"range":{"start":"0","end":"340282366920938463463374607431768211455"},
            "created":1000}]}"#;
        assert_eq!(serde_json::from_str::<Stream>(golden).unwrap(), stream(1));
    }
}
