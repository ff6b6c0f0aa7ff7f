//! The manifest: what tier 2 holds, the state of every shard and producer at one batch, and
//! where in the ring the batches after it begin. Replaced whole by a rename.
//! Does not: hold records.
//!
//! ```text
//!  0  8  magic "LVDMANIF"
//!  8  2  format (2; 1 has no clock, no expired, no times of producers)
//! 10  2  zeros
//! 12  4  crc32c of everything from byte 16 on
//! 16  8  store id
//! 24  8  manifest number: one more than the manifest before
//! 32     low water: file u32, generation u64, offset u64, batch number u64, checksum u32
//! 64  8  number of the next segment
//! 72  8  clock: ms since 1970 that no promised horizon was beyond, or -2^63
//! 80     segments: u32 count, each number u64, retention class u16 (highest bit: it is in the cold
//!                store), length u64
//!        shards: u32 count, each uid u64, retention ms u64, closed u8, next u64,
//!                last arrival ms i64, trimmed u64, expired ms i64
//!        producers: u32 count, each epoch u64, next u64, id (u16 length, UTF-8), machine time of
//!                its newest append in ms i64
//! ```

use std::collections::BTreeMap;
use std::time::Duration;

use levada_types::ShardUid;

use super::{Cursor, Malformed, Put, crc32c};

const FORMAT: u16 = 2;
/// Still read.
const FORMAT_WITHOUT_TIMES: u16 = 1;

const MAGIC: &[u8; 8] = b"LVDMANIF";
const CRC_AT: usize = 12;
const CONTENT_AT: usize = 16;

/// The place after the newest batch that is wholly in tier 2 and in the manifest's state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct LowWater {
    pub(crate) file: u32,
    pub(crate) generation: u64,
    /// Where the batch would be that follows in the same file.
    pub(crate) offset: u64,
    pub(crate) batch: u64,
    /// The header checksum of `batch`.
    pub(crate) checksum: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SegmentRef {
    pub(crate) number: u64,
    pub(crate) class: u16,
    pub(crate) len: u64,
    /// In the cold store; here is only its index.
    pub(crate) cold: bool,
}

/// Set in a stored class where the segment is in the cold store.
const COLD_BIT: u16 = 1 << 15;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ShardState {
    pub(crate) retention: Duration,
    pub(crate) closed: bool,
    /// The index the next record will have.
    pub(crate) next: u64,
    pub(crate) last_arrived_ms: Option<i64>,
    /// Everything before this index may be gone from the disk.
    pub(crate) trimmed: u64,
    /// What arrived before is past a retention the shard once had: a longer one does not bring
    /// it back. `i64::MIN` when the retention was never made longer.
    pub(crate) expired_ms: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ProducerState {
    pub(crate) epoch: u64,
    pub(crate) next: u64,
    /// Machine time of the newest append.
    pub(crate) used_ms: i64,
}

/// Read where no time was stored.
pub(crate) const NEVER_USED: i64 = i64::MIN;

/// Everything that is not a record, as of one batch.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Checkpoint {
    pub(crate) shards: BTreeMap<ShardUid, ShardState>,
    pub(crate) producers: BTreeMap<String, ProducerState>,
    /// A horizon that no earlier process promised more than, as far as it could still say so.
    pub(crate) clock_ms: Option<i64>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Manifest {
    pub(crate) store: u64,
    pub(crate) number: u64,
    pub(crate) low_water: LowWater,
    pub(crate) next_segment: u64,
    pub(crate) segments: Vec<SegmentRef>,
    pub(crate) checkpoint: Checkpoint,
}

/// Stored for a shard without a record, and where no clock is known.
const NO_ARRIVAL: i64 = i64::MIN;

impl Manifest {
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut out = Vec::new();
        out.put(MAGIC);
        out.put_u16(FORMAT);
        out.put_u16(0);
        out.put_u32(0);
        out.put_u64(self.store);
        out.put_u64(self.number);
        out.put_u32(self.low_water.file);
        out.put_u64(self.low_water.generation);
        out.put_u64(self.low_water.offset);
        out.put_u64(self.low_water.batch);
        out.put_u32(self.low_water.checksum);
        out.put_u64(self.next_segment);
        out.put_i64(self.checkpoint.clock_ms.unwrap_or(NO_ARRIVAL));
        out.put_u32(self.segments.len() as u32);
        for segment in &self.segments {
            out.put_u64(segment.number);
            out.put_u16(segment.class | if segment.cold { COLD_BIT } else { 0 });
            out.put_u64(segment.len);
        }
        out.put_u32(self.checkpoint.shards.len() as u32);
        for (uid, shard) in &self.checkpoint.shards {
            out.put_u64(uid.0);
            out.put_u64(u64::try_from(shard.retention.as_millis()).unwrap_or(u64::MAX));
            out.put_u8(u8::from(shard.closed));
            out.put_u64(shard.next);
            out.put_i64(shard.last_arrived_ms.unwrap_or(NO_ARRIVAL));
            out.put_u64(shard.trimmed);
            out.put_i64(shard.expired_ms);
        }
        out.put_u32(self.checkpoint.producers.len() as u32);
        for (id, producer) in &self.checkpoint.producers {
            out.put_u64(producer.epoch);
            out.put_u64(producer.next);
            out.put_text(id);
            out.put_i64(producer.used_ms);
        }
        let crc = crc32c(&out[CONTENT_AT..]).to_le_bytes();
        out[CRC_AT..CONTENT_AT].copy_from_slice(&crc);
        out
    }

    pub(crate) fn decode(bytes: &[u8]) -> Result<Self, Malformed> {
        let mut cursor = Cursor::new(bytes);
        if cursor.take(8)? != MAGIC {
            return Err(Malformed::new("not a manifest"));
        }
        let format = cursor.u16()?;
        if format != FORMAT && format != FORMAT_WITHOUT_TIMES {
            return Err(Malformed(format!("expected format {FORMAT}, found {format}")));
        }
        cursor.u16()?;
        if cursor.u32()? != crc32c(&bytes[CONTENT_AT..]) {
            return Err(Malformed::new("the manifest's checksum does not fit"));
        }
        let (store, number) = (cursor.u64()?, cursor.u64()?);
        let low_water = LowWater {
            file: cursor.u32()?,
            generation: cursor.u64()?,
            offset: cursor.u64()?,
            batch: cursor.u64()?,
            checksum: cursor.u32()?,
        };
        let next_segment = cursor.u64()?;
        let times = format == FORMAT;
        let clock_ms = if times { cursor.i64()? } else { NO_ARRIVAL };
        let mut segments = Vec::new();
        for _ in 0..cursor.u32()? {
            let (number, class) = (cursor.u64()?, cursor.u16()?);
            let (cold, class) = (class & COLD_BIT != 0, class & !COLD_BIT);
            segments.push(SegmentRef { number, class, len: cursor.u64()?, cold });
        }
        let mut checkpoint = decode_checkpoint(&mut cursor, times)?;
        checkpoint.clock_ms = Some(clock_ms).filter(|ms| *ms != NO_ARRIVAL);
        Ok(Self { store, number, low_water, next_segment, segments, checkpoint })
    }
}

fn decode_checkpoint(cursor: &mut Cursor<'_>, times: bool) -> Result<Checkpoint, Malformed> {
    let mut checkpoint = Checkpoint::default();
    for _ in 0..cursor.u32()? {
        let uid = ShardUid(cursor.u64()?);
        let retention = Duration::from_millis(cursor.u64()?);
        let closed = cursor.u8()? != 0;
        let next = cursor.u64()?;
        let last_arrived_ms = Some(cursor.i64()?).filter(|ms| *ms != NO_ARRIVAL);
        let trimmed = cursor.u64()?;
        let expired_ms = if times { cursor.i64()? } else { i64::MIN };
        let shard = ShardState { retention, closed, next, last_arrived_ms, trimmed, expired_ms };
        checkpoint.shards.insert(uid, shard);
    }
    for _ in 0..cursor.u32()? {
        let (epoch, next) = (cursor.u64()?, cursor.u64()?);
        let id = cursor.text()?;
        let used_ms = if times { cursor.i64()? } else { NEVER_USED };
        checkpoint.producers.insert(id, ProducerState { epoch, next, used_ms });
    }
    Ok(checkpoint)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRODUCER: ProducerState = ProducerState { epoch: 1, next: 8, used_ms: 0x0c0d };

    fn example() -> Manifest {
        let shard = ShardState {
            retention: Duration::from_secs(1),
            closed: true,
            next: 5,
            last_arrived_ms: None,
            trimmed: 2,
            expired_ms: 0x0e0f,
        };
        Manifest {
            store: 1,
            number: 2,
            low_water: LowWater { file: 3, generation: 4, offset: 4096, batch: 5, checksum: 6 },
            next_segment: 7,
            segments: vec![SegmentRef { number: 6, class: 1, len: 300, cold: false }],
            checkpoint: Checkpoint {
                shards: BTreeMap::from([(ShardUid(9), shard)]),
                producers: BTreeMap::from([("p".into(), PRODUCER)]),
                clock_ms: Some(0x0a0b),
            },
        }
    }

    #[test]
    fn a_manifest_of_the_first_format_is_still_read() {
        let stored = "\
             4c56444d414e494601000000e8d9b52b010000000000000002000000000000000300000004000000\
             00000000001000000000000005000000000000000600000007000000000000000100000006000000\
             0000000001002c01000000000000010000000900000000000000e803000000000000010500000000\
             00000000000000000000800200000000000000010000000100000000000000080000000000000001\
             0070";
        let digits = |at: usize| u8::from_str_radix(&stored[at..at + 2], 16).unwrap();
        let bytes: Vec<u8> = (0..stored.len()).step_by(2).map(digits).collect();
        let mut expected = example();
        expected.checkpoint.clock_ms = None;
        let shards = &mut expected.checkpoint.shards;
        shards.values_mut().for_each(|shard| shard.expired_ms = i64::MIN);
        let producer = ProducerState { used_ms: NEVER_USED, ..PRODUCER };
        expected.checkpoint.producers.insert("p".into(), producer);
        assert_eq!(Manifest::decode(&bytes), Ok(expected));
    }

    #[test]
    fn the_bytes_of_a_manifest_never_change() {
        let hex: String = example().encode().iter().map(|byte| format!("{byte:02x}")).collect();
        let golden = "\
             4c56444d414e494602000000845a0b47010000000000000002000000000000000300000004000000\
             00000000001000000000000005000000000000000600000007000000000000000b0a000000000000\
             01000000060000000000000001002c01000000000000010000000900000000000000e80300000000\
             0000010500000000000000000000000000008002000000000000000f0e0000000000000100000001\
             0000000000000008000000000000000100700d0c000000000000";
        assert_eq!(hex, golden);
    }

    #[test]
    fn a_segment_in_the_cold_store_is_marked_in_its_class() {
        let mut manifest = example();
        manifest.segments[0].cold = true;
        let bytes = manifest.encode();
        let differ = bytes.iter().zip(example().encode()).skip(16).filter(|(a, b)| **a != *b);
        assert_eq!(differ.collect::<Vec<_>>(), [(&0x80, 0)]);
        assert_eq!(Manifest::decode(&bytes), Ok(manifest));
    }

    #[test]
    fn a_manifest_reads_back_and_any_changed_byte_is_noticed() {
        let bytes = example().encode();
        assert_eq!(Manifest::decode(&bytes), Ok(example()));
        // Bytes 10 and 11 mean nothing yet.
        for at in (0..bytes.len()).filter(|at| !(10..12).contains(at)) {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            assert!(Manifest::decode(&changed).is_err(), "byte {at}");
        }
        assert!(Manifest::decode(&bytes[..bytes.len() - 1]).is_err());
    }
}
