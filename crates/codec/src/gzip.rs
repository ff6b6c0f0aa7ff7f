//! GZIP, the same bytes for the same content, and never more out than asked for.
//! Does not: stream.

use std::io::{Read, Write};

use bytes::Bytes;
use flate2::Compression;
use flate2::read::MultiGzDecoder;
use flate2::write::GzEncoder;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GunzipError {
    #[error("content is not GZIP: {0}")]
    Malformed(String),
    #[error("content is longer than {0} bytes when unpacked")]
    TooLong(usize),
}

/// Compresses to one member without a modification time.
pub fn compress(content: &[u8]) -> Bytes {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    // Writing to memory cannot fail; a broken promise would give an unreadable member.
    let written = encoder.write_all(content).and_then(|()| encoder.finish());
    Bytes::from(written.expect("writing to memory cannot fail"))
}

/// Unpacks all members, at most `bytes_max` bytes.
pub fn decompress(packed: &[u8], bytes_max: usize) -> Result<Bytes, GunzipError> {
    let mut content = Vec::new();
    let limit = u64::try_from(bytes_max).unwrap_or(u64::MAX).saturating_add(1);
    MultiGzDecoder::new(packed)
        .take(limit)
        .read_to_end(&mut content)
        .map_err(|error| GunzipError::Malformed(error.to_string()))?;
    if content.len() > bytes_max {
        return Err(GunzipError::TooLong(bytes_max));
    }
    Ok(content.into())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn content_reads_back_as_it_was_packed(content: Vec<u8>) {
            let packed = compress(&content);
            prop_assert_eq!(decompress(&packed, content.len()), Ok(Bytes::from(content)));
        }

        #[test]
        fn any_bytes_unpack_or_are_refused_without_panic(bytes: Vec<u8>) {
            let _ = decompress(&bytes, 1_000);
        }
    }

    #[test]
    fn members_one_after_the_other_are_one_content() {
        let packed = [compress(b"one "), compress(b"two")].concat();
        assert_eq!(decompress(&packed, 7), Ok(Bytes::from_static(b"one two")));
    }

    #[test]
    fn more_content_than_allowed_is_refused() {
        let packed = compress(&[0; 10_000]);
        assert_eq!(decompress(&packed, 9_999), Err(GunzipError::TooLong(9_999)));
    }
}
