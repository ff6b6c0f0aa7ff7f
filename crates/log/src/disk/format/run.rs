//! A run: consecutive records of one shard that arrived together, as logs and segments hold it.
//! Does not: carry a checksum; the batch or block around it does.
//!
//! ```text
//!  0  8  index of the first record
//!  8  8  arrival, ms since 1970
//! 16  4  number of records n
//! 20  4  length of all payloads
//! 24  4n length of each payload
//!        payloads back to back
//! ```

use bytes::Bytes;

use super::{Cursor, Malformed, Put};

pub(crate) const RUN_HEADER_BYTES: usize = 24;

/// Records `first .. first + count` with one arrival time. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) first: u64,
    pub(crate) arrived_ms: i64,
    pub(crate) count: u32,
    /// The lengths, then the payloads, as stored.
    body: Bytes,
}

/// Bytes a run of these payloads takes.
pub(crate) fn stored_bytes(payloads: &[Bytes]) -> usize {
    RUN_HEADER_BYTES + payloads.iter().map(|payload| 4 + payload.len()).sum::<usize>()
}

pub(crate) fn encode(first: u64, arrived_ms: i64, payloads: &[Bytes], out: &mut Vec<u8>) {
    let bytes: usize = payloads.iter().map(Bytes::len).sum();
    out.put_u64(first);
    out.put_i64(arrived_ms);
    out.put_u32(payloads.len() as u32);
    out.put_u32(bytes as u32);
    for payload in payloads {
        out.put_u32(payload.len() as u32);
    }
    for payload in payloads {
        out.put(payload);
    }
}

impl Run {
    /// The run at `at` in `arena`, sharing its memory, and where it ends.
    pub(crate) fn decode(arena: &Bytes, at: usize) -> Result<(Self, usize), Malformed> {
        let bytes = arena.get(at..).ok_or_else(|| Malformed::new("a run begins after the end"))?;
        let mut cursor = Cursor::new(bytes);
        let (first, arrived_ms) = (cursor.u64()?, cursor.i64()?);
        let (count, payload_bytes) = (cursor.u32()?, cursor.u32()?);
        let mut lengths = Cursor::new(cursor.take(count as usize * 4)?);
        let mut sum = 0;
        while lengths.left() > 0 {
            sum += u64::from(lengths.u32()?);
        }
        if sum != u64::from(payload_bytes) || count == 0 {
            return Err(Malformed(format!(
                "a run of {count} records says {payload_bytes} bytes and sums to {sum}"
            )));
        }
        cursor.take(payload_bytes as usize)?;
        let body_start = at + RUN_HEADER_BYTES;
        let end = body_start + count as usize * 4 + payload_bytes as usize;
        Ok((Self { first, arrived_ms, count, body: arena.slice(body_start..end) }, end))
    }

    /// Index after the last record.
    pub(crate) fn end(&self) -> u64 {
        self.first + u64::from(self.count)
    }

    /// The payloads from record `from` on (an index of the shard), in order.
    pub(crate) fn payloads(&self, from: u64) -> impl Iterator<Item = &[u8]> {
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

    /// Encodes `count` of the records from index `from` on as a run of their own.
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
        self.body.len() - self.count as usize * 4
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> Vec<u8> {
        let payloads = [Bytes::from_static(b"ab"), Bytes::new(), Bytes::from_static(b"c")];
        let mut bytes = Vec::new();
        encode(9, 0x0102, &payloads, &mut bytes);
        assert_eq!(bytes.len(), stored_bytes(&payloads));
        bytes
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
