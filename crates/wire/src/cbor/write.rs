//! Writing CBOR through serde.
//! Does not: write indefinite lengths, unless a sequence does not know its own.

use levada_model::Epoch;
use serde::ser::{self, Serialize};

use super::{BREAK, CborError, DOUBLE, FALSE, INDEFINITE, NULL, TRUE, Times, major};

pub struct Writer {
    out: Vec<u8>,
    times: Times,
}

impl Writer {
    pub fn new(times: Times) -> Self {
        Self { out: Vec::new(), times }
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.out
    }

    /// An item's first bytes, in the shortest form.
    fn head(&mut self, major: u8, value: u64) {
        let kind = major << 5;
        match (u8::try_from(value), u16::try_from(value), u32::try_from(value)) {
            (Ok(value @ 0..24), ..) => self.out.push(kind | value),
            (Ok(value), ..) => self.out.extend([kind | 24, value]),
            (_, Ok(value), _) => {
                self.out.push(kind | 25);
                self.out.extend(value.to_be_bytes());
            }
            (.., Ok(value)) => {
                self.out.push(kind | 26);
                self.out.extend(value.to_be_bytes());
            }
            _ => {
                self.out.push(kind | 27);
                self.out.extend(value.to_be_bytes());
            }
        }
    }

    fn double(&mut self, value: f64) {
        self.out.push(DOUBLE);
        self.out.extend(value.to_be_bytes());
    }

    fn text(&mut self, text: &str) {
        self.head(major::TEXT, text.len() as u64);
        self.out.extend_from_slice(text.as_bytes());
    }

    fn begin(&mut self, major: u8, length: Option<usize>) -> Group<'_> {
        match length {
            Some(length) => self.head(major, length as u64),
            None => self.out.push(major << 5 | INDEFINITE),
        }
        Group { writer: self, is_open: length.is_none() }
    }

    fn entry(&mut self, name: &str) -> &mut Self {
        self.head(major::MAP, 1);
        self.text(name);
        self
    }
}

/// An array or map in the making.
pub struct Group<'a> {
    writer: &'a mut Writer,
    /// Its end must be written.
    is_open: bool,
}

impl Group<'_> {
    fn finish(self) {
        if self.is_open {
            self.writer.out.push(BREAK);
        }
    }
}

impl<'a> ser::Serializer for &'a mut Writer {
    type Ok = ();
    type Error = CborError;
    type SerializeSeq = Group<'a>;
    type SerializeTuple = Group<'a>;
    type SerializeTupleStruct = Group<'a>;
    type SerializeTupleVariant = Group<'a>;
    type SerializeMap = Group<'a>;
    type SerializeStruct = Group<'a>;
    type SerializeStructVariant = Group<'a>;

    fn is_human_readable(&self) -> bool {
        false
    }

    fn serialize_bool(self, value: bool) -> Result<(), CborError> {
        self.out.push(if value { TRUE } else { FALSE });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Result<(), CborError> {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Result<(), CborError> {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Result<(), CborError> {
        self.serialize_i64(value.into())
    }

    fn serialize_i64(self, value: i64) -> Result<(), CborError> {
        let major = if value < 0 { major::NEGATIVE } else { major::UNSIGNED };
        // A negative number n is written as -1 - n.
        self.head(major, if value < 0 { !value } else { value }.unsigned_abs());
        Ok(())
    }

    fn serialize_u8(self, value: u8) -> Result<(), CborError> {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), CborError> {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), CborError> {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Result<(), CborError> {
        self.head(major::UNSIGNED, value);
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Result<(), CborError> {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> Result<(), CborError> {
        self.double(value);
        Ok(())
    }

    fn serialize_char(self, value: char) -> Result<(), CborError> {
        self.text(value.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Result<(), CborError> {
        self.text(value);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), CborError> {
        self.head(major::BYTES, value.len() as u64);
        self.out.extend_from_slice(value);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), CborError> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), CborError> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), CborError> {
        self.out.push(NULL);
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), CborError> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), CborError> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<(), CborError> {
        if name != Epoch::NAME || self.times == Times::Millis {
            return value.serialize(self);
        }
        let mut millis = Writer::new(Times::Millis);
        value.serialize(&mut millis)?;
        let millis: i64 = super::from_slice(&millis.out, Times::Millis)?;
        self.head(major::TAG, 1);
        self.double(millis as f64 / 1000.0);
        Ok(())
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), CborError> {
        value.serialize(self.entry(variant))
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Group<'a>, CborError> {
        Ok(self.begin(major::ARRAY, length))
    }

    fn serialize_tuple(self, length: usize) -> Result<Group<'a>, CborError> {
        Ok(self.begin(major::ARRAY, Some(length)))
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        length: usize,
    ) -> Result<Group<'a>, CborError> {
        Ok(self.begin(major::ARRAY, Some(length)))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Group<'a>, CborError> {
        Ok(self.entry(variant).begin(major::ARRAY, Some(length)))
    }

    fn serialize_map(self, length: Option<usize>) -> Result<Group<'a>, CborError> {
        Ok(self.begin(major::MAP, length))
    }

    fn serialize_struct(self, _: &'static str, length: usize) -> Result<Group<'a>, CborError> {
        Ok(self.begin(major::MAP, Some(length)))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Group<'a>, CborError> {
        Ok(self.entry(variant).begin(major::MAP, Some(length)))
    }
}

/// Arrays, under serde's four names for them.
macro_rules! array {
    ($name:ident, $method:ident) => {
        impl ser::$name for Group<'_> {
            type Ok = ();
            type Error = CborError;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), CborError> {
                value.serialize(&mut *self.writer)
            }

            fn end(self) -> Result<(), CborError> {
                self.finish();
                Ok(())
            }
        }
    };
}

array!(SerializeSeq, serialize_element);
array!(SerializeTuple, serialize_element);
array!(SerializeTupleStruct, serialize_field);
array!(SerializeTupleVariant, serialize_field);

/// Structures, under serde's two names for them.
macro_rules! structure {
    ($name:ident) => {
        impl ser::$name for Group<'_> {
            type Ok = ();
            type Error = CborError;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), CborError> {
                self.writer.text(name);
                value.serialize(&mut *self.writer)
            }

            fn end(self) -> Result<(), CborError> {
                self.finish();
                Ok(())
            }
        }
    };
}

structure!(SerializeStruct);
structure!(SerializeStructVariant);

impl ser::SerializeMap for Group<'_> {
    type Ok = ();
    type Error = CborError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), CborError> {
        key.serialize(&mut *self.writer)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), CborError> {
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Result<(), CborError> {
        self.finish();
        Ok(())
    }
}
