//! Aggregates of the Kinesis Producer Library: several user records in one stream record.
//!
//! ```text
//! F3 89 9A C2 | protobuf AggregatedRecord | MD5 of the protobuf, 16 bytes
//! AggregatedRecord { repeated string partition_key_table = 1;
//!                    repeated string explicit_hash_key_table = 2;
//!                    repeated Record records = 3; }
//! Record { uint64 partition_key_index = 1; optional uint64 explicit_hash_key_index = 2;
//!          bytes data = 3; repeated Tag tags = 4; }
//! ```
//! The rules of what is an aggregate are those of the Kinesis Client Library. Tags are dropped.
//! Does not: decide when an aggregate is full enough to be sent.

mod protobuf;

use std::collections::HashMap;

use bytes::Bytes;
use levada_types::{HashKey, HashRange};
use md5::{Digest, Md5};

use self::protobuf::{Fields, Malformed, Value, bytes_bytes, put_bytes, put_varint, varint_bytes};

const MAGIC: [u8; 4] = [0xf3, 0x89, 0x9a, 0xc2];
const DIGEST_BYTES: usize = 16;
/// The partition key of every aggregate; its explicit hash key chooses the shard.
const AGGREGATE_PARTITION_KEY: &str = "a";

/// A record as its producer gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserRecord {
    pub partition_key: String,
    pub explicit_hash_key: Option<HashKey>,
    pub data: Bytes,
}

impl UserRecord {
    /// What chooses the record's shard.
    pub fn hash_key(&self) -> HashKey {
        self.explicit_hash_key.unwrap_or_else(|| HashKey::of_partition_key(&self.partition_key))
    }
}

/// What a stream record turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unpacked {
    /// No aggregate, or one whose digest or content is wrong: taken as it is.
    Plain,
    /// The user records in their order; a record's place is its subsequence number.
    Records(Vec<UserRecord>),
    /// At least one user record belongs to another shard. The producer notices that by the
    /// shard id in its answer and sends all of them again, so the whole aggregate is dropped.
    Misplaced,
}

/// Looks whether a stream record is an aggregate, and opens it. `shard` is the range of the
/// shard that the record was read from; without it no aggregate is misplaced.
pub fn unpack(data: &Bytes, shard: Option<HashRange>) -> Unpacked {
    let Some(message) = message(data) else { return Unpacked::Plain };
    let Ok(records) = records(message) else { return Unpacked::Plain };
    let is_misplaced = |range: HashRange| records.iter().any(|r| !range.contains(r.hash_key()));
    if shard.is_some_and(is_misplaced) {
        return Unpacked::Misplaced;
    }
    Unpacked::Records(records)
}

/// The protobuf message between magic and digest, when the digest is right.
fn message(data: &Bytes) -> Option<Bytes> {
    let rest = data.strip_prefix(&MAGIC)?;
    let (message, digest) = rest.split_at_checked(rest.len().checked_sub(DIGEST_BYTES)?)?;
    (Md5::digest(message)[..] == *digest).then(|| data.slice_ref(message))
}

fn records(message: Bytes) -> Result<Vec<UserRecord>, Malformed> {
    let mut partition_keys = Vec::new();
    let mut hash_keys = Vec::new();
    let mut records = Vec::new();
    for field in Fields::of(&message) {
        match field? {
            (1, Value::Bytes(key)) => partition_keys.push(text(key)?),
            (2, Value::Bytes(key)) => {
                hash_keys.push(HashKey::parse(text(key)?).map_err(|_| Malformed)?);
            }
            (3, Value::Bytes(record)) => records.push(record),
            _ => {}
        }
    }
    let open = |record: &[u8]| {
        let (mut key, mut hash, mut data) = (None, None, None);
        for field in Fields::of(record) {
            match field? {
                (1, Value::Varint(index)) => key = Some(at(&partition_keys, index)?),
                (2, Value::Varint(index)) => hash = Some(at(&hash_keys, index)?),
                (3, Value::Bytes(bytes)) => data = Some(message.slice_ref(bytes)),
                _ => {}
            }
        }
        Ok(UserRecord {
            partition_key: key.ok_or(Malformed)?.to_owned(),
            explicit_hash_key: hash,
            data: data.ok_or(Malformed)?,
        })
    };
    records.into_iter().map(open).collect()
}

fn text(bytes: &[u8]) -> Result<&str, Malformed> {
    std::str::from_utf8(bytes).map_err(|_| Malformed)
}

fn at<T: Copy>(table: &[T], index: u64) -> Result<T, Malformed> {
    let index = usize::try_from(index).map_err(|_| Malformed)?;
    table.get(index).copied().ok_or(Malformed)
}

/// An aggregate being filled by a producer.
#[derive(Clone, Debug, Default)]
pub struct Aggregate {
    records: Vec<UserRecord>,
    partition_keys: HashMap<String, u64>,
    hash_keys: HashMap<HashKey, u64>,
    /// The message in its three parts: both tables, then the records.
    tables: [Vec<u8>; 2],
    encoded: Vec<u8>,
}

impl Aggregate {
    pub fn new() -> Self {
        Self::default()
    }

    /// User records in it.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Bytes of the stream record that `finish` gives now.
    pub fn bytes(&self) -> usize {
        match self.records.as_slice() {
            [] => 0,
            [alone] => alone.data.len(),
            _ => self.framed_bytes(),
        }
    }

    /// Bytes of the stream record once `record` is in it as well.
    pub fn bytes_with(&self, record: &UserRecord) -> usize {
        if self.records.is_empty() {
            return record.data.len();
        }
        let mut bytes = self.framed_bytes();
        if !self.partition_keys.contains_key(&record.partition_key) {
            bytes += bytes_bytes(record.partition_key.len());
        }
        if let Some(key) = record.explicit_hash_key.filter(|key| !self.hash_keys.contains_key(key))
        {
            bytes += bytes_bytes(key.to_string().len());
        }
        let (key, hash) = self.indexes(record);
        let hash_bytes = hash.map_or(0, varint_bytes);
        bytes + bytes_bytes(varint_bytes(key) + hash_bytes + bytes_bytes(record.data.len()))
    }

    fn framed_bytes(&self) -> usize {
        let message = self.tables.iter().map(Vec::len).sum::<usize>() + self.encoded.len();
        MAGIC.len() + message + DIGEST_BYTES
    }

    /// Where a record's keys stand in the tables, or will stand.
    fn indexes(&self, record: &UserRecord) -> (u64, Option<u64>) {
        let next = self.partition_keys.len() as u64;
        let key = self.partition_keys.get(&record.partition_key).copied().unwrap_or(next);
        let next = self.hash_keys.len() as u64;
        let hash = record.explicit_hash_key;
        (key, hash.map(|hash| self.hash_keys.get(&hash).copied().unwrap_or(next)))
    }

    pub fn add(&mut self, record: UserRecord) {
        let (key, hash) = self.indexes(&record);
        if key == self.partition_keys.len() as u64 {
            put_bytes(&mut self.tables[0], 1, record.partition_key.as_bytes());
            self.partition_keys.insert(record.partition_key.clone(), key);
        }
        let mut inner = Vec::with_capacity(record.data.len() + 16);
        put_varint(&mut inner, 1, key);
        if let (Some(index), Some(hash_key)) = (hash, record.explicit_hash_key) {
            if index == self.hash_keys.len() as u64 {
                put_bytes(&mut self.tables[1], 2, hash_key.to_string().as_bytes());
                self.hash_keys.insert(hash_key, index);
            }
            put_varint(&mut inner, 2, index);
        }
        put_bytes(&mut inner, 3, &record.data);
        put_bytes(&mut self.encoded, 3, &inner);
        self.records.push(record);
    }

    /// The stream record, with its keys: one user record alone goes plain. `None` when empty.
    /// The aggregate is empty afterwards.
    pub fn finish(&mut self) -> Option<UserRecord> {
        let Self { mut records, tables: [keys, hashes], encoded, .. } = std::mem::take(self);
        if records.len() <= 1 {
            return records.pop();
        }
        let first = records.first()?.hash_key();
        let message = [keys, hashes, encoded].concat();
        let data = [&MAGIC[..], &message, &Md5::digest(&message)].concat();
        Some(UserRecord {
            partition_key: AGGREGATE_PARTITION_KEY.to_owned(),
            explicit_hash_key: Some(first),
            data: data.into(),
        })
    }
}

#[cfg(test)]
mod tests;
