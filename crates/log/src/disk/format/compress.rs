//! Compression of stored bytes, where it saves enough to be worth the reader's time.
//! Does not: decide what is compressed; see `segment_writer` and `prepare`.

use super::Malformed;

/// Bytes below this are stored as they are.
const COMPRESS_BYTES_MIN: usize = 512;
/// The fastest level that finds the repetitions of JSON and CSV.
const LEVEL: i32 = 1;

/// How bytes are stored. Persisted, never reuse a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Codec {
    #[default]
    AsIs = 0,
    Zstd = 1,
}

impl Codec {
    pub(crate) fn from_stored(number: u8) -> Result<Self, Malformed> {
        match number {
            0 => Ok(Self::AsIs),
            1 => Ok(Self::Zstd),
            other => Err(Malformed(format!("expected codec 0 or 1, found {other}"))),
        }
    }
}

/// The Zstandard frame of `bytes`, when it is at least an eighth smaller.
pub(crate) fn compress(bytes: &[u8]) -> Option<Vec<u8>> {
    if bytes.len() < COMPRESS_BYTES_MIN {
        return None;
    }
    let compressed = zstd::bulk::compress(bytes, LEVEL).ok()?;
    (compressed.len() <= bytes.len() - bytes.len() / 8).then_some(compressed)
}

/// The `len` bytes that `stored` stands for.
pub(crate) fn decompress(stored: Vec<u8>, codec: Codec, len: usize) -> Result<Vec<u8>, Malformed> {
    let bytes = match codec {
        Codec::AsIs => stored,
        Codec::Zstd => zstd::bulk::decompress(&stored, len)
            .map_err(|error| Malformed(format!("Zstandard: {error}")))?,
    };
    if bytes.len() == len {
        Ok(bytes)
    } else {
        Err(Malformed(format!("expected {len} bytes, {} came out", bytes.len())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_becomes_smaller_and_comes_back_and_noise_is_left_alone() {
        let text = br#"{"plate":"AB 123","gate":7}"#.repeat(100);
        let stored = compress(&text).unwrap();
        assert!(stored.len() < text.len() / 4);
        assert_eq!(decompress(stored.clone(), Codec::Zstd, text.len()), Ok(text.clone()));
        assert!(decompress(stored.clone(), Codec::Zstd, text.len() - 1).is_err());
        let half = stored[..stored.len() / 2].to_vec();
        assert!(decompress(half, Codec::Zstd, text.len()).is_err());
        let mut state = 1u64;
        let noise = std::iter::repeat_with(|| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 56) as u8
        });
        assert_eq!(compress(&noise.take(4096).collect::<Vec<u8>>()), None);
    }
}
