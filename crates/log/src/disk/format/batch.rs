//! The 64 bytes before every batch in the write-ahead log.
//! Does not: read entries; the body is bytes with a checksum here.
//!
//! ```text
//!  0  8  magic "LVDBATCH"
//!  8  2  format (1)
//! 10  2  lane (0)
//! 12  4  number of entries
//! 16  8  store id
//! 24  8  generation: rises by one with every file begun
//! 32  8  batch number: exactly one more than the batch before
//! 40  8  durable_upto: highest batch number known to be synced when this was written
//! 48  4  header checksum of the batch before (0 before the first)
//! 52  4  length of the body, without padding
//! 56  4  crc32c of the body
//! 60  4  crc32c of bytes 0..60
//! 64     body, then zeros up to a multiple of 4,096
//! ```

use super::{Cursor, FORMAT, Put, crc32c, whole_blocks};

pub(crate) const MAGIC: &[u8; 8] = b"LVDBATCH";
pub(crate) const HEADER_BYTES: usize = 64;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct BatchHeader {
    pub(crate) entries: u32,
    pub(crate) store: u64,
    pub(crate) generation: u64,
    pub(crate) number: u64,
    pub(crate) durable_upto: u64,
    pub(crate) previous: u32,
    pub(crate) body_len: u32,
    pub(crate) body_crc: u32,
}

impl BatchHeader {
    /// The bytes and their checksum, which the next batch repeats.
    pub(crate) fn encode(&self) -> ([u8; HEADER_BYTES], u32) {
        let mut bytes = Vec::with_capacity(HEADER_BYTES);
        bytes.put(MAGIC);
        bytes.put_u16(FORMAT);
        bytes.put_u16(0);
        bytes.put_u32(self.entries);
        bytes.put_u64(self.store);
        bytes.put_u64(self.generation);
        bytes.put_u64(self.number);
        bytes.put_u64(self.durable_upto);
        bytes.put_u32(self.previous);
        bytes.put_u32(self.body_len);
        bytes.put_u32(self.body_crc);
        let crc = crc32c(&bytes);
        bytes.put_u32(crc);
        let mut header = [0; HEADER_BYTES];
        header.copy_from_slice(&bytes);
        (header, crc)
    }

    /// The header in the first bytes of `bytes` with its checksum; `None` when they are not one.
    pub(crate) fn decode(bytes: &[u8]) -> Option<(Self, u32)> {
        let header = bytes.get(..HEADER_BYTES)?;
        let mut cursor = Cursor::new(header);
        if cursor.take(8).ok()? != MAGIC || cursor.u16().ok()? != FORMAT {
            return None;
        }
        cursor.u16().ok()?;
        let decoded = Self {
            entries: cursor.u32().ok()?,
            store: cursor.u64().ok()?,
            generation: cursor.u64().ok()?,
            number: cursor.u64().ok()?,
            durable_upto: cursor.u64().ok()?,
            previous: cursor.u32().ok()?,
            body_len: cursor.u32().ok()?,
            body_crc: cursor.u32().ok()?,
        };
        let crc = cursor.u32().ok()?;
        (crc == crc32c(&header[..HEADER_BYTES - 4])).then_some((decoded, crc))
    }

    /// Bytes the whole batch takes in its file, padding included.
    pub(crate) fn stored_bytes(&self) -> u64 {
        whole_blocks(HEADER_BYTES as u64 + u64::from(self.body_len))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> BatchHeader {
        BatchHeader {
            entries: 3,
            store: 0x1122_3344_5566_7788,
            generation: 5,
            number: 77,
            durable_upto: 76,
            previous: 0xdead_beef,
            body_len: 1000,
            body_crc: 0x0102_0304,
        }
    }

    #[test]
    fn the_bytes_of_a_header_never_change() {
        let hex: String = example().encode().0.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(
            hex,
            "4c56444241544348010000000300000088776655443322110500000000000000\
             4d000000000000004c00000000000000efbeaddee80300000403020110197f4a"
        );
    }

    #[test]
    fn a_header_reads_back_and_any_flipped_bit_is_noticed() {
        let (bytes, crc) = example().encode();
        assert_eq!(BatchHeader::decode(&bytes), Some((example(), crc)));
        for bit in 0..HEADER_BYTES * 8 {
            let mut flipped = bytes;
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(BatchHeader::decode(&flipped), None, "bit {bit}");
        }
    }

    #[test]
    fn a_batch_takes_whole_blocks() {
        let with = |body_len| BatchHeader { body_len, ..example() }.stored_bytes();
        assert_eq!((with(0), with(4032), with(4033)), (4096, 4096, 8192));
    }
}
