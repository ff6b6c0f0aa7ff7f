//! Reading CBOR through serde.
//! Does not: trust lengths. Nothing is reserved for what has not been seen, and depth is bounded.

use std::borrow::Cow;

use levada_model::Epoch;
use serde::de::{self, DeserializeSeed, Visitor};
use serde::forward_to_deserialize_any;

use super::{
    BREAK, CborError, DOUBLE, FALSE, HALF, INDEFINITE, NULL, SINGLE, TRUE, Times, UNDEFINED, major,
};
use crate::limits::CBOR_DEPTH_MAX;

pub struct Reader<'de> {
    input: &'de [u8],
    times: Times,
    depth: usize,
}

/// An item's first bytes. `value` is a number, a length or a tag; `None` for an indefinite length.
#[derive(Clone, Copy)]
struct Head {
    major: u8,
    value: Option<u64>,
}

impl Head {
    fn kind(self) -> &'static str {
        match self.major {
            major::UNSIGNED | major::NEGATIVE => "integer",
            major::BYTES => "bytes",
            major::TEXT => "text",
            major::ARRAY => "array",
            major::MAP => "map",
            major::TAG => "tag",
            _ => "simple value",
        }
    }
}

impl<'de> Reader<'de> {
    pub fn new(input: &'de [u8], times: Times) -> Self {
        Self { input, times, depth: 0 }
    }

    pub fn end(&self) -> Result<(), CborError> {
        if self.input.is_empty() { Ok(()) } else { Err(CborError::Trailing(self.input.len())) }
    }

    fn peek(&self) -> Result<u8, CborError> {
        self.input.first().copied().ok_or(CborError::EndsEarly)
    }

    fn take(&mut self, length: u64) -> Result<&'de [u8], CborError> {
        let length = usize::try_from(length).map_err(|_| CborError::EndsEarly)?;
        let (taken, rest) = self.input.split_at_checked(length).ok_or(CborError::EndsEarly)?;
        self.input = rest;
        Ok(taken)
    }

    fn number(&mut self, length: u64) -> Result<u64, CborError> {
        Ok(self.take(length)?.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }

    /// True if a break was there and is taken.
    fn takes_break(&mut self) -> Result<bool, CborError> {
        let is_break = self.peek()? == BREAK;
        if is_break {
            self.take(1)?;
        }
        Ok(is_break)
    }

    fn head(&mut self) -> Result<Head, CborError> {
        let first = self.peek()?;
        self.take(1)?;
        let major = first >> 5;
        let value = match first & 31 {
            short @ 0..24 => Some(short.into()),
            24 => Some(self.number(1)?),
            25 => Some(self.number(2)?),
            26 => Some(self.number(4)?),
            27 => Some(self.number(8)?),
            INDEFINITE if matches!(major, major::BYTES..=major::MAP) => None,
            _ => {
                let found = "byte that begins no item";
                return Err(CborError::Unexpected { expected: "an item", found });
            }
        };
        Ok(Head { major, value })
    }

    /// The head behind any tags.
    fn untagged(&mut self) -> Result<Head, CborError> {
        loop {
            let head = self.head()?;
            if head.major != major::TAG {
                return Ok(head);
            }
        }
    }

    /// Bytes or a text, whose pieces are put together.
    fn string(&mut self, head: Head) -> Result<Cow<'de, [u8]>, CborError> {
        if let Some(length) = head.value {
            return self.take(length).map(Cow::Borrowed);
        }
        let mut whole = Vec::new();
        while !self.takes_break()? {
            let piece = self.head()?;
            match piece.value {
                Some(length) if piece.major == head.major => {
                    whole.extend_from_slice(self.take(length)?);
                }
                _ => {
                    let expected = "a piece of the same kind";
                    return Err(CborError::Unexpected { expected, found: piece.kind() });
                }
            }
        }
        Ok(whole.into())
    }

    fn float(&mut self) -> Result<Option<f64>, CborError> {
        let first = self.peek()?;
        if !matches!(first, HALF | SINGLE | DOUBLE) {
            return Ok(None);
        }
        self.take(1)?;
        Ok(Some(match first {
            HALF => half(self.number(2)?),
            SINGLE => f32::from_bits(self.number(4)? as u32).into(),
            _ => f64::from_bits(self.number(8)?),
        }))
    }

    /// Milliseconds since the epoch.
    fn time(&mut self) -> Result<i64, CborError> {
        while self.peek()? >> 5 == major::TAG {
            self.head()?;
        }
        if let Some(secs) = self.float()? {
            // A fraction can only mean seconds. What is out of range becomes the range's end.
            return Ok((secs * 1000.0).round() as i64);
        }
        let head = self.head()?;
        let number = integer(head)?;
        match self.times {
            Times::Millis => Ok(number),
            Times::TaggedSeconds => Ok(number.saturating_mul(1000)),
        }
    }

    fn simple<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, CborError> {
        if let Some(number) = self.float()? {
            return visitor.visit_f64(number);
        }
        let first = self.peek()?;
        self.take(1)?;
        match first {
            FALSE => visitor.visit_bool(false),
            TRUE => visitor.visit_bool(true),
            NULL | UNDEFINED => visitor.visit_unit(),
            BREAK => Err(CborError::Unexpected { expected: "a value", found: "break" }),
            _ => Err(CborError::Unexpected { expected: "a value", found: "simple value" }),
        }
    }

    fn within<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, CborError>,
    ) -> Result<T, CborError> {
        if self.depth == CBOR_DEPTH_MAX {
            return Err(CborError::TooDeep(CBOR_DEPTH_MAX));
        }
        self.depth += 1;
        let value = read(self)?;
        self.depth -= 1;
        Ok(value)
    }
}

fn integer(head: Head) -> Result<i64, CborError> {
    let value = head.value.and_then(|value| i64::try_from(value).ok());
    match (head.major, value) {
        (major::UNSIGNED, Some(value)) => Ok(value),
        (major::NEGATIVE, Some(value)) => Ok(!value),
        (major::UNSIGNED | major::NEGATIVE, None) => {
            Err(CborError::Unexpected { expected: "an integer of 64 bits", found: "larger one" })
        }
        _ => Err(CborError::Unexpected { expected: "an integer", found: head.kind() }),
    }
}

/// A floating point number of 16 bits (RFC 8949, appendix D).
fn half(bits: u64) -> f64 {
    let (exponent, fraction) = ((bits >> 10) & 31, (bits & 1023) as f64);
    let magnitude = match exponent {
        0 => fraction * 2f64.powi(-24),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        exponent => (fraction + 1024.0) * 2f64.powi(exponent as i32 - 25),
    };
    if bits & 0x8000 == 0 { magnitude } else { -magnitude }
}

impl<'de> de::Deserializer<'de> for &mut Reader<'de> {
    type Error = CborError;

    fn is_human_readable(&self) -> bool {
        false
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, CborError> {
        while self.peek()? >> 5 == major::TAG {
            self.head()?;
        }
        if self.peek()? >> 5 == major::SIMPLE {
            return self.simple(visitor);
        }
        let head = self.head()?;
        match head.major {
            major::UNSIGNED => visitor.visit_u64(head.value.unwrap_or_default()),
            major::NEGATIVE => visitor.visit_i64(integer(head)?),
            major::BYTES => match self.string(head)? {
                Cow::Borrowed(bytes) => visitor.visit_borrowed_bytes(bytes),
                Cow::Owned(bytes) => visitor.visit_byte_buf(bytes),
            },
            major::TEXT => match self.string(head)? {
                Cow::Borrowed(bytes) => visitor.visit_borrowed_str(
                    std::str::from_utf8(bytes).map_err(|_| CborError::NotUtf8)?,
                ),
                Cow::Owned(bytes) => {
                    visitor.visit_string(String::from_utf8(bytes).map_err(|_| CborError::NotUtf8)?)
                }
            },
            major::ARRAY => self.within(|reader| {
                let mut items = Items { reader, left: head.value };
                let value = visitor.visit_seq(&mut items)?;
                items.end()?;
                Ok(value)
            }),
            _ => self.within(|reader| {
                let mut items = Items { reader, left: head.value };
                let value = visitor.visit_map(&mut items)?;
                items.end()?;
                Ok(value)
            }),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, CborError> {
        if matches!(self.peek()?, NULL | UNDEFINED) {
            self.take(1)?;
            return visitor.visit_none();
        }
        visitor.visit_some(self)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, CborError> {
        self.deserialize_byte_buf(visitor)
    }

    /// Bytes only: a text here would be taken for base64.
    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, CborError> {
        let head = self.untagged()?;
        if head.major != major::BYTES {
            return Err(CborError::Unexpected { expected: "bytes", found: head.kind() });
        }
        match self.string(head)? {
            Cow::Borrowed(bytes) => visitor.visit_borrowed_bytes(bytes),
            Cow::Owned(bytes) => visitor.visit_byte_buf(bytes),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, CborError> {
        if name == Epoch::NAME {
            visitor.visit_i64(self.time()?)
        } else {
            visitor.visit_newtype_struct(self)
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string unit unit_struct seq
        tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// What is left of an array or a map.
struct Items<'a, 'de> {
    reader: &'a mut Reader<'de>,
    /// `None` until a break says that it is the end.
    left: Option<u64>,
}

impl Items<'_, '_> {
    fn has_more(&mut self) -> Result<bool, CborError> {
        match &mut self.left {
            Some(0) => Ok(false),
            Some(left) => {
                *left -= 1;
                Ok(true)
            }
            None if self.reader.takes_break()? => {
                self.left = Some(0);
                Ok(false)
            }
            None => Ok(true),
        }
    }

    /// Whoever reads a sequence may stop before its end.
    fn end(&mut self) -> Result<(), CborError> {
        if self.has_more()? {
            return Err(CborError::Shape("more items than the shape has".to_owned()));
        }
        Ok(())
    }

    /// Every item takes a byte at least.
    fn hint(&self) -> Option<usize> {
        let left = usize::try_from(self.left?).unwrap_or(usize::MAX);
        Some(left.min(self.reader.input.len()))
    }
}

impl<'de> de::SeqAccess<'de> for &mut Items<'_, 'de> {
    type Error = CborError;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, CborError> {
        if !self.has_more()? {
            return Ok(None);
        }
        seed.deserialize(&mut *self.reader).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        self.hint()
    }
}

impl<'de> de::MapAccess<'de> for &mut Items<'_, 'de> {
    type Error = CborError;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, CborError> {
        if !self.has_more()? {
            return Ok(None);
        }
        seed.deserialize(&mut *self.reader).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, CborError> {
        seed.deserialize(&mut *self.reader)
    }

    fn size_hint(&self) -> Option<usize> {
        self.hint()
    }
}
