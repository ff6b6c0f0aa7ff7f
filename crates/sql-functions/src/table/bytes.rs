//! Numbers packed into one binary value, for states of many numbers.
//! Does not: know what the numbers mean.

use levada_sql_lang::Value;

use crate::aggregate::InvalidState;

#[derive(Default)]
pub(super) struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    pub fn u64(&mut self, number: u64) {
        self.bytes.extend_from_slice(&number.to_le_bytes());
    }

    pub fn count(&mut self, count: usize) {
        self.u64(count as u64);
    }

    pub fn f64(&mut self, number: f64) {
        self.u64(number.to_bits());
    }

    pub fn f64s(&mut self, numbers: &[f64]) {
        numbers.iter().for_each(|number| self.f64(*number));
    }

    pub fn finish(self) -> Value {
        Value::Binary(self.bytes.into())
    }
}

pub(super) struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    pub fn new(value: &'a Value) -> Result<Self, InvalidState> {
        match value {
            Value::Binary(bytes) => Ok(Self { bytes }),
            _ => Err(InvalidState),
        }
    }

    pub fn u64(&mut self) -> Result<u64, InvalidState> {
        let (head, rest) = self.bytes.split_first_chunk::<8>().ok_or(InvalidState)?;
        self.bytes = rest;
        Ok(u64::from_le_bytes(*head))
    }

    /// A count of things that take at least eight bytes each.
    pub fn count(&mut self) -> Result<usize, InvalidState> {
        let count = usize::try_from(self.u64()?).map_err(|_| InvalidState)?;
        if count <= self.bytes.len() / 8 { Ok(count) } else { Err(InvalidState) }
    }

    pub fn f64(&mut self) -> Result<f64, InvalidState> {
        self.u64().map(f64::from_bits)
    }

    pub fn f64s(&mut self, count: usize) -> Result<Vec<f64>, InvalidState> {
        (0..count).map(|_| self.f64()).collect()
    }

    pub fn finish(self) -> Result<(), InvalidState> {
        if self.bytes.is_empty() { Ok(()) } else { Err(InvalidState) }
    }
}

/// An integer, or `None` for NULL.
pub(super) fn optional_integer(value: &Value) -> Result<Option<i64>, InvalidState> {
    match value {
        Value::Null => Ok(None),
        Value::Integer(number) => Ok(Some(*number)),
        _ => Err(InvalidState),
    }
}
