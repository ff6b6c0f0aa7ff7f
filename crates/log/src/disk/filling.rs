//! A batch while appends are encoded into it, and what it brings about once it is durable.
//! Does not: know where in the ring it will stand.

use bytes::Bytes;
use levada_env::disk::aligned_buffer;
use levada_types::ShardUid;
use tokio::sync::oneshot;

use super::format::batch::HEADER_BYTES;
use super::format::entry::{Entry, NewEntry};
use super::format::run::{Run, RunPlace};
use super::format::whole_blocks;

/// Smaller bodies are copied out of the write buffer, whose alignment they need not keep.
const COPY_BYTES_MAX: usize = 64 * 1024;

/// What becomes true when the batch is durable, in the order of its entries.
pub(crate) enum Effect {
    Records { shard: ShardUid, place: RunPlace },
    Other(Entry),
}

#[derive(Default)]
pub(crate) struct Filling {
    /// Room for the header from `start` on, then the body.
    buffer: Vec<u8>,
    start: usize,
    pub(crate) entries: u32,
    pub(crate) effects: Vec<Effect>,
    /// Who waits for the batch; they are answered in this order.
    pub(crate) waiters: Vec<oneshot::Sender<()>>,
    /// Counts the batches of the intake; 0 for one that the intake does not know.
    pub(crate) number: u64,
}

impl Filling {
    /// `bytes_expected` only saves copying.
    pub(crate) fn new(number: u64, bytes_expected: usize) -> Self {
        let mut filling = Self { number, ..Self::default() };
        // A batch that only has waiters needs no memory.
        if number == 0 || bytes_expected > 0 {
            filling.make_room(bytes_expected);
        }
        filling
    }

    /// Bytes of the body.
    pub(crate) fn bytes(&self) -> usize {
        self.buffer.len().saturating_sub(self.start + HEADER_BYTES)
    }

    /// Bytes the batch takes in the ring; 0 when there is nothing to write.
    pub(crate) fn stored_bytes(&self) -> u64 {
        if self.entries == 0 && self.number > 0 {
            return 0;
        }
        whole_blocks((HEADER_BYTES + self.bytes()) as u64)
    }

    /// Moves what is there into a larger buffer unless `bytes` more fit, padding included.
    fn make_room(&mut self, bytes: usize) {
        let needed = whole_blocks((HEADER_BYTES + self.bytes() + bytes) as u64) as usize;
        if self.buffer.capacity() >= self.start + needed && !self.buffer.is_empty() {
            return;
        }
        let (mut buffer, start) = aligned_buffer(needed.max(2 * self.bytes()));
        match self.buffer.get(self.start..) {
            Some(old) if !old.is_empty() => buffer.extend_from_slice(old),
            _ => buffer.resize(start + HEADER_BYTES, 0),
        }
        (self.buffer, self.start) = (buffer, start);
    }

    pub(crate) fn add(&mut self, entry: NewEntry) {
        self.make_room(entry.stored_bytes());
        let at = self.bytes();
        entry.encode(&mut self.buffer);
        self.entries += 1;
        self.effects.push(match entry {
            NewEntry::Data { shard, first, arrived_ms, payloads } => {
                let place = payloads.place(at + NewEntry::RUN_AT, first, arrived_ms);
                Effect::Records { shard, place }
            }
            NewEntry::Open { shard, retention, expired_ms } => {
                Effect::Other(Entry::Open { shard, retention, expired_ms })
            }
            NewEntry::Close { shard } => Effect::Other(Entry::Close { shard }),
            NewEntry::Delete { shard } => Effect::Other(Entry::Delete { shard }),
            NewEntry::Producer { id, state } => Effect::Other(Entry::Producer { id, state }),
            NewEntry::Manifest { number } => Effect::Other(Entry::Manifest { number }),
            NewEntry::Trim { shard, first } => Effect::Other(Entry::Trim { shard, first }),
            NewEntry::Clock { ms } => Effect::Other(Entry::Clock { ms }),
        });
    }

    pub(crate) fn body(&self) -> &[u8] {
        &self.buffer[self.start + HEADER_BYTES..]
    }

    /// Puts the header in its place. The bytes to write, padded to whole blocks.
    pub(crate) fn finish(&mut self, header: &[u8; HEADER_BYTES]) -> Stored<'_> {
        let body_end = self.buffer.len();
        self.buffer[self.start..self.start + HEADER_BYTES].copy_from_slice(header);
        let padded = whole_blocks((body_end - self.start) as u64) as usize;
        self.buffer.resize(self.start + padded, 0);
        Stored { bytes: &self.buffer[self.start..], body_end }
    }

    /// The body as memory that readers share, once it is written.
    pub(crate) fn take_body(&mut self, body_end: usize) -> Bytes {
        let body_start = self.start + HEADER_BYTES;
        let mut buffer = std::mem::take(&mut self.buffer);
        if body_end - body_start <= COPY_BYTES_MAX {
            return Bytes::copy_from_slice(&buffer[body_start..body_end]);
        }
        buffer.truncate(body_end);
        if buffer.capacity() - body_end > body_end / 4 {
            buffer.shrink_to_fit();
        }
        Bytes::from(buffer).slice(body_start..)
    }
}

/// A finished batch, and where in its buffer the body ends.
pub(crate) struct Stored<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) body_end: usize,
}

impl Effect {
    /// The run of a `Records` effect.
    pub(crate) fn run(place: RunPlace, body: &Bytes) -> Run {
        Run::placed(body, place)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::super::format::run::Payloads;
    use super::*;

    fn data(first: u64, len: usize) -> NewEntry {
        let payloads = Payloads::Plain(vec![Bytes::from(vec![first as u8; len])]);
        NewEntry::Data { shard: ShardUid(1), first, arrived_ms: 5, payloads }
    }

    #[test]
    fn what_is_filled_in_is_what_decoding_the_body_gives() {
        let mut filling = Filling::new(1, 0);
        let mut bytes = 0;
        let lengths = [10, 0, 5_000, 100_000, 3];
        for (first, len) in (1..).zip(lengths) {
            bytes += data(first, len).stored_bytes();
            filling.add(data(first, len));
        }
        let open = NewEntry::Open { shard: ShardUid(2), retention: Duration::ZERO, expired_ms: 0 };
        bytes += open.stored_bytes();
        filling.add(open);
        assert_eq!(filling.bytes(), bytes);
        let stored = filling.finish(&[9; HEADER_BYTES]);
        assert!(stored.bytes.len().is_multiple_of(4096));
        assert!(stored.bytes.as_ptr().addr().is_multiple_of(4096));
        assert_eq!(stored.bytes[..HEADER_BYTES], [9; HEADER_BYTES]);
        let body_end = stored.body_end;
        let body = filling.take_body(body_end);
        assert_eq!(body.len(), bytes);
        let decoded = Entry::decode_all(&body, filling.entries).unwrap();
        for (effect, entry) in filling.effects.into_iter().zip(decoded) {
            match effect {
                Effect::Records { shard, place } => {
                    assert_eq!(Entry::Data { shard, run: Effect::run(place, &body) }, entry);
                }
                Effect::Other(other) => assert_eq!(other, entry),
            }
        }
    }
}
