//! Segment files: blocks of one shard's runs each, an index of the blocks, a footer.
//! Does not: read or write files; see `segment` and `flush`.
//!
//! ```text
//! header, 64 bytes
//!  0  8  magic "LVDSEGMT"      8  2  format (1)     10  2  retention class
//! 12  4  zeros                16  8  store id       24  8  segment number
//! 32 28  zeros                60  4  crc32c of bytes 0..60
//! blocks: runs (see `run`) of one shard, back to back, as they are or compressed as a whole
//! index: for each block, ordered by shard and index, 56 bytes
//!  0  8  shard                 8  8  first index    16  4  records     20  4  length
//! 24  8  first arrival ms     32  8  last arrival ms
//! 40  8  offset               48  4  crc32c of the block as stored
//! 52  4  0 when stored as it is; else 2^28 (Zstandard) + length of the runs when decompressed
//! footer, 64 bytes
//!  0  8  magic "LVDSEGFT"      8  8  offset of the index   16  4  blocks
//! 20  4  crc32c of the index  24  8  store id              32  8  segment number
//! 40 20  zeros                60  4  crc32c of bytes 0..60
//! ```

use std::time::Duration;

use levada_types::ShardUid;

use super::compress::Codec;
use super::{Cursor, FORMAT, Malformed, Put, crc32c};

const HEADER_MAGIC: &[u8; 8] = b"LVDSEGMT";
const FOOTER_MAGIC: &[u8; 8] = b"LVDSEGFT";
pub(crate) const HEADER_BYTES: usize = 64;
pub(crate) const FOOTER_BYTES: usize = 64;
pub(crate) const INDEX_ENTRY_BYTES: usize = 56;

/// Upper bounds of the retention classes; shards of one class share segment files, so that a
/// long retention does not pin short-lived bytes.
const CLASS_BOUNDS_HOURS: [u64; 3] = [24, 7 * 24, 30 * 24];

pub(crate) fn retention_class(retention: Duration) -> u16 {
    let fits = |hours: &u64| retention <= Duration::from_secs(hours * 3600);
    CLASS_BOUNDS_HOURS.iter().position(fits).unwrap_or(CLASS_BOUNDS_HOURS.len()) as u16
}

/// One block of a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct BlockIndex {
    pub(crate) shard: ShardUid,
    pub(crate) first: u64,
    pub(crate) count: u32,
    pub(crate) len: u32,
    pub(crate) first_ms: i64,
    pub(crate) last_ms: i64,
    pub(crate) offset: u64,
    /// Of the bytes as stored.
    pub(crate) crc: u32,
    pub(crate) codec: Codec,
    /// Length of the runs, decompressed.
    pub(crate) plain_len: u32,
}

/// What a stored length leaves for the codec.
const CODEC_SHIFT: u32 = 28;
/// Blocks whose length does not fit beside the codec are stored as they are.
pub(crate) const COMPRESSED_BYTES_MAX: usize = (1 << CODEC_SHIFT) - 1;

impl BlockIndex {
    fn stored_codec(&self) -> u32 {
        match self.codec {
            Codec::AsIs => 0,
            Codec::Zstd => ((Codec::Zstd as u32) << CODEC_SHIFT) | self.plain_len,
        }
    }

    /// Index after the block's last record.
    pub(crate) fn end(&self) -> u64 {
        self.first + u64::from(self.count)
    }
}

pub(crate) fn encode_header(store: u64, number: u64, class: u16) -> Vec<u8> {
    let mut out = Vec::with_capacity(HEADER_BYTES);
    out.put(HEADER_MAGIC);
    out.put_u16(FORMAT);
    out.put_u16(class);
    out.put_u32(0);
    out.put_u64(store);
    out.put_u64(number);
    seal(out)
}

/// Zeros up to byte 60, then the checksum.
fn seal(mut out: Vec<u8>) -> Vec<u8> {
    out.resize(HEADER_BYTES - 4, 0);
    let crc = crc32c(&out);
    out.put_u32(crc);
    out
}

/// The index and the footer, to stand at `index_offset`.
pub(crate) fn encode_tail(
    store: u64,
    number: u64,
    index_offset: u64,
    blocks: &[BlockIndex],
) -> Vec<u8> {
    let mut index = Vec::with_capacity(blocks.len() * INDEX_ENTRY_BYTES + FOOTER_BYTES);
    for block in blocks {
        index.put_u64(block.shard.0);
        index.put_u64(block.first);
        index.put_u32(block.count);
        index.put_u32(block.len);
        index.put_i64(block.first_ms);
        index.put_i64(block.last_ms);
        index.put_u64(block.offset);
        index.put_u32(block.crc);
        index.put_u32(block.stored_codec());
    }
    let mut footer = Vec::with_capacity(FOOTER_BYTES);
    footer.put(FOOTER_MAGIC);
    footer.put_u64(index_offset);
    footer.put_u32(blocks.len() as u32);
    footer.put_u32(crc32c(&index));
    footer.put_u64(store);
    footer.put_u64(number);
    index.put(&seal(footer));
    index
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Footer {
    pub(crate) index_offset: u64,
    pub(crate) blocks: u32,
    pub(crate) index_crc: u32,
}

pub(crate) fn decode_footer(bytes: &[u8], store: u64, number: u64) -> Result<Footer, Malformed> {
    let mut cursor = Cursor::new(bytes);
    if bytes.len() != FOOTER_BYTES || cursor.take(8)? != FOOTER_MAGIC {
        return Err(Malformed::new("no segment footer"));
    }
    let footer =
        Footer { index_offset: cursor.u64()?, blocks: cursor.u32()?, index_crc: cursor.u32()? };
    let found = (cursor.u64()?, cursor.u64()?);
    cursor.take(20)?;
    if cursor.u32()? != crc32c(&bytes[..FOOTER_BYTES - 4]) {
        return Err(Malformed::new("the segment footer's checksum does not fit"));
    }
    if found != (store, number) {
        return Err(Malformed(format!(
            "expected segment {number} of store {store:x}, found {} of {:x}",
            found.1, found.0
        )));
    }
    Ok(footer)
}

pub(crate) fn decode_index(bytes: &[u8], footer: &Footer) -> Result<Vec<BlockIndex>, Malformed> {
    if crc32c(bytes) != footer.index_crc {
        return Err(Malformed::new("the segment index's checksum does not fit"));
    }
    let mut cursor = Cursor::new(bytes);
    let mut blocks = Vec::with_capacity(footer.blocks as usize);
    for _ in 0..footer.blocks {
        blocks.push(decode_block(&mut cursor)?);
    }
    Ok(blocks)
}

fn decode_block(cursor: &mut Cursor<'_>) -> Result<BlockIndex, Malformed> {
    let mut block = BlockIndex {
        shard: ShardUid(cursor.u64()?),
        first: cursor.u64()?,
        count: cursor.u32()?,
        len: cursor.u32()?,
        first_ms: cursor.i64()?,
        last_ms: cursor.i64()?,
        offset: cursor.u64()?,
        crc: cursor.u32()?,
        codec: Codec::AsIs,
        plain_len: 0,
    };
    let stored = cursor.u32()?;
    block.codec = Codec::from_stored((stored >> CODEC_SHIFT) as u8)?;
    block.plain_len = match block.codec {
        Codec::AsIs => block.len,
        Codec::Zstd => stored & COMPRESSED_BYTES_MAX as u32,
    };
    Ok(block)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block() -> BlockIndex {
        BlockIndex {
            shard: ShardUid(1),
            first: 2,
            count: 3,
            len: 4,
            first_ms: 5,
            last_ms: 6,
            offset: 64,
            crc: 7,
            codec: Codec::AsIs,
            plain_len: 4,
        }
    }

    fn compressed() -> BlockIndex {
        BlockIndex { codec: Codec::Zstd, plain_len: 0x0203, ..block() }
    }

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    #[test]
    fn the_bytes_of_header_index_and_footer_never_change() {
        let header = "\
             4c56445345474d540100030000000000010000000000000002000000000000000000000000000000\
             00000000000000000000000000000000000000004b05df20";
        assert_eq!(hex(&encode_header(1, 2, 3)), header);
        let tail = "\
             01000000000000000200000000000000030000000400000005000000000000000600000000000000\
             400000000000000007000000000000004c564453454746544400000000000000010000003aaaa9e5\
             010000000000000002000000000000000000000000000000000000000000000000000000fcd7e100";
        assert_eq!(hex(&encode_tail(1, 2, 68, &[block()])), tail);
        let bytes = encode_tail(1, 2, 68, &[compressed()]);
        assert_eq!(hex(&bytes[52..INDEX_ENTRY_BYTES]), "03020010");
    }

    #[test]
    fn an_index_reads_back_and_any_changed_byte_is_noticed() {
        let blocks = [block(), compressed()];
        let bytes = encode_tail(1, 2, 68, &blocks);
        let read = |bytes: &[u8]| -> Result<Vec<BlockIndex>, Malformed> {
            let (index, footer) = bytes.split_at(2 * INDEX_ENTRY_BYTES);
            decode_index(index, &decode_footer(footer, 1, 2)?)
        };
        assert_eq!(read(&bytes), Ok(blocks.to_vec()));
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            assert!(read(&changed).is_err(), "byte {at}");
        }
        assert!(decode_footer(&bytes[2 * INDEX_ENTRY_BYTES..], 1, 3).is_err());
    }

    #[test]
    fn retention_classes_are_bounded_by_a_day_a_week_a_month() {
        let class = |hours: u64| retention_class(Duration::from_secs(hours * 3600));
        assert_eq!([class(24), class(25), class(168), class(720), class(8760)], [0, 1, 1, 2, 3]);
    }
}
