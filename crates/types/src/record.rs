//! The one encoding of a user's record inside a log entry's payload.
//! Does not: hold index or arrival time; the log keeps those beside the payload.
//!
//! Layout, persisted, never reuse a version byte:
//! `version u8 = 1 | partition key length u16 LE | partition key UTF-8 | data`.

use bytes::{BufMut, Bytes, BytesMut};

const VERSION: u8 = 1;

/// A record as a producer gave it. Delivery streams store an empty partition key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRecord {
    /// Up to 256 characters, hence at most 1,024 bytes.
    pub partition_key: String,
    pub data: Bytes,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("stored record is malformed: {0}")]
pub struct MalformedRecord(pub &'static str);

impl StoredRecord {
    pub fn encode(&self) -> Bytes {
        Self::encode_parts(&self.partition_key, &self.data)
    }

    /// Encodes without an owned record. Partition keys over 65,535 bytes are cut; the API's
    /// limit of 256 characters is checked long before.
    pub fn encode_parts(partition_key: &str, data: &[u8]) -> Bytes {
        let key_bytes = u16::try_from(partition_key.len()).unwrap_or(u16::MAX);
        let mut out = BytesMut::with_capacity(3 + usize::from(key_bytes) + data.len());
        out.put_u8(VERSION);
        out.put_u16_le(key_bytes);
        out.put_slice(&partition_key.as_bytes()[..usize::from(key_bytes)]);
        out.put_slice(data);
        out.freeze()
    }

    /// Shares `payload`'s memory for the data.
    pub fn decode(payload: &Bytes) -> Result<Self, MalformedRecord> {
        let [version, low, high, ..] = payload[..] else {
            return Err(MalformedRecord("shorter than its header"));
        };
        if version != VERSION {
            return Err(MalformedRecord("unknown version"));
        }
        let key_end = 3 + usize::from(u16::from_le_bytes([low, high]));
        let key = payload.get(3..key_end).ok_or(MalformedRecord("shorter than its key"))?;
        let partition_key = std::str::from_utf8(key)
            .map_err(|_| MalformedRecord("partition key is not UTF-8"))?
            .to_owned();
        Ok(Self { partition_key, data: payload.slice(key_end..) })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_record_reads_back_as_it_was_written(key in ".{0,256}", data: Vec<u8>) {
            let record = StoredRecord { partition_key: key, data: data.into() };
            prop_assert_eq!(StoredRecord::decode(&record.encode()), Ok(record));
        }

        #[test]
        fn any_bytes_decode_or_are_refused_without_panic(bytes: Vec<u8>) {
            let _ = StoredRecord::decode(&bytes.into());
        }
    }

    #[test]
    fn golden_bytes_of_version_1() {
        let record = StoredRecord { partition_key: "k".into(), data: Bytes::from_static(b"hi") };
        assert_eq!(&record.encode()[..], &[1, 1, 0, b'k', b'h', b'i']);
    }
}
