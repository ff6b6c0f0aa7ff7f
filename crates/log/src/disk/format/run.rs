//! A run: consecutive records of one shard that arrived together, as logs and segments hold it.
//! Does not: carry a checksum; the batch or block around it does. Nor does it seal or open.
//!
//! ```text
//!  0  8  index of the first record
//!  8  8  arrival, ms since 1970
//! 16  4  number of records n; the highest bit is set when the run is sealed
//! 20  4  length of all payloads; of a sealed run, length of the ciphertext
//! plain
//! 24  4n length of each payload
//!        payloads back to back
//! sealed
//! 24  1  codec of what was sealed (0 as it is, 1 Zstandard)     25  3  zeros
//! 28  4  length of lengths and payloads as of a plain run, before codec and seal
//! 32  8  key
//! 40     ciphertext
//! ```

use bytes::Bytes;

use super::compress::{self, Codec};
use super::{Cursor, Malformed, Put};
use crate::KeyId;

pub(crate) const RUN_HEADER_BYTES: usize = 24;
const SEALED_HEADER_BYTES: usize = 16;
const SEALED_BIT: u32 = 1 << 31;

/// How the body of a run was sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sealed {
    pub(crate) key: KeyId,
    pub(crate) codec: Codec,
    /// Bytes of lengths and payloads before codec and seal.
    pub(crate) plain_len: u32,
}

/// The payloads of one run on their way to disk.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Payloads {
    Plain(Vec<Bytes>),
    Sealed { count: u32, sealed: Sealed, bytes: Vec<u8> },
}

impl Payloads {
    pub(crate) fn count(&self) -> u32 {
        match self {
            Self::Plain(payloads) => payloads.len() as u32,
            Self::Sealed { count, .. } => *count,
        }
    }

    /// Bytes a run of these takes.
    pub(crate) fn stored_bytes(&self) -> usize {
        RUN_HEADER_BYTES
            + match self {
                Self::Plain(payloads) => payloads.iter().map(|payload| 4 + payload.len()).sum(),
                Self::Sealed { bytes, .. } => SEALED_HEADER_BYTES + bytes.len(),
            }
    }

    /// Where the run is that begins at `at` of an arena, once it is encoded there.
    pub(crate) fn place(&self, at: usize, first: u64, arrived_ms: i64) -> RunPlace {
        let (header_bytes, sealed) = match self {
            Self::Plain(_) => (RUN_HEADER_BYTES, None),
            Self::Sealed { sealed, .. } => {
                (RUN_HEADER_BYTES + SEALED_HEADER_BYTES, Some(Box::new(*sealed)))
            }
        };
        let body = at + header_bytes..at + self.stored_bytes();
        RunPlace { first, arrived_ms, count: self.count(), body, sealed }
    }

    pub(crate) fn encode(&self, first: u64, arrived_ms: i64, out: &mut Vec<u8>) {
        out.put_u64(first);
        out.put_i64(arrived_ms);
        match self {
            Self::Plain(payloads) => {
                out.put_u32(payloads.len() as u32);
                out.put_u32(payloads.iter().map(Bytes::len).sum::<usize>() as u32);
                put_body(payloads, out);
            }
            Self::Sealed { count, sealed, bytes } => {
                out.put_u32(count | SEALED_BIT);
                put_sealed(*sealed, bytes, out);
            }
        }
    }
}

/// Lengths, then payloads.
fn put_body(payloads: &[Bytes], out: &mut Vec<u8>) {
    for payload in payloads {
        out.put_u32(payload.len() as u32);
    }
    for payload in payloads {
        out.put(payload);
    }
}

fn put_sealed(sealed: Sealed, bytes: &[u8], out: &mut Vec<u8>) {
    out.put_u32(bytes.len() as u32);
    out.put(&[sealed.codec as u8, 0, 0, 0]);
    out.put_u32(sealed.plain_len);
    out.put_u64(sealed.key.0);
    out.put(bytes);
}

/// What is sealed of a run: lengths, then payloads.
pub(crate) fn encode_body(payloads: &[Bytes]) -> Vec<u8> {
    let bytes = payloads.iter().map(|payload| 4 + payload.len()).sum();
    let mut body = Vec::with_capacity(bytes);
    put_body(payloads, &mut body);
    body
}

/// A run in an arena that is still being written.
#[derive(Clone, Debug)]
pub(crate) struct RunPlace {
    first: u64,
    arrived_ms: i64,
    count: u32,
    body: std::ops::Range<usize>,
    sealed: Option<Box<Sealed>>,
}

/// Records `first .. first + count` with one arrival time. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) first: u64,
    pub(crate) arrived_ms: i64,
    pub(crate) count: u32,
    /// The lengths, then the payloads, as stored; the ciphertext when `sealed`.
    body: Bytes,
    sealed: Option<Box<Sealed>>,
}

/// Whether `body` holds the lengths of `count` payloads, then exactly them.
fn check_body(body: &[u8], count: u32) -> Result<(), Malformed> {
    let mut cursor = Cursor::new(body);
    let mut lengths = Cursor::new(cursor.take(count as usize * 4)?);
    let mut sum = 0;
    while lengths.left() > 0 {
        sum += u64::from(lengths.u32()?);
    }
    if sum != cursor.left() as u64 || count == 0 {
        let found = cursor.left();
        return Err(Malformed(format!(
            "a run of {count} records has {found} bytes of payloads that sum to {sum}"
        )));
    }
    Ok(())
}

impl Run {
    /// The run at `at` in `arena`, sharing its memory, and where it ends.
    pub(crate) fn decode(arena: &Bytes, at: usize) -> Result<(Self, usize), Malformed> {
        let bytes = arena.get(at..).ok_or_else(|| Malformed::new("a run begins after the end"))?;
        let mut cursor = Cursor::new(bytes);
        let (first, arrived_ms) = (cursor.u64()?, cursor.i64()?);
        let (count, len) = (cursor.u32()?, cursor.u32()? as usize);
        let mut body_start = at + RUN_HEADER_BYTES;
        if count & SEALED_BIT != 0 {
            let codec = Codec::from_stored(cursor.u8()?)?;
            cursor.take(3)?;
            let (plain_len, key) = (cursor.u32()?, KeyId(cursor.u64()?));
            cursor.take(len)?;
            body_start += SEALED_HEADER_BYTES;
            let end = body_start + len;
            let sealed = Some(Box::new(Sealed { key, codec, plain_len }));
            let (count, body) = (count & !SEALED_BIT, arena.slice(body_start..end));
            if count == 0 || u64::from(plain_len) < u64::from(count) * 4 {
                return Err(Malformed(format!("{count} records in {plain_len} sealed bytes")));
            }
            return Ok((Self { first, arrived_ms, count, body, sealed }, end));
        }
        let body_len = count as usize * 4 + len;
        check_body(cursor.take(body_len)?, count)?;
        let end = body_start + body_len;
        let body = arena.slice(body_start..end);
        Ok((Self { first, arrived_ms, count, body, sealed: None }, end))
    }

    /// The run at `place`, sharing the memory of `arena`.
    pub(crate) fn placed(arena: &Bytes, place: RunPlace) -> Self {
        let RunPlace { first, arrived_ms, count, body, sealed } = place;
        Self { first, arrived_ms, count, body: arena.slice(body), sealed }
    }

    /// How the run is sealed, and the ciphertext; `None` when it is plain.
    pub(crate) fn sealed(&self) -> Option<(Sealed, &[u8])> {
        self.sealed.as_ref().map(|sealed| (**sealed, &*self.body))
    }

    /// The plain run of this sealed one, from what its ciphertext opened to.
    pub(crate) fn opened(&self, sealed: Sealed, plain: Vec<u8>) -> Result<Self, Malformed> {
        let body = compress::decompress(plain, sealed.codec, sealed.plain_len as usize)?;
        check_body(&body, self.count)?;
        let Self { first, arrived_ms, count, .. } = *self;
        Ok(Self { first, arrived_ms, count, body: Bytes::from(body), sealed: None })
    }

    /// Index after the last record.
    pub(crate) fn end(&self) -> u64 {
        self.first + u64::from(self.count)
    }

    /// The payloads of a plain run from record `from` on (an index of the shard), in order.
    pub(crate) fn payloads(&self, from: u64) -> impl Iterator<Item = &[u8]> {
        debug_assert!(self.sealed.is_none(), "a sealed run has to be opened first");
        let lengths_end = self.count as usize * 4;
        let skip = from.saturating_sub(self.first) as usize;
        let mut at = lengths_end;
        (0..self.count as usize)
            .map(move |n| {
                let mut length = [0; 4];
                length.copy_from_slice(&self.body[n * 4..n * 4 + 4]);
                let start = at;
                at += u32::from_le_bytes(length) as usize;
                &self.body[start..at]
            })
            .skip(skip)
    }

    /// Bytes the whole run takes where it is stored.
    pub(crate) fn stored_bytes(&self) -> usize {
        let extra = if self.sealed.is_some() { SEALED_HEADER_BYTES } else { 0 };
        RUN_HEADER_BYTES + extra + self.body.len()
    }

    /// Encodes the run as it is.
    pub(crate) fn encode(&self, out: &mut Vec<u8>) {
        out.put_u64(self.first);
        out.put_i64(self.arrived_ms);
        match &self.sealed {
            Some(sealed) => {
                out.put_u32(self.count | SEALED_BIT);
                put_sealed(**sealed, &self.body, out);
            }
            None => {
                out.put_u32(self.count);
                out.put_u32(self.payload_bytes() as u32);
                out.put(&self.body);
            }
        }
    }

    /// Encodes `count` of a plain run's records from index `from` on as a run of their own.
    pub(crate) fn encode_piece(&self, from: u64, count: u32, out: &mut Vec<u8>) {
        let piece = || self.payloads(from).take(count as usize);
        out.put_u64(from);
        out.put_i64(self.arrived_ms);
        out.put_u32(count);
        out.put_u32(piece().map(<[u8]>::len).sum::<usize>() as u32);
        for payload in piece() {
            out.put_u32(payload.len() as u32);
        }
        for payload in piece() {
            out.put(payload);
        }
    }

    /// Payload bytes of all records.
    pub(crate) fn payload_bytes(&self) -> usize {
        let sealed_len = |sealed: &Sealed| sealed.plain_len as usize;
        let body = self.sealed.as_deref().map_or(self.body.len(), sealed_len);
        body - self.count as usize * 4
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> Vec<u8> {
        encoded(&Payloads::Plain(payloads().to_vec()))
    }

    fn payloads() -> [Bytes; 3] {
        [Bytes::from_static(b"ab"), Bytes::new(), Bytes::from_static(b"c")]
    }

    fn encoded(payloads: &Payloads) -> Vec<u8> {
        let mut bytes = Vec::new();
        payloads.encode(9, 0x0102, &mut bytes);
        assert_eq!(bytes.len(), payloads.stored_bytes());
        bytes
    }

    /// Sealed by turning every bit.
    fn sealed_example() -> Vec<u8> {
        let body = encode_body(&payloads());
        let sealed =
            Sealed { key: KeyId(0x0304), codec: Codec::AsIs, plain_len: body.len() as u32 };
        let bytes = body.iter().map(|byte| !byte).collect();
        encoded(&Payloads::Sealed { count: 3, sealed, bytes })
    }

    #[test]
    fn the_bytes_of_a_sealed_run_never_change() {
        let expected = b"\x09\0\0\0\0\0\0\0\x02\x01\0\0\0\0\0\0\x03\0\0\x80\x0f\0\0\0\
            \0\0\0\0\x0f\0\0\0\x04\x03\0\0\0\0\0\0\
            \xfd\xff\xff\xff\xff\xff\xff\xff\xfe\xff\xff\xff\x9e\x9d\x9c";
        assert_eq!(sealed_example(), expected);
    }

    #[test]
    fn a_sealed_run_is_stored_again_as_it_is_and_opens_to_its_payloads() {
        let arena = Bytes::from(sealed_example());
        let (run, end) = Run::decode(&arena, 0).unwrap();
        assert_eq!((run.first, run.end(), end), (9, 12, arena.len()));
        assert_eq!((run.payload_bytes(), run.stored_bytes()), (3, arena.len()));
        let mut again = Vec::new();
        run.encode(&mut again);
        assert_eq!(again, arena);
        let (sealed, ciphertext) = run.sealed().unwrap();
        let plain: Vec<u8> = ciphertext.iter().map(|byte| !byte).collect();
        let opened = run.opened(sealed, plain.clone()).unwrap();
        assert_eq!(opened.payloads(0).collect::<Vec<_>>(), [b"ab".as_slice(), b"", b"c"]);
        assert!(opened.sealed().is_none());
        assert!(run.opened(sealed, plain[1..].to_vec()).is_err());
        for len in 0..arena.len() {
            assert!(Run::decode(&arena.slice(..len), 0).is_err());
        }
    }

    #[test]
    fn the_bytes_of_a_run_never_change() {
        let expected = b"\x09\0\0\0\0\0\0\0\x02\x01\0\0\0\0\0\0\x03\0\0\0\x03\0\0\0\
            \x02\0\0\0\0\0\0\0\x01\0\0\0abc";
        assert_eq!(example(), expected);
    }

    #[test]
    fn a_run_reads_back_from_any_record_on() {
        let arena = Bytes::from(example());
        let (run, end) = Run::decode(&arena, 0).unwrap();
        assert_eq!((run.first, run.end(), end), (9, 12, arena.len()));
        assert_eq!(run.payloads(0).collect::<Vec<_>>(), [b"ab".as_slice(), b"", b"c"]);
        assert_eq!(run.payloads(11).collect::<Vec<_>>(), [b"c".as_slice()]);
        assert_eq!(run.payload_bytes(), 3);
    }

    #[test]
    fn a_cut_or_inconsistent_run_is_refused() {
        let bytes = example();
        for len in 0..bytes.len() {
            assert!(Run::decode(&Bytes::copy_from_slice(&bytes[..len]), 0).is_err());
        }
        let mut wrong = bytes;
        wrong[24] = 3;
        assert!(Run::decode(&Bytes::from(wrong), 0).is_err());
    }
}
