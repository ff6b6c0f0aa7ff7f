//! Keys of groups and partitions: rows' key columns as bytes, numbered in order of appearance.
//!
//! The bytes are those of a snapshot's values, so that a key can be read back from them.
//! Does not: forget single keys; whoever wants that builds a new table.

use hashbrown::HashTable;
use levada_sql_lang::Value;

use crate::snapshot::{Damaged, Reader};

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

    pub(crate) fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Forgets all keys and keeps the room.
    pub(crate) fn clear(&mut self) {
        self.arena.clear();
        self.ends.clear();
        self.table.clear();
    }

    pub(crate) fn reserve(&mut self, keys: usize) {
        self.ends.reserve(keys);
        self.table.reserve(keys, |(hash, _)| *hash);
    }

    /// The bytes of the key with this number.
    pub(crate) fn key(&self, number: usize) -> &[u8] {
        slice(&self.arena, &self.ends, number)
    }

    /// The values of the key with this number.
    pub(crate) fn values(&self, number: usize, count: usize) -> Result<Vec<Value>, Damaged> {
        let mut reader = Reader::new(self.key(number));
        (0..count).map(|_| reader.value()).collect()
    }

    pub(crate) fn find(&self, key: &[u8]) -> Option<usize> {
        let hash = hash(key);
        let same = |(known, number): &(u64, u32)| {
            *known == hash && slice(&self.arena, &self.ends, *number as usize) == key
        };
        self.table.find(hash, same).map(|(_, number)| *number as usize)
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
    let mut state = mix(MULTIPLIER, bytes.len() as u64);
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        state = mix(state, u64::from_le_bytes(*word));
    }
    let last = rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
    mix(mix(state, last), MULTIPLIER)
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
        assert_eq!(keys.find(b"key 999"), Some(999));
        assert_eq!(keys.find(b"key"), None);
        keys.clear();
        assert!(keys.is_empty());
        assert_eq!(keys.number(b""), (0, true));
    }
}
