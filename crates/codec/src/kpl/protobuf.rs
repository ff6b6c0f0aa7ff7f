//! The three kinds of protobuf fields that aggregates consist of, read and written by hand.
//! Does not: know messages; a generator would cost more to build than these lines.

/// The bytes are no protobuf message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed;

/// One field's value. Fixed-width fields occur in no aggregate and are passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    Varint(u64),
    Bytes(&'a [u8]),
    Fixed,
}

pub struct Fields<'a> {
    rest: &'a [u8],
}

impl<'a> Fields<'a> {
    pub fn of(message: &'a [u8]) -> Self {
        Self { rest: message }
    }

    fn varint(&mut self) -> Result<u64, Malformed> {
        let mut value = 0_u64;
        for shift in (0..70).step_by(7) {
            let ([byte], rest) = self.rest.split_first_chunk().ok_or(Malformed)?;
            self.rest = rest;
            let bits = u64::from(byte & 0x7f);
            // The tenth byte holds one bit only.
            value |= bits.checked_shl(shift).filter(|v| v >> shift == bits).ok_or(Malformed)?;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(Malformed)
    }

    fn take(&mut self, count: u64) -> Result<&'a [u8], Malformed> {
        let count = usize::try_from(count).map_err(|_| Malformed)?;
        let (head, rest) = self.rest.split_at_checked(count).ok_or(Malformed)?;
        self.rest = rest;
        Ok(head)
    }

    fn field(&mut self) -> Result<(u64, Value<'a>), Malformed> {
        let key = self.varint()?;
        let value = match key & 7 {
            0 => Value::Varint(self.varint()?),
            1 => self.take(8).map(|_| Value::Fixed)?,
            2 => {
                let count = self.varint()?;
                Value::Bytes(self.take(count)?)
            }
            5 => self.take(4).map(|_| Value::Fixed)?,
            _ => return Err(Malformed),
        };
        if key >> 3 == 0 { Err(Malformed) } else { Ok((key >> 3, value)) }
    }
}

impl<'a> Iterator for Fields<'a> {
    type Item = Result<(u64, Value<'a>), Malformed>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let field = self.field();
        if field.is_err() {
            self.rest = &[];
        }
        Some(field)
    }
}

pub fn put_varint(out: &mut Vec<u8>, number: u64, value: u64) {
    raw_varint(out, number << 3);
    raw_varint(out, value);
}

pub fn put_bytes(out: &mut Vec<u8>, number: u64, bytes: &[u8]) {
    raw_varint(out, number << 3 | 2);
    raw_varint(out, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

fn raw_varint(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Bytes that `put_varint` takes for a field number below 16.
pub fn varint_bytes(value: u64) -> usize {
    1 + raw_varint_bytes(value)
}

/// Bytes that `put_bytes` takes for a field number below 16.
pub fn bytes_bytes(length: usize) -> usize {
    1 + raw_varint_bytes(length as u64) + length
}

fn raw_varint_bytes(value: u64) -> usize {
    (64 - (value | 1).leading_zeros()).div_ceil(7) as usize
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_field_reads_back_and_has_the_foretold_length(value: u64, data: Vec<u8>) {
            let mut message = Vec::new();
            put_varint(&mut message, 1, value);
            prop_assert_eq!(message.len(), varint_bytes(value));
            put_bytes(&mut message, 3, &data);
            prop_assert_eq!(message.len(), varint_bytes(value) + bytes_bytes(data.len()));
            let fields: Vec<_> = Fields::of(&message).map(Result::unwrap).collect();
            prop_assert_eq!(fields, [(1, Value::Varint(value)), (3, Value::Bytes(&data))]);
        }
    }

    #[test]
    fn fields_that_end_early_or_have_groups_are_refused() {
        for bytes in [&[0x08][..], &[0x0a, 5, 1], &[0x0b], &[0x08, 0xff], &[0, 0], &[0xff; 11]] {
            assert_eq!(Fields::of(bytes).last(), Some(Err(Malformed)), "{bytes:?}");
        }
    }
}
