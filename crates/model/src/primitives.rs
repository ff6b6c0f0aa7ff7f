//! The two scalars whose text differs by protocol: blobs and timestamps.
//! Does not: validate lengths (see `validate`).

use base64_simd::STANDARD;
use bytes::Bytes;
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Bytes: base64 text in JSON and XML, raw bytes in CBOR.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Blob(pub Bytes);

impl Blob {
    /// The name of the newtype that a blob is for a format that knows it. A format that asks for
    /// bytes within it (by not being human readable there) is given bytes.
    pub const NAME: &'static str = "$levada::Blob";
}

struct Content<'a>(&'a [u8]);

impl Serialize for Content<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.serialize_str(&STANDARD.encode_to_string(self.0))
        } else {
            serializer.serialize_bytes(self.0)
        }
    }
}

impl Serialize for Blob {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(Self::NAME, &Content(&self.0))
    }
}

impl<'de> Deserialize<'de> for Blob {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct BlobVisitor;
        impl Visitor<'_> for BlobVisitor {
            type Value = Blob;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("base64 text or bytes")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Blob, E> {
                let bytes = STANDARD.decode_to_vec(text);
                bytes.map(|bytes| Blob(bytes.into())).map_err(|_| E::custom("not base64"))
            }

            fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<Blob, E> {
                Ok(Blob(Bytes::copy_from_slice(bytes)))
            }

            fn visit_byte_buf<E: de::Error>(self, bytes: Vec<u8>) -> Result<Blob, E> {
                Ok(Blob(bytes.into()))
            }
        }
        if deserializer.is_human_readable() {
            deserializer.deserialize_str(BlobVisitor)
        } else {
            deserializer.deserialize_byte_buf(BlobVisitor)
        }
    }
}

/// A point in time in milliseconds since the epoch: seconds as a float in JSON. In CBOR it is a
/// newtype named [`Epoch::NAME`] around whole milliseconds, since CBOR's protocols differ in how
/// they tell the time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Epoch(pub i64);

impl Epoch {
    /// The newtype's name, by which a format may know a time among numbers.
    pub const NAME: &'static str = "$levada::Epoch";

    /// Milliseconds from the year 1 to the year 9999: what every client can name.
    const RANGE_MS: std::ops::RangeInclusive<i64> = -62_135_596_800_000..=253_402_300_799_999;

    fn checked<E: de::Error>(millis: i64) -> Result<Self, E> {
        if Self::RANGE_MS.contains(&millis) {
            return Ok(Self(millis));
        }
        Err(E::custom("expected a time between the years 1 and 9999"))
    }
}

impl Serialize for Epoch {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.serialize_f64(self.0 as f64 / 1000.0)
        } else {
            serializer.serialize_newtype_struct(Self::NAME, &self.0)
        }
    }
}

impl<'de> Deserialize<'de> for Epoch {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct MillisVisitor;
        impl<'de> Visitor<'de> for MillisVisitor {
            type Value = Epoch;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a time in whole milliseconds")
            }

            fn visit_i64<E: de::Error>(self, millis: i64) -> Result<Epoch, E> {
                Epoch::checked(millis)
            }

            fn visit_newtype_struct<D: Deserializer<'de>>(
                self,
                inner: D,
            ) -> Result<Epoch, D::Error> {
                i64::deserialize(inner).and_then(Epoch::checked)
            }
        }
        if deserializer.is_human_readable() {
            let secs = f64::deserialize(deserializer)?;
            // What no integer can hold is out of range as well.
            Self::checked((secs * 1000.0).round() as i64)
        } else {
            deserializer.deserialize_newtype_struct(Self::NAME, MillisVisitor)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blob(json: &str) -> Option<Vec<u8>> {
        serde_json::from_str::<Blob>(json).ok().map(|Blob(bytes)| bytes.to_vec())
    }

    #[test]
    fn base64_is_taken_in_its_one_form_only() {
        assert_eq!(blob(r#""""#), Some(vec![]));
        assert_eq!(blob(r#""aGk=""#), Some(b"hi".to_vec()));
        assert_eq!(blob(r#""+/8=""#), Some(vec![0xfb, 0xff]));
        for wrong in
            ["a", "aGk", "aGk==", "aGk=aGk=", "aGk=\n", " aGk=", "aG k", "-_8=", "aGl=", "=", "é"]
        {
            assert_eq!(blob(&format!("\"{wrong}\"")), None, "{wrong}");
        }
        assert_eq!(blob("[104,105]"), None);
        assert_eq!(serde_json::to_string(&Blob(vec![0xfb, 0xff].into())).unwrap(), r#""+/8=""#);
    }
}
