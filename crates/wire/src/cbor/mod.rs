//! CBOR as AWS's clients write and read it: Kinesis's CBOR 1.1 and rpc-v2-cbor, which differ in
//! how they tell the time.
//! Does not: know shapes; those come through serde.

mod read;
mod write;

use serde::Serialize;
use serde::de::DeserializeOwned;

/// How a point in time is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Times {
    /// Whole milliseconds since the epoch; a tag is taken and not given (Kinesis's CBOR 1.1).
    Millis,
    /// Tag 1 and seconds since the epoch (rpc-v2-cbor).
    TaggedSeconds,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CborError {
    #[error("the CBOR ends within a value")]
    EndsEarly,
    #[error("{0} more bytes after the CBOR value")]
    Trailing(usize),
    #[error("CBOR nested deeper than {0}")]
    TooDeep(usize),
    #[error("expected {expected}, found CBOR {found}")]
    Unexpected { expected: &'static str, found: &'static str },
    #[error("a CBOR text is not UTF-8")]
    NotUtf8,
    #[error("{0}")]
    Shape(String),
}

impl serde::de::Error for CborError {
    fn custom<T: std::fmt::Display>(message: T) -> Self {
        Self::Shape(message.to_string())
    }
}

impl serde::ser::Error for CborError {
    fn custom<T: std::fmt::Display>(message: T) -> Self {
        Self::Shape(message.to_string())
    }
}

/// The one value that `bytes` hold, in definite or indefinite lengths.
///
/// # Errors
/// The bytes are no CBOR, hold more than one value, or another shape.
pub fn from_slice<T: DeserializeOwned>(bytes: &[u8], times: Times) -> Result<T, CborError> {
    let mut reader = read::Reader::new(bytes, times);
    let value = T::deserialize(&mut reader)?;
    reader.end()?;
    Ok(value)
}

/// `value` in definite lengths.
///
/// # Errors
/// The value is of a form that no model has, such as a number of 128 bits.
pub fn to_vec<T: Serialize + ?Sized>(value: &T, times: Times) -> Result<Vec<u8>, CborError> {
    let mut writer = write::Writer::new(times);
    value.serialize(&mut writer)?;
    Ok(writer.into_bytes())
}

/// The kinds of items, the upper three bits of an item's first byte.
mod major {
    pub const UNSIGNED: u8 = 0;
    pub const NEGATIVE: u8 = 1;
    pub const BYTES: u8 = 2;
    pub const TEXT: u8 = 3;
    pub const ARRAY: u8 = 4;
    pub const MAP: u8 = 5;
    pub const TAG: u8 = 6;
    pub const SIMPLE: u8 = 7;
}

const FALSE: u8 = 0xf4;
const TRUE: u8 = 0xf5;
const NULL: u8 = 0xf6;
const UNDEFINED: u8 = 0xf7;
const HALF: u8 = 0xf9;
const SINGLE: u8 = 0xfa;
const DOUBLE: u8 = 0xfb;
const BREAK: u8 = 0xff;
/// The lower five bits of an item whose length is told by a break at its end.
const INDEFINITE: u8 = 31;

#[cfg(test)]
mod tests;
