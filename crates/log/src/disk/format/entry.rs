//! The entries in a batch's body: one kind per thing that can happen to the log.
//! Does not: decide anything; see `recovery` for what an entry does.
//!
//! ```text
//!  0  1  kind
//!  1  3  zeros
//!  4  4  length of what follows
//!  8     by kind:
//!        1 data       shard u64, then a run (see `run`)
//!        2 open       shard u64, retention in ms u64, and what arrived before this is gone
//!                     however long the retention: ms i64 (not in the oldest logs)
//!        3 close      shard u64
//!        4 delete     shard u64
//!        5 producer   epoch u64, next sequence u64, id (u16 length, UTF-8), machine time in ms
//!                     i64 (not in the oldest logs)
//!        6 manifest   number u64: the manifest of that number was in place
//!        7 trim       shard u64, first index kept u64
//!        8 queue-ack  reserved
//!        9 clock      ms since 1970 i64: no reader was promised a later horizon
//! ```

use std::time::Duration;

use bytes::Bytes;
use levada_types::ShardUid;

use super::manifest::{NEVER_USED, ProducerState};
use super::run::{Payloads, Run};
use super::{Cursor, Malformed, Put};

pub(crate) const ENTRY_HEADER_BYTES: usize = 8;

const DATA: u8 = 1;
const OPEN: u8 = 2;
const CLOSE: u8 = 3;
const DELETE: u8 = 4;
const PRODUCER: u8 = 5;
const MANIFEST: u8 = 6;
const TRIM: u8 = 7;
const CLOCK: u8 = 9;

/// An entry on its way to disk.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum NewEntry {
    Data { shard: ShardUid, first: u64, arrived_ms: i64, payloads: Payloads },
    Open { shard: ShardUid, retention: Duration, expired_ms: i64 },
    Close { shard: ShardUid },
    Delete { shard: ShardUid },
    Producer { id: String, state: ProducerState },
    Manifest { number: u64 },
    Trim { shard: ShardUid, first: u64 },
    Clock { ms: i64 },
}

/// An entry as read from a batch. Records share the batch's memory.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Entry {
    Data { shard: ShardUid, run: Run },
    Open { shard: ShardUid, retention: Duration, expired_ms: i64 },
    Close { shard: ShardUid },
    Delete { shard: ShardUid },
    Producer { id: String, state: ProducerState },
    Manifest { number: u64 },
    Trim { shard: ShardUid, first: u64 },
    Clock { ms: i64 },
}

impl NewEntry {
    /// Where in a data entry its run begins.
    pub(crate) const RUN_AT: usize = ENTRY_HEADER_BYTES + 8;

    /// Bytes this entry takes in a body.
    pub(crate) fn stored_bytes(&self) -> usize {
        ENTRY_HEADER_BYTES
            + match self {
                Self::Data { payloads, .. } => 8 + payloads.stored_bytes(),
                Self::Open { .. } => 24,
                Self::Trim { .. } => 16,
                Self::Close { .. }
                | Self::Delete { .. }
                | Self::Manifest { .. }
                | Self::Clock { .. } => 8,
                Self::Producer { id, .. } => 26 + id.len(),
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
            Self::Trim { .. } => TRIM,
            Self::Clock { .. } => CLOCK,
        }
    }

    pub(crate) fn encode(&self, out: &mut Vec<u8>) {
        out.put(&[self.kind(), 0, 0, 0]);
        out.put_u32((self.stored_bytes() - ENTRY_HEADER_BYTES) as u32);
        match self {
            Self::Data { shard, first, arrived_ms, payloads } => {
                out.put_u64(shard.0);
                payloads.encode(*first, *arrived_ms, out);
            }
            Self::Open { shard, retention, expired_ms } => {
                out.put_u64(shard.0);
                out.put_u64(u64::try_from(retention.as_millis()).unwrap_or(u64::MAX));
                out.put_i64(*expired_ms);
            }
            Self::Close { shard } | Self::Delete { shard } => out.put_u64(shard.0),
            Self::Producer { id, state } => {
                out.put_u64(state.epoch);
                out.put_u64(state.next);
                out.put_text(id);
                out.put_i64(state.used_ms);
            }
            Self::Manifest { number } => out.put_u64(*number),
            Self::Trim { shard, first } => {
                out.put_u64(shard.0);
                out.put_u64(*first);
            }
            Self::Clock { ms } => out.put_i64(*ms),
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
                let (run, run_end) = Run::decode(body, at + NewEntry::RUN_AT)?;
                if run_end != end {
                    return Err(Malformed::new("a data entry is longer than its records"));
                }
                Self::Data { shard, run }
            }
            OPEN => {
                let shard = shard()?;
                let retention = Duration::from_millis(content.u64()?);
                let expired_ms = if content.left() > 0 { content.i64()? } else { i64::MIN };
                Self::Open { shard, retention, expired_ms }
            }
            CLOSE => Self::Close { shard: shard()? },
            DELETE => Self::Delete { shard: shard()? },
            PRODUCER => {
                let (epoch, next) = (content.u64()?, content.u64()?);
                let id = content.text()?;
                let used_ms = if content.left() > 0 { content.i64()? } else { NEVER_USED };
                Self::Producer { id, state: ProducerState { epoch, next, used_ms } }
            }
            MANIFEST => Self::Manifest { number: content.u64()? },
            TRIM => Self::Trim { shard: shard()?, first: content.u64()? },
            CLOCK => Self::Clock { ms: content.i64()? },
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

    const PRODUCER_STATE: ProducerState = ProducerState { epoch: 3, next: 4, used_ms: 5 };

    fn examples() -> Vec<(NewEntry, &'static str)> {
        let shard = ShardUid(0x0a0b);
        let payloads = Payloads::Plain(vec![Bytes::from_static(b"xy"), Bytes::from_static(b"z")]);
        vec![
            (
                NewEntry::Data { shard, first: 1, arrived_ms: 2, payloads },
                "010000002b0000000b0a0000000000000100000000000000020000000000000002000000\
                 030000000200000001000000\
                 78797a",
            ),
            (
                NewEntry::Open { shard, retention: Duration::from_millis(256), expired_ms: 9 },
                "02000000180000000b0a00000000000000010000000000000900000000000000",
            ),
            (NewEntry::Close { shard }, "03000000080000000b0a000000000000"),
            (NewEntry::Delete { shard }, "04000000080000000b0a000000000000"),
            (
                NewEntry::Producer { id: "p1".into(), state: PRODUCER_STATE },
                "050000001c00000003000000000000000400000000000000\
                 020070310500000000000000",
            ),
            (NewEntry::Manifest { number: 6 }, "06000000080000000600000000000000"),
            (
                NewEntry::Trim { shard, first: 7 },
                "07000000100000000b0a0000000000000700000000000000",
            ),
            (NewEntry::Clock { ms: 8 }, "09000000080000000800000000000000"),
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
    fn a_producer_entry_of_the_oldest_logs_has_no_time() {
        let mut bytes = Vec::new();
        NewEntry::Producer { id: "p1".into(), state: PRODUCER_STATE }.encode(&mut bytes);
        bytes.truncate(bytes.len() - 8);
        bytes[4] -= 8;
        let (entry, _) = Entry::decode(&Bytes::from(bytes), 0).unwrap();
        let state = ProducerState { used_ms: NEVER_USED, ..PRODUCER_STATE };
        assert_eq!(entry, Entry::Producer { id: "p1".into(), state });
    }

    #[test]
    fn entries_read_back_in_order_and_a_cut_body_is_refused() {
        let mut bytes = Vec::new();
        for (entry, _) in examples() {
            entry.encode(&mut bytes);
        }
        let body = Bytes::from(bytes);
        let entries = Entry::decode_all(&body, 8).unwrap();
        let Entry::Data { shard, run } = &entries[0] else { panic!("{entries:?}") };
        assert_eq!((*shard, run.first, run.arrived_ms, run.count), (ShardUid(0x0a0b), 1, 2, 2));
        let producer = Entry::Producer { id: "p1".into(), state: PRODUCER_STATE };
        assert_eq!(entries[4], producer);
        for len in 0..body.len() {
            assert!(Entry::decode_all(&body.slice(..len), 8).is_err());
        }
        assert!(Entry::decode_all(&body, 5).is_err());
    }
}
