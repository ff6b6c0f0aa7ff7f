//! A stream and its shards as the service knows them, and as the control store keeps them.
//! Does not: know positions or arrival times; the log wins for those.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::OnceLock;
use std::time::Duration;

use levada_types::{
    Arn, HashKey, HashRange, Identity, SequenceNumber, ShardId, ShardUid, StreamName, Timestamp,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::consumer::Consumer;
use crate::encryption::Encryption;
use crate::error::Error;
use crate::scaling::Peak;
use crate::settings::ShardMetric;

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

    pub fn parse(text: &str) -> Result<Self, Error> {
        match text {
            "PROVISIONED" => Ok(Self::Provisioned),
            "ON_DEMAND" => Ok(Self::OnDemand),
            _ => Err(Error::InvalidArgument(format!(
                "expected the mode PROVISIONED or ON_DEMAND, got {text}"
            ))),
        }
    }
}

/// What decides which shard takes a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Distribution {
    #[default]
    #[serde(rename = "USER_PARTITION_KEY")]
    UserPartitionKey,
    /// The shards take turns; partition keys are kept and not looked at.
    #[serde(rename = "AUTO")]
    Auto,
}

impl Distribution {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::UserPartitionKey => "USER_PARTITION_KEY",
            Self::Auto => "AUTO",
        }
    }

    pub fn parse(text: &str) -> Result<Self, Error> {
        match text {
            "USER_PARTITION_KEY" => Ok(Self::UserPartitionKey),
            "AUTO" => Ok(Self::Auto),
            _ => Err(Error::InvalidArgument(format!(
                "expected the strategy USER_PARTITION_KEY or AUTO, got {text}"
            ))),
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
    /// When it began to take records, where that is not when it was created: a child takes them
    /// as soon as its parents are closed, while its creation is put into the next second, so
    /// that its numbers begin above its parents' last.
    #[serde(default)]
    pub opened: Option<Timestamp>,
}

impl Shard {
    pub fn sequence(&self, index: u64, arrived: Timestamp) -> SequenceNumber {
        SequenceNumber::new(self.created, index, arrived, self.id.0)
    }

    /// Since when it takes records. A parent's close is its children's opening: at every instant
    /// the shards that are open tile the key space.
    pub fn opened(&self) -> Timestamp {
        self.opened.unwrap_or(self.created)
    }

    /// Whether nothing of it can be read any more once records before `horizon` are gone.
    pub fn is_expired(&self, horizon: Timestamp) -> bool {
        self.closed.is_some_and(|closed| closed < horizon)
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
    /// The id of the next new shard; ids are never used again.
    #[serde(default)]
    pub next_shard: u32,
    /// Set while the stream is being resharded.
    #[serde(default)]
    pub reshard: Option<Reshard>,
    /// By name.
    #[serde(default)]
    pub consumers: Vec<Consumer>,
    #[serde(default)]
    pub metrics: BTreeSet<ShardMetric>,
    #[serde(default)]
    pub policy: Option<String>,
    /// MiB per second that an on-demand stream has shards for even while it is idle.
    #[serde(default)]
    pub warm_mibps: Option<u32>,
    /// What an on-demand stream's highest loads were, by day.
    #[serde(default)]
    pub peaks: Vec<Peak>,
    #[serde(default)]
    pub distribution: Distribution,
    #[serde(default)]
    pub encryption: Option<Encryption>,
    /// When UpdateShardCount and UpdateStreamMode were last called, for their daily limits.
    #[serde(default)]
    pub scaled_at: Vec<Timestamp>,
    #[serde(default)]
    pub mode_set_at: Vec<Timestamp>,
    #[serde(skip)]
    routes: Routes,
}

/// What UpdateShardCount, SplitShard or MergeShards have begun and not ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reshard {
    /// Where the shards shall begin in the end; empty when `steps` is all there is to do.
    pub goal: Vec<HashKey>,
    pub steps: Vec<Step>,
}

/// Parents to be closed, and the children that take over their keys.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    pub parents: Vec<ShardId>,
    pub children: Vec<Child>,
}

/// A shard that is in the log, or will be, and not yet in the stream.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Child {
    pub id: ShardId,
    pub uid: ShardUid,
    pub range: HashRange,
}

/// Places in `Stream::shards` of the open shards, by their ranges; found at first use. A stream
/// is changed only as a clone, and a clone has none yet.
#[derive(Default)]
struct Routes(OnceLock<Box<[u32]>>);

impl Clone for Routes {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Routes {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl fmt::Debug for Routes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Routes")
    }
}

/// What a new stream is made of.
pub struct Draft {
    pub name: StreamName,
    pub uid: u64,
    pub created: Timestamp,
    pub mode: Mode,
    pub retention_hours: u32,
    pub record_kib_max: u32,
    pub tags: BTreeMap<String, String>,
    pub warm_mibps: Option<u32>,
    pub distribution: Distribution,
    /// One uid per shard.
    pub shard_uids: Vec<ShardUid>,
}

impl From<Draft> for Stream {
    fn from(draft: Draft) -> Self {
        let count = u32::try_from(draft.shard_uids.len()).unwrap_or(u32::MAX);
        let ranges = HashRange::tile(count);
        let shards = ranges.into_iter().zip(draft.shard_uids).zip(0..);
        let shards = shards.map(|((range, uid), number)| Shard {
            id: ShardId(number),
            uid,
            range,
            created: draft.created,
            closed: None,
            parents: Vec::new(),
            opened: None,
        });
        Self {
            name: draft.name,
            uid: draft.uid,
            created: draft.created,
            mode: draft.mode,
            retention_hours: draft.retention_hours,
            record_kib_max: draft.record_kib_max,
            tags: draft.tags,
            shards: shards.collect(),
            next_shard: count,
            reshard: None,
            consumers: Vec::new(),
            metrics: BTreeSet::new(),
            policy: None,
            warm_mibps: draft.warm_mibps,
            peaks: Vec::new(),
            distribution: draft.distribution,
            encryption: None,
            scaled_at: Vec::new(),
            mode_set_at: Vec::new(),
            routes: Routes::default(),
        }
    }
}

impl Stream {
    pub fn arn(&self, identity: &Identity) -> Arn {
        identity.stream(self.name.as_str())
    }

    /// The stream's StreamId, 20 and 3 of `a-z0-9`: another one for a later stream of its name.
    pub fn id(&self, identity: &Identity) -> String {
        let mut digest = Sha256::new();
        digest.update(self.arn(identity).to_string());
        digest.update(self.uid.to_le_bytes());
        let letter =
            |byte: &u8| char::from(b"0123456789abcdefghijklmnopqrstuvwxyz"[usize::from(byte % 36)]);
        let mut text: String = digest.finalize().iter().take(23).map(letter).collect();
        text.insert(20, '-');
        text
    }

    pub fn retention(&self) -> Duration {
        Duration::from_secs(u64::from(self.retention_hours) * 3600)
    }

    pub fn record_bytes_max(&self) -> usize {
        self.record_kib_max as usize * 1024
    }

    /// `ACTIVE`, or `UPDATING` while it is being resharded. It takes records either way.
    pub fn status(&self) -> &'static str {
        if self.reshard.is_some() { "UPDATING" } else { "ACTIVE" }
    }

    /// Every log shard of the stream, those of a reshard under way included.
    pub fn all_uids(&self) -> Vec<ShardUid> {
        let steps = self.reshard.iter().flat_map(|reshard| &reshard.steps);
        let coming = steps.flat_map(|step| &step.children).map(|child| child.uid);
        self.shards.iter().map(|shard| shard.uid).chain(coming).collect()
    }

    /// `KMS` when records are encrypted as they are stored.
    pub fn encryption_type(&self) -> &'static str {
        if self.encryption.is_some() { "KMS" } else { "NONE" }
    }

    pub fn shard(&self, id: ShardId) -> Option<&Shard> {
        let place = self.shards.binary_search_by_key(&id, |shard| shard.id).ok()?;
        self.shards.get(place)
    }

    pub fn open_shards(&self) -> impl Iterator<Item = &Shard> {
        self.shards.iter().filter(|shard| shard.closed.is_none())
    }

    pub fn open_shard_count(&self) -> u32 {
        u32::try_from(self.routes().len()).unwrap_or(u32::MAX)
    }

    /// Shards that were split or merged from `id`.
    pub fn children(&self, id: ShardId) -> impl Iterator<Item = &Shard> {
        self.shards.iter().filter(move |shard| shard.parents.contains(&id))
    }

    /// The open shards, by their ranges.
    pub fn open_by_range(&self) -> impl Iterator<Item = &Shard> {
        self.routes().iter().filter_map(|place| self.shards.get(*place as usize))
    }

    fn routes(&self) -> &[u32] {
        self.routes.0.get_or_init(|| {
            let open = self.shards.iter().zip(0u32..).filter(|(shard, _)| shard.closed.is_none());
            let mut open: Vec<(HashKey, u32)> =
                open.map(|(shard, place)| (shard.range.start, place)).collect();
            open.sort_unstable();
            open.into_iter().map(|(_, place)| place).collect()
        })
    }

    /// The open shard at `turn`, counted around and around.
    pub fn in_turn(&self, turn: usize) -> Option<&Shard> {
        let routes = self.routes();
        let place = routes.get(turn.checked_rem(routes.len())?)?;
        self.shards.get(*place as usize)
    }

    /// The open shard that owns `key`. Open shards tile the key space, so there is one.
    pub fn route(&self, key: HashKey) -> Option<&Shard> {
        let routes = self.routes();
        let shard_at = |place: &u32| self.shards.get(*place as usize);
        let begins_by = |place: &u32| shard_at(place).is_some_and(|s| s.range.start <= key);
        let after = routes.partition_point(begins_by);
        let found = routes.get(after.checked_sub(1)?).and_then(shard_at)?;
        found.range.contains(key).then_some(found)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn stream(shard_count: u32) -> Stream {
        Stream::from(Draft {
            name: StreamName::try_from("s".to_owned()).unwrap(),
            uid: 1,
            created: Timestamp(1_000),
            mode: Mode::Provisioned,
            retention_hours: 24,
            record_kib_max: 1024,
            tags: BTreeMap::new(),
            warm_mibps: None,
            distribution: Distribution::default(),
            shard_uids: (1..=shard_count).map(|n| ShardUid(u64::from(n))).collect(),
        })
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
        let before = stream(2);
        assert!(before.route(HashKey(0)).is_some());
        let mut stream = before.clone();
        stream.shards[0].closed = Some(Timestamp(2_000));
        assert_eq!(stream.route(HashKey(0)), None);
        assert_eq!(stream.route(HashKey(u128::MAX)).map(|shard| shard.id), Some(ShardId(1)));
        assert!(before.route(HashKey(0)).is_some());
    }

    #[test]
    fn the_persisted_form_of_a_stream_stays_readable() {
        let golden = r#"{"name":"s","uid":1,"created":1000,"mode":"PROVISIONED",
            "retention_hours":24,"record_kib_max":1024,"shards":[{"id":"shardId-000000000000",
            "uid":1,"range":{"start":"0","end":"340282366920938463463374607431768211455"},
            "created":1000}]}"#;
        // Rows of before resharding know no next shard; opening the service fills it in.
        let expected = Stream { next_shard: 0, ..stream(1) };
        assert_eq!(serde_json::from_str::<Stream>(golden).unwrap(), expected);
    }
}
