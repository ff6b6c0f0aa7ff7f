//! The bytes of a snapshot: little-endian numbers, tagged values, one checksum at the end.
//!
//! ```text
//! "LVSQ" | version u16 | program u64 | body … | checksum of all before u64
//! ```
//! The tags are persisted; never reuse one. The same state always gives the same bytes.
//! Does not: know what operators write between.

use std::sync::Arc;

use levada_sql_lang::{Decimal, Interval, Value};
use levada_types::Timestamp;

const MAGIC: &[u8; 4] = b"LVSQ";
const VERSION: u16 = 2;
/// Tags of the values that keys are mostly made of.
pub(crate) const INTEGER: u8 = 2;
pub(crate) const TEXT: u8 = 5;
pub(crate) const TIMESTAMP: u8 = 9;
/// Bytes of the checksum.
const SUM_BYTES: usize = 8;

/// Bytes that end early or hold what no engine has written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Damaged;

/// FNV-1a of 64 bits, by words of eight bytes and then by the bytes that are left.
pub(crate) fn checksum(bytes: &[u8]) -> u64 {
    let step = |sum: u64, word: u64| {
        let sum = (sum ^ word).wrapping_mul(0x0100_0000_01b3);
        // A word's high bits would not reach the sum's low ones by multiplication alone.
        sum ^ (sum >> 32)
    };
    let (words, rest) = bytes.as_chunks::<8>();
    let sum =
        words.iter().fold(0xcbf2_9ce4_8422_2325, |sum, word| step(sum, u64::from_le_bytes(*word)));
    rest.iter().fold(sum, |sum, byte| step(sum, u64::from(*byte)))
}

#[derive(Default)]
pub(crate) struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// A writer that begins with the header of a snapshot of this program.
    pub(crate) fn snapshot(program: u64) -> Self {
        let mut writer = Self::new();
        writer.bytes.extend_from_slice(MAGIC);
        writer.bytes.extend_from_slice(&VERSION.to_le_bytes());
        writer.bytes.extend_from_slice(&program.to_le_bytes());
        writer
    }

    pub(crate) fn finish(self) -> Vec<u8> {
        self.bytes
    }

    pub(crate) fn finish_with_checksum(mut self) -> Vec<u8> {
        let sum = checksum(&self.bytes);
        self.bytes.extend_from_slice(&sum.to_le_bytes());
        self.bytes
    }

    pub(crate) fn bool(&mut self, truth: bool) {
        self.bytes.push(u8::from(truth));
    }

    pub(crate) fn i64(&mut self, number: i64) {
        self.bytes.extend_from_slice(&number.to_le_bytes());
    }

    /// Numbers whose count the reader knows.
    pub(crate) fn i64s(&mut self, numbers: &[i64]) {
        self.bytes.reserve(8 * numbers.len());
        numbers.iter().for_each(|number| self.i64(*number));
    }

    /// Their count, and the numbers.
    pub(crate) fn u32s(&mut self, numbers: impl ExactSizeIterator<Item = u32>) {
        self.count(numbers.len());
        self.bytes.reserve(4 * numbers.len());
        numbers.for_each(|number| self.bytes.extend_from_slice(&number.to_le_bytes()));
    }

    pub(crate) fn count(&mut self, count: usize) {
        self.bytes.extend_from_slice(&(count as u64).to_le_bytes());
    }

    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        self.count(bytes.len());
        self.bytes.extend_from_slice(bytes);
    }

    pub(crate) fn values(&mut self, values: &[Value]) {
        self.count(values.len());
        for value in values {
            self.value(value);
        }
    }

    pub(crate) fn value(&mut self, value: &Value) {
        match value {
            Value::Null => self.bytes.push(0),
            Value::Boolean(truth) => self.bytes.extend_from_slice(&[1, u8::from(*truth)]),
            Value::Integer(number) => self.tagged(INTEGER, &number.to_le_bytes()),
            Value::Decimal(number) => {
                self.tagged(3, &number.unscaled.to_le_bytes());
                self.bytes.extend_from_slice(&number.scale.to_le_bytes());
            }
            Value::Double(number) => {
                let number = if *number == 0.0 { 0.0 } else { *number };
                self.tagged(4, &number.to_le_bytes());
            }
            Value::Varchar(text) => {
                self.bytes.push(TEXT);
                self.bytes(text.as_bytes());
            }
            Value::Binary(bytes) => {
                self.bytes.push(6);
                self.bytes(bytes);
            }
            Value::Date(days) => self.tagged(7, &days.to_le_bytes()),
            Value::Time(ms) => self.tagged(8, &ms.to_le_bytes()),
            Value::Timestamp(time) => self.tagged(TIMESTAMP, &time.0.to_le_bytes()),
            Value::Interval(Interval::Months(months)) => self.tagged(10, &months.to_le_bytes()),
            Value::Interval(Interval::Millis(ms)) => self.tagged(11, &ms.to_le_bytes()),
        }
    }

    fn tagged(&mut self, tag: u8, bytes: &[u8]) {
        self.bytes.push(tag);
        self.bytes.extend_from_slice(bytes);
    }
}

pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
}

/// Why the bytes are not a snapshot of this program.
pub(crate) enum BadHeader {
    Damaged,
    Version(u16),
    Program,
}

impl<'a> Reader<'a> {
    /// Stands at the first of these bytes.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    /// Bytes that `Writer::bytes` wrote.
    pub(crate) fn bytes(&mut self) -> Result<&'a [u8], Damaged> {
        let count = self.count()?;
        self.take(count)
    }

    /// Checks checksum and header, and stands at the body.
    pub(crate) fn snapshot(bytes: &'a [u8], program: u64) -> Result<Self, BadHeader> {
        let split = bytes.len().checked_sub(SUM_BYTES).and_then(|at| bytes.split_at_checked(at));
        let (body, sum) = split.ok_or(BadHeader::Damaged)?;
        let mut reader = Self { bytes: body };
        let header = |_: Damaged| BadHeader::Damaged;
        if reader.take(MAGIC.len()).map_err(header)? != MAGIC {
            return Err(BadHeader::Damaged);
        }
        let version = u16::from_le_bytes(reader.array().map_err(header)?);
        if version != VERSION {
            return Err(BadHeader::Version(version));
        }
        if checksum(body).to_le_bytes() != sum {
            return Err(BadHeader::Damaged);
        }
        if u64::from_le_bytes(reader.array().map_err(header)?) != program {
            return Err(BadHeader::Program);
        }
        Ok(reader)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    fn take(&mut self, count: usize) -> Result<&'a [u8], Damaged> {
        let (head, rest) = self.bytes.split_at_checked(count).ok_or(Damaged)?;
        self.bytes = rest;
        Ok(head)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Damaged> {
        self.take(N)?.try_into().map_err(|_| Damaged)
    }

    pub(crate) fn bool(&mut self) -> Result<bool, Damaged> {
        Ok(self.array::<1>()? != [0])
    }

    pub(crate) fn i64(&mut self) -> Result<i64, Damaged> {
        Ok(i64::from_le_bytes(self.array()?))
    }

    pub(crate) fn i64s(&mut self, count: usize) -> Result<Vec<i64>, Damaged> {
        let bytes = self.take(count.checked_mul(8).ok_or(Damaged)?)?;
        let (words, _) = bytes.as_chunks::<8>();
        Ok(words.iter().map(|word| i64::from_le_bytes(*word)).collect())
    }

    pub(crate) fn u32s(&mut self) -> Result<Vec<u32>, Damaged> {
        let count = self.count()?;
        let bytes = self.take(count.checked_mul(4).ok_or(Damaged)?)?;
        let (words, _) = bytes.as_chunks::<4>();
        Ok(words.iter().map(|word| u32::from_le_bytes(*word)).collect())
    }

    /// A count of things that take at least a byte each, so that it cannot ask for the moon.
    pub(crate) fn count(&mut self) -> Result<usize, Damaged> {
        let count = usize::try_from(u64::from_le_bytes(self.array()?)).map_err(|_| Damaged)?;
        if count <= self.bytes.len() { Ok(count) } else { Err(Damaged) }
    }

    pub(crate) fn text(&mut self) -> Result<Arc<str>, Damaged> {
        let count = self.count()?;
        std::str::from_utf8(self.take(count)?).map(Arc::from).map_err(|_| Damaged)
    }

    pub(crate) fn values(&mut self) -> Result<Vec<Value>, Damaged> {
        (0..self.count()?).map(|_| self.value()).collect()
    }

    pub(crate) fn value(&mut self) -> Result<Value, Damaged> {
        Ok(match self.array::<1>()? {
            [0] => Value::Null,
            [1] => Value::Boolean(self.bool()?),
            [2] => Value::Integer(self.i64()?),
            [3] => {
                let unscaled = i128::from_le_bytes(self.array()?);
                Value::Decimal(Decimal::new(unscaled, u32::from_le_bytes(self.array()?)))
            }
            [4] => Value::Double(f64::from_le_bytes(self.array()?)),
            [5] => Value::Varchar(self.text()?),
            [6] => {
                let count = self.count()?;
                Value::Binary(self.take(count)?.into())
            }
            [7] => Value::Date(i32::from_le_bytes(self.array()?)),
            [8] => Value::Time(i32::from_le_bytes(self.array()?)),
            [9] => Value::Timestamp(Timestamp(self.i64()?)),
            [10] => Value::Interval(Interval::Months(self.i64()?)),
            [11] => Value::Interval(Interval::Millis(self.i64()?)),
            _ => return Err(Damaged),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_value_reads_back_as_it_was_written() {
        let values = [
            Value::Null,
            Value::Boolean(true),
            Value::Integer(-5),
            Value::Decimal(Decimal::new(-1250, 2)),
            Value::Double(0.1),
            Value::text("añb"),
            Value::Binary([0, 255].as_slice().into()),
            Value::Date(-1),
            Value::Time(5),
            Value::Timestamp(Timestamp(1_525_870_241_337)),
            Value::Interval(Interval::Months(18)),
            Value::Interval(Interval::Millis(-600_000)),
        ];
        let mut writer = Writer::new();
        writer.values(&values);
        let bytes = writer.finish();
        let mut reader = Reader { bytes: &bytes };
        assert_eq!(reader.values().unwrap(), values);
        assert!(reader.is_empty());
        for cut in 0..bytes.len() {
            assert!(Reader { bytes: bytes.get(..cut).unwrap() }.values().is_err(), "{cut}");
        }
    }

    #[test]
    fn a_snapshot_keeps_its_bytes() {
        let mut writer = Writer::snapshot(7);
        writer.values(&[Value::Integer(1), Value::text("a")]);
        let expected = "4c56535102000700000000000000020000000000000002010000000000000005010000000\
                        000000061";
        let bytes = writer.finish_with_checksum();
        let text: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(text.get(..expected.len()), Some(expected));
        assert!(Reader::snapshot(&bytes, 7).is_ok());
        assert!(matches!(Reader::snapshot(&bytes, 8), Err(BadHeader::Program)));
        let mut flipped = bytes;
        flipped[20] ^= 1;
        assert!(matches!(Reader::snapshot(&flipped, 7), Err(BadHeader::Damaged)));
    }
}
