//! Keys of groups and partitions: rows' key columns as bytes, numbered in order of appearance.
//!
//! The bytes are those of a snapshot's values, so that a key can be read back from them.
//! Does not: forget single keys; whoever wants that builds a new table.

use crate::snapshot::{Damaged, Reader, Writer};
use hashbrown::HashTable;

/// Keys in one arena, found by hash.
#[derive(Default)]
pub(crate) struct KeyTable {
    arena: Vec<u8>,
    /// End of each key in the arena.
    ends: Vec<usize>,
    table: HashTable<(u64, u32)>,
}

impl KeyTable {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Forgets all keys and keeps the room.
    pub(crate) fn clear(&mut self) {
        self.arena.clear();
        self.ends.clear();
        self.table.clear();
    }

    /// The bytes of the key with this number.
    pub(crate) fn key(&self, number: usize) -> &[u8] {
        slice(&self.arena, &self.ends, number)
    }

    /// The key's number, and whether it is a new key.
    pub(crate) fn number(&mut self, key: &[u8]) -> (usize, bool) {
        let hash = hash(key);
        let (arena, ends) = (&mut self.arena, &mut self.ends);
        let same = |(known, number): &(u64, u32)| {
            *known == hash && slice(arena, ends, *number as usize) == key
        };
        if let Some((_, number)) = self.table.find(hash, same) {
            return (*number as usize, false);
        }
        let number = ends.len();
        arena.extend_from_slice(key);
        ends.push(arena.len());
        // Four thousand million keys do not fit into memory.
        let entry = (hash, u32::try_from(number).unwrap_or(u32::MAX));
        self.table.insert_unique(hash, entry, |(hash, _)| *hash);
        (number, true)
    }

    /// Writes all keys in their order.
    pub(crate) fn save(&self, writer: &mut Writer) {
        let mut start = 0;
        let lengths = self.ends.iter().map(|end| {
            let length = end - start;
            start = *end;
            u32::try_from(length).unwrap_or(u32::MAX)
        });
        writer.u32s(lengths);
        writer.bytes(&self.arena);
    }

    /// Reads what `save` wrote.
    pub(crate) fn load(reader: &mut Reader<'_>) -> Result<Self, Damaged> {
        let lengths = reader.u32s()?;
        let mut rest = reader.bytes()?;
        let mut keys = Self::new();
        keys.arena.reserve(rest.len());
        keys.ends.reserve(lengths.len());
        keys.table.reserve(lengths.len(), |(hash, _)| *hash);
        for (number, length) in lengths.into_iter().enumerate() {
            let (key, behind) = rest.split_at_checked(length as usize).ok_or(Damaged)?;
            // Written keys differ, so that none has to be compared with the others.
            let hash = hash(key);
            keys.arena.extend_from_slice(key);
            keys.ends.push(keys.arena.len());
            let entry = (hash, u32::try_from(number).map_err(|_| Damaged)?);
            keys.table.insert_unique(hash, entry, |(hash, _)| *hash);
            rest = behind;
        }
        if rest.is_empty() { Ok(keys) } else { Err(Damaged) }
    }

    /// Bytes held, about.
    pub(crate) fn bytes(&self) -> usize {
        self.arena.len() + self.ends.len() * 8 + self.table.len() * 18
    }
}

fn slice<'a>(arena: &'a [u8], ends: &[usize], number: usize) -> &'a [u8] {
    let start = number.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
    ends.get(number).and_then(|end| arena.get(start..*end)).unwrap_or(&[])
}

const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;

fn mix(state: u64, word: u64) -> u64 {
    let product = u128::from(state ^ word).wrapping_mul(u128::from(MULTIPLIER | 1));
    (product as u64) ^ ((product >> 64) as u64)
}

/// A hash for tables only; it is never stored.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    let seed = MULTIPLIER ^ bytes.len() as u64;
    let word = |at: usize| {
        let word = bytes.get(at..at + 8).and_then(|word| word.try_into().ok());
        u64::from_le_bytes(word.unwrap_or_default())
    };
    match bytes.len() {
        0..8 => {
            let short = bytes.iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
            mix(seed, short)
        }
        // Two words that overlap cover up to sixteen bytes.
        length @ 8..=16 => mix(mix(seed, word(0)), word(length - 8)),
        length => {
            let last = word(length - 8);
            let words = bytes
                .chunks_exact(8)
                .map(|word| u64::from_le_bytes(word.try_into().unwrap_or_default()));
            mix(words.fold(seed, mix), last)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_numbered_as_they_come_and_found_again() {
        let mut keys = KeyTable::new();
        for round in [true, false] {
            for number in 0..1_000_usize {
                let key = format!("key {number}");
                assert_eq!(keys.number(key.as_bytes()), (number, round));
            }
        }
        assert_eq!(keys.len(), 1_000);
        assert_eq!(keys.key(7), b"key 7");
        let mut writer = Writer::new();
        keys.save(&mut writer);
        let bytes = writer.finish();
        let mut restored = KeyTable::load(&mut Reader::new(&bytes)).expect("own keys");
        assert_eq!(restored.number(b"key 999"), (999, false));
        keys.clear();
        assert_eq!(keys.len(), 0);
        assert_eq!(keys.number(b""), (0, true));
    }
}
