//! The file `lost`: which records a person has given up in a repair. Readers pass over them, and
//! their indexes are never given again. Replaced whole by a rename.
//! Does not: exist in a log that was never repaired.
//!
//! ```text
//!  0  8  magic "LVDLOST1"
//!  8  4  crc32c of everything from byte 16 on
//! 12  4  number of ranges
//! 16     each: shard u64, first index u64, index after the last u64; by shard and index
//! ```

use std::collections::BTreeMap;

use levada_types::ShardUid;

use super::{Cursor, Malformed, Put, crc32c};

const MAGIC: &[u8; 8] = b"LVDLOST1";
const CRC_AT: usize = 8;
const CONTENT_AT: usize = 16;

/// Lost ranges of indexes: per shard sorted, apart from each other, none empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Losses(BTreeMap<ShardUid, Vec<(u64, u64)>>);

impl Losses {
    /// Adds `first..end`, joining it with what it touches.
    pub(crate) fn add(&mut self, shard: ShardUid, first: u64, end: u64) {
        if first >= end {
            return;
        }
        let ranges = self.0.entry(shard).or_default();
        let (mut first, mut end) = (first, end);
        ranges.retain(|(other_first, other_end)| {
            let apart = *other_end < first || *other_first > end;
            if !apart {
                first = first.min(*other_first);
                end = end.max(*other_end);
            }
            apart
        });
        let at = ranges.partition_point(|(other_first, _)| *other_first < first);
        ranges.insert(at, (first, end));
    }

    /// `index`, or the first index after it that is not lost.
    pub(crate) fn skip(&self, shard: ShardUid, index: u64) -> u64 {
        let ranges = self.0.get(&shard).map_or(&[][..], Vec::as_slice);
        let within = ranges.iter().find(|(first, end)| *first <= index && index < *end);
        within.map_or(index, |(_, end)| *end)
    }

    /// Whether all of `first..end` is lost.
    pub(crate) fn covers(&self, shard: ShardUid, first: u64, end: u64) -> bool {
        first < end && self.skip(shard, first) >= end
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Shard, first index, index after the last.
    pub(crate) fn ranges(&self) -> impl Iterator<Item = (ShardUid, u64, u64)> {
        let of_shard = |(shard, ranges): (&ShardUid, &Vec<(u64, u64)>)| {
            let shard = *shard;
            ranges.clone().into_iter().map(move |(first, end)| (shard, first, end))
        };
        self.0.iter().flat_map(of_shard)
    }

    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut content = Vec::new();
        for (shard, first, end) in self.ranges() {
            content.put_u64(shard.0);
            content.put_u64(first);
            content.put_u64(end);
        }
        let mut out = Vec::with_capacity(CONTENT_AT + content.len());
        out.put(MAGIC);
        out.put_u32(crc32c(&content));
        out.put_u32(self.ranges().count() as u32);
        out.put(&content);
        out
    }

    pub(crate) fn decode(bytes: &[u8]) -> Result<Self, Malformed> {
        let mut cursor = Cursor::new(bytes);
        if cursor.take(CRC_AT)? != MAGIC {
            return Err(Malformed::new("not a list of lost records"));
        }
        let (crc, count) = (cursor.u32()?, cursor.u32()?);
        if crc != crc32c(&bytes[CONTENT_AT..]) || cursor.left() != count as usize * 24 {
            return Err(Malformed::new("the checksum of the list of lost records does not fit"));
        }
        let mut losses = Self::default();
        for _ in 0..count {
            losses.add(ShardUid(cursor.u64()?), cursor.u64()?, cursor.u64()?);
        }
        Ok(losses)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: ShardUid = ShardUid(1);

    fn example() -> Losses {
        let mut losses = Losses::default();
        losses.add(A, 10, 20);
        losses.add(A, 30, 31);
        losses
    }

    #[test]
    fn the_bytes_of_the_list_never_change() {
        let hex: String = example().encode().iter().map(|byte| format!("{byte:02x}")).collect();
        let golden = "4c56444c4f535431713c0a6402000000\
             01000000000000000a000000000000001400000000000000\
             01000000000000001e000000000000001f00000000000000";
        assert_eq!(hex, golden);
    }

    #[test]
    fn a_list_reads_back_and_any_changed_byte_is_noticed() {
        let bytes = example().encode();
        assert_eq!(Losses::decode(&bytes), Ok(example()));
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            assert!(Losses::decode(&changed).is_err(), "byte {at}");
        }
    }

    #[test]
    fn ranges_join_where_they_touch_and_are_passed_over() {
        let mut losses = example();
        losses.add(A, 20, 25);
        losses.add(A, 5, 5);
        assert_eq!(losses.ranges().collect::<Vec<_>>(), [(A, 10, 25), (A, 30, 31)]);
        assert_eq!([9, 10, 24, 25, 30].map(|index| losses.skip(A, index)), [9, 25, 25, 25, 31]);
        assert!(losses.covers(A, 12, 25) && !losses.covers(A, 24, 31) && !losses.covers(A, 9, 9));
        assert_eq!(losses.skip(ShardUid(2), 12), 12);
    }
}
