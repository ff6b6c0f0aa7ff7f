//! A map by shard: uids are numbers the house gave out, so that mixing their bits is hash enough.
//! Does not: withstand keys that a client chose.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use levada_types::ShardUid;

pub(crate) type UidMap<V> = HashMap<ShardUid, V, BuildHasherDefault<UidHasher>>;

#[derive(Default)]
pub(crate) struct UidHasher(u64);

/// 2^64 divided by the golden ratio: neighbours land far apart.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

impl Hasher for UidHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, number: u64) {
        // The map looks at the highest and the lowest bits.
        let mixed = (self.0 ^ number).wrapping_mul(SPREAD);
        self.0 = mixed ^ (mixed >> 32);
    }
}
