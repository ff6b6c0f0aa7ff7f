//! Sequence numbers in the 186-bit layout that Kinesis uses and KCL's validator reads.
//! Does not: hand them out; the log's index and arrival time make them (see `streams`).
//!
//! | bits | meaning |
//! |---|---|
//! | 187..184 | 2 |
//! | 183..148 | second in which the shard was created |
//! | 147..144 | low nibble of the shard's number |
//! | 143..80 | index within the shard, top bit 0 |
//! | 79..72 | 0 |
//! | 71..36 | second of arrival |
//! | 35..4 | shard number |
//! | 3..0 | version, 2 |

use std::fmt;

use crate::Timestamp;

/// The index that an open shard's records never reach; a closed shard's EndingSequenceNumber.
const INDEX_MAX: u64 = 0x7fff_ffff_ffff_ffff;
const MASK_36: u64 = (1 << 36) - 1;

/// Always 56 decimal digits for creation times from 1970 to 4147.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SequenceNumber {
    /// Seconds since the epoch, 36 bits.
    pub shard_created_secs: u64,
    pub index: u64,
    /// Seconds since the epoch, 36 bits.
    pub arrived_secs: u64,
    pub shard: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a sequence number")]
pub struct InvalidSequenceNumber(pub String);

/// Ten to the nineteenth, the largest power of ten in a word. Four of them hold 192 bits.
const CHUNK: u128 = 10_000_000_000_000_000_000;

/// 192 bits as three words, most significant first.
type Wide = [u64; 3];

impl SequenceNumber {
    pub fn new(shard_created: Timestamp, index: u64, arrived: Timestamp, shard: u32) -> Self {
        let secs = |t: Timestamp| u64::try_from(t.as_secs()).unwrap_or(0) & MASK_36;
        Self { shard_created_secs: secs(shard_created), index, arrived_secs: secs(arrived), shard }
    }

    /// StartingSequenceNumber of a shard: index 0 at its creation.
    pub fn shard_start(shard_created: Timestamp, shard: u32) -> Self {
        Self::new(shard_created, 0, shard_created, shard)
    }

    /// EndingSequenceNumber of a shard closed at `closed`.
    pub fn shard_end(shard_created: Timestamp, closed: Timestamp, shard: u32) -> Self {
        Self::new(shard_created, INDEX_MAX, closed, shard)
    }

    fn to_wide(self) -> Wide {
        let mut wide: Wide = [0; 3];
        let mut place = |value: u64, bit: u32| {
            let word = 2 - (bit / 64) as usize;
            let shift = bit % 64;
            wide[word] |= value << shift;
            if shift > 0 && word > 0 {
                wide[word - 1] |= value >> (64 - shift);
            }
        };
        place(2, 184);
        place(self.shard_created_secs & MASK_36, 148);
        place(u64::from(self.shard & 0xf), 144);
        place(self.index & INDEX_MAX, 80);
        place(self.arrived_secs & MASK_36, 36);
        place(u64::from(self.shard), 4);
        place(2, 0);
        wide
    }

    fn from_wide(wide: Wide) -> Option<Self> {
        let take = |bit: u32, mask: u64| {
            let word = 2 - (bit / 64) as usize;
            let shift = bit % 64;
            let mut value = wide[word] >> shift;
            if shift > 0 && word > 0 {
                value |= wide[word - 1] << (64 - shift);
            }
            value & mask
        };
        let number = Self {
            shard_created_secs: take(148, MASK_36),
            index: take(80, u64::MAX),
            arrived_secs: take(36, MASK_36),
            shard: u32::try_from(take(4, u64::from(u32::MAX))).ok()?,
        };
        // Writing it back catches a wrong version, nibble or unused bit in one comparison.
        (number.to_wide() == wide).then_some(number)
    }

    pub fn parse(text: &str) -> Result<Self, InvalidSequenceNumber> {
        let invalid = || InvalidSequenceNumber(text.to_owned());
        if text.is_empty() || text.len() > 128 || (text.len() > 1 && text.starts_with('0')) {
            return Err(invalid());
        }
        let mut wide: Wide = [0; 3];
        for digit in text.bytes() {
            if !digit.is_ascii_digit() {
                return Err(invalid());
            }
            let mut carry = u128::from(digit - b'0');
            for word in wide.iter_mut().rev() {
                let sum = u128::from(*word) * 10 + carry;
                *word = sum as u64;
                carry = sum >> 64;
            }
            if carry > 0 {
                return Err(invalid());
            }
        }
        Self::from_wide(wide).ok_or_else(invalid)
    }
}

impl fmt::Display for SequenceNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut wide = self.to_wide();
        // Nineteen digits at a time: every record that is read has its number printed.
        let mut chunks: [u64; 4] = [0; 4];
        let mut count = 0;
        while wide != [0; 3] {
            let mut rest: u128 = 0;
            for word in &mut wide {
                let value = (rest << 64) | u128::from(*word);
                *word = (value / CHUNK) as u64;
                rest = value % CHUNK;
            }
            chunks[count] = rest as u64;
            count += 1;
        }
        let mut digits = chunks[..count].iter().rev();
        write!(f, "{}", digits.next().copied().unwrap_or(0))?;
        digits.try_for_each(|chunk| write!(f, "{chunk:019}"))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_public_sample_event_decodes_to_its_own_arrival_time() {
        let text = "49590338271490256608559692538361571095921575989136588898";
        let number = SequenceNumber::parse(text).unwrap();
        assert_eq!(number.shard, 6);
        assert_eq!(number.arrived_secs, 1_545_084_650);
        assert_eq!(number.to_string(), text);
    }

    #[test]
    fn numbers_that_no_shard_could_have_given_are_refused() {
        for bad in ["", "0", "1", "-5", "4959x", &"9".repeat(56), &"1".repeat(129)] {
            assert!(SequenceNumber::parse(bad).is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn a_number_reads_back_and_has_56_digits(
            created in 1_000_000_000u64..4_000_000_000,
            index in 0u64..=INDEX_MAX,
            arrived in 1_000_000_000u64..4_000_000_000,
            shard: u32,
        ) {
            let number = SequenceNumber { shard_created_secs: created, index, arrived_secs: arrived, shard };
            let text = number.to_string();
            prop_assert_eq!(text.len(), 56);
            prop_assert_eq!(SequenceNumber::parse(&text), Ok(number));
        }

        #[test]
        fn within_a_shard_text_order_is_index_order(a in 0u64..INDEX_MAX, b in 0u64..INDEX_MAX) {
            let at = |index| SequenceNumber {
                shard_created_secs: 1_600_000_000, index, arrived_secs: 1_600_000_001, shard: 3,
            }.to_string();
            prop_assert_eq!(at(a).cmp(&at(b)), a.cmp(&b));
        }
    }
}
