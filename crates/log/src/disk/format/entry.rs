//! The entries in a batch's body: one kind per thing that can happen to the log.
//! Does not: decide anything; see `recovery` for what an entry does.
//!
//! ```text
//!  0  1  kind
//!  1  3  zeros
//!  4  4  length of what follows
//!  8     by kind:
//!        1 data       shard u64, then a run (see `run`)
//!        2 open       shard u64, retention in ms u64
//!        3 close      shard u64
//!        4 delete     shard u64
//!        5 producer   epoch u64, next sequence u64, id (u16 length, UTF-8)
//!        6 manifest   number u64: the manifest of that number was in place
//!        7 trim       reserved
//!        8 queue-ack  reserved
//! ```

use std::time::Duration;

use bytes::Bytes;
use levada_types::ShardUid;

use super::run::{self, Run};
use super::{Cursor, Malformed, Put};

pub(crate) const ENTRY_HEADER_BYTES: usize = 8;

const DATA: u8 = 1;
const OPEN: u8 = 2;
const CLOSE: u8 = 3;
const DELETE: u8 = 4;
const PRODUCER: u8 = 5;
const MANIFEST: u8 = 6;

/// An entry on its way to disk.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum NewEntry {
    Data { shard: ShardUid, first: u64, arrived_ms: i64, payloads: Vec<Bytes> },
    Open { shard: ShardUid, retention: Duration },
    Close { shard: ShardUid },
    Delete { shard: ShardUid },
    Producer { id: String, epoch: u64, next: u64 },
    Manifest { number: u64 },
}

/// An entry as read from a batch. Records share the batch's memory.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Entry {
    Data { shard: ShardUid, run: Run },
    Open { shard: ShardUid, retention: Duration },
    Close { shard: ShardUid },
    Delete { shard: ShardUid },
    Producer { id: String, epoch: u64, next: u64 },
    Manifest { number: u64 },
}

impl NewEntry {
    /// Bytes this entry takes in a body.
    pub(crate) fn stored_bytes(&self) -> usize {
        ENTRY_HEADER_BYTES
            + match self {
                Self::Data { payloads, .. } => 8 + run::stored_bytes(payloads),
                Self::Open { .. } => 16,
                Self::Close { .. } | Self::Delete { .. } | Self::Manifest { .. } => 8,
                Self::Producer { id, .. } => 18 + id.len(),
            }
    }

    fn kind(&self) -> u8 {
        match self {
            Self::Data { .. } => DATA,
            Self::Open { .. } => OPEN,
            Self::Close { .. } => CLOSE,
            Self::Delete { .. } => DELETE,
            Self::Producer { .. } => PRODUCER,
            Self::Manifest { .. } => MANIFEST,
        }
    }

    pub(crate) fn encode(&self, out: &mut Vec<u8>) {
        out.put(&[self.kind(), 0, 0, 0]);
        out.put_u32((self.stored_bytes() - ENTRY_HEADER_BYTES) as u32);
        match self {
            Self::Data { shard, first, arrived_ms, payloads } => {
                out.put_u64(shard.0);
                run::encode(*first, *arrived_ms, payloads, out);
            }
            Self::Open { shard, retention } => {
                out.put_u64(shard.0);
                out.put_u64(u64::try_from(retention.as_millis()).unwrap_or(u64::MAX));
            }
            Self::Close { shard } | Self::Delete { shard } => out.put_u64(shard.0),
            Self::Producer { id, epoch, next } => {
                out.put_u64(*epoch);
                out.put_u64(*next);
                out.put_text(id);
            }
            Self::Manifest { number } => out.put_u64(*number),
        }
    }
}

impl Entry {
    /// The entry at `at` in a body, and where it ends.
    pub(crate) fn decode(body: &Bytes, at: usize) -> Result<(Self, usize), Malformed> {
        let bytes = body.get(at..).ok_or_else(|| Malformed::new("an entry begins too late"))?;
        let mut cursor = Cursor::new(bytes);
        let kind = cursor.u8()?;
        cursor.take(3)?;
        let len = cursor.u32()? as usize;
        let mut content = Cursor::new(cursor.take(len)?);
        let end = at + ENTRY_HEADER_BYTES + len;
        let mut shard = || content.u64().map(ShardUid);
        let entry = match kind {
            DATA => {
                let shard = shard()?;
                let (run, run_end) = Run::decode(body, at + ENTRY_HEADER_BYTES + 8)?;
                if run_end != end {
                    return Err(Malformed::new("a data entry is longer than its records"));
                }
                Self::Data { shard, run }
            }
            OPEN => {
                Self::Open { shard: shard()?, retention: Duration::from_millis(content.u64()?) }
            }
            CLOSE => Self::Close { shard: shard()? },
            DELETE => Self::Delete { shard: shard()? },
            PRODUCER => {
                let (epoch, next) = (content.u64()?, content.u64()?);
                Self::Producer { id: content.text()?, epoch, next }
            }
            MANIFEST => Self::Manifest { number: content.u64()? },
            other => return Err(Malformed(format!("unknown entry kind {other}"))),
        };
        Ok((entry, end))
    }

    /// All `count` entries of a body, which must fill it exactly.
    pub(crate) fn decode_all(body: &Bytes, count: u32) -> Result<Vec<Self>, Malformed> {
        let mut entries = Vec::new();
        let mut at = 0;
        for _ in 0..count {
            let (entry, end) = Self::decode(body, at)?;
            entries.push(entry);
            at = end;
        }
        if at != body.len() {
            return Err(Malformed(format!("{count} entries end at {at} of {}", body.len())));
        }
        Ok(entries)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    fn examples() -> Vec<(NewEntry, &'static str)> {
        let shard = ShardUid(0x0a0b);
        let payloads = vec![Bytes::from_static(b"xy"), Bytes::from_static(b"z")];
        vec![
            (
                NewEntry::Data { shard, first: 1, arrived_ms: 2, payloads },
                "010000002b0000000b0a0000000000000100000000000000020000000000000002000000\
                 030000000200000001000000\
                 78797a",
            ),
            (
                NewEntry::Open { shard, retention: Duration::from_millis(256) },
                "02000000100000000b0a0000000000000001000000000000",
            ),
            (NewEntry::Close { shard }, "03000000080000000b0a000000000000"),
            (NewEntry::Delete { shard }, "04000000080000000b0a000000000000"),
            (
                NewEntry::Producer { id: "p1".into(), epoch: 3, next: 4 },
                "050000001400000003000000000000000400000000000000\
                 02007031",
            ),
            (NewEntry::Manifest { number: 6 }, "06000000080000000600000000000000"),
        ]
    }

    #[test]
    fn the_bytes_of_every_entry_never_change() {
        for (entry, golden) in examples() {
            let mut bytes = Vec::new();
            entry.encode(&mut bytes);
            assert_eq!(hex(&bytes), golden, "{entry:?}");
            assert_eq!(bytes.len(), entry.stored_bytes());
        }
    }

    #[test]
    fn entries_read_back_in_order_and_a_cut_body_is_refused() {
        let mut bytes = Vec::new();
        for (entry, _) in examples() {
            entry.encode(&mut bytes);
        }
        let body = Bytes::from(bytes);
        let entries = Entry::decode_all(&body, 6).unwrap();
        let Entry::Data { shard, run } = &entries[0] else { panic!("{entries:?}") };
        assert_eq!((*shard, run.first, run.arrived_ms, run.count), (ShardUid(0x0a0b), 1, 2, 2));
        let producer = Entry::Producer { id: "p1".into(), epoch: 3, next: 4 };
        assert_eq!(entries[4], producer);
        for len in 0..body.len() {
            assert!(Entry::decode_all(&body.slice(..len), 6).is_err());
        }
        assert!(Entry::decode_all(&body, 5).is_err());
    }
}
