//! What a shard iterator holds: enough to read on without any state in the server.
//! Does not: check that the shard exists, or how old the iterator is.
//!
//! Payload, version 1, little-endian; clients hold these for up to five minutes:
//! `version u8 = 1 | issued ms i64 | stream uid u64 | shard u32 | position u64 | name UTF-8`.

use levada_types::{ShardId, StreamName, Timestamp};

use crate::seal::{Kind, Seal};

const VERSION: u8 = 1;

#[derive(Clone, Debug, PartialEq)]
pub struct ShardIterator {
    pub issued: Timestamp,
    pub stream: StreamName,
    pub stream_uid: u64,
    pub shard: ShardId,
    /// The log index to read from.
    pub position: u64,
}

fn take<const N: usize>(bytes: &mut &[u8]) -> Option<[u8; N]> {
    let (head, rest) = bytes.split_first_chunk::<N>()?;
    *bytes = rest;
    Some(*head)
}

impl ShardIterator {
    pub fn seal(&self, seal: &Seal) -> String {
        let mut payload = vec![VERSION];
        payload.extend(self.issued.as_millis().to_le_bytes());
        payload.extend(self.stream_uid.to_le_bytes());
        payload.extend(self.shard.0.to_le_bytes());
        payload.extend(self.position.to_le_bytes());
        payload.extend(self.stream.as_str().bytes());
        seal.close(Kind::ShardIterator, &payload)
    }

    /// `None` when this store did not make the token.
    pub fn open(seal: &Seal, token: &str) -> Option<Self> {
        let payload = seal.open(Kind::ShardIterator, token)?;
        let mut rest = &payload[..];
        if take::<1>(&mut rest)? != [VERSION] {
            return None;
        }
        let issued = Timestamp(i64::from_le_bytes(take(&mut rest)?));
        let stream_uid = u64::from_le_bytes(take(&mut rest)?);
        let shard = ShardId(u32::from_le_bytes(take(&mut rest)?));
        let position = u64::from_le_bytes(take(&mut rest)?);
        let name = String::from_utf8(rest.to_vec()).ok()?;
        let stream = StreamName::try_from(name).ok()?;
        Some(Self { issued, stream, stream_uid, shard, position })
    }
}

#[cfg(test)]
mod tests {
    use levada_env::SeededRandom;

    use super::*;

    #[test]
    fn an_iterator_reads_back_and_fits_the_model_for_the_longest_name() {
        let seal = Seal::from_key(&Seal::new_key(&SeededRandom::new(7))).unwrap();
        let iterator = ShardIterator {
            issued: Timestamp(1_700_000_000_123),
            stream: StreamName::try_from("n".repeat(128)).unwrap(),
            stream_uid: u64::MAX,
            shard: ShardId(u32::MAX),
            position: u64::MAX,
        };
        let token = iterator.seal(&seal);
        assert!(token.len() <= 512, "{} characters", token.len());
        assert_eq!(ShardIterator::open(&seal, &token), Some(iterator));
    }
}
