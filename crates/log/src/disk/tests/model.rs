//! The oracle: what a log must hold after the requests that were answered, kept naively.
//! Does not: know how the engine works.

use std::collections::BTreeMap;
use std::time::Duration;

use bytes::Bytes;
use levada_types::{ShardUid, Timestamp};

use super::super::read::{Files, Wanted};
use super::super::shared::Shared;

/// One request as it was assigned, in the order of the log.
#[derive(Clone, Debug)]
pub(super) enum Request {
    Open(ShardUid, Duration),
    Close(ShardUid),
    Delete(ShardUid),
    Append { parts: Vec<Part>, producer: Option<(String, u64)> },
}

/// Records of one shard: `first` is the first one's index.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub(super) shard: ShardUid,
    pub(super) first: u64,
    pub(super) arrived: Timestamp,
    pub(super) payloads: Vec<Bytes>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Model {
    pub(super) shards: BTreeMap<ShardUid, ModelShard>,
    pub(super) producers: BTreeMap<String, u64>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct ModelShard {
    pub(super) retention: Duration,
    pub(super) closed: bool,
    pub(super) records: Vec<(Timestamp, Bytes)>,
}

impl ModelShard {
    pub(super) fn next(&self) -> u64 {
        self.records.len() as u64 + 1
    }

    /// The first index that arrived at or after `time` and is within retention.
    pub(super) fn seek(&self, time: Timestamp, now: Timestamp) -> u64 {
        let limit = now.minus(self.retention).max(time);
        self.records.partition_point(|(arrived, _)| *arrived < limit) as u64 + 1
    }
}

impl Model {
    pub(super) fn apply(&mut self, request: &Request) {
        match request {
            Request::Open(shard, retention) => {
                let fresh =
                    ModelShard { retention: *retention, closed: false, records: Vec::new() };
                self.shards.entry(*shard).or_insert(fresh).retention = *retention;
            }
            Request::Close(shard) => {
                self.shards.get_mut(shard).unwrap().closed = true;
            }
            Request::Delete(shard) => {
                self.shards.remove(shard);
            }
            Request::Append { parts, producer } => {
                for part in parts {
                    let shard = self.shards.get_mut(&part.shard).unwrap();
                    assert_eq!(part.first, shard.next(), "indexes are given without gaps");
                    let records = part.payloads.iter().map(|bytes| (part.arrived, bytes.clone()));
                    shard.records.extend(records);
                }
                if let Some((id, next)) = producer {
                    self.producers.insert(id.clone(), *next);
                }
            }
        }
    }

    /// Whether the log has come as far as this model, judged without reading records.
    pub(super) fn is_as_far_as(&self, log: &Shared) -> bool {
        let views = log.views.read();
        let intake = log.intake.lock();
        views.len() == self.shards.len()
            && self.shards.iter().all(|(uid, shard)| {
                views.get(uid).is_some_and(|view| {
                    let state = view.state.lock();
                    (state.next, state.closed, state.retention)
                        == (shard.next(), shard.closed, shard.retention)
                })
            })
            && self.producers.iter().all(|(id, next)| intake.producer_next(id) == *next)
    }

    /// Reads everything and compares it; `chunk` varies how much is read at once.
    pub(super) fn compare(&self, log: &Shared, chunk: usize) -> Result<(), String> {
        for (uid, shard) in &self.shards {
            compare_shard(log, *uid, shard, chunk)?;
        }
        let known: Vec<ShardUid> = self.shards.keys().copied().collect();
        let mut found: Vec<ShardUid> = log.views.read().keys().copied().collect();
        found.sort_unstable();
        if known != found {
            return Err(format!("expected the shards {known:?}, found {found:?}"));
        }
        Ok(())
    }
}

pub(super) fn compare_shard(
    log: &Shared,
    uid: ShardUid,
    shard: &ModelShard,
    chunk: usize,
) -> Result<(), String> {
    let now = log.clock.now();
    let first = shard.seek(Timestamp(i64::MIN), now);
    let tip = log.tip(uid).map_err(|error| error.to_string())?;
    let last_arrived = shard.records.last().map(|(arrived, _)| *arrived);
    let expected = (first, shard.next(), shard.closed, last_arrived);
    if (tip.first, tip.next, tip.closed, tip.last_arrived) != expected {
        return Err(format!("{uid:?}: expected the tip {expected:?}, found {tip:?}"));
    }
    let mut from = 0;
    let mut index = first;
    loop {
        let wanted = Wanted { from, records_max: chunk, bytes_max: chunk * 300 };
        let read = log.read(uid, wanted, Files::Read).map_err(|error| error.to_string())?;
        let read = read.ok_or("files were not read")?;
        for entry in &read.entries {
            let expected = shard.records.get(index as usize - 1);
            let expected = expected.ok_or(format!("{uid:?}: {} was invented", entry.index))?;
            if entry.index != index
                || (&entry.arrived, &entry.payload) != (&expected.0, &expected.1)
            {
                return Err(format!(
                    "{uid:?}: expected record {index} of {:?}, found {} of {:?} or other bytes",
                    expected.0, entry.index, entry.arrived
                ));
            }
            index += 1;
        }
        if read.next != index {
            return Err(format!("{uid:?}: expected to read on at {index}, not {}", read.next));
        }
        from = read.next;
        if read.entries.is_empty() {
            break;
        }
    }
    if index != shard.next() {
        return Err(format!("{uid:?}: acknowledged records from {index} on are lost"));
    }
    Ok(())
}
