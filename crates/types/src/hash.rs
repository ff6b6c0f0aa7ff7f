//! The hash key space: MD5 of the partition key as an unsigned 128-bit number, and ranges of it.
//! Does not: assign shards (see `streams`).

use std::fmt;

use md5::{Digest, Md5};
use serde::{Deserialize, Serialize};

/// A point in `[0, 2^128-1]`, printed in decimal as the Kinesis API does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct HashKey(pub u128);

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a hash key: expected a decimal number from 0 to 2^128-1")]
pub struct InvalidHashKey(pub String);

impl HashKey {
    /// MD5 of the key's UTF-8 bytes, big-endian.
    pub fn of_partition_key(key: &str) -> Self {
        Self(u128::from_be_bytes(Md5::digest(key.as_bytes()).into()))
    }

    /// Parses `0|([1-9]\d{0,38})`, the API's pattern, within 128 bits.
    pub fn parse(text: &str) -> Result<Self, InvalidHashKey> {
        let plain = text == "0"
            || (!text.starts_with('0')
                && !text.is_empty()
                && text.bytes().all(|b| b.is_ascii_digit()));
        match text.parse() {
            Ok(value) if plain => Ok(Self(value)),
            _ => Err(InvalidHashKey(text.to_owned())),
        }
    }
}

impl fmt::Display for HashKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl Serialize for HashKey {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for HashKey {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

/// An inclusive range of hash keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HashRange {
    pub start: HashKey,
    pub end: HashKey,
}

impl HashRange {
    pub fn contains(&self, key: HashKey) -> bool {
        self.start <= key && key <= self.end
    }

    /// Tiles the whole key space with `count` ranges, as CreateStream does: equal widths, the
    /// remainder in the last. `count` of 0 gives no range.
    pub fn tile(count: u32) -> Vec<Self> {
        if count == 0 {
            return Vec::new();
        }
        if count == 1 {
            return vec![Self { start: HashKey(0), end: HashKey(u128::MAX) }];
        }
        // 2^128 / count without leaving u128: the quotient of (2^128 - 1) differs only when
        // count divides 2^128, that is when the remainder is count - 1.
        let count = u128::from(count);
        let whole = u128::MAX / count + u128::from(u128::MAX % count == count - 1);
        (0..count)
            .map(|n| Self {
                start: HashKey(whole * n),
                end: HashKey(if n == count - 1 { u128::MAX } else { whole * (n + 1) - 1 }),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiles_cover_the_space_without_gap_or_overlap() {
        for count in [1, 2, 3, 4, 7, 8, 1000] {
            let tiles = HashRange::tile(count);
            assert_eq!(tiles.len(), count as usize);
            assert_eq!(tiles[0].start, HashKey(0));
            assert_eq!(tiles[tiles.len() - 1].end, HashKey(u128::MAX));
            for pair in tiles.windows(2) {
                assert_eq!(pair[0].end.0 + 1, pair[1].start.0);
            }
        }
    }

    #[test]
    fn two_shards_split_where_the_service_splits_them() {
        let tiles = HashRange::tile(2);
        assert_eq!(tiles[0].end.to_string(), "170141183460469231731687303715884105727");
    }

    #[test]
    fn hash_keys_are_plain_decimals_within_128_bits() {
        assert!(HashKey::parse("0").is_ok());
        assert!(HashKey::parse(&u128::MAX.to_string()).is_ok());
        for bad in ["", "00", "-1", "+1", "340282366920938463463374607431768211456", "1a"] {
            assert!(HashKey::parse(bad).is_err(), "{bad}");
        }
    }
}
