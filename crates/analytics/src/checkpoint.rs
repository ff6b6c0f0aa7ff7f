//! What a run needs to go on after a crash: positions, engine state and ordinals of one moment.
//! Does not: hold reference tables; their objects are kept beside it (see `store`).
//!
//! Layout, persisted, never reuse a version byte:
//! `version u8 = 1 | header length u32 LE | header, JSON | engine state, to the end`.
//! An empty engine state stands for an engine that has seen nothing but `bound`.

use std::collections::BTreeMap;

use levada_types::{ShardId, Timestamp};
use serde::{Deserialize, Serialize};

const VERSION: u8 = 1;

#[derive(Clone, Debug, PartialEq)]
pub struct Checkpoint {
    pub header: Header,
    pub engine: Vec<u8>,
}

/// Persisted; never rename a field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Header {
    /// Names this run's outputs to the sinks: new with every start at a new position, and never
    /// the same for two applications of one name.
    pub run: String,
    /// The application's version that was running.
    pub version: u64,
    /// Index of the next record to deliver, by shard.
    pub positions: BTreeMap<ShardId, u64>,
    /// Every record that arrived before this has been delivered to the engine, or lies before
    /// the start; no other one has.
    pub bound: Timestamp,
    /// Ordinal of the next row, by output id. Rows before it are in the sink.
    pub ordinals: BTreeMap<String, u64>,
    /// Index of the first record, by shard, of which a row still waits for its event time: from
    /// there on records are read again. Only where that lies before `positions`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub held: BTreeMap<ShardId, u64>,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("stored checkpoint is malformed: {0}")]
pub struct MalformedCheckpoint(String);

impl Checkpoint {
    pub fn encode(&self) -> Vec<u8> {
        let header = serde_json::to_vec(&self.header).expect("maps with text keys are JSON");
        let length = u32::try_from(header.len()).unwrap_or(u32::MAX);
        let mut bytes = Vec::with_capacity(5 + header.len() + self.engine.len());
        bytes.push(VERSION);
        bytes.extend_from_slice(&length.to_le_bytes());
        bytes.extend_from_slice(&header);
        bytes.extend_from_slice(&self.engine);
        bytes
    }

    pub fn decode(bytes: &[u8]) -> Result<Self, MalformedCheckpoint> {
        let malformed = |reason: &str| MalformedCheckpoint(reason.to_owned());
        let ([version], rest) = bytes.split_first_chunk().ok_or_else(|| malformed("empty"))?;
        if *version != VERSION {
            return Err(MalformedCheckpoint(format!("unknown version {version}")));
        }
        let (length, rest) = rest.split_first_chunk().ok_or_else(|| malformed("too short"))?;
        let length = u32::from_le_bytes(*length) as usize;
        let (header, engine) =
            rest.split_at_checked(length).ok_or_else(|| malformed("shorter than its header"))?;
        let header = serde_json::from_slice(header)
            .map_err(|error| MalformedCheckpoint(error.to_string()))?;
        Ok(Self { header, engine: engine.to_vec() })
    }
}

/// The name under which a sink counts one output's records.
pub fn producer(run: &str, application: &str, output: &str) -> String {
    format!("analytics/{application}/{run}/{output}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> Checkpoint {
        let header = Header {
            run: "r".into(),
            version: 2,
            positions: BTreeMap::from([(ShardId(1), 7)]),
            bound: Timestamp(5),
            ordinals: BTreeMap::from([("2.1".to_owned(), 3)]),
            held: BTreeMap::new(),
        };
        Checkpoint { header, engine: vec![0, 255] }
    }

    #[test]
    fn a_checkpoint_reads_back_as_it_was_written() {
        assert_eq!(Checkpoint::decode(&example().encode()), Ok(example()));
    }

    #[test]
    fn golden_bytes_of_version_1() {
        let header = r#"{"run":"r","version":2,"positions":{"shardId-000000000001":7},"bound":5,"ordinals":{"2.1":3}}"#;
        let mut bytes = vec![1, header.len() as u8, 0, 0, 0];
        bytes.extend_from_slice(header.as_bytes());
        bytes.extend_from_slice(&[0, 255]);
        assert_eq!(example().encode(), bytes);
    }

    #[test]
    fn cut_or_foreign_bytes_are_refused() {
        let bytes = example().encode();
        for length in 0..bytes.len() - 2 {
            assert!(Checkpoint::decode(&bytes[..length]).is_err(), "{length}");
        }
        assert!(Checkpoint::decode(&[9, 0, 0, 0, 0]).is_err());
    }
}
